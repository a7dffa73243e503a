"""Whole tasks that need both the round and a file of others: what verb and window do alike."""
