"""A domain word or sentence in both languages.

Domain words (terms, field labels, names of edits, sheet titles, problems) live in `core`, because
window, workbook and command line share them. Window words are left to Qt's own catalogues.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Dutch and in English. Neither side may be empty."""

    nl: str
    en: str

    def say(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en

    def fill(self, **values: object) -> Words:
        """Put values in the `{named}` places of both sides; the values are not parsed.

        Of a value that is itself `Words` each side takes its own.
        """
        return Words(self.nl.format(**_side(values, "nl")), self.en.format(**_side(values, "en")))


def _side(values: dict[str, object], language: Language) -> dict[str, object]:
    return {
        name: value.say(language) if isinstance(value, Words) else value
        for name, value in values.items()
    }
