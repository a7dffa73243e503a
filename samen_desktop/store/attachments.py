"""Files kept inside the round, in SQLite's own archive table, so that any tool can get them out.

The bytes lie under `<record id>/<file name>`; name, size and checksum stand in the log. Erasing
removes the bytes; what merging brings is held against the checksum that came with it.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from pathlib import Path, PurePath

from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.text import clean_name
from samen_desktop.core.words import Words

from .steps.editing import Edit

MOST_BYTES = 25 * 1024 * 1024
MOST_BYTES_OF_ROUND = 250 * 1024 * 1024

_TOO_BIG = Words(
    "{name} is groter dan {most} MB en kan geen bijlage worden.",
    "{name} is larger than {most} MB and cannot become an attachment.",
)
_FULL = Words(
    "{name} past er niet meer bij: de bijlagen van een ronde mogen samen {most} MB zijn.",
    "{name} does not fit any more: the attachments of a round may take {most} MB together.",
)
_UNREADABLE = Words("{name} kan niet gelezen worden.", "{name} cannot be read.")


def attach(conn: sqlite3.Connection, edit: Edit, path: Path, of: bytes, title: str = "") -> bytes:
    """Take a file into the round, as part of an edit. Returns the attachment's record id.

    Raises KnownError for a file that is too large or cannot be read; nothing is kept of it then.
    """
    data = _read(path)
    used = conn.execute("SELECT coalesce(sum(sz), 0) FROM sqlar").fetchone()[0]
    if used + len(data) > MOST_BYTES_OF_ROUND:
        raise _refused(path, "attachments_full", _FULL, MOST_BYTES_OF_ROUND)
    name = clean_name(path.name)
    values: dict[str, Scalar] = {
        "file": name,
        "title": title,
        "of": of.hex(),
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "privacy": "COLLEG",
    }
    record = edit.create("attachment", values)
    conn.execute(
        "INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?, ?, ?, ?, ?)",
        (f"{record.hex()}/{name}", 0o100644, int(time.time()), len(data), data),
    )
    return record


def content(conn: sqlite3.Connection, record: bytes) -> bytes | None:
    """The bytes of an attachment; None where they were erased."""
    found = conn.execute("SELECT data FROM sqlar WHERE name GLOB ?", (f"{record.hex()}/*",))
    row = found.fetchone()
    return None if row is None else bytes(row[0])


def take_over(conn: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Copy the bytes that a merged file has and this one misses. False where any is damaged.

    Bytes that no attachment of the log names stay where they are.
    """
    here = {name for (name,) in conn.execute("SELECT name FROM sqlar")}
    logged = dict(
        conn.execute("SELECT lower(hex(id)), sha256 FROM attachments WHERE sha256 IS NOT NULL")
    )
    names = [name for (name,) in other.execute("SELECT name FROM sqlar") if name not in here]
    for name in names:
        wanted = logged.get(PurePath(name).parts[0] if name else "")
        if wanted is None:
            continue
        row = other.execute(
            "SELECT name, mode, mtime, sz, data FROM sqlar WHERE name = ?", (name,)
        ).fetchone()
        if hashlib.sha256(row[4]).hexdigest() != wanted:
            return False
        conn.execute("INSERT INTO sqlar (name, mode, mtime, sz, data) VALUES (?,?,?,?,?)", row)
    return True


def drop_erased(conn: sqlite3.Connection) -> None:
    """Remove the bytes of attachments that were erased elsewhere: their checksum went with them."""
    conn.execute(
        "DELETE FROM sqlar WHERE substr(name, 1, 32) IN"
        " (SELECT lower(hex(id)) FROM attachments WHERE sha256 IS NULL)"
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, "attachment_too_big", _TOO_BIG, MOST_BYTES)
        return path.read_bytes()
    except OSError as error:
        raise KnownError("unreadable", _UNREADABLE.fill(name=path.name)) from error


def _refused(path: Path, code: str, words: Words, most: int) -> KnownError:
    return KnownError(code, words.fill(name=path.name, most=most // 1024 // 1024))
