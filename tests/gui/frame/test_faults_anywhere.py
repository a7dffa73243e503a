"""Every slot and override of the window fails once: each is told once, notes are still saved."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.figures import caught, tell

pytestmark = [pytest.mark.gui, pytest.mark.slow]
ROOT = Path(__file__).resolve().parents[3]


def _toured(folder: Path, demo: Path, *how: str) -> dict[str, Any]:
    """What a program tells of itself in which everything fails once."""
    path = Path(shutil.copyfile(demo, folder / "ronde.samen"))
    own = folder / "profile"
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.faulty", str(path), str(own), *how],
        cwd=ROOT,
        env={**os.environ, "SAMEN_PROFILE": str(own), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_fault_in_any_slot_or_override_is_told_once_and_the_loop_goes_on(
    tmp_path: Path, demo_made_once: Path
) -> None:
    found = _toured(tmp_path, demo_made_once)
    tell(
        "a fault in every method that Qt calls",
        methods=found["methods"],
        failed=found["failed"],
        boxes=found["boxes"],
        note_saved_afterwards="yes" if found["saved"] else "no",
    )
    assert found["failed"] > 60
    assert found["boxes"] == found["failed"]
    assert (found["untold"], found["others"], found["saved"]) == ([], [], True)
    log = (tmp_path / "profile" / "samen.log").read_text(encoding="utf-8")
    assert "Fault_" in log
    assert "Kanarie" not in log


def test_a_program_that_hears_of_no_fault_is_noticed(tmp_path: Path, demo_made_once: Path) -> None:
    found = _toured(tmp_path, demo_made_once, "deaf")
    caught("nobody hears of faults", failed=found["failed"], boxes=found["boxes"])
    assert found["boxes"] < found["failed"]
