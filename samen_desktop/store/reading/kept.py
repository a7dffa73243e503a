"""What a round keeps of itself elsewhere: files that went out, and the backups of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from samen_desktop.store import profile
from samen_desktop.store.care import copying, rotation
from samen_desktop.store.care.thinning import Backup
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


def sent_out(conn: sqlite3.Connection) -> list[SentOut]:
    """What went out, the newest first."""
    rows = conn.execute(
        "SELECT id, coalesce(file, ''), coalesce(edition, ''), coalesce(rows, 0),"
        " coalesce(language, ''), coalesce(recipient, '') FROM exports"
        " WHERE deleted = 0 ORDER BY id DESC"
    )
    return [
        SentOut(datetime.fromtimestamp(made_at(ident) / 1000, UTC).astimezone(), *others)
        for ident, *others in rows
    ]


def backups(conn: sqlite3.Connection, folder: Path | None = None) -> list[Backup]:
    """The backups of this round in that folder (else the profile's), the newest first."""
    ident = copying.round_id(conn)
    place = folder or profile.backup_folder(ident)
    return rotation.listed(place, ident, rotation.utc_now())


def rows_about(conn: sqlite3.Connection) -> int:
    """About how many rows an overview has: those of the long lists, gone ones included."""
    found = conn.execute(
        "SELECT (SELECT count(*) FROM inputs) + (SELECT count(*) FROM attendance)"
        " + (SELECT count(*) FROM follow_ups) + (SELECT count(*) FROM stakeholders)"
    )
    return int(found.fetchone()[0])
