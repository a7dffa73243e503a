"""A stranger's table into the round."""
