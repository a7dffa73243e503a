"""The deep check: every row of the log against its hash, every derived row against a rebuild.

The rebuild is made in memory: it holds the words of people, and must not touch the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import zip_longest
from typing import Any

from sqlite_utils import Database

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.store import attachments
from samen_desktop.store.derived.tables import BESIDE
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.rows import ChangeRow, change_hash, edit_hash
from samen_desktop.store.naming import Names
from samen_desktop.store.steps.erase import Stones

_KEYS = {
    "member": "owner, field, member",
    "attendance": "session, party",
    "answers": "owner",
    "joined": "key",
}


def changed_rows(dossier: Dossier) -> Iterator[Words]:
    """Rows of the log whose bytes are no longer what was written, by the record they belong to."""
    names = Names(dossier.conn)
    with _any_text(dossier.conn):
        bad = sum(edit_hash(row) != row.hash for row in dossier.log.edits())
        damaged = list(dict.fromkeys(_damaged(dossier.conn)))
    if bad:
        yield Words(
            "In het logboek zijn stappen beschadigd ({bad}). Vergelijk met een reservekopie.",
            "Steps of the log are damaged ({bad}). Compare with a backup.",
        ).fill(bad=bad)
    for record in damaged:
        place = names.by_id(record)
        code = _UNKNOWN if place is None else names.say(place.kind, place.key)
        yield Words(
            f"{code.nl}: een regel van het logboek is beschadigd. Vergelijk met een reservekopie.",
            f"{code.en}: a row of the log is damaged. Compare with a backup.",
        )


@contextmanager
def _any_text(conn: sqlite3.Connection) -> Iterator[None]:
    """Read text that is no text any more, too: one damaged byte would hide all other rows."""
    before = conn.text_factory
    conn.text_factory = lambda found: found.decode("utf-8", errors="replace")
    try:
        yield
    finally:
        conn.text_factory = before


def changed_files(dossier: Dossier) -> Iterator[Words]:
    """Attachments whose bytes are no longer what the log says."""
    names = Names(dossier.conn)
    wanted = dossier.conn.execute(
        "SELECT key, id, sha256 FROM attachments WHERE sha256 IS NOT NULL"
    )
    for key, ident, digest in wanted.fetchall():
        data = attachments.content(dossier.conn, ident)
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            code = names.say("attachment", key)
            yield Words(
                f"{code.nl}: de bijlage is beschadigd of weg. Vergelijk met een reservekopie.",
                f"{code.en}: the attachment is damaged or gone. Compare with a backup.",
            )


_UNKNOWN = Words("Onbekend onderdeel", "Unknown record")


def _damaged(conn: sqlite3.Connection) -> Iterator[bytes]:
    erased = Stones(conn).rows
    rows = conn.execute(
        "SELECT seq, id, edit, record, field, value, prev, hash FROM change ORDER BY seq"
    )
    for row in map(ChangeRow._make, rows):
        if row.hash is None:
            if row.id not in erased:
                yield row.record
        elif row.hash != change_hash(*row[1:7]):
            yield row.record


def unlike_rebuilt(dossier: Dossier) -> Iterator[Words]:
    """Derived rows that are not what the log says."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as conn:
        dossier.conn.backup(conn)
        conn.execute("PRAGMA query_only = ON")
        copy = Dossier(
            dossier.path,
            Database(conn, execute_plugins=False),
            dossier.writer,
            dossier.now,
            writable=True,
        )
        try:
            copy.rebuild()
        except (KnownError, ValueError, TypeError, KeyError, sqlite3.Error):
            yield Words(
                "De tabellen kunnen niet uit het logboek opgebouwd worden. Zet een reservekopie"
                " terug.",
                "The tables cannot be made from the log. Restore a backup.",
            )
            return
        yield from _differences(dossier.conn, conn)


def _differences(here: sqlite3.Connection, rebuilt: sqlite3.Connection) -> Iterator[Words]:
    names = Names(here)
    for kind in KINDS.values():
        for row in _unlike(here, rebuilt, kind.plural, "key"):
            code = names.say(kind.name, row[0])
            yield Words(
                f"{code.nl} wijkt af van het logboek. Laat de tabellen opnieuw opbouwen.",
                f"{code.en} differs from the log. Have the tables made anew.",
            )
    for table in BESIDE:
        if next(_unlike(here, rebuilt, table, _KEYS[table]), None) is not None:
            yield Words(
                "De tabel {table} wijkt af van het logboek. Laat de tabellen opnieuw opbouwen.",
                "The table {table} differs from the log. Have the tables made anew.",
            ).fill(table=table)


def _unlike(
    here: sqlite3.Connection, rebuilt: sqlite3.Connection, table: str, order: str
) -> Iterator[tuple[Any, ...]]:
    sql = f"SELECT * FROM {table} ORDER BY {order}"
    for ours, theirs in zip_longest(here.execute(sql), rebuilt.execute(sql)):
        if ours != theirs:
            yield ours or theirs
