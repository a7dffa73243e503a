"""Sheets to an Excel file: rows stream straight into the file, so that memory stays flat.

openpyxl makes everything but the rows (`skeleton`); a row is one piece of text made here from cells
made in `safe_cells`. Built new each time, never by changing somebody's file; nothing of the machine
or of a person but the rows themselves gets in.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.marks import Mark, Marked
from samen_desktop.core.reports.sheet import Cell, Column, Kind, Sheet, Workbook
from samen_desktop.core.words import Language, Words

from .publish import written_beside
from .safe_cells import Cuts, Made, Maker, date_maker, number_maker, remembered, text_maker
from .skeleton import Skeleton
from .styles import Styles, height

_AT_A_TIME = 500
_MOST_ROWS = 1_048_575  # what Excel has below the header
_MOST_BYTES = 2_000_000_000  # of one sheet: more needs a zip format that Excel may refuse


class CancelledError(Exception):
    """Raised by a progress callback to stop writing; nothing is left behind."""


@dataclass(frozen=True, slots=True)
class Written:
    """What came into the file: data rows by sheet title, texts cut short, and the file's mark."""

    rows: dict[str, int]
    cut_cells: int
    sha256: str
    bytes: int


def write_workbook(
    book: Workbook,
    path: Path,
    *,
    language: Language,
    progress: Callable[[int], None] | None = None,
) -> Written:
    """Write the workbook beside `path` and give it that name when it is whole.

    `progress` hears the number of rows so far; whatever it raises stops the work (`CancelledError`
    is there for that). Raises KnownError as `publish.written_beside` says, and where a sheet has
    more rows than Excel knows.
    """
    with written_beside(path) as fresh:
        cuts = Cuts(language)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            rows = _Filling(book, language, cuts, progress).fill(archive)
        with fresh.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = fresh.stat().st_size
    return Written(rows=rows, cut_cells=cuts.count, sha256=digest, bytes=size)


class _Filling:
    """One workbook on its way into an archive."""

    def __init__(
        self,
        book: Workbook,
        language: Language,
        cuts: Cuts,
        progress: Callable[[int], None] | None,
    ) -> None:
        self._book = book
        self._cuts = cuts
        self._progress = progress
        self._skeleton = Skeleton(book, language)
        self._done = 0

    def fill(self, archive: zipfile.ZipFile) -> dict[str, int]:
        skeleton, sheets = self._skeleton, self._book.sheets
        makers = [SheetRows(sheet, skeleton.styles, self._cuts) for sheet in sheets]
        around = skeleton.around()
        counts = [0] * len(sheets)
        for index in _order(sheets):
            name = skeleton.part(index)
            before, after = around[name]
            with archive.open(name, "w") as part:
                part.write(before)
                size = 0
                for batch, count in makers[index].batches():
                    size += part.write(batch)
                    counts[index] += count
                    self._advance(sheets[index], counts[index], size, count)
                part.write(after)
            skeleton.settle(index, sheets[index], counts[index])
        for name, content in skeleton.parts().items():
            if name not in around:
                archive.writestr(name, content)
        return {sheet.title: count for sheet, count in zip(sheets, counts, strict=True)}

    def _advance(self, sheet: Sheet, rows: int, size: int, count: int) -> None:
        if rows > _MOST_ROWS or size > _MOST_BYTES:
            raise KnownError(
                "sheet_too_large",
                Words(
                    "Blad “{sheet}” past niet in Excel: het is te groot ({rows} rijen). Kies een "
                    "filter.",
                    "Sheet “{sheet}” does not fit in Excel: it is too large ({rows} rows). Choose "
                    "a filter.",
                ).fill(sheet=sheet.title, rows=rows),
            )
        self._done += count
        if self._progress:
            self._progress(self._done)


def _order(sheets: Sequence[Sheet]) -> list[int]:
    """Late sheets come after all others, the last one first."""
    now = [index for index, sheet in enumerate(sheets) if not sheet.late]
    late = [index for index, sheet in enumerate(sheets) if sheet.late]
    return now + late[::-1]


class SheetRows:
    """The data rows of one sheet as XML."""

    def __init__(self, sheet: Sheet, styles: Styles, cuts: Cuts) -> None:
        self._sheet = sheet
        self._makers = [_maker(column, styles, cuts) for column in sheet.columns]
        self._total = [
            _maker(column, styles, cuts, total=True) for column in sheet.columns if sheet.total
        ]
        letters = [_letters(number) for number in range(len(sheet.columns))]
        cells = "".join(f'<c r="{letter}{{0}}"{{{at}}}' for at, letter in enumerate(letters, 2))
        self._row = f'<row r="{{0}}" ht="{{1}}" customHeight="1">{cells}</row>'.format

    def batches(self) -> Iterator[tuple[bytes, int]]:
        """Pieces of the sheet with the number of data rows in each.

        A sheet without rows gives one empty row that does not count: a table needs one.
        """
        rows = self._sheet.rows()
        if self._sheet.total:
            yield from self._summed(list(rows))
            return
        at = 2
        while batch := list(islice(rows, _AT_A_TIME)):
            yield "".join(self._lines(batch, at, self._makers)).encode(), len(batch)
            at += len(batch)
        if at == 2:
            yield self._empty(), 0

    def _summed(self, rows: list[Sequence[Cell]]) -> Iterator[tuple[bytes, int]]:
        body = self._lines(rows[:-1], 2, self._makers)
        total = self._lines(rows[-1:], len(rows) + 1, self._total)
        yield "".join((*body, *total)).encode(), len(rows)

    def _empty(self) -> bytes:
        nothing: list[Sequence[Cell]] = [[None] * len(self._makers)]
        return "".join(self._lines(nothing, 2, self._makers)).encode()

    def _lines(
        self, rows: Sequence[Sequence[Cell]], at: int, makers: Sequence[Maker]
    ) -> Iterator[str]:
        row_of = self._row
        for number, row in enumerate(rows, at):
            tallest = 1
            cells = []
            for make, value in zip(makers, row, strict=True):
                xml, lines = make(value)
                if lines > tallest:  # noqa: PLR1730 - a call of max() costs as much as a cell
                    tallest = lines
                cells.append(xml)
            yield row_of(number, height(tallest), *cells)


def _letters(number: int) -> str:
    """The letters of column `number`, from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _maker(column: Column, styles: Styles, cuts: Cuts, *, total: bool = False) -> Maker:
    style = styles.of(column, total=total)
    text = text_maker(style, cuts)
    if column.kind is Kind.LONG:
        return text
    if column.kind is Kind.NUMBER:
        return number_maker(style)
    plain = date_maker(style, text) if column.kind is Kind.DATE else text
    marked: dict[Mark, Maker] = {}  # a style costs a millisecond: only for marks that occur

    def make(value: object) -> Made:
        if not isinstance(value, Marked):
            return plain(value)
        if value.mark not in marked:
            style = styles.marked(column, value.mark, total=total)
            marked[value.mark] = text_maker(style, cuts)
        return marked[value.mark](value.text)

    return make if column.kind is Kind.CODE else remembered(make)
