"""The rows of a damaged log, judged: sound, hurt, or gone; and what a backup fills in.

Pure work on rows that were read; where they come from and go to is for `salvaging`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from samen_desktop.core.fields import Scalar
from samen_desktop.store.log.ids import SIZE
from samen_desktop.store.log.rows import (
    ERASURE,
    ChangeRow,
    EditRow,
    change_hash,
    decode,
    decode_creation,
    edit_hash,
    encode,
)

from . import raw_pages
from .raw_pages import RawRow, Value

_ID, _EIGHT = 12 + 2 * SIZE, 12 + 2 * 8
_SMALLEST = 40
"""Bytes that no row of the log is smaller than: what says it is beyond that is damaged itself."""

RowT = TypeVar("RowT", EditRow, ChangeRow)
Beat = Callable[[int, int], None]
MakeStep = Callable[[bytes], EditRow]


class Rows:
    """What was found. `sound` and `edits` count; `apart` is readable and does not."""

    def __init__(self, most: int) -> None:
        """`most` is a number that no row's place in the order of arrival goes beyond."""
        self.edits: dict[bytes, EditRow] = {}
        self.sound: dict[bytes, ChangeRow] = {}
        self.files: list[list[Value]] = []
        self.apart: list[ChangeRow] = []
        self.recovered = self.damaged = self.missing = 0
        self._most = most
        self._hurt: dict[int, ChangeRow] = {}
        self._emptied: list[ChangeRow] = []

    # while reading

    def take(self, raw: RawRow) -> None:
        """Judge a row by its hash and keep it."""
        values = raw.values()
        if len(values) == 5:
            self.files.append(values)
        elif len(values) == 10:
            edit = EditRow(raw.number, *values[1:])  # type: ignore[arg-type]
            if edit_hash(edit) == edit.hash:
                self.edits.setdefault(edit.id, edit)
        else:
            self._take_change(ChangeRow(raw.number, *values[1:]))  # type: ignore[arg-type]

    def _take_change(self, row: ChangeRow) -> None:
        if row.hash is None:
            self._emptied.append(row)
        elif change_hash(*row[1:7]) == row.hash:
            self.sound.setdefault(row.id, row)
        else:
            self._hurt.setdefault(row.seq, row)

    def settle(self) -> None:
        """All was read: an emptied row is sound where an erasure names it; count."""
        erased = self._erased()
        for row in self._emptied:
            if row.id.hex() in erased:
                self.sound.setdefault(row.id, row)
            else:
                self._hurt.setdefault(row.seq, row)
        self._emptied.clear()
        places = self._places()
        self._hurt = {
            seq: row
            for seq, row in self._hurt.items()
            if seq not in places and 0 < seq <= self._most
        }
        self.recovered, self.damaged = len(self.sound), len(self._hurt)
        known = {*places, *self._hurt}
        self.missing = max(known, default=0) - len(known)

    def _erased(self) -> set[str]:
        """The rows of which something was erased, as the erasures name them."""
        return {
            str(decode(row.value)).partition(":")[0]
            for row in self.sound.values()
            if row.field == ERASURE
        }

    def _places(self) -> dict[int, bytes]:
        """Who stands where in the order of arrival; a place that cannot be is nobody's."""
        return {row.seq: row.id for row in self.sound.values() if 0 < row.seq <= self._most}

    # afterwards

    def fill(self, edits: list[EditRow], changes: list[ChangeRow]) -> int:
        """Put in what a backup still has; returns how many rows of the log that were.

        Not from a backup of another line: one that has other rows in the same places.
        """
        places = self._places()
        if any(places.get(row.seq, row.id) != row.id for row in changes):
            return 0
        known = {*places, *self._hurt}
        self.missing = max({*known, *(row.seq for row in changes)}, default=0) - len(known)
        for edit in edits:
            self.edits.setdefault(edit.id, edit)
        new = [row for row in changes if row.id not in self.sound]
        self.sound.update((row.id, row) for row in new)
        for row in new:
            self._hurt.pop(row.seq, None)
        return len(new)

    def has_round(self) -> bool:
        return any(row.field == "+round" for row in self.sound.values())

    def mend_round(self) -> None:
        """The round's own first row is what all hangs on: where it is hurt it is written anew."""
        if self.has_round():
            return
        for row in self._hurt.values():
            if row.field == "+round":
                values = encode(_readable(row.value))
                digest = change_hash(row.id, row.edit, row.id, row.field, values, b"")
                self.sound[row.id] = row._replace(
                    record=row.id, value=values, prev=b"", hash=digest
                )
                return

    def name_lost_steps(self, make: MakeStep) -> int:
        """Steps that are lost while rows of theirs are not get a row again; returns how many."""
        lost = sorted({row.edit for row in self.sound.values()} - self.edits.keys())
        for ident in lost:
            self.edits[ident] = make(ident)
        return len(lost)

    def set_apart(self) -> None:
        """What is hurt for good, and what belongs to a record that is lost, does not count.

        Nor is it kept where it was erased.
        """
        made = {row.id for row in self.sound.values() if row.field.startswith("+")}
        loose = [row for row in self.sound.values() if row.record not in made]
        for row in loose:
            del self.sound[row.id]
        erased = self._erased()
        self.apart = [row for row in (*self._hurt.values(), *loose) if row.id.hex() not in erased]

    def edits_in_order(self) -> Iterator[EditRow]:
        """All steps, each in a place of its own; a merge that is lost brought nothing any more."""
        rows = _in_order(self.edits.values(), self._most)
        known = {0, None, *(row.seq for row in rows)}
        for row in rows:
            yield row if row.came in known else row._replace(came=0)

    def changes_in_order(self) -> list[ChangeRow]:
        """All sound rows, each in a place of its own."""
        return _in_order(self.sound.values(), self._most)

    def newest_format(self) -> int:
        return max((row.format for row in self.edits.values()), default=0)


def read_rows(raw: bytes, beat: Beat | None = None) -> Rows:
    """All rows of the log and the attachments in the bytes of a file, judged."""
    rows = Rows(len(raw) // _SMALLEST + 1)
    for each in raw_pages.rows(raw, _is_ours, beat):
        rows.take(each)
    rows.settle()
    return rows


def _is_ours(types: tuple[int, ...]) -> bool:
    """Whether a row has the types of a step, a change or an attachment."""
    match types:
        case (0, 44, 44, 44, field, value, prev, digest):
            return _text(field) and _text_or_none(value) and _ids(prev) and digest in (0, _EIGHT)
        case (0, 44, name, about, author, _, undoes, version, 28, came):
            texts = _text(name) and _text(about) and _text(author)
            return texts and undoes in (0, _ID) and _whole(version) and (not came or _whole(came))
        case (name, mode, mtime, size, data):
            numbers = all(map(_whole, (mode, mtime, size)))
            return _text(name) and numbers and data >= 12 and not data & 1
    return False


def _text(kind: int) -> bool:
    return kind >= 13 and bool(kind & 1)


def _text_or_none(kind: int) -> bool:
    return not kind or _text(kind)


def _ids(kind: int) -> bool:
    return kind >= 12 and not (kind - 12) % (2 * SIZE)


def _whole(kind: int) -> bool:
    return kind in (1, 2, 3, 4, 5, 6, 8, 9)


def _readable(value: str | None) -> dict[str, Scalar]:
    try:
        found = decode_creation(value)
    except ValueError:
        return {}
    return {name: each for name, each in found.items() if isinstance(each, str | int)}


def _in_order(rows: Iterable[RowT], most: int) -> list[RowT]:
    """Rows by place; who has no place of its own, or an impossible one, comes where room is."""
    placed: dict[int, RowT] = {}
    others: list[RowT] = []
    for row in sorted(rows, key=lambda row: row.id):
        if 0 < row.seq <= most and row.seq not in placed:
            placed[row.seq] = row
        else:
            others.append(row)
    free = (seq for seq in range(1, most + len(others) + 1) if seq not in placed)
    for row, seq in zip(others, free, strict=False):
        placed[seq] = row._replace(seq=seq)
    return [placed[seq] for seq in sorted(placed)]
