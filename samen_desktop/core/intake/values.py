"""One cell of a stranger's table read as a value of one of our fields.

A value is kept as it was meant or refused with a reason, never bent. What a term, a group or a
session is in this round is looked up by those who know the round; here it stays text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import lru_cache

from samen_desktop.core.dates import NotADateError, read_date, show
from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.text import clean, fold
from samen_desktop.core.words import Words

NOTHING = frozenset({"", "na", "n/a", "n.a.", "n.v.t.", "nvt", "-", "–", "—", "null", "none"})
"""Texts that say "no value" where a value is no text of a person."""

_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "x", "1", "v", "✓"})
_NO = frozenset({"nee", "n", "no", "false", "onwaar", "0"})
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]\d{2})?(?: ?(?:uur|u))?", re.ASCII)
_AFTER_DAY = re.compile(r"\d{4}-\d\d-\d\d[t ]|\d\d?[-./]\d\d?[-./]\d{4} ", re.ASCII)
_ZONE = re.compile(r"(?:\.\d+)? ?(?:z|utc|[+-]\d\d:?\d\d)$", re.ASCII)
_BETWEEN = re.compile(r" ?(?:[-–—]|tot(?: en met)?|to|until) ?")
_WHOLE = re.compile(r"\d{1,3}(?:[. ]\d{3})+|\d+", re.ASCII)
_MOST = 10**9
"""No count of people, and no other whole number of a round, is larger."""
_MILLISECONDS = range(10**12, 10**13)

Read = Callable[[object], Scalar]


class NotReadError(ValueError):
    """A cell does not hold a value of its field; `words` says why in one sentence."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def text_of(cell: object) -> str:
    """Any cell as the text a person would see. Raises NotReadError for a cell without a value."""
    if isinstance(cell, str):
        return clean(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, int | float):
        return str(cell).replace(".", ",")
    if isinstance(cell, date):
        return show(cell.isoformat()[:10], "nl")
    if isinstance(cell, time):
        return cell.strftime("%H:%M")
    raise NotReadError(
        Words("de cel heeft geen waarde maar “{cell}”", "the cell has no value but “{cell}”").fill(
            cell=cell
        )
    )


def plain_of(cell: object) -> str:
    """Any cell as text for telling rows apart, faults included."""
    if isinstance(cell, str):
        return cell.strip()
    return "" if cell is None else str(cell)


def reader(field: Field) -> Read:
    """How cells of a field are read. Terms and references are read as text."""
    return _READERS.get(field.type, _read_line if field.type is Type.TEXT else text_of)


def _read_line(cell: object) -> Scalar:
    return clean(cell, one_line=True) if isinstance(cell, str) else text_of(cell)


def _read_named(cell: object) -> Scalar:
    text = clean(cell, one_line=True) if isinstance(cell, str) else text_of(cell)
    return None if text.casefold() in NOTHING else text


def _read_members(cell: object) -> Scalar:
    text = text_of(cell)
    return None if text.casefold() in NOTHING else text


def _read_day(cell: object) -> Scalar:
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    if isinstance(cell, int) and cell in _MILLISECONDS:
        return datetime.fromtimestamp(cell / 1000, UTC).date().isoformat()
    text = text_of(cell)
    return None if text.casefold() in NOTHING else _day(text)


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    """The day of a text; a table says the same few days over and over."""
    try:
        return read_date(text, milliseconds=True)
    except NotADateError as error:
        raise NotReadError(error.words) from error


def _read_time(cell: object) -> Scalar:
    if isinstance(cell, datetime | time):
        return cell.strftime("%H:%M")
    text = text_of(cell)
    if text.casefold() in NOTHING:
        return None
    found = _clock(text)
    if found is None:
        raise NotReadError(_NO_TIME.fill(text=text[:40]))
    return found


def _clock(text: str) -> str | None:
    """`19:30` of a time of day, also where its day stands before it."""
    plain = text.casefold()
    day = _AFTER_DAY.match(plain)
    if day is not None:
        plain = _ZONE.sub("", plain[day.end() :])
    found = _CLOCK.fullmatch(plain.strip())
    return None if found is None else f"{int(found[1]):02d}:{found[2]}"


def read_span(cell: object) -> Scalar:
    """Begin and end in one cell, `19.30 - 21.00 uur`, as `19:30–21:00`; one time is the begin."""
    if isinstance(cell, datetime | time):
        return cell.strftime("%H:%M")
    text = text_of(cell)
    if text.casefold() in NOTHING:
        return None
    times = [_clock(text)] if _clock(text) else [_clock(p) for p in _BETWEEN.split(text.casefold())]
    if not 1 <= len(times) <= 2 or None in times:
        raise NotReadError(_NO_TIME.fill(text=text[:40]))
    return "–".join(each for each in times if each)


def _read_whole(cell: object) -> Scalar:
    number: float | None = None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        number = cell
    else:
        text = text_of(cell)
        if text.casefold() in NOTHING:
            return None
        if _WHOLE.fullmatch(text) and len(text) < 20:
            number = int(text.replace(".", "").replace(" ", ""))
    if number is not None and 0 <= number <= _MOST and number == int(number):
        return int(number)
    raise NotReadError(
        Words("“{cell}” is geen geheel aantal", "“{cell}” is no whole number").fill(
            cell=str(cell)[:40]
        )
    )


def _read_yes_no(cell: object) -> Scalar:
    text = fold(text_of(cell))
    if text in NOTHING:
        return None
    if text in _YES:
        return 1
    if text in _NO:
        return 0
    raise NotReadError(
        Words("“{text}” is geen ja of nee", "“{text}” is neither yes nor no").fill(text=text[:40])
    )


_NO_TIME = Words("“{text}” is geen tijd", "“{text}” is no time of day")

_READERS: dict[Type, Read] = {
    Type.DATE: _read_day,
    Type.TIME: _read_time,
    Type.WHOLE: _read_whole,
    Type.YES_NO: _read_yes_no,
    Type.TERM: _read_named,
    Type.REF: _read_named,
    Type.MEMBERS: _read_members,
}
