"""The small parts every screen is made of; each brings its accessible name and its own look."""
