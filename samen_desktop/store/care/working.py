"""Copies of a round to work from beside it: an export reads one while typing goes on in the round.

Each lies in a folder of its own in the profile, held by the process that made it, and is erased
when the work is done. What a killed program left is erased at the next start: nothing holds it.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from samen_desktop.store import allow_list, failures, profile
from samen_desktop.store.dossier import Dossier

from . import copies

FOLDER = "working"
_HOLD = "hold"
_COPY = "copy.samen"


class Opened(Protocol):
    """An open file: the round of the window, or one that came from elsewhere."""

    @property
    def conn(self) -> sqlite3.Connection: ...

    @property
    def path(self) -> Path: ...


class WorkingCopy:
    """A verified copy of a round, made on the round's thread and read on any other."""

    def __init__(self, dossier: Opened, between: copies.Between | None = None) -> None:
        """Copy in steps. Raises KnownError, and what `between` raises; nothing is left then."""
        self.folder = profile.folder() / FOLDER / secrets.token_hex(8)
        self.path = self.folder / _COPY
        with failures.told(dossier.path):
            self.folder.mkdir(parents=True)
            self._hold = _held(self.folder / _HOLD)
        try:
            copies.copy_in_steps(dossier.conn, self.path, between)
        except BaseException:
            self.erase()
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection of the calling thread, for reading only."""
        conn = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro", uri=True)
        with closing(conn):
            allow_list.hold_back_strange(conn)
            conn.execute("PRAGMA temp_store = MEMORY")
            conn.execute("PRAGMA query_only = ON")
            yield conn

    @contextmanager
    def opened(self) -> Iterator[Dossier]:
        """The copy as a round of the calling thread, to try something out in or to answer from."""
        with Dossier.open(self.path, profile.read().writer(), check=False) as dossier:
            yield dossier

    def erase(self) -> None:
        """Let go of the copy and remove it. May be called twice."""
        self._hold.close()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder of this process in the profile; it goes at the end, or at the next start."""
    folder = profile.folder() / FOLDER / secrets.token_hex(8)
    folder.mkdir(parents=True)
    hold = _held(folder / _HOLD)
    try:
        yield folder
    finally:
        hold.close()
        shutil.rmtree(folder, ignore_errors=True)


def erase_left() -> int:
    """Erase the copies that nobody holds any more; returns how many went. For the start."""
    gone = 0
    with contextlib.suppress(OSError):
        for folder in sorted((profile.folder() / FOLDER).iterdir()):
            try:
                hold = _held(folder / _HOLD)
            except sqlite3.Error:
                continue  # a program that works holds it
            hold.close()
            shutil.rmtree(folder, ignore_errors=True)
            gone += 1
    return gone


def _held(path: Path) -> sqlite3.Connection:
    """An empty database held for as long as this process lives. Raises sqlite3.Error if it is."""
    conn = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        conn.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def is_open(dossier: Dossier) -> bool:
    """Whether a round is still open: what was done between two steps may have closed it."""
    try:
        dossier.conn.total_changes  # noqa: B018 - asking a closed connection anything raises
    except sqlite3.ProgrammingError:
        return False
    return True
