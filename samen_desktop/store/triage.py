"""Cleaning up inputs, many at once: classify, check, split, and find what is still to be done.

Each wish is one named edit, and undone as one. What the statuses mean is told in `core.triage`;
suggestions are for `reading.similar`, and are never applied from here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samen_desktop.core import edits, triage
from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import split_field
from samen_desktop.core.triage import Cut

from .log.changelog import CHUNK, chunks
from .log.heads import State, fold
from .naming import first_line

if TYPE_CHECKING:
    from .dossier import Dossier
    from .steps.editing import Edit

_WAITS = "(coalesce(nullif(status, ''), 'RUW') = 'RUW' OR theme IS NULL)"
_TAKEN_ALONG = ("session", "date", "collected_by", "table", "quote", "privacy")
_MEMBERS_ALONG = ("submitter", "group")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of some inputs: how many changed, and how many of all still wait for a person.

    After classifying those wait that are raw or have no theme; after checking, those that could not
    be checked yet.
    """

    changed: int
    waiting: int


@dataclass(frozen=True, slots=True)
class OfferedTheme:
    """A theme that goes by a digit: its id, what a button shows, and its whole name."""

    id: bytes
    short: str
    title: str


def classify(dossier: Dossier, records: Sequence[bytes], changes: Mapping[str, Scalar]) -> Done:
    """Give inputs a theme, a kind or a side theme; raw ones become classified by it, as one step.

    A set's member is named as in the log (`side_theme/<id>`); the main theme is no side theme too.
    """
    changed = 0
    with dossier.edit(edits.CLASSIFY) as edit:
        for state in states(dossier, records):
            changed += _give(edit, state, changes)
        edit.about = _about(dossier, records, changed)
    return Done(changed, _waiting(dossier.conn, records))


def mark(dossier: Dossier, records: Sequence[bytes], status: str) -> Done:
    """Say that inputs are checked, or fed back; those that are not so far yet stay as they are."""
    changed = waiting = 0
    with dossier.edit(_MARKS[status]) as edit:
        for state in states(dossier, records):
            if status_of(state) not in triage.BEFORE[status]:
                waiting += 1
            else:
                changed += edit.set(state.record, "status", status)
        edit.about = _about(dossier, records, changed)
    return Done(changed, waiting)


def split(dossier: Dossier, record: bytes, cut: Cut) -> tuple[bytes, str]:
    """Make the second part an input of its own, said by the same people at the same time.

    It is raw again: that its parts are about different things is why an input is split. Returns its
    id and code.
    """
    state = dossier.state(record)
    values: dict[str, Scalar] = {
        name: state.shown(name)
        for name in state.heads
        if name in _TAKEN_ALONG or split_field(name)[0] in _MEMBERS_ALONG
    }
    values |= {"words": cut.goes, "status": triage.RAW, "split_from": record.hex()}
    with dossier.edit(edits.SPLIT) as edit:
        edit.set(record, "words", cut.stays)
        made = edit.create("input", values)
        code = edit.last_code or ""
        edit.about = code
    return made, code


def follow(edit: Edit, record: bytes) -> None:
    """Let the status of an input follow from what a person just gave it."""
    state = edit.state(record)
    after = triage.status_after({name: state.shown(name) for name in ("status", "theme", "kind")})
    if after != status_of(state):
        edit.set(record, "status", after)


def status_of(state: State) -> str:
    """The status of an input; one that never got any is raw."""
    return str(state.shown("status") or triage.RAW)


def first_waiting(conn: sqlite3.Connection, keys: Sequence[int]) -> int | None:
    """The first of these inputs that is raw or has no theme, in the order given."""
    for at in range(0, len(keys), CHUNK):
        chunk = keys[at : at + CHUNK]
        rows = conn.execute(
            f"SELECT key FROM inputs WHERE key IN ({','.join('?' * len(chunk))})"
            f" AND deleted = 0 AND {_WAITS}",
            list(chunk),
        )
        found = {key for (key,) in rows}
        if found:
            return next(key for key in chunk if key in found)
    return None


def count_waiting(conn: sqlite3.Connection) -> int:
    """How many inputs of the round are raw or have no theme."""
    found: int = conn.execute(
        f"SELECT count(*) FROM inputs WHERE deleted = 0 AND {_WAITS}"
        " AND key NOT IN (SELECT key FROM joined)"
    ).fetchone()[0]
    return found


def offered_themes(conn: sqlite3.Connection) -> list[OfferedTheme]:
    """The themes that go by a digit: those used most, in the order of the round."""
    rows = conn.execute(
        "SELECT one.id, one.number, one.name, one.place,"
        " (SELECT count(*) FROM inputs WHERE theme = one.key AND deleted = 0) AS used"
        " FROM themes AS one WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"
        " ORDER BY used DESC, one.place IS NULL, one.place, one.key LIMIT ?",
        (triage.MOST_OFFERED,),
    ).fetchall()
    ordered = sorted(rows, key=lambda row: (row[3] is None, row[3] or "", row[0]))
    return [
        OfferedTheme(
            ident, number or first_line(name or ""), first_line(f"{number or ''} {name or ''}")
        )
        for ident, number, name, _, _ in ordered
    ]


def parts_of(conn: sqlite3.Connection, record: bytes) -> list[tuple[bytes, str]]:
    """The inputs that were split from one, as (id, code)."""
    return conn.execute(
        "SELECT one.id, coalesce(one.shown, '') FROM inputs AS one"
        " JOIN inputs AS whole ON whole.key = one.split_from"
        " WHERE whole.id = ? AND one.deleted = 0 ORDER BY one.code_mark, one.code_number",
        (record,),
    ).fetchall()


def states(dossier: Dossier, records: Iterable[bytes]) -> Iterable[State]:
    """States of inputs that are not gone, read in portions."""
    for chunk in chunks(records, 2000):
        rows = dossier.log.changes_of(chunk)
        for ident in chunk:
            state = fold(rows.get(ident, []))
            if state is not None and not state.gone:
                yield state


_MARKS: Mapping[str, str] = {triage.CHECKED: edits.CHECK, triage.FED_BACK: edits.FEED_BACK}


def _give(edit: Edit, state: State, changes: Mapping[str, Scalar]) -> bool:
    """Give one input these values, and the status that follows. False where nothing changed."""
    after = {name: state.shown(name) for name in ("status", "theme", "kind")} | dict(changes)
    written = dict(changes) | {"status": triage.status_after(after)}
    if status_of(state) == written["status"]:
        del written["status"]
    main = after.get("theme")
    if written.get(f"side_theme/{main}"):
        del written[f"side_theme/{main}"]
    elif "theme" in changes and state.shown(f"side_theme/{main}") is not None:
        written[f"side_theme/{main}"] = None
    changed = False
    for name, value in written.items():
        if state.values(name) != (() if value is None else (value,)):
            edit.put(state.record, name, value, [head.id for head in state.heads.get(name, ())])
            changed = True
    return changed


def _about(dossier: Dossier, records: Sequence[bytes], changed: int) -> str:
    if len(records) != 1:
        return str(changed)
    code = dossier.state(records[0]).shown("code")
    return code if isinstance(code, str) else ""


def _waiting(conn: sqlite3.Connection, records: Sequence[bytes]) -> int:
    count = 0
    for chunk in chunks(records):
        count += conn.execute(
            f"SELECT count(*) FROM inputs WHERE id IN ({','.join('?' * len(chunk))})"
            f" AND deleted = 0 AND {_WAITS}",
            chunk,
        ).fetchone()[0]
    return count
