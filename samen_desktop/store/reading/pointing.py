"""What points at a chapter of the plan: inputs and bundles, and the answers that change it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.store.naming import first_line


class Pointing(NamedTuple):
    """An input or bundle that points at a chapter, itself or in its answer.

    `was` and `change` are what its answer changes here; empty where that changes nothing, or where
    the answer belongs to the bundle of an input.
    """

    kind: str
    id: bytes
    code: str
    title: str
    status: str
    state: str
    was: str
    change: str


class Counts(NamedTuple):
    """How many inputs, themselves or in a bundle, and how many answers point at a chapter."""

    inputs: int
    answers: int


NONE = Counts(0, 0)


def counts(conn: sqlite3.Connection, version: int) -> dict[int, Counts]:
    """By key of the chapter; one at which nothing points is left out."""
    inputs = dict(conn.execute(_INPUTS, (version,)).fetchall())
    answers = dict(conn.execute(_ANSWERS, (version,)).fetchall())
    return {
        key: Counts(inputs.get(key, 0), answers.get(key, 0))
        for key in inputs.keys() | answers.keys()
    }


def pointing_at(conn: sqlite3.Connection, chapter: int) -> list[Pointing]:
    """Bundles first, then inputs, by their codes."""
    rows = conn.execute(_POINTING, {"chapter": chapter, "open": NOT_WEIGHED})
    return [
        Pointing(kind, ident, code, first_line(title), *others)
        for kind, ident, code, title, *others in rows
    ]


_INPUTS = """
SELECT m.member, count(DISTINCT i.key) FROM member AS m
JOIN chapters AS one ON one.key = m.member AND one.version = ?
JOIN inputs AS i ON i.deleted = 0 AND (i.key = m.owner OR i.bundle = m.owner)
WHERE m.field = 'chapter' GROUP BY m.member"""

_ANSWERS = """
SELECT ans.place, count(*) FROM answers AS ans
JOIN chapters AS one ON one.key = ans.place AND one.version = ?
WHERE EXISTS (SELECT 1 FROM inputs WHERE key = ans.owner AND deleted = 0)
   OR EXISTS (SELECT 1 FROM bundles WHERE key = ans.owner AND deleted = 0)
GROUP BY ans.place"""

_CHANGES = "CASE WHEN ans.place = :chapter THEN coalesce(ans.{0}, '') ELSE '' END"

_POINTING = f"""
WITH pointing AS (
    SELECT owner FROM member WHERE field = 'chapter' AND member = :chapter
    UNION SELECT owner FROM answers WHERE place = :chapter)
SELECT * FROM (
    SELECT 'bundle' AS kind, one.id, coalesce(one.shown, ''), coalesce(one.title, ''),
        coalesce(ans.status, :open), coalesce(ans.state, ''),
        {_CHANGES.format("was")}, {_CHANGES.format("change")}
    FROM bundles AS one LEFT JOIN answers AS ans ON ans.owner = one.key
    WHERE one.deleted = 0 AND one.key IN pointing
    ORDER BY one.code_mark, one.code_number)
UNION ALL
SELECT * FROM (
    SELECT 'input', one.id, coalesce(one.shown, ''),
        coalesce(nullif(one.summary, ''), substr(one.words, 1, 160), ''),
        coalesce(ans.status, :open), coalesce(ans.state, ''),
        CASE WHEN ans.owner = one.key THEN {_CHANGES.format("was")} ELSE '' END,
        CASE WHEN ans.owner = one.key THEN {_CHANGES.format("change")} ELSE '' END
    FROM inputs AS one LEFT JOIN answers AS ans ON ans.owner = coalesce(one.answer_owner, one.key)
    WHERE one.deleted = 0 AND one.key IN pointing
    ORDER BY one.code_mark, one.code_number)"""
