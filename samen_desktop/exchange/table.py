"""A stranger's table, ready to be understood: where it came from, its header and its rows.

Finds the sheet and the header row, and says in `notes` what it had to decide. All of it is done in
the process that asks, so only `reader` asks: the program's own door is `source`. What a column
means is left to those who read in.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal

from samen_desktop.core.text import clean_name, fold
from samen_desktop.core.words import Words

from .csv_source import open_csv
from .gate import kind_of
from .refusals import refusal
from .source_cells import Cell, FilledRows, SourceRow
from .xlsx_book import Sheet
from .xlsx_source import Workbook, open_workbook

_SAMPLE = 50
"""Rows that are looked at to find the header."""


@dataclass(frozen=True, slots=True)
class Source:
    """One table of one file.

    `name` is the file's name without its folder, `sha256` of its bytes. `sheet` is "" and `sheets`
    is empty for CSV; `sheets` counts hidden ones too. `header` holds the cells of row `header_row`
    as names; "" where a column has none; a name that stands there twice stays there twice.
    `notes` are decisions the person should know of. `filled` reads the rows from the first on, as
    wide as they are.
    """

    name: str
    sha256: str
    format: Literal["csv", "xlsx"]
    sheet: str
    sheets: tuple[str, ...]
    header: tuple[str, ...]
    header_row: int
    notes: tuple[Words, ...]
    filled: Callable[[], FilledRows] = field(repr=False)

    def rows(self) -> Iterator[SourceRow]:
        """The filled rows below the header, each as wide as the header. May be asked again.

        Raises KnownError, also halfway: a file may turn out broken or too large at its end.
        """
        width, header_row = len(self.header), self.header_row
        for number, cells in self.filled():
            if number <= header_row:
                continue
            missing = width - len(cells)
            if missing >= 0:
                cells.extend([None] * missing)
                yield SourceRow(number, tuple(cells))
            else:
                beyond = tuple(cells[width:])
                extra = beyond if any(cell is not None for cell in beyond) else ()
                yield SourceRow(number, tuple(cells[:width]), extra)


def open_here(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> Source:
    """Open a CSV file or a workbook in this process. Raises KnownError that names the file.

    Without `sheet` the first visible sheet that holds something is taken; without `header_row` the
    first row, unless it is a mere title above a wider table.
    """
    kind = kind_of(path)
    before = stamp(path)
    table = _table_in_workbook(path, sheet) if kind == "xlsx" else _table_in_csv(path, header_row)
    sample = _sample(table.read(), header_row)
    at, about_header = _header_at(sample, header_row, path.name)
    number, cells = sample[at]
    header = tuple("" if cell is None else clean_name(str(cell)) for cell in cells)

    def read_unchanged() -> FilledRows:
        if stamp(path) != before:
            raise refusal("changed", path.name)
        return table.read()

    return Source(
        name=path.name,
        sha256=_sha256(path),
        format=kind,
        sheet=table.sheet,
        sheets=table.sheets,
        header=header,
        header_row=number,
        notes=(*table.notes, *about_header, *_about_doubles(header)),
        filled=read_unchanged,
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """The table that was chosen in the file, before its header is known."""

    read: Callable[[], FilledRows]
    notes: tuple[Words, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def stamp(path: Path) -> tuple[int, int]:
    """What changes when somebody saves the file. Raises KnownError where it is gone."""
    try:
        about = path.stat()
    except OSError:
        raise refusal("missing", path.name) from None
    return (about.st_size, about.st_mtime_ns)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _table_in_workbook(path: Path, wanted: str | None) -> _Table:
    workbook = open_workbook(path)
    sheet, notes = _choose_sheet(workbook, wanted)
    titles = tuple(each.title for each in workbook.sheets)
    return _Table(lambda: workbook.rows(sheet), notes, sheet.title, titles)


def _choose_sheet(workbook: Workbook, wanted: str | None) -> tuple[Sheet, tuple[Words, ...]]:
    name, sheets = workbook.path.name, workbook.sheets
    if wanted is not None:
        for same in (str, fold):
            for sheet in sheets:
                if same(sheet.title) == same(wanted):
                    _first_row(workbook, sheet)
                    return sheet, ()
        titles = ", ".join(f"“{sheet.title}”" for sheet in sheets)
        raise refusal("sheet-missing", name, sheet=wanted, sheets=titles)
    visible = [sheet for sheet in sheets if sheet.visible]
    for sheet in visible:
        if next(workbook.rows(sheet), None) is not None:
            return sheet, _about_sheets(sheet, visible)
    raise refusal("empty", name)


def _first_row(workbook: Workbook, sheet: Sheet) -> None:
    if next(workbook.rows(sheet), None) is None:
        raise refusal("empty-sheet", workbook.path.name, sheet=sheet.title)


def _about_sheets(chosen: Sheet, visible: list[Sheet]) -> tuple[Words, ...]:
    others = ", ".join(f"“{sheet.title}”" for sheet in visible if sheet is not chosen)
    if not others:
        return ()
    return (
        Words(
            nl=f"Gelezen is blad “{chosen.title}”; de werkmap heeft ook: {others}.",
            en=f"Sheet “{chosen.title}” was read; the workbook also has: {others}.",
        ),
    )


def _table_in_csv(path: Path, header_row: int | None) -> _Table:
    """Of several tables in one file only the one with the chosen header is read, to its end."""
    table = open_csv(path)
    notes: tuple[Words, ...] = ()
    if table.encoding == "cp1252":
        notes = (
            Words(
                nl="Het bestand is geen UTF-8; het is gelezen als Windows-tekst (cp1252).",
                en="The file is not UTF-8; it was read as Windows text (cp1252).",
            ),
        )
    if not table.sections:
        return _Table(table.rows, notes)
    if header_row is None:
        raise refusal(
            "sections",
            path.name,
            tables=", ".join(title for _, title in table.sections),
            rows=", ".join(str(row + 1) for row, _ in table.sections),
        )
    after = [row for row, _ in table.sections if row > header_row]
    if not after:
        return _Table(table.rows, notes)
    end = after[0]
    only = Words(
        nl=f"Gelezen is één tabel, tot rij {end}; daaronder staan andere.",
        en=f"One table was read, up to row {end}; there are others below it.",
    )
    return _Table(lambda: _until(table.rows(), end), (*notes, only))


def _until(rows: FilledRows, end: int) -> FilledRows:
    for number, cells in rows:
        if number >= end:
            return
        yield number, cells


def _sample(rows: FilledRows, header_row: int | None) -> list[tuple[int, list[Cell]]]:
    """The first rows; with a chosen header, those up to and including it."""
    if header_row is None:
        return list(islice(rows, _SAMPLE))
    sample = []
    for number, cells in rows:
        if number > header_row:
            break
        sample = [(number, cells)]
    return sample


def _header_at(
    sample: list[tuple[int, list[Cell]]], header_row: int | None, name: str
) -> tuple[int, tuple[Words, ...]]:
    if header_row is not None:
        if not sample or sample[-1][0] != header_row:
            raise refusal("header-missing", name, row=header_row)
        return len(sample) - 1, ()
    if not sample:
        raise refusal("empty", name)
    at = _find_header(sample)
    return at, _about_header(sample[at][0])


def _find_header(sample: list[tuple[int, list[Cell]]]) -> int:
    """The place in the sample of the row that names the columns.

    The first row, unless it fills fewer than three cells and less than half of what the fuller rows
    fill: then it is a title, and the header is the first row of mere texts that is wide enough.
    """
    widths = [sum(cell is not None for cell in cells) for _, cells in sample]
    usual = sorted(widths)[len(widths) * 3 // 4]
    if widths[0] >= 3 or widths[0] * 2 >= usual:
        return 0
    for at, (_, cells) in enumerate(sample):
        texts = all(cell is None or isinstance(cell, str) for cell in cells)
        if texts and widths[at] * 2 >= usual:
            return at
    return 0


def _about_header(number: int) -> tuple[Words, ...]:
    if number == 1:
        return ()
    return (
        Words(
            nl=f"Rij {number} is als kopregel gelezen; wat erboven staat is niet ingelezen.",
            en=f"Row {number} was read as the header; what stands above it was not read in.",
        ),
    )


def _about_doubles(header: tuple[str, ...]) -> tuple[Words, ...]:
    counts = Counter(name for name in header if name)
    return tuple(
        Words(
            nl=f"De kop “{name}” komt {often} keer voor; de eerste telt.",
            en=f"The header “{name}” occurs {often} times; the first one counts.",
        )
        for name, often in counts.items()
        if often > 1
    )
