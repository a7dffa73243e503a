"""A round from another laptop: looked at in a private copy, never opened in place for writing.

An older layout is migrated in that copy. What the rows mean, and whether they fit in, is for
merging.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store import allow_list, database

from .copies import Between
from .working import WorkingCopy


class _Opened(NamedTuple):
    conn: sqlite3.Connection
    path: Path


def arrive(path: Path, here: Path, between: Between | None = None) -> WorkingCopy:
    """A checked copy of the file, to be read from. Raises KnownError that names the file.

    `here` is the round it is meant for: that very file brings nothing to itself.
    """
    database.check_kind(path)
    if here.exists() and path.samefile(here):
        raise KnownError(
            "merge_itself",
            Words(
                "{name} is de ronde die open staat. Kies de kopie van een ander.",
                "{name} is the round that is open. Choose somebody else's copy.",
            ).fill(name=path.name),
        )
    db = database.open_file(path, read_only=True, check=False)
    with closing(db.conn):
        allow_list.hold_back_strange(db.conn)
        copy = WorkingCopy(_Opened(db.conn, path), between)
    try:
        _bring_up_to_date(copy, path)
    except BaseException:
        copy.erase()
        raise
    return copy


def _bring_up_to_date(copy: WorkingCopy, path: Path) -> None:
    db = database.open_file(copy.path, check=False)
    try:
        if database.pending(db):
            database.migrate(db)
            database.refuse_strange(db, path)
    finally:
        database.close(db)
