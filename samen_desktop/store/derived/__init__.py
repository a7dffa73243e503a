"""What follows from the log: one row per record, links, codes as shown, the search index."""
