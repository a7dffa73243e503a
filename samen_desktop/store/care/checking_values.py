"""Checking the values of a round: what fits no list, points at what is gone, or is missing.

The derived tables leave a value empty that does not fit; the log still has it, so that it can be
named here and put right.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from samen_desktop.core.answers import PREFIX
from samen_desktop.core.fields import Field, Kind, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.vocabulary import vocabulary
from samen_desktop.core.words import Words
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.heads import fold
from samen_desktop.store.naming import Names, first_line
from samen_desktop.store.terms import Labels

_UNFIT = frozenset({Type.REF, Type.WHOLE, Type.YES_NO})
_SILENT = frozenset({"source", "joined_into", "split_from"})
"""References that may point at what is gone: they say where something came from."""


def odd_values(dossier: Dossier) -> Iterator[Words]:
    """Values the log holds that no list knows or no column could take."""
    for kind in KINDS.values():
        yield from _unknown_terms(dossier, kind)
        yield from _left_empty(dossier, kind)


def _unknown_terms(dossier: Dossier, kind: Kind) -> Iterator[Words]:
    """Codes of open lists that neither the round nor the program has."""
    conn, names, labels = dossier.conn, Names(dossier.conn), Labels(dossier.conn, "nl")
    for field in kind.fields:
        if field.type is not Type.TERM or vocabulary(field.vocabulary).closed:
            continue
        column = _cell(field)
        codes = conn.execute(
            f"SELECT DISTINCT {column} FROM {kind.plural} AS one"
            f" WHERE deleted = 0 AND {column} IS NOT NULL"
        ).fetchall()
        for (code,) in codes:
            if labels.knows(field.vocabulary, code):
                continue
            for (key,) in conn.execute(
                f"SELECT key FROM {kind.plural} AS one WHERE deleted = 0 AND {column} = ?",
                (code,),
            ).fetchall():
                yield _odd(names, kind, key, field, code)


def _left_empty(dossier: Dossier, kind: Kind) -> Iterator[Words]:
    """Values that did not fit their column: of a closed list, a reference, a number."""
    fields = [field for field in kind.fields if _may_be_left_empty(field)]
    if not fields:
        return
    names = Names(dossier.conn)
    for key, ident in sorted(_candidates(dossier.conn, kind, fields)):
        state = fold(dossier.log.changes(ident))
        if state is None:
            continue
        for field in fields:
            value = state.shown(field.name)
            if value is not None and _column(dossier.conn, kind, field, key) is None:
                yield _odd(names, kind, key, field, value)


def _may_be_left_empty(field: Field) -> bool:
    if field.type is Type.TERM:
        return vocabulary(field.vocabulary).closed
    return field.type in _UNFIT


def _candidates(
    conn: sqlite3.Connection, kind: Kind, fields: Iterable[Field]
) -> set[tuple[int, bytes]]:
    """Records with an empty column for which the log has, or had, a value."""
    found: set[tuple[int, bytes]] = set()
    for field in fields:
        empty = f"{_cell(field)} IS NULL AND one.deleted = 0"
        found.update(
            conn.execute(
                f"SELECT one.key, one.id FROM {kind.plural} AS one JOIN change"
                f" ON change.seq = one.key WHERE {empty}"
                " AND instr(change.value, ?) AND json_type(change.value, ?) IS NOT NULL",
                (f'"{field.name}":', f'$."{field.name}"'),
            )
        )
        found.update(
            conn.execute(
                f"SELECT one.key, one.id FROM change JOIN {kind.plural} AS one"
                f" ON one.id = change.record WHERE change.field = ? AND {empty}",
                (field.name,),
            )
        )
    return found


def _cell(field: Field) -> str:
    if field.name.startswith(PREFIX):
        column = field.name.removeprefix(PREFIX)
        return f'(SELECT "{column}" FROM answers WHERE owner = one.key)'
    return f'one."{field.name}"'


def _column(conn: sqlite3.Connection, kind: Kind, field: Field, key: int) -> object:
    found: tuple[object] = conn.execute(
        f"SELECT {_cell(field)} FROM {kind.plural} AS one WHERE key = ?", (key,)
    ).fetchone()
    return found[0]


def _odd(names: Names, kind: Kind, key: int, field: Field, value: str | int) -> Words:
    code = names.say(kind.name, key)
    # The id of a record says nothing to a person.
    told = "" if field.type is Type.REF else f" “{first_line(str(value))[:60]}”"
    return Words(
        f"{code.nl}: de waarde{told} past niet bij ‘{field.words.nl}’.",
        f"{code.en}: the value{told} does not fit ‘{field.words.en}’.",
    )


def gone_references(dossier: Dossier) -> Iterator[Words]:
    """Records that stand and point at one that was deleted."""
    names = Names(dossier.conn)
    for kind in KINDS.values():
        for field in kind.fields:
            if field.type not in (Type.REF, Type.MEMBERS) or field.name in _SILENT:
                continue
            for target in field.targets:
                for key, gone in dossier.conn.execute(*_gone(kind, field, target)).fetchall():
                    yield _lost(names, kind, key, field, names.say(target, gone))


def _gone(kind: Kind, field: Field, target: str) -> tuple[str, list[str]]:
    links, values = f'SELECT key, "{field.name}" FROM {kind.plural}', list[str]()
    if field.type is Type.MEMBERS:
        links, values = "SELECT owner, member FROM member WHERE field = ?", [field.name]
    return _GONE.format(links=links, own=kind.plural, other=KINDS[target].plural), values


_GONE = """
WITH link (key, target) AS ({links})
SELECT one.key, other.key FROM {other} AS other
JOIN link ON link.target = other.key JOIN {own} AS one ON one.key = link.key
WHERE other.deleted = 1 AND one.deleted = 0 AND other.key NOT IN (SELECT key FROM joined)
ORDER BY one.key
"""


def _lost(names: Names, kind: Kind, key: int, field: Field, gone: Words) -> Words:
    code = names.say(kind.name, key)
    return Words(
        f"{code.nl}: ‘{field.words.nl}’ wijst naar {gone.nl}, en dat is verwijderd.",
        f"{code.en}: ‘{field.words.en}’ points at {gone.en}, which was deleted.",
    )


def empty_fields(dossier: Dossier) -> Iterator[Words]:
    """Records without a value they cannot do without. What was erased is empty rightly."""
    names = Names(dossier.conn)
    for kind in KINDS.values():
        for field in kind.fields:
            if not field.required:
                continue
            rows = dossier.conn.execute(
                f"SELECT key FROM {kind.plural} WHERE deleted = 0"
                f" AND coalesce(\"{field.name}\", '') = ''"
                " AND id NOT IN (SELECT record FROM change WHERE field = 'erase')"
            )
            for (key,) in rows.fetchall():
                code = names.say(kind.name, key)
                yield Words(
                    f"{code.nl}: ‘{field.words.nl}’ is leeg.",
                    f"{code.en}: ‘{field.words.en}’ is empty.",
                )
