"""What changed between two texts, word by word: for showing an old and a new one side by side.

How the pieces look is for the window.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORDS = re.compile(r"\s+|\w+(?:[.,]\w+)*|[^\w\s]")
_MOST_WORDS = 1_500
"""Words of one stretch that are compared one by one: comparing takes the square of the time."""


class Piece(NamedTuple):
    """A stretch of a text. `changed`: the other text does not have it."""

    text: str
    changed: bool


def compared(was: str, now: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces; joined they are the texts as they were.

    Paragraphs are compared first, and the words of those that differ next.
    """
    old, new = was.splitlines(keepends=True), now.splitlines(keepends=True)
    before: list[Piece] = []
    after: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, one, two, three, four in matcher.get_opcodes():
        gone, come = "".join(old[one:two]), "".join(new[three:four])
        if tag == "equal":
            before.append(Piece(gone, changed=False))
            after.append(Piece(come, changed=False))
        else:
            left, right = _by_words(gone, come)
            before += left
            after += right
    return _joined(before), _joined(after)


def _by_words(was: str, now: str) -> tuple[list[Piece], list[Piece]]:
    old, new = _WORDS.findall(was), _WORDS.findall(now)
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return [Piece(was, changed=True)], [Piece(now, changed=True)]
    before: list[Piece] = []
    after: list[Piece] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, one, two, three, four in matcher.get_opcodes():
        changed = tag != "equal"
        before.append(Piece("".join(old[one:two]), changed))
        after.append(Piece("".join(new[three:four]), changed))
    return before, after


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one sort as one piece; empty ones left out."""
    told: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if told and told[-1].changed == piece.changed:
            told[-1] = Piece(told[-1].text + piece.text, piece.changed)
        else:
            told.append(piece)
    return told
