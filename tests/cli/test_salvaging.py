"""`main.py salvage`: what it says, what it leaves, and what it never does."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted

from .conftest import Call


@pytest.fixture
def damaged(done: Call, tmp_path: Path) -> Path:
    """A round in which one word of one note is no longer what was typed."""
    path = tmp_path / "ronde.samen"
    done("demo", path)
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier, "de kanarie zingt zacht")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"de kanarie zingt", b"de kan\xffrie zingt"))
    return path


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_damaged_word_is_told_and_kept_apart(call: Call, damaged: Path) -> None:
    before, new = _sum(damaged), damaged.with_name("hersteld.samen")
    answer = call("salvage", damaged, new)
    assert answer.status == 0, answer.err
    assert "Beschadigd: 1" in answer.out
    assert "de kan�rie zingt zacht" in answer.out
    assert "is niet gewijzigd" in answer.out
    assert _sum(damaged) == before
    checked = call("check", new, "--deep", "--json").data
    assert checked["problems"] == []
    assert checked["counts"]["inputs"] > 100


def test_a_backup_fills_in_what_is_damaged(call: Call, done: Call, damaged: Path) -> None:
    sound = damaged.with_name("gezond.samen")
    sound.write_bytes(damaged.read_bytes().replace(b"de kan\xffrie", b"de kanarie"))
    done("backup", sound)
    answer = call("salvage", damaged, damaged.with_name("hersteld.samen"), "--json")
    data = answer.data
    assert (data["damaged"], data["missing"], data["filled"]) == (1, 0, 1)
    assert data["apart"] == []
    assert data["here"] == data["there"]
    assert "kanarie" in call("find", damaged.with_name("hersteld.samen"), "kanarie").out


def test_nothing_is_written_over_and_nothing_comes_from_nothing(
    call: Call, done: Call, damaged: Path, tmp_path: Path
) -> None:
    answer = call("salvage", damaged, damaged)
    assert (answer.status, answer.out) == (1, "")
    new = tmp_path / "nieuw.samen"
    assert call("salvage", tmp_path / "weg.samen", new).status == 1
    empty = tmp_path / "leeg.samen"
    empty.write_bytes(bytes(100_000))
    answer = call("salvage", empty, new, "--lang", "en")
    assert answer.status == 1
    assert "no backup" in answer.err
    assert not new.exists()


def test_where_nothing_is_left_the_last_backup_is_named(
    call: Call, done: Call, damaged: Path
) -> None:
    sound = damaged.with_name("gezond.samen")
    sound.write_bytes(damaged.read_bytes().replace(b"de kan\xffrie", b"de kanarie"))
    done("backup", sound)
    with Dossier.open(sound, a_writer()) as dossier:
        ident = dossier.conn.execute("SELECT id FROM rounds").fetchone()[0]
    damaged.write_bytes(bytes(50_000) + ident + bytes(50_000))
    answer = call("salvage", damaged, damaged.with_name("nieuw.samen"))
    assert answer.status == 1
    assert "Zet de reservekopie van" in answer.err


def test_a_person_who_is_erased_is_not_kept_apart_either(call: Call, damaged: Path) -> None:
    new = damaged.with_name("hersteld.samen")
    call("salvage", damaged, new)
    assert b"zingt zacht" in new.read_bytes()
    with Dossier.open(new, a_writer()) as dossier:
        code = dossier.conn.execute("SELECT shown FROM inputs LIMIT 1").fetchone()[0]
    assert call("erase", new, code, "--yes").status == 0
    assert b"zingt zacht" not in new.read_bytes()
