"""Ids that are time: 16 bytes in UUIDv7 layout, the only stamp there is (design: the change log).

48 bits of milliseconds and 12 bits of counter form a hybrid clock, 62 bits are chance. A new id is
greater than every id in the file; ids more than 24 hours ahead of the wall clock do not count for
this, so one laptop with a wrong clock cannot drag the others along. What replaces what is said by
`prev` in the log, never by these stamps.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

DAY_MS = 24 * 60 * 60 * 1000
SIZE = 16

Wall = Callable[[], int]
"""Milliseconds since 1970, UTC, as this laptop believes them to be."""

Latest = Callable[[bytes], bytes | None]
"""The greatest id in the file that is smaller than the given one."""


def wall_ms() -> int:
    """The wall clock of this laptop, right or wrong."""
    return time.time_ns() // 1_000_000


def made_at(ident: bytes) -> int:
    """Milliseconds since 1970 at which the id says it was made."""
    return int.from_bytes(ident[:6], "big")


def bound(ms: int) -> bytes:
    """An id greater than all ids made before that millisecond, for comparisons."""
    return ms.to_bytes(6, "big") + bytes(SIZE - 6)


class Clock:
    """Gives new ids, each greater than the one before and than every id in the file that counts."""

    def __init__(self, latest: Latest, wall: Wall = wall_ms) -> None:
        self._latest = latest
        self._wall = wall
        self._stamp = 0
        self._ahead = False
        self.catch_up()

    def catch_up(self) -> None:
        """Look at the file again: after a merge, or when the wall clock was set back."""
        newest = self._latest(bound(self._wall() + DAY_MS))
        self._stamp = 0 if newest is None else _stamp(newest)
        self._ahead = self._latest(b"\xff" * SIZE) != newest

    def begin(self) -> None:
        """Before each edit: what lay too far ahead to count may have come within the day."""
        if self._ahead:
            self.catch_up()

    def new(self) -> bytes:
        now = self._wall()
        if self._stamp >> 12 > now + DAY_MS:
            self.catch_up()
        self._stamp = max(self._stamp + 1, now << 12)
        value = (self._stamp >> 12) << 80 | 7 << 76 | (self._stamp & 0xFFF) << 64 | 2 << 62
        return (value | secrets.randbits(62)).to_bytes(SIZE, "big")


def _stamp(ident: bytes) -> int:
    return made_at(ident) << 12 | (int.from_bytes(ident[6:8], "big") & 0xFFF)
