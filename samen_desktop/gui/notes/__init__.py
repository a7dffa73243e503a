"""Notuleren: one session, full window, one line; the list of what was noted above it."""
