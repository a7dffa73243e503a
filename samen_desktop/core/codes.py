"""Codes that a person speaks aloud: `I-0127`, `SE-HR-01`, `Ouder 4`. Stable and never reused.

Series, mark of the copy (two to four letters, empty in the first laptop's file) and number. Giving
the next number needs the file and is left to `store`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .fields import Series

_CODE = re.compile(r"(?P<series>[A-Z]{1,3})-(?:(?P<mark>[A-Z]{2,4})-)?(?P<number>\d{1,9})")
_PERSON = re.compile(r"(?P<series>.*\S) (?:(?P<mark>[A-Z]{2,4})-)?(?P<number>\d{1,9})")
_MARK = re.compile(r"[A-Z]{2,4}")


class Code(NamedTuple):
    """A code taken apart. `number` is None where a person wrote a code that follows no series."""

    series: str
    mark: str
    number: int | None


def is_mark(text: str) -> bool:
    """Whether a text can be the mark of a copy: two to four capitals."""
    return _MARK.fullmatch(text) is not None


def write(series: Series, mark: str, number: int) -> str:
    """`I-0127`, or `I-HR-0127` in a copy with a mark."""
    middle = f"{mark}-" if mark else ""
    return f"{series.prefix}-{middle}{number:0{series.digits}d}"


def write_person(series: str, mark: str, number: int) -> str:
    """`Ouder 4`, or `Ouder HR-4` in a copy with a mark."""
    return f"{series} {mark}-{number}" if mark else f"{series} {number}"


def take_apart(text: str | None, *, person: bool = False) -> Code:
    """Read a code. What follows no series keeps its whole text as series and has no number."""
    found = (_PERSON if person else _CODE).fullmatch(text or "")
    if found is None:
        return Code(text or "", "", None)
    return Code(found["series"], found["mark"] or "", int(found["number"]))


def belongs_to(text: str, series: Series) -> bool:
    """Whether a text is a well-formed code of that series, whatever its mark."""
    code = take_apart(text)
    return code.number is not None and code.series == series.prefix
