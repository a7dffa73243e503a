"""What a round keeps of itself elsewhere: files that went out, and the backups of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from samen_desktop.store.care import copying
from samen_desktop.store.log.ids import made_at


@dataclass(frozen=True, slots=True)
class SentOut:
    """A file that went out. `edition` is the privacy code, `when` local time."""

    when: datetime
    file: str
    edition: str
    rows: int
    language: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: when it was made (local time), why (`manual`, `migrate`, `erase`), its size."""

    path: Path
    when: datetime
    reason: str
    bytes: int


def sent_out(conn: sqlite3.Connection) -> list[SentOut]:
    """What went out, the newest first."""
    rows = conn.execute(
        "SELECT id, coalesce(file, ''), coalesce(edition, ''), coalesce(rows, 0),"
        " coalesce(language, ''), coalesce(recipient, '') FROM exports WHERE deleted = 0 ORDER BY id DESC"
    )
    return [
        SentOut(datetime.fromtimestamp(made_at(ident) / 1000, UTC).astimezone(), *others)
        for ident, *others in rows
    ]


def backups(conn: sqlite3.Connection, folder: Path | None = None) -> list[Backup]:
    """The backups of this round in that folder (else the profile's), the newest first."""
    return [found for path in copying.backups(conn, folder) if (found := _backup(path))]


def rows_about(conn: sqlite3.Connection) -> int:
    """About how many rows an overview has: those of the long lists, gone ones included."""
    found = conn.execute(
        "SELECT (SELECT count(*) FROM inputs) + (SELECT count(*) FROM attendance)"
        " + (SELECT count(*) FROM follow_ups) + (SELECT count(*) FROM stakeholders)"
    )
    return int(found.fetchone()[0])


def _backup(path: Path) -> Backup | None:
    """Read the name `ID-TIME-REASON.samen`; None for another file."""
    parts = path.stem.split("-")
    try:
        when = datetime.strptime(parts[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone()
        return Backup(path, when, parts[-1], path.stat().st_size)
    except (ValueError, IndexError, OSError):
        return None
