"""Rows of a matched table read one by one: values, a key for each row, and what did not fit.

Streams: nothing holds the whole table. References and terms come out as text, for `store` to look
up in the round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from samen_desktop.core.errors import Problem
from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.text import clean, fold
from samen_desktop.core.words import Words

from .mapping import Matched
from .targets import KEY, SPAN, Column
from .values import NotReadError, Read, plain_of, read_span, reader, text_of


class TableRow(Protocol):
    """A row as a file gives it: its number in a spreadsheet, its cells, what stood beyond them."""

    @property
    def number(self) -> int: ...
    @property
    def cells(self) -> tuple[object, ...]: ...
    @property
    def extra(self) -> tuple[object, ...]: ...


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row of the table. `values` by our column names, empty ones left out.

    `fits` is False where a required value is missing: such a row cannot be read in.
    """

    number: int
    key: str
    values: dict[str, Scalar]
    problems: tuple[Problem, ...]
    fits: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one of our columns is read from a row."""

    column: Column
    header: str
    cell_of: Callable[[tuple[object, ...]], object]
    read: Read


def read_rows(matched: Matched, rows: Iterable[TableRow], sheet: str) -> Iterator[ReadRow]:
    """Read all rows. Raises what the source raises; a row that does not fit is a Problem."""
    readings = [
        _reading(matched, name) for name in (*matched.places, *matched.rules.fixed) if name != KEY
    ]
    key_at, nameless = matched.places.get(KEY), matched.nameless
    seen: Counter[str] = Counter()
    for row in rows:
        values: dict[str, Scalar] = {}
        problems: list[Problem] = []
        for reading in readings:
            try:
                value = reading.read(reading.cell_of(row.cells))
            except NotReadError as error:
                problems.append(Problem(_not_taken(error.words), sheet, row.number, reading.header))
                continue
            if value is not None and value != "":
                values[reading.column.name] = value
        if SPAN in values:
            _split_span(values)
        fits = _fill_required(matched, values, problems, row.number, sheet)
        if row.extra:
            problems.append(Problem(_BEYOND, sheet, row.number))
        if nameless and any(row.cells[at] is not None for at in nameless):
            problems.append(Problem(_NAMELESS, sheet, row.number))
        yield ReadRow(row.number, _key(row, key_at, seen), values, tuple(problems), fits)


def _reading(matched: Matched, name: str) -> _Reading:
    column = matched.target.column(name)
    places = matched.places.get(name, ())
    fixed = matched.rules.fixed.get(name)
    changes = {fold(theirs): ours for theirs, ours in matched.rules.values.get(name, {}).items()}
    read = read_span if name == SPAN else reader(column.field)
    header = ", ".join(matched.rules.columns.get(name, ())) or column.words.nl
    between = "\n\n" if column.field.type in (Type.LONG, Type.MEMBERS) else " "

    def cell_of(cells: tuple[object, ...]) -> object:
        if len(places) == 1:
            cell = cells[places[0]]
        else:
            cell = between.join(text for at in places if (text := text_of(cells[at])))
        if changes and cell is not None:
            cell = changes.get(fold(plain_of(cell)), cell)
        return fixed if fixed is not None and (cell is None or cell == "") else cell

    return _Reading(column, header, cell_of, read)


def _fill_required(
    matched: Matched,
    values: dict[str, Scalar],
    problems: list[Problem],
    number: int,
    sheet: str,
) -> bool:
    for name in matched.target.required:
        if name in values:
            continue
        other = next(
            (each for each in matched.target.instead.get(name, ()) if each in values), None
        )
        if other is None:
            words = matched.target.column(name).fill(_MISSING)
            header = ", ".join(matched.rules.columns.get(name, ()))
            problems.append(Problem(words, sheet, number, header))
            return False
        text = str(values[other])
        one_line = matched.target.column(name).field.type is Type.TEXT
        values[name] = _title(text) if one_line else text
    return True


def _title(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"


def _split_span(values: dict[str, Scalar]) -> None:
    """Put begin and end where they belong; columns of their own go before."""
    begin, _, end = str(values.pop(SPAN)).partition("–")
    values.setdefault("begin", begin)
    if end:
        values.setdefault("end", end)


def _key(row: TableRow, at: tuple[int, ...] | None, seen: Counter[str]) -> str:
    """The mapped key, else a hash of the trimmed cells; `#n` behind the n-th of equal rows."""
    own = [clean(plain_of(row.cells[each])) for each in at] if at else []
    # As the log will keep it, so that it is the same when it is read back from there.
    key = clean("/".join(own), one_line=True) if any(own) else ""
    if not key:
        joined = "\x1f".join(plain_of(cell) for cell in row.cells)
        key = blake2b(joined.encode("utf-8", "replace"), digest_size=8).hexdigest()
    seen[key] += 1
    if seen[key] == 1:
        return key
    found = f"{key}#{seen[key]}"
    while found in seen:  # a key of theirs may look like that
        seen[key] += 1
        found = f"{key}#{seen[key]}"
    seen[found] = 1
    return found


def _not_taken(why: Words) -> Words:
    nl, en = why.nl.removesuffix("."), why.en.removesuffix(".")
    return Words(f"Niet overgenomen: {nl}.", f"Not taken over: {en}.")


_TITLE = 160
"""Characters of a title that is made of a longer text."""

_MISSING = Words(
    "Deze rij is niet ingelezen: “{field}” is leeg.",
    "This row was not read in: “{field}” is empty.",
)
_NAMELESS = Words(
    "Er staat iets in een kolom zonder kop; dat is niet overgenomen.",
    "There is something in a column without a header; it was not taken over.",
)
_BEYOND = Words(
    "Rechts van de laatste kolomkop staat nog tekst; die is niet overgenomen.",
    "There is more to the right of the last header; it was not taken over.",
)
