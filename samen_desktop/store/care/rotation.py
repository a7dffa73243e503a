"""The backups of a round as they lie in the profile: listing them, letting old ones go.

Which ones go is for `thinning`. A backup that cannot be read is passed over, never in the way.
Also kept here is which round a file was: a file that no longer opens has its backups all the same.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.store import database, failures, profile

from . import copies
from .thinning import Backup, newest_first, parse_name, to_remove

Ends = tuple[int, int, bytes]
"""How a log ends: the last places of arrival of steps and rows, and the last step's id."""

_FILES = "files.json"
_MOST_FILES = 200


def utc_now() -> datetime:
    """The time that names and lists of copies carry."""
    return datetime.now(UTC)


def listed(folder: Path, ident: str, now: datetime) -> list[Backup]:
    """The backups of a round in a folder, the newest first; other files are passed over."""
    found = (_backup(path) for path in folder.glob(f"{ident}-*{database.SUFFIX}"))
    return newest_first((each for each in found if each is not None), now)


def newest(folder: Path, ident: str) -> Backup | None:
    """The newest that looks whole; None where there is none."""
    return next((each for each in listed(folder, ident, utc_now()) if each.whole), None)


def newest_sound(folder: Path, ident: str) -> Backup | None:
    """The newest that is sound, checked now; damaged ones are skipped."""
    for each in listed(folder, ident, utc_now()):
        with contextlib.suppress(KnownError):
            database.check_kind(each.path)
            copies.verify(each.path)
            return each
    return None


def rotate(folder: Path, ident: str, now: datetime) -> int:
    """Let go of those that `thinning` gives up; returns how many went.

    One that cannot be removed now goes another time.
    """
    gone = 0
    for each in to_remove(listed(folder, ident, now), now):
        with contextlib.suppress(OSError):
            each.path.unlink()
            gone += 1
    return gone


def ends(conn: sqlite3.Connection) -> Ends:
    """How the log of an open round ends."""
    row = conn.execute(
        "SELECT coalesce((SELECT max(seq) FROM edit), 0),"
        " coalesce((SELECT max(seq) FROM change), 0),"
        " coalesce((SELECT id FROM edit ORDER BY seq DESC LIMIT 1), x'')"
    ).fetchone()
    return int(row[0]), int(row[1]), bytes(row[2])


def log_ends(path: Path) -> Ends | None:
    """How the log of a closed file ends; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            return ends(conn)
    except failures.READING:
        return None


def remember(path: Path, ident: str) -> None:
    """Keep which round this file holds. Never fails."""
    known = _known_files()
    name = str(path.absolute())
    if next(reversed(known.items()), None) == (name, ident):
        return
    known.pop(name, None)
    known[name] = ident
    while len(known) > _MOST_FILES:
        known.pop(next(iter(known)))
    place = _files()
    beside = place.with_name(f".{_FILES}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
        beside.replace(place)


def round_in(path: Path) -> str | None:
    """Which round this file held when it was open here last; None if it never was."""
    return _known_files().get(str(path.absolute()))


def file_of(ident: str) -> Path | None:
    """The file in which this round was open here last, where it is still there."""
    found = [Path(name) for name, known in _known_files().items() if known == ident]
    return next((path for path in reversed(found) if path.exists()), None)


def newest_of(path: Path) -> Backup | None:
    """The newest sound backup of a file that cannot be opened itself."""
    ident = round_in(path)
    return None if ident is None else newest_sound(profile.backup_folder(ident), ident)


def _files() -> Path:
    return profile.folder() / "backups" / _FILES


def _known_files() -> dict[str, str]:
    try:
        found = json.loads(_files().read_text(encoding="utf-8"))
        return {str(name): str(ident) for name, ident in found.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _backup(path: Path) -> Backup | None:
    named = parse_name(path.stem)
    if named is None:
        return None
    try:
        facts = path.stat()
        with path.open("rb") as file:
            whole = database.is_round_head(file.read(100), facts.st_size)
    except OSError:
        return None
    return Backup(path, named[0].astimezone(), named[1], facts.st_size, whole, facts.st_mtime_ns)
