"""A disk that loses its power: writes are noted, and what a cut leaves is put together.

Pessimistic on purpose (it knows no file system): what was not forced out by a sync survives by
chance, whole or torn at a sector; a file deleted may stand again. The same idea as SQLite's own
crash tests, through apsw's file layer.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from .trace import ACKNOWLEDGED, Statements

_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened on the disk: `kind` to the file `name`.

    `at` is the offset of a write or the size after a truncation; an acknowledgement has its code as
    name.
    """

    kind: str
    name: str
    at: int = 0
    data: bytes = b""


class _File(apsw.VFSFile):
    def __init__(self, name: str | apsw.URIFilename | None, flags: list[int], disk: Disk) -> None:
        self._name = Path(str(name.filename() if isinstance(name, apsw.URIFilename) else name)).name
        self._disk = disk
        super().__init__("", name, flags)
        disk.note("create", self._name)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._disk.note("write", self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        self._disk.note("truncate", self._name, newsize)
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        super().xSync(flags)
        self._disk.note("sync", self._name)


class Disk(apsw.VFS):
    """Keeps what happens to the files of one connection, from when it is played a trace."""

    NAME = "noting"

    def __init__(self) -> None:
        super().__init__(self.NAME, "")
        self.happened: list[Happened] = []

    def note(self, kind: str, name: str, at: int = 0, data: bytes = b"") -> None:
        self.happened.append(Happened(kind, name, at, data))

    def xOpen(self, name, flags):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, N802
        return _File(name, flags, self)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        super().xDelete(filename, syncdir)
        self.note("delete", Path(filename).name)


def play(path: Path, statements: Statements) -> list[Happened]:
    """Carry out a trace on a file; what happened on the disk, with the acknowledgements between."""
    disk = Disk()
    conn = apsw.Connection(str(path), vfs=Disk.NAME)
    try:
        for statement in statements:
            if statement.startswith(ACKNOWLEDGED):
                disk.note("acknowledged", statement.removeprefix(ACKNOWLEDGED))
            else:
                conn.execute(statement).fetchall()
    finally:
        happened = list(disk.happened)
        conn.close()
        disk.unregister()
    return happened


class Cut:
    """The files as a power cut leaves them."""

    def __init__(self, before: dict[str, bytes], chance: random.Random) -> None:
        self._safe = {name: bytearray(data) for name, data in before.items()}
        self._waiting: dict[str, list[Happened]] = defaultdict(list)
        self._may_return: dict[str, bytearray] = {}
        self._chance = chance

    def after(self, happened: Sequence[Happened]) -> dict[str, bytes]:
        """What is left when the power goes right after all this."""
        for each in happened:
            self._take(each)
        left = {name: bytearray(data) for name, data in self._safe.items()}
        for name, waiting in self._waiting.items():
            data = left.setdefault(name, bytearray())
            for each in waiting:
                self._survive(data, each)
        for name, data in self._may_return.items():
            if name not in left and self._chance.random() < 0.5:
                left[name] = data
        return {name: bytes(data) for name, data in left.items()}

    def _take(self, each: Happened) -> None:
        name = each.name
        if each.kind == "create":
            if name not in self._safe:
                self._safe[name] = bytearray()
                self._may_return.pop(name, None)
        elif each.kind in {"write", "truncate"}:
            self._waiting[name].append(each)
        elif each.kind == "sync":
            for waiting in self._waiting.pop(name, []):
                _apply(self._safe[name], waiting)
            # A journalling file system has now written the deletions before it too.
            self._may_return.clear()
        elif each.kind == "delete":
            # Windows syncs no folder: a deletion is only sure once something later was synced.
            self._waiting.pop(name, None)
            if name in self._safe:
                self._may_return[name] = self._safe.pop(name)

    def _survive(self, data: bytearray, each: Happened) -> None:
        chance = self._chance.random()
        if chance < 0.5:
            _apply(data, each)
        elif chance < 0.65 and len(each.data) > _SECTOR:
            torn = self._chance.randrange(1, len(each.data) // _SECTOR + 1) * _SECTOR
            _apply(data, Happened("write", each.name, each.at, each.data[:torn]))


def _apply(data: bytearray, each: Happened) -> None:
    if each.kind == "truncate":
        del data[each.at :]
    if len(data) < each.at:
        data.extend(bytes(each.at - len(data)))
    if each.kind == "write":
        data[each.at : each.at + len(each.data)] = each.data
