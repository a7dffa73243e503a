"""Words for codes: the round's own terms, with the shipped words where it says nothing else.

Which codes there are and which lists are closed is told in `core.vocabulary`.
"""

from __future__ import annotations

import sqlite3

from samen_desktop.core.order import row_of
from samen_desktop.core.vocabulary import VOCABULARIES, shipped
from samen_desktop.core.words import Language

from .steps.editing import Edit


def write_terms(edit: Edit) -> int:
    """Copy all open lists into a new round, to be relabelled there. Returns how many terms.

    Closed lists stay with the program, since its rules read them; a round may relabel their terms
    by a row of its own.
    """
    count = 0
    for vocabulary in VOCABULARIES.values():
        if vocabulary.closed:
            continue
        places = row_of(len(vocabulary.terms))
        for term, place in zip(vocabulary.terms, places, strict=True):
            edit.create(
                "term",
                {
                    "vocabulary": vocabulary.name,
                    "code": term.code,
                    "nl": term.words.nl,
                    "en": term.words.en,
                    "place": place,
                    "active": 1,
                },
            )
            count += 1
    return count


class Labels:
    """Labels of a round's terms in one language, as they were when this was made."""

    def __init__(self, conn: sqlite3.Connection, language: Language) -> None:
        self._language: Language = language
        self._own: dict[tuple[str, str], str] = {}
        label = "nl" if language == "nl" else "coalesce(en, nl)"
        rows = conn.execute(
            f"SELECT vocabulary, code, {label} FROM terms"
            " WHERE deleted = 0 AND vocabulary IS NOT NULL AND code IS NOT NULL ORDER BY id"
        )
        for vocabulary, code, words in rows:
            # Of a code given twice the oldest row counts, on every laptop alike.
            self._own.setdefault((vocabulary, code), words or "")

    def of(self, vocabulary: str, code: str) -> str:
        """The label of a code; a code that nobody gave words is shown as it stands."""
        own = self._own.get((vocabulary, code))
        if own:
            return own
        words = shipped(vocabulary, code) if vocabulary in VOCABULARIES else None
        return code if words is None else words.say(self._language)

    def knows(self, vocabulary: str, code: str) -> bool:
        """Whether a code stands in the round's own list or the shipped one."""
        if (vocabulary, code) in self._own:
            return True
        return vocabulary in VOCABULARIES and shipped(vocabulary, code) is not None
