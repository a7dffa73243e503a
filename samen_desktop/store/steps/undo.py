"""Undo and redo: compensating edits, so that both stand in the log and travel like any other.

Undoing an edit writes what every field would be *without the undone rows* and without later steps
that cancel each other (an edit and its undo). Per field: where an undone row is a head, one row is
written per head that would then stand; where later rows have overtaken it, nothing is written and
that is said. So a choice undone is a conflict again, and any sequence undone gives the first state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from samen_desktop.core import edits
from samen_desktop.store.log.changelog import Log, chunks
from samen_desktop.store.log.heads import Head, State, distinct, fold
from samen_desktop.store.log.rows import DELETION, ERASURE, ChangeRow, EditRow, split_prev

from .editing import Edit


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo did: the step, records that went back, records changed since."""

    step: EditRow
    records: int
    overtaken: int


class Steps:
    """Which edits stand, which stand undone, and which comes next for undo and redo."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._undoers: dict[bytes, list[EditRow]] = {}
        for row in log.edits("WHERE undoes IS NOT NULL"):
            if row.undoes is not None:
                self._undoers.setdefault(row.undoes, []).append(row)
        merges = log.edits("WHERE name = ?", (edits.MERGE,))
        self._merges = {row.seq: row.id for row in merges}

    def stands_undone(self, edit: bytes) -> bool:
        """Whether an undo of it stands that was not itself undone."""
        return self.undo_of(edit) is not None

    def undo_of(self, edit: bytes) -> EditRow | None:
        """The undo of it that stands."""
        return self._standing_undo(edit, frozenset())

    def last(self, edit: EditRow) -> EditRow:
        """Of a step that stands: the newest redo that made it stand again, or the step itself.

        To take the step back once more is to undo that redo.
        """
        for row in reversed(self._undoers.get(edit.id, ())):
            redo = self._standing_undo(row.id, frozenset())
            if redo is not None:
                return self.last(redo)
        return edit

    def step_of(self, link: EditRow) -> EditRow | None:
        """The step at the beginning of a chain of undo and redo; None where it is not here."""
        step: EditRow | None = link
        while step is not None and step.undoes is not None:
            step = self._log.edit(step.undoes)
        return step

    def _standing_undo(self, edit: bytes, seen: frozenset[bytes]) -> EditRow | None:
        # A file made by hand could let edits undo each other in a ring; `seen` ends it.
        for row in reversed(self._undoers.get(edit, ())):
            if row.id not in seen and self._stands(row, seen | {row.id}):
                return row
        return None

    def _stands(self, undo: EditRow, seen: frozenset[bytes]) -> bool:
        """Whether an undo was not undone itself, nor the merge that brought it."""
        brought_by = None if undo.came is None else self._merges.get(undo.came)
        return self._standing_undo(undo.id, seen) is None and (
            brought_by is None
            or brought_by in seen
            or self._standing_undo(brought_by, seen | {brought_by}) is None
        )

    def to_undo(self) -> EditRow | None:
        """The newest step made here that does not stand undone; a whole merge counts as one."""
        marks = ",".join("?" * len(edits.NO_STEP))
        rows = self._log.edits(
            f"WHERE came IS NULL AND name NOT IN ({marks})", sorted(edits.NO_STEP)
        )
        return next((row for row in reversed(rows) if not self.stands_undone(row.id)), None)

    def to_redo(self) -> EditRow | None:
        """The newest undo not yet redone, as long as no other step but an export was made since."""
        for row in reversed(self._log.edits("WHERE came IS NULL")):
            if row.name == edits.UNDO and not self.stands_undone(row.id):
                return row
            if row.name not in (edits.UNDO, edits.REDO, edits.EXPORT):
                return None
        return None

    def cancelled_since(self, edit: EditRow) -> list[EditRow]:
        """Later undo and redo edits that stand, each with the edit it undoes, if that is here.

        What a merge brought did not come later than the merge but by it.
        """
        found: list[EditRow] = []
        for undoers in self._undoers.values():
            for row in undoers:
                later = row.seq > edit.seq and (edit.name != edits.MERGE or row.came != edit.seq)
                target = self._log.edit(row.undoes or b"") if later else None
                if target is not None and self._stands(row, frozenset({row.id})):
                    found += [row, target]
        return found


def write_undo(conn: sqlite3.Connection, log: Log, edit: Edit, step: EditRow) -> Undone:
    """Fill an edit with the rows that take another one back: a step, or an undo (which is redo)."""
    steps = Steps(log)
    link = steps.last(step)
    edit.undoes = link.id
    own = _row_ids(conn, [link])
    past = own | _row_ids(conn, steps.cancelled_since(link))
    records = overtaken = 0
    for chunk in chunks(_touched(conn, link), 1000):
        for rows in log.changes_of(chunk).values():
            if _take_back(edit, rows, own, past):
                records += 1
            else:
                overtaken += 1
    return Undone(step, records, overtaken)


def _take_back(
    edit: Edit, rows: list[ChangeRow], own: Collection[bytes], past: Collection[bytes]
) -> bool:
    """Take one record back. False where all that was undone has been overtaken."""
    if len(rows) == 1 and rows[0].id in past and rows[0].id == rows[0].record:
        # Many thousands of a table that was read in are no more than their creation.
        edit.put(rows[0].record, DELETION, 1, [rows[0].record])
        return True
    now = fold(rows)
    if now is None:
        return False
    then = None if all(row.id in past for row in rows) else fold(rows, without=past)
    if then is None or then.gone:
        # A record others have touched meanwhile stays; one that is gone already stays gone.
        touched = then is None and any(row.id not in past and row.field != ERASURE for row in rows)
        if now.gone or touched:
            return False
        edit.put(now.record, DELETION, 1, now.all_heads())
        return True
    # The fields of a record that was gone were left as they were while it was.
    undone = past if now.gone else own
    names = dict.fromkeys(row.field for row in rows if row.id in undone and row.field != DELETION)
    changed = _write_fields(edit, now, then, names, past)
    told = now.gone or any(row.id in own for row in rows if row.field == DELETION)
    return (told and _write_deletions(edit, rows, now, then, past)) or changed


def _write_deletions(
    edit: Edit, rows: Iterable[ChangeRow], now: State, then: State, past: Collection[bytes]
) -> bool:
    """Let the deletions stand as they would in a record that is not gone: each of them beaten.

    A row that replaces a deletion knows what that one knew and would cover the record again. So
    what is undone is taken back, and one that would stand is repeated with what it knew itself.
    """
    undone = [head.id for head in now.deletions if head.value and head.id in past]
    standing = {head.id for head in now.deletions}
    beaten = {head.id for head in then.deletions if head.value} - standing
    if undone:
        edit.put(now.record, DELETION, 0, undone)
    for row in rows:
        if row.id in beaten:
            edit.put(now.record, DELETION, 1, split_prev(row.prev))
    return bool(undone or beaten)


def _write_fields(
    edit: Edit, now: State, then: State, names: Iterable[str], past: Collection[bytes]
) -> bool:
    changed = False
    for name in names:
        if name == ERASURE or name.startswith("+"):
            continue
        standing = now.heads.get(name, [])
        target = then.heads.get(name, [])
        if set(distinct(standing)) == set(distinct(target)):
            continue
        undone = [head for head in standing if head.id in past]
        for value in _values_to_write(standing, target, undone):
            edit.put(now.record, name, value, [head.id for head in undone])
        changed = True
    return changed


def _values_to_write(
    standing: list[Head], target: list[Head], undone: list[Head]
) -> list[str | int | None]:
    """One value per head that would newly stand; else the greatest that stays is repeated."""
    kept = {head.id for head in standing}
    new = dict.fromkeys(head.value for head in target if head.id not in kept)
    if new:
        return list(new)
    others = [head for head in standing if head not in undone]
    return [others[-1].value if others else None]


def _row_ids(conn: sqlite3.Connection, rows: Iterable[EditRow]) -> set[bytes]:
    """Ids of the change rows of these edits; of a merge, of all the edits it brought."""
    found: set[bytes] = set()
    for row in rows:
        found.update(ident for (ident,) in conn.execute(*_rows_of("id", row)))
    return found


def _touched(conn: sqlite3.Connection, row: EditRow) -> list[bytes]:
    """The records an edit touched, the newest first."""
    found = [record for (record,) in conn.execute(*_rows_of("record", row))]
    return list(dict.fromkeys(reversed(found)))


def _rows_of(column: str, row: EditRow) -> tuple[str, tuple[object, ...]]:
    if row.name == edits.MERGE:
        brought = "(SELECT id FROM edit WHERE came = ?)"
        return f"SELECT {column} FROM change WHERE edit IN {brought} ORDER BY seq", (row.seq,)
    return f"SELECT {column} FROM change WHERE edit = ? ORDER BY seq", (row.id,)
