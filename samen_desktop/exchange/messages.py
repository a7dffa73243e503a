"""What the reader of a stranger's table tells the program: lines of JSON, of plain values only.

Nothing that arrives is trusted to be what a sound reader sends: it may have been taken over by the
file it reads. What does not fit raises ValueError, and then the reader is stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from .source_cells import Cell, CellFault, FilledRows
from .table import Source

HEAD, ROWS, END, REFUSED, FAULT = "head", "rows", "end", "refused", "fault"
"""Sorts of lines: the table that was found; some rows; no more rows; a known error; a bug."""

NAME_OF_FAULT = 120
"""Characters of the type and place of a bug; none of its words, which may be a person's."""

_CELLS = frozenset({str, int, float, bool, date, datetime, time, CellFault, type(None)})

Row = tuple[int, list[Cell]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What the program asks of a reader: which table of which file, and how much it may take."""

    path: Path
    sheet: str | None
    header_row: int | None
    memory: int

    def line(self) -> bytes:
        """The wish as the reader gets it."""
        return _line([str(self.path), self.sheet, self.header_row, self.memory])


def wish_of(line: bytes) -> Wish:
    """The wish in a line."""
    path, sheet, header_row, memory = json.loads(line)
    return Wish(Path(path), sheet, header_row, memory)


def head_line(source: Source) -> bytes:
    """The table that was found, without its rows."""
    found = [
        source.name,
        source.sha256,
        source.format,
        source.sheet,
        source.sheets,
        source.header,
        source.header_row,
        [[note.nl, note.en] for note in source.notes],
    ]
    return _line([HEAD, found])


def source_of(found: object, filled: Callable[[], FilledRows]) -> Source:
    """The table that a reader told of. Raises ValueError."""
    match found:
        case [
            str(name),
            str(sha256),
            "csv" | "xlsx" as kind,
            str(sheet),
            list(sheets),
            list(header),
            int(row),
            list(notes),
        ]:
            texts, names = _texts(sheets), _texts(header)
            told = tuple(map(_note, notes))
            return Source(name, sha256, kind, sheet, texts, names, row, told, filled)
    raise ValueError(HEAD)


def rows_line(texts: list[str]) -> bytes:
    """Rows that were made text before."""
    return f'["{ROWS}",[{",".join(texts)}]]\n'.encode("ascii")


def rows_of(found: object) -> list[Row]:
    """The rows in a line. Raises ValueError."""
    if not isinstance(found, list):
        raise ValueError(ROWS)
    rows: list[Row] = []
    for row in found:
        match row:
            case [int(number), list(cells)] if _CELLS.issuperset(map(type, cells)):
                rows.append((number, cells))
            case _:
                raise ValueError(ROWS)
    return rows


def refused_line(error: KnownError) -> bytes:
    """A known error in both languages."""
    return _line([REFUSED, [error.code, error.words.nl, error.words.en]])


def refused_of(found: object) -> KnownError:
    """The known error that a reader told. Raises ValueError."""
    match found:
        case [str(code), str(nl), str(en)] if code.startswith("source."):
            return KnownError(code, Words(nl, en))
    raise ValueError(REFUSED)


def fault_line(error: Exception) -> bytes:
    """The type and the place of a bug."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = "" if place is None else Path(place.tb_frame.f_code.co_filename).name
    line = 0 if place is None else place.tb_lineno
    return _line([FAULT, f"{type(error).__name__} {where}:{line}"[:NAME_OF_FAULT]])


def end_line() -> bytes:
    """There are no more rows."""
    return _line([END, None])


def parsed(line: bytes) -> tuple[str, object]:
    """The sort of a line and what it tells. Raises ValueError."""
    match _read(line.decode("ascii")):
        case [str(sort), content]:
            return sort, content
    raise ValueError("line")


def _line(content: object) -> bytes:
    return json.dumps(content, separators=(",", ":")).encode("ascii") + b"\n"


def _note(found: object) -> Words:
    match found:
        case [str(nl), str(en)]:
            return Words(nl, en)
    raise ValueError(HEAD)


def _texts(found: list[object]) -> tuple[str, ...]:
    texts = tuple(each for each in found if isinstance(each, str))
    if len(texts) != len(found):
        raise ValueError(HEAD)
    return texts


def _tagged(cell: object) -> dict[str, str]:
    """The cells that JSON has no word for."""
    match cell:
        case datetime():
            return {"moment": cell.isoformat()}
        case date():
            return {"day": cell.isoformat()}
        case time():
            return {"time": cell.isoformat()}
        case CellFault():
            return {"fault": cell.text}
    raise TypeError(type(cell).__name__)


def _untagged(found: dict[str, object]) -> Cell:
    match found:
        case {"moment": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"time": str(text)}:
            return time.fromisoformat(text)
        case {"fault": str(text)}:
            return CellFault(text)
    raise ValueError("cell")


def _constant(name: str) -> float:
    raise ValueError(name)


row_text: Callable[[Row], str] = json.JSONEncoder(separators=(",", ":"), default=_tagged).encode
"""One row, to be put in a line with others."""

_read = json.JSONDecoder(object_hook=_untagged, parse_constant=_constant).decode
