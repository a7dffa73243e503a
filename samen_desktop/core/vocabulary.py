"""All lists of terms by name: what a field of type TERM may hold before a round adds its own.

The terms themselves stand in `core.vocabularies`, one room per subject; what a round added or
relabelled stands in its file and is left to the floors above.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .vocabularies import (
    answers,
    child_rights,
    council,
    followups,
    inputs,
    people,
    rounds,
    sessions,
)
from .vocabularies.terms import Term, Vocabulary
from .words import Words

__all__ = ["OWN_PREFIX", "VOCABULARIES", "Term", "Vocabulary", "shipped", "vocabulary"]

OWN_PREFIX = "X"
"""A round's own codes begin with this letter, shipped codes never do: so they cannot meet."""

_ROOMS = (rounds, people, sessions, inputs, answers, followups, council, child_rights)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {entry.name: entry for room in _ROOMS for entry in room.LISTS}
)

_SHIPPED: Mapping[str, Mapping[str, Words]] = {
    entry.name: {term.code: term.words for term in entry.terms} for entry in VOCABULARIES.values()
}


def vocabulary(name: str) -> Vocabulary:
    """The list of that name. Raises KeyError where there is none: names never come from a file."""
    return VOCABULARIES[name]


def shipped(name: str, code: str) -> Words | None:
    """The words a code was shipped with, or None where the list has no such code."""
    return _SHIPPED[name].get(code)
