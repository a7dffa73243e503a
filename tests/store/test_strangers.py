"""A round from a stranger that means harm: refused before any row of it is read.

`SAMEN_HOSTILE=2000 python -m pytest tests/store -k stranger -s` tries more of them.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.errands import merging
from samen_desktop.store import allow_list, database
from samen_desktop.store.care import arriving, copying, restoring
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_stakeholder, a_writer, noted
from tests.figures import count, tell

HOSTILE = count("SAMEN_HOSTILE", 60)
SEED = count("SAMEN_SEED", 20220620)

_FOREVER = "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"
_SWOLLEN = "hex(zeroblob(400000000))"
_DISGUISED = (
    "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql)"
    " VALUES ({row}); PRAGMA writable_schema = RESET"
)

_REWORDED = (
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = '{table}';"
    "PRAGMA writable_schema = RESET"
)

BY_HAND = {
    "trigger that empties a table": "CREATE TRIGGER z AFTER INSERT ON edit BEGIN"
    " DELETE FROM stakeholders; END",
    "view without end": "DROP VIEW inputs_text;"
    f"CREATE VIEW inputs_text AS SELECT n AS key, n AS code FROM ({_FOREVER})",
    "view that swells": "DROP TABLE saved_view;"
    f"CREATE VIEW saved_view AS SELECT 'a' AS place, {_SWOLLEN} AS name, 'b' AS choice",
    "view that loads a library": "DROP TABLE mark;"
    "CREATE VIEW mark AS SELECT load_extension('x') AS mark, '' AS given_at",
    "check that swells": "DROP TABLE draft; CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT"
    f" NOT NULL CHECK (length({_SWOLLEN}) > 0), kept_at TEXT NOT NULL) STRICT",
    "column worked out when read": "DROP TABLE saved_view; CREATE TABLE saved_view (place TEXT,"
    f" name TEXT, choice TEXT AS ({_SWOLLEN}))",
    "index over an expression": "CREATE INDEX zz ON inputs (length(words) * 2)",
    "view in the place of the migrations": "DROP TABLE _sqlite_migrations; CREATE VIEW"
    f" _sqlite_migrations AS SELECT n AS id, 'samen' AS migration_set, n AS name, '' AS applied_at"
    f" FROM ({_FOREVER})",
    "an older layout that never was": "DELETE FROM _sqlite_migrations; CREATE TRIGGER z AFTER"
    " INSERT ON _sqlite_migrations BEGIN DELETE FROM change; END",
    "no migration, all tables": "DELETE FROM _sqlite_migrations",
    "search over another table": "DROP TABLE rounds_search; CREATE VIRTUAL TABLE rounds_search"
    " USING fts5(name, content='contacts', content_rowid='key')",
    "statistics that are a view": _DISGUISED.format(
        row="'view', 'sqlite_stat1', 'sqlite_stat1', 0,"
        " 'CREATE VIEW sqlite_stat1 AS SELECT 1 AS tbl, 2 AS idx, 3 AS stat'"
    ),
    "trigger that says it is a table": _DISGUISED.format(
        row="'table', 'sqlite_stat1', 'sqlite_stat1', 0, 'CREATE TRIGGER sqlite_stat1 AFTER"
        " INSERT ON edit BEGIN DELETE FROM stakeholders; END'"
    ),
    "a table twice": _DISGUISED.format(
        row="'index', 'change_edit', 'change', 3, 'CREATE INDEX change_edit ON change (edit)'"
    ),
}


def by_chance(chance: random.Random) -> str:
    """One object of no use to us, of any sort, under any name."""
    table = chance.choice(["edit", "change", "sqlar", "inputs", "contacts", "local", "member"])
    name = chance.choice([f"x{chance.randrange(99)}", f"{table}_more", "_", "sqlite", "a b", "Ω"])
    body = chance.choice(["DELETE FROM change", "UPDATE local SET value = 1", "SELECT 1"])
    moment = chance.choice(["BEFORE", "AFTER"])
    event = chance.choice(["INSERT", "UPDATE", "DELETE"])
    column = chance.choice(["id", "value", "key", "name", "rowid"])
    return chance.choice(
        [
            f'CREATE TRIGGER "{name}" {moment} {event} ON {table} BEGIN {body}; END',
            f'CREATE TABLE "{name}" ({column} {chance.choice(["", "TEXT", "DEFAULT (random())"])})',
            f'CREATE VIEW "{name}" AS SELECT * FROM {table}',
            f'CREATE INDEX "{name}" ON inputs (words COLLATE NOCASE, "{chance.choice("ab")}")',
            f'CREATE VIRTUAL TABLE "{name}" USING {chance.choice(["fts5(a)", "rtree(a, b, c)"])}',
            f'ALTER TABLE {table} ADD COLUMN "{name}"',
            f"ALTER TABLE {table} RENAME TO {table}_2",
            f"DROP VIEW inputs_text; CREATE VIEW inputs_text AS SELECT {chance.randrange(9)} key",
            "DROP INDEX change_record",
            _REWORDED.format(table=table),
        ]
    )


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed round with something in it to lose."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    path = tmp_path / "gezond.samen"
    with a_round(path) as dossier:
        noted(dossier, "Te duur")
        with dossier.edit("add_stakeholder") as edit:
            a_stakeholder(edit)
    return path


def made(sound: Path, sql: str) -> Path | None:
    """A copy with these statements done to it; None where this SQLite does not take them."""
    path = sound.with_name("vreemd.samen")
    shutil.copyfile(sound, path)
    try:
        with closing(sqlite3.connect(path)) as conn:
            conn.executescript(f"PRAGMA trusted_schema = ON; {sql}")
    except sqlite3.Error:
        return None
    return path


def _arrive(path: Path) -> None:
    arriving.arrive(path, path.with_name("hier.samen")).erase()


def _restore_over(path: Path) -> None:
    """Put a sound backup in the place of a hostile file: that one is looked into, too."""
    target = path.with_name("doel.samen")
    shutil.copyfile(path, target)
    restoring.restore(path.with_name("gezond.samen"), target)


def _same_round(path: Path) -> None:
    with Dossier.open(path.with_name("gezond.samen"), a_writer()) as dossier:
        merging.is_same_round(dossier, path)


WAYS: dict[str, Callable[[Path], object]] = {
    "open": lambda path: Dossier.open(path, a_writer()).close(),
    "first page first": lambda path: Dossier.open(path, a_writer(), check=False).close(),
    "read": lambda path: Dossier.open(path, a_writer(), read_only=True).close(),
    "migrate": copying.migrate_with_backup,
    "merge": _arrive,
    "same round": _same_round,
    "restore": lambda path: restoring.restore(path, path.with_name("terug.samen")),
}

_LOOKING = re.compile(
    r"PRAGMA (?!quick_check|integrity_check|foreign_key_check)|BEGIN|COMMIT|ROLLBACK"
    r"|SELECT type, name, tbl_name, sql FROM sqlite_schema$"
    r'|select \* from ["\[]?_sqlite_migrations|select name from sqlite_master|SAVEPOINT|RELEASE'
    r"|select 1 from sqlite_master",
    re.IGNORECASE,
)


def listen(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """Every statement that is carried out on a file of this name from now on."""
    said: list[str] = []
    connect = sqlite3.connect

    def listening(place: Any, **named: Any) -> sqlite3.Connection:  # noqa: ANN401
        conn: sqlite3.Connection = connect(place, **named)
        if name in str(place):
            conn.set_trace_callback(said.append)
        return conn

    monkeypatch.setattr(sqlite3, "connect", listening)
    return said


def refusals(path: Path, said: list[str]) -> dict[str, str]:
    """What each way into the program says of a file, and whether it had looked at a row by then."""
    found = {}
    before = path.read_bytes()
    for way, go in WAYS.items():
        said.clear()
        try:
            go(path)
            found[way] = "let in"
        except KnownError as error:
            looked = [each for each in said if not _LOOKING.match(each.strip())]
            found[way] = f"after {looked}" if looked else error.code
    assert path.read_bytes() == before
    return found


@pytest.mark.parametrize("name", BY_HAND)
def test_a_stranger_is_refused_before_a_row_is_read(
    sound: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = made(sound, BY_HAND[name])
    assert path is not None
    said = listen(monkeypatch, path.name)
    assert set(refusals(path, said).values()) <= {"strange", "damaged"}
    assert not path.with_name(f"{path.name}-journal").exists()


def test_any_strange_object_is_refused(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(SEED)
    files = refused = 0
    said = listen(monkeypatch, "vreemd.samen")
    while files < HOSTILE:
        path = made(sound, by_chance(chance))
        if path is None:
            continue
        files += 1
        answers = set(refusals(path, said).values())
        refused += answers <= {"strange", "damaged"}
    tell("strangers' rounds", files=files, ways_in=len(WAYS), refused_by_all=refused)
    assert refused == files


def test_a_sound_stranger_is_let_in(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(sound, "ANALYZE")
    assert path is not None
    for way, go in WAYS.items():
        go(path), way
    path.with_name("terug.samen").unlink()
    monkeypatch.setattr(allow_list, "_STATISTICS", frozenset())
    with pytest.raises(KnownError):
        Dossier.open(path, a_writer())


def test_restoring_over_a_hostile_file_asks_nothing_of_it(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forever = f"DROP TABLE number; CREATE VIEW number AS SELECT n, n, n FROM ({_FOREVER})"
    path = made(sound, forever.replace("SELECT n, n, n", "SELECT n series, n mark, n highest"))
    assert path is not None
    said = listen(monkeypatch, "doel.samen")
    _restore_over(path)
    assert not any("FROM number" in each for each in said)
    with Dossier.open(path.with_name("doel.samen"), a_writer()) as dossier:
        noted(dossier)


# --- without the list ------------------------------------------------------------------


def _let_in(*_: object) -> None:
    """The broken variant: no look at what the file holds."""


def test_without_the_list_a_trigger_does_its_work(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(sound, BY_HAND["trigger that empties a table"])
    assert path is not None
    monkeypatch.setattr(database, "refuse_strange", _let_in)
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier)
        assert dossier.conn.execute("SELECT count(*) FROM stakeholders").fetchone() == (0,)


def test_without_the_list_a_view_without_end_is_stopped_by_time(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(sound, BY_HAND["view without end"])
    assert path is not None
    monkeypatch.setattr(database, "refuse_strange", _let_in)
    db = database.open_file(path)
    interrupted = pytest.raises(sqlite3.OperationalError, match="interrupted")
    with closing(db.conn), interrupted, allow_list.within(db.conn, 0.05):
        db.conn.execute("SELECT count(*) FROM inputs_text").fetchone()


def test_without_the_list_no_value_swells_past_the_limit(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(sound, BY_HAND["view that swells"])
    assert path is not None
    monkeypatch.setattr(database, "refuse_strange", _let_in)
    db = database.open_file(path)
    with closing(db.conn), pytest.raises(sqlite3.DataError):
        db.conn.execute("SELECT name FROM saved_view").fetchone()


# --- what is no file, or no file of ours -----------------------------------------------


def _refused(path: Path) -> str:
    with pytest.raises(KnownError) as told:
        Dossier.open(path, a_writer())
    return told.value.code


@pytest.mark.parametrize(
    ("at", "bytes_"),
    [(16, b"\x12\x34"), (16, b"\x00\x00"), (20, b"\x40"), (56, b"\x00\x00\x00\x02")],
    ids=["page size", "no page size", "reserved bytes", "other encoding"],
)
def test_a_head_that_says_what_cannot_be_is_damage(sound: Path, at: int, bytes_: bytes) -> None:
    content = bytearray(sound.read_bytes())
    content[at : at + len(bytes_)] = bytes_
    sound.write_bytes(content)
    assert _refused(sound) == "damaged"


def test_a_file_larger_than_any_round_is_refused_unread(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.truncate(sound, allow_list.MOST_BYTES + 1)
    said = listen(monkeypatch, sound.name)
    assert _refused(sound) == "too_big"
    assert said == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes in folders")
def test_a_pipe_is_no_round(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "pijp.samen")
    assert _refused(tmp_path / "pijp.samen") == "no_round"


def test_a_file_new_to_this_laptop_is_checked_before_its_first_page(
    sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = listen(monkeypatch, sound.name)
    other = a_writer(device=b"\x09" * 8)
    with Dossier.open(sound, other, check=False) as dossier:
        assert any("quick_check" in each for each in said)
        noted(dossier)
    said.clear()
    Dossier.open(sound, other, check=False).close()
    assert not any("quick_check" in each for each in said)
