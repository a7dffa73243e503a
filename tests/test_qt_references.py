"""The installed PySide6 keeps its hands off Python's own objects.

A release that gives away one reference to True per signal, or to None per call, aborts the program
after some thousands of them: a lost note. Seen in 6.12.0 on Python 3.10 and 3.11; from Python 3.12
these objects cannot die, and the count stands still. Run in a process of its own, because a bad
release takes the process with it.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.gui

EMITS = 5_000
CALLS = 20_000
MAY_DRIFT = 200
"""Other code takes and gives back a few references meanwhile; a leak takes one every time."""

PROGRAM = f"""
import faulthandler, sys
faulthandler.disable()
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Sender(QObject):
    said = Signal(int)

application = QCoreApplication([])
sender = Sender()
heard = []
sender.said.connect(heard.append)

def measure(name, thing, act, times):
    before = sys.getrefcount(thing)
    for number in range(times):
        act(number)
    print(name, sys.getrefcount(thing) - before, flush=True)

measure("True", True, sender.said.emit, {EMITS})
heard.clear()
measure("None", None, lambda number: sender.setObjectName("x"), {CALLS})
measure("None", None, lambda number: application.processEvents(), {CALLS})
"""


def faults(status: int, output: str) -> list[str]:
    """What the measuring process says is wrong, as sentences; empty when nothing is lost."""
    counts = [(name, int(drift)) for name, drift in map(str.split, output.splitlines())]
    said = [f"{name}: {drift:+d} references" for name, drift in counts if drift < -MAY_DRIFT]
    if status or len(counts) != 3:
        said.append(f"the process ended with status {status} after {counts}")
    return said


def test_signals_and_calls_give_away_no_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, encoding="utf-8", check=False
    )
    assert faults(done.returncode, done.stdout) == [], done.stderr


@pytest.mark.parametrize(
    ("status", "output"),
    [
        (-6, ""),  # aborted in the first loop
        (-6, "True 0\n"),  # aborted in the second
        (0, "True -5000\nNone 0\nNone 0\n"),
        (0, "True 0\nNone 0\nNone -20000\n"),
    ],
)
def test_a_release_that_gives_them_away_is_caught(status: int, output: str) -> None:
    assert faults(status, output)
