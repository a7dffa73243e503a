"""Backups, opening safely, and what is said when a file is not as it should be."""
