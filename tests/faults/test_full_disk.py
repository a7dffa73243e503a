"""The disk is full at some byte: it is told, nothing acknowledged is lost, work goes on later.

A limit on the size of files stands for the disk. Four amounts of room in the ordinary run;
`SAMEN_ROOMS=60 python -m pytest tests/faults/test_full_disk.py -s`. That the text stays on the
screen is tried in `tests/gui/notes/test_failing_disk.py`.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.store.care import checking
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, noted
from tests.figures import caught, count, tell

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="resource limits are those of POSIX"),
]
ROOMS = count("SAMEN_ROOMS", 4)
ROOT = Path(__file__).resolve().parents[2]
_MOST_ROOM = 200_000

_TYPING = """
import resource, signal, sys
from pathlib import Path
from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted

path, room, careless = Path(sys.argv[1]), int(sys.argv[2]), len(sys.argv) > 3
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
everything = resource.RLIM_INFINITY
with Dossier.open(path, a_writer()) as dossier:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, everything))
    at = 0
    try:
        while True:
            at += 1
            if careless:
                print("saved", at, flush=True)
            noted(dossier, "x" * 900, internal_note=str(at))
            if not careless:
                print("saved", at, flush=True)
    except KnownError as told:
        print("told", told.code, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (everything, everything))
    noted(dossier, "er is weer ruimte", internal_note="later")
    print("saved later", flush=True)
"""


def _typed(path: Path, room: int, *more: str) -> dict[str, list[str]]:
    """What a program said that typed until the disk was full, and once more when there was room."""
    done = subprocess.run(
        [sys.executable, "-c", _TYPING, str(path), str(room), *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    said: dict[str, list[str]] = {"saved": [], "told": []}
    for line in done.stdout.splitlines():
        what, _, which = line.partition(" ")
        said[what].append(which)
    return said


def _missing(path: Path, saved: list[str]) -> int:
    """How many of these notes are not in the file, which must be sound."""
    with Dossier.open(path, a_writer()) as dossier:
        assert checking.check(dossier, deep=True) == checking.check(dossier)
        here = {which for (which,) in dossier.conn.execute("SELECT internal_note FROM inputs")}
    return len(set(saved) - here)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.samen"
    with a_round(made) as dossier:
        for at in range(20):
            noted(dossier, f"woorden {at}")
    return made


def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    chance, before = random.Random(5), path.read_bytes()
    lost = saved = 0
    for room in (0, *(chance.randrange(_MOST_ROOM) for _ in range(ROOMS - 1))):
        path.write_bytes(before)
        said = _typed(path, room)
        assert said["told"] in (["disk_full"], ["unreadable"])
        saved += len(said["saved"])
        lost += _missing(path, said["saved"])
    tell("full disk", places=ROOMS, told=ROOMS, acknowledged=saved, lost=lost, unsound=0)
    assert lost == 0


def test_a_program_that_says_saved_before_it_is_gets_caught(path: Path) -> None:
    lost = _missing(path, _typed(path, 50_000, "careless")["saved"])
    caught("saved was said before the commit", places=1, lost=lost)
    assert lost > 0
