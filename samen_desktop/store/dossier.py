"""One open round: the door through which everything above reads and writes the file.

Holds the connection, the clock and the one way to write: a named edit. What the notions mean is
for the rooms of the subjects; copies, checks and erasing have rooms of their own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from . import database, failures, lock
from .derived.derive import Derivation
from .log.changelog import Log
from .log.heads import State, fold
from .log.ids import Clock, Wall, wall_ms
from .log.known import Known
from .log.rows import EditRow
from .steps.editing import Edit, Writer
from .steps.merge import Merge, Merged
from .steps.undo import Steps, Undone, write_undo
from .watching import Watch

if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database


class Dossier:
    """An open round, used by one thread. Made by `create` or `open`; `with` closes it."""

    def __init__(
        self, path: Path, db: Database, writer: Writer, wall: Wall, *, writable: bool
    ) -> None:
        self.path = path
        self.db = db
        self.log = Log(db.conn)
        self.writable = writable
        self._wall = wall
        self._clock = Clock(self.log.latest_id, wall)
        self._known = Known()
        self.writer = replace(writer, mark=str(self.local("mark") or ""))
        self._touched: set[str] = set()
        self._watch: Watch | None = None

    @classmethod
    def create(cls, path: Path, writer: Writer, wall: Wall = wall_ms) -> Dossier:
        """A new file without a round in it yet: the first edit makes that. Raises KnownError."""
        db = database.create(path)
        lock.take(path, "")
        dossier = cls(path, db, writer, wall, writable=True)
        dossier._watch = Watch(path, db.conn)
        return dossier

    @classmethod
    def open(
        cls,
        path: Path,
        writer: Writer,
        *,
        read_only: bool = False,
        check: bool = True,
        wall: Wall = wall_ms,
    ) -> Dossier:
        """Open a round and hold it. Raises KnownError for what is no sound round, or is held.

        Without `check` the first page comes first: whoever opens looks for damage afterwards. A
        file that nobody worked in on this laptop is checked first all the same.

        A file of an older layout has to be migrated first: see `copies.migrate_with_backup`.
        """
        with lock.named(path):
            db = database.open_file(path, read_only=read_only, check=check)
        try:
            if not read_only:
                lock.refuse_if_held(path)
            if not check and not Log(db.conn).knows_device(writer.device):
                database.check_sound(db.conn, path)
            dossier = cls(path, db, writer, wall, writable=not read_only)
        except BaseException:
            db.conn.close()
            raise
        if not read_only:
            lock.take(path, dossier.writer.mark)
            dossier._watch = Watch(path, db.conn)
        return dossier

    def close(self) -> None:
        database.close(self.db) if self.writable else self.db.conn.close()
        if self._watch is not None:
            self._watch.close()
            lock.release(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def conn(self) -> sqlite3.Connection:
        """For reading. Writing is refused outside `edit`, `merge` and `write_local`."""
        return self.db.conn

    @contextmanager
    def edit(self, name: str, about: str = "") -> Iterator[Edit]:
        """One named step: all of it, or nothing where an exception leaves the block.

        `about` is a record's code or a count, never words of a person.
        """
        with self.writing():
            edit = Edit(self.conn, self._clock, self.writer, name, self._known)
            edit.about = about
            yield edit
            edit.finish()
            touched = edit.touched
        self._touched |= touched

    def undo(self) -> Undone | None:
        """Take back the newest step made here that stands. None where there is none."""
        step = Steps(self.log).to_undo()
        return None if step is None else self.take_back(step)

    def redo(self) -> Undone | None:
        """Take back the newest undo, unless something was done since. None where there is none."""
        step = Steps(self.log).to_redo()
        return None if step is None else self.take_back(step)

    def take_back(self, step: EditRow) -> Undone:
        """Undo one edit of the history, whoever made it. Raises KnownError for an erasure."""
        if step.name == edits.ERASE:
            raise KnownError(
                "no_undo",
                Words("Wissen kan niet ongedaan gemaakt worden.", "Erasing cannot be undone."),
            )
        name = edits.REDO if step.name == edits.UNDO else edits.UNDO
        with self.edit(name, step.about) as edit:
            return write_undo(self.conn, self.log, edit, step)

    @contextmanager
    def merging(self) -> Iterator[Merge]:
        """Take over the rows of other files, any number of them, as one step or not at all.

        No edit is written where none of them brought anything.
        """
        with self.writing():
            edit = Edit(self.conn, self._clock, self.writer, edits.MERGE, self._known)
            merge = Merge(self.conn, self.log, edit.id, self._wall())
            yield merge
            touched = merge.settle()
            if merge.edits:
                edit.about = str(merge.edits)
                edit.stand_alone(merge.came)
            self._known.forget()
        self._touched |= touched
        self._clock.catch_up()

    def merge(self, other: sqlite3.Connection, name: str) -> Merged | None:
        """Merge one file as one step. None where it brings nothing. Raises KnownError."""
        with self.merging() as merge:
            merged = merge.take(other, name)
        return merged if merged.edits else None

    def rebuild(self) -> None:
        """Write all derived tables anew from the log; afterwards they hold what they held."""
        with self.writing(trusting_keys=True):
            derivation = Derivation(self.conn, self.log)
            derivation.clear()
            batch: list[State] = []
            for rows in self.log.every_record():
                state = fold(rows)
                if state is not None:
                    batch.append(state)
                if len(batch) == 2000:
                    derivation.write(batch)
                    batch = []
            derivation.write(batch)
            derivation.finish()

    def take_touched(self) -> frozenset[str]:
        """Names of the kinds of records that were touched since this was asked last."""
        touched, self._touched = frozenset(self._touched), set()
        return touched

    def state(self, record: bytes) -> State:
        """A record as its rows say it stands. Raises KeyError if unknown."""
        found = fold(self.log.changes(record))
        if found is None:
            raise KeyError(record.hex())
        return found

    def now(self) -> int:
        """Milliseconds since 1970 by the clock this dossier works with."""
        return self._wall()

    def local(self, key: str) -> object:
        """A value that belongs to this copy of the round only, never merged."""
        found = self.conn.execute("SELECT value FROM local WHERE key = ?", (key,)).fetchone()
        return None if found is None else found[0]

    def write_local(self, key: str, value: str | int | bytes) -> None:
        """Keep such a value; no step of the round, so there is nothing to undo."""
        with self.writing():
            self.db.table("local").upsert({"key": key, "value": value}, pk="key")

    @contextmanager
    def writing(self, *, trusting_keys: bool = False) -> Iterator[None]:
        """One transaction during which the file may change. For the rooms of the store alone.

        `trusting_keys`: foreign keys rest meanwhile and are checked at the end, for work that
        empties tables: looking for what refers to each emptied row takes the square of the time.
        """
        if not self.writable:
            raise KnownError(
                "read_only",
                Words(
                    "{name} is alleen om te lezen geopend.", "{name} is open for reading only."
                ).fill(name=self.path.name),
            )
        if self._watch is not None:
            self._watch.check()
        with failures.told(self.path):
            self.conn.execute("PRAGMA query_only = OFF")
            if trusting_keys:
                self.conn.execute("PRAGMA foreign_keys = OFF")
            try:
                with self.db.atomic():
                    yield
                    if trusting_keys and self.conn.execute("PRAGMA foreign_key_check").fetchone():
                        raise failures.damaged(self.path)
            except BaseException:
                self._known.forget()
                if self._watch is not None:
                    self._watch.lose_sight()
                raise
            finally:
                if trusting_keys:
                    self.conn.execute("PRAGMA foreign_keys = ON")
                self.conn.execute("PRAGMA query_only = ON")
            self.wrote()

    def wrote(self) -> None:
        """The file stands as we left it: what stands otherwise from now on, others did."""
        if self._watch is not None:
            self._watch.wrote()
