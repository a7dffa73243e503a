"""Erasing: values leave the log for good, here and in whatever arrives later.

An `erase` edit holds one row per erased value, naming the row and the field and nothing of the
value. `Stones` empties what they name. Drafts, attachment bytes, the search index, free pages and
backups are the dossier's part of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from samen_desktop.core.fields import Kind, Type
from samen_desktop.core.kinds import KINDS, field_of
from samen_desktop.store.log.rows import (
    DELETION,
    ERASURE,
    ChangeRow,
    decode,
    decode_creation,
    encode,
)

from .editing import Edit

KEPT_FIELDS = frozenset({"code"})
"""Text that stays when a person is erased: the code, so that counts and answers stay right."""


class Stones:
    """All erasures the log knows of: which rows they name, and in those which fields."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self.rows: dict[bytes, set[str]] = {}
        for (value,) in conn.execute("SELECT value FROM change WHERE field = ?", (ERASURE,)):
            target = decode(value)
            ident, _, name = str(target).partition(":")
            if len(ident) == 32:
                self.rows.setdefault(bytes.fromhex(ident), set()).add(name)

    def lay(self) -> list[bytes]:
        """Empty every value that is named and still there. Returns the records that changed."""
        touched: list[bytes] = []
        for ident, names in self.rows.items():
            found = self._conn.execute(
                "SELECT record, field, value, hash FROM change WHERE id = ?", (ident,)
            ).fetchone()
            if found is None:
                continue
            record, field, value, digest = found
            emptied = _emptied(field, value, names)
            if emptied != value or digest is not None:
                self._conn.execute(
                    "UPDATE change SET value = ?, hash = NULL WHERE id = ?", (emptied, ident)
                )
                touched.append(record)
        return touched


def _emptied(field: str, value: str | None, names: set[str]) -> str | None:
    if not field.startswith("+"):
        return None
    filled = decode_creation(value)
    return encode({name: kept for name, kept in filled.items() if name not in names})


def texts_of(rows: Iterable[ChangeRow]) -> list[tuple[ChangeRow, str]]:
    """Every text a person wrote in the rows of one record: the row, and the field in it."""
    rows = list(rows)
    kind = next(KINDS[row.field[1:]] for row in rows if row.field.startswith("+"))
    return [(row, name) for row in rows for name in _written(kind, row)]


def write_erasure(edit: Edit, rows: Iterable[ChangeRow]) -> int:
    """Name every text a person wrote in the rows of one record. Returns how many there are."""
    texts = texts_of(rows)
    for row, name in texts:
        edit.erase_value(row.record, f"{row.id.hex()}:{name}")
    return len(texts)


def _written(kind: Kind, row: ChangeRow) -> list[str]:
    if row.field in (DELETION, ERASURE) or row.value is None:
        return []
    names = list(decode_creation(row.value)) if row.field.startswith("+") else [row.field]
    return [name for name in names if _is_persons_text(kind, name)]


def _is_persons_text(kind: Kind, name: str) -> bool:
    field = field_of(kind.name, name)
    return field.type in (Type.TEXT, Type.LONG) and field.name not in KEPT_FIELDS
