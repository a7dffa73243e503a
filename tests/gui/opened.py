"""Which files of a folder are opened while something is done, by whomever: as Linux itself tells.

Sees what Qt opens in this process, where no tool such as strace is at hand.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNKNOWN = sys.platform != "linux"
"""Whether this system does not tell."""

_OPENED = 0x20
_WITHOUT_WAITING = 0o4000
_HEAD = struct.Struct("iIII")


@contextmanager
def opened_in(folder: Path) -> Iterator[set[str]]:
    """The names of files in a folder that are opened meanwhile; filled in at the end."""
    names: set[str] = set()
    libc = ctypes.CDLL(None, use_errno=True)
    handle = libc.inotify_init1(_WITHOUT_WAITING)
    if handle < 0 or libc.inotify_add_watch(handle, os.fsencode(folder), _OPENED) < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    try:
        yield names
        names.update(_told(handle))
    finally:
        os.close(handle)


def _told(handle: int) -> Iterator[str]:
    while True:
        try:
            data = os.read(handle, 1 << 16)
        except BlockingIOError:
            return
        at = 0
        while at < len(data):
            length = _HEAD.unpack_from(data, at)[3]
            at += _HEAD.size
            yield os.fsdecode(data[at : at + length].rstrip(b"\0"))
            at += length
