"""Files that come and go: Excel and CSV. Knows paths and plain rows, no database."""
