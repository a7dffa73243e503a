"""Single records as a form and a detail pane want them, and the edits that people make on them.

One wish is one named edit, however many records it touches. How lists are read is for `listing`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samen_desktop.core import edits, order
from samen_desktop.core.codes import take_apart
from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.kinds import KINDS, split_field
from samen_desktop.core.rounds import CLOSED
from samen_desktop.core.triage import status_after
from samen_desktop.core.vocabulary import VOCABULARIES, vocabulary
from samen_desktop.core.words import Language

from . import answering, triage
from .log.changelog import chunks
from .log.heads import State, fold
from .log.rows import DELETION
from .naming import Names, first_line
from .reading.listing_sql import TITLES
from .terms import Labels

if TYPE_CHECKING:
    from .dossier import Dossier
    from .steps.editing import Edit

_CLASSIFYING = frozenset({"theme", "kind"})
MOST_CHOICES = 2000
"""Records a field offers to choose from: more are found by typing their code."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record as it stands. `values` by log field name, only what is filled.

    `labels` names all records it refers to, by id in hex; `conflicts` holds, per field with
    several values, each value that stands, the one shown first.
    """

    id: bytes
    key: int
    kind: str
    code: str
    title: str
    deleted: bool
    values: Mapping[str, Scalar]
    labels: Mapping[str, str]
    conflicts: Mapping[str, tuple[Scalar, ...]]

    def members(self, name: str) -> list[str]:
        """Ids in hex of the members of a set."""
        return [
            member
            for each in self.values
            for base, member, part in [split_field(each)]
            if base == name and member and not part
        ]


@dataclass(frozen=True, slots=True)
class Beside:
    """A record that belongs to the one that is saved: its `link` field refers to that.

    Without `record` it is made; `changes` None deletes it.
    """

    kind: str
    link: str
    record: bytes | None = None
    changes: Mapping[str, Scalar] | None = field(default_factory=dict)


def read(dossier: Dossier, record: bytes) -> Record:
    """A record as it stands. Raises KeyError where there is none."""
    state = dossier.state(record)
    values = {name: value for name in state.heads if (value := state.shown(name)) not in (None, "")}
    names = Names(dossier.conn)
    shown = names.of(state.kind, state.seq)
    conflicts = {name: state.values(name) for name in state.conflicts()}
    return Record(
        record,
        state.seq,
        state.kind,
        shown.code,
        shown.title,
        state.gone,
        values,
        _labels(names, state.kind, values, conflicts),
        conflicts,
    )


def beside(dossier: Dossier, kind: str, link: str, record: bytes) -> list[Record]:
    """Records of a kind whose field refers to this one: the contacts of a stakeholder."""
    table = KINDS[kind].plural
    found = dossier.conn.execute(
        f'SELECT one.id FROM {table} AS one WHERE one.deleted = 0 AND one."{link}" IN'
        " (SELECT seq FROM change WHERE id = ?1 UNION"
        " SELECT joined.key FROM joined JOIN change ON change.seq = joined.stays"
        " WHERE change.id = ?1) ORDER BY one.key",
        (record,),
    )
    return [read(dossier, ident) for (ident,) in found.fetchall()]


def words_of(
    conn: sqlite3.Connection, record: Record, language: Language
) -> dict[str, dict[str, str]]:
    """The words of the terms a record carries, by vocabulary and code."""
    labels = Labels(conn, language)
    told: dict[str, dict[str, str]] = {}
    for each in KINDS[record.kind].fields:
        if each.vocabulary:
            codes = (record.values.get(each.name), *record.conflicts.get(each.name, ()))
            told.setdefault(each.vocabulary, {}).update(
                (code, labels.of(each.vocabulary, code)) for code in codes if isinstance(code, str)
            )
    return told


def choices(conn: sqlite3.Connection, wanted: Field, language: Language) -> list[tuple[str, str]]:
    """What a field offers, as (code or id in hex, label), in the order of the round."""
    if wanted.type is Type.TERM:
        return _terms(conn, wanted.vocabulary, language)
    found: list[tuple[str, str]] = []
    for target in wanted.targets:
        found += _records(conn, KINDS[target].plural, MOST_CHOICES - len(found))
    return found


def save(
    dossier: Dossier,
    kind: str,
    record: bytes | None,
    changes: Mapping[str, Scalar],
    others: Sequence[Beside] = (),
) -> bytes:
    """Make a record or change it, with what belongs to it, as one edit. Returns its id."""
    verb = "add" if record is None else "change"
    if kind == "round" and changes.get("status") in CLOSED:
        answering.refuse_closing(dossier.conn)
    with dossier.edit(f"{verb}_{kind}") as edit:
        if record is None:
            record = edit.create(kind, _completed(dossier, edit, kind, changes))
        else:
            for name, value in changes.items():
                edit.set(record, name, value)
            if kind == "input" and not _CLASSIFYING.isdisjoint(changes):
                triage.follow(edit, record)
        for other in others:
            _save_beside(edit, record, other)
        edit.about = _about(edit, record)
    return record


def set_many(dossier: Dossier, records: Iterable[bytes], name: str, value: Scalar) -> int:
    """Give one field of many records of a kind the same value. Returns how many changed."""
    changed = 0
    states = list(_states(dossier, records))
    if not states:
        return 0
    with dossier.edit(f"change_{states[0].kind}") as edit:
        for state in states:
            if state.values(name) != (() if value is None else (value,)):
                edit.put(state.record, name, value, [h.id for h in state.heads.get(name, ())])
                changed += 1
                if name in _CLASSIFYING and state.kind == "input":
                    triage.follow(edit, state.record)
        edit.about = str(changed)
    return changed


def delete_many(
    dossier: Dossier,
    records: Sequence[bytes],
    *,
    others: Sequence[bytes] = (),
    move: bytes | None = None,
) -> int:
    """Delete records of one kind, with `others`, or with those inputs moved to another session."""
    states = [state for state in _states(dossier, records) if not state.gone]
    if not states:
        return 0
    with dossier.edit(f"delete_{states[0].kind}", str(len(states))) as edit:
        for state in _states(dossier, others):
            if move is None:
                edit.put(state.record, DELETION, 1, state.all_heads())
            else:
                heads = [head.id for head in state.heads.get("session", ())]
                edit.put(state.record, "session", move.hex(), heads)
        for state in states:
            edit.put(state.record, DELETION, 1, state.all_heads())
        if len(states) == 1:
            edit.about = _code(states[0])
    return len(states)


def restore_many(dossier: Dossier, records: Iterable[bytes]) -> int:
    """Bring deleted records back as they were. Returns how many came back."""
    count = 0
    with dossier.edit(edits.RESTORE) as edit:
        for record in records:
            count += edit.restore(record)
        edit.about = str(count)
    return count


def join_all(dossier: Dossier, records: Iterable[bytes], stays: bytes) -> int:
    """Let records be read as the one that stays. Returns how many were joined into it."""
    count = 0
    with dossier.edit(edits.JOIN) as edit:
        for record in records:
            if record != stays:
                count += edit.join(record, stays)
        edit.about = _about(edit, stays)
    return count


def choose(dossier: Dossier, record: bytes, name: str, value: Scalar) -> None:
    """Settle a field with several values on one of them.

    Of the field that says a record is deleted, 1 deletes it as it is known now and 0 keeps it.
    """
    with dossier.edit(edits.CHOOSE) as edit:
        if name != DELETION:
            edit.set(record, name, value)
        elif value:
            edit.delete(record)
        else:
            edit.restore(record)
        edit.about = _about(edit, record)


def inputs_of(conn: sqlite3.Connection, sessions: Iterable[bytes]) -> list[tuple[bytes, str, str]]:
    """The inputs of these sessions, as (id, code, first words)."""
    found: list[tuple[bytes, str, str]] = []
    for session in sessions:
        found += [
            (ident, code or "", first_line(words or ""))
            for ident, code, words in conn.execute(
                "SELECT i.id, i.shown, coalesce(nullif(i.summary, ''), substr(i.words, 1, 240))"
                " FROM inputs AS i JOIN sessions AS s ON s.key = i.session"
                " WHERE s.id = ? AND i.deleted = 0 ORDER BY i.code_mark, i.code_number",
                (session,),
            )
        ]
    return found


def belongs(conn: sqlite3.Connection, record: bytes) -> dict[str, int]:
    """How many records of each kind refer to this one, by name of the kind: for the preview."""
    found = conn.execute("SELECT seq FROM change WHERE id = ?", (record,)).fetchone()
    if found is None:
        return {}
    counts = {name: conn.execute(sql, found).fetchone()[0] for name, sql in _BELONGS.items()}
    return {name: count for name, count in counts.items() if count}


_BELONGS = {
    "input": "SELECT count(DISTINCT i.key) FROM inputs AS i LEFT JOIN member AS m"
    " ON m.owner = i.key AND m.member = ?1 WHERE i.deleted = 0"
    " AND (m.member IS NOT NULL OR i.theme = ?1 OR i.session = ?1)",
    "session": "SELECT count(*) FROM attendance WHERE party = ?",
    "contact": 'SELECT count(*) FROM contacts WHERE "of" = ? AND deleted = 0',
    "follow_up": "SELECT count(*) FROM follow_ups WHERE origin = ? AND deleted = 0",
    "participant": "SELECT count(*) FROM participants WHERE deleted = 0"
    ' AND (session = ?1 OR "group" = ?1)',
}


def _states(dossier: Dossier, records: Iterable[bytes]) -> Iterator[State]:
    """States of many records, read in portions."""
    for chunk in chunks(list(records), 2000):
        rows = dossier.log.changes_of(chunk)
        for ident in chunk:
            state = fold(rows.get(ident, []))
            if state is not None:
                yield state


def _save_beside(edit: Edit, owner: bytes, other: Beside) -> None:
    if other.record is None:
        filled = {name: value for name, value in (other.changes or {}).items() if value is not None}
        if filled:
            edit.create(other.kind, {**filled, other.link: owner.hex()})
    elif other.changes is None:
        edit.delete(other.record)
    else:
        for name, value in other.changes.items():
            edit.set(other.record, name, value)


def _completed(
    dossier: Dossier, edit: Edit, kind: str, changes: Mapping[str, Scalar]
) -> dict[str, Scalar]:
    """What a new record has beside what was typed: its place in the order, a person's number."""
    values: dict[str, Scalar] = {n: value for n, value in changes.items() if value is not None}
    named = {each.name: each for each in KINDS[kind].fields}
    if "place" in named and named["place"].type is Type.ORDER and "place" not in values:
        last = dossier.conn.execute(f"SELECT max(place) FROM {KINDS[kind].plural}").fetchone()[0]
        values["place"] = order.between(last, None)
    if kind == "input" and "status" not in values:
        values["status"] = status_after(values)
    code = values.get("code")
    if kind == "participant" and isinstance(code, str):
        session = values.get("session")
        home = bytes.fromhex(session) if isinstance(session, str) else None
        if take_apart(code, person=True).number is None:
            values["code"] = edit.next_person(code, home)
    return values


def _about(edit: Edit, record: bytes) -> str:
    return _code(edit.state(record))


def _code(state: State) -> str:
    code = state.shown("code")
    return code if isinstance(code, str) and KINDS[state.kind].series is not None else ""


def _labels(
    names: Names,
    kind: str,
    values: Mapping[str, Scalar],
    conflicts: Mapping[str, tuple[Scalar, ...]],
) -> dict[str, str]:
    wanted = {member for name in (*values, *conflicts) if (member := split_field(name)[1])}
    refs = {each.name for each in KINDS[kind].fields if each.type is Type.REF}
    wanted |= {str(value) for name, value in values.items() if name in refs}
    # Who chooses between values reads the names of all of them.
    wanted |= {str(value) for name in refs for value in conflicts.get(name, ()) if value}
    told: dict[str, str] = {}
    for ident in wanted:
        try:
            place = names.by_id(bytes.fromhex(ident))
        except ValueError:
            continue
        if place is not None:
            shown = names.of(place.kind, place.key)
            same = shown.code == shown.title or not shown.code
            told[ident] = shown.title if same else f"{shown.code} {shown.title}"
    return told


def _terms(conn: sqlite3.Connection, name: str, language: Language) -> list[tuple[str, str]]:
    labels = Labels(conn, language)
    if vocabulary(name).closed:
        return [(term.code, labels.of(name, term.code)) for term in VOCABULARIES[name].terms]
    rows = conn.execute(
        "SELECT code FROM terms WHERE vocabulary = ? AND deleted = 0 AND coalesce(active, 1) = 1"
        " AND code IS NOT NULL ORDER BY place, id",
        (name,),
    )
    own = list(dict.fromkeys(code for (code,) in rows))
    codes = own or [term.code for term in VOCABULARIES[name].terms]
    return [(code, labels.of(name, code)) for code in codes]


def _records(conn: sqlite3.Connection, table: str, limit: int) -> list[tuple[str, str]]:
    rows = conn.execute(
        f"SELECT id, {TITLES[table]} FROM {table} WHERE deleted = 0"
        f" AND key NOT IN (SELECT key FROM joined){_ONLY.get(table, '')}"
        f" ORDER BY {_ORDER.get(table, '')} key LIMIT ?",
        (max(0, limit),),
    )
    return [(ident.hex(), first_line(title or "")) for ident, title in rows]


_ORDER: Mapping[str, str] = {
    kind.plural: "code_mark, code_number,"
    for kind in KINDS.values()
    if kind.series is not None or kind.name == "participant"
} | {
    kind.plural: "place IS NULL, place,"
    for kind in KINDS.values()
    if any(each.type is Type.ORDER for each in kind.fields)
}
_ONLY: Mapping[str, str] = {
    # Of the plan only the version that stands is offered.
    "chapters": " AND version = (SELECT key FROM plan_versions WHERE deleted = 0"
    " ORDER BY place IS NULL, place DESC, key DESC LIMIT 1)"
}
