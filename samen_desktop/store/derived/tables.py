"""From a record's state to the row its kind's derived table holds.

One plan per kind, made once from the field lists. Values that do not fit the column (a code a
closed list does not have, a reference to a record of another kind) are left empty there: derived
tables accept any union, and `check` names what does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from samen_desktop.core import codes
from samen_desktop.core.answers import ANSWER_FIELDS, PREFIX
from samen_desktop.core.fields import Field, Kind, Scalar, Type
from samen_desktop.core.kinds import KINDS, split_field
from samen_desktop.core.vocabulary import vocabulary
from samen_desktop.store.log.heads import State
from samen_desktop.store.schema import SEARCHED

Cell = Scalar | bytes

BESIDE = ("member", "attendance", "answers", "joined")
"""Derived tables that are no kind's own."""
Keys = Callable[[str, tuple[str, ...]], int | None]
"""Key of a referenced record, given its id in hex and the kinds it may be of."""

Fit = Callable[[Scalar, Keys], Scalar]
"""Makes a value fit a column; None where it does not."""

_TEXTS = frozenset({Type.TEXT, Type.LONG, Type.DATE, Type.TIME, Type.ORDER})
_NUMBERS = frozenset({Type.WHOLE, Type.YES_NO})


@dataclass(frozen=True, slots=True)
class TablePlan:
    """How the records of one kind are written: table, columns, and the statements that do it.

    `searched` are the places in the row of what the search index holds, in its order; empty where
    not all of it stands in the row.
    """

    kind: Kind
    columns: tuple[tuple[str, Fit], ...]
    coded: bool
    insert: str
    upsert: str
    searched: tuple[int, ...]

    @property
    def table(self) -> str:
        return self.kind.plural


def _plan(kind: Kind) -> TablePlan:
    coded = kind.series is not None or kind.name == "participant"
    columns = tuple(
        field
        for field in kind.fields
        if field.type not in (Type.MEMBERS, Type.COUNTS)
        and not field.name.startswith(PREFIX)
        and not (coded and field.name == "code")
    )
    names = ["key", "id", "deleted", "kept", "conflicts"]
    if coded:
        names += ["code", "code_series", "code_mark", "code_number", "shown"]
    names += [f'"{field.name}"' for field in columns]
    places = ",".join("?" * len(names))
    updates = ", ".join(f"{name} = excluded.{name}" for name in names[1:])
    insert = f"INSERT INTO {kind.plural} ({', '.join(names)}) VALUES ({places})"
    upsert = f"{insert} ON CONFLICT (key) DO UPDATE SET {updates}"
    plain = [name.strip('"') for name in names]
    texts = SEARCHED.get(kind.plural, ())
    searched = tuple(plain.index(name) for name in texts) if set(texts) <= set(plain) else ()
    fits = tuple((field.name, _fitting(field)) for field in columns)
    return TablePlan(kind, fits, coded, insert, upsert, searched)


_CLOSED: Mapping[str, frozenset[str]] = {
    name: frozenset(term.code for term in vocabulary(name).terms)
    for kind in KINDS.values()
    for field in kind.fields
    if (name := field.vocabulary) and vocabulary(name).closed
}


def table_row(plan: TablePlan, state: State, keys: Keys) -> tuple[Cell, ...]:
    """The row of the kind's own table."""
    row: list[Cell] = [
        state.seq,
        state.record,
        int(state.gone),
        int(state.kept),
        len(state.conflicts()),
    ]
    if plan.coded:
        code = _fit(plan.kind.field("code"), state.shown("code"), keys)
        text = code if isinstance(code, str) else None
        apart = codes.take_apart(text, person=plan.kind.series is None)
        row += [text, apart.series, apart.mark, apart.number, text]
    heads = state.heads
    row += [fit(state.shown(name), keys) if name in heads else None for name, fit in plan.columns]
    return tuple(row)


def member_rows(state: State, keys: Keys) -> Iterator[tuple[Cell, ...]]:
    """`(owner, field, member, role)` for each member that is present in a set."""
    kind = KINDS[state.kind]
    for name in state.heads:
        base, member, part = split_field(name)
        if not member or part:
            continue
        value = state.shown(name)
        key = keys(member, kind.field(base).targets)
        if value is not None and key is not None:
            yield state.seq, base, key, value if isinstance(value, str) else None


def attendance_rows(state: State, keys: Keys) -> Iterator[tuple[Cell, ...]]:
    """`(session, party, invited, present, age, consent, remark)` for each party that has any."""
    field = KINDS["session"].field("attendance")
    parties: dict[str, dict[str, Scalar]] = {}
    for name in state.heads:
        base, member, part = split_field(name)
        if base == field.name and part:
            parties.setdefault(member, {})[part] = state.shown(name)
    for member, parts in parties.items():
        key = keys(member, field.targets)
        cells = [_fit(part, parts.get(part.name), keys) for part in field.parts]
        if key is not None and any(cell is not None for cell in cells):
            yield state.seq, key, *cells


def answer_row(state: State, keys: Keys) -> tuple[Cell, ...] | None:
    """`(owner, …)` in the order of `ANSWER_COLUMNS`, where anything of an answer is there."""
    if not any(name in state.heads for name in _ANSWER_NAMES):
        return None
    cells = [_fit(field, state.shown(field.name), keys) for field in ANSWER_FIELDS]
    return (state.seq, *cells) if any(cell is not None for cell in cells) else None


ANSWER_COLUMNS = tuple(field.name.removeprefix(PREFIX) for field in ANSWER_FIELDS)
_ANSWER_NAMES = tuple(field.name for field in ANSWER_FIELDS)
ANSWERED = frozenset(
    kind.name for kind in KINDS.values() if any(f.name.startswith(PREFIX) for f in kind.fields)
)
"""Kinds of records that carry an answer."""


def references(states: Iterable[State]) -> set[str]:
    """Ids (hex) of all records these states refer to."""
    found: set[str] = set()
    for state in states:
        refs = _REFS[state.kind]
        for name in state.heads:
            if name in refs:
                value = state.shown(name)
                if isinstance(value, str):
                    found.add(value)
            elif "/" in name and (member := split_field(name)[1]):
                found.add(member)
    return found


_REFS: Mapping[str, frozenset[str]] = {
    kind.name: frozenset(field.name for field in kind.fields if field.type is Type.REF)
    for kind in KINDS.values()
}


def _fit(field: Field, value: Scalar, keys: Keys) -> Scalar:
    return _fitting(field)(value, keys)


@cache
def _fitting(field: Field) -> Fit:
    """How a value of this field is made to fit its column; told once for each field."""
    if field.type in _TEXTS:
        return _text
    if field.type in _NUMBERS:
        return _number
    if field.type is Type.REF:
        return partial(_reference, field.targets)
    closed = _CLOSED.get(field.vocabulary)
    return _code if closed is None else partial(_closed_code, closed)


def _text(value: Scalar, _keys: Keys) -> Scalar:
    return value if value is None or isinstance(value, str) else str(value)


def _number(value: Scalar, _keys: Keys) -> Scalar:
    return value if isinstance(value, int) and abs(value) < 2**63 else None


def _reference(targets: tuple[str, ...], value: Scalar, keys: Keys) -> Scalar:
    return keys(value, targets) if isinstance(value, str) else None


def _code(value: Scalar, _keys: Keys) -> Scalar:
    return value if isinstance(value, str) else None


def _closed_code(closed: frozenset[str], value: Scalar, _keys: Keys) -> Scalar:
    return value if value in closed else None


PLANS: Mapping[str, TablePlan] = {kind.name: _plan(kind) for kind in KINDS.values()}
