"""A step of work, killed before each statement it has SQLite carry out; a program of its own.

`python -m tests.faults.killing WORK FILE STRIDE` prints one line of JSON: at how many places it was
killed, how often that left something between before and after, and how often no sound file.
The program forks for each kill, so it must hold no threads: no window, no pytest.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from samen_desktop.core.errors import KnownError
from samen_desktop.store import database, migrations
from samen_desktop.store.care import checking, copying
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, an_input, noted

OTHER = "other.samen"
"""Beside the file: a copy in which somebody else worked, for the merge."""

Standing = tuple[object, ...]
Work = Callable[[Path], None]


def _opened(step: Callable[[Dossier], object]) -> Work:
    def work(path: Path) -> None:
        with Dossier.open(path, a_writer()) as dossier:
            step(dossier)

    return work


def _many(dossier: Dossier) -> None:
    with dossier.edit("import") as edit:
        for at in range(20):
            an_input(edit, f"regel {at} over wonen en school", code=edit.next_code("input"))


def _many_in_parts(dossier: Dossier) -> None:
    """The broken variant: what is one step to a person, written by several transactions."""
    for at in range(4):
        with dossier.edit("import") as edit:
            an_input(edit, f"regel {at} over wonen en school")


def _merge(dossier: Dossier) -> None:
    other = dossier.path.with_name(OTHER)
    with closing(sqlite3.connect(f"{other.as_uri()}?mode=ro", uri=True)) as conn:
        dossier.merge(conn, OTHER)


def _migrate(path: Path) -> None:
    """Two migrations at once, as after skipping a release."""
    _later()
    copying.migrate_with_backup(path)


def _migrate_in_parts(path: Path) -> None:
    """The broken variant: every statement of a migration is committed by itself."""
    _later(whole=False)
    database.migrate = _apply
    copying.migrate_with_backup(path)


def _apply(db: Database) -> None:
    db.conn.execute("PRAGMA query_only = OFF")
    database.MIGRATIONS.apply(db)  # type: ignore[attr-defined]


def _later(*, whole: bool = True) -> None:
    """Let this program be a later release, with two migrations more."""
    later = Migrations("samen")
    for migration in migrations.MIGRATIONS._migrations:  # there is no other way in
        later(name=migration.name)(migration.fn)

    @later(transactional=whole)
    def m0002_language(db: Database) -> None:
        db.conn.execute("ALTER TABLE inputs ADD COLUMN language TEXT")
        db.conn.execute("CREATE INDEX inputs_language ON inputs (language)")

    @later(transactional=whole)
    def m0003_shade(db: Database) -> None:
        db.conn.execute("ALTER TABLE themes ADD COLUMN shade TEXT")
        db.conn.execute("CREATE INDEX themes_shade ON themes (shade)")

    database.MIGRATIONS = later  # type: ignore[attr-defined]
    database.NAMES |= {"m0002_language", "m0003_shade"}  # type: ignore[attr-defined]


WORK: dict[str, Work] = {
    "note": _opened(lambda dossier: noted(dossier, "nog een notitie")),
    "undo": _opened(lambda dossier: dossier.undo()),
    "import": _opened(_many),
    "merge": _opened(_merge),
    "migration": _migrate,
    "import in parts": _opened(_many_in_parts),
    "migration in parts": _migrate_in_parts,
}


def standing(path: Path) -> Standing:
    """What tells before from after: rows of the log, and the tables there are."""
    with closing(sqlite3.connect(path)) as conn:
        counts = [conn.execute(f"SELECT count(*) FROM {name}").fetchone() for name in _COUNTED]
        tables = conn.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    return (*counts, tuple(tables))


_COUNTED = ("edit", "change", "inputs", "_sqlite_migrations")


def _run(work: Work, path: Path, until: int) -> bool:
    """Do the work in a fork that is killed before its statement number `until`.

    Returns whether it came to its end alive.
    """
    if sys.platform != "win32":
        child = os.fork()
        if child == 0:
            _listen(path.name, until)
            with contextlib.suppress(BaseException):
                work(path)
                os._exit(0)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise RuntimeError("the work cannot be done at all")
        return not os.WIFSIGNALED(status)
    raise NotImplementedError("Windows knows no fork")


def _listen(name: str, until: int) -> None:
    connect = sqlite3.connect
    seen = 0

    def count(_: str) -> None:
        nonlocal seen
        seen += 1
        if seen == until and sys.platform != "win32":
            os.kill(os.getpid(), signal.SIGKILL)

    def listening(place: str, **named: Any) -> sqlite3.Connection:  # noqa: ANN401
        conn: sqlite3.Connection = connect(place, **named)
        if name in str(place):
            conn.set_trace_callback(count)
        return conn

    sqlite3.connect = listening  # type: ignore[assignment]


def _sound(path: Path, *, present_layout: bool) -> bool:
    """Whether the file checks; of the present layout down to every hash and a rebuild."""
    with closing(sqlite3.connect(path)) as conn:
        if conn.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return False
    if not present_layout:
        return True
    try:
        with Dossier.open(path, a_writer()) as dossier:
            return checking.check(dossier, deep=True) == checking.check(dossier)
    except KnownError:
        return False


def main(name: str, base: Path, stride: int) -> Counter[str]:
    """Kill one kind of work at every `stride`-th statement."""
    found: Counter[str] = Counter()
    path = base.with_name("killed.samen")
    shutil.copyfile(base, path)
    assert _run(WORK[name], path, 0)
    before, after = standing(base), standing(path)
    until = 1
    while True:
        shutil.copyfile(base, path)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        if _run(WORK[name], path, until):
            return found
        found["places"] += 1
        now = standing(path)
        found["unsound"] += not _sound(path, present_layout=now[-1] == before[-1])
        found["between"] += now not in {before, after}
        until += stride


if __name__ == "__main__":
    result = main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(json.dumps(result) + "\n")
