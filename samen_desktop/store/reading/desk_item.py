"""One item of the desk: a bundle, or an input in none, with all that its answer is written from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from samen_desktop.core import answers
from samen_desktop.core.desk import Chosen, DeskInput, DeskItem, Version
from samen_desktop.core.fields import Scalar
from samen_desktop.core.inputs import OWN_CHANGE
from samen_desktop.store.dossier import Dossier

from . import voices
from .listing_sql import TITLES, settle
from .outdated import newest_version, outdated

_PLAIN = tuple(
    field.name
    for field in answers.ANSWER_FIELDS
    if field.name not in ("answer/place", "answer/version")
)
_READ = """
SELECT one.id, coalesce(one.shown, ''), one.conflicts, {own}, one.handler, the.id, cha.id,
    coalesce(trim(coalesce(the.number, '') || ' ' || coalesce(the.name, '')), ''), ans.place,
    coalesce(trim(coalesce(cha.number, '') || ' ' || coalesce(cha.title, '')), ''),
    ans.version, {plain}
FROM {table} AS one LEFT JOIN answers AS ans ON ans.owner = one.key
LEFT JOIN chapters AS cha ON cha.key = ans.place
LEFT JOIN themes AS the ON the.key = STAYS(one.theme) AND the.deleted = 0
WHERE one.key = ? AND one.deleted = 0 {alone}
"""
_PLAIN_SQL = ", ".join(f"ans.{name.removeprefix(answers.PREFIX)}" for name in _PLAIN)
_ROWS = {
    "bundle": _READ.format(
        table="bundles", own="one.title, one.summary", plain=_PLAIN_SQL, alone=""
    ),
    "input": _READ.format(
        table="inputs", own="NULL, NULL", plain=_PLAIN_SQL, alone="AND one.answer_owner IS NULL"
    ),
}

_INPUTS = """
SELECT one.key, one.id, coalesce(one.shown, ''), coalesce(ses.shown, one.source_key, ''),
    coalesce(one.words, ''), coalesce(one.summary, ''), one.quote IN ('GEREG', 'NIETN'),
    coalesce(one.kind, ''),
    (SELECT group_concat(name, ', ') FROM (
        SELECT coalesce(sta.name, sta.shown, par.shown) AS name FROM member AS m
        LEFT JOIN stakeholders AS sta ON sta.key = STAYS(m.member)
        LEFT JOIN participants AS par ON par.key = STAYS(m.member)
        WHERE m.owner = one.key AND m.field = 'submitter' ORDER BY m.member))
FROM inputs AS one LEFT JOIN sessions AS ses ON ses.key = STAYS(one.session)
WHERE {where} AND one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)
ORDER BY one.code_mark, one.code_number, one.key
"""
_AGAINST = """
SELECT other.id, coalesce(other.shown, '') FROM inputs AS other WHERE other.deleted = 0
    AND other.key IN (
        SELECT member FROM member WHERE owner = ?1 AND field = 'contradicts'
        UNION SELECT owner FROM member WHERE member = ?1 AND field = 'contradicts')
ORDER BY other.code_mark, other.code_number
"""
_VERSIONS = f"""
SELECT coalesce(v.version, 0), coalesce(v.date, ''), coalesce(v.status, ''),
    coalesce(v.text, ''), coalesce(v.reason, ''), coalesce(v.was, ''), coalesce(v.change, ''),
    coalesce((SELECT {TITLES["chapters"]} FROM chapters WHERE key = v.place), ''),
    coalesce(v.approved_by, '')
FROM answer_versions AS v WHERE v."of" = ? AND v.deleted = 0 ORDER BY v.version DESC, v.key DESC
"""
_CHAPTERS = """
SELECT cha.key, cha.id, coalesce(cha.number, ''), coalesce(cha.title, ''), cha.parent, cha.cut,
    coalesce(cha.place, '') FROM chapters AS cha WHERE cha.version = ? AND cha.deleted = 0
ORDER BY cha.place IS NULL, cha.place, cha.key
"""
_THEME = "SELECT coalesce(nullif(number, ''), name, '') FROM themes WHERE key = ?"
_BEFORE = """
SELECT DISTINCT ans.place FROM answers AS ans WHERE ans.place IS NOT NULL AND ans.owner IN (
    SELECT key FROM bundles WHERE theme = ?1 AND deleted = 0 UNION ALL
    SELECT key FROM inputs WHERE theme = ?1 AND answer_owner IS NULL AND deleted = 0)
"""


def item(dossier: Dossier, key: int) -> DeskItem | None:
    """An item as it stands; None where it is gone, or lies in a bundle now."""
    conn = dossier.conn
    joins = conn.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None
    for kind, statement in _ROWS.items():
        row = conn.execute(_settled(statement, joins=joins), (key,)).fetchone()
        if row is not None:
            return _item(conn, kind, key, row, joins=joins)
    return None


def _item(
    conn: sqlite3.Connection, kind: str, key: int, row: tuple[Any, ...], *, joins: bool
) -> DeskItem:
    ident, code, conflicts, title, summary, handler, theme, place, *rest = row
    theme_words, chapter, place_words, version, *plain = rest
    values: dict[str, Scalar] = dict(zip(_PLAIN, plain, strict=True))
    values |= {"title": title, "summary": summary, "handler": handler, "answer/version": version}
    values |= {
        name: ident_.hex()
        for name, ident_ in (("theme", theme), ("answer/place", place))
        if ident_ is not None
    }
    return DeskItem(
        key,
        ident,
        kind,
        code,
        {name: value for name, value in values.items() if value not in (None, "")},
        tuple(_inputs(conn, kind, key, joins=joins)),
        voices.of_item(conn, kind, key),
        tuple(Version(*each) for each in conn.execute(_VERSIONS, (key,))),
        place_words,
        theme_words,
        None if chapter is None else outdated(conn, chapter),
        conflicts,
    )


def chapters(conn: sqlite3.Connection, theme: Scalar) -> list[Chosen]:
    """The chapters of the version that counts, in their order; told where the theme has chosen."""
    version = newest_version(conn)
    if version is None:
        return []
    before: dict[int, str] = {}
    key = _key(conn, "themes", theme) if isinstance(theme, str) else None
    if key is not None:
        (name,) = conn.execute(_THEME, (key,)).fetchone()
        before = {place: name for (place,) in conn.execute(_BEFORE, (key,)).fetchall()}
    return list(_outline(conn, version, before))


def handlers(conn: sqlite3.Connection) -> list[str]:
    """Functions that handle something already, in order: to choose from while typing."""
    rows = conn.execute(
        "SELECT handler FROM bundles WHERE handler IS NOT NULL AND deleted = 0 UNION"
        " SELECT handler FROM inputs WHERE handler IS NOT NULL AND deleted = 0 ORDER BY 1"
    )
    return [handler for (handler,) in rows]


def _outline(conn: sqlite3.Connection, version: int, before: Mapping[int, str]) -> Iterator[Chosen]:
    """Depth first: each chapter with those below it."""
    rows = conn.execute(_CHAPTERS, (version,)).fetchall()
    known = {row[0] for row in rows}
    below: dict[int | None, list[tuple[int, bytes, str, str]]] = {}
    for key, ident, number, title, parent, cut, _ in rows:
        at = parent if parent in known and not cut else None
        below.setdefault(at, []).append((key, ident, number, title))

    waiting = list(reversed(below.get(None, ())))
    while waiting:
        key, ident, number, title = waiting.pop()
        yield Chosen(ident.hex(), number, title, before.get(key, ""))
        waiting += reversed(below.get(key, ()))


def _inputs(conn: sqlite3.Connection, kind: str, key: int, *, joins: bool) -> Iterator[DeskInput]:
    where = "one.answer_owner = ?" if kind == "bundle" else "one.key = ?"
    rows = conn.execute(_settled(_INPUTS.format(where=where), joins=joins), (key,)).fetchall()
    for own, ident, code, source, words, summary, quote, sort, who in rows:
        against = tuple(
            (other.hex(), shown) for other, shown in conn.execute(_AGAINST, (own,)).fetchall()
        )
        yield DeskInput(
            ident,
            code,
            who or "",
            source,
            words,
            summary,
            bool(quote),
            sort == OWN_CHANGE,
            against,
        )


@cache
def _settled(statement: str, *, joins: bool) -> str:
    """A statement as the file takes it: there are three, asked for at every item."""
    return settle(statement, joins=joins)


def _key(conn: sqlite3.Connection, table: str, ident: Scalar) -> int | None:
    found = conn.execute(
        f"SELECT key FROM {table} WHERE id = ?", (bytes.fromhex(str(ident)),)
    ).fetchone()
    return None if found is None else int(found[0])
