"""A disk that refuses: the n-th write or truncation of SQLite fails, once or from then on.

SQLite's Unix layer lets its system calls be replaced, for tests; so the real store runs on the real
file, and only the disk under it is broken. Not there where Python brings an SQLite of its own.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_size_t,
    ctypes.c_int64,
    use_errno=True,
)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int64, use_errno=True)


class _Layer(ctypes.Structure):
    """SQLite's file layer (`sqlite3_vfs`), of which only the system calls are touched."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("others", ctypes.c_void_p * 13),
        (
            "set_call",
            ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p),
        ),
        ("get_call", ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)),
    )


def _library() -> ctypes.CDLL | None:
    """The SQLite that Python's own module uses."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return None
    lines = maps.read_text(encoding="utf-8").splitlines()
    found = {line.split()[-1] for line in lines if "libsqlite3" in line}
    return ctypes.CDLL(found.pop()) if len(found) == 1 else None


class FailingDisk:
    """Counts what SQLite writes in this process, and lets some of it fail.

    `calls`: writes and truncations since the last `failing`; `failed`: how many of them failed.
    """

    def __init__(self, library: ctypes.CDLL) -> None:
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Layer)
        self._layer = library.sqlite3_vfs_find(None)
        self.calls = self.failed = 0
        self._at = 0
        self._errno = 0
        self._lasting = False
        # ctypes keeps no reference to what it hands over.
        self._kept = [
            self._replace(b"pwrite64", _WRITE),
            self._replace(b"pwrite", _WRITE),
            self._replace(b"ftruncate", _TRUNCATE),
        ]

    def restore(self) -> None:
        """Give SQLite its own calls back."""
        for name in (b"pwrite64", b"pwrite", b"ftruncate"):
            self._layer.contents.set_call(self._layer, name, None)

    @contextmanager
    def failing(self, at: int, errno: int, *, lasting: bool) -> Iterator[None]:
        """The `at`-th call from here on fails, counted from one; `lasting`: and all after it."""
        self.calls = self.failed = 0
        self._at, self._errno, self._lasting = at, errno, lasting
        try:
            yield
        finally:
            self._at = 0

    def _replace(self, name: bytes, form: type[ctypes._FuncPointer]) -> object:
        layer = self._layer.contents
        place = layer.get_call(self._layer, name)
        if not place:
            return None
        replaced = form(self._guarded(form(place)))
        layer.set_call(self._layer, name, ctypes.cast(replaced, ctypes.c_void_p))
        return replaced

    def _guarded(self, call: Callable[..., int]) -> Callable[..., int]:
        def called(*arguments: int) -> int:
            self.calls += 1
            due = self.calls >= self._at if self._lasting else self.calls == self._at
            if self._at and due:
                self.failed += 1
                ctypes.set_errno(self._errno)
                return -1
            return call(*arguments)

        return called


@contextmanager
def a_failing_disk() -> Iterator[FailingDisk | None]:
    """Such a disk under this process while the block lasts; None where there can be none."""
    library = _library()
    if library is None:
        yield None
        return
    disk = FailingDisk(library)
    try:
        yield disk
    finally:
        disk.restore()
