"""Places in the plan that a later version changed or left out: answers there are looked at again.

The rule is that of `core.outlines`. All that points into an older version, and leading it on, is
for `plans`; here only what became of single chapters, so that the desk can ask for each item.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from samen_desktop.core import outlines
from samen_desktop.core.desk import CHANGED, GONE
from samen_desktop.core.words import Words

_NEWEST = (
    "SELECT key FROM plan_versions WHERE deleted = 0"
    " ORDER BY place IS NULL, place DESC, key DESC LIMIT 1"
)
_PLACES = """
SELECT DISTINCT ans.place FROM answers AS ans JOIN chapters AS cha ON cha.key = ans.place
WHERE cha.version IS NOT ? OR cha.deleted = 1
"""
_CHAPTER = """
SELECT coalesce(number, ''), coalesce(title, ''), coalesce(text, ''), version, deleted
FROM chapters WHERE key = ?
"""
_AFTER = "SELECT key FROM chapters WHERE follows = ? AND deleted = 0 ORDER BY key DESC LIMIT 1"


def newest_version(conn: sqlite3.Connection) -> int | None:
    """The key of the version that counts, first of `plans.versions`; None without a plan."""
    found = conn.execute(_NEWEST).fetchone()
    return None if found is None else int(found[0])


def outdated_places(conn: sqlite3.Connection) -> Mapping[int, Words]:
    """Chapters that answers point at and that are not what they were, with what happened."""
    newest = newest_version(conn)
    if newest is None:
        return {}
    places = [place for (place,) in conn.execute(_PLACES, (newest,)).fetchall()]
    return {place: why for place in places if (why := outdated(conn, place)) is not None}


def outdated(conn: sqlite3.Connection, place: int) -> Words | None:
    """What happened to one chapter that matters for who points at it; None where nothing did."""
    newest = newest_version(conn)
    was = conn.execute(_CHAPTER, (place,)).fetchone()
    if newest is None or was is None:
        return None
    now = _followed(conn, place, newest)
    if now is None:
        return GONE
    (step,) = outlines.compare([_heading(was)], [_heading(now)])[:1]
    return None if step.new is not None and not step.became.needs_look else CHANGED


def _followed(conn: sqlite3.Connection, place: int, newest: int) -> tuple[str, ...] | None:
    """The chapter of the newest version that came of this one, over the versions between."""
    seen: set[int] = set()
    at: int | None = place
    while at is not None and at not in seen:
        seen.add(at)
        found = conn.execute(_CHAPTER, (at,)).fetchone()
        if found is not None and found[3] == newest and not found[4]:
            return tuple(found)
        after = conn.execute(_AFTER, (at,)).fetchone()
        at = None if after is None else after[0]
    return None


def _heading(row: tuple[str, ...]) -> outlines.Heading:
    return outlines.Heading(1, row[0], row[1], row[2])
