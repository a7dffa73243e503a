"""The pages at 200 % on a laptop of 1366 by 768: 683 by 384 as the program counts.

The scale stands when Qt begins, so the walk is a program of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop import resources

from .test_every_screen import fresh_demo, marked_round

pytestmark = [pytest.mark.gui, pytest.mark.slow]

_WALK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.settings import Settings
from tests.gui import walk
from tests.gui.test_every_screen import screens

app = QApplication([])
own, path = Path(sys.argv[1]), Path(sys.argv[2])
settings = Settings(own)
settings.language = "nl"
dress(app, settings)
program = Program(app, own, Bridge(inline=True), settings)
window = program.window
window.setMinimumSize(0, 0)  # what a screen of that size gives
window.resize(683, 384)
window.show()
program.open_round(path)
seen = 0
pages = {"overview", "stakeholders", "sessions", "inputs", "follow_ups", "reports", "round", "help"}
pages |= {"answers", "notes", "choose-session", "read_in"}
for name, shown in screens(program):
    if window.page.name not in pages:
        continue
    window.resize(683, 384)
    for _ in range(4):  # a layout within a layout within a scrolled one
        app.processEvents()
    seen += 1
    if window.width() > 683:
        print(f"{name}: the window grew to {window.width()}x{window.height()}")
    for fault in [*walk.piled(shown), *walk.outside(shown), *walk.clipped(shown)]:
        print(f"{name}: {fault}")
print(f"seen {seen}")
program.bridge.stop()
"""


def walked(folder: Path, path: Path) -> list[str]:
    """Faults of all screens at 200 %; the last line tells how many were seen."""
    own = folder / "profile"
    done = subprocess.run(
        [sys.executable, "-c", _WALK, str(own), str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={
            **os.environ,
            "QT_SCALE_FACTOR": "2",
            "QT_QPA_PLATFORM": "offscreen",
            "SAMEN_PROFILE": str(own),
            "PYTHONPATH": str(resources.FOLDER.parent),
        },
    )
    assert done.returncode == 0, done.stderr
    *faults, seen = done.stdout.splitlines()
    assert int(seen.removeprefix("seen ")) > 15
    return faults


def test_lists_and_notes_can_be_used_at_200_percent(tmp_path: Path) -> None:
    assert walked(tmp_path, fresh_demo(tmp_path)) == []


def test_very_long_words_can_be_read_at_200_percent(tmp_path: Path) -> None:
    path, _ = marked_round(tmp_path)
    assert walked(tmp_path, path) == []
