"""Notuleren under load: from Enter to the line being free, idle and while files are read in.

    python tests/benchmarks/notes.py [ROWS]

Real widgets offscreen, a real round, a real import of ROWS inputs on the round's thread. Prints the
95th percentile of Enter, and the longest stall of the event loop by a ticking timer.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.gui import long_work
from samen_desktop.store.dossier import Dossier
from tests.gui.notes.stage import Stage, click, on_stage, pause, wait_for

ITEMS = 60
LINE = "geen bus na acht uur #TH9 -"
TICK_MS = 5


class Ticking:
    """Counts how long the event loop leaves a timer waiting."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - TICK_MS / 1000)
        self._last = now

    def stop(self) -> float:
        """Milliseconds of the longest wait beyond the tick."""
        self._timer.stop()
        return self.longest * 1000


def import_rows(rows: int, done: list[float]) -> object:
    """Work for the round's thread: as many inputs as a large file would bring, one edit."""

    def work(dossier: Dossier) -> None:
        began = time.perf_counter()
        with dossier.edit("import", str(rows)) as edit:
            for number in range(rows):
                edit.create(
                    "input",
                    {
                        "words": f"Rij {number}: waar kan ik heen als ik het niet eens ben?",
                        "date": date(2022, 5, 18).isoformat(),
                        "status": "RUW",
                        "privacy": "COLLEG",
                    },
                )
        done.append(time.perf_counter() - began)

    return work


def enter_items(stage: Stage, until: list[float] | None) -> list[float]:
    """Type items as fast as people speak at most; gives Enter's milliseconds of each."""
    took = []
    for _ in range(ITEMS):
        if until:
            break
        for letter in LINE:
            click(stage.line, letter)
            pause(1)
        began = time.perf_counter()
        QTest.keyClick(stage.line, Qt.Key.Key_Return)
        took.append((time.perf_counter() - began) * 1000)
        assert stage.line.text() == ""
        pause(20)
    return took


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)] if values else 0.0


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SAMEN_PROFILE"] = str(Path(folder) / "profile")
        with on_stage(Path(folder) / "bench.samen", inline=False) as stage:
            ticking = Ticking()
            idle = enter_items(stage, None)
            wait_for(lambda: not stage.page.committing.waiting, 60_000)
            stall_idle = ticking.stop()
            done: list[float] = []
            work = import_rows(rows, done)
            assert callable(work)
            interval = sys.getswitchinterval()
            sys.setswitchinterval(long_work._SWITCH_SECONDS)  # as all long work in the window
            stage.bridge.write(work)
            ticking = Ticking()
            busy = enter_items(stage, done)
            stall_busy = ticking.stop()
            sys.setswitchinterval(interval)
            during = not done
            wait_for(lambda: not stage.page.committing.waiting, 600_000)
            app.processEvents()
            print(f"Enter, idle: p95 {p95(idle):.2f} ms of {len(idle)}")
            print(f"Enter, import of {rows} rows: p95 {p95(busy):.2f} ms of {len(busy)}")
            print(f"import {done[0]:.1f} s; typing ended before it: {during}")
            print(f"longest stall, idle {stall_idle:.1f} ms, during import {stall_busy:.1f} ms")


if __name__ == "__main__":
    main()
