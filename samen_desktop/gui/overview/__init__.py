"""Overzicht: where the round stands today, every figure a way into its list."""
