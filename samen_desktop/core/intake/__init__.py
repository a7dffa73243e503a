"""Reading in: what rows of someone else's table mean in a round. Knows no file, no database."""
