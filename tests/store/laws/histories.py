"""Random histories of two to five laptops, and the laws that each of them has to keep."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path

from samen_desktop.store.log.dump import Dump
from samen_desktop.store.steps.merge import same_log
from tests.builders import DAY_MS, NOON_MS, SetClock

from .laptops import Laptop, seed_round
from .views import by_id, every_row, live_values, search_index

LAWS = (
    "diverged",
    "order",
    "repeat",
    "lost",
    "undo",
    "redo",
    "undo all",
    "redo all",
    "deletion",
    "rebuild",
    "clock",
    "idle",
    "half",
    "fails",
)
"""What can go wrong: see `History` for what each of them means."""

_MOST_LAPTOPS = 5
_SKEWS = (0, 0, -3_600_000, 7_200_000, 3 * DAY_MS, -400 * DAY_MS, 400 * DAY_MS)


class History:
    """Plays one random history in real files and counts the laws it broke in `broken`."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.rnd = random.Random(seed)
        self.broken: Counter[str] = Counter()
        self.laptops: list[Laptop] = []
        self.mailed: list[Path] = []
        self._made = 0
        self._now = NOON_MS

    def play(self) -> Counter[str]:
        try:
            self._begin()
            for _ in range(self.rnd.randint(5, 22)):
                self._tick()
                self._step(self.rnd.choice(self.laptops))
            self._end()
        except sqlite3.IntegrityError:
            self._note("fails", True)
        finally:
            for laptop in self.laptops:
                laptop.dossier.close()
        return self.broken

    def _begin(self) -> None:
        first = self._laptop()
        first.open(new=True)
        seed_round(first)
        self.laptops.append(first)
        for _ in range(self.rnd.randint(1, 3)):
            self.laptops.append(self._copied(first, mark=self.rnd.random() < 0.5))

    def _laptop(self) -> Laptop:
        self._made += 1
        skew = self.rnd.choice(_SKEWS)
        path = self.folder / f"{self._made}.samen"
        laptop = Laptop(path, self.rnd, SetClock(self._now + skew), number=self._made)
        laptop.clock.ms = self._now + skew
        return laptop

    def _copied(self, giver: Laptop, *, mark: bool = False) -> Laptop:
        """A copy of the file as it stands; with a mark it is one that was given away."""
        laptop = self._laptop()
        with closing(sqlite3.connect(laptop.path)) as target:
            giver.dossier.conn.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        laptop.open()
        if mark:
            laptop.dossier.write_local("mark", f"L{chr(64 + laptop.number)}")
            with laptop.dossier.writing():
                laptop.dossier.conn.execute("UPDATE edit SET came = 0")
            laptop.dossier.close()
            laptop.open()
        return laptop

    def _tick(self) -> None:
        step = self.rnd.choice((0, 0, 1, 500, 60_000, DAY_MS // 3))
        self._now += step
        for laptop in self.laptops:
            laptop.clock.ms += step

    def _step(self, laptop: Laptop) -> None:
        chance = self.rnd.random()
        if chance < 0.5:
            self._edit(laptop)
        elif chance < 0.6:
            self._undo_some(laptop)
        elif chance < 0.7:
            self._take_back(laptop)
        elif chance < 0.9:
            self._merge(laptop)
        elif chance < 0.94:
            self._merge_mailed(laptop)
        elif chance < 0.97:
            self._mail(laptop)
        elif len(self.laptops) < _MOST_LAPTOPS:
            self.laptops.append(self._copied(laptop, mark=self.rnd.random() < 0.7))

    def _edit(self, laptop: Laptop) -> None:
        before = laptop.dump(), live_values(laptop.dossier.conn)
        count = len(laptop.dossier.log.edits())
        laptop.act()
        after = laptop.dump(), live_values(laptop.dossier.conn)
        if len(laptop.dossier.log.edits()) == count:
            self._note("idle", before != after)
            return
        self._check_clock(laptop)
        if self.rnd.random() < 0.4:
            self._there_and_back(laptop, before, after)

    def _there_and_back(self, laptop: Laptop, before: object, after: object) -> None:
        """Do–undo and do–undo–redo, twice; sometimes it stays undone."""
        for _ in range(self.rnd.randint(1, 2)):
            laptop.dossier.undo()
            self._note("undo", (laptop.dump(), live_values(laptop.dossier.conn)) != before)
            laptop.dossier.redo()
            self._note("redo", (laptop.dump(), live_values(laptop.dossier.conn)) != after)
        if self.rnd.random() < 0.3:
            laptop.dossier.undo()

    def _undo_some(self, laptop: Laptop) -> None:
        """Ctrl+Z a few times and then Ctrl+Y as often, through whatever has happened."""
        seen = [(laptop.dump(), live_values(laptop.dossier.conn))]
        for _ in range(self.rnd.randint(1, 4)):
            undone = laptop.dossier.undo()
            if undone is None:
                break
            seen.append((laptop.dump(), live_values(laptop.dossier.conn)))
        for expected in reversed(seen[:-1]):
            if self.rnd.random() < 0.2:
                return
            laptop.dossier.redo()
            self._note("redo", (laptop.dump(), live_values(laptop.dossier.conn)) != expected)

    def _take_back(self, laptop: Laptop) -> None:
        """Undo an older edit by name, and redo that."""
        before = laptop.dump(), live_values(laptop.dossier.conn)
        step = self.rnd.choice(laptop.steps())
        undone = laptop.dossier.take_back(step)
        gone = set(before[0]) - set(laptop.dump())
        back = set(laptop.dump()) - set(before[0])
        touched = {row.record.hex() for row in laptop.dossier.log.changes_of_edit(step.id)}
        if step.name != "merge":
            self._note("undo", not (gone | back) <= touched)
        if undone.overtaken == 0 and self.rnd.random() < 0.7:
            laptop.dossier.take_back(laptop.dossier.log.edits()[-1])
            self._note("redo", (laptop.dump(), live_values(laptop.dossier.conn)) != before)

    def _merge(self, laptop: Laptop) -> None:
        other = self.rnd.choice(self.laptops)
        if other is laptop:
            return
        if self.rnd.random() < 0.25:
            self._check_order(laptop, other)
        if self.rnd.random() < 0.2:
            self._killed_merge(laptop, other)
        before = laptop.dump(), live_values(laptop.dossier.conn)
        brought = self._union(laptop, other)
        after = laptop.dump(), live_values(laptop.dossier.conn)
        self._note("repeat", self._union(laptop, other))
        self._note("repeat", (laptop.dump(), live_values(laptop.dossier.conn)) != after)
        if brought and self.rnd.random() < 0.3:
            self._there_and_back(laptop, before, after)

    def _mail(self, laptop: Laptop) -> None:
        """A copy as it stands now, which lies in a mailbox while its laptop goes on."""
        path = self.folder / f"mail {len(self.mailed)}.samen"
        with closing(sqlite3.connect(path)) as target:
            laptop.dossier.conn.backup(target)
        self.mailed.append(path)

    def _merge_mailed(self, laptop: Laptop) -> None:
        """An older copy, perhaps for the second time, perhaps of this very laptop."""
        if self.mailed:
            path = self.rnd.choice(self.mailed)
            with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as conn:
                laptop.dossier.merge(conn, path.name)
                after = laptop.dump(), live_values(laptop.dossier.conn)
                self._note("repeat", laptop.dossier.merge(conn, path.name) is not None)
            self._note("repeat", (laptop.dump(), live_values(laptop.dossier.conn)) != after)

    def _killed_merge(self, laptop: Laptop, other: Laptop) -> None:
        """Merge in a copy, and take that file as a kill at some statement would leave it.

        It must open as it was before, or as it is after; and then take the merge as ever.
        """
        trial = self._copied(laptop)
        left = self.folder / f"left {self._made}.samen"
        before, seen, until = _all_of(trial), 0, self.rnd.randint(2, 60)
        # A small cache has pages written before the end, as in a large merge.
        trial.dossier.conn.execute("PRAGMA cache_size = 2")

        def look(_: str) -> None:
            nonlocal seen
            seen += 1
            if seen == until:
                _copy_as_it_lies(trial.path, left)

        trial.dossier.conn.set_trace_callback(look)
        self._union(trial, other)
        trial.dossier.conn.set_trace_callback(None)
        after = _all_of(trial)
        trial.dossier.close()
        if left.exists():
            reopened = Laptop(left, self.rnd, trial.clock, number=trial.number)
            reopened.open()
            self._note("half", _all_of(reopened) not in (before, after))
            self._union(reopened, other)
            self._note("half", _all_of(reopened) != after)
            reopened.dossier.close()

    @staticmethod
    def _union(laptop: Laptop, other: Laptop) -> bool:
        return laptop.dossier.merge(other.dossier.conn, other.path.name) is not None

    def _check_order(self, one: Laptop, other: Laptop) -> None:
        here, there = self._copied(one), self._copied(other)
        try:
            self._union(here, other)
            self._union(there, one)
            self._note("order", _all_of(here) != _all_of(there))
            self._note("order", not same_log(here.dossier.conn, there.dossier.conn))
        finally:
            here.dossier.close()
            there.dossier.close()

    def _check_clock(self, laptop: Laptop) -> None:
        newest = laptop.dossier.log.edits()[-1].id
        ms = int.from_bytes(newest[:6], "big")
        self._note("clock", ms > laptop.clock.ms + DAY_MS)
        known = laptop.dossier.conn.execute(
            "SELECT max(id) FROM change WHERE id < ? AND edit != ?",
            ((laptop.clock.ms + DAY_MS).to_bytes(6, "big"), newest),
        ).fetchone()[0]
        self._note("clock", known is not None and newest <= known)

    def _end(self) -> None:
        for _ in range(2):
            for laptop in self.laptops:
                for other in self.laptops:
                    if other is not laptop:
                        self._union(laptop, other)
        first = self.laptops[0]
        expected = _all_of(first)
        for laptop in self.laptops[1:]:
            self._note("diverged", _all_of(laptop) != expected)
            self._note("diverged", not same_log(first.dossier.conn, laptop.dossier.conn))
        self._note("lost", bool(lost(first.dossier.conn, first.dump())))
        self._note("deletion", bool(undead(first.dossier.conn, first.dump())))
        chosen = self.rnd.choice(self.laptops)
        self._check_rebuild(chosen)
        self._undo_all(chosen)
        self._check_rebuild(chosen)

    def _check_rebuild(self, laptop: Laptop) -> None:
        conn = laptop.dossier.conn
        before = every_row(conn), search_index(conn)
        laptop.dossier.rebuild()
        self._note("rebuild", (every_row(conn), search_index(conn)) != before)

    def _undo_all(self, laptop: Laptop) -> None:
        """Everything made here undone, step by step, and redone: each state comes back."""
        seen = [(laptop.dump(), live_values(laptop.dossier.conn))]
        while laptop.dossier.undo() is not None:
            seen.append((laptop.dump(), live_values(laptop.dossier.conn)))
        if not laptop.dossier.log.edits("WHERE came IS NOT NULL"):
            self._note("undo all", bool(seen[-1][0]))
        for expected in reversed(seen[:-1]):
            self._note("redo all", laptop.dossier.redo() is None)
            self._note("redo all", (laptop.dump(), live_values(laptop.dossier.conn)) != expected)

    def _note(self, law: str, broken: bool) -> None:
        self.broken[law] += broken


def _all_of(laptop: Laptop) -> tuple[Dump, object]:
    """What two files have to agree on; `key` is local and was replaced by the record's id."""
    return laptop.dump(), by_id(laptop.dossier.conn)


def _copy_as_it_lies(path: Path, target: Path) -> None:
    """Copy the file with its journal in the middle of a transaction."""
    shutil.copyfile(path, target)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        shutil.copyfile(journal, target.with_name(f"{target.name}-journal"))


class _Raw:
    """The log read by a second, small implementation, straight from the table."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.prev: dict[bytes, list[bytes]] = {}
        self.fields: dict[bytes, dict[str, list[tuple[bytes, object]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.replaced: set[tuple[bytes, str]] = set()
        for ident, record, name, value, prev in conn.execute(
            "SELECT id, record, field, value, prev FROM change"
        ):
            ids = [prev[at : at + 16] for at in range(0, len(prev), 16)]
            self.prev[ident] = ids
            self.replaced.update((one, name) for one in ids)
            made = json.loads(value)
            for key, one in made.items() if name[0] == "+" else ((name, made),):
                self.fields[record][key].append((ident, one))

    def covered(self, record: bytes) -> set[bytes]:
        """All that the deletions of a record which stand knew of."""
        waiting = [
            ident
            for ident, value in self.fields[record]["-"]
            if value and (ident, "-") not in self.replaced
        ]
        known: set[bytes] = set()
        while waiting:
            ident = waiting.pop()
            if ident not in known:
                known.add(ident)
                waiting += self.prev[ident]
        return known


def lost(conn: sqlite3.Connection, seen: Dump) -> list[tuple[str, str]]:
    """Values that nobody who knew them replaced or deleted and that are not to be seen."""
    raw = _Raw(conn)
    found = []
    for record, fields in raw.fields.items():
        covered = raw.covered(record)
        for name, claims in fields.items():
            for ident, value in claims:
                if name == "-" or value is None or (ident, name) in raw.replaced:
                    continue
                if ident in covered and record.hex() not in seen:
                    continue
                shown = seen.get(record.hex(), {}).get(name, ())
                present = bool(shown) if _is_set_member(name) else value in shown
                if not present:
                    found.append((record.hex(), name))
    return found


def undead(conn: sqlite3.Connection, seen: Dump) -> list[str]:
    """Records that are to be seen although a deletion that stands knew all of them."""
    raw = _Raw(conn)
    found = []
    for record, fields in raw.fields.items():
        covered = raw.covered(record)
        heads = {
            ident
            for name, claims in fields.items()
            for ident, _ in claims
            if name != "-" and (ident, name) not in raw.replaced
        }
        if covered and heads | {record} <= covered and record.hex() in seen:
            found.append(record.hex())
    return found


def _is_set_member(name: str) -> bool:
    pieces = name.split("/")
    return len(pieces) == 2 and len(pieces[1]) == 32
