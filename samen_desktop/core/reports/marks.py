"""Marks: the few states that are told by a word, a sign and a colour at once.

The light palette of the status colours stands here and nowhere else; files always take it. A mark
never speaks by its colour alone: the word is the cell's value, the sign stands before it.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Mark(Enum):
    """Sign, colour of the text and colour of the cell (six hex digits, empty for no fill)."""

    ADOPTED = ("✓", "1A6E3B", "E2F2E8")
    PARTLY = ("◐", "8A5200", "FBEFD8")
    NOT_ADOPTED = ("✕", "B3261E", "FCE8E6")
    NOTED = ("–", "51606A", "EDF1F2")
    FORESEEN = ("=", "51690F", "EEF3DC")
    OUT_OF_SCOPE = ("→", "6A3FA0", "F1EBF9")
    ANSWERED = ("?", "1E59A6", "E5EEF9")
    OPEN = ("○", "51606A", "")
    # The same colours in other rooms; their words differ, so their signs do.
    DONE = ("✓", "1A6E3B", "")
    MISSING = ("!", "8A5200", "FBEFD8")
    LATE = ("!", "B3261E", "FCE8E6")
    ABSENT = ("–", "51606A", "")

    def __init__(self, sign: str, ink: str, tint: str) -> None:
        self.sign = sign
        self.ink = ink
        self.tint = tint


class Marked(NamedTuple):
    """A cell that carries a mark. `text` is what the cell holds, without the sign."""

    text: str
    mark: Mark


PROCESSING: dict[str, Mark] = {
    "OVG": Mark.ADOPTED,
    "DEE": Mark.PARTLY,
    "NOV": Mark.NOT_ADOPTED,
    "TKN": Mark.NOTED,
    "BRK": Mark.FORESEEN,
    "BUI": Mark.OUT_OF_SCOPE,
    "VRG": Mark.ANSWERED,
    "OPN": Mark.OPEN,
}
"""Processing status of an input, in the order of the domain handbook (2.3)."""

SESSION: dict[str, Mark] = {
    "GEHOUD": Mark.DONE,
    "GEPL": Mark.OPEN,
    "UITGEN": Mark.OPEN,
    "VERZET": Mark.MISSING,
    "AFGEL": Mark.ABSENT,
}

FOLLOW_UP: dict[str, Mark] = {
    "OPEN": Mark.OPEN,
    "LOOPT": Mark.ANSWERED,
    "WACHT": Mark.PARTLY,
    "GEREED": Mark.DONE,
    "VERV": Mark.ABSENT,
}
"""A follow-up that is late is marked LATE whatever its status says."""
