"""Whether the file that is open still lies where it was opened: looked at before each write.

A pulled stick, a moved folder or a sync client that puts another version in its place would
otherwise swallow what is written. Looking costs three calls to the system. The file is opened once
and kept open: on POSIX, closing any handle on it would drop the locks that SQLite holds.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from .schema import APPLICATION_ID

GONE, REPLACED = "file_gone", "file_replaced"

_HEAD = 100


class Watch:
    """Remembers which file was opened, and how it stood after our last write."""

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self._path = path
        self._conn = conn
        self._file = path.open("rb", buffering=0)
        found = os.fstat(self._file.fileno())
        self._identity = _identity(found)
        self._traces: _Traces | None = _Traces(_times(found), self._read(_HEAD))

    def check(self) -> None:
        """Raise KnownError where the file is gone, or is no longer the one that was opened."""
        try:
            found = self._path.stat()
        except OSError as error:
            raise _told(GONE, self._path) from error
        if _identity(found) != self._identity:
            raise _told(REPLACED, self._path)
        now = _Traces(_times(found), self._read(_HEAD))
        before = self._traces
        changed = before is not None and now.head != before.head
        if changed or not _is_ours(now.head):
            raise _told(REPLACED, self._path)
        if before is not None and now.times != before.times:
            self._compare()
            self._traces = now

    def wrote(self) -> None:
        """The file stands as we wrote it. What cannot be read now is told before the next write."""
        try:
            self._traces = _Traces(_times(os.fstat(self._file.fileno())), self._read(_HEAD))
        except (KnownError, OSError):
            self.lose_sight()

    def lose_sight(self) -> None:
        """A write failed: how the file stands is for SQLite to settle, at its next write."""
        self._traces = None

    def close(self) -> None:
        """Let go; only after SQLite has."""
        with contextlib.suppress(OSError):
            self._file.close()

    def _compare(self) -> None:
        """Somebody touched the file. A sync client may set its time; it may not fill it anew."""
        content = self._read(-1)
        try:
            with closing(sqlite3.connect(":memory:")) as found:
                found.deserialize(content)
                same = _last_steps(found) == _last_steps(self._conn)
        except sqlite3.Error:
            same = False
        if not same:
            raise _told(REPLACED, self._path)

    def _read(self, size: int) -> bytes:
        try:
            self._file.seek(0)
            return self._file.read(size)
        except OSError as error:
            raise _told(GONE, self._path) from error


class _Traces(NamedTuple):
    """What tells cheaply whether others wrote: times and size, and the head of the first page."""

    times: tuple[int, int]
    head: bytes


def _last_steps(conn: sqlite3.Connection) -> list[tuple[object, ...]]:
    return conn.execute("SELECT seq, id, hash FROM edit ORDER BY seq DESC LIMIT 20").fetchall()


def _times(found: os.stat_result) -> tuple[int, int]:
    return found.st_mtime_ns, found.st_size


def _is_ours(head: bytes) -> bool:
    return int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _told(code: str, path: Path) -> KnownError:
    return KnownError(code, _SAID[code].fill(name=path.name))


_SAID = {
    GONE: Words(
        "{name} staat niet meer op zijn plaats (stick eruit, map verplaatst of hernoemd). Wat u"
        " typte staat nog op het scherm; zet het bestand terug of bewaar een kopie.",
        "{name} is no longer in its place (stick pulled out, folder moved or renamed). What you"
        " typed is still on the screen; put the file back or keep a copy.",
    ),
    REPLACED: Words(
        "{name} is intussen door een ander programma vervangen. Er is niets overschreven en wat u"
        " typte staat nog op het scherm; bewaar een kopie.",
        "{name} was replaced by another program meanwhile. Nothing was overwritten and what you"
        " typed is still on the screen; keep a copy.",
    ),
}
