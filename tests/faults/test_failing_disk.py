"""The disk refuses a write, full or broken, at every place a step of work writes.

What was acknowledged is there, what is not there was told, the file is sound, and the same step is
done once the disk works again. Every ninth place in the ordinary run;
`SAMEN_IO_STRIDE=1 python -m pytest tests/faults -k disk -s` tries them all.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store import drafts
from samen_desktop.store.care import checking
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import a_round, a_writer, an_input, changed, noted
from tests.figures import caught, count, tell

from .failing import FailingDisk, a_failing_disk

STRIDE = count("SAMEN_IO_STRIDE", 9)


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    """A disk that can be told to fail, under SQLite in this process."""
    with a_failing_disk() as found:
        if found is None:
            pytest.skip("this Python brings an SQLite whose system calls cannot be replaced")
        yield found


def _note(dossier: Dossier) -> None:
    noted(dossier, "wachttijd " * 40)


def _status(dossier: Dossier) -> None:
    key, ident = dossier.conn.execute("SELECT key, id FROM inputs ORDER BY key").fetchone()
    changed(dossier, ident, "summary", f"kern {key}")


def _draft(dossier: Dossier) -> None:
    drafts.keep(dossier, "notes/1", "half getypt")


def _many(dossier: Dossier) -> None:
    with dossier.edit("import") as edit:
        for at in range(60):
            an_input(edit, f"regel {at} over wonen en school")


def _undo(dossier: Dossier) -> None:
    dossier.undo()


WORK: dict[str, Callable[[Dossier], None]] = {
    "note": _note,
    "change": _status,
    "draft": _draft,
    "import": _many,
    "undo": _undo,
}


class _Trial:
    """One step of work on a disk that fails at one place; what came of it, counted."""

    def __init__(self, base: Path, work: Callable[[Dossier], None]) -> None:
        self._base, self._work = base, work
        self.found: Counter[str] = Counter()

    def run(self, disk: FailingDisk, at: int, code: int, *, lasting: bool) -> bool:
        """Returns whether anything failed at all: beyond the last write there is nothing to try."""
        path = self._base.with_name("trial.samen")
        shutil.copyfile(self._base, path)
        with Dossier.open(path, a_writer()) as dossier:
            before = dump(dossier.log)
            with disk.failing(at, code, lasting=lasting):
                told = self._told(dossier)
            if disk.failed == 0:
                return False
            self.found["places"] += 1
            after = self._settled(dossier)
            self.found["lost"] += not told and after == before and self._work is not _draft
            self.found["there though refused"] += told and after != before
            self.found["not possible afterwards"] += self._told(dossier)
        with Dossier.open(path, a_writer()) as dossier:
            sound = dossier.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            sound &= checking.check(dossier, deep=True) == checking.check(dossier)
            self.found["unsound"] += not sound
        return True

    def _told(self, dossier: Dossier) -> bool:
        try:
            self._work(dossier)
        except KnownError:
            return True
        return False

    def _settled(self, dossier: Dossier) -> object:
        """What the open file says now. The first look may still meet the broken rollback."""
        try:
            return dump(dossier.log)
        except sqlite3.Error:
            return dump(dossier.log)


def _tried(base: Path, disk: FailingDisk, work: Callable[[Dossier], None]) -> Counter[str]:
    trial = _Trial(base, work)
    for code in (errno.EIO, errno.ENOSPC):
        for lasting in (False, True):
            at = 1
            while trial.run(disk, at, code, lasting=lasting):
                at += STRIDE
    return trial.found


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A closed round with some notes in it."""
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        for at in range(40):
            noted(dossier, f"notitie {at} over jeugdhulp")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("name", WORK)
def test_a_disk_that_refuses_loses_nothing_and_tells(
    base: Path, disk: FailingDisk, name: str
) -> None:
    found = _tried(base, disk, WORK[name])
    tell(
        f"failing disk, {name}",
        places=found["places"],
        silent=found["lost"],
        there_though_refused=found["there though refused"],
        unsound=found["unsound"],
    )
    assert found["places"] > 4
    wrong = {what: found[what] for what in ("lost", "unsound", "not possible afterwards")}
    assert wrong == dict.fromkeys(wrong, 0)


def _careless(dossier: Dossier, work: Callable[[Dossier], None]) -> None:
    """The broken variant: a failure that nobody is told of."""
    try:
        work(dossier)
    except KnownError:
        return


def test_a_store_that_keeps_failures_to_itself_is_noticed(base: Path, disk: FailingDisk) -> None:
    found = _tried(base, disk, partial(_careless, work=_note))
    caught("a store that keeps failures to itself", places=found["places"], silent=found["lost"])
    assert found["lost"] > 0
