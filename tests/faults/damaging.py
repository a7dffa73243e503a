"""Rounds with damage in their bytes, and what of their contents the damage changed.

Shared by the test that counts and by those that look at one file.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from samen_desktop import resources
from samen_desktop.core.errors import KnownError
from samen_desktop.store import attachments
from samen_desktop.store.care import checking
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer, changed, noted

PAGE = 4096
UNGUARDED = frozenset({"draft", "local", "mark", "number", "saved_view", "_sqlite_migrations"})
"""Tables of this copy only, which have no hash: a backup has the last but one of them."""


def _bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _noise(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) - 16)
    data[at : at + 16] = chance.randbytes(16)


def _page(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(1, len(data) // PAGE) * PAGE
    data[at : at + PAGE] = bytes(PAGE)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(1, len(data)) :]


def _head(data: bytearray, chance: random.Random) -> None:
    length = chance.choice([100, PAGE])
    data[:length] = bytes(length)


DAMAGE: dict[str, Callable[[bytearray, random.Random], None]] = {
    "one bit": _bit,
    "16 bytes": _noise,
    "a page of zeros": _page,
    "cut off": _cut,
    "head gone": _head,
}


@dataclass(frozen=True)
class Sound:
    """A closed round, its bytes, and what its log and its tables hold."""

    path: Path
    data: bytes
    rows: dict[bytes, tuple[object, ...]]
    tables: dict[str, list[tuple[object, ...]]]


def a_sound_round(folder: Path) -> Sound:
    """The demo with more notes, some of them changed, and an attachment over many pages."""
    path = folder / "ronde.samen"
    with Dossier.create(path, a_writer()) as dossier:
        with dossier.edit("demo") as edit:
            round_id = write_round(edit, resources.demo())
        notes = [noted(dossier, f"notitie {at} over jeugdhulp " * (at % 9 + 1)) for at in range(80)]
        for note in notes[::3]:
            changed(dossier, note, "summary", "kort gezegd")
        paper = folder / "brief.txt"
        paper.write_bytes(random.Random(1).randbytes(30_000))
        with dossier.edit("add_attachment") as edit:
            attachments.attach(dossier.conn, edit, paper, round_id)
    with closing(sqlite3.connect(path)) as conn:
        rows = {row[0]: row for row in conn.execute(_ROWS)}
        return Sound(path, path.read_bytes(), rows, _tables(conn))


_ROWS = "SELECT id, edit, record, field, value, prev FROM change"


def _tables(conn: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    names = {name for (name,) in conn.execute(named)} - UNGUARDED
    return {name: conn.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def contents_changed(sound: Sound, path: Path) -> bool:
    """Whether anything in the tables that matter reads other than it was written."""
    copy = path.with_name("gelezen.samen")
    shutil.copyfile(path, copy)
    try:
        with closing(sqlite3.connect(copy)) as conn:
            return _tables(conn) != sound.tables
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def sqlite_notices(path: Path) -> bool:
    """The broken variant: SQLite's own check alone."""
    copy = path.with_name("nagekeken.samen")
    shutil.copyfile(path, copy)
    try:
        with closing(sqlite3.connect(copy)) as conn:
            return conn.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):  # what it says may quote the damage
        return True


def we_notice(path: Path) -> bool:
    """Whether opening or the deep check says that something is wrong."""
    copy = path.with_name("geopend.samen")
    shutil.copyfile(path, copy)
    try:
        with Dossier.open(copy, a_writer()) as dossier:
            deep = checking.check(dossier, deep=True).problems
    except KnownError:
        return True
    return bool(deep)


def complaints(path: Path) -> list[str]:
    """What the deep check says of a file, but for what is missing and rightly said to be."""
    with Dossier.open(path, a_writer()) as dossier:
        found = checking.check(dossier, deep=True).problems
    said = [problem.words.nl for problem in found]
    rightly = ("past niet bij", "is leeg", "de bijlage is beschadigd of weg")
    return [each for each in said if not any(words in each for words in rightly)]
