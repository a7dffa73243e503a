"""A report as sheets: titles, columns, rows and charts, in plain words and numbers.

What a cell looks like in a file, how it is made safe and how wide a millimetre is, is left to
whoever writes the file. Text is in one language by the time it comes here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from samen_desktop.core.words import Words

from .marks import Marked

Cell = str | int | Marked | None
"""Text, a whole number, a marked word, or nothing. Dates are ISO text in a column of kind DATE."""

CONTINUED = Words(
    "… (vervolg in SAMEN, {count} tekens)", "… (continued in SAMEN, {count} characters)"
)
"""What stands at the end of a text that was too long for a cell; the count is what is missing."""


class Kind(Enum):
    """What a column holds, and so how it is stored, aligned and wrapped."""

    CODE = "code"  # what a row is called; in bold, all different
    TEXT = "text"  # short, repeated: names, terms
    LONG = "long"  # what people wrote; seldom the same twice
    DATE = "date"  # ISO text; stored as a real date where it is a whole one
    NUMBER = "number"
    MARK = "mark"  # a Marked, or plain text


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `width` in millimetres on paper; a title is its only name, so it occurs once."""

    title: str
    width: int
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart over rows of its own sheet.

    `first` is the index of the first row (from 0), `count` the number of rows; the names stand in
    column `names`, the numbers in column `values` (both from 0). `marks` colours the bars one by
    one; where it is empty all bars have one colour.
    """

    title: str
    names_title: str
    values_title: str
    first: int
    count: int
    names: int
    values: int
    inks: tuple[str, ...] = ()


def no_charts() -> Sequence[Chart]:
    """Most sheets have none."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table. `rows` is called once and gives sequences as long as `columns`.

    `table` is the table's name for formulas: ASCII letters, unlike any other in the workbook.
    `late`: the rows tell about other sheets, so they are asked for after all others; of several
    late ones the last in the workbook comes first. `total`: the last row sums up the others.
    `charts` is called after the rows.
    """

    title: str
    table: str
    columns: tuple[Column, ...]
    rows: Callable[[], Iterator[Sequence[Cell]]]
    late: bool = False
    total: bool = False
    charts: Callable[[], Sequence[Chart]] = no_charts


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """Sheets in reading order and what is printed at the head of every page."""

    title: str
    sheets: tuple[Sheet, ...]
    head_left: str
    head_centre: str
    head_right: str
    program: str
    page: Words
