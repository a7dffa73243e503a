"""Which records a row of the log points at: what has to be there for a file to be whole."""

from __future__ import annotations

from collections.abc import Iterator

from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.kinds import KINDS, split_field

from .ids import SIZE
from .rows import ERASURE, ChangeRow, decode, decode_creation

_BY_KIND = {
    kind.name: frozenset(field.name for field in kind.fields if field.type is Type.REF)
    for kind in KINDS.values()
}
_OF_ANY_KIND = frozenset().union(*_BY_KIND.values())


def references(row: ChangeRow) -> Iterator[bytes]:
    """Ids of the records a row's values point at. Raises ValueError for what is no id at all."""
    if row.field.startswith("+"):
        named = _BY_KIND.get(row.field[1:], frozenset())
        for name, value in decode_creation(row.value).items():
            yield from _pointed_at(name, value, is_reference=name in named)
    elif row.field != ERASURE:
        value = decode(row.value) if row.field in _OF_ANY_KIND else None
        # Of which kind the record is stands in another row: a term's code may bear such a name.
        yield from _pointed_at(row.field, value, is_reference=len(str(value)) == 2 * SIZE)


def _pointed_at(name: str, value: Scalar, *, is_reference: bool) -> Iterator[bytes]:
    if member := split_field(name)[1]:
        yield bytes.fromhex(member)
    elif is_reference and isinstance(value, str):
        yield bytes.fromhex(value)
