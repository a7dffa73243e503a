"""Merging: the union of logs, whole files only; what it means is derived anew afterwards.

Reads each other file through a connection of its own that is never attached to this one. A file
whose rows are damaged or point at rows that are nowhere is refused whole: nothing is taken over
from it, and the other files of the same merge still come in.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store import attachments
from samen_desktop.store.derived.derive import Derivation
from samen_desktop.store.log.changelog import Log, chunks
from samen_desktop.store.log.ids import DAY_MS, made_at
from samen_desktop.store.log.references import references
from samen_desktop.store.log.rows import ChangeRow, EditRow, change_hash, edit_hash, split_prev

from .erase import Stones

REPORT = "merge/"
"""Under this and the merge's id `local` keeps what it brought, file by file."""

_BATCH = 2000

STUMBLES = (ValueError, OverflowError, RecursionError)
"""What values that are no values, or nested without end, do to whoever reads them."""

Beat = Callable[[int, int], None]
"""Hears how many rows were taken over, of how many; whatever it raises takes the merge back."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What one file brought. `new` and `changed` count records by the name of their kind.

    `edits` are the ids of the steps that came, `records` all that they touch; `ahead` counts rows
    whose id lies more than 24 hours ahead of this laptop's clock.
    """

    edits: frozenset[bytes] = frozenset()
    new: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    records: frozenset[bytes] = frozenset()
    ahead: int = 0


class Merge:
    """The files of one merge, taken over one by one inside one open transaction."""

    def __init__(self, conn: sqlite3.Connection, log: Log, ident: bytes, now_ms: int) -> None:
        self.came = log.next_seq("edit")
        self.edits = 0
        self._id = ident
        self._conn = conn
        self._log = log
        self._now_ms = now_ms
        self._next_edit = self.came + 1
        self._waiting: set[bytes] = set()
        self._derivation = Derivation(conn, log)
        self._settled = False
        self._stoned = False
        self._refused = False

    def take(self, source: sqlite3.Connection, name: str, beat: Beat | None = None) -> Merged:
        """Take over all rows of a file that are not here. Raises KnownError; nothing stays then.

        `name` is the file's, for the sentence that refuses it.
        """
        union = Union(self._conn, source, name)
        if not union.edits:
            return Merged()
        self._conn.execute("SAVEPOINT one_file")
        try:
            merged, stoned = union.take(self.came, self._next_edit, self._now_ms, beat)
            self._derivation.apply_records(merged.records)
            if not attachments.take_over(self._conn, source):
                raise union.refused()
        except BaseException as error:
            if self._conn.in_transaction:  # a full disk has ended it already
                self._conn.execute("ROLLBACK TO one_file")
                self._conn.execute("RELEASE one_file")
                self._begin_again()
            if isinstance(error, STUMBLES):
                raise union.refused() from error
            raise
        self._conn.execute("RELEASE one_file")
        self._waiting |= merged.records
        self._stoned |= stoned
        self._next_edit += len(union.edits)
        self.edits += len(union.edits)
        return merged

    def keep(self, report: str) -> None:
        """Keep what is to be told of this merge in this copy of the round; it never travels."""
        if self.edits:
            self._conn.execute(
                "INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)",
                (REPORT + self._id.hex(), report),
            )

    def settle(self) -> frozenset[str]:
        """Settle what depends on several records; returns the kinds that were touched.

        Once for all files: after this none is taken any more.
        """
        if not self._settled:
            self._settled = True
            if self._stoned:
                attachments.drop_erased(self._conn)
            if self._stoned or self._refused:
                self._derivation.forget_words()
            self._derivation.finish()
        return frozenset(self._derivation.kinds)

    def _begin_again(self) -> None:
        """What the refused file touched is forgotten; the files before it are derived once more.

        What the search index held before them is not known any more: it is made anew.
        """
        self._refused = True
        self._derivation = Derivation(self._conn, self._log)
        self._derivation.apply_records(self._waiting)


class Union:
    """The rows of another log that are not here yet, checked before any of them counts."""

    def __init__(self, conn: sqlite3.Connection, other: sqlite3.Connection, name: str) -> None:
        self._conn = conn
        self._log = Log(conn)
        self._source = other
        self._other = Log(other)
        self._name = name
        known = {ident for (ident,) in conn.execute("SELECT id FROM edit")}
        self.edits = sorted(
            (row for row in self._other.edits() if row.id not in known and row.name != edits.MERGE),
            key=lambda row: row.id,
        )

    def changes(self) -> Iterator[ChangeRow]:
        """All rows of the edits that are new, edit by edit in the order of their ids."""
        return self._other.changes_of_edits([row.id for row in self.edits])

    def take(
        self, came: int, first_edit: int, now_ms: int, beat: Beat | None = None
    ) -> tuple[Merged, bool]:
        """Write the new rows here; says too whether an erasure emptied anything.

        Raises KnownError. What is derived of them is for the caller.
        """
        for at, row in enumerate(self.edits):
            if edit_hash(row) != row.hash:
                raise self.refused()
            self._log.add_edit(row._replace(seq=first_edit + at, came=came))
        told = _Told(now_ms)
        first = self._log.next_seq("change")
        self._add_changes(first, told, beat)
        self._check_whole(first, told)
        stones = Stones(self._conn)
        stoned = bool(stones.lay())
        self._check_hashes(first, stones)
        return told.merged(frozenset(row.id for row in self.edits), self._kinds_of), stoned

    def refused(self) -> KnownError:
        """The sentence for a file that is not whole."""
        return KnownError(
            "merge_damaged",
            Words(
                "{name} is beschadigd of niet compleet en is niet samengevoegd."
                " Herstel het bestand eerst, of gebruik een reservekopie ervan.",
                "{name} is damaged or not complete and was not merged."
                " Repair the file first, or use a backup of it.",
            ).fill(name=self._name),
        )

    def _add_changes(self, seq: int, told: _Told, beat: Beat | None) -> None:
        total = self._total() if beat is not None else 0
        batch: list[ChangeRow] = []
        for at, row in enumerate(self.changes(), 1):
            batch.append(row._replace(seq=seq))
            seq += 1
            if len(batch) == _BATCH:
                self._insert(batch)
                self._tell(told, batch)
                batch = []
                if beat is not None:
                    beat(at, total)
        self._insert(batch)
        self._tell(told, batch)

    def _total(self) -> int:
        found: int = self._source.execute("SELECT count(*) FROM change").fetchone()[0]
        return found

    def _insert(self, rows: list[ChangeRow]) -> None:
        for row in rows:
            if row.hash is not None and row.hash != change_hash(*row[1:7]):
                raise self.refused()
        try:
            self._log.add_changes(rows)
        except sqlite3.IntegrityError as error:
            raise self.refused() from error

    def _tell(self, told: _Told, rows: list[ChangeRow]) -> None:
        try:
            told.hear(rows)
        except ValueError as error:  # a reference that is no id at all
            raise self.refused() from error

    def _check_hashes(self, first: int, stones: Stones) -> None:
        """A value may be empty only where an erasure names it."""
        found = self._conn.execute(
            "SELECT id FROM change WHERE seq >= ? AND hash IS NULL", (first,)
        )
        if any(ident not in stones.rows for (ident,) in found):
            raise self.refused()

    def _check_whole(self, first: int, told: _Told) -> None:
        # Rows are read by edit, so one that names no edit of its file would be passed over.
        loose = self._source.execute(_NO_EDIT).fetchone()
        if loose is not None or self._conn.execute(_NO_RECORD, (first,)).fetchone() is not None:
            raise self.refused()
        for chunk in chunks(told.wanted):
            marks = ",".join("?" * len(chunk))
            found = self._conn.execute(
                f"SELECT count(*) FROM change WHERE id IN ({marks})", chunk
            ).fetchone()[0]
            if found != len(chunk):
                raise self.refused()

    def _kinds_of(self, records: Iterable[bytes]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for chunk in chunks(records):
            marks = ",".join("?" * len(chunk))
            rows = self._conn.execute(f"SELECT field FROM change WHERE id IN ({marks})", chunk)
            counts.update(name[1:] for (name,) in rows)
        return counts


class _Told:
    """What is gathered from the rows while they pass."""

    def __init__(self, now_ms: int) -> None:
        self._latest = now_ms + DAY_MS
        self._made: set[bytes] = set()
        self._touched: set[bytes] = set()
        self._ahead = 0
        self.wanted: set[bytes] = set()

    def hear(self, rows: Iterable[ChangeRow]) -> None:
        """Note what these rows make, touch and need. Raises ValueError."""
        for row in rows:
            self._touched.add(row.record)
            if row.field.startswith("+"):
                self._made.add(row.record)
            self._ahead += made_at(row.id) > self._latest
            self.wanted.update(split_prev(row.prev))
            self.wanted.update(references(row))

    def merged(
        self, ids: frozenset[bytes], kinds_of: Callable[[Iterable[bytes]], Counter[str]]
    ) -> Merged:
        new, changed = kinds_of(self._made), kinds_of(self._touched - self._made)
        return Merged(ids, dict(new), dict(changed), frozenset(self._touched), self._ahead)


_NO_EDIT = (
    "SELECT 1 FROM change LEFT JOIN edit ON edit.id = change.edit WHERE edit.id IS NULL LIMIT 1"
)
_NO_RECORD = (
    "SELECT 1 FROM change AS row LEFT JOIN change AS made ON made.id = row.record"
    " WHERE row.seq >= ? AND (made.id IS NULL OR made.field NOT LIKE '+%') LIMIT 1"
)


def same_log(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two files hold the same rows; when and by which merge they came does not count."""
    return _shape(one) == _shape(other)


def _shape(conn: sqlite3.Connection) -> list[Iterable[object]]:
    edit_rows: list[EditRow] = [row for row in Log(conn).edits() if row.name != edits.MERGE]
    found: list[Iterable[object]] = [row[1:9] for row in sorted(edit_rows, key=lambda row: row.id)]
    found += conn.execute(
        "SELECT id, edit, record, field, value, prev FROM change ORDER BY id"
    ).fetchall()
    return found
