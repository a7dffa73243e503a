"""The plan: its versions, the outline of each, and what points where."""
