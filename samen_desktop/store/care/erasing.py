"""Erasing what a person asks to be erased: afterwards no byte of it is left in our care.

The log's side of it (rows that name what is erased, and emptying them) is told in `erase`. Here is
what belongs to a person or record, and the places beside the log that could still hold it: drafts,
attachments, the search index, free pages and backups.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samen_desktop.core import edits
from samen_desktop.core.backups import AFTER_ERASING
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS, field_of, split_field
from samen_desktop.store import drafts, failures
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.rows import ChangeRow, decode_creation
from samen_desktop.store.naming import Names, Place
from samen_desktop.store.reading.history import no_such
from samen_desktop.store.steps.editing import Edit
from samen_desktop.store.steps.erase import Stones, texts_of, write_erasure

from . import borrowing, copying, kept_apart, restoring, working

_ERASABLE = ("participant", "stakeholder", "input", "session", "follow_up", "theme")
_BY_ID = (*_ERASABLE, "contact")
"""A contact has no code; a window names it by its id."""

_PERSONS = ("participant", "stakeholder")


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took away, in numbers, and where it could not reach.

    `values` are values of the log; `inputs` those whose words went along, `inputs_left` those of
    the same submitter that kept theirs. `backup` is the new one instead of `backups` old ones,
    None where none could be made. `remains` are files that may still hold what was erased, for a
    person to throw away: backups that could not be removed, what restoring in place kept, and the
    other one of a file and a copy taken of it to work on.
    """

    code: str
    values: int
    contacts: int
    attachments: int
    inputs: int
    inputs_left: int
    backups: int
    backup: Path | None
    remains: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class WouldGo:
    """What an erasure would take away, for the question before it. `inputs` go only if asked."""

    code: str
    title: str
    texts: int
    contacts: int
    attachments: int
    inputs: int
    backups: int


def look(dossier: Dossier, record: bytes) -> WouldGo:
    """What erasing a record would take away; changes nothing. Raises KnownError if it cannot be."""
    conn = dossier.conn
    place = _place(conn, record)
    found = _Found(conn, place, with_inputs=True)
    log, shown = Log(conn), Names(conn).of(place.kind, place.key)
    own = (*found.same, *found.contacts, *found.attachments)
    return WouldGo(
        code=shown.code,
        title=shown.title,
        texts=sum(len(texts_of(log.changes(each))) for each in own),
        contacts=len(found.contacts),
        attachments=len(found.attachments),
        inputs=len(found.inputs),
        backups=len(copying.backups(conn)),
    )


def erase(dossier: Dossier, code: str, *, with_inputs: bool = False) -> Erased:
    """Erase the texts of the record with this code: see `erase_record`. Raises KnownError."""
    place = next((at for at in Names(dossier.conn).by_code(code) if at.kind in _ERASABLE), None)
    if place is None:
        raise no_such(code)
    return erase_record(dossier, place.id, with_inputs=with_inputs)


def erase_record(dossier: Dossier, record: bytes, *, with_inputs: bool = False) -> Erased:
    """Erase the texts of a record, for good: there is no undo.

    Of a participant or stakeholder: all its own texts but the code, its contacts and attachments,
    and `with_inputs` the texts of inputs it alone submitted. Of a contact, input, session,
    follow-up or theme: its texts and attachments. Records joined with it go along. Raises
    KnownError for what cannot be erased; then nothing was changed.
    """
    conn = dossier.conn
    place = _place(conn, record)
    found = _Found(conn, place, with_inputs=with_inputs)
    values = 0
    with dossier.edit(edits.ERASE, Names(conn).of(place.kind, place.key).code) as edit:
        log = Log(conn)
        for ident in found.records():
            values += write_erasure(edit, log.changes(ident))
        values += _erase_remarks(conn, edit, found.same)
        edit.write_now()
        edit.derive_again(Stones(conn).lay())
        _empty_beside(conn, found.attachments)
    _make_anew(dossier)
    working.erase_left()
    old = copying.backups(conn)
    kept = _new_backup(dossier)
    left = [path for path in (*old, *copying.unfinished(conn)) if not _removed(path)]
    return Erased(
        code=Names(conn).of(place.kind, place.key).code,
        values=values,
        contacts=len(found.contacts),
        attachments=len(found.attachments),
        inputs=len(found.inputs),
        inputs_left=found.inputs_left,
        backups=len(old),
        backup=kept,
        remains=(*left, *restoring.kept_beside(dossier.path), *_borrowed(dossier.path)),
    )


def _place(conn: sqlite3.Connection, record: bytes) -> Place:
    place = Names(conn).by_id(record)
    if place is None or place.kind not in _BY_ID:
        raise no_such("")
    return place


class _Found:
    """The records that belong to the one to be erased, gone ones included."""

    def __init__(self, conn: sqlite3.Connection, place: Place, *, with_inputs: bool) -> None:
        self._conn = conn
        stays = Names(conn).stays(place.key)
        self._keys = {place.key, stays}
        self._keys.update(
            key for (key,) in self._read("SELECT key FROM joined WHERE stays = ?", stays)
        )
        table = KINDS[place.kind].plural
        self.same = self._ids(f"SELECT id FROM {table} WHERE key = ?", self._keys)
        person = place.kind in _PERSONS
        self.contacts = (
            self._ids('SELECT id FROM contacts WHERE "of" = ?', self._keys) if person else []
        )
        sole, shared = self._submitted() if person else ([], [])
        self.inputs = sole if with_inputs else []
        self.inputs_left = len(shared) + (0 if with_inputs else len(sole))
        owners = {*self._keys, *self._keys_of(self.inputs)}
        self.attachments = self._ids('SELECT id FROM attachments WHERE "of" = ?', owners)

    def records(self) -> Iterator[bytes]:
        yield from (*self.same, *self.contacts, *self.attachments, *self.inputs)

    def _submitted(self) -> tuple[list[bytes], list[bytes]]:
        """Inputs that nobody else submitted, and those that somebody else did as well."""
        sole: list[bytes] = []
        shared: list[bytes] = []
        owners = {
            owner
            for key in self._keys
            for (owner,) in self._read(
                "SELECT owner FROM member WHERE field = 'submitter' AND member = ?", key
            )
        }
        for owner in sorted(owners):
            members = {
                member
                for (member,) in self._read(
                    "SELECT member FROM member WHERE field = 'submitter' AND owner = ?", owner
                )
            }
            ids = self._ids("SELECT id FROM inputs WHERE key = ?", [owner])
            (sole if members <= self._keys else shared).extend(ids)
        return sole, shared

    def _keys_of(self, records: Iterable[bytes]) -> Iterator[int]:
        for record in records:
            for (key,) in self._conn.execute("SELECT key FROM inputs WHERE id = ?", (record,)):
                yield key

    def _ids(self, sql: str, keys: Iterable[int]) -> list[bytes]:
        return [ident for key in sorted(keys) for (ident,) in self._read(sql, key)]

    def _read(self, sql: str, key: int) -> list[tuple[Any, ...]]:
        return self._conn.execute(sql, (key,)).fetchall()


def _erase_remarks(conn: sqlite3.Connection, edit: Edit, parties: Iterable[bytes]) -> int:
    """Erase what was ever remarked about these parties at sessions. Returns how many values."""
    count = 0
    for party in parties:
        name = f"attendance/{party.hex()}/"
        sessions = conn.execute(
            "SELECT DISTINCT record FROM change WHERE field LIKE ? OR"
            " (field = '+session' AND value LIKE ?)",
            (f"{name}%", f"%{name}%"),
        )
        for (session,) in sessions.fetchall():
            for row in Log(conn).changes(session):
                for remark in _remarks(row, party.hex()):
                    edit.erase_value(session, f"{row.id.hex()}:{remark}")
                    count += 1
    return count


def _remarks(row: ChangeRow, party: str) -> list[str]:
    created = row.field.startswith("+")
    names = list(decode_creation(row.value)) if created else [row.field]
    return [
        name
        for name in names
        if split_field(name)[1] == party
        and row.value is not None
        and field_of("session", name).type in (Type.TEXT, Type.LONG)
    ]


def _empty_beside(conn: sqlite3.Connection, attachments: Iterable[bytes]) -> None:
    """Drafts and what salvaging kept may hold what was typed; attachments' bytes go by their id."""
    conn.execute("DELETE FROM draft")
    kept_apart.forget(conn)
    drafts.drop_beside(drafts.round_id(conn))
    for ident in attachments:
        conn.execute(
            "DELETE FROM sqlar WHERE name = ? OR name LIKE ?", (ident.hex(), f"{ident.hex()}/%")
        )


def _make_anew(dossier: Dossier) -> None:
    """Write the file without its free pages; VACUUM cannot run inside a transaction."""
    with failures.told(dossier.path):
        dossier.conn.execute("PRAGMA query_only = OFF")
        try:
            dossier.conn.execute("VACUUM")
        finally:
            dossier.conn.execute("PRAGMA query_only = ON")
            dossier.wrote()


def _new_backup(dossier: Dossier) -> Path | None:
    """A backup without what was erased; the old ones go even where none can be made."""
    try:
        return copying.backup(dossier, reason=AFTER_ERASING)
    except KnownError:
        return None


def _borrowed(path: Path) -> list[Path]:
    """The other one of a file and the copy that was taken of it to work on."""
    taken, own = borrowing.of_home(path), borrowing.of_copy(path)
    return [*([taken.path] if taken else []), *([own.home] if own and own.home.exists() else [])]


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
