"""What a person typed into a field, read into a value; or the sentence that says what is wrong.

For forms and for editing in place. Dates have a room of their own; what a stranger's table holds
is read by `core.intake`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .fields import Field, Kind, Scalar, Type
from .text import clean
from .words import Words

LONGEST_LINE = 300
"""Characters of a field of one line: more is a text that was pasted in the wrong place."""
LONGEST_TEXT = 32_000
"""Characters of a long field: what one cell of a workbook can hold."""

_TIME = re.compile(r"(\d{1,2})(?:[:.u]?(\d{2}))?(?: ?(?:uur|u))?")


class NotAValueError(ValueError):
    """What was typed does not fit the field; `words` says why in one sentence."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def read_value(field: Field, text: str) -> Scalar:
    """The value a text means in a field of text, time or whole number. Raises NotAValueError.

    Nothing is cut: what is too long is refused with its length.
    """
    text = clean(text, one_line=field.type is not Type.LONG)
    if not text:
        return None
    if field.type is Type.TIME:
        return _time(text)
    if field.type is Type.WHOLE:
        return _whole(text)
    longest = LONGEST_TEXT if field.type is Type.LONG else LONGEST_LINE
    if len(text) > longest:
        raise NotAValueError(
            Words(
                "Te lang: {count} tekens, hooguit {most}. Er is niets afgekapt.",
                "Too long: {count} characters, at most {most}. Nothing was cut off.",
            ).fill(count=len(text), most=longest)
        )
    return text


def missing(kind: Kind, values: Mapping[str, Scalar]) -> dict[str, Words]:
    """The sentence for each required field that has no value."""
    return {
        field.name: Words(
            "{field} is nodig om te bewaren.", "{field} is needed to save this."
        ).fill(field=field.words)
        for field in kind.fields
        if field.required and values.get(field.name) in (None, "")
    }


def _time(text: str) -> str:
    found = _TIME.fullmatch(text.casefold())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        raise NotAValueError(
            Words(
                "Dit is geen tijd; schrijf bijvoorbeeld 19:30.",
                "This is not a time; write for example 19:30.",
            )
        )
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 7):
        raise NotAValueError(
            Words("Schrijf een heel getal, bijvoorbeeld 12.", "Write a whole number, such as 12.")
        )
    return int(text)
