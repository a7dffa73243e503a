"""Copies to work from: whole, for reading only, erased afterwards and after a crash."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store.care import working
from samen_desktop.store.care.copying import backup
from samen_desktop.store.reading.kept import backups, sent_out
from tests.builders import a_round, noted


@pytest.fixture(autouse=True)
def profile_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


def left(folder: Path) -> list[Path]:
    place = folder / "working"
    return sorted(place.iterdir()) if place.exists() else []


def test_a_copy_holds_what_was_committed_and_nothing_later(
    tmp_path: Path, profile_folder: Path
) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        noted(dossier, "eerst")
        copy = working.WorkingCopy(dossier)
        noted(dossier, "later")
        with copy.reading() as conn:
            assert [row[0] for row in conn.execute("SELECT words FROM inputs")] == ["eerst"]
            with pytest.raises(sqlite3.OperationalError):
                conn.execute("DELETE FROM inputs")
        assert len(left(profile_folder)) == 1
        copy.erase()
        copy.erase()
    assert left(profile_folder) == []


def test_a_cancelled_copy_leaves_nothing(tmp_path: Path, profile_folder: Path) -> None:
    def between(_remaining: int, _total: int) -> None:
        raise KnownError("cancelled", Words("Gestopt.", "Stopped."))

    with a_round(tmp_path / "r.samen") as dossier, pytest.raises(KnownError):
        working.WorkingCopy(dossier, between)
    assert left(profile_folder) == []


def test_what_is_held_stays_and_what_a_killed_program_left_goes(
    tmp_path: Path, profile_folder: Path
) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        copy = working.WorkingCopy(dossier)
        assert working.erase_left() == 0
        assert copy.path.exists()
        killed = (
            "import os, sys, pathlib\n"
            "from tests.builders import a_round\n"
            "from samen_desktop.store.care.working import WorkingCopy\n"
            "with a_round(pathlib.Path(sys.argv[1])) as dossier:\n"
            "    WorkingCopy(dossier)\n"
            "    os._exit(9)\n"
        )
        command = [sys.executable, "-c", killed, str(tmp_path / "k.samen")]
        done = subprocess.run(command, check=False)
        assert done.returncode == 9
        assert len(left(profile_folder)) == 2
        assert working.erase_left() == 1
        assert left(profile_folder) == [copy.folder]
        copy.erase()


def test_a_closed_round_is_known(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        assert working.is_open(dossier)
    assert not working.is_open(dossier)


def test_backups_and_what_went_out_are_told(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        path = backup(dossier)
        (path.parent / f"{path.stem.split('-')[0]}-onzin.samen").write_bytes(b"")
        (found,) = backups(dossier.conn)
        assert (found.path, found.reason) == (path, "manual")
        assert found.bytes == path.stat().st_size
        with dossier.edit("export") as edit:
            edit.create(
                "export", {"report": "overview", "edition": "COLLEG", "file": "o.xlsx", "rows": 7}
            )
        (sent,) = sent_out(dossier.conn)
        assert (sent.file, sent.edition, sent.rows) == ("o.xlsx", "COLLEG", 7)
