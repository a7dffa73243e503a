"""What is typed is looked through for likely personal data, while there is time to change it."""
