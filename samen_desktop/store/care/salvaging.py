"""Salvaging a damaged round into a new file. The damaged one is read once and never touched.

The log and the attachments are read page by page (`raw_pages`) and a row counts only if its hash
fits (`salvaged_rows`); drafts and views come by plain SQL from a private copy; the derived tables
are made anew. What the last sound backup of the same line still has fills the gaps; what is damaged
for good is kept apart for a person to judge (`kept_apart`).
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.salvaging import Salvaged
from samen_desktop.core.words import Words
from samen_desktop.store import allow_list, database, failures, profile
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.ids import SIZE
from samen_desktop.store.log.rows import FORMAT, ChangeRow, EditRow, edit_hash
from samen_desktop.store.steps.editing import Writer
from samen_desktop.store.steps.erase import Stones

from . import copies, copying, kept_apart
from .checking import counts
from .restoring import highest_given
from .salvaged_rows import Beat, Rows, read_rows
from .working import private_folder

_BLOCK = 1 << 16
_LOCAL = {
    "draft": "place, text, kept_at",
    "saved_view": "place, name, choice",
    "mark": "mark, given_at",
    "number": "series, mark, highest",
    "local": "key, value",
}


def salvage(
    damaged: Path, target: Path, writer: Writer | None = None, beat: Beat | None = None
) -> Salvaged:
    """Put what can be read of a damaged round into a new file. Raises KnownError.

    Whatever `beat` raises stops the work; then there is no new file. Where nothing can be read the
    error names the last backup, if there is one.
    """
    copying.refuse_existing(target)
    with private_folder() as folder:
        copy = folder / "damaged.samen"
        _copy(damaged, copy)
        raw = copy.read_bytes()
        rows = read_rows(raw, beat)
        backup = _last_backup(rows, raw)
        if not rows.sound:
            raise _nothing_left(damaged, backup)
        if rows.newest_format() > FORMAT:
            raise database.newer(damaged)
        with copies.written_beside(target) as beside:
            salvaged = _write(beside, rows, copy, backup, writer or profile.read().writer())
            copies.verify(beside)
    return salvaged


def _nothing_left(damaged: Path, backup: _Backup | None) -> KnownError:
    if backup is None:
        words = Words(
            "In {name} is niets meer te lezen, en er is op deze laptop geen reservekopie van.",
            "Nothing can be read of {name} any more, and this laptop has no backup of it.",
        )
        return KnownError("nothing_left", words.fill(name=damaged.name))
    words = Words(
        "In {name} is niets meer te lezen. Zet de reservekopie van {when} terug.",
        "Nothing can be read of {name} any more. Restore the backup of {when}.",
    )
    return KnownError("nothing_left", words.fill(name=damaged.name, when=backup.said()))


# --- reading ---------------------------------------------------------------------------


def _copy(damaged: Path, copy: Path) -> None:
    """All bytes that the disk still gives, with work that was cut off taken back.

    Raises KnownError where there is no file that may be read.
    """
    size = database.size_of(damaged)
    if size > allow_list.MOST_BYTES:
        raise failures.no_round(damaged)
    handle = os.open(damaged, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        with copy.open("wb") as out:
            for at in range(0, size, _BLOCK):
                out.write(_block(handle, at, min(_BLOCK, size - at)))
    finally:
        os.close(handle)
    journal = damaged.with_name(f"{damaged.name}-journal")
    if journal.exists() and journal.stat().st_size:
        copy.with_name(f"{copy.name}-journal").write_bytes(journal.read_bytes())
        _play_back(copy)
    _pad(copy)


def _block(handle: int, at: int, length: int) -> bytes:
    """A block of a file; zeros where the disk cannot read it any more."""
    try:
        os.lseek(handle, at, os.SEEK_SET)
        found = os.read(handle, length)
    except OSError:
        found = b""
    return found.ljust(length, b"\0")


def _play_back(copy: Path) -> None:
    """Let SQLite undo what was cut off; where it cannot, the pages are read as they lie."""
    with closing(sqlite3.connect(copy)) as conn:
        try:
            allow_list.hold_back(conn)
            conn.execute("PRAGMA schema_version").fetchone()
        except failures.READING:
            return


def _pad(copy: Path) -> None:
    """Bring a cut-off copy to the length its head tells: else nothing opens and places look odd."""
    with copy.open("r+b") as file:
        head = file.read(100)
        told = int.from_bytes(head[16:18], "big") * int.from_bytes(head[28:32], "big")
        if copy.stat().st_size < told <= allow_list.MOST_BYTES:
            file.truncate(told)


# --- the last backup -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Backup:
    """The newest backup that is sound: its rows, and when it was made (ISO, UTC)."""

    path: Path
    when: str
    counts: dict[str, int]
    edits: list[EditRow]
    changes: list[ChangeRow]

    def said(self) -> str:
        """The time as people write it here."""
        return f"{datetime.fromisoformat(self.when).astimezone():%d-%m-%Y %H:%M}"


def _last_backup(rows: Rows, raw: bytes) -> _Backup | None:
    made = [row.id.hex() for row in rows.sound.values() if row.field == "+round"]
    found = [path for ident in made or _rounds_in(raw) for path in copying.backups_of(ident)]
    for path in sorted(found, key=_time_of, reverse=True):
        try:
            with closing(database.open_file(path, read_only=True).conn) as conn:
                log = Log(conn)
                changes = [row for record in log.every_record() for row in record]
                return _Backup(path, _time_of(path), counts(conn), log.edits(), changes)
        except (KnownError, *failures.READING):
            continue  # a backup that is damaged itself helps nobody
    return None


def _rounds_in(raw: bytes) -> Iterator[str]:
    """Rounds of which there are backups here and whose id stands somewhere in the bytes."""
    folder = profile.folder() / "backups"
    for each in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            if len(each.name) == 2 * SIZE and bytes.fromhex(each.name) in raw:
                yield each.name
        except ValueError:
            continue


def _time_of(backup: Path) -> str:
    """The time in the name of a backup, as ISO in UTC."""
    told = backup.name.split("-")[1]
    return f"{told[:4]}-{told[4:6]}-{told[6:11]}:{told[11:13]}:{told[13:15]}+00:00"


# --- writing ---------------------------------------------------------------------------


def _write(
    beside: Path, rows: Rows, copy: Path, backup: _Backup | None, writer: Writer
) -> Salvaged:
    filled = 0 if backup is None else rows.fill(backup.edits, backup.changes)
    rows.mend_round()
    steps = rows.name_lost_steps(_lost_step)
    rows.set_apart()
    with Dossier.create(beside, writer) as dossier:
        _write_log(dossier, rows)
        dossier.rebuild()
        _give_a_round(dossier)
        conn = dossier.conn
        with dossier.writing():
            _write_local(conn, copy, backup)
            if rows.missing:
                _reserve_numbers(conn, rows.missing)
            kept, lost = _write_attachments(conn, rows, backup)
            salvaged = Salvaged(
                recovered=rows.recovered,
                damaged=rows.damaged,
                missing=rows.missing,
                filled=filled,
                steps=steps,
                attachments=kept,
                attachments_lost=lost,
                backup_from="" if backup is None else backup.when,
                here=counts(conn),
                there={} if backup is None else backup.counts,
                apart=kept_apart.in_words(conn, rows.apart),
            )
            kept_apart.keep(conn, salvaged)
    return salvaged


def _write_log(dossier: Dossier, rows: Rows) -> None:
    log = Log(dossier.conn)
    with dossier.writing():
        for row in rows.edits_in_order():
            log.add_edit(row)
        log.add_changes(rows.changes_in_order())
        Stones(dossier.conn).lay()


def _lost_step(ident: bytes) -> EditRow:
    """A row for a step whose own is lost. It was made in no copy, so that undo never picks it."""
    made = EditRow(0, ident, edits.SALVAGE, "", profile.UNKNOWN, bytes(8), None, FORMAT, b"", 0)
    return made._replace(hash=edit_hash(made))


def _give_a_round(dossier: Dossier) -> None:
    """Where even the round's first row is lost the records stand, and a new round holds them."""
    if dossier.conn.execute("SELECT 1 FROM rounds").fetchone() is None:
        with dossier.edit(edits.SALVAGE) as edit:
            edit.create("round", {"name": "Herstelde ronde", "status": "LOOPT"})


def _write_local(conn: sqlite3.Connection, copy: Path, backup: _Backup | None) -> None:
    """Drafts, views, marks and numbers: from the file while it can be asked, else the backup."""
    for table, columns in _LOCAL.items():
        marks = ",".join("?" * len(columns.split(",")))
        found = list(_asked(copy, table, columns))
        if not found and backup is not None and table != "draft":
            found = list(_asked(backup.path, table, columns))
        for row in found:
            try:
                conn.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)
            except (sqlite3.IntegrityError, UnicodeError):
                continue  # no value of the type that stood there


def _asked(path: Path, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    """The rows of a table that a file still gives, as long as the table is of our making."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            allow_list.hold_back_strange(conn)
            conn.text_factory = lambda found: found.decode("utf-8", errors="replace")
            if database.is_own_table(conn, table):
                with allow_list.within(conn):
                    yield from conn.execute(f"SELECT {columns} FROM {table}")
    except failures.READING:
        return


def _reserve_numbers(conn: sqlite3.Connection, missing: int) -> None:
    """Rows that are gone may have given codes; none of those may be given again."""
    conn.executemany(
        "INSERT INTO number (series, mark, highest) VALUES (?, ?, ?) ON CONFLICT (series, mark)"
        " DO UPDATE SET highest = max(highest, excluded.highest)",
        [(series, mark, highest + missing) for series, mark, highest in highest_given(conn)],
    )


def _write_attachments(
    conn: sqlite3.Connection, rows: Rows, backup: _Backup | None
) -> tuple[int, int]:
    """The bytes of attachments that are as the log says; returns how many are, and are not."""
    sums = "SELECT lower(hex(id)), sha256 FROM attachments WHERE sha256 IS NOT NULL"
    missing = dict(conn.execute(sums).fetchall())
    wanted = len(missing)
    stored = list(_asked(backup.path, "sqlar", _FILE)) if backup is not None and missing else []
    for name, *about, data in (*rows.files, *stored):
        ident = str(name)[: 2 * SIZE]
        if ident in missing and _is_whole(data, missing[ident]):
            conn.execute(f"INSERT INTO sqlar ({_FILE}) VALUES (?,?,?,?,?)", (name, *about, data))
            del missing[ident]
    return wanted - len(missing), len(missing)


def _is_whole(data: object, wanted: str) -> bool:
    return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == wanted


_FILE = "name, mode, mtime, sz, data"
