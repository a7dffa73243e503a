"""The one door to CSV files and workbooks of others: a stranger's table, read by a process apart.

What a file can do to its reader (crash it, fill its memory, keep it for ever) it does there, and
here it is one sentence. Each reading has a reader of its own, gone after it. How that is watched is
told in `apart`, what it does in `table`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from . import apart
from .apart import Apart
from .messages import END, ROWS, Row, Wish, rows_of, source_of
from .refusals import refusal
from .source_cells import Cell, CellFault, FilledRows, SourceRow
from .table import Source, stamp

__all__ = ["Cell", "CellFault", "Source", "SourceRow", "open_source"]


def open_source(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> Source:
    """Open a CSV file or a workbook. Raises KnownError with one sentence that names the file.

    Without `sheet` the first visible sheet that holds something is taken; without `header_row` the
    first row, unless it is a mere title above a wider table.
    """
    wish = Wish(path.absolute(), sheet, header_row, apart.MEMORY)
    before = stamp(path)
    reader, found = _opened(wish)
    return replace(found, filled=_Reading(wish, before, reader, found))


def _opened(wish: Wish) -> tuple[Apart, Source]:
    """A reader and the table it found. It goes on to the rows by itself until it is not heard."""
    reader = Apart(wish)
    try:
        return reader, source_of(reader.hear_head(), lambda: iter(()))
    except ValueError:
        raise reader.ended() from None
    except BaseException:
        reader.stop()
        raise


class _Reading:
    """The rows of one table from the first on, as often as they are asked for.

    The reader that opened the table serves the first time; after it each time has its own, which
    must find the same bytes.
    """

    def __init__(self, wish: Wish, before: tuple[int, int], reader: Apart, found: Source) -> None:
        self._wish = wish
        self._before = before
        self._reader: Apart | None = reader
        self._found = found

    def __call__(self) -> FilledRows:
        if stamp(self._wish.path) != self._before:
            raise refusal("changed", self._found.name)
        reader, self._reader = self._reader, None
        return _rows(reader or self._opened_again())

    def _opened_again(self) -> Apart:
        found = self._found
        wish = replace(self._wish, sheet=found.sheet or None, header_row=found.header_row)
        reader, now = _opened(wish)
        if now.sha256 != found.sha256:
            reader.stop()
            raise refusal("changed", found.name)
        return reader


def _rows(reader: Apart) -> FilledRows:
    try:
        while (batch := _batch(reader)) is not None:
            yield from batch
    finally:
        reader.stop()


def _batch(reader: Apart) -> list[Row] | None:
    """The next rows; None after the last. Raises KnownError."""
    sort, content = reader.hear(apart.ROW_SECONDS)
    if sort == END:
        return None
    try:
        if sort == ROWS:
            return rows_of(content)
    except ValueError:
        pass
    raise reader.ended()
