"""The rows of a sheet in a stranger's workbook, read as a stream.

A sheet's own word on its size is never asked: rows and columns are counted where something stands.
Merged ranges, links, comments and formulas stay unread; a formula counts as its stored result.
"""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .gate import DAMAGE, MAX_ALL, check_workbook
from .refusals import refusal
from .source_cells import MAX_CELL, MAX_COLUMNS, MAX_ROWS, UNCALCULATED, Cell, CellFault, FilledRows
from .xlsx_book import Book, Sheet, Shown, open_book, unescape
from .xlsx_numbers import Calendar, elapsed, iso, whole
from .xml_stream import MAX_DEPTH, DefinitionError, MalformedError, feed, local, new_parser

_LAST_ROW = 1_048_576
_EXCEL_CELL = 32_767
_PATIENCE = 5.0
"""Seconds without a row after which a sheet is given up: only hollow sheets take so long."""
_DIGITS = "0123456789"
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})\$?")


@contextmanager
def _understanding(name: str) -> Iterator[None]:
    """The one boundary: whatever a broken workbook makes us stumble over is told as damage."""
    try:
        yield
    except DefinitionError as error:
        raise refusal("unsafe", name) from error
    except (MalformedError, LookupError, ArithmeticError, *DAMAGE) as error:
        raise refusal("damaged", name) from error


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that passed the gate; the file is opened anew for each reading of a sheet."""

    path: Path
    sheets: tuple[Sheet, ...]
    strings: list[str | None]
    shown: dict[str, Shown]
    from_1904: bool

    def rows(self, sheet: Sheet) -> FilledRows:
        """The filled rows of a sheet, from its first row on. Raises KnownError, also halfway."""
        name = self.path.name
        with (
            _understanding(name),
            zipfile.ZipFile(self.path) as archive,
            Book(archive).open(sheet.part) as part,
        ):
            reader = _SheetReader(self, name)
            parser = new_parser()
            parser.buffer_size = 1 << 16
            parser.StartElementHandler = reader.start
            parser.EndElementHandler = reader.end
            parser.CharacterDataHandler = reader.pieces.append
            last = time.monotonic()
            for _ in feed(parser, part):
                reader.check_length()
                if reader.found:
                    yield from reader.found
                    reader.found.clear()
                    last = time.monotonic()
                if reader.finished:
                    return
                if time.monotonic() - last > _PATIENCE:
                    raise refusal("too-slow", name)
            raise MalformedError


def open_workbook(path: Path) -> Workbook:
    """Let the file through the gate and read all but its sheets. Raises KnownError."""
    name = path.name
    with _understanding(name), path.open("rb") as file, check_workbook(file, name) as archive:
        book = open_book(archive)
        return Workbook(
            path=path,
            sheets=tuple(book.sheets),
            strings=[text if text and not text.isspace() else None for text in book.strings()],
            shown={
                str(number): shown
                for number, shown in enumerate(book.shown)
                if shown is not Shown.NUMBER
            },
            from_1904=book.from_1904,
        )


class _SheetReader:
    """Makes rows of the stream of tags. The per-cell path is written for speed."""

    def __init__(self, workbook: Workbook, name: str) -> None:
        self.found: list[tuple[int, list[Cell]]] = []
        self.pieces: list[str] = []
        self.finished = False
        self._name = name
        self._strings = workbook.strings
        self._shown = workbook.shown
        self._calendar = Calendar(from_1904=workbook.from_1904)
        self._columns: dict[str, int] = {}
        self._c = self._v = self._row_tag = ""
        self._depth = 0
        self._filled = 0
        self._long = 0
        self._number = 0
        self._row: list[Cell] | None = None
        self._column = -1
        self._about: dict[str, str] | None = None
        self._value: str | None = None
        self._formula = False
        self._phonetic = False

    def check_length(self) -> None:
        """Between blocks: no text may grow without end."""
        if self._about is None:
            self.pieces.clear()
        elif sum(map(len, self.pieces)) > MAX_CELL:
            raise refusal("cell-too-long", self._name, row=self._number)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._c:
            if self._row is None or self._about is not None:
                raise MalformedError
            self._about = attributes
            self._value = None
            self._formula = False
        elif name == self._v:
            self.pieces.clear()
        elif name == self._row_tag:
            self._start_row(attributes)
        else:
            self._start_other(name)

    def end(self, name: str) -> None:
        if name == self._c:
            self._end_cell()
        elif name == self._v:
            self._value = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        elif name == self._row_tag:
            self._end_row()
        else:
            self._end_other(local(name))

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self._row is not None:
            raise MalformedError
        above = self._number
        self._number = int(attributes.get("r", above + 1))
        if not above < self._number <= _LAST_ROW:
            raise MalformedError
        self._row = []
        self._column = -1

    def _end_row(self) -> None:
        if self._row:
            self._filled += 1
            if self._filled > MAX_ROWS:
                raise refusal("too-many-rows", self._name)
            self.found.append((self._number, self._row))
        self._row = None

    def _start_other(self, name: str) -> None:
        if not self._depth:
            self._root(name)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise MalformedError
        tag = local(name)
        if tag == "t":
            self.pieces.clear()
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._phonetic = True

    def _end_other(self, tag: str) -> None:
        self._depth -= 1
        if tag == "t" and self._about is not None and not self._phonetic:
            self._value = (self._value or "") + "".join(self.pieces)
            self._measure(self._value)
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "sheetData":
            self.finished = True

    def _root(self, name: str) -> None:
        if local(name) != "worksheet":
            raise MalformedError
        prefix = name[: -len("worksheet")]
        self._c, self._v, self._row_tag = prefix + "c", prefix + "v", prefix + "row"

    def _end_cell(self) -> None:
        about, text = self._about, self._value
        row = self._row
        self._about = None
        if about is None or row is None:
            raise MalformedError
        ref = about.get("r")
        if ref is None:
            self._column += 1
        else:
            letters = ref.rstrip(_DIGITS)
            column = self._columns.get(letters)
            self._column = self._column_of(letters) if column is None else column
        kind = about.get("t", "n")
        cell: Cell
        if text is None:
            cell = UNCALCULATED if self._formula and kind == "n" else None
        elif kind == "s":
            cell = self._shared(int(text))
        elif kind == "n":
            cell = self._read_number(text, self._shown.get(about.get("s", "0")))
        else:
            cell = self._read_other(kind, text)
        if cell is not None:
            self._place(row, cell)

    def _place(self, row: list[Cell], cell: Cell) -> None:
        gap = self._column - len(row)
        if gap < 0:
            if row[self._column] is not None:
                raise MalformedError  # two values for one cell: neither may be lost unseen
            row[self._column] = cell
            return
        if self._column >= MAX_COLUMNS:
            raise refusal("too-many-columns", self._name, row=self._number)
        if gap:
            row.extend([None] * gap)
        row.append(cell)

    def _column_of(self, letters: str) -> int:
        found = _COLUMN.fullmatch(letters)
        if found is None:
            raise MalformedError
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = column - 1
        return column - 1

    def _shared(self, number: int) -> str | None:
        if number < 0:
            raise MalformedError
        text = self._strings[number]
        if text is not None and len(text) > _EXCEL_CELL:
            self._measure(text)
        return text

    def _measure(self, text: str) -> None:
        """A short file can refer to one long text a million times; Excel's own texts are short."""
        if len(text) > MAX_CELL:
            raise refusal("cell-too-long", self._name, row=self._number)
        if len(text) > _EXCEL_CELL:
            self._long += len(text)
            if self._long > MAX_ALL:
                raise refusal("too-big-inside", self._name)

    def _read_number(self, text: str, shown: Shown | None) -> Cell:
        if not text:
            return UNCALCULATED if self._formula else None
        if shown is Shown.DATE:
            return self._calendar.read(text)
        if shown is Shown.ELAPSED:
            return elapsed(text)
        try:
            return int(text)
        except ValueError:
            return whole(text)

    def _read_other(self, kind: str, text: str) -> Cell:
        if kind in ("str", "inlineStr"):
            text = unescape(text)
            self._measure(text)
            return text if text and not text.isspace() else None
        if kind == "b":
            return text.strip() in ("1", "true")
        if kind == "e":
            return CellFault(text)
        if kind == "d":
            return iso(text)
        raise MalformedError
