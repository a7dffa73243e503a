"""What a file may hold, looked at before a row of it is read: tables of our making, nothing else.

A trigger in a stranger's file works on what we write and a view can take all memory, whatever
`trusted_schema` says (reliability page 3). So the list is exact: every table, view and index as one
of our layouts makes it, word for word, each once. What is wrong with sound tables is for `database`
and the checks.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database, Migrations

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from . import failures

MOST_BYTES = 2 << 30
"""Of a whole file: all that a round may hold in attachments, eight times over."""
LONGEST_VALUE = 50 << 20
"""Twice the largest attachment; SQLite itself would let one value take a thousand million bytes."""
CHECK_SECONDS = 120.0
"""For one look through a whole file: the largest takes a tenth of it."""

_PAGE_SIZES = frozenset({1, *(1 << power for power in range(9, 16))})  # 1 stands for 65,536
_STEPS = 100_000

Shape = tuple[tuple[str, ...], ...]
"""Kind, name, table and words of everything in a file, in order."""


def refuse_header(path: Path, head: bytes, size: int) -> None:
    """Raise KnownError for a file too large to look at, or whose head says what cannot be."""
    if size > MOST_BYTES:
        raise KnownError(
            "too_big",
            Words(
                "{name} is groter dan een ronde ooit wordt en is niet geopend.",
                "{name} is larger than a round will ever be and was not opened.",
            ).fill(name=path.name),
        )
    page, reserved, encoding = head[16:18], head[20], head[56:60]
    if int.from_bytes(page, "big") not in _PAGE_SIZES or reserved:
        raise failures.damaged(path)
    if int.from_bytes(encoding, "big") != 1:
        raise failures.damaged(path)


def hold_back(conn: sqlite3.Connection) -> None:
    """What no connection to a file needs, and what a hostile one could use."""
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        conn.execute(f"PRAGMA {pragma}")


def hold_back_strange(conn: sqlite3.Connection) -> None:
    """The same for a file that is only read from: no other file is ever attached to it."""
    hold_back(conn)
    conn.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


@contextmanager
def within(conn: sqlite3.Connection, seconds: float = CHECK_SECONDS) -> Iterator[None]:
    """No statement in here lasts longer. SQLite's failure is told as a known one by `failures`."""
    end = time.monotonic() + seconds
    conn.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
    try:
        yield
    finally:
        conn.set_progress_handler(None, 0)


def layout_of(conn: sqlite3.Connection, migrations: Migrations) -> int:
    """How many of the migrations a file's tables show; 0 where they are not of our making.

    Reads nothing but the list of tables.
    """
    shape = shape_of(conn)
    shapes = _shapes(migrations)
    return shapes.index(shape) + 1 if shape in shapes else 0


def is_own_table(conn: sqlite3.Connection, name: str, migrations: Migrations) -> bool:
    """Whether one table is as one of our layouts makes it, whatever the others are."""
    found = [each for each in shape_of(conn) if each[1] == name]
    return any([each for each in ours if each[1] == name] == found for ours in _shapes(migrations))


def strange(path: Path) -> KnownError:
    """A file with something in it that is not of our making."""
    return KnownError(
        "strange",
        Words(
            "{name} is door een ander programma veranderd en wordt niet geopend."
            " Zet een reservekopie terug.",
            "{name} was changed by another program and is not opened. Restore a backup.",
        ).fill(name=path.name),
    )


def shape_of(conn: sqlite3.Connection) -> Shape:
    """Everything a file has, but for the statistics that SQLite keeps of its own."""
    rows = conn.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    found = (tuple(str(each) for each in row) for row in rows)
    return tuple(sorted(each for each in found if each not in _STATISTICS))


_STATISTICS = frozenset(
    {
        (
            "table",
            "sqlite_stat1",
            "sqlite_stat1",
            "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
        ),
        (
            "table",
            "sqlite_stat4",
            "sqlite_stat4",
            "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
        ),
    }
)


@lru_cache(maxsize=4)
def _shapes(migrations: Migrations) -> tuple[Shape, ...]:
    """What a file holds after each migration, the first one first."""
    empty = Database(memory=True, execute_plugins=False)
    try:
        names = [migration.name for migration in migrations.pending(empty)]
        shapes: list[Shape] = []
        for after in names[1:]:
            migrations.apply(empty, stop_before=after)
            shapes.append(shape_of(empty.conn))
        migrations.apply(empty)
        return (*shapes, shape_of(empty.conn))
    finally:
        empty.close()
