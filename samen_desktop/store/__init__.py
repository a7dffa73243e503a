"""The file: one round in one SQLite database, its change log and all that is derived from it."""
