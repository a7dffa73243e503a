"""The pile of the desk: its groups with counts, the items of a group, what filters offer.

Only the groups and the items of an open group are read, so that the next item costs the same in a
large round; where an item stands in the whole pile follows from the counts of the groups before.
One item with its inputs is read by `desk_item`, who said it counted by `voices`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from samen_desktop.core.answers import APPROVED, DRAFT, PUBLISHED, SUBMITTED
from samen_desktop.core.desk import (
    AGAIN,
    APPROVALS,
    NOT_APPROVED,
    By,
    DeskQuery,
    Pile,
    PileGroup,
    PileItem,
)
from samen_desktop.core.fields import Scalar
from samen_desktop.core.lists import NOBODY, Facet
from samen_desktop.core.words import Language
from samen_desktop.store.naming import first_line

from . import desk_sql as sql
from .listing import narrowed, worded
from .listing_sql import settle
from .outdated import outdated_places
from .widening import widened

_STATES: Mapping[str, tuple[str, ...]] = {
    NOT_APPROVED: (DRAFT, SUBMITTED),
    SUBMITTED: (SUBMITTED,),
    APPROVED: (APPROVED,),
    PUBLISHED: (PUBLISHED,),
}


class _Where(NamedTuple):
    """What narrows either half, with its values."""

    sql: str
    values: list[object]


def pile(conn: sqlite3.Connection, query: DeskQuery, everything: int | None = None) -> Pile:
    """The groups of the pile, those with the most items first.

    `everything` is how many items there are without words and filters, where that is known.
    """
    joins = _joins(conn)
    wheres = {kind: _where(conn, query, kind, joins=joins) for kind in sql.HALVES}
    expression, needed = sql.GROUPS[query.by]
    parts = [
        f"SELECT {expression} AS grp, count(*) AS number {half.format(joins=needed)}"
        f"{wheres[kind].sql} GROUP BY 1"
        for kind, half in sql.HALVES.items()
    ]
    values = [value for where in wheres.values() for value in where.values]
    statement = f"SELECT grp, sum(number) FROM ({' UNION ALL '.join(parts)}) GROUP BY 1"
    counts: dict[Scalar, int] = dict(
        conn.execute(settle(statement, joins=joins), values).fetchall()
    )
    groups = _named(conn, query.by, counts)
    shown = sum(counts.values())
    if not query.narrowed:
        everything = shown
    return Pile(groups, shown, _all(conn) if everything is None else everything)


def items(conn: sqlite3.Connection, query: DeskQuery, group: Scalar) -> list[PileItem]:
    """The items of one group: what nobody agreed to first, bundles before inputs, by code."""
    joins = _joins(conn)
    expression, needed = sql.GROUPS[query.by]
    wheres = {
        kind: _Where(f"{where.sql} AND {expression} IS ?", [*where.values, group])
        for kind in sql.HALVES
        for where in [_where(conn, query, kind, joins=joins)]
    }
    return _items(conn, needed, wheres, joins=joins)


def one(conn: sqlite3.Connection, key: int) -> PileItem | None:
    """One item, whether a filter shows it or not; None where there is none such any more."""
    wheres = dict.fromkeys(sql.HALVES, _Where(" AND one.key = ?", [key]))
    return next(iter(_items(conn, "", wheres, joins=_joins(conn))), None)


def group_of(conn: sqlite3.Connection, by: By, key: int) -> Scalar:
    """The group in which an item lies, whether a filter shows it or not."""
    joins = _joins(conn)
    expression, needed = sql.GROUPS[by]
    for half in sql.HALVES.values():
        statement = f"SELECT {expression} {half.format(joins=needed)} AND one.key = ?"
        found = conn.execute(settle(statement, joins=joins), (key,)).fetchone()
        if found is not None:
            group: Scalar = found[0]
            return group
    return None


def place_of(conn: sqlite3.Connection, record: bytes) -> int | None:
    """The key of the item under which an input or a bundle lies on the desk."""
    row = conn.execute(
        "SELECT coalesce(i.answer_owner, joined.stays, i.key) FROM inputs AS i"
        " LEFT JOIN joined ON joined.key = i.key WHERE i.id = ?1 AND i.deleted = 0 UNION ALL"
        " SELECT coalesce(joined.stays, b.key) FROM bundles AS b"
        " LEFT JOIN joined ON joined.key = b.key WHERE b.id = ?1 AND b.deleted = 0",
        (record,),
    ).fetchone()
    return None if row is None else int(row[0])


def unapproved(conn: sqlite3.Connection) -> int:
    """How many items wait for approval: the number beside the desk in the side bar."""
    return pile(conn, DeskQuery(By.HANDLER, filters={"approval": frozenset({NOT_APPROVED})})).shown


def facets(
    conn: sqlite3.Connection, field: str, query: DeskQuery, language: Language
) -> list[Facet]:
    """What a filter offers under all others, the most frequent first."""
    rest = {name: values for name, values in query.filters.items() if name != field}
    under = DeskQuery(query.by, query.words, rest)
    if field == "approval":
        return [
            Facet(code, words.say(language), _count(conn, under, code))
            for code, words in APPROVALS.items()
        ]
    joins = _joins(conn)
    found = sql.FILTER_SQL[field]
    counts: dict[object, int] = {}
    for kind, half in sql.HALVES.items():
        where = _where(conn, under, kind, joins=joins)
        source = f"{half.format(joins='')}{where.sql}"
        if found.by == "set":
            statement = (
                f"SELECT pair.member, count(DISTINCT pair.owner) FROM ({found.sql}) AS pair"
                f" WHERE pair.owner IN (SELECT one.key {source}) GROUP BY 1"
            )
        else:
            statement = f"SELECT {found.sql}, count(*) {source} GROUP BY 1"
        for value, count in conn.execute(settle(statement, joins=joins), where.values):
            counts[value] = counts.get(value, 0) + count
    words = worded(conn, found, field, counts, language)
    return sorted(words, key=lambda facet: (not facet.value, -facet.count, facet.label.casefold()))


def label_of(conn: sqlite3.Connection, field: str, value: str, language: Language) -> str:
    """How a filter button names a value that is set."""
    if field == "approval":
        return APPROVALS[value].say(language) if value in APPROVALS else value
    found = sql.FILTER_SQL[field]
    if not value:
        return NOBODY.say(language)
    if found.by == "value":
        return worded(conn, found, field, {value: 0}, language)[0].label
    keys = conn.execute(
        f"SELECT key FROM {found.tables[0]} WHERE id = ?", (bytes.fromhex(value),)
    ).fetchall()
    words = worded(conn, found, field, {key: 0 for (key,) in keys}, language)
    return words[0].label if words else NOBODY.say(language)


def _items(
    conn: sqlite3.Connection, needed: str, wheres: Mapping[str, _Where], *, joins: bool
) -> list[PileItem]:
    parts = [
        f"SELECT one.key AS key, one.id, '{kind}' AS kind, coalesce(one.shown, '') AS code,"
        f" {sql.TITLE[kind]} AS title, {sql.COUNTED[kind]} AS inputs, {sql.STATUS} AS status,"
        f" {sql.STATE} AS state, {sql.RANK} AS rank, one.code_mark, one.code_number"
        f" {half.format(joins=needed)}{wheres[kind].sql}"
        for kind, half in sql.HALVES.items()
    ]
    order = "rank, kind, code_mark, code_number, key"
    statement = settle(f"{' UNION ALL '.join(parts)} ORDER BY {order}", joins=joins)
    rows = conn.execute(statement, [value for each in wheres.values() for value in each.values])
    return [
        PileItem(key, ident, kind, code, first_line(title or ""), inputs, status, state)
        for key, ident, kind, code, title, inputs, status, state, *_ in rows
    ]


def _count(conn: sqlite3.Connection, query: DeskQuery, approval: str) -> int:
    filters = {**query.filters, "approval": frozenset({approval})}
    joins = _joins(conn)
    under = DeskQuery(query.by, query.words, filters)
    wheres = {kind: _where(conn, under, kind, joins=joins) for kind in sql.HALVES}
    return _counted(conn, wheres, joins=joins)


def _all(conn: sqlite3.Connection) -> int:
    return _counted(conn, dict.fromkeys(sql.HALVES, _Where("", [])), joins=False)


def _counted(conn: sqlite3.Connection, wheres: Mapping[str, _Where], *, joins: bool) -> int:
    parts = [
        f"(SELECT count(*) {half.format(joins='')}{wheres[kind].sql})"
        for kind, half in sql.HALVES.items()
    ]
    statement = settle(f"SELECT {' + '.join(parts)}", joins=joins)
    values = [value for each in wheres.values() for value in each.values]
    return int(conn.execute(statement, values).fetchone()[0])


def _where(conn: sqlite3.Connection, query: DeskQuery, kind: str, *, joins: bool) -> _Where:
    """The conditions of a query, for one half of the pile."""
    parts: list[str] = []
    values: list[object] = []
    if query.words.strip():
        expression = widened(conn, query.words)
        searched = sql.SEARCHED[kind] if expression else "0"
        parts.append(searched)
        values += [expression] * searched.count("?")
    for name, chosen in query.filters.items():
        if not chosen or name not in sql.FILTER_SQL:
            continue
        text, more = (
            _approval(conn, chosen)
            if name == "approval"
            else narrowed(conn, sql.FILTER_SQL[name], chosen)
        )
        parts.append(text)
        values += more
    return _Where("".join(f" AND {part}" for part in parts), values)


def _approval(conn: sqlite3.Connection, chosen: Iterable[str]) -> tuple[str, list[object]]:
    states = sorted({state for each in chosen for state in _STATES.get(each, ())})
    either = [f"{sql.STATE} IN ({','.join('?' * len(states))})"] if states else []
    values: list[object] = list(states)
    if AGAIN in chosen:
        places = list(outdated_places(conn))
        either.append(f"ans.place IN ({','.join('?' * len(places))})")
        values += places
    return f"({' OR '.join(either or ['0'])})", values


def _named(conn: sqlite3.Connection, by: By, counts: Mapping[Scalar, int]) -> list[PileGroup]:
    """Groups with what people call them: most items first, then in the order of the round.

    What is in no group comes last.
    """
    if by is By.HANDLER:
        named = sorted(str(value) for value in counts if value is not None)
        found = [PileGroup(value, "", value, counts[value]) for value in named]
    else:
        table, name = ("themes", "name") if by is By.THEME else ("chapters", "title")
        rows = conn.execute(
            f"SELECT key, coalesce(number, ''), coalesce({name}, '') FROM {table}"
            " ORDER BY place IS NULL, place, key"
        )
        found = [
            PileGroup(key, number, title, counts[key])
            for key, number, title in rows
            if key in counts
        ]
    found.sort(key=lambda group: -group.count)
    return found + ([PileGroup(None, "", "", counts[None])] if None in counts else [])


def _joins(conn: sqlite3.Connection) -> bool:
    return conn.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None
