"""A program killed while it writes: what was said to be kept is kept, a step is all or nothing.

Ten kills in the ordinary run; `SAMEN_KILLS=200 python -m pytest tests/store/test_kills.py -s`.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer
from tests.figures import caught, count, tell

from .laws.views import every_row, search_index

KILLS = count("SAMEN_KILLS", 10)
_ROOT = Path(__file__).resolve().parent.parent.parent
_BULK = 3000

_NOTES = """
import sys
from pathlib import Path
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, an_input

with Dossier.open(Path(sys.argv[1]), a_writer()) as dossier:
    at = 0
    while True:
        at += 1
        with dossier.edit("add_input") as edit:
            code = edit.next_code("input")
            an_input(edit, f"notitie {at}", code=code)
            if sys.argv[2] == "early":
                print(code, flush=True)
        if sys.argv[2] != "early":
            print(code, flush=True)
"""

_IMPORT = """
import sys
from pathlib import Path
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, an_input

with Dossier.open(Path(sys.argv[1]), a_writer()) as dossier:
    for name in ("import", "import"):
        with dossier.edit(name) as edit:
            for at in range(3000):
                an_input(edit, f"regel {at}")
                if at % 100 == 0:
                    print(at, flush=True)
"""


def _killed(script: str, path: Path, acknowledged: int, pause: float, how: str = "") -> list[str]:
    """Run a writer, kill it some moments after so many lines; all lines it managed to print."""
    child = subprocess.Popen(
        [sys.executable, "-c", script, str(path), how],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(acknowledged)]
    time.sleep(pause)
    child.kill()
    lines += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    return [line.strip() for line in lines if line.endswith("\n")]


def _new(path: Path) -> None:
    with a_round(path):
        pass


def _lost_after_a_kill(path: Path, rnd: random.Random, how: str = "") -> tuple[int, int]:
    """Kill a note-taker's program; how many notes it had acknowledged, and how many are not here.

    What is here is sound: the file checks, and its derived tables are what the log says.
    """
    told = _killed(_NOTES, path, rnd.randint(1, 12), rnd.random() * 0.01, how)
    with Dossier.open(path, a_writer()) as dossier:
        conn = dossier.conn
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        before = every_row(conn), search_index(conn)
        dossier.rebuild()
        assert (every_row(conn), search_index(conn)) == before
        here = {code for (code,) in conn.execute("SELECT code FROM inputs")}
    return len(told), len(set(told) - here)


@pytest.mark.slow
def test_no_acknowledged_note_is_lost_by_a_kill(tmp_path: Path) -> None:
    rnd = random.Random(7)
    path = tmp_path / "a.samen"
    _new(path)
    results = [_lost_after_a_kill(path, rnd) for _ in range(KILLS)]
    told = sum(notes for notes, _ in results)
    lost = sum(missing for _, missing in results)
    tell("kill while writing", kills=KILLS, notes_acknowledged=told, lost=lost, unsound=0)
    assert lost == 0


@pytest.mark.slow
def test_a_program_that_acknowledges_before_the_commit_is_noticed(tmp_path: Path) -> None:
    rnd = random.Random(8)
    path = tmp_path / "a.samen"
    _new(path)
    lost = kills = 0
    while not lost and kills < 40:
        kills += 1
        lost += _lost_after_a_kill(path, rnd, "early")[1]
    caught("acknowledged before the commit", kills=kills, lost=lost)
    assert lost > 0


@pytest.mark.slow
@pytest.mark.parametrize("lines", [1, 12, 29, 31, 50])
def test_a_kill_in_the_middle_of_an_import_leaves_all_or_nothing(
    tmp_path: Path, lines: int
) -> None:
    path = tmp_path / "a.samen"
    _new(path)
    _killed(_IMPORT, path, lines, 0.002)
    with Dossier.open(path, a_writer()) as dossier:
        count = dossier.conn.execute("SELECT count(*) FROM inputs").fetchone()[0]
        imports = dossier.log.edits("WHERE name = 'import'")
        assert count == _BULK * len(imports)
        assert dossier.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        before = every_row(dossier.conn)
        dossier.rebuild()
        assert every_row(dossier.conn) == before
