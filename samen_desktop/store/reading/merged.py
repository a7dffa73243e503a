"""What merging left to be done and told: values to choose between, records that look alike.

Reads the derived tables and the log as they stand; so the same serves a merge that is only tried,
one that was just made, and a look at it a week later.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from samen_desktop.core import edits
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.merging import (
    DELETED,
    GOES,
    SAME,
    STAYS,
    Choice,
    FileTold,
    Named,
    Pair,
    Side,
    alike,
)
from samen_desktop.core.words import Language, Words
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.heads import Head, State, covered, fold
from samen_desktop.store.log.ids import made_at
from samen_desktop.store.log.rows import DELETION, ChangeRow
from samen_desktop.store.naming import Names
from samen_desktop.store.steps.merge import REPORT
from samen_desktop.store.steps.undo import Steps

from .value_words import ValueWords

APART = "apart/"
"""Under this and two ids `local` keeps that somebody said: these two are not the same."""

_MADE_IN = (
    "SELECT DISTINCT one.id, one.key, {name}, {scope}, edit.device, edit.came, {mark}"
    " FROM {table} AS one{more}"
    " JOIN change ON change.id = one.id JOIN edit ON edit.id = change.edit"
    " WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"
)
_MADE = (
    (
        "stakeholder",
        _MADE_IN.format(
            table="stakeholders", name="one.name", scope="0", mark="one.code_mark", more=""
        ),
    ),
    ("group", _MADE_IN.format(table="groups", name="one.name", scope="0", mark="''", more="")),
    (
        "theme",
        _MADE_IN.format(
            table="themes", name="one.name", scope="coalesce(one.parent, 0)", mark="''", more=""
        ),
    ),
    # A person goes by a code, with a number that is another in each session; a name stands in a
    # contact, if anywhere.
    (
        "participant",
        _MADE_IN.format(
            table="participants",
            name="one.code",
            scope="coalesce(one.session, 0)",
            mark="one.code_mark",
            more="",
        ),
    ),
    (
        "participant",
        _MADE_IN.format(
            table="participants",
            name="contacts.name",
            scope="0",
            mark="one.code_mark",
            more=' JOIN contacts ON contacts."of" = one.key AND contacts.deleted = 0',
        ),
    ),
)
"""What may be made in two places: kind, and id, key, name, scope and place of making of each."""


@dataclass(frozen=True, slots=True)
class Past:
    """A merge that was made here. `files` is empty where another program made it."""

    edit: bytes
    when: datetime
    steps: int
    undone: bool
    files: tuple[FileTold, ...]


def waiting_count(conn: sqlite3.Connection) -> int:
    """How many fields wait for a choice between values, and records between staying and going."""
    return sum(
        conn.execute(
            f"SELECT coalesce(sum(conflicts + kept), 0) FROM {kind.plural} WHERE deleted = 0"
        ).fetchone()[0]
        for kind in KINDS.values()
    )


def waiting(
    conn: sqlite3.Connection, language: Language, within: Collection[bytes] | None = None
) -> list[Choice]:
    """The fields that wait for a choice, with all values that stand; of these records, or all.

    A record that one person deleted and another changed waits too: to stay, or to go after all.
    """
    log, names, words = Log(conn), Names(conn), ValueWords(conn, language)
    found: list[Choice] = []
    for kind, key, ident in _flagged(conn, "(conflicts > 0 OR kept = 1) AND deleted = 0"):
        rows = log.changes(ident) if within is None or ident in within else []
        state = fold(rows)
        if state is None:
            continue
        shown = names.of(kind, key)
        if state.kept:
            stay_or_go = tuple(_stay_or_go(log, state, rows, language))
            label = DELETED.say(language)
            found.append(Choice(ident, kind, shown.code, shown.title, DELETION, label, stay_or_go))
        for name in state.conflicts():
            sides = tuple(_sides(log, words, state, name))
            label = words.label(kind, name)
            found.append(Choice(ident, kind, shown.code, shown.title, name, label, sides))
    return found


def kept(conn: sqlite3.Connection, within: Collection[bytes]) -> list[Named]:
    """Of these records those that were deleted without being known as they stand now."""
    return _named(conn, "kept = 1", within, list(KINDS))


def given_twice(conn: sqlite3.Connection, within: Collection[bytes] | None = None) -> list[Named]:
    """Of these records, or all, those whose code another carries too, with the older right."""
    coded = [kind.name for kind in KINDS.values() if kind.series or kind.name == "participant"]
    return _named(conn, "shown != code AND deleted = 0", within, coded)


def pairs(conn: sqlite3.Connection) -> list[Pair]:
    """Records that were made in two places and look like one, unless somebody said otherwise."""
    names = Names(conn)
    apart = {key for (key,) in conn.execute("SELECT key FROM local WHERE key LIKE 'apart/%'")}
    found: dict[str, Pair] = {}
    for kind, sql in _MADE:
        for one, other, reason in _alike(conn, kind, sql):
            stays, goes = sorted((one, other), key=lambda row: row.id)
            key = apart_key(stays.id, goes.id)
            if key not in apart and key not in found:
                found[key] = Pair(_name(names, kind, stays), _name(names, kind, goes), reason)
    return list(found.values())


def apart_key(one: bytes, other: bytes) -> str:
    """Where `local` keeps that two records are not the same."""
    first, second = sorted((one.hex(), other.hex()))
    return f"{APART}{first}/{second}"


def past(conn: sqlite3.Connection) -> list[Past]:
    """The merges made here, the newest first."""
    log = Log(conn)
    steps = Steps(log)
    rows = log.edits("WHERE name = ? AND came IS NULL", (edits.MERGE,))
    return [
        Past(
            row.id,
            datetime.fromtimestamp(made_at(row.id) / 1000, UTC).astimezone(),
            int(row.about) if row.about.isdigit() else 0,
            steps.stands_undone(row.id),
            _files(conn, row.id),
        )
        for row in reversed(rows)
    ]


def undone_merge(conn: sqlite3.Connection, other: sqlite3.Connection) -> bytes | None:
    """The newest merge that stands undone and brought what this other file holds as well."""
    log = Log(conn)
    steps = Steps(log)
    for row in reversed(log.edits("WHERE name = ? AND came IS NULL", (edits.MERGE,))):
        brought = conn.execute("SELECT id FROM edit WHERE came = ? LIMIT 1", (row.seq,)).fetchone()
        if brought is not None and steps.stands_undone(row.id):
            there = other.execute("SELECT 1 FROM edit WHERE id = ?", brought).fetchone()
            if there is not None:
                return row.id
    return None


def as_text(files: Collection[FileTold]) -> str:
    """What a merge brought, as `local` keeps it."""
    return json.dumps([asdict(each) for each in files], ensure_ascii=False)


def _files(conn: sqlite3.Connection, merge: bytes) -> tuple[FileTold, ...]:
    found = conn.execute(
        "SELECT value FROM local WHERE key = ?", (REPORT + merge.hex(),)
    ).fetchone()
    return () if found is None else tuple(map(_file, json.loads(found[0])))


def _file(told: dict[str, object]) -> FileTold:
    refused = told.pop("refused", None)
    words = Words(**refused) if isinstance(refused, dict) else None
    return FileTold(refused=words, **told)  # type: ignore[arg-type]


def _stay_or_go(
    log: Log, state: State, rows: list[ChangeRow], language: Language
) -> Iterator[Side]:
    """What was changed without being known to who deleted the record, and the deletion."""
    live = [head for head in state.deletions if head.value]
    known = covered([head.id for head in live], {row.id: row.prev for row in rows})
    heads = [head for heads in state.heads.values() for head in heads if head.id not in known]
    for value, words, side in ((0, STAYS, heads), (1, GOES, live)):
        newest = max(side, key=lambda head: head.id)
        row = log.change(newest.id)
        edit = None if row is None else log.edit(row.edit)
        yield Side(
            value,
            words.say(language),
            "" if edit is None else edit.author,
            datetime.fromtimestamp(made_at(newest.id) / 1000, UTC).astimezone(),
            b"" if edit is None else edit.id,
        )


def _sides(log: Log, words: ValueWords, state: State, name: str) -> Iterator[Side]:
    newest: dict[object, Head] = {}
    for head in state.heads[name]:
        newest[head.value] = head  # of equal values the newest, as heads are in order of their ids
    for head in sorted(newest.values(), reverse=True, key=lambda each: each.id):
        row = log.change(head.id)
        edit = None if row is None else log.edit(row.edit)
        yield Side(
            head.value,
            words.value(state.kind, name, head.value),
            "" if edit is None else edit.author,
            datetime.fromtimestamp(made_at(head.id) / 1000, UTC).astimezone(),
            b"" if edit is None else edit.id,
        )


class _Made(NamedTuple):
    """A record with its name and where it was made: no two laptops have the same of these."""

    id: bytes
    key: int
    name: str
    scope: int
    place: tuple[object, ...]


def _alike(conn: sqlite3.Connection, kind: str, sql: str) -> Iterator[tuple[_Made, _Made, Words]]:
    scopes: dict[int, list[_Made]] = {}
    for ident, key, name, scope, *place in conn.execute(sql):
        scopes.setdefault(scope, []).append(_Made(ident, key, name or "", scope, tuple(place)))
    for made in scopes.values():
        by_key = {each.key: each for each in made}
        for one, other, reason in alike({each.key: each.name for each in made}):
            first, second = by_key[one], by_key[other]
            # A person goes by a short code or name: one letter more is somebody else.
            fits = kind != "participant" or reason is SAME
            if fits and first.place != second.place:
                yield first, second, reason


def _name(names: Names, kind: str, made: _Made) -> Named:
    shown = names.of(kind, made.key)
    return Named(made.id, kind, shown.code, shown.title)


def _named(
    conn: sqlite3.Connection, where: str, within: Collection[bytes] | None, kinds: Collection[str]
) -> list[Named]:
    names = Names(conn)
    found = []
    for kind, key, ident in _flagged(conn, where, kinds):
        if within is None or ident in within:
            shown = names.of(kind, key)
            found.append(Named(ident, kind, shown.code, shown.title))
    return found


def _flagged(
    conn: sqlite3.Connection, where: str, kinds: Collection[str] = tuple(KINDS)
) -> Iterator[tuple[str, int, bytes]]:
    for kind in kinds:
        rows = conn.execute(f"SELECT key, id FROM {KINDS[kind].plural} WHERE {where} ORDER BY key")
        for key, ident in rows.fetchall():
            yield kind, key, ident
