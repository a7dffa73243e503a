"""Places in the plan that a later version changed or left out: answers there are looked at again.

A chapter says which one of the version before it follows. A place of an older version still means
what it meant as long as, step by step, a chapter follows it with the same number and words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from samen_desktop.core.desk import CHANGED, GONE
from samen_desktop.core.words import Words

_NEWEST = (
    "SELECT key FROM plan_versions WHERE deleted = 0"
    " ORDER BY place IS NOT NULL DESC, place DESC, key DESC LIMIT 1"
)
_PLACES = """
SELECT DISTINCT ans.place, cha.version, cha.deleted FROM answers AS ans
JOIN chapters AS cha ON cha.key = ans.place
"""
_SAME = (
    "coalesce(nxt.title, '') = coalesce(was.title, '')"
    " AND coalesce(nxt.text, '') = coalesce(was.text, '')"
    " AND coalesce(nxt.number, '') = coalesce(was.number, '')"
)
_FOLLOWING = f"""
WITH RECURSIVE chain (key, version, same) AS (
    SELECT key, version, 1 FROM chapters WHERE key = ?1
    UNION
    SELECT nxt.key, nxt.version, chain.same AND ({_SAME})
    FROM chain JOIN chapters AS was ON was.key = chain.key
    JOIN chapters AS nxt ON nxt.follows = chain.key AND nxt.deleted = 0
)
SELECT max(same) FROM chain WHERE version = ?2
"""


def newest_version(conn: sqlite3.Connection) -> int | None:
    """The key of the plan version that counts: the last in their order; None without a plan."""
    found = conn.execute(_NEWEST).fetchone()
    return None if found is None else int(found[0])


def outdated_places(conn: sqlite3.Connection) -> Mapping[int, Words]:
    """Chapters that answers point at and that are not what they were, with what happened."""
    newest = newest_version(conn)
    if newest is None:
        return {}
    found: dict[int, Words] = {}
    for place, version, deleted in conn.execute(_PLACES).fetchall():
        why = GONE if deleted else None if version == newest else _became(conn, place, newest)
        if why is not None:
            found[place] = why
    return found


def _became(conn: sqlite3.Connection, place: int, newest: int) -> Words | None:
    (same,) = conn.execute(_FOLLOWING, (place, newest)).fetchone()
    if same is None:
        return GONE
    return None if same else CHANGED
