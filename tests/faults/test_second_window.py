"""Who else has the file: a second window, another laptop, or a program that is no longer there."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store import database, lock
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, noted
from tests.figures import caught, tell

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]

_FIRST = """
import sys
from pathlib import Path
from samen_desktop.store import database
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer

if len(sys.argv) > 2:
    database._take = lambda conn: None
with Dossier.open(Path(sys.argv[1]), a_writer()):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.samen"
    with a_round(made) as dossier:
        noted(dossier)
    return made


def _first_window(path: Path, *more: str) -> subprocess.Popen[str]:
    """Another program that has the file open until something is written to it."""
    child = subprocess.Popen(
        [sys.executable, "-c", _FIRST, str(path), *more],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "open\n"
    return child


def _end(child: subprocess.Popen[str]) -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()
    child.wait()


def _refused(path: Path) -> KnownError | None:
    try:
        Dossier.open(path, a_writer()).close()
    except KnownError as error:
        return error
    return None


def _left_behind(path: Path, host: str) -> None:
    """A note as another program would have left it."""
    note = lock.read(path)
    assert note is not None
    text = json.dumps(asdict(replace(note, host=host)))
    lock.place(path).write_text(text, encoding="utf-8")


def test_a_second_window_is_told_and_the_first_goes_on(path: Path) -> None:
    child = _first_window(path)
    began = time.monotonic()
    told = _refused(path)
    took = time.monotonic() - began
    _end(child)
    assert told is not None
    assert told.code == "in_use"
    assert path.name in told.say("nl")
    assert _refused(path) is None
    tell("second window", refused=1, after=f"{took:.1f} s")


def test_a_program_that_was_killed_holds_nothing(path: Path) -> None:
    child = _first_window(path)
    child.kill()
    _end(child)
    assert lock.read(path) is not None
    assert _refused(path) is None
    assert lock.read(path) is None
    tell("note of a killed program", taken_over=1)


def test_a_note_of_another_laptop_is_believed_and_names_it(path: Path) -> None:
    with Dossier.open(path, a_writer()):
        _left_behind(path, "laptop-van-JV")
    before = path.read_bytes()
    told = _refused(path)
    assert told is not None
    assert told.code == "in_use"
    assert "laptop-van-JV" in told.say("nl")
    assert path.read_bytes() == before
    tell("note of another laptop", refused=1, names_it="yes")


def test_two_programs_that_do_not_hold_the_file_are_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_take", lambda _conn: None)
    child = _first_window(path, "careless")
    told = _refused(path)
    _end(child)
    caught("nobody holds the file", windows=2, refused=int(told is not None))
    assert told is None


def test_a_program_that_reads_no_notes_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Dossier.open(path, a_writer()):
        _left_behind(path, "laptop-van-JV")
    monkeypatch.setattr(lock, "refuse_if_held", lambda _path: None)
    with closing(Dossier.open(path, a_writer())):
        caught("nobody reads the note of another laptop", refused=0)
