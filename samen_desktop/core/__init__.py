"""What a consultation round is and when it is right: plain Python, standard library only."""
