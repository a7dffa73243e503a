"""One edit: a named step made of log rows, written, derived and committed as a whole.

Knows nothing of what a record should contain beyond its field list; which values are right is for
`core` and the rooms of the subjects.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samen_desktop.core import codes
from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.kinds import KINDS, field_of
from samen_desktop.core.text import clean
from samen_desktop.store.derived.derive import Derivation
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.heads import Head, State, fold
from samen_desktop.store.log.ids import Clock
from samen_desktop.store.log.known import Known
from samen_desktop.store.log.rows import (
    DELETION,
    FORMAT,
    ChangeRow,
    EditRow,
    change_hash,
    edit_hash,
    encode,
    join_prev,
)

_FLUSH = 500


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: mark and function of the person (never a name), and the profile's 8 random bytes.

    `mark` is the mark of this copy of the round, which its new codes carry; empty in the first.
    """

    author: str
    device: bytes
    mark: str = ""


class Edit:
    """Collects the rows of one named step. Made by the dossier, which opens and commits it."""

    def __init__(
        self, conn: sqlite3.Connection, clock: Clock, writer: Writer, name: str, known: Known
    ) -> None:
        self._conn = conn
        self._clock = clock
        self._writer = writer
        self._log = Log(conn)
        self._name = name
        self._pending: list[ChangeRow] = []
        self._rows: dict[bytes, list[ChangeRow]] = {}
        self._fresh: dict[bytes, State] = {}
        self._known = known
        self._next = known.next_change or self._log.next_seq("change")
        self._derivation = Derivation(conn, self._log, self._next, known.keys)
        clock.begin()
        self.id = clock.new()
        self.about = ""
        self.last_code: str | None = None
        self.undoes: bytes | None = None
        self.count = 0

    def create(self, kind: str, values: Mapping[str, Scalar]) -> bytes:
        """Make a record from its filled fields; gives it a code where its kind has a series.

        Returns the record's id. Raises KeyError for a field the kind does not have.
        """
        filled = {
            name: fitted
            for name, value in values.items()
            if (fitted := self._fit(kind, name, value)) is not None
        }
        if KINDS[kind].series is not None and "code" not in filled:
            filled["code"] = self.next_code(kind)
            self._derivation.gave_code(self._next)
        elif "code" in filled:
            self._note_number(kind, str(filled["code"]))
        code = filled.get("code")
        self.last_code = code if isinstance(code, str) else None
        ident = self._clock.new()
        heads = {name: [Head(ident, value)] for name, value in filled.items()}
        self._fresh[ident] = State(ident, self._next, kind, heads)
        self._add(ident, f"+{kind}", encode(filled), b"", ident=ident)
        return ident

    def set(self, record: bytes, name: str, value: Scalar) -> bool:
        """Give a field one value, replacing all that stood. False where nothing changes."""
        state = self.state(record)
        fitted = self._fit(state.kind, name, value)
        heads = state.heads.get(name, [])
        if state.values(name) == (() if fitted is None else (fitted,)):
            return False
        self.put(record, name, fitted, [head.id for head in heads])
        return True

    def delete(self, record: bytes) -> bool:
        """Delete a record as it is known here. False where it is gone already."""
        state = self.state(record)
        if state.gone:
            return False
        self.put(record, DELETION, 1, state.all_heads())
        return True

    def restore(self, record: bytes) -> bool:
        """Bring a deleted record back as it was. False where it is not deleted."""
        state = self.state(record)
        if not any(head.value for head in state.deletions):
            return False
        self.put(record, DELETION, 0, [head.id for head in state.deletions])
        return True

    def join(self, record: bytes, into: bytes) -> bool:
        """Let a record be read as another of its kind; nothing else is rewritten."""
        return self.set(record, "joined_into", into.hex())

    def put(self, record: bytes, name: str, value: Scalar, prev: list[bytes]) -> None:
        """Write one row as it is. For undo and for what comes back from Excel; others use `set`."""
        self._add(record, name, encode(value), join_prev(prev))

    def erase_value(self, record: bytes, target: str) -> None:
        """Write that a value (`<change id>:<field>`) is erased."""
        self._add(record, "erase", encode(target), b"")

    def derive_again(self, records: Iterable[bytes]) -> None:
        """Derive records anew whose rows were emptied inside this edit's transaction.

        The search index is made anew whole, since it keeps words that were deleted from it.
        """
        self._write_pending()
        self._derivation.apply_records(records)
        self._derivation.forget_words()

    def write_now(self) -> None:
        """Have all rows of this edit in the log, so that it can be read whole."""
        self._write_pending()

    def state(self, record: bytes) -> State:
        """The record as it stands, this edit's own rows included. Raises KeyError if unknown."""
        rows = self._rows.get(record)
        if rows is None:
            self._write_pending()
            rows = self._rows[record] = self._log.changes(record)
        state = fold(rows)
        if state is None:
            raise KeyError(record.hex())
        return state

    def next_code(self, kind: str) -> str:
        """The next code of a kind's series: the highest ever given plus one, gone ones included."""
        series = KINDS[kind].series
        if series is None:
            raise KeyError(kind)
        number = self._next_number(
            KINDS[kind].plural, series.prefix, 0, "code_mark = ?", (self._writer.mark,)
        )
        return codes.write(series, self._writer.mark, number)

    def next_person(self, series: str, session: bytes | None) -> str:
        """The next code of a participant: `Ouder 4`, counted within the session or the round."""
        key = 0 if session is None else self._key(session)
        scope = "session IS NULL" if session is None else "session = ?"
        values = (series, self._writer.mark) + (() if session is None else (key,))
        number = self._next_number(
            "participants", series, key, f"code_series = ? AND code_mark = ? AND {scope}", values
        )
        return codes.write_person(series, self._writer.mark, number)

    @property
    def touched(self) -> frozenset[str]:
        """Names of the kinds of records this edit has written so far."""
        return frozenset(self._derivation.kinds)

    def finish(self) -> EditRow | None:
        """Write what is pending and derive. None, and no edit row, where nothing was changed."""
        self._write_pending()
        self._derivation.finish()
        if not self.count and not self.undoes:
            return None
        return self.stand_alone()

    def stand_alone(self, seq: int | None = None) -> EditRow:
        """Write the edit's own row, whatever rows it has: a merge has none.

        `seq` is its place in the order of arrival, where one was kept free for it.
        """
        row = EditRow(
            seq or self._known.next_edit or self._log.next_seq("edit"),
            self.id,
            self._name,
            self.about,
            self._writer.author,
            self._writer.device,
            self.undoes,
            FORMAT,
            b"",
            None,
        )
        row = row._replace(hash=edit_hash(row))
        self._log.add_edit(row)
        self._known.next_edit, self._known.next_change = row.seq + 1, self._next
        self._known.trim()
        return row

    def _add(
        self, record: bytes, name: str, value: str, prev: bytes, ident: bytes | None = None
    ) -> None:
        ident = ident or self._clock.new()
        digest = change_hash(ident, self.id, record, name, value, prev)
        row = ChangeRow(self._next, ident, self.id, record, name, value, prev, digest)
        self._next += 1
        self.count += 1
        self._pending.append(row)
        if record in self._rows or ident == record:
            self._rows.setdefault(record, []).append(row)
        if len(self._pending) >= _FLUSH:
            self._write_pending()

    def _write_pending(self) -> None:
        if self._pending:
            self._log.add_changes(self._pending)
            self._derivation.apply(self._pending, self._fresh)
            self._pending = []
            self._fresh.clear()
        self._rows.clear()

    def _fit(self, kind: str, name: str, value: Scalar) -> Scalar:
        if not isinstance(value, str):
            field_of(kind, name)
            return int(value) if isinstance(value, bool) else value
        return clean(value, one_line=field_of(kind, name).type is not Type.LONG) or None

    def _next_number(
        self, table: str, series: str, scope: int, where: str, values: tuple[object, ...]
    ) -> int:
        place = (table, series, scope)
        numbers = self._known.numbers
        if place not in numbers:
            self._write_pending()
            highest, reserved = self._conn.execute(
                f"SELECT max(code_number), (SELECT highest FROM number WHERE series = ?"
                f" AND mark = ?) FROM {table} WHERE {where}",
                (series, self._writer.mark, *values),
            ).fetchone()
            numbers[place] = max(highest or 0, 0 if scope else reserved or 0)
        numbers[place] += 1
        return numbers[place]

    def _note_number(self, kind: str, code: str) -> None:
        """A code that came from elsewhere may lie beyond the numbers given here."""
        series = KINDS[kind].series
        numbers = self._known.numbers
        if series is None:
            numbers.clear()
            return
        place, apart = (KINDS[kind].plural, series.prefix, 0), codes.take_apart(code)
        if place in numbers and apart.mark == self._writer.mark:
            numbers[place] = max(numbers[place], apart.number or 0)

    def _key(self, record: bytes) -> int:
        self._write_pending()
        found = self._conn.execute("SELECT seq FROM change WHERE id = ?", (record,)).fetchone()
        if found is None:
            raise KeyError(record.hex())
        key: int = found[0]
        return key
