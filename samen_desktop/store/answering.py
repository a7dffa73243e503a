"""What is done with inputs: bundling them, answering, and the way of an answer to publication.

Each wish is one named edit. When an answer is right is for `core.answers`; what the desk shows is
read by `reading.desk`. An answer is written on its owner: the bundle, or an input in no bundle.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from samen_desktop.core import answers, edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words

from .dossier import Dossier
from .log.heads import State
from .naming import Names
from .steps.editing import Edit

_STATE, _VERSION = "answer/state", "answer/version"
_CONTENT = tuple(
    field.name
    for field in answers.ANSWER_FIELDS
    if field.name not in (_STATE, _VERSION, "answer/approved_by", "answer/approved_on")
)
_APPROVAL = ("answer/approved_by", "answer/approved_on")


def bundle(
    dossier: Dossier,
    inputs: Sequence[bytes],
    into: bytes | None = None,
    *,
    title: str = "",
    theme: bytes | None = None,
) -> bytes:
    """Put inputs in a bundle; a new one with that title where none is named. Returns the bundle.

    The inputs keep row, number and submitters. What one of them was answered with by itself
    becomes the answer of a new bundle, where exactly one was answered.
    """
    with dossier.edit(edits.BUNDLE) as edit:
        if into is None:
            into = _new_bundle(edit, inputs, title, theme)
        for record in inputs:
            edit.set(record, "bundle", into.hex())
        edit.about = _code(edit, into)
    return into


def bundle_items(dossier: Dossier, records: Sequence[bytes]) -> bytes:
    """Make one item of several: inputs and bundles together. Returns the bundle.

    Inputs go into the first bundle among them, else into a new one; other bundles are read as that
    first one from then on, so that what they held comes along and undo is one row each.
    """
    kinds = {record: dossier.state(record).kind for record in records}
    bundles = [record for record in records if kinds[record] == "bundle"]
    inputs = [record for record in records if kinds[record] == "input"]
    if not bundles:
        return bundle(dossier, inputs)
    stays, *others = bundles
    with dossier.edit(edits.BUNDLE) as edit:
        for record in others:
            edit.join(record, stays)
        for record in inputs:
            edit.set(record, "bundle", stays.hex())
        edit.about = _code(edit, stays)
    return stays


def oppose(dossier: Dossier, one: bytes, other: bytes) -> bool:
    """Say that two inputs contradict each other; where they do already, take that away.

    Returns whether they do now. One of both names the other, whichever was asked first.
    """
    with dossier.edit("change_input") as edit:
        linked = [
            (each, name)
            for each, target in ((one, other), (other, one))
            if edit.state(each).shown(name := f"contradicts/{target.hex()}") is not None
        ]
        for each, name in linked:
            edit.set(each, name, None)
        if not linked:
            edit.set(one, f"contradicts/{other.hex()}", 1)
        edit.about = _code(edit, one)
    return not linked


def take_out(dossier: Dossier, inputs: Iterable[bytes]) -> int:
    """Let inputs stand on their own again. Returns how many were in a bundle."""
    count = 0
    with dossier.edit(edits.UNBUNDLE) as edit:
        for record in inputs:
            count += edit.set(record, "bundle", None)
        edit.about = str(count)
    return count


def owners(conn: sqlite3.Connection, records: Iterable[bytes]) -> list[bytes]:
    """Who carries the answer for each of these inputs or bundles, each once, in that order."""
    found: dict[bytes, None] = {}
    for record in records:
        row = conn.execute(
            "SELECT bundles.id FROM inputs JOIN bundles ON bundles.key = inputs.answer_owner"
            " WHERE inputs.id = ?",
            (record,),
        ).fetchone()
        found[row[0] if row else record] = None
    return list(found)


def answer(dossier: Dossier, records: Sequence[bytes], changes: Mapping[str, Scalar]) -> int:
    """Change the answer of one or many; returns how many answers changed. One edit.

    `changes` are fields of an answer or `handler`. A published answer that is changed keeps what
    was published as a version of its own and becomes a draft of the next; an approved one loses
    its approval, since that was given to another text.
    """
    count = 0
    with dossier.edit(edits.ANSWER) as edit:
        wanted = owners(dossier.conn, records)
        for owner in wanted:
            before = edit.state(owner)
            changed = [name for name in changes if edit.set(owner, name, changes[name])]
            if any(name in _CONTENT for name in changed):
                _reopen(edit, before)
            count += bool(changed)
        edit.about = _code(edit, wanted[0]) if len(wanted) == 1 else str(count)
    return count


def submit(dossier: Dossier, records: Sequence[bytes]) -> int:
    """Ask for approval. Raises KnownError as `approve` does; returns how many were submitted."""
    return _move(dossier, records, answers.SUBMITTED, {})


def approve(dossier: Dossier, records: Sequence[bytes], *, by: str, on: str) -> int:
    """Approve answers, by a function on a day (ISO).

    Raises KnownError for the first answer with a duty that is not met (`answers.missing`), naming
    it; then none is approved. Returns how many were approved.
    """
    approval = {"answer/approved_by": by or None, "answer/approved_on": on}
    return _move(dossier, records, answers.APPROVED, approval)


def publish(dossier: Dossier, records: Sequence[bytes], *, on: str) -> int:
    """Publish approved answers, on a day (ISO): what is published is kept as it is.

    Raises KnownError for an answer that was not approved; then none is published.
    """
    count = 0
    with dossier.edit(edits.PUBLISH) as edit:
        wanted = owners(dossier.conn, records)
        for owner in wanted:
            state = edit.state(owner)
            stands = _state(state)
            if stands == answers.PUBLISHED:
                continue
            if stands != answers.APPROVED:
                raise _not_approved(dossier, state)
            version = _version(state)
            edit.set(owner, _VERSION, version)
            edit.set(owner, _STATE, answers.PUBLISHED)
            edit.create("answer_version", as_published(state, version, on))
            count += 1
        edit.about = _code(edit, wanted[0]) if len(wanted) == 1 else str(count)
    return count


def back_to_draft(dossier: Dossier, records: Sequence[bytes]) -> int:
    """Take an answer back to the writer; what was published stays as a version."""
    count = 0
    with dossier.edit(edits.ANSWER) as edit:
        for owner in owners(dossier.conn, records):
            before = edit.state(owner)
            if _state(before) != answers.DRAFT:
                _reopen(edit, before)
                count += 1
        edit.about = str(count)
    return count


def reopen(edit: Edit, before: State) -> None:
    """Make an answer of which something was changed a draft again, as `answer` does."""
    _reopen(edit, before)


def refuse_closing(conn: sqlite3.Connection) -> None:
    """Raise KnownError where a round cannot be closed: inputs that nobody weighed (9.3.1)."""
    (count,) = conn.execute(
        "SELECT count(*) FROM inputs LEFT JOIN answers"
        " ON answers.owner = coalesce(answer_owner, inputs.key)"
        " WHERE deleted = 0 AND inputs.key NOT IN (SELECT key FROM joined)"
        " AND coalesce(answers.status, ?1) = ?1",
        (answers.NOT_WEIGHED,),
    ).fetchone()
    if count:
        raise KnownError(
            "open_inputs",
            Words(
                "De ronde kan niet dicht: er is nog inbreng die niet beoordeeld is ({count}).",
                "The round cannot be closed: there are inputs that nobody weighed yet ({count}).",
            ).fill(count=count),
        )


def as_published(state: State, version: int, on: str) -> dict[str, Scalar]:
    """Fields of the version that keeps an answer as it stands, published on a day (ISO)."""
    kept = {
        name.removeprefix(answers.PREFIX): state.shown(name) for name in (*_CONTENT, *_APPROVAL)
    }
    return {**kept, "of": state.record.hex(), "version": version, "date": on or None}


def _new_bundle(edit: Edit, inputs: Sequence[bytes], title: str, theme: bytes | None) -> bytes:
    states = [edit.state(record) for record in inputs]
    values: dict[str, Scalar] = {"title": title or _first_words(states)}
    themes = [state.shown("theme") for state in states]
    values["theme"] = theme.hex() if theme else next((each for each in themes if each), None)
    answered = [state for state in states if _status(state) != answers.NOT_WEIGHED]
    if len(answered) == 1:
        only = answered[0]
        values |= {name: only.shown(name) for name in (*_CONTENT, "handler")}
    return edit.create("bundle", values)


def _first_words(states: Sequence[State]) -> str:
    for state in states:
        text = str(state.shown("summary") or state.shown("words") or "").strip()
        if text:
            line = text.partition("\n")[0]
            return line if len(line) <= 80 else line[:80].rpartition(" ")[0] + " …"
    return KINDS["bundle"].words.nl


def _move(dossier: Dossier, records: Sequence[bytes], to: str, others: Mapping[str, Scalar]) -> int:
    """Bring answers to a state, all or none, if none of them lacks anything."""
    count = 0
    with dossier.edit(edits.SUBMIT if to == answers.SUBMITTED else edits.APPROVE) as edit:
        wanted = owners(dossier.conn, records)
        for owner in wanted:
            state = edit.state(owner)
            if answers.STATES.index(_state(state)) >= answers.STATES.index(to):
                continue
            lacking = answers.missing(_answer(state))
            if lacking:
                raise _incomplete(dossier, state, next(iter(lacking.values())))
            for name, value in {**others, _STATE: to}.items():
                edit.set(owner, name, value)
            count += 1
        edit.about = _code(edit, wanted[0]) if len(wanted) == 1 else str(count)
    return count


def _reopen(edit: Edit, before: State) -> None:
    """Make an answer a draft again; of a published one the next version begins."""
    stands = _state(before)
    if stands == answers.DRAFT:
        return
    edit.set(before.record, _STATE, answers.DRAFT)
    for name in _APPROVAL:
        edit.set(before.record, name, None)
    if stands == answers.PUBLISHED:
        # What was published was kept as a version when that was done.
        edit.set(before.record, _VERSION, _version(before) + 1)


def _answer(state: State) -> dict[str, Scalar]:
    return {field.name: state.shown(field.name) for field in answers.ANSWER_FIELDS}


def _state(state: State) -> str:
    found = state.shown(_STATE)
    return found if found in answers.STATES else answers.DRAFT


def _status(state: State) -> str:
    return str(state.shown("answer/status") or answers.NOT_WEIGHED)


def _version(state: State) -> int:
    found = state.shown(_VERSION)
    return found if isinstance(found, int) and found > 0 else 1


def _code(edit: Edit, record: bytes) -> str:
    return str(edit.state(record).shown("code") or "")


def _incomplete(dossier: Dossier, state: State, why: Words) -> KnownError:
    code = _called(dossier, state)
    return KnownError(
        "incomplete_answer",
        Words(f"{code.nl} kan nog niet akkoord: {why.nl}", f"{code.en} cannot go on: {why.en}"),
    )


def _not_approved(dossier: Dossier, state: State) -> KnownError:
    code = _called(dossier, state)
    return KnownError(
        "not_approved",
        Words(
            f"{code.nl} is nog niet akkoord en wordt niet gepubliceerd.",
            f"{code.en} is not approved yet and is not published.",
        ),
    )


def _called(dossier: Dossier, state: State) -> Words:
    return Names(dossier.conn).say(state.kind, state.seq)
