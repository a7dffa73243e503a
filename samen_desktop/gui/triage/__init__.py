"""Cleaning up what was said by keyboard: classify, check, split; with suggestions from words."""
