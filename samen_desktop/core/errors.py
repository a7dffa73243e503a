"""The two kinds of errors: known ones, told to the person in one sentence, and bugs.

A `KnownError` promises that nothing was changed and nothing was lost. Everything else that is
raised is a bug: it is logged and reported without a traceback reaching the person. Which sentence
belongs to which failure is decided where the failure is understood, not here.
"""

from __future__ import annotations

from dataclasses import dataclass

from .words import Language, Words


class KnownError(Exception):
    """One clear sentence for the person; nothing was changed. `code` names the case in logs."""

    def __init__(self, code: str, words: Words) -> None:
        super().__init__(code)
        self.code = code
        self.words = words

    def say(self, language: Language) -> str:
        return self.words.say(language)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not fit at one place of a file: the rest of the work is safe.

    `row` is the number a spreadsheet shows (from 1), `column` the header as it stands in the file.
    Any of the three is empty where it does not apply.
    """

    words: Words
    sheet: str = ""
    row: int | None = None
    column: str = ""
