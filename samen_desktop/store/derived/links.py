"""Records that point at records of their own kind: joined into another, or under a parent.

A merge can close such a chain to a ring; a ring is cut at its greatest id, which then stands on
its own and is flagged by `check`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping

from samen_desktop.core.kinds import KINDS

JOINABLE = tuple(
    kind.plural
    for kind in KINDS.values()
    if any(field.name == "joined_into" for field in kind.fields)
)

TREES = frozenset(
    kind.plural for kind in KINDS.values() if any(field.name == "parent" for field in kind.fields)
)
"""Tables whose records stand under one another."""


def settle_joins(conn: sqlite3.Connection) -> None:
    """Write for every joined record which record stays, however long the chain to it is."""
    conn.execute("DELETE FROM joined")
    for table in JOINABLE:
        rows = conn.execute(
            f"SELECT one.key, one.id, one.joined_into FROM {table} AS one"
            f" JOIN {table} AS other ON other.key = one.joined_into AND other.deleted = 0"
            " WHERE one.joined_into IS NOT NULL"
        ).fetchall()
        into = {key: target for key, _, target in rows}
        for key in cut_rings(into, {key: ident for key, ident, _ in rows}):
            del into[key]
        conn.executemany(
            "INSERT INTO joined (key, stays) VALUES (?, ?)",
            [(key, _end(key, into)) for key in into],
        )


def settle_rings(conn: sqlite3.Connection, table: str) -> None:
    """Mark the themes or chapters at which a ring of parents is cut: they stand at the top."""
    rows = conn.execute(f"SELECT key, id, parent FROM {table} WHERE parent IS NOT NULL").fetchall()
    cut = cut_rings(
        {key: parent for key, _, parent in rows}, {key: ident for key, ident, _ in rows}
    )
    conn.execute(f"UPDATE {table} SET cut = 0 WHERE cut = 1")
    conn.executemany(f"UPDATE {table} SET cut = 1 WHERE key = ?", [(key,) for key in cut])


def settle_bundles(conn: sqlite3.Connection, inputs: Collection[int] | None) -> None:
    """Write whose answer counts for these inputs, or for all that are in a bundle (None).

    A bundle that is gone answers nothing: what was in it stands on its own until it comes back.
    """
    if inputs is None:
        conn.execute(f"{_SETTLE_BUNDLES} WHERE bundle IS NOT NULL OR answer_owner IS NOT NULL")
    elif inputs:
        conn.executemany(f"{_SETTLE_BUNDLES} WHERE key = ?", [(key,) for key in inputs])


_SETTLE_BUNDLES = """
UPDATE inputs SET answer_owner = (
    SELECT bundles.key FROM bundles WHERE bundles.deleted = 0 AND bundles.key =
    coalesce((SELECT stays FROM joined WHERE joined.key = inputs.bundle), inputs.bundle))"""


def cut_rings(into: Mapping[int, int], ids: Mapping[int, bytes]) -> list[int]:
    """The keys at which the rings of a mapping have to be cut: in each ring the greatest id."""
    settled: set[int] = set()
    cut: list[int] = []
    for start in into:
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in settled and at not in path:
            path.append(at)
            at = into.get(at)
        if at is not None and at in path:
            ring = path[path.index(at) :]
            cut.append(max(ring, key=lambda key: ids[key]))
        settled.update(path)
    return cut


def _end(key: int, into: Mapping[int, int]) -> int:
    while key in into:
        key = into[key]
    return key
