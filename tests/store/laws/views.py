"""What the laws compare: derived tables by record id or row by row, and all that search finds.

Plain SQL on the file, so that a fault in the reading half of the store cannot hide itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.store.schema import SEARCHED

Rows = list[tuple[object, ...]]

BESIDE = {
    "member": ("owner", "member"),
    "attendance": ("session", "party"),
    "answers": ("owner",),
    "joined": ("key", "stays"),
}
"""Derived tables that are no kind's own, each with its columns that hold keys."""

_CONFLICTS = 3
"""Place of that column behind id, deleted and kept, in front of what the fields say."""

TABLES = (*(kind.plural for kind in KINDS.values()), *BESIDE)


def every_row(conn: sqlite3.Connection) -> dict[str, Rows]:
    """All rows of all derived tables as they stand, keys included."""
    return {
        table: sorted(conn.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in TABLES
    }


def by_id(conn: sqlite3.Connection, *, without: frozenset[str] = frozenset()) -> dict[str, Rows]:
    """All rows of all derived tables with record ids for keys, to compare two files.

    `without` names columns to leave out.
    """
    ids = {
        key: ident.hex()
        for key, ident in conn.execute("SELECT seq, id FROM change WHERE id = record")
    }
    found: dict[str, Rows] = {}
    for table in TABLES:
        cursor = conn.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        keys = _key_columns(table)
        found[table] = sorted(
            (
                tuple(
                    ids.get(cell, "?") if name in keys and cell is not None else cell
                    for name, cell in zip(names, row, strict=True)
                    if name not in without
                )
                for row in cursor
            ),
            key=repr,
        )
    return found


def live_values(conn: sqlite3.Connection) -> dict[str, Rows]:
    """Derived rows of what is not gone, by record id; codes without the number for duplicates.

    What was made and undone leaves a gone row behind, and a gone record keeps its code. Of a record
    whose values wait for a choice only their number counts: which of them is shown goes by id, and
    what an undo writes again has a new one; all of them are in the dump.
    """
    kinds = [kind.plural for kind in KINDS.values()]
    torn = any(
        conn.execute(f"SELECT 1 FROM {table} WHERE deleted = 0 AND conflicts > 0").fetchone()
        for table in kinds
    )
    # Where a joining waits for a choice, others hang on what is shown meanwhile; where a ring of
    # themes is cut may hang on one that is gone.
    unsettled = {"stays"} if torn else set()
    found = by_id(conn, without=frozenset({"shown", "role", "cut", *unsettled}))
    live: set[str] = set()
    for table in kinds:
        rows = [row[1:] for row in found[table] if not row[2]]
        live |= {_hex(row[0]) for row in rows if not row[_CONFLICTS]}
        found[table] = [row[: _CONFLICTS + 1] if row[_CONFLICTS] else row for row in rows]
    for table in BESIDE:
        found[table] = [row for row in found[table] if row[0] in live and len(row) > 1]
    return found


def search_index(conn: sqlite3.Connection) -> dict[str, Rows]:
    """Every word of every search index with the record, column and place it stands at."""
    found: dict[str, Rows] = {}
    with _writable(conn):
        for table in SEARCHED:
            conn.execute(
                f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {table}_search, instance)"
            )
            found[table] = sorted(conn.execute("SELECT * FROM temp.words").fetchall(), key=repr)
            conn.execute("DROP TABLE temp.words")
    return found


@contextmanager
def _writable(conn: sqlite3.Connection) -> Iterator[None]:
    conn.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        conn.execute("PRAGMA query_only = ON")


def _key_columns(table: str) -> frozenset[str]:
    if table in BESIDE:
        return frozenset(BESIDE[table])
    kind = next(kind for kind in KINDS.values() if kind.plural == table)
    return frozenset({"key"} | {field.name for field in kind.fields if field.type is Type.REF})


def _hex(cell: object) -> str:
    return cell.hex() if isinstance(cell, bytes) else str(cell)
