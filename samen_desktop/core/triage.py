"""Cleaning up what was said: how far an input is worked out, and what a split makes of its words.

A raw input becomes classified by itself once a person has given it a theme and a kind; checked and
fed back are said by a person. How it is written is left to `store.triage`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from .errors import KnownError
from .fields import Scalar
from .text import clean, fold
from .words import Words

RAW, CLASSIFIED, CHECKED, FED_BACK = "RUW", "GECOD", "GECTR", "TERUG"

BEFORE: Mapping[str, frozenset[str]] = MappingProxyType(
    {CHECKED: frozenset({CLASSIFIED, CHECKED, FED_BACK}), FED_BACK: frozenset({CHECKED, FED_BACK})}
)
"""What an input has to be before a person can say that it is checked, or fed back."""

_SENTENCE = re.compile(r"[.?!…][\"'”’)]*\s+|\n+")

MOST_OFFERED = 9
"""Themes that go by a digit."""

_NOTHING_LEFT = Words(
    "Er moet in beide delen iets blijven staan. Zet de cursor tussen de woorden.",
    "Something has to stay in both parts. Put the cursor between the words.",
)


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of an input in two: what stays, and what becomes an input of its own."""

    stays: str
    goes: str


def status_after(values: Mapping[str, Scalar]) -> str:
    """The status of an input after a person gave it these values: only raw ones change by it."""
    status = values.get("status")
    told = str(status) if status else RAW
    if told == RAW and values.get("theme") and values.get("kind"):
        return CLASSIFIED
    return told


def cut(words: str, start: int, end: int) -> Cut:
    """Cut words in two: at a place (`start` = `end`), or by taking a stretch out of them.

    Raises KnownError where one of the two would be empty.
    """
    if start == end:
        stays, goes = words[:start], words[start:]
    else:
        stays, goes = _joined(words[:start], words[end:]), words[start:end]
    told = Cut(clean(stays), clean(goes))
    if not told.stays or not told.goes:
        raise KnownError("nothing_to_split", _NOTHING_LEFT)
    return told


def first_cut(words: str) -> int:
    """Where words are most likely cut: behind their first sentence; 0 where there is only one."""
    found = _SENTENCE.search(words)
    return found.end() if found is not None and found.end() < len(words) else 0


def letters(kinds: Sequence[tuple[str, str]], taken: Collection[str]) -> dict[str, str]:
    """A letter for each (code, word), by letter: the first of the word that is still free."""
    found: dict[str, str] = {}
    for code, word in kinds:
        for letter in fold(word):
            if letter.isalpha() and letter not in found and letter not in taken:
                found[letter] = code
                break
    return found


def _joined(before: str, after: str) -> str:
    """Both ends of words that a stretch was taken out of, with one gap between them."""
    before, after = before.rstrip(" \t"), after.lstrip(" \t")
    if not before or not after or before.endswith("\n") or after.startswith("\n"):
        return before + after
    return f"{before} {after}"
