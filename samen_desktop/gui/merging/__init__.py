"""Merging: files of the same round from other laptops, seen before they count."""
