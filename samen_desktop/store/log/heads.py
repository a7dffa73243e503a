"""What the rows of one record mean together: heads, shown values, conflicts, gone or kept.

Pure functions over rows, so that edit, merge, undo and rebuild cannot read the log differently.
The rules are the design page's: a head is a row that no row of the same field replaces; of several
heads the greatest id is shown and the others stay listed; of a set's member present wins; a
deletion loses against what it did not know.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import split_field

from .rows import DELETION, ERASURE, ChangeRow, decode, decode_creation, split_prev


class Head(NamedTuple):
    """A row's claim to a field: the row's id and the value it gives."""

    id: bytes
    value: Scalar


@dataclass(slots=True)
class State:
    """A record as its rows say it stands. `seq` and `kind` are those of its creation row.

    `gone`: a deletion covers all of it. `kept`: somebody deleted it without knowing all of it.
    """

    record: bytes
    seq: int
    kind: str
    heads: dict[str, list[Head]] = field(default_factory=dict)
    deletions: list[Head] = field(default_factory=list)
    gone: bool = False
    kept: bool = False

    def values(self, name: str) -> tuple[Scalar, ...]:
        """All distinct values that stand, newest first; empty where the field is not filled."""
        return distinct(self.heads.get(name, ()))

    def shown(self, name: str) -> Scalar:
        """The one value to show."""
        heads = self.heads.get(name)
        if not heads:
            return None
        if len(heads) > 1 and is_member(name):
            return next((head.value for head in reversed(heads) if head.value is not None), None)
        return heads[-1].value

    def conflicts(self) -> list[str]:
        """Fields for which several values wait for a choice. Sets never ask: present wins."""
        return [
            name
            for name, heads in self.heads.items()
            if len(heads) > 1 and not is_member(name) and len(distinct(heads)) > 1
        ]

    def all_heads(self) -> list[bytes]:
        """Ids of all rows a deletion has to know to cover this record."""
        found = {head.id for heads in self.heads.values() for head in heads}
        found.update(head.id for head in self.deletions)
        found.add(self.record)
        return sorted(found)


def distinct(heads: Iterable[Head]) -> tuple[Scalar, ...]:
    """Values newest first, each once; a lone empty value counts as not filled."""
    found = tuple(dict.fromkeys(head.value for head in reversed(list(heads))))
    return () if found == (None,) else found


def is_member(name: str) -> bool:
    """Whether a field is a set's member (attendance counts carry a part and are scalars)."""
    _, member, part = split_field(name)
    return bool(member) and not part


def fold(rows: Collection[ChangeRow], without: Collection[bytes] = ()) -> State | None:
    """Read all rows of one record. None where the creation row is not among them.

    `without` names rows to read past, as if they had never been written: what a remaining row
    replaced through them it still replaces.
    """
    creation = next((row for row in rows if row.field.startswith("+")), None)
    if creation is None or creation.id in without:
        return None
    state = State(creation.record, creation.seq, creation.field[1:])
    claims: dict[str, list[Head]] = {
        name: [Head(creation.id, value)] for name, value in decode_creation(creation.value).items()
    }
    if len(rows) == 1:
        state.heads = claims
        return state
    replaced = _collect(rows, without, claims)
    for name, heads in claims.items():
        old = replaced.get(name, ())
        standing = sorted(head for head in heads if head.id not in old)
        if name == DELETION:
            state.deletions = standing
        elif standing:
            state.heads[name] = standing
    _settle_deletion(state, rows)
    return state


def _collect(
    rows: Collection[ChangeRow], without: Collection[bytes], claims: dict[str, list[Head]]
) -> dict[str, set[bytes]]:
    """Add the claims of all rows but the creation; returns per field the ids that are replaced."""
    replaced: dict[str, set[bytes]] = {}
    past = {row.id: row.prev for row in rows if row.id in without} if without else {}
    for row in rows:
        if row.field.startswith("+") or row.field == ERASURE or row.id in past:
            continue
        claims.setdefault(row.field, []).append(Head(row.id, decode(row.value)))
        if row.prev:
            replaced.setdefault(row.field, set()).update(_replaced_by(row.prev, past))
    return replaced


def _replaced_by(prev: bytes, past: dict[bytes, bytes]) -> Iterable[bytes]:
    """The ids a row replaces: those it names, and what those that are read past replaced."""
    named = split_prev(prev)
    return named if past.keys().isdisjoint(named) else covered(named, past)


def _settle_deletion(state: State, rows: Iterable[ChangeRow]) -> None:
    live = [head.id for head in state.deletions if head.value]
    if not live:
        return
    known = covered(live, {row.id: row.prev for row in rows})
    needed = {head.id for heads in state.heads.values() for head in heads} | {state.record}
    state.gone = needed <= known
    state.kept = not state.gone


def covered(start: Iterable[bytes], prev_of: dict[bytes, bytes]) -> set[bytes]:
    """All rows that these rows knew of, directly or through `prev`; themselves included."""
    known: set[bytes] = set()
    waiting = list(start)
    while waiting:
        ident = waiting.pop()
        if ident not in known:
            known.add(ident)
            waiting.extend(split_prev(prev_of.get(ident, b"")))
    return known
