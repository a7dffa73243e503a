"""What changes the log: an edit, an undo, a merge, an erasure."""
