"""Copies a person asks for: a marked copy to work in, and backups.

How bytes are copied and checked is told in `copies`; here is what a copy may know and be called.
Putting a backup back is for `restoring`.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from samen_desktop.core import codes
from samen_desktop.core.backups import BEFORE_MIGRATING, MANUAL
from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.store import database, failures, lock, profile
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.merge import REPORT

from . import copies, kept_apart, rotation
from .rotation import utc_now
from .thinning import stamp

NO_ROUND_YET = "0" * 32
"""Stands for the id of a round in a file that has none yet."""


def give_copy(
    dossier: Dossier, target: Path, mark: str, between: copies.Between | None = None
) -> copies.Counts:
    """A copy for somebody else to work in, whose new codes carry this mark.

    Drafts and saved views stay here, and no step in it counts as made there. Raises KnownError for
    a mark that is ill-formed or was given before, and where the target exists; then nothing is
    left behind and the mark is free again.
    """
    refuse_existing(target)
    refuse_mark(dossier.conn, mark)
    now = utc_now().isoformat(timespec="seconds")
    with dossier.writing():
        dossier.conn.execute("INSERT INTO mark (mark, given_at) VALUES (?, ?)", (mark, now))
    try:
        return copies.copy_in_steps(
            dossier.conn, target, between, lambda conn: make_working_copy(conn, mark)
        )
    except BaseException:
        with dossier.writing():
            dossier.conn.execute("DELETE FROM mark WHERE mark = ?", (mark,))
        raise


def backup(
    dossier: Dossier,
    folder: Path | None = None,
    reason: str = MANUAL,
    between: copies.Between | None = None,
    meanwhile: copies.Meanwhile | None = None,
) -> Path:
    """A verified backup in the folder, by default the round's own in the profile.

    Its name is the round's id, the time in UTC and the reason: nothing of people. In the profile
    older ones go as `thinning` says. Raises KnownError where the place allows none, or where the
    copy shows that the original is damaged.
    """
    rotation.remember(dossier.path, round_id(dossier.conn))
    return _back_up(dossier.conn, folder, reason, between, meanwhile)


def is_kept(conn: sqlite3.Connection) -> bool:
    """Whether the newest backup in the profile holds all steps that stand here."""
    newest = rotation.newest(profile.backup_folder(round_id(conn)), round_id(conn))
    return newest is not None and rotation.log_ends(newest.path) == rotation.ends(conn)


def rescue(dossier: Dossier, target: Path, between: copies.Between | None = None) -> Path:
    """The open round as a file of its own, where its own file is gone: to go on in, as it was.

    Raises KnownError where the target exists, or where the disk that was pulled out gives no more.
    """
    refuse_existing(target)
    copies.copy_in_steps(dossier.conn, target, between)
    return target


def backups(conn: sqlite3.Connection, folder: Path | None = None) -> list[Path]:
    """The backups of this round in that folder, the newest first."""
    return backups_of(round_id(conn), folder)


def backups_of(ident: str, folder: Path | None = None) -> list[Path]:
    """The same for a round by its id: one whose file cannot be opened, for instance."""
    place = folder or profile.backup_folder(ident)
    return sorted(place.glob(f"{ident}-*{database.SUFFIX}"), reverse=True)


def unfinished(conn: sqlite3.Connection) -> list[Path]:
    """What a backup of this round left in the profile when the program was killed in its midst."""
    ident = round_id(conn)
    return sorted(profile.backup_folder(ident).glob(f".{ident}-*"))


def migrate_with_backup(path: Path) -> Path | None:
    """Bring a round to the present layout after a verified backup; returns the backup.

    None where the file is of the present layout. Raises KnownError; the file is as it was then.
    """
    # The copy is verified before anything is migrated: that shows the damage of the original.
    db = database.open_file(path, check=False)
    try:
        if not database.pending(db):
            return None
        lock.refuse_if_held(path)
        kept = _back_up(db.conn, None, BEFORE_MIGRATING)
        with failures.told(path):
            database.migrate(db)
        return kept
    finally:
        database.close(db)


def round_id(conn: sqlite3.Connection) -> str:
    """The id of the round in a file as 32 hex digits; zeros while there is none."""
    found = conn.execute("SELECT min(id) FROM rounds").fetchone()[0]
    return NO_ROUND_YET if found is None else bytes(found).hex()


def _back_up(
    conn: sqlite3.Connection,
    folder: Path | None,
    reason: str,
    between: copies.Between | None = None,
    meanwhile: copies.Meanwhile | None = None,
) -> Path:
    ident = round_id(conn)
    place = folder or profile.backup_folder(ident)
    target = free_name(place, f"{ident}-{stamp(utc_now())}", f"-{reason}{database.SUFFIX}")
    copies.copy_in_steps(conn, target, between, meanwhile=meanwhile)
    if folder is None:
        rotation.rotate(place, ident, utc_now())
    return target


def make_working_copy(conn: sqlite3.Connection, mark: str) -> None:
    """Let a copy begin its own work: no drafts or views, no step made here, codes with a mark."""
    conn.execute("UPDATE edit SET came = 0")
    conn.execute("DELETE FROM draft")
    conn.execute("DELETE FROM saved_view")
    conn.execute("DELETE FROM local WHERE key LIKE ? || '%'", (REPORT,))
    kept_apart.forget(conn)
    set_mark(conn, mark)
    now = utc_now().isoformat(timespec="seconds")
    conn.execute("INSERT OR IGNORE INTO mark (mark, given_at) VALUES (?, ?)", (mark, now))


def set_mark(conn: sqlite3.Connection, mark: str) -> None:
    """Have all codes that are given in this file carry the mark."""
    conn.execute("INSERT OR REPLACE INTO local (key, value) VALUES ('mark', ?)", (mark,))


def refuse_mark(conn: sqlite3.Connection, mark: str) -> None:
    """Raise KnownError for a mark that is ill-formed or was given before, as this file knows."""
    if not codes.is_mark(mark):
        raise KnownError(
            "no_mark",
            Words(
                "“{mark}” kan geen merk zijn: neem twee tot vier hoofdletters, zoals HR.",
                "“{mark}” cannot be a mark: take two to four capitals, such as HR.",
            ).fill(mark=mark[:20]),
        )
    own = conn.execute("SELECT value FROM local WHERE key = 'mark'").fetchone()
    given = conn.execute("SELECT 1 FROM mark WHERE mark = ?", (mark,)).fetchone()
    if given is not None or own == (mark,) or _carries(conn, mark):
        raise KnownError(
            "mark_given",
            Words(
                "Het merk {mark} is al aan een kopie van deze ronde gegeven. Neem een ander.",
                "The mark {mark} was given to a copy of this round. Take another one.",
            ).fill(mark=mark),
        )


def _carries(conn: sqlite3.Connection, mark: str) -> bool:
    """Whether codes with this mark came here from a copy that somebody else gave."""
    return any(
        conn.execute(f"SELECT 1 FROM {kind.plural} WHERE code_mark = ? LIMIT 1", (mark,)).fetchone()
        for kind in KINDS.values()
        if kind.series is not None
    )


def refuse_existing(target: Path) -> None:
    """Raise KnownError where a file stands already."""
    if target.exists():
        raise KnownError(
            "exists",
            Words(
                "{name} bestaat al. Kies een andere naam.",
                "{name} exists already. Choose another name.",
            ).fill(name=target.name),
        )


def free_name(folder: Path, start: str, end: str) -> Path:
    """A name in the folder that no file has yet."""
    path = folder / f"{start}{end}"
    at = 2
    while path.exists():
        path = folder / f"{start}-{at}{end}"
        at += 1
    return path
