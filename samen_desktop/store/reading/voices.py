"""Who said something, counted three ways: sessions, organisations and groups, people.

So that ten remarks of one party are not ten parties. An organisation counts as itself, a person as
one of the people and for the group the person belongs to; where nobody is named, the groups that
the input itself names count. Records read as another count as that one.
"""

from __future__ import annotations

import sqlite3
from functools import cache

from samen_desktop.core.desk import Voices

from .listing_sql import settle

_INPUTS = (
    "SELECT i.key FROM inputs AS i WHERE {where} AND i.deleted = 0"
    " AND i.key NOT IN (SELECT key FROM joined)"
)

_COUNTS = """
WITH those AS MATERIALIZED ({inputs}),
said AS MATERIALIZED (
    SELECT m.owner, STAYS(m.member) AS member FROM member AS m
    JOIN those ON those.key = m.owner WHERE m.field = 'submitter')
SELECT (SELECT count(*) FROM those),
    (SELECT count(DISTINCT STAYS(i.session)) FROM inputs AS i JOIN those ON those.key = i.key),
    (SELECT count(DISTINCT p.key) FROM said JOIN participants AS p ON p.key = said.member)
"""
_PARTIES = """
WITH those AS MATERIALIZED ({inputs}),
said AS MATERIALIZED (
    SELECT m.owner, STAYS(m.member) AS member FROM member AS m
    JOIN those ON those.key = m.owner WHERE m.field = 'submitter')
SELECT 1, sta.name, count(DISTINCT said.owner) FROM said
    JOIN stakeholders AS sta ON sta.key = said.member GROUP BY sta.key
UNION ALL
SELECT 0, gro.name, count(DISTINCT pair.owner) FROM (
    SELECT said.owner, STAYS(p."group") AS member FROM said
        JOIN participants AS p ON p.key = said.member
    UNION ALL
    SELECT m.owner, STAYS(m.member) FROM member AS m JOIN those ON those.key = m.owner
        WHERE m.field = 'group' AND NOT EXISTS (
            SELECT 1 FROM said JOIN stakeholders AS s ON s.key = said.member
            WHERE said.owner = m.owner)
        AND NOT EXISTS (
            SELECT 1 FROM said JOIN participants AS p ON p.key = said.member
            WHERE said.owner = m.owner AND p."group" IS NOT NULL)
    ) AS pair JOIN groups AS gro ON gro.key = pair.member AND gro.deleted = 0
    GROUP BY gro.key
ORDER BY 3 DESC, 1, 2
"""


def of_item(conn: sqlite3.Connection, kind: str, key: int) -> Voices:
    """Of a bundle, or of one input."""
    return _voices(conn, "i.answer_owner = ?" if kind == "bundle" else "i.key = ?", key)


def of_theme(conn: sqlite3.Connection, key: int | None) -> Voices:
    """Of all inputs under a main theme; of those without one where it is None."""
    return _voices(conn, "STAYS(i.theme) IS ?", key)


def _voices(conn: sqlite3.Connection, where: str, value: int | None) -> Voices:
    joins = conn.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None
    counts, parties = _statements(where, joins=joins)
    told, sessions, people = conn.execute(counts, (value,)).fetchone()
    found = conn.execute(parties, (value,))
    return Voices(told, sessions, tuple(name or "" for _, name, _ in found), people)


@cache
def _statements(where: str, *, joins: bool) -> tuple[str, str]:
    inputs = _INPUTS.format(where=where)
    counts = settle(_COUNTS.format(inputs=inputs), joins=joins)
    return counts, settle(_PARTIES.format(inputs=inputs), joins=joins)
