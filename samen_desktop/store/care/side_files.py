"""A `-journal` or `-wal` beside a round: its own after a crash, or another file's, swapped in.

SQLite plays whatever lies there back into the file under that name. Our program leaves no `-wal`,
ever; a journal with content in it is tried on a copy first, and the file is only touched when the
copy comes out whole, with every row of the log as it was written.
"""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store import database, failures, profile
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.schema import APPLICATION_ID
from samen_desktop.store.steps.editing import Writer

from . import checking, working
from .copying import free_name

STRANGE = "strange_side_file"

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_JOURNAL, _WAL, _SHM = "-journal", "-wal", "-shm"


@dataclass(frozen=True, slots=True)
class JournalHead:
    """What a rollback journal says of its file. `first`: the head of the first page it holds.

    That is empty where the journal would not put page 1 back.
    """

    page_size: int
    pages: int
    first: bytes


def look(path: Path) -> Path | None:
    """The side file that is certainly not this file's own; None where there is none."""
    wal = _side(path, _WAL)
    if _has_content(wal):
        return wal
    journal = _side(path, _JOURNAL)
    if not _has_content(journal):
        return None
    try:
        with journal.open("rb") as file, path.open("rb") as own:
            head = read_journal(file)
            return None if head is None or belongs(head, own.read(100)) else journal
    except OSError:
        return None


def read_journal(file: BinaryIO) -> JournalHead | None:
    """Read a journal's head; None where SQLite would not play it back (emptied, or never synced).

    Layout: SQLite's own page on its file format, section 3.
    """
    start = file.read(28)
    if len(start) < 28 or start[:8] != _MAGIC:
        return None
    _count, _nonce, pages, sector, size = (
        int.from_bytes(start[at : at + 4], "big") for at in range(8, 28, 4)
    )
    if not (512 <= size <= 65536 and 32 <= sector <= 65536):
        return None
    first = b""
    file.seek(sector)
    while record := file.read(size + 8):
        if int.from_bytes(record[:4], "big") == 1 and len(record) == size + 8:
            first = record[4:104]
            break
    return JournalHead(size, pages, first)


def belongs(journal: JournalHead, own: bytes) -> bool:
    """Whether a journal may be that of the file that begins with these 100 bytes.

    The first page that it would put back is ours, and was counted at most once since.
    """
    size = int.from_bytes(own[16:18], "big")
    if journal.page_size != (65536 if size == 1 else size):
        return False
    if not journal.first:
        return True  # not to be told from here: the trial on a copy tells
    if int.from_bytes(journal.first[68:72], "big") != APPLICATION_ID:
        return False
    was, now = (int.from_bytes(head[24:28], "big") for head in (journal.first, own))
    return now - was in (0, 1)


def refuse_strange(path: Path) -> None:
    """Raise KnownError where something lies beside the file that must not be played into it.

    Call it before SQLite touches the file. A journal that may be its own is tried on a copy.
    """
    found = look(path)
    left = found is None and database.ended_badly(path)
    if left and not _is_held(path) and not _comes_out_whole(path):
        found = _side(path, _JOURNAL)
    if found is not None:
        raise KnownError(
            STRANGE,
            Words(
                "Naast {name} ligt {side}, dat bij een ander bestand hoort en {name} zou"
                " beschadigen. Er is niets gewijzigd; leg het opzij om {name} te openen.",
                "Beside {name} lies {side}, which belongs to another file and would damage {name}."
                " Nothing was changed; put it aside to open {name}.",
            ).fill(name=path.name, side=found.name),
        )


def put_aside(path: Path) -> list[Path]:
    """Give the side files another name, so that nothing plays them into the file; where they are.

    Nothing is thrown away. Raises KnownError.
    """
    moved = []
    with failures.told(path):
        for end in (_WAL, _SHM, _JOURNAL):
            side = _side(path, end)
            if side.exists():
                kept = free_name(path.parent, f"{side.name} opzij", "")
                moved.append(side.replace(kept))
    return moved


def _is_held(path: Path) -> bool:
    """Whether another program has the file: then the journal is of what it does now.

    A connection for reading only takes nothing back; SQLite refuses it where a journal waits.
    """
    try:
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        ) as conn:
            conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        return (getattr(error, "sqlite_errorname", None) or "").startswith("SQLITE_BUSY")
    return False


def _comes_out_whole(path: Path) -> bool:
    """Play the journal back into a copy, and check that through and through."""
    with _a_place() as folder, failures.told(path):
        copy = folder / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(_side(path, _JOURNAL), _side(copy, _JOURNAL))
        try:
            with closing(sqlite3.connect(copy)) as conn:
                conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            with Dossier.open(copy, Writer("", b""), read_only=True, check=False) as dossier:
                return not checking.damage(dossier)
        except (sqlite3.Error, KnownError):
            return _is_damaged_anyway(path, copy)


def _is_damaged_anyway(path: Path, copy: Path) -> bool:
    """Whether the file is no better without the journal: then the journal is not to blame."""
    _side(copy, _JOURNAL).unlink(missing_ok=True)
    shutil.copyfile(path, copy)
    try:
        with Dossier.open(copy, Writer("", b""), read_only=True) as dossier:
            return bool(checking.damage(dossier))
    except (sqlite3.Error, KnownError):
        return True


@contextmanager
def _a_place() -> Iterator[Path]:
    """A folder in the profile, gone afterwards: the copy holds the words of people.

    Among the working copies, so that what a killed program leaves goes at the next start.
    """
    folder = profile.folder() / working.FOLDER / secrets.token_hex(8)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _side(path: Path, end: str) -> Path:
    return path.with_name(f"{path.name}{end}")


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
