"""What screens, verbs and reports read of a round."""
