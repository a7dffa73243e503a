"""A person says that nobody can be known from a row: what holds it back from the public goes away.

What looks like personal data is for `core.privacy`, which rows an edition holds back for its
reports. A confirmation holds for the texts as they stand; the reader sees whether they changed.
"""

from __future__ import annotations

import sqlite3

from samen_desktop.core.kinds import KINDS

from .dossier import Dossier

_FIELD = "public_checked"

CONFIRMABLE = frozenset(
    kind.name for kind in KINDS.values() if any(field.name == _FIELD for field in kind.fields)
)
"""Kinds of records that can be confirmed."""


def record_of(conn: sqlite3.Connection, kind: str, code: str) -> bytes | None:
    """The record of that kind and code; None where there is none any more."""
    found = conn.execute(
        f"SELECT id FROM {KINDS[kind].plural} WHERE shown = ? AND deleted = 0"
        " AND key NOT IN (SELECT key FROM joined)",
        (code,),
    ).fetchone()
    return None if found is None else bytes(found[0])


def confirm(dossier: Dossier, kind: str, code: str) -> bool:
    """Confirm a row, also one that was before its text changed. False where it is gone."""
    record = record_of(dossier.conn, kind, code)
    if record is None:
        return False
    with dossier.edit(f"change_{kind}") as edit:
        edit.about = code
        edit.set(record, _FIELD, None)
        edit.set(record, _FIELD, 1)
    return True
