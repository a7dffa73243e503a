"""One value to one safe cell of sheet XML, and how many lines it takes.

Text is stored as text, whatever it looks like: no value here ever becomes a formula. Characters a
workbook cannot hold are left out, text that is too long is cut with a mark and counted. This runs
for every cell of a hundred thousand rows: what repeats is made once and remembered, up to a limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from samen_desktop.core.reports.sheet import CONTINUED
from samen_desktop.core.words import Language

LONGEST = 32_767
"""What a cell can hold, in UTF-16 code units (as Excel counts)."""

Made = tuple[str, int]
"""What follows `<c r="A1"` in the XML of a cell, and the lines its text takes."""

Maker = Callable[[object], Made]

_REMEMBERED = 1024
_RISKY = frozenset("=+-@'\t\r")
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_BEFORE_EXCEL = 693_594  # ordinal of 1899-12-30, Excel's day 0
_FIRST_SURE = 61  # 1900-03-01: before it Excel counts a day that never was


@dataclass(frozen=True, slots=True)
class Style:
    """Style numbers of a column: the plain one, and the one that says "this is text" to Excel.

    `room` is how many average characters fit on a line; 0 where lines do not count.
    """

    plain: int
    quoted: int
    room: int


class Cuts:
    """How many cells were cut because their text was too long, and in what language to say so."""

    def __init__(self, language: Language) -> None:
        self.count = 0
        self._words = CONTINUED.say(language)

    def cut(self, text: str) -> str:
        """`text` as far as it fits with the mark behind it."""
        room = 2 * (LONGEST - len(self._words.format(count=len(text))))
        head = text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore")
        self.count += 1
        return head + self._words.format(count=len(text) - len(head))


def storable(text: str) -> str:
    """`text` without what XML cannot hold; a vertical tab is a line end, as Word means it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    return _UNSTORABLE.sub("", text)


def text_maker(style: Style, cuts: Cuts) -> Maker:
    """Cells of text; None and empty text give an empty cell."""
    plain = f' s="{style.plain}" t="inlineStr"><is><t'
    quoted = f' s="{style.quoted}" t="inlineStr"><is><t'
    empty: Made = (f' s="{style.plain}"/>', 1)
    room = style.room

    def make(value: object) -> Made:
        text = value if isinstance(value, str) else "" if value is None else str(value)
        # Printable text, as most is, has no line ends and nothing to clean.
        if not text.isprintable():
            text = storable(text)
        if not text:
            return empty
        if len(text) * 2 > LONGEST and len(text.encode("utf-16-le")) > 2 * LONGEST:
            text = cuts.cut(text)
        start = quoted if text[0] in _RISKY else plain
        space = ' xml:space="preserve">' if text != text.strip() else ">"
        lines = lines_of(text, room) if room else 1
        return f"{start}{space}{_escaped(text)}</t></is></c>", lines

    return make


def _escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return text


def remembered(make: Maker) -> Maker:
    """The same, for values that come back: the newest thousand are kept."""
    return lru_cache(maxsize=_REMEMBERED)(make)


def number_maker(style: Style) -> Maker:
    """Whole numbers; None gives an empty cell."""
    start, empty = f' s="{style.plain}"><v>', (f' s="{style.plain}"/>', 1)

    def make(value: object) -> Made:
        return empty if value is None else (f"{start}{value}</v></c>", 1)

    return make


def date_maker(style: Style, text: Maker) -> Maker:
    """Real dates from ISO text; what is no whole day stays text (`06-2022`)."""
    start = f' s="{style.plain}"><v>'

    def make(value: object) -> Made:
        shown = str(value) if value else ""
        whole = _DAY.fullmatch(shown)
        if whole:
            try:
                day = date.fromisoformat(shown).toordinal() - _BEFORE_EXCEL
            except ValueError:
                day = 0
            if day >= _FIRST_SURE:
                return f"{start}{day}</v></c>", 1
        if whole or _MONTH.fullmatch(shown):
            shown = "-".join(reversed(shown.split("-")))
        return text(shown)

    return make


def lines_of(text: str, room: int) -> int:
    """How many lines `text` takes when wrapped at `room` (one or more) average characters."""
    if not text.isascii():
        # Emoji and East Asian signs are twice as wide; they show by their bytes.
        if len(text.encode()) > 2 * len(text):
            room = max(1, room // 2)
    elif text.isupper():
        room = max(1, room * 3 // 4)
    if len(text) <= room and "\n" not in text:
        return 1
    lines = 0
    for paragraph in text.split("\n"):
        start, end = 0, len(paragraph)
        lines += 1
        while end - start > room:
            gap = paragraph.rfind(" ", start, start + room + 1)
            start = gap + 1 if gap > start else start + room
            lines += 1
    return lines
