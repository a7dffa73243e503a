"""Writes the derived tables from the log: one way for edit, merge, undo and rebuild alike.

`apply(rows)` reads what the touched records have become and writes that; `finish()` settles what
depends on several records at once (search index, codes given twice, joined records, rings of
parents) and has to be called once, inside the same transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from samen_desktop.core.kinds import KINDS
from samen_desktop.store.log.changelog import Log, chunks
from samen_desktop.store.log.heads import State, fold
from samen_desktop.store.log.rows import DELETION, ChangeRow
from samen_desktop.store.schema import SEARCHED

from . import tables
from .links import TREES, settle_bundles, settle_joins, settle_rings
from .search import Index, add_words, make_words_anew
from .shown_codes import settle_codes


class Derivation:
    """The derived tables during one transaction."""

    def __init__(
        self,
        conn: sqlite3.Connection,
        log: Log,
        first_new: int | None = None,
        keys: dict[str, tuple[int, str]] | None = None,
    ) -> None:
        self._conn = conn
        self._log = log
        self._first_new = log.next_seq("change") if first_new is None else first_new
        self._index: dict[str, Index] = {}
        self._codes: dict[str, set[str]] = {}
        self._own_codes: set[int] = set()
        self._joins = False
        self._parents: set[str] = set()
        self._bundled: set[int] = set()
        self._bundles = False
        self._words_forgotten = False
        self._keys = {} if keys is None else keys
        self.kinds: set[str] = set()

    def apply(self, rows: Sequence[ChangeRow], fresh: Mapping[bytes, State] | None = None) -> None:
        """Bring the records that these rows touch up to date. The rows are in the log already.

        `fresh` are records as their creation rows alone make them: they need not be read again.
        """
        touched: dict[bytes, list[ChangeRow]] = {}
        for row in rows:
            touched.setdefault(row.record, []).append(row)
        # A record whose creation row is new here has no other rows but those that came with it.
        new = {row.record for row in rows if row.field.startswith("+")}
        only_gone = {
            record
            for record, own in touched.items()
            if record not in new and all(row.field == DELETION for row in own)
        }
        touched.update(self._log.changes_of(touched.keys() - new))
        made = fresh or {}
        states = [
            state
            for record, own in touched.items()
            if (state := made.get(record) if len(own) == 1 else None) is not None
            or (state := fold(own)) is not None
        ]
        self.write([state for state in states if state.record not in only_gone])
        self._write_gone([state for state in states if state.record in only_gone])
        # What was written now is not new any more to the next rows of the same edit.
        self._first_new = max(self._first_new, *(row.seq + 1 for row in rows))

    def apply_records(self, records: Iterable[bytes]) -> None:
        """The same for records named by id, each once, read from the log in portions."""
        for chunk in chunks(records, 2000):
            found = self._log.changes_of(chunk)
            self.write([state for own in found.values() if (state := fold(own)) is not None])
        self._first_new = self._log.next_seq("change")

    def write(self, states: Iterable[State]) -> None:
        """Write records as they stand."""
        by_kind: dict[str, list[State]] = {}
        for state in states:
            if state.kind in KINDS:
                by_kind.setdefault(state.kind, []).append(state)
        self._load_keys(by_kind)
        for kind, group in by_kind.items():
            self._write_kind(kind, group)

    def gave_code(self, key: int) -> None:
        """Say that this record's code was given here just now, so that no other can carry it."""
        self._own_codes.add(key)

    def finish(self) -> None:
        """Settle what needs more than one record; the derived tables are whole after this."""
        if self._joins:
            settle_joins(self._conn)
        for table in sorted(self._parents):
            settle_rings(self._conn, table)
        settle_bundles(self._conn, None if self._bundles else self._bundled)
        for table, codes in self._codes.items():
            settle_codes(self._conn, table, codes)
        for index in self._index.values():
            index.finish()
        self._settle_words()

    def _settle_words(self) -> None:
        words = set[str]().union(*(index.words for index in self._index.values()))
        if self._words_forgotten:
            make_words_anew(self._conn, words)
        elif words:
            add_words(self._conn, words)
        self._words_forgotten = False

    def clear(self) -> None:
        """Empty all derived tables, to be written anew."""
        for table in (*(kind.plural for kind in KINDS.values()), *tables.BESIDE):
            self._conn.execute(f"DELETE FROM {table}")
        self.forget_words()
        self._first_new = 0

    def forget_words(self) -> None:
        """Have `finish` make the search index anew, without any word that was deleted."""
        self._words_forgotten = True
        for table in SEARCHED:
            self._index_of(table).forget()

    def _write_kind(self, kind: str, states: list[State]) -> None:
        plan = tables.PLANS[kind]
        self.kinds.add(kind)
        old = [state for state in states if state.seq < self._first_new]
        if plan.table in SEARCHED:
            self._index_of(plan.table).note(
                [state.seq for state in states], [state.seq for state in old]
            )
        self._remember(plan, states, old)
        new = [state for state in states if state.seq >= self._first_new]
        for sql, group in ((plan.insert, new), (plan.upsert, old)):
            rows = [tables.table_row(plan, state, self._key) for state in group]
            self._write_rows(sql, rows)
            if plan.searched:
                self._index_of(plan.table).expect(rows, plan.searched)
        self._write_members(states, old)
        if kind == "session":
            self._write_attendance(states, old)
        if kind in tables.ANSWERED:
            self._write_answers(states, old)

    def _index_of(self, table: str) -> Index:
        if table not in self._index:
            self._index[table] = Index(self._conn, table, SEARCHED[table])
        return self._index[table]

    def _write_gone(self, states: Iterable[State]) -> None:
        """Deleting and restoring touches no other column, and many thousands may go at once."""
        by_kind: dict[str, list[State]] = {}
        for state in states:
            if state.kind in KINDS:
                by_kind.setdefault(state.kind, []).append(state)
        for kind, group in by_kind.items():
            table = tables.PLANS[kind].table
            self.kinds.add(kind)
            if table in SEARCHED:
                keys = [state.seq for state in group]
                self._index_of(table).note(keys, keys)
                self._index_of(table).ask_again(keys)
            self._joins = True
            self._bundles = self._bundles or kind == "bundle"
            self._conn.executemany(
                f"UPDATE {table} SET deleted = ?, kept = ? WHERE key = ?",
                [(int(state.gone), int(state.kept), state.seq) for state in group],
            )

    def _remember(self, plan: tables.TablePlan, states: list[State], old: list[State]) -> None:
        names = {name for state in states for name in state.heads}
        # Who was joined into a record that is gone stands on its own until that comes back.
        self._joins = (
            self._joins or "joined_into" in names or any(state.deletions for state in states)
        )
        if "parent" in names and plan.table in TREES:
            self._parents.add(plan.table)
        self._remember_bundles(plan.kind.name, states)
        if plan.coded:
            codes = self._codes.setdefault(plan.table, set())
            codes.update(
                str(head.value)
                for state in states
                for head in state.heads.get("code", ())
                if head.id != state.record or state.seq not in self._own_codes
            )
            for state in old:
                codes.update(
                    self._conn.execute(
                        f"SELECT code FROM {plan.table} WHERE key = ? AND code IS NOT NULL",
                        (state.seq,),
                    ).fetchone()
                    or ()
                )

    def _remember_bundles(self, kind: str, states: list[State]) -> None:
        """Whose answer counts for an input depends on its bundle, and on what became of that."""
        if kind == "input":
            self._bundled.update(state.seq for state in states if "bundle" in state.heads)
        elif kind == "bundle" and not self._bundles:
            self._bundles = any(state.deletions or "joined_into" in state.heads for state in states)

    def _write_members(self, states: list[State], old: list[State]) -> None:
        self._forget("member", "owner", old)
        self._write_rows(
            "INSERT INTO member (owner, field, member, role) VALUES (?,?,?,?)",
            [row for state in states for row in tables.member_rows(state, self._key)],
        )

    def _write_attendance(self, states: list[State], old: list[State]) -> None:
        self._forget("attendance", "session", old)
        self._write_rows(
            "INSERT INTO attendance (session, party, invited, present, age, consent, remark)"
            " VALUES (?,?,?,?,?,?,?)",
            [row for state in states for row in tables.attendance_rows(state, self._key)],
        )

    def _write_answers(self, states: list[State], old: list[State]) -> None:
        self._forget("answers", "owner", old)
        rows = (tables.answer_row(state, self._key) for state in states)
        self._write_rows(_INSERT_ANSWER, [row for row in rows if row])

    def _forget(self, table: str, column: str, states: list[State]) -> None:
        self._write_rows(
            f"DELETE FROM {table} WHERE {column} = ?", [(state.seq,) for state in states]
        )

    def _write_rows(self, sql: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Spare SQLite a statement for nothing: a note is committed while people speak."""
        if rows:
            self._conn.executemany(sql, rows)

    def _key(self, ident: str, targets: tuple[str, ...]) -> int | None:
        key, kind = self._keys.get(ident, (None, ""))
        return key if kind in targets else None

    def _load_keys(self, by_kind: dict[str, list[State]]) -> None:
        wanted = tables.references(state for group in by_kind.values() for state in group)
        missing = [bytes.fromhex(ident) for ident in wanted - self._keys.keys() if _is_id(ident)]
        for chunk in chunks(missing):
            marks = ",".join("?" * len(chunk))
            found = self._conn.execute(
                f"SELECT id, seq, field FROM change WHERE id IN ({marks})", chunk
            )
            self._keys.update((row[0].hex(), (row[1], row[2][1:])) for row in found)


_INSERT_ANSWER = (
    f"INSERT INTO answers (owner, {', '.join(tables.ANSWER_COLUMNS)})"
    f" VALUES ({','.join('?' * (len(tables.ANSWER_COLUMNS) + 1))})"
)


def _is_id(text: str) -> bool:
    return len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)
