"""What the long errands of all rooms have in common: copies of the round, begin, end, refusal.

What an errand is about stands in the room it belongs to (files, plan, merging).
"""
