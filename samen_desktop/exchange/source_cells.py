"""What a stranger's table is made of, whatever file it came from: cells and rows, and its limits.

Text is as the file holds it; giving it the round's form (`core.text`) and meaning is left to those
who know which column they read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

MAX_ROWS = 200_000
"""Rows with something in them, the header included."""
MAX_COLUMNS = 200
MAX_CELL = 1_000_000
"""Characters of one cell. Excel stops at 32,767; far above it, a quotation mark is missing."""


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that has no value to read: an error such as `#N/A`, or a formula nobody calculated."""

    text: str

    def __str__(self) -> str:
        return self.text


UNCALCULATED = CellFault("=")
"""A formula without a stored result: programs that are not Excel leave those behind."""

Cell = str | int | float | date | time | CellFault | None
"""One cell. `datetime` is a `date`, `bool` an `int`. Only blanks is None; a whole number is an int.

Elapsed times (`[h]:mm`) are text such as `36:00:00`, because they are no time of day.
"""


class SourceRow(NamedTuple):
    """A row as long as the header; `extra` holds what stood to the right of it, if anything did.

    `number` is the row number a spreadsheet shows.
    """

    number: int
    cells: tuple[Cell, ...]
    extra: tuple[Cell, ...] = ()


FilledRows = Iterator[tuple[int, list[Cell]]]
"""Row number and cells of each row that holds something, in the order of the file."""
