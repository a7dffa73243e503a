"""Copies that a sync client made: suspect by name, certain by the round's id and what is new."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samen_desktop.store.care import conflict_copies, restoring
from samen_desktop.store.care.conflict_copies import is_suspect
from samen_desktop.store.care.copying import backup, give_copy
from samen_desktop.store.dossier import Dossier
from tests.builders import SetClock, a_round, a_writer, noted


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))


@pytest.mark.parametrize(
    ("name", "suspect"),
    [
        ("Ronde-LAPTOP-4F2", True),
        ("Ronde-LAPTOP", True),
        ("Ronde-LAPTOP-2", True),
        ("Ronde (conflicted copy 2022-05-12)", True),
        ("Ronde (HR's conflicted copy 2022-05-12)", True),
        ("Ronde (Conflicterend exemplaar van HR 2022-05-12)", True),
        ("Ronde_conflict-20220512-101500", True),
        ("Ronde.sync-conflict-20220512-101500-ABCDEFG", True),
        ("Ronde (SFConflict hr@example.org 2022-05-12)", True),
        ("Ronde (1)", True),
        ("Ronde 2", True),
        ("Ronde - Kopie", True),
        ("Ronde - Copy (2)", True),
        ("Ronde", False),
        ("Ronde vervangen 20220512T101500Z", False),
        ("Rondetafel", False),
        ("Ronde hersteld", False),
        ("Jeugd-LAPTOP", False),
        ("Ronde 2022 gemeente", False),
    ],
)
def test_a_name_makes_suspect(name: str, *, suspect: bool) -> None:
    assert is_suspect(name, "Ronde") is suspect


def _two_laptops(folder: Path, name: str) -> Path:
    """A round that was changed here and in a copy that a sync client put beside it."""
    here, other = folder / "Ronde.samen", folder / name
    with a_round(here) as dossier:
        noted(dossier, "voor beide")
    shutil.copyfile(here, other)
    with Dossier.open(other, a_writer("JV"), wall=SetClock()) as dossier:
        noted(dossier, "op de andere laptop")
        noted(dossier, "nog een")
    return here


def test_a_copy_with_something_new_is_found(tmp_path: Path) -> None:
    here = _two_laptops(tmp_path, "Ronde-LAPTOP.samen")
    with Dossier.open(here, a_writer()) as dossier:
        found = conflict_copies.beside(here, dossier.conn)
        assert [(each.path.name, each.steps) for each in found] == [("Ronde-LAPTOP.samen", 2)]


def test_what_only_looks_like_one_is_not(tmp_path: Path) -> None:
    here = _two_laptops(tmp_path, "Ronde-LAPTOP.samen")
    (tmp_path / "Ronde-LAPTOP.samen").unlink()
    with a_round(tmp_path / "Ronde (1).samen") as other:
        noted(other)
    (tmp_path / "Ronde-conflict.samen").write_bytes(b"geen ronde")
    shutil.copyfile(here, tmp_path / "Ronde - Kopie.samen")  # nothing new in it
    with Dossier.open(here, a_writer()) as dossier:
        # A copy that was given carries its own mark and comes back when its maker says so.
        give_copy(dossier, tmp_path / "Ronde 2.samen", "JV")
        kept = backup(dossier)
    with Dossier.open(tmp_path / "Ronde 2.samen", a_writer("JV"), wall=SetClock()) as given:
        noted(given)
    with Dossier.open(here, a_writer(), wall=SetClock()) as dossier:
        noted(dossier)
    restoring.restore(kept, here)  # which leaves “Ronde vervangen …” beside it
    with Dossier.open(here, a_writer()) as dossier:
        assert conflict_copies.beside(here, dossier.conn) == []
        # The broken variant: by its name alone.
        names = [each.name for each in tmp_path.iterdir()]
        assert len(conflict_copies.suspects(here, names)) == 4
