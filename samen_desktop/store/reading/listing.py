"""Lists of a round at any size: keys in order, rows by page, counts, and what filters offer.

Which columns and filters a list has is told in `core.lists`; the SQL of each in `listing_sql`.
Nothing here grows with the round but the array of keys.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from samen_desktop.core import dates
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import (
    DAY_LATE,
    DAYS_LATE,
    DELETED,
    LATE,
    LISTS,
    LONGEST,
    NOBODY,
    NOT_YET,
    SHORT_STATUS,
    UNHEARD,
    Column,
    Facet,
    ListRow,
    Query,
    Show,
)
from samen_desktop.core.words import Language, Words
from samen_desktop.store.log.changelog import CHUNK
from samen_desktop.store.naming import first_line
from samen_desktop.store.schema import SEARCHED
from samen_desktop.store.terms import Labels

from .listing_sql import (
    CELLS,
    FILTERS,
    GONE,
    JOINS,
    NATURAL,
    SIGNS,
    SORTS,
    TITLES,
    YES_NO_FIELDS,
    FilterSql,
    settle,
)
from .widening import searchable, widened

FIRST = 200
"""Keys that are read before all others: more than a window shows."""

_JOINABLE = frozenset(
    kind.name
    for kind in KINDS.values()
    if any(field.name == "joined_into" for field in kind.fields)
)
_CUT = re.compile(r"substr\((.+), 1, \d+\)")
_YES_NO = {"0": Words("nee", "no"), "1": Words("ja", "yes")}


class Count(NamedTuple):
    """How many rows a query shows, and how many there are without it."""

    shown: int
    all: int


class _Where(NamedTuple):
    """The part of a statement from FROM on, with its values."""

    sql: str
    values: list[object]


def keys(conn: sqlite3.Connection, query: Query, limit: int | None = None) -> array[int]:
    """Keys of what the query shows, in its order; only the first of them where limited."""
    return array("q", (key for (key,) in _key_rows(conn, query, limit)))


def key_parts(conn: sqlite3.Connection, query: Query, size: int) -> Iterator[array[int]]:
    """The same in parts, so that other work can be done between them."""
    rows = _key_rows(conn, query, None)
    while found := rows.fetchmany(size):
        yield array("q", (key for (key,) in found))


def _key_rows(conn: sqlite3.Connection, query: Query, limit: int | None) -> sqlite3.Cursor:
    joins = _joins(conn)
    last = "" if limit is None else f" LIMIT {int(limit)}"
    if _walks_index(query, joins=joins):
        source = _from(conn, query)
        sql = f"SELECT f.rowid {source.sql} ORDER BY f.rowid DESC{last}"
    else:
        order = settle(", ".join(_order(query)), joins=joins)
        source = _from(conn, query, order)
        sql = f"SELECT one.key {source.sql} ORDER BY {order}{last}"
    return conn.execute(sql, source.values)


def count(conn: sqlite3.Connection, query: Query) -> Count:
    """The exact numbers for `n van m`."""
    everything = _count(conn, replace(query, words="", filters={}))
    return Count(_count(conn, query) if query.narrowed else everything, everything)


def rows(
    conn: sqlite3.Connection,
    kind: str,
    wanted: Sequence[int],
    language: Language = "nl",
    *,
    whole: bool = False,
    columns: Collection[str] | None = None,
) -> list[ListRow]:
    """The rows of these keys in their order; what is not there any more is left out.

    Texts are cut to what a line can show, unless `whole`: for copies. Only `columns` are read, by
    their fields, and the others left empty; without, those that stand in a list nobody changed.
    """
    read = _Page(conn, kind, language, whole=whole, columns=columns)
    found: dict[int, ListRow] = {}
    for start in range(0, len(wanted), CHUNK):
        found.update((row.key, row) for row in read.rows(wanted[start : start + CHUNK]))
    return [found[key] for key in wanted if key in found]


def facets(
    conn: sqlite3.Connection, field: str, query: Query, language: Language = "nl"
) -> list[Facet]:
    """What a filter offers under all other filters of the query, the most frequent first."""
    sql = FILTERS[query.kind][field]
    rest = {name: values for name, values in query.filters.items() if name != field}
    source = _from(conn, replace(query, filters=rest), sql.sql)
    if sql.by == "set":
        pairs = settle(sql.sql, joins=_joins(conn))
        statement = (
            f"SELECT pair.member, count(DISTINCT pair.owner) FROM ({pairs}) AS pair"
            f" WHERE pair.owner IN (SELECT one.key {source.sql}) GROUP BY 1"
        )
    else:
        value = settle(sql.sql, joins=_joins(conn))
        statement = f"SELECT {value}, count(*) {source.sql} GROUP BY 1"
    counts: dict[object, int] = dict(conn.execute(statement, source.values).fetchall())
    told = worded(conn, sql, field, counts, language)
    return sorted(told, key=lambda facet: (not facet.value, -facet.count, facet.label.casefold()))


def label_of(
    conn: sqlite3.Connection, kind: str, field: str, value: str, language: Language = "nl"
) -> str:
    """How a filter button names a value that is set."""
    sql = FILTERS[kind][field]
    if sql.by == "value":
        return _code_label(sql, field, value, Labels(conn, language), language)
    key = _keys_of(conn, sql.tables, [value])
    told = list(_titles(conn, sql.tables, key).values())
    return told[0][1] if told else NOBODY.say(language)


def place_of(conn: sqlite3.Connection, kind: str, record: bytes) -> int | None:
    """The key under which a list of that kind shows a record; None where it has no such."""
    table = KINDS[kind].plural
    found = conn.execute(
        f"SELECT coalesce(joined.stays, one.key) FROM {table} AS one"
        " LEFT JOIN joined ON joined.key = one.key WHERE one.id = ?",
        (record,),
    ).fetchone()
    return None if found is None else int(found[0])


def ids(conn: sqlite3.Connection, kind: str, wanted: Sequence[int]) -> list[bytes]:
    """Ids of the records of these keys, in their order."""
    table = GONE if kind == DELETED else KINDS[kind].plural
    found: dict[int, bytes] = {}
    for start in range(0, len(wanted), CHUNK):
        chunk = list(wanted[start : start + CHUNK])
        sql = f"SELECT key, id FROM {table} WHERE key IN ({_marks(chunk)})"
        found.update(conn.execute(sql, chunk))
    return [found[key] for key in wanted if key in found]


def _count(conn: sqlite3.Connection, query: Query) -> int:
    if not query.narrowed and not query.deleted and KINDS.get(query.kind, None) is not None:
        return _standing(conn, query.kind)
    source = _from(conn, query)
    found: int = conn.execute(f"SELECT count(*) {source.sql}", source.values).fetchone()[0]
    return found


def _standing(conn: sqlite3.Connection, kind: str) -> int:
    """All rows of a kind: the search index has one small entry for each that is not gone."""
    table = KINDS[kind].plural
    stands = f"{table}_search_docsize" if table in SEARCHED else table
    total: int = conn.execute(f"SELECT count(*) FROM {stands}").fetchone()[0]
    if kind in _JOINABLE:
        total -= conn.execute(
            f"SELECT count(*) FROM joined CROSS JOIN {table} AS one USING (key)"
            " WHERE one.deleted = 0"
        ).fetchone()[0]
    return total


def _joins(conn: sqlite3.Connection) -> bool:
    """Whether any record of the round is read as another."""
    return conn.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None


def _walks_index(query: Query, *, joins: bool) -> bool:
    """Whether the search index is read newest first: then a page of any word costs little."""
    searched = searchable(query.words) and query.kind != DELETED
    return searched and not (joins or query.sort or query.deleted)


def _order(query: Query) -> list[str]:
    """The expressions a query is sorted by; the newest first for words nobody sorted."""
    if query.kind == DELETED:
        by: tuple[str, ...] = (f"one.{query.sort} COLLATE NOCASE",) if query.sort else ()
        return [f"{each} DESC" if query.descending else each for each in by] + ["one.key DESC"]
    if query.words.strip() and not query.sort:
        return ["one.key DESC"]
    by = NATURAL[query.kind]
    if query.sort:
        cell = CELLS[query.kind].get(query.sort, "one.key")
        plain = (f"{cell} IS NULL", f"{cell} COLLATE NOCASE")
        by = SORTS[query.kind].get(query.sort, plain)
    down = " DESC" if query.descending else ""
    # Empty cells stay at the end, whichever way the list runs.
    ordered = [each if each.endswith(" IS NULL") else f"{each}{down}" for each in by]
    return [*ordered, f"one.key{down}"]


def _from(conn: sqlite3.Connection, query: Query, needed: str = "") -> _Where:
    """FROM and WHERE of a query; `needed` are expressions that call other tables."""
    if query.kind == DELETED:
        return _from_gone(query)
    joins = _joins(conn)
    table = KINDS[query.kind].plural
    where = [f"one.deleted = {int(query.deleted)}"]
    values: list[object] = []
    if joins and query.kind in _JOINABLE:
        where.append("one.key NOT IN (SELECT key FROM joined)")
    source = f"FROM {table} AS one"
    if query.words.strip():
        searched, value = _searched(conn, query, table, joins=joins)
        if _walks_index(query, joins=joins):
            searched = f"{table}_search MATCH ?"
            source = f"FROM {table}_search AS f"
            if any(query.filters.values()) or needed:
                source += f" CROSS JOIN {table} AS one ON one.key = f.rowid"
            else:
                where.clear()  # what is gone is not in the index
        where.append(searched)
        values += value
    for name, chosen in query.filters.items():
        sql = FILTERS[query.kind].get(name)
        if sql is not None and chosen:
            text, more = narrowed(conn, sql, chosen)
            where.append(text)
            values += more
            needed += f" {sql.sql}"
    beside = [join for alias, join in JOINS.get(query.kind, {}).items() if f"{alias}." in needed]
    whole = f"{source} {' '.join(beside)} WHERE {' AND '.join(where)}"
    return _Where(settle(whole, joins=joins), values)


def _from_gone(query: Query) -> _Where:
    where, values = ["1"], list[object]()
    if query.words.strip():
        where.append("(one.title LIKE ? OR one.code LIKE ?)")
        values += [f"%{query.words.strip()}%"] * 2
    for chosen in filter(None, query.filters.values()):
        where.append(f"one.kind IN ({_marks(chosen)})")
        values += sorted(chosen)
    return _Where(f"FROM {GONE} AS one WHERE {' AND '.join(where)}", values)


def _searched(
    conn: sqlite3.Connection, query: Query, table: str, *, joins: bool
) -> tuple[str, list[object]]:
    expression = widened(conn, query.words)
    if not expression:
        return "0", []
    found = f"SELECT rowid AS key FROM {table}_search WHERE {table}_search MATCH ?"
    if joins:
        found = f"SELECT STAYS(f.key) FROM ({found}) AS f"
    return f"one.key IN ({found})", [expression]


def narrowed(
    conn: sqlite3.Connection, sql: FilterSql, chosen: frozenset[str]
) -> tuple[str, list[object]]:
    """The condition of one filter. An empty value stands for what is not filled in."""
    empty = "" in chosen
    named = sorted(chosen - {""})
    values: list[object] = list(named if sql.by == "value" else _keys_of(conn, sql.tables, named))
    if sql.by == "set":
        inside = f"one.key IN (SELECT owner FROM ({sql.sql}) WHERE member IN ({_marks(values)}))"
        outside = f"one.key NOT IN (SELECT owner FROM ({sql.sql}))"
    else:
        inside, outside = f"{sql.sql} IN ({_marks(values)})", f"{sql.sql} IS NULL"
    return (f"({inside} OR {outside})" if empty else inside), values


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)


def _keys_of(conn: sqlite3.Connection, tables: Sequence[str], idents: Iterable[str]) -> list[int]:
    """Keys of records named by id in hex; of a joined one that of the record that stays."""
    found: list[int] = []
    for ident in idents:
        try:
            wanted = bytes.fromhex(ident)
        except ValueError:
            continue
        for table in tables:
            row = conn.execute(
                f"SELECT coalesce(joined.stays, one.key) FROM {table} AS one"
                " LEFT JOIN joined ON joined.key = one.key WHERE one.id = ?",
                (wanted,),
            ).fetchone()
            found += row or ()
    return found


def _titles(
    conn: sqlite3.Connection, tables: Sequence[str], wanted: Sequence[int]
) -> dict[int, tuple[str, str]]:
    """Id in hex and title of records by key; gone ones are missing."""
    found: dict[int, tuple[str, str]] = {}
    for table in tables:
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            found.update(
                (key, (ident.hex(), first_line(title or "")))
                for key, ident, title in conn.execute(
                    f"SELECT key, id, {TITLES[table]} FROM {table}"
                    f" WHERE deleted = 0 AND key IN ({_marks(chunk)})",
                    chunk,
                )
            )
    return found


def worded(
    conn: sqlite3.Connection,
    sql: FilterSql,
    field: str,
    counts: Mapping[object, int],
    language: Language,
) -> list[Facet]:
    """Counted values of a filter in words; what is not filled in comes first."""
    none = [Facet("", NOBODY.say(language), counts[None])] if counts.get(None) else []
    filled = {value: number for value, number in counts.items() if value is not None}
    if sql.by == "value":
        labels = Labels(conn, language)
        return none + [
            Facet(str(value), _code_label(sql, field, str(value), labels, language), number)
            for value, number in filled.items()
        ]
    wanted = [value for value in filled if isinstance(value, int)]
    titles = _titles(conn, sql.tables, wanted)
    return none + [Facet(*titles[key], filled[key]) for key in wanted if key in titles]


def _code_label(sql: FilterSql, field: str, value: str, labels: Labels, language: Language) -> str:
    if not value:
        return NOBODY.say(language)
    if sql.vocabulary == "processing_status" and value in SHORT_STATUS:
        return SHORT_STATUS[value].say(language)
    if sql.vocabulary:
        return labels.of(sql.vocabulary, value)
    if field == "kind" and value in KINDS:
        return KINDS[value].words.say(language)
    return _YES_NO[value].say(language) if value in _YES_NO else first_line(value)


class _Page:
    """Reads rows of one list; what all of them need is read once."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        kind: str,
        language: Language,
        *,
        whole: bool,
        columns: Collection[str] | None,
    ) -> None:
        self._conn = conn
        self._whole = whole
        self._kind = kind
        self._language: Language = language
        self._columns = LISTS[kind].columns
        self._wanted = columns
        self._labels: Labels | None = None
        self._sql = self._statement()

    def rows(self, wanted: Sequence[int]) -> Iterable[ListRow]:
        width = len(self._columns)
        for found in self._conn.execute(f"{self._sql} ({_marks(wanted)})", list(wanted)):
            key, ident, conflicts, kind = found[:4]
            told = [
                self._tell(column, cell, sign)
                for column, cell, sign in zip(
                    self._columns, found[4 : 4 + width], found[4 + width :], strict=True
                )
            ]
            cells = tuple(cell for cell, _ in told)
            yield ListRow(key, ident, kind, cells, tuple(sign for _, sign in told), conflicts)

    def _statement(self) -> str:
        if self._kind == DELETED:
            cells = [f"one.{column.field}" for column in self._columns]
            source, kind = f"FROM {GONE} AS one", "one.kind"
        else:
            cells = [
                CELLS[self._kind][column.field] if self._is_read(column) else "NULL"
                for column in self._columns
            ]
            beside = " ".join(
                join
                for alias, join in JOINS.get(self._kind, {}).items()
                if any(f"{alias}." in cell for cell in cells)
            )
            if self._whole:
                cells = [_CUT.sub(r"\1", cell) for cell in cells]
            source = f"FROM {KINDS[self._kind].plural} AS one {beside}"
            kind = f"'{self._kind}'"
        own = SIGNS.get(self._kind, {})
        cells += [
            own.get(column.field, "NULL") if self._is_read(column) else "NULL"
            for column in self._columns
        ]
        names = f"one.key, one.id, one.conflicts, {kind}, {', '.join(cells)}"
        joins = _joins(self._conn)
        return settle(f"SELECT {names} {source} WHERE one.key IN", joins=joins)

    def _is_read(self, column: Column) -> bool:
        return not column.chosen if self._wanted is None else column.field in self._wanted

    def _tell(self, column: Column, cell: object, sign: str | None) -> tuple[str, str]:
        """A cell in words, with its sign."""
        if sign:
            return self._signed(cell, sign)
        if cell is None:
            return "", ""
        text = str(cell)
        if column.vocabulary:
            shown = SHORT_STATUS.get(text) if column.vocabulary == "processing_status" else None
            label = shown.say(self._language) if shown else self._label(column.vocabulary, text)
            return label, text if column.show is Show.SIGN else ""
        return self._plain(column, text), ""

    def _plain(self, column: Column, text: str) -> str:
        if column.show is Show.DATE or column.field == "due":
            return dates.show(text, self._language)
        if column.field in YES_NO_FIELDS[self._kind] and text in _YES_NO:
            return _YES_NO[text].say(self._language)
        if column.field == "kind" and text in KINDS:
            return KINDS[text].words.say(self._language)
        return text if self._whole or (len(text) <= 40 and "\n" not in text) else _short(text)

    def _signed(self, cell: object, sign: str) -> tuple[str, str]:
        name, _, days = sign.partition("/")
        if name == UNHEARD:
            return NOT_YET.say(self._language), UNHEARD
        if not days:
            return dates.show(str(cell), self._language), LATE
        late = DAY_LATE if days == "1" else DAYS_LATE.fill(days=days)
        return late.say(self._language), LATE

    def _label(self, vocabulary: str, code: str) -> str:
        if self._labels is None:
            self._labels = Labels(self._conn, self._language)
        return self._labels.of(vocabulary, code)


def _short(text: str) -> str:
    """One line of a long text, for a cell."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
