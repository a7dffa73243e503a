"""The file guards itself: nothing is written outside a step, and what it holds is typed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from samen_desktop.core.kinds import KINDS
from samen_desktop.store import schema
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, noted


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM change",
        "UPDATE inputs SET words = 'x'",
        "INSERT INTO local (key, value) VALUES ('a', 1)",
        "CREATE TABLE more (a)",
        "DROP TABLE inputs",
    ],
)
def test_writing_outside_a_step_is_refused(tmp_path: Path, sql: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            dossier.conn.execute(sql)
        with pytest.raises(sqlite3.OperationalError), dossier.edit("add_input"):
            dossier.conn.execute("no sql at all")
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            dossier.conn.execute(sql)


def test_the_guard_stands_after_opening_undoing_merging_and_rebuilding(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
    with Dossier.open(tmp_path / "a.samen", a_writer()) as dossier:
        for work in (dossier.undo, dossier.redo, dossier.rebuild):
            work()
            assert dossier.conn.execute("PRAGMA query_only").fetchone() == (1,)
            assert dossier.conn.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_the_pragmas_are_those_of_the_design(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        expected = {
            "journal_mode": "truncate",
            "synchronous": 2,
            "locking_mode": "exclusive",
            "secure_delete": 1,
            "trusted_schema": 0,
            "application_id": schema.APPLICATION_ID,
        }
        found = {name: dossier.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
        assert found == expected


def test_a_closed_round_is_one_file(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
    assert [path.name for path in tmp_path.iterdir()] == ["a.samen"]


def test_the_file_has_no_triggers_and_its_tables_are_strict(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        kinds = {row[0] for row in dossier.conn.execute("SELECT type FROM sqlite_schema")}
        assert kinds == {"table", "index", "view"}
        strict = {row[1]: row[5] for row in dossier.conn.execute("PRAGMA table_list")}
        own = {*(kind.plural for kind in KINDS.values()), "edit", "change", "member", "answers"}
        assert {name for name in own if not strict[name]} == set()


def test_a_hanging_reference_between_derived_tables_fails_the_step(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        before = dossier.conn.execute("SELECT * FROM inputs").fetchall()
        with pytest.raises(sqlite3.IntegrityError), dossier.edit("add_input"):
            dossier.conn.execute("UPDATE inputs SET session = 4711")
        assert dossier.conn.execute("SELECT * FROM inputs").fetchall() == before


def test_what_is_searched_is_what_the_field_lists_say() -> None:
    for kind in KINDS.values():
        searched = {field.name for field in kind.fields if field.searched}
        # Of what exists once per party all are searched as one text of the owner.
        parts = (part for field in kind.fields for part in field.parts if part.searched)
        searched |= {f"{part.name}s" for part in parts}
        # The texts of an answer are one text of whose it is.
        searched = {"answer" if name.startswith("answer/") else name for name in searched}
        assert searched == set(schema.SEARCHED.get(kind.plural, ())), kind.name
