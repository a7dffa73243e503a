"""Lists at 1,000, 10,000 and 100,000 inputs: opening, searching, scrolling, memory, as ratios.

    python -m tests.benchmarks.lists [--keep FOLDER]

The rounds are made once, by ordinary edits, into a folder for temporary files. Every figure is
taken in a process of its own, offscreen, of a real page on a real file; a keystroke counts from the
key until the new rows are painted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop import resources
from samen_desktop.core.errors import KnownError
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import work
from samen_desktop.gui.lists.pages import PAGES, ListPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import profile
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import listing
from samen_desktop.store.reading.widening import as_query
from samen_desktop.store.seed import write_round
from tests.peak import peak_megabytes

LONGEST = 20.0
SIZES = (1_000, 10_000, 100_000)
WORDS = (
    *("hulp", "wijk", "ouder", "school", "brief", "besluit", "gesprek", "zorg", "plan", "jeugd"),
    *("team", "kind", "klacht", "wachten", "geld", "reizen", "tolk", "vooraf", "samen", "keuze"),
    *("aanbieder", "overgang", "dossier", "vragen", "thuis", "begeleiding"),
)
TYPED = ("hulp", "ouder school", "wachten", "brief besl", "zo", "jeugd team", "overg", "kind")


def make_round(path: Path, count: int) -> None:
    """The demo with this many inputs more."""
    chance = random.Random(count)
    rare = [f"{word}{at}" for word in WORDS for at in range(150)]
    vocabulary = [*WORDS, *rare]
    weights = [1 / (at + 2) for at in range(len(vocabulary))]
    # On the laptop that opens it: a stranger's round is looked through first.
    with Dossier.create(path, profile.read().writer()) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        ids = {
            table: [row[0].hex() for row in dossier.conn.execute(f"SELECT id FROM {table}")]
            for table in ("sessions", "themes", "stakeholders")
        }
        with dossier.edit("import") as edit:
            for _ in range(count):
                edit.create(
                    "input",
                    {
                        "words": " ".join(chance.choices(vocabulary, weights, k=30)),
                        "summary": " ".join(chance.choices(vocabulary, weights, k=7)),
                        "session": chance.choice(ids["sessions"]),
                        "theme": chance.choice(ids["themes"]),
                        f"submitter/{chance.choice(ids['stakeholders'])}": 1,
                        "answer/status": chance.choice(("OVG", "DEE", "NOV", "OPN")),
                    },
                )


def rounds(folder: Path) -> dict[int, Path]:
    """The files, made where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    for count in SIZES:
        path = found[count] = folder / f"lists-{count}.samen"
        if not path.exists():
            print(f"making a round of {count:,} inputs …", flush=True)
            half = path.with_suffix(".part")
            half.unlink(missing_ok=True)
            make_round(half, count)
            half.rename(path)
    return found


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.Paint
        return False


class Bench:
    """A page of inputs on a real file, and the clock beside it. Times in ms."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.bridge = Bridge()
        page = PAGES["inputs"](self.bridge, Settings(folder))
        assert isinstance(page, ListPage)
        self.page = page
        self.pane = page.pane("input")
        self.bridge.changed.connect(page.hear)
        page.resize(1182, 676)
        page.show()
        page.activateWindow()
        self.painted = Painted(self.pane.view.viewport())
        self._tick = QTimer(page)
        self._tick.start(250)  # so that waiting always ends
        self.settled = self.painted_before = 0
        self.pane.model.settled.connect(self._on_settled)

    def _on_settled(self) -> None:
        self.settled += 1
        self.painted_before = self.painted.times

    def until(self, done: Callable[[], bool]) -> None:
        start = time.perf_counter()
        # Waiting as a window does: a loop that spins would keep the other thread from working.
        while not done() and time.perf_counter() - start < LONGEST:
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def shown_after(self, wish: Callable[[], None]) -> float:
        """From a wish until the rows it brings are painted."""
        was = self.settled
        start = time.perf_counter()
        wish()
        self.until(lambda: self.settled > was)
        self.until(lambda: self.painted.times > self.painted_before)
        return (time.perf_counter() - start) * 1000

    def rest(self) -> None:
        """Until all keys are there and nothing is under way."""
        QTest.qWait(600)
        model = self.pane.model
        self.until(lambda: model.rowCount() == model._all)

    def opened(self, path: Path) -> float:
        def refused(error: KnownError) -> None:
            message = f"{path} is not opened ({error}): delete it, and it is made anew"
            raise SystemExit(message)

        def wish() -> None:
            self.bridge.open(work.opening(path), refused)
            self.page.arrive(Place("inputs"))

        return self.shown_after(wish)

    def typed(self, times: int = 3) -> list[float]:
        """Each key of the words, from the key to the painted list."""
        search = self.pane.bar.search
        taken: list[float] = []
        for words in TYPED * times:
            search.setFocus()
            for at, letter in enumerate(words):
                key = partial(QTest.keyClick, search, letter)
                # One letter waits for the next, and a space changes nothing.
                if at and letter != " ":
                    taken.append(self.shown_after(key))
                else:
                    key()
            self.shown_after(self.pane.bar.clear)
            QTest.qWait(20)
        return taken

    def scrolled(self, to: float) -> float:
        """From a jump to this depth until its own rows are painted."""
        view, model = self.pane.view, self.pane.model
        model._rows.clear()
        start = time.perf_counter()
        bar = view.verticalScrollBar()
        bar.setValue(int(bar.maximum() * to))
        view.viewport().repaint()
        top = view.rowAt(2)
        wanted = model.keys[top : top + view.viewport().height() // 28]
        self.until(lambda: all(key in model._rows for key in wanted))
        view.viewport().repaint()
        return (time.perf_counter() - start) * 1000


def parts_for_beginnings(bench: Bench) -> float:
    """How many times longer a key takes since words are found by any part, taken turn by turn."""
    parts: list[float] = []
    beginnings: list[float] = []
    for _ in range(3):
        parts += bench.typed(1)
        with patch.object(listing, "widened", _beginnings):
            beginnings += bench.typed(1)
    return statistics.median(parts) / statistics.median(beginnings)


def _beginnings(_: Connection, typed: str) -> str:
    return as_query(typed)


def measure(path: Path, folder: Path) -> dict[str, float]:
    """All figures of one round, in this process; memory is its peak, in MB."""
    app = QApplication([])
    theme.apply(app, dark=False)
    bench = Bench(app, folder)
    figures = {"open": bench.opened(path)}
    bench.rest()
    keys = bench.typed()
    bench.rest()
    figures["key p50"] = statistics.median(keys)
    figures["parts : beginnings"] = parts_for_beginnings(bench)
    figures["key p95"] = statistics.quantiles(keys, n=20)[-1]
    figures["first page"] = statistics.median(bench.scrolled(at / 1e6) for at in range(15))
    figures["99 % deep"] = statistics.median(bench.scrolled(0.99 + at / 1e6) for at in range(15))
    figures["memory"] = peak_megabytes()
    bench.page.close()
    bench.bridge.stop()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "samen-lists")
    parser.add_argument("--one", type=Path)
    given = parser.parse_args()
    os.environ["SAMEN_PROFILE"] = str(given.keep / "profile")
    if given.one is not None:
        print(json.dumps(measure(given.one, given.keep)))
        return
    found: dict[int, dict[str, float]] = {}
    for count, path in rounds(given.keep).items():
        command = [sys.executable, "-m", __spec__.name, "--one", str(path)]
        runs = []
        for _ in range(3):
            done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
            runs.append(json.loads(done.stdout.splitlines()[-1]))
        found[count] = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        told = "  ".join(f"{name} {value:.1f}" for name, value in found[count].items())
        print(f"{count:>8,}: {told}")
    large, middle, small = found[100_000], found[10_000], found[1_000]
    deep = large["99 % deep"] / large["first page"]
    typed = large["key p95"] / middle["key p95"]
    print(f"opening to first page, 100k : 1k   {large['open'] / small['open']:.2f}  (<= 1.2)")
    print(f"key to painted p95, 100k : 10k     {typed:.2f}  (<= 1.5)")
    parts = large["parts : beginnings"]
    print(f"key to painted, parts : beginnings {parts:.2f}  (<= 1.3)")
    print(f"key to painted p95, 100k           {large['key p95']:.1f} ms  (<= 16)")
    print(f"99 % deep : first page, 100k       {deep:.2f}  (<= 1.5)")
    print(f"memory, 100k : 10k                 {large['memory'] / middle['memory']:.2f}  (<= 1.2)")


if __name__ == "__main__":
    main()
