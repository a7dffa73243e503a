"""`kill -9` in the middle of reading in leaves all of the table or nothing of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import a_round, a_writer
from tests.figures import caught, count, tell

from .tables_in import Table, column, read_in

ROWS = 2000
KILLS = count("SAMEN_IMPORT_KILLS", 5)
REPOSITORY = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")


def the_table() -> Table:
    rows = tuple((f"zin {n} over school en thuis", f"mevrouw {n % 40}") for n in range(ROWS))
    return Table(("Inbreng", "Indiener"), rows)


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def read_whole(path: Path) -> None:
    """What the child does: say that it begins, and read in."""
    with Dossier.open(path, a_writer()) as dossier:
        _say("begin")
        read_in(dossier, "inputs", the_table())


def read_in_parts(path: Path) -> None:
    """The broken variant: a table read in by several transactions."""
    table = the_table()
    with Dossier.open(path, a_writer()) as dossier:
        _say("begin")
        for start in range(0, ROWS, 250):
            part = Table(table.header, table.cells[start : start + 250])
            read_in(dossier, "inputs", part)


def killed(path: Path, way: str, wait: float) -> None:
    """Run a child that reads in, and kill it `wait` seconds after it began, if it lasts so long."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.test_intake_killed", way, str(path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
    )
    with closing(child.stdout or sys.stdin.buffer):
        assert child.stdout is not None
        assert child.stdout.readline() == b"begin\n"
        time.sleep(wait)
        child.kill()
        child.wait()


def whole_time(path: Path) -> float:
    """Seconds that reading in lasts on this machine now."""
    with a_round(path) as dossier:
        began = time.monotonic()
        read_in(dossier, "inputs", the_table())
        return time.monotonic() - began


def left_behind(path: Path) -> tuple[int, int, int]:
    """Inputs, participants and imports in the file after the kill; the file must be whole."""
    with Dossier.open(path, a_writer()) as dossier:
        assert column(dossier, "PRAGMA integrity_check") == ["ok"]
        held = dump(dossier.log)
        dossier.rebuild()
        assert dump(dossier.log) == held
        tables = ("inputs", "participants", "imports")
        counts = [column(dossier, f"SELECT count(*) FROM {table}")[0] for table in tables]
        return counts[0], counts[1], counts[2]  # type: ignore[return-value]


def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    lasts = whole_time(tmp_path / "maat.samen")
    chance = random.Random(7)
    done = 0
    for turn in range(KILLS):
        path = tmp_path / f"{turn}.samen"
        with a_round(path):
            pass
        killed(path, "whole", chance.uniform(0.05, 0.95) * lasts)
        left = left_behind(path)
        assert left in ((0, 0, 0), (ROWS, 40, 1))
        done += left[0] > 0
    tell("kill while reading in", kills=KILLS, none=KILLS - done, whole=done, half=0)


def test_an_import_in_several_transactions_is_caught(tmp_path: Path) -> None:
    lasts = whole_time(tmp_path / "maat.samen")
    for turn, share in enumerate((0.5, 0.3, 0.7, 0.2, 0.9)):
        path = tmp_path / f"{turn}.samen"
        with a_round(path):
            pass
        killed(path, "parts", share * lasts)
        left = left_behind(path)[0]
        if left not in (0, ROWS):
            caught("read in by several transactions", rows=left, of=f"{ROWS:,}")
            return
    pytest.fail("the broken variant was not noticed")


if __name__ == "__main__":
    {"whole": read_whole, "parts": read_in_parts}[sys.argv[1]](Path(sys.argv[2]))
