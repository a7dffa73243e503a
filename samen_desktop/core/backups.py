"""Why backups of a round are made: the codes that stand in their names, and the words for them.

When one is made, how it is checked and which ones stay is for the store.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .words import Words

MANUAL, OPENING, CHANGES = "manual", "open", "changes"
BEFORE_MIGRATING, BEFORE_IMPORTING = "migrate", "import"
BEFORE_MERGING, BEFORE_DELETING = "merge", "delete"
AFTER_ERASING = "erase"

APART = frozenset(
    {MANUAL, BEFORE_MIGRATING, BEFORE_IMPORTING, BEFORE_MERGING, BEFORE_DELETING, AFTER_ERASING}
)
"""Reasons of backups that somebody may come to look for: they are not thinned by day and week."""

REASONS: Mapping[str, Words] = MappingProxyType(
    {
        MANUAL: Words("zelf gemaakt", "made by hand"),
        OPENING: Words("bij het openen", "at opening"),
        CHANGES: Words("tijdens het werk", "while working"),
        BEFORE_MIGRATING: Words("vóór een nieuwe indeling", "before a new layout"),
        BEFORE_IMPORTING: Words("vóór het inlezen", "before reading in"),
        BEFORE_MERGING: Words("vóór het samenvoegen", "before merging"),
        BEFORE_DELETING: Words("vóór het verwijderen", "before deleting"),
        AFTER_ERASING: Words("na het wissen", "after erasing"),
    }
)


def reason_words(code: str) -> Words:
    """Why a backup was made; a reason that a newer program gave is shown as it stands."""
    return REASONS.get(code) or Words(code, code)
