"""Places in the plan that a later version changed or left out: answers there are looked at again.

What became of each chapter is told by `plans`; here only which answers' places that are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from samen_desktop.core.desk import CHANGED, GONE
from samen_desktop.core.outlines import Became
from samen_desktop.core.words import Words
from samen_desktop.store import plans

_ELSEWHERE = """
SELECT 1 FROM answers AS ans JOIN chapters AS cha ON cha.key = ans.place
WHERE cha.version IS NOT ? LIMIT 1
"""


def newest_version(conn: sqlite3.Connection) -> int | None:
    """The key of the plan version that counts; None without a plan."""
    standing = plans.versions(conn)
    return standing[0].key if standing else None


def outdated_places(conn: sqlite3.Connection) -> Mapping[int, Words]:
    """Chapters that answers point at and that are not what they were, with what happened."""
    newest = newest_version(conn)
    # Most rounds have answers in one version alone: then no outline is read.
    if newest is None or conn.execute(_ELSEWHERE, (newest,)).fetchone() is None:
        return {}
    return {
        each.was.key: GONE if each.became is Became.VANISHED else CHANGED
        for each in plans.to_look_at(conn)
        if each.became.needs_look
    }
