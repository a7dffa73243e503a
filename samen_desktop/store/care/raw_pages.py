"""Rows read straight from the pages of a database file, whatever is left of its tables.

SQLite reaches a row by way of the pages above it, so one damaged page hides all below it; and what
a file says of its own tables may be false. Here each page is looked at by itself: those that carry
rows give theirs, and a row that runs on over further pages is put together again. Nothing of the
file is carried out. Which row is of which table, and whether it is sound, is for `salvaging`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

Value = bytes | str | int | float | None

_HEADER = 100
_LEAF = 0x0D
_OTHER_KINDS = frozenset({0x02, 0x05, 0x0A})
_LARGEST = 50 << 20
_ORDINARY = 4096
_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_DOUBLE = struct.Struct(">d")


class RawRow(NamedTuple):
    """A row as it lies in the file: its number, the types of its values, and their bytes."""

    number: int
    types: tuple[int, ...]
    body: bytes

    def values(self) -> list[Value]:
        """The values; text that is no text any more has a sign in each place that is damaged."""
        found: list[Value] = []
        at = 0
        for kind in self.types:
            width = width_of(kind)
            found.append(_value(kind, self.body[at : at + width]))
            at += width
        return found


def width_of(kind: int) -> int:
    """How many bytes a value of this type takes."""
    return _WIDTHS[kind] if kind < len(_WIDTHS) else max(kind - 12, 0) // 2


def page_size(raw: bytes) -> int:
    """What the file says of its pages, or what is usual where that cannot be."""
    told = int.from_bytes(raw[16:18], "big")
    told = 65_536 if told == 1 else told
    return told if 512 <= told <= 65_536 and not told & (told - 1) else _ORDINARY


def rows(
    raw: bytes,
    wanted: Callable[[tuple[int, ...]], object],
    beat: Callable[[int, int], None] | None = None,
) -> Iterator[RawRow]:
    """All rows of the types that are wanted, page by page. `beat` hears pages done, and all."""
    size = page_size(raw)
    count = -(-len(raw) // size)
    for page in range(count):
        if beat is not None and not page % 64:
            beat(page, count)
        yield from _rows_of(raw, page, size, wanted)


def _rows_of(
    raw: bytes, page: int, size: int, wanted: Callable[[tuple[int, ...]], object]
) -> Iterator[RawRow]:
    base = page * size
    head = base if page else _HEADER
    # A page whose kind is damaged may have sound rows still; what it gives is judged later.
    if head + 8 > len(raw) or raw[head] in _OTHER_KINDS:
        return
    count = min(_short(raw, head + 3), (size - 8) // 2)
    if raw[head] != _LEAF and not count:
        return
    for at in range(head + 8, head + 8 + 2 * count, 2):
        place = base + _short(raw, at)
        if not head + 8 <= place < min(base + size, len(raw)):
            continue
        found = _row_at(raw, place, size, wanted)
        if found is not None:
            yield found


def _row_at(
    raw: bytes, place: int, size: int, wanted: Callable[[tuple[int, ...]], object]
) -> RawRow | None:
    try:
        length, place = _varint(raw, place)
        number, place = _varint(raw, place)
        types, start = _types(raw, place)
    except IndexError:
        return None
    if length > _LARGEST or not wanted(types):
        return None
    payload = _payload(raw, place, length, size)
    return RawRow(_signed(number), types, payload[start - place :])


def _types(raw: bytes, place: int) -> tuple[tuple[int, ...], int]:
    """The types of a row's values, and where the values begin. Raises IndexError."""
    length, at = _varint(raw, place)
    end = place + length
    if length > 64:  # our tables have at most some twenty columns
        raise IndexError
    types = []
    while at < end:
        kind, at = _varint(raw, at)
        types.append(kind)
    return tuple(types), end


def _payload(raw: bytes, place: int, length: int, size: int) -> bytes:
    """The bytes of a row: those in its page and those in the pages it runs on over."""
    most = size - 35
    if length <= most:
        return raw[place : place + length]
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    if local > most:
        local = least
    parts = [raw[place : place + local]]
    left = length - local
    following = int.from_bytes(raw[place + local : place + local + 4], "big")
    while left > 0 and 1 < following <= len(raw) // size:
        base = (following - 1) * size
        parts.append(raw[base + 4 : base + 4 + min(left, size - 4)])
        left -= size - 4
        following = int.from_bytes(raw[base : base + 4], "big")
    return b"".join(parts)


def _varint(raw: bytes, at: int) -> tuple[int, int]:
    """SQLite's whole number of one to nine bytes, and where it ends. Raises IndexError."""
    byte = raw[at]
    if byte < 0x80:
        return byte, at + 1
    value = byte & 0x7F
    for more in range(1, 8):
        byte = raw[at + more]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + more + 1
    return value << 8 | raw[at + 8], at + 9


def _short(raw: bytes, at: int) -> int:
    return int.from_bytes(raw[at : at + 2], "big")


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _value(kind: int, part: bytes) -> Value:
    if kind in (0, 10, 11):
        return None
    if kind in (8, 9):
        return kind - 8
    if kind == 7:
        return float(_DOUBLE.unpack(part)[0]) if len(part) == 8 else None
    if kind < 7:
        return int.from_bytes(part, "big", signed=True)
    return part.decode("utf-8", errors="replace") if kind & 1 else part
