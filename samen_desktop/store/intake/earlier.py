"""What a file that is read in brought to the round before, and which codes are in use."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.text import clean


@dataclass(frozen=True, slots=True)
class SourceFile:
    """What the import record keeps of a file: its name without folder, and what was read of it."""

    name: str
    sha256: str
    sheet: str


def known_keys(conn: sqlite3.Connection, source: SourceFile, target: str, kind: str) -> set[str]:
    """Keys of the rows of this very file and sheet that stand in the round."""
    table = KINDS[kind].plural
    rows = conn.execute(
        f"SELECT source_key FROM {table} JOIN imports ON imports.key = {table}.source"
        f" WHERE {table}.deleted = 0 AND source_key IS NOT NULL AND sha256 = ?"
        " AND imports.kind = ? AND coalesce(sheet, '') = ?",
        (source.sha256, target, clean(source.sheet, one_line=True)),
    )
    return {row[0] for row in rows}


def read_before(conn: sqlite3.Connection, source: SourceFile, target: str) -> bool:
    """Whether an import of this very file and sheet stands in the round."""
    found = conn.execute(
        "SELECT 1 FROM imports WHERE deleted = 0 AND sha256 = ? AND kind = ?"
        " AND coalesce(sheet, '') = ?",
        (source.sha256, target, clean(source.sheet, one_line=True)),
    )
    return found.fetchone() is not None


def submitters(conn: sqlite3.Connection, source: SourceFile) -> dict[str, bytes]:
    """Submitters this very file brought, by the text that names them in Contact."""
    rows = conn.execute(
        "SELECT contacts.name, contacts.email, participants.id FROM contacts"
        ' JOIN participants ON participants.key = contacts."of" AND participants.deleted = 0'
        " JOIN imports ON imports.key = contacts.source AND imports.sha256 = ?"
        " WHERE contacts.deleted = 0 ORDER BY contacts.key",
        (source.sha256,),
    )
    found: dict[str, bytes] = {}
    for name, email, ident in rows:
        for text in (name, email):
            if text:
                found.setdefault(text, ident)
    return found


def codes_in_use(conn: sqlite3.Connection, kind: str) -> set[str]:
    """All codes a kind ever had, gone ones included: they are not given again."""
    table = KINDS[kind].plural
    return {code for (code,) in conn.execute(f"SELECT code FROM {table} WHERE code IS NOT NULL")}


def mark(conn: sqlite3.Connection) -> str:
    """The mark of this copy of the round, which the codes it gives carry."""
    found = conn.execute("SELECT value FROM local WHERE key = 'mark'").fetchone()
    return str(found[0]) if found else ""
