"""A name that stands everywhere in a round gets into no log, temporary or crash file, or title."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.figures import caught, tell
from tests.gui.told import NAME

pytestmark = [
    pytest.mark.gui,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="crashes by a signal"),
]
ROOT = Path(__file__).resolve().parents[2]
_HOLDING = {".samen", ".xlsx"}
"""Files that hold the round by intent: itself, copies, backups, and what was handed out."""


@dataclass(frozen=True)
class Told:
    """What a whole run left where others could read it."""

    files: dict[str, bytes]
    names: list[str]
    titles: list[str]
    fleeting: list[str]
    said: str

    def hits(self) -> list[str]:
        """Everything in which the name stands."""
        found = [name for name, content in self.files.items() if NAME.encode() in content]
        found += [name for name in (*self.names, *self.titles) if NAME in name]
        return found + self.fleeting + (["what it said"] if NAME in self.said else [])


def _told(folder: Path, *how: str) -> Told:
    own, places = folder / "profile", [folder / "work", folder / "tmp", folder / "home"]
    for each in (own, *places):
        each.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.told", str(places[0]), *how],
        cwd=ROOT,
        env={
            **os.environ,
            "SAMEN_PROFILE": str(own),
            "TMPDIR": str(places[1]),
            "HOME": str(places[2]),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode < 0, done.stderr  # it crashed, as it was to
    titles, fleeting = json.loads(done.stdout.splitlines()[-1])
    found = [each for each in folder.rglob("*") if each.is_file()]
    # A draft is what was typed, kept for whoever typed it; a broken workbook is what she was given.
    watched = [
        each
        for each in found
        if each.suffix not in _HOLDING and each.parent.name != "drafts" and each.stat().st_size
    ]
    return Told(
        {str(each.relative_to(folder)): each.read_bytes() for each in watched},
        [str(each.relative_to(folder)) for each in found],
        titles,
        fleeting,
        "\n".join(done.stdout.splitlines()[:-1]) + done.stderr,
    )


def test_a_name_gets_into_no_log_temporary_file_crash_file_or_title(tmp_path: Path) -> None:
    told = _told(tmp_path)
    hits = told.hits()
    tell(
        "a name everywhere in a round",
        files=len(told.files),
        names_of_files=len(told.names),
        titles=len(told.titles),
        temporary_files=len(told.fleeting),
        hits=len(hits),
    )
    assert hits == []
    assert {"profile/samen.log", "profile/crash.log", "profile/window.ini"} <= told.files.keys()
    log = told.files["profile/samen.log"].decode()
    assert "ValueError" in log
    assert "OperationalError" in log
    assert b"Segmentation fault" in told.files["profile/crash.log"]
    assert len(told.titles) > 20


def test_a_program_that_logs_what_an_exception_says_is_noticed(tmp_path: Path) -> None:
    hits = _told(tmp_path, "careless").hits()
    caught("the log tells what an exception says", hits=len(hits))
    assert hits
