"""Putting a backup back: in place, or as a marked copy to work in beside the original.

The backup is checked before anything is touched. A file that is replaced is never thrown away: it
is kept beside under a clear name, and what it gave away (numbers of codes, marks) is taken over, so
that nothing is given twice.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.store import allow_list, database, failures, lock

from . import copies
from .copying import (
    NO_ROUND_YET,
    free_name,
    make_working_copy,
    refuse_existing,
    refuse_mark,
    round_id,
    set_mark,
)
from .rotation import utc_now

REPLACED = "vervangen"
"""Stands in the name of a file that restoring in place kept."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A round put back. `replaced`: where the file that stood there is kept now, if one stood."""

    path: Path
    counts: copies.Counts
    replaced: Path | None


def restore(backup: Path, target: Path, mark: str = "") -> Restored:
    """Put a backup back: in place, or with a mark as a copy to work in beside the original.

    In place the highest numbers given, the marks given and the mark of the present file are taken
    over, so that no code is given again; a damaged present file is no obstacle. Raises KnownError
    for a backup that is not sound, a present file that is open elsewhere or of another round, and
    for a copy whose name or mark is taken; then nothing was changed.
    """
    if _same_file(backup, target):
        raise _one_file(target)
    # What the file holds is looked at first: even a check works out what its tables demand.
    with closing(database.open_file(backup, read_only=True, check=False).conn) as source:
        copies.verify(backup)
        if mark:
            refuse_existing(target)
            refuse_mark(source, mark)
            counts = copies.copy_in_steps(
                source, target, adapt=lambda conn: make_working_copy(conn, mark)
            )
            return Restored(target, counts, None)
        if not target.exists():
            return Restored(target, copies.copy_in_steps(source, target), None)
        return _restore_in_place(source, target)


def kept_beside(path: Path) -> list[Path]:
    """The files that restoring in place kept beside this one, oldest first."""
    start = f"{path.stem} {REPLACED} "
    return sorted(at for at in path.parent.iterdir() if at.name.startswith(start))


@dataclass(frozen=True, slots=True)
class _Given:
    """What a file has given away and must not give again. `round` is empty where unreadable."""

    round: str
    mark: str | None
    numbers: dict[tuple[str, str], int]
    marks: list[tuple[str, str]]

    def take_over(self, conn: sqlite3.Connection) -> None:
        conn.executemany(
            "INSERT INTO number (series, mark, highest) VALUES (?, ?, ?) ON CONFLICT (series, mark)"
            " DO UPDATE SET highest = max(highest, excluded.highest)",
            [(*place, highest) for place, highest in self.numbers.items()],
        )
        conn.executemany("INSERT OR IGNORE INTO mark (mark, given_at) VALUES (?, ?)", self.marks)
        if self.mark is not None:
            set_mark(conn, self.mark)


_NOTHING_GIVEN = _Given("", None, {}, [])


def _restore_in_place(source: sqlite3.Connection, target: Path) -> Restored:
    lock.refuse_if_held(target)
    given = _given_by(target)
    if given.round not in ("", NO_ROUND_YET, round_id(source)):
        raise KnownError(
            "other_round",
            Words(
                "De reservekopie hoort bij een andere ronde dan {name}. Er is niets gewijzigd.",
                "The backup belongs to another round than {name}. Nothing was changed.",
            ).fill(name=target.name),
        )
    replaced = free_name(
        target.parent, f"{target.stem} {REPLACED} {utc_now():%Y%m%dT%H%M%SZ}", target.suffix
    )
    try:
        with copies.written_beside(replaced) as beside:
            shutil.copyfile(target, beside)
        journal = target.with_name(f"{target.name}-journal")
        if journal.exists():
            # A journal left by a crash belongs to the old file and would be played into the new.
            journal.replace(replaced.with_name(f"{replaced.name}-journal"))
        counts = copies.copy_in_steps(source, target, adapt=given.take_over)
    except BaseException:
        _give_back(replaced, target)
        raise
    return Restored(target, counts, replaced)


def _give_back(replaced: Path, target: Path) -> None:
    """The present file stands as it stood: its journal goes back, the copy of it goes."""
    journal = replaced.with_name(f"{replaced.name}-journal")
    if journal.exists():
        journal.replace(target.with_name(f"{target.name}-journal"))
    replaced.unlink(missing_ok=True)


def _given_by(path: Path) -> _Given:
    """What the present file has given. Raises KnownError only where another program has it."""
    try:
        database.check_kind(path)
        conn = sqlite3.connect(path, timeout=1.5, isolation_level=None)
    except (KnownError, sqlite3.Error):
        return _NOTHING_GIVEN
    with closing(conn):
        try:
            allow_list.hold_back(conn)
            conn.execute("PRAGMA locking_mode = EXCLUSIVE")
            conn.execute("BEGIN EXCLUSIVE")
        except failures.READING as error:
            told = failures.known(error, path)
            if told is not None and told.code == "in_use":
                raise told from error
        return _read_given(conn)


def _read_given(conn: sqlite3.Connection) -> _Given:
    numbers: dict[tuple[str, str], int] = {}
    for table, sql in (("number", _RESERVED), *_GIVEN):
        for series, mark, highest in _readable(conn, table, sql):
            numbers[series, mark] = max(highest, numbers.get((series, mark), 0))
    ident = next(_readable(conn, "rounds", "SELECT id FROM rounds ORDER BY id"), None)
    own = next(_readable(conn, "local", "SELECT value FROM local WHERE key = 'mark'"), None)
    marks = list(_readable(conn, "mark", "SELECT mark, given_at FROM mark"))
    # A file that can be read and carries no mark is the first one, whatever the backup carries.
    mark = str(own[0]) if own else "" if ident else None
    return _Given(ident[0].hex() if ident else "", mark, numbers, marks)


def highest_given(conn: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """The highest number of each series and mark that the records of a sound file carry."""
    return [row for _, sql in _GIVEN for row in conn.execute(sql)]


def _readable(conn: sqlite3.Connection, table: str, sql: str) -> Iterator[Any]:
    """The rows that a damaged file still gives, of a table that is ours."""
    try:
        if database.is_own_table(conn, table):
            yield from conn.execute(sql)
    except failures.READING:
        return


_HIGHEST = (
    "SELECT code_series, code_mark, max(code_number) FROM {table} WHERE code_number > 0{also}"
    " GROUP BY code_series, code_mark"
)
_RESERVED = "SELECT series, mark, highest FROM number"
_GIVEN = tuple(
    (kind.plural, _HIGHEST.format(table=kind.plural, also=also))
    for kind in KINDS.values()
    for also in ("" if kind.series else " AND session IS NULL",)
    if kind.series is not None or kind.name == "participant"
)


def _one_file(target: Path) -> KnownError:
    return KnownError(
        "same_file",
        Words(
            "{name} is zelf de reservekopie. Kies het bestand waar die in terug moet.",
            "{name} is the backup itself. Choose the file to restore it to.",
        ).fill(name=target.name),
    )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
