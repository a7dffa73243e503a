"""The rows of the change log: their shape, how values are written, and the hash that finds damage.

A row is immutable. What rows mean together is told in `heads`; how they are kept, in `changelog`.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from hashlib import blake2b
from typing import NamedTuple

from samen_desktop.core.fields import Scalar

from .ids import SIZE

FORMAT = 1
"""Version of the log's field names and values; old rows are read through small pure functions."""

DELETION = "-"
ERASURE = "erase"

CreationValues = dict[str, Scalar]


class EditRow(NamedTuple):
    """One named step of a person. `came`: seq of the merge that brought it, None if made here."""

    seq: int
    id: bytes
    name: str
    about: str
    author: str
    device: bytes
    undoes: bytes | None
    format: int
    hash: bytes
    came: int | None


class ChangeRow(NamedTuple):
    """One field that got one value. `prev`: ids of the heads it replaces, ascending, 16 bytes each.

    `value` is JSON; None only where an erasure emptied it, and then `hash` is None too.
    """

    seq: int
    id: bytes
    edit: bytes
    record: bytes
    field: str
    value: str | None
    prev: bytes
    hash: bytes | None


_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def encode(value: object) -> str:
    """JSON as the log writes it: UTF-8 unescaped, no spaces, keys sorted, NFC."""
    text = _write(value)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def decode(value: str | None) -> Scalar:
    """The value of a change row that is no creation; an erased value reads as None."""
    if value is None:
        return None
    found = json.loads(value)
    return found if found is None or isinstance(found, str | int) else None


def decode_creation(value: str | None) -> CreationValues:
    """All fields a creation row fills."""
    found = {} if value is None else json.loads(value)
    return found if isinstance(found, dict) else {}


def split_prev(prev: bytes) -> list[bytes]:
    """The ids a row names as replaced."""
    return [prev[at : at + SIZE] for at in range(0, len(prev), SIZE)]


def join_prev(ids: list[bytes]) -> bytes:
    """Ids as a row names them: each once, ascending."""
    return b"".join(sorted(set(ids)))


def edit_hash(row: EditRow) -> bytes:
    """Over id, name, about, author, device, undoes, format: what travels, nothing local."""
    return _digest(row.id, row.name, row.about, row.author, row.device, row.undoes, row.format)


def change_hash(
    ident: bytes, edit: bytes, record: bytes, field: str, value: str | None, prev: bytes
) -> bytes:
    """Over id, edit, record, field, value, prev."""
    return _digest(ident, edit, record, field, value, prev)


def _digest(*parts: bytes | str | int | None) -> bytes:
    """Each part as type byte, 4-byte length and bytes, big-endian; an integer takes 8 bytes."""
    packed: list[bytes] = []
    for part in parts:
        if isinstance(part, str):
            raw = part.encode("utf-8")
            packed += (_HEAD.pack(2, len(raw)), raw)
        elif isinstance(part, bytes):
            packed += (_HEAD.pack(3, len(part)), part)
        elif part is None:
            packed.append(_HEAD.pack(0, 0))
        else:
            packed.append(_NUMBER.pack(1, 8, part))
    return blake2b(b"".join(packed), digest_size=8).digest()


_HEAD = struct.Struct(">BI")
_NUMBER = struct.Struct(">BIq")
