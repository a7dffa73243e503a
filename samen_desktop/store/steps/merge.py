"""Merging: the union of two logs, whole files only; what it means is derived anew afterwards.

Reads the other file through a second connection that is never attached to this one. A file whose
rows are damaged or point at rows that are nowhere is refused whole: nothing is taken over from it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS, split_field
from samen_desktop.core.words import Words
from samen_desktop.store import attachments
from samen_desktop.store.derived.derive import Derivation
from samen_desktop.store.log.changelog import Log, chunks
from samen_desktop.store.log.ids import DAY_MS, made_at
from samen_desktop.store.log.rows import (
    ERASURE,
    ChangeRow,
    EditRow,
    change_hash,
    decode,
    decode_creation,
    edit_hash,
    split_prev,
)

from .erase import Stones


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: numbers of edits, records that are new, and records that changed here.

    `ahead`: rows whose id lies more than 24 hours ahead of this laptop's clock.
    """

    edits: int
    added: int
    changed: int
    ahead: int


class Union:
    """The rows of another log that are not here yet, checked before any is taken over."""

    def __init__(self, conn: sqlite3.Connection, other: sqlite3.Connection, name: str) -> None:
        self._conn = conn
        self._log = Log(conn)
        self._source = other
        self._other = Log(other)
        self._name = name
        known = {ident for (ident,) in conn.execute("SELECT id FROM edit")}
        self.edits = sorted(
            (row for row in self._other.edits() if row.id not in known and row.name != edits.MERGE),
            key=lambda row: row.id,
        )

    def changes(self) -> Iterator[ChangeRow]:
        """All rows of the edits that are new, in the order of their ids within each edit."""
        for row in self.edits:
            yield from self._other.changes_of_edit(row.id)

    def take(self, came: int, derivation: Derivation, now_ms: int) -> Merged:
        """Write the new rows here, inside the open transaction, and derive what they touch."""
        edit_seq = self._log.next_seq("edit")
        for at, row in enumerate(self.edits):
            if edit_hash(row) != row.hash:
                raise self._refused()
            self._log.add_edit(row._replace(seq=edit_seq + at, came=came))
        ahead = self._add_changes(now_ms)
        self._check_whole()
        stones = Stones(self._conn)
        stones.lay()
        self._check_hashes(stones)
        touched = self._touched(came)
        before = {row for (row,) in self._conn.execute(_CREATED_HERE, (came,))}
        derivation.apply_records(touched)
        if not attachments.take_over(self._conn, self._source):
            raise self._refused()
        return Merged(len(self.edits), len(before), len(set(touched) - before), ahead)

    def _add_changes(self, now_ms: int) -> int:
        seq = self._log.next_seq("change")
        ahead = 0
        batch: list[ChangeRow] = []
        for row in self.changes():
            batch.append(row._replace(seq=seq))
            seq += 1
            ahead += made_at(row.id) > now_ms + DAY_MS
            if len(batch) == 2000:
                self._insert(batch)
                batch = []
        self._insert(batch)
        return ahead

    def _insert(self, rows: list[ChangeRow]) -> None:
        for row in rows:
            if row.hash is not None and row.hash != change_hash(*row[1:7]):
                raise self._refused()
        try:
            self._log.add_changes(rows)
        except sqlite3.IntegrityError as error:
            raise self._refused() from error

    def _check_hashes(self, stones: Stones) -> None:
        """A value may be empty only where an erasure names it."""
        for (ident,) in self._conn.execute("SELECT id FROM change WHERE hash IS NULL"):
            if ident not in stones.rows:
                raise self._refused()

    def _check_whole(self) -> None:
        # Rows are read by edit, so one that names no edit of its file would be passed over.
        for conn, sql in ((self._source, _NO_EDIT), (self._conn, _NO_RECORD)):
            if conn.execute(sql).fetchone() is not None:
                raise self._refused()
        wanted: set[bytes] = set()
        try:
            for row in self.changes():
                wanted.update(split_prev(row.prev))
                wanted.update(_references(row))
        except ValueError as error:  # a reference that is no id at all
            raise self._refused() from error
        for chunk in chunks(wanted):
            marks = ",".join("?" * len(chunk))
            found = self._conn.execute(
                f"SELECT count(*) FROM change WHERE id IN ({marks})", chunk
            ).fetchone()[0]
            if found != len(chunk):
                raise self._refused()

    def _touched(self, came: int) -> list[bytes]:
        return [
            record
            for (record,) in self._conn.execute(
                "SELECT DISTINCT record FROM change WHERE edit IN"
                " (SELECT id FROM edit WHERE came = ?)",
                (came,),
            )
        ]

    def _refused(self) -> KnownError:
        return KnownError(
            "merge_damaged",
            Words(
                "{name} is beschadigd of niet compleet en is niet samengevoegd."
                " Herstel het bestand eerst, of gebruik een reservekopie ervan.",
                "{name} is damaged or not complete and was not merged."
                " Repair the file first, or use a backup of it.",
            ).fill(name=self._name),
        )


_NO_EDIT = (
    "SELECT 1 FROM change LEFT JOIN edit ON edit.id = change.edit WHERE edit.id IS NULL LIMIT 1"
)
_NO_RECORD = (
    "SELECT 1 FROM change AS row LEFT JOIN change AS made ON made.id = row.record"
    " WHERE made.id IS NULL OR made.field NOT LIKE '+%' LIMIT 1"
)
_CREATED_HERE = (
    "SELECT record FROM change WHERE field LIKE '+%' AND edit IN"
    " (SELECT id FROM edit WHERE came = ?)"
)


def _references(row: ChangeRow) -> Iterator[bytes]:
    """Ids of the records a row's values point at."""
    if row.field.startswith("+"):
        kind = KINDS.get(row.field[1:])
        for name, value in decode_creation(row.value).items():
            if member := split_field(name)[1]:
                yield bytes.fromhex(member)
            elif isinstance(value, str) and kind is not None and _is_reference(kind.name, name):
                yield bytes.fromhex(value)
    elif row.field != ERASURE:
        if member := split_field(row.field)[1]:
            yield bytes.fromhex(member)
        value = decode(row.value)
        if isinstance(value, str) and row.field in _REFERENCE_NAMES and len(value) == 32:
            yield bytes.fromhex(value)


def _is_reference(kind: str, name: str) -> bool:
    return any(field.name == name and field.type is Type.REF for field in KINDS[kind].fields)


_REFERENCE_NAMES = frozenset(
    field.name for kind in KINDS.values() for field in kind.fields if field.type is Type.REF
)


def same_log(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two files hold the same rows; when and by which merge they came does not count."""
    return _shape(one) == _shape(other)


def _shape(conn: sqlite3.Connection) -> list[Iterable[object]]:
    edit_rows: list[EditRow] = [row for row in Log(conn).edits() if row.name != edits.MERGE]
    found: list[Iterable[object]] = [row[1:9] for row in sorted(edit_rows, key=lambda row: row.id)]
    found += conn.execute(
        "SELECT id, edit, record, field, value, prev FROM change ORDER BY id"
    ).fetchall()
    return found
