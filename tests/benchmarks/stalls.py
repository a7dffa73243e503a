"""The longest stall of the window's event loop during import, export and backup of a large round.

    python tests/benchmarks/stalls.py [inputs]

A timer ticks every 5 ms on the window's thread while a page is shown and repainted; a stall is the
time by which a tick came late. Prints it for each kind of work, beside the idle loop of the same
run. Says nothing about right or wrong; the tests do.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from samen_desktop import resources  # noqa: E402
from samen_desktop.core.errors import KnownError  # noqa: E402
from samen_desktop.core.intake.mapping import Rules, match  # noqa: E402
from samen_desktop.core.intake.targets import TARGETS  # noqa: E402
from samen_desktop.core.reports.choices import Choice  # noqa: E402
from samen_desktop.exchange.source import Source, open_source  # noqa: E402
from samen_desktop.gui import theme  # noqa: E402
from samen_desktop.gui.bridge import Bridge  # noqa: E402
from samen_desktop.gui.collecting import Collector  # noqa: E402
from samen_desktop.gui.files import work  # noqa: E402
from samen_desktop.gui.files.errands import Errands  # noqa: E402
from samen_desktop.gui.files.pages import PAGES  # noqa: E402
from samen_desktop.gui.overview.page import OverviewPage  # noqa: E402
from samen_desktop.gui.page import Place  # noqa: E402
from samen_desktop.gui.settings import Settings  # noqa: E402
from samen_desktop.store.dossier import Dossier  # noqa: E402
from samen_desktop.store.seed import write_round  # noqa: E402
from samen_desktop.store.steps.editing import Writer  # noqa: E402

_TICK_MS = 5


class Ticker(QObject):
    """Ticks on the window's thread and keeps the longest time by which a tick was late."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.longest = 0.0
        self._last = time.perf_counter()

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - _TICK_MS / 1000)
        self._last = now


class Outcome(QObject):
    """Whether a piece of work came to its end, and how. Signals: `ended()`."""

    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.done = False

    def then(self, *_: object) -> None:
        self.done = True
        self.ended.emit()

    def refused(self, error: KnownError) -> None:
        raise AssertionError(error.say("en"))


def stall_during(
    app: QApplication, ticker: Ticker, shown: QWidget, start: Callable[[Outcome], None]
) -> tuple[float, float]:
    """Longest stall in milliseconds and how long the work took in seconds; `shown` is repainted."""
    outcome = Outcome()
    repaint = QTimer()
    repaint.setInterval(100)
    repaint.timeout.connect(shown.update)
    repaint.start()
    ticker.begin()
    begun = time.perf_counter()
    QTimer.singleShot(0, lambda: start(outcome))
    outcome.ended.connect(app.quit)
    app.exec()
    repaint.stop()
    return ticker.longest * 1000, time.perf_counter() - begun


def table(path: Path, count: int) -> Path:
    """A table of inputs, each text its own."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writing = csv.writer(file, delimiter=";")
        writing.writerow(("Inbreng", "Indiener", "Thema", "Datum"))
        for number in range(count):
            words = f"Waar kan ik heen als ik het er niet mee eens ben? ({number}) " * 3
            writing.writerow((words, f"Ouder {number % 400}", f"Thema {number % 9}", "18-05-2022"))
    return path


def opened(path: Path) -> Dossier:
    dossier = Dossier.create(path, Writer("HR", b"\x01" * 8))
    with dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    return dossier


def main(count: int) -> None:
    app = QApplication([])
    theme.apply(app, dark=False)
    Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["SAMEN_PROFILE"] = str(folder / "profile")
        bridge = Bridge()
        bridge.open(lambda: opened(folder / "round.samen"))
        settings = Settings(folder)
        page = OverviewPage(bridge, settings)
        page.resize(1182, 676)
        page.show()
        reports = PAGES["reports"](bridge, settings)
        ticker = Ticker()
        errands = Errands(bridge)
        source = open_source(table(folder / "inputs.csv", count))
        ready = Outcome()
        bridge.read(lambda _: None, ready.then)
        while not ready.done:
            app.processEvents()
        page.arrive(Place("overview"))
        print(f"inputs {count}")
        for title, start in works(errands, source, folder):
            stall, took = stall_during(app, ticker, page, start)
            print(f"{title:8} longest stall {stall:6.1f} ms   took {took:6.2f} s")
        reports.deleteLater()
        bridge.stop()


def works(
    errands: Errands, source: Source, folder: Path
) -> list[tuple[str, Callable[[Outcome], None]]]:
    matched = match(TARGETS["inputs"], source.header, Rules(), source.name)
    choice = Choice(report="overview", edition="collega")
    order = work.order_of(choice, folder / "overview.xlsx")

    def idle(outcome: Outcome) -> None:
        QTimer.singleShot(1000, outcome.then)

    return [
        ("idle", idle),
        ("preview", lambda to: errands.preview(source, matched, to.then, to.refused)),
        ("import", lambda to: errands.read_in(source, matched, 0, to.then, to.refused)),
        ("export", lambda to: errands.hand_out(order, to.then, to.refused)),
        ("backup", lambda to: errands.back_up(to.then, to.refused)),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
