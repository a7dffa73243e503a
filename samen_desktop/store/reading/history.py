"""What was done, when and by whom: the steps of the round, and the changes of one record in words.

Reads the log as it stands; taking something back is for `undo`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS, split_field
from samen_desktop.core.words import Language, Words
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.heads import State, fold
from samen_desktop.store.log.ids import made_at
from samen_desktop.store.log.rows import (
    DELETION,
    ERASURE,
    ChangeRow,
    EditRow,
    decode,
    decode_creation,
    split_prev,
)
from samen_desktop.store.naming import Names, first_line
from samen_desktop.store.steps.undo import Steps

from .value_words import ValueWords

_NOT_OFFERED = edits.NO_STEP | {edits.NEW, edits.DEMO}
"""With the step that made the round all of it would go: that is not asked for beside one record."""
_ERASED = Words("(gewist)", "(erased)")
_ERASURE = Words("Gewist", "Erased")


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of the round. `when` is what its id says, in local time; `about` a code or count.

    `changes` counts its rows, of a merge those it brought. `undone`: an undo of it stands.
    `came`: a merge brought it here.
    """

    seq: int
    id: bytes
    name: Words
    when: datetime
    author: str
    about: str
    changes: int
    undone: bool
    came: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a record that got a value. `old` and `new` are in words, empty for no value.

    `stands`: no other row replaced it. `conflict`: several values stand and wait for a choice.
    `edit` is the id of the step.
    """

    when: datetime
    author: str
    step: Words
    field: str
    old: str
    new: str
    stands: bool
    conflict: bool
    edit: bytes = b""


def history(conn: sqlite3.Connection, limit: int | None = None) -> Iterator[Step]:
    """The steps of the round, the newest first by when they were made."""
    log = Log(conn)
    steps = Steps(log)
    rows = sorted(log.edits(), key=lambda row: row.id, reverse=True)
    for row in rows[:limit]:
        yield Step(
            row.seq,
            row.id,
            edits.words_of(row.name),
            _when(row.id),
            row.author,
            row.about,
            _changes(conn, row),
            steps.stands_undone(row.id),
            row.came is not None,
        )


def history_of(conn: sqlite3.Connection, code: str, language: Language) -> list[Change]:
    """All changes of the record shown by that code, the newest first. Raises KnownError."""
    place = next(Names(conn).by_code(code), None)
    if place is None:
        raise no_such(code)
    return changes_of(conn, place.id, language)


def changes_of(conn: sqlite3.Connection, record: bytes, language: Language) -> list[Change]:
    """All changes of one record, the newest first. Raises KeyError where there is none."""
    log = Log(conn)
    rows = log.changes(record)
    state = fold(rows)
    if state is None:
        raise KeyError(record.hex())
    return _Telling(conn, log, language, rows, state).changes()


def can_be_taken_back(conn: sqlite3.Connection, changes: Iterable[Change]) -> frozenset[bytes]:
    """Of the steps of these changes those that stand and can be undone by name."""
    log = Log(conn)
    steps = Steps(log)
    rows = (log.edit(ident) for ident in {each.edit for each in changes})
    return frozenset(
        row.id
        for row in rows
        if row is not None and row.name not in _NOT_OFFERED and not steps.stands_undone(row.id)
    )


def no_such(code: str) -> KnownError:
    """The sentence for a code that nothing in this round is shown by."""
    return KnownError(
        "no_such_code",
        Words(
            "{code} staat niet in deze ronde.",
            "{code} is not in this round.",
        ).fill(code=first_line(code) or "–"),
    )


def _when(ident: bytes) -> datetime:
    return datetime.fromtimestamp(made_at(ident) / 1000, UTC).astimezone()


def _changes(conn: sqlite3.Connection, row: EditRow) -> int:
    of, value = ("= ?", row.id) if row.name != edits.MERGE else (_BROUGHT, row.seq)
    found: int = conn.execute(f"SELECT count(*) FROM change WHERE edit {of}", (value,)).fetchone()[
        0
    ]
    return found


_BROUGHT = "IN (SELECT id FROM edit WHERE came = ?)"


class _Telling:
    """Puts the rows of one record into words."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        log: Log,
        language: Language,
        rows: list[ChangeRow],
        state: State,
    ) -> None:
        self._log = log
        self._language: Language = language
        self._words = ValueWords(conn, language)
        self._rows = {row.id: row for row in rows}
        self._kind = KINDS[state.kind]
        self._heads = {(name, head.id) for name, heads in state.heads.items() for head in heads}
        self._heads |= {(DELETION, head.id) for head in state.deletions}
        self._conflicts = set(state.conflicts())
        self._edits: dict[bytes, EditRow | None] = {}

    def changes(self) -> list[Change]:
        newest = sorted(self._rows.values(), key=lambda row: row.id, reverse=True)
        told: list[Change] = []
        for row in newest:
            if row.field == ERASURE:
                told += self._erased(row, told)
            elif row.field.startswith("+"):
                filled = decode_creation(row.value)
                told += [self._change(row, name, "", filled[name]) for name in self._order(filled)]
            else:
                told.append(self._change(row, row.field, self._old(row), decode(row.value)))
        return told

    def _order(self, filled: dict[str, Scalar]) -> list[str]:
        """Names of a creation row in the order of the kind's fields."""
        places = {field.name: at for at, field in enumerate(self._kind.fields)}
        return sorted(filled, key=lambda name: (places.get(split_field(name)[0], 99), name))

    def _erased(self, row: ChangeRow, told: list[Change]) -> list[Change]:
        """One line for a whole erasure, whatever it erased."""
        change = self._line(row, _ERASURE.say(self._language), "", "", stands=True)
        return [] if told and told[-1] == change else [change]

    def _change(self, row: ChangeRow, name: str, old: str, value: Scalar) -> Change:
        new = (
            self._erased_words()
            if row.value is None
            else self._words.value(self._kind.name, name, value)
        )
        stands = (name, row.id) in self._heads
        return self._line(
            row,
            self._words.label(self._kind.name, name),
            old,
            new,
            stands=stands,
            conflict=name in self._conflicts,
        )

    def _line(
        self,
        row: ChangeRow,
        field: str,
        old: str,
        new: str,
        *,
        stands: bool,
        conflict: bool = False,
    ) -> Change:
        edit = self._edit(row.edit)
        author, name = ("", "") if edit is None else (edit.author, edit.name)
        return Change(
            _when(row.id),
            author,
            edits.words_of(name) if name else Words("–", "–"),
            field,
            old,
            new,
            stands,
            stands and conflict,
            row.edit,
        )

    def _edit(self, ident: bytes) -> EditRow | None:
        if ident not in self._edits:
            self._edits[ident] = self._log.edit(ident)
        return self._edits[ident]

    def _old(self, row: ChangeRow) -> str:
        """What the row replaced; several values where it was a choice between them."""
        values: dict[str, None] = {}
        for ident in split_prev(row.prev):
            before = self._rows.get(ident)
            if before is None or (row.field == DELETION and before.field != DELETION):
                continue  # a deletion names all it knew of
            if before.value is None:
                values[self._erased_words()] = None
            elif before.field.startswith("+"):
                values[self._value(row, decode_creation(before.value).get(row.field))] = None
            else:
                values[self._value(row, decode(before.value))] = None
        return " / ".join(filter(None, values))

    def _value(self, row: ChangeRow, value: Scalar) -> str:
        return self._words.value(self._kind.name, row.field, value)

    def _erased_words(self) -> str:
        return _ERASED.say(self._language)
