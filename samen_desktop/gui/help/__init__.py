"""Help: a short guide, all shortcuts, and what this program is and where its files lie."""
