"""The lists of terms a round starts with, one room per subject; `core.vocabulary` gathers them.

A code is for ever: it stands in the log of every file. Where the field gives none, it is the first
four to six letters of the Dutch label in capitals, one letter more where two would be the same; a
word that has a code in one list keeps it in another.
"""
