"""Looking after the file: copies, backups, restoring, checking, erasing for good."""
