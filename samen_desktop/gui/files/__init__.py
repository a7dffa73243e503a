"""Files that come and go: reading in, the overview and what went out, copies and backups."""
