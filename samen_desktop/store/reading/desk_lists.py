"""What the desk offers to choose from: records by their words, and reusable texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from samen_desktop.core.kinds import KINDS
from samen_desktop.store.naming import Names

from .finding import find

_MOST = 40


class Offer(NamedTuple):
    """A record to choose."""

    id: bytes
    code: str
    title: str


class Block(NamedTuple):
    """A text that many answers use."""

    id: bytes
    title: str
    text: str


def offers(
    conn: sqlite3.Connection, kind: str, words: str, without: Collection[bytes]
) -> list[Offer]:
    """Records of a kind that hold these words; the newest where no words were typed."""
    table = KINDS[kind].plural
    if words:
        keys = [hit.key for hit in find(conn, words, (kind,), _MOST)]
    else:
        rows = conn.execute(
            f"SELECT key FROM {table} WHERE deleted = 0"
            " AND key NOT IN (SELECT key FROM joined) ORDER BY key DESC LIMIT ?",
            (_MOST,),
        )
        keys = [key for (key,) in rows]
    names = Names(conn).of_many(kind, keys)
    marks = ",".join("?" * len(keys))
    ids = dict(conn.execute(f"SELECT key, id FROM {table} WHERE key IN ({marks})", keys))
    return [Offer(ids[key], *names[key]) for key in keys if key in ids and ids[key] not in without]


def text_blocks(conn: sqlite3.Connection) -> list[Block]:
    """Reusable texts in their order."""
    rows = conn.execute(
        "SELECT id, coalesce(title, ''), coalesce(text, '') FROM text_blocks WHERE deleted = 0"
        " ORDER BY place IS NULL, place, key"
    )
    return [Block(*row) for row in rows]


def richest_bundle(conn: sqlite3.Connection, states: Collection[str]) -> bytes | None:
    """The bundle with the most inputs of which the answer is in one of these states."""
    marks = ",".join("?" * len(states))
    found = conn.execute(
        "SELECT one.id FROM bundles AS one LEFT JOIN answers AS ans ON ans.owner = one.key"
        " LEFT JOIN inputs AS i ON i.answer_owner = one.key WHERE one.deleted = 0"
        f" AND coalesce(ans.state, 'CONCEPT') IN ({marks})"
        " GROUP BY one.key ORDER BY ans.place IS NULL, count(i.key) DESC LIMIT 1",
        list(states),
    ).fetchone()
    return None if found is None else bytes(found[0])
