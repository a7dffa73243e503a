"""Feedback in its list: planning it, reading what is sent, marking it as sent."""
