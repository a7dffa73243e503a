"""The desk at 20,000 inputs, 4,000 bundles and 120 chapters: next item, status filter, text filter.

    python -m tests.benchmarks.desk [--keep FOLDER]

Two figures for each: the work it costs on the window's own thread, in a real page on a real file,
and what the reading costs against the same statements bare, without anything of ours around them.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from samen_desktop import resources
from samen_desktop.core.desk import WAITING, By, DeskQuery
from samen_desktop.gui import theme
from samen_desktop.gui.answers.page import AnswersPage
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import desk, desk_item
from samen_desktop.store.seed import write_round

from .lists import WORDS
from .yardstick import WRITER, Samples, machine, ms, say

INPUTS, BUNDLES, CHAPTERS = 20_000, 4_000, 120
TIMES = 40
_STATUSES = ("OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN", "OPN", "OPN")
_STATES = ("CONCEPT", "CONCEPT", "TERAK", "AKKOO", "PUBL")


def make_round(path: Path) -> None:
    """The demo with so many inputs, bundles and chapters more."""
    chance = random.Random(4)
    rare = [f"{word}{at}" for word in WORDS for at in range(150)]
    vocabulary = [*WORDS, *rare]
    weights = [1 / (at + 2) for at in range(len(vocabulary))]

    def text(words: int) -> str:
        return " ".join(chance.choices(vocabulary, weights, k=words))

    def answer(chapters: list[str]) -> dict[str, str | int | None]:
        found: dict[str, str | int | None] = {"answer/status": chance.choice(_STATUSES)}
        if found["answer/status"] != "OPN":
            found |= {"answer/text": text(40), "answer/state": chance.choice(_STATES)}
            found |= {"answer/place": chance.choice(chapters), "answer/reason": text(12)}
        return found

    with Dossier.create(path, WRITER) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        ids = {
            table: [row[0].hex() for row in dossier.conn.execute(f"SELECT id FROM {table}")]
            for table in ("sessions", "themes", "stakeholders", "participants")
        }
        with dossier.edit("read_plan") as edit:
            version = edit.create("plan_version", {"number": "1.0"}).hex()
            chapters = [
                edit.create(
                    "chapter", {"version": version, "number": f"{at}", "title": text(4)}
                ).hex()
                for at in range(1, CHAPTERS + 1)
            ]
        with dossier.edit("import") as edit:
            bundles = [
                edit.create(
                    "bundle",
                    {
                        "title": text(6),
                        "summary": text(20),
                        "theme": chance.choice(ids["themes"]),
                        "handler": chance.choice(("jurist", "beleid", "inkoop")),
                        **answer(chapters),
                    },
                ).hex()
                for _ in range(BUNDLES)
            ]
            for at in range(INPUTS):
                who = chance.choice(ids["stakeholders" if at % 2 else "participants"])
                own = {"bundle": chance.choice(bundles)} if at % 2 else answer(chapters)
                edit.create(
                    "input",
                    {
                        "words": text(30),
                        "session": chance.choice(ids["sessions"]),
                        "theme": chance.choice(ids["themes"]),
                        f"submitter/{who}": 1,
                        **own,
                    },
                )


class Bench:
    """A page of the desk on a real file. Times in seconds, of the window's own thread alone."""

    def __init__(self, app: QApplication, path: Path, folder: Path) -> None:
        self.app = app
        self.bridge = Bridge()
        self.page = AnswersPage(self.bridge, Settings(folder))
        self.bridge.changed.connect(self.page.hear)
        self.page.resize(1182, 676)
        self.page.show()
        self.bridge.open(lambda: Dossier.open(path, WRITER))
        self.wait()
        self.page.arrive(Place("answers"))
        self.wait()

    def wait(self) -> None:
        """Until all that was asked of the round is answered and painted."""
        asked: list[object] = []
        for _ in range(3):
            self.bridge.read(lambda _: None, asked.append)
            before = len(asked)
            while len(asked) == before:
                self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()

    def worked(self, wish: Callable[[], object]) -> float:
        """What a wish costs this thread until all it brings is painted."""
        start = time.thread_time()
        wish()
        self.wait()
        return time.thread_time() - start

    def next_item(self) -> float:
        return self.worked(lambda: self.page.pile.step(1))

    def status_filter(self, at: int) -> float:
        """As when a status is marked in the list of the filter."""
        bar = self.page.bar

        def mark() -> None:
            bar._buttons["answer/status"].set_chosen(frozenset({_STATUSES[at % 7]}))
            bar.changed.emit()

        return self.worked(mark)

    def text_filter(self, at: int) -> float:
        """As when a word is pasted into the search field."""
        words = WORDS[at % len(WORDS)]
        return self.worked(lambda: self.page.bar.search.setText(words))


def bare(dossier: Dossier, work: Callable[[], object]) -> list[tuple[str, tuple[object, ...]]]:
    """The statements that a piece of work sends, as the file gets them."""
    sent: list[str] = []
    dossier.conn.set_trace_callback(sent.append)
    work()
    dossier.conn.set_trace_callback(None)
    return [(statement, ()) for statement in sent if not statement.startswith("--")]


def ratios(path: Path) -> Iterator[tuple[str, Samples, Samples]]:
    """Reading against the same statements bare, turn by turn."""
    with Dossier.open(path, WRITER) as dossier:
        conn = dossier.conn
        query = DeskQuery(By.THEME, filters=WAITING)
        group = desk.pile(conn, query).groups[0].value
        items = desk.items(conn, query, group)

        def next_item(at: int) -> object:
            return desk_item.item(dossier, items[at % len(items)].key)

        def status(at: int) -> object:
            filters = {**WAITING, "answer/status": frozenset({_STATUSES[at % 7]})}
            narrowed = DeskQuery(By.THEME, filters=filters)
            return desk.pile(conn, narrowed), desk.items(conn, narrowed, group)

        def text(at: int) -> object:
            narrowed = DeskQuery(By.THEME, WORDS[at % len(WORDS)], WAITING)
            return desk.pile(conn, narrowed), desk.items(conn, narrowed, group)

        for name, work in (("next item", next_item), ("status filter", status), ("text", text)):
            ours, theirs = Samples(), Samples()
            for at in range(TIMES):
                statements = bare(dossier, lambda at=at, work=work: work(at))  # type: ignore[misc]
                for statement in statements:  # both find their statements made ready
                    conn.execute(*statement).fetchall()
                ours.time(lambda at=at, work=work: work(at))  # type: ignore[misc]
                theirs.time(
                    lambda sent=statements: [conn.execute(*each).fetchall() for each in sent]  # type: ignore[misc]
                )
            yield name, ours, theirs


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "samen-desk")
    given = parser.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    path = given.keep / "desk.samen"
    if not path.exists():
        print(f"making a round of {INPUTS:,} inputs in {BUNDLES:,} bundles …", flush=True)
        half = path.with_suffix(".part")
        half.unlink(missing_ok=True)
        make_round(half)
        half.rename(path)
    print(machine())
    for name, ours, theirs in ratios(path):
        # Of processor time: on a busy machine pieces this small mostly wait for their turn.
        ratio = ours.cpu_median() / theirs.cpu_median()
        told = f"{ms(ours.cpu_median())} against {ms(theirs.cpu_median())} bare, of the processor"
        wall = f"{ms(ours.median())} against {ms(theirs.median())} by the clock"
        say(f"{name}: reading", ratio, "<= 3", told, wall)
    app = QApplication([])
    theme.apply(app, dark=False)
    bench = Bench(app, path, given.keep)
    for name, work in (
        ("next item", lambda at: bench.next_item()),
        ("status filter", bench.status_filter),
        ("text filter", bench.text_filter),
    ):
        bench.page.bar.fill("", WAITING)
        bench.page.bar.changed.emit()
        bench.wait()
        taken = [work(at) for at in range(TIMES)]
        p95 = statistics.quantiles(taken, n=20)[-1]
        told = f"p95 {ms(p95)}, {bench.page.pile.model.pile.shown:,} items shown last"
        print(f"{name}: work of the window {ms(statistics.median(taken)):>10}  (asked <= 16 ms)")
        print(f"    {told}")
    bench.page.stop()
    bench.bridge.stop()


if __name__ == "__main__":
    main()
