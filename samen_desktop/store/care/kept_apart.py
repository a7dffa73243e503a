"""What salvaging kept apart, in words and in the new file: it belongs to this copy only.

Kept in `local`, so that it never travels with a merge, is left out of copies given away, and goes
when a person is erased.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.salvaging import KeptApart, Salvaged, salvaged_of
from samen_desktop.core.words import Words
from samen_desktop.store.log.rows import ChangeRow, decode, decode_creation
from samen_desktop.store.naming import Names

REPORT = "salvage/report"
PREFIX = "salvage/"

_MOST = 2_000
_LONGEST = 20_000
_TEXTS = frozenset({Type.TEXT, Type.LONG})
_LOST = Words("Verloren onderdeel", "Lost record")
_VALUE = Words("Waarde", "Value")


def keep(conn: sqlite3.Connection, salvaged: Salvaged) -> None:
    """Keep what is to be told, in the salvaged file itself. Inside a transaction."""
    sql = "INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)"
    conn.execute(sql, (REPORT, salvaged.as_text()))


def kept(conn: sqlite3.Connection) -> Salvaged | None:
    """What was kept; None in a file that was never salvaged, or where it was forgotten since."""
    found = conn.execute("SELECT value FROM local WHERE key = ?", (REPORT,)).fetchone()
    try:
        return None if found is None else salvaged_of(str(found[0]))
    except (ValueError, KeyError, TypeError):
        return None


def forget(conn: sqlite3.Connection) -> None:
    """Let go of it. Inside a transaction."""
    conn.execute("DELETE FROM local WHERE key LIKE ? || '%'", (PREFIX,))


def in_words(conn: sqlite3.Connection, rows: Iterable[ChangeRow]) -> tuple[KeptApart, ...]:
    """Rows as a person can read them: where they belong as far as is known, and each text."""
    names = Names(conn)
    found: list[KeptApart] = []
    for row in rows:
        for each in _texts_of(names, row):
            if len(found) == _MOST:
                return tuple(found)
            found.append(each)
    return tuple(found)


def _texts_of(names: Names, row: ChangeRow) -> Iterator[KeptApart]:
    if not row.value:
        return
    place = names.by_id(row.record)
    if not row.field.startswith("+"):
        where = _LOST if place is None else names.say(place.kind, place.key)
        label = _VALUE if place is None else _label(names, place.kind, row.field)
        text = _plain(row.value)
        if text:
            yield KeptApart(where, label, text)
        return
    kind = row.field[1:]
    try:
        values = decode_creation(row.value)
    except ValueError:
        yield KeptApart(_called(kind, ""), _VALUE, row.value[:_LONGEST])
        return
    where = _called(kind, str(values.get("code") or ""))
    for name, value in sorted(values.items(), key=lambda each: _place_of(kind, each[0])):
        if isinstance(value, str) and name != "code" and _is_text(kind, name):
            yield KeptApart(where, _label(names, kind, name), value[:_LONGEST])


def _plain(value: str) -> str:
    """The text in a value; nothing where it is a number, a reference or empty."""
    try:
        found = decode(value)
    except ValueError:
        return value[:_LONGEST]
    return found[:_LONGEST] if isinstance(found, str) else ""


def _called(kind: str, code: str) -> Words:
    words = KINDS[kind].words if kind in KINDS else _LOST
    return Words(f"{words.nl} {code}".strip(), f"{words.en} {code}".strip())


def _place_of(kind: str, name: str) -> int:
    """Where a field stands in the list of its kind, so that texts come in the order people know."""
    names = [each.name for each in KINDS[kind].fields] if kind in KINDS else []
    return names.index(name) if name in names else len(names)


def _is_text(kind: str, name: str) -> bool:
    if kind not in KINDS:
        return True
    return any(each.name == name and each.type in _TEXTS for each in KINDS[kind].fields)


def _label(names: Names, kind: str, name: str) -> Words:
    try:
        return names.label(kind, name)
    except KeyError:
        return _VALUE
