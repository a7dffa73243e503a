"""The change log: the rows, what they mean together, and how they lie in the file."""
