"""The change log in the file: rows in, rows out. What they mean is told in `heads`.

Plain SQL with `executemany`, as the design asks for bulk writes: sqlite-utils' own row verbs look
at the schema anew for each call, which a note that is committed while people speak would notice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from .rows import ChangeRow, EditRow

T = TypeVar("T")

CHUNK = 500
"""Ids in one query: well under the number of parameters that every SQLite allows."""

_EDIT = "seq, id, name, about, author, device, undoes, format, hash, came"
_CHANGE = "seq, id, edit, record, field, value, prev, hash"


class Log:
    """The two tables of the log, on the round's one connection."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    def add_edit(self, row: EditRow) -> None:
        self._conn.execute(f"INSERT INTO edit ({_EDIT}) VALUES (?,?,?,?,?,?,?,?,?,?)", row)

    def add_changes(self, rows: Iterable[ChangeRow]) -> None:
        self._conn.executemany(f"INSERT INTO change ({_CHANGE}) VALUES (?,?,?,?,?,?,?,?)", rows)

    def next_seq(self, table: str) -> int:
        """The next place in the order of arrival of `edit` or `change`."""
        found: int = self._conn.execute(
            f"SELECT coalesce(max(seq), 0) + 1 FROM {table}"
        ).fetchone()[0]
        return found

    def latest_id(self, below: bytes) -> bytes | None:
        """The greatest id of any row that is smaller than the given one."""
        found = self._conn.execute(
            "SELECT max(id) FROM (SELECT max(id) AS id FROM edit WHERE id < ?"
            " UNION ALL SELECT max(id) FROM change WHERE id < ?)",
            (below, below),
        ).fetchone()[0]
        return None if found is None else bytes(found)

    def knows_device(self, device: bytes) -> bool:
        """Whether any step was made on that laptop."""
        sql = "SELECT 1 FROM edit WHERE device = ? LIMIT 1"
        return self._conn.execute(sql, (device,)).fetchone() is not None

    def change(self, ident: bytes) -> ChangeRow | None:
        """One row by its id."""
        found = self._rows("WHERE id = ?", (ident,))
        return found[0] if found else None

    def changes(self, record: bytes) -> list[ChangeRow]:
        """All rows of one record, in order of arrival."""
        return self._rows("WHERE record = ? ORDER BY seq", (record,))

    def changes_of(self, records: Iterable[bytes]) -> dict[bytes, list[ChangeRow]]:
        """All rows of these records, in order of arrival. Meant for some thousands at a time."""
        found: dict[bytes, list[ChangeRow]] = {}
        for chunk in chunks(records):
            marks = ",".join("?" * len(chunk))
            for row in self._rows(f"WHERE record IN ({marks}) ORDER BY record, seq", chunk):
                found.setdefault(row.record, []).append(row)
        return found

    def changes_of_edit(self, edit: bytes) -> list[ChangeRow]:
        return self._rows("WHERE edit = ? ORDER BY seq", (edit,))

    def changes_of_edits(self, edits: Iterable[bytes]) -> Iterator[ChangeRow]:
        """The rows of these edits, edit by edit in the order given."""
        for chunk in chunks(edits):
            marks = ",".join("?" * len(chunk))
            found: dict[bytes, list[ChangeRow]] = {}
            for row in self._cursor(f"WHERE edit IN ({marks}) ORDER BY seq", chunk):
                found.setdefault(row.edit, []).append(row)
            for edit in chunk:
                yield from found.get(edit, ())

    def every_record(self) -> Iterator[list[ChangeRow]]:
        """The rows of each record of the round, one record at a time."""
        rows: list[ChangeRow] = []
        for row in self._cursor("ORDER BY record, seq", ()):
            if rows and rows[0].record != row.record:
                yield rows
                rows = []
            rows.append(row)
        if rows:
            yield rows

    def edit(self, ident: bytes) -> EditRow | None:
        found = self.edits("WHERE id = ?", (ident,))
        return found[0] if found else None

    def edits(self, where: str = "", values: Sequence[object] = ()) -> list[EditRow]:
        """Edits that fit a clause of ours, in order of arrival."""
        sql = f"SELECT {_EDIT} FROM edit {where} ORDER BY seq"
        return [EditRow(*row) for row in self._conn.execute(sql, values)]

    def _rows(self, where: str, values: Sequence[object]) -> list[ChangeRow]:
        return list(self._cursor(where, values))

    def _cursor(self, where: str, values: Sequence[object]) -> Iterator[ChangeRow]:
        return map(
            ChangeRow._make, self._conn.execute(f"SELECT {_CHANGE} FROM change {where}", values)
        )


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Cut a stream of ids in lists that one query can take."""
    stream = iter(items)
    while chunk := list(islice(stream, size)):
        yield chunk
