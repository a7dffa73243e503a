"""Files that come and go: Excel and CSV in, workbooks out. Knows paths and plain rows, no database."""
