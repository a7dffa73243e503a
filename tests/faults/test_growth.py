"""A whole day of typing: neither memory nor the file grows by more than what was typed.

100 notes in the ordinary run; `SAMEN_NOTES=1500 python -m pytest tests/faults/test_growth.py -s` is
eight hours of three notes a minute.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop import resources
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer
from tests.figures import caught, count, tell

pytestmark = [
    pytest.mark.gui,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux tells it"),
]
NOTES = count("SAMEN_NOTES", 100)
ROOT = Path(__file__).resolve().parents[2]
_MOST_A_NOTE = 15
"""Kilobytes of memory: lists hold keys and pages of rows, and each note stands in its session."""


def _day(folder: Path, notes: int, *how: str) -> dict[str, float]:
    path, own = folder / "ronde.samen", folder / "profile"
    with Dossier.create(path, a_writer()) as dossier, dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.growing", str(path), str(notes), *how],
        cwd=ROOT,
        env={**os.environ, "SAMEN_PROFILE": str(own), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, float] = json.loads(done.stdout)
    later = found["notes"] * 3 / 4
    found["a_note"] = round((found["late"] - found["early"]) * 1024 / later, 1)
    return found


def test_a_day_of_typing_takes_no_more_than_what_was_typed(tmp_path: Path) -> None:
    found = _day(tmp_path, NOTES)
    tell(
        "a day of typing",
        notes=int(found["notes"]),
        memory=f"{found['early']} MB a quarter on, {found['late']} MB in the end",
        memory_a_note=f"{found['a_note']} kB",
        file_a_note=f"{found['kilobytes_a_note']} kB",
    )
    assert found["a_note"] < _MOST_A_NOTE
    assert found["kilobytes_a_note"] < 10


def test_a_window_that_keeps_what_was_half_typed_is_noticed(tmp_path: Path) -> None:
    found = _day(tmp_path, 100, "leaky")
    caught("a window that keeps all", notes=100, memory_a_note=f"{found['a_note']} kB")
    assert found["a_note"] > _MOST_A_NOTE
