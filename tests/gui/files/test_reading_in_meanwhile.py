"""While a table is read in the window goes on: lists are answered, changes wait, a stop leaves all.

The table here reads as slowly as the test lets it: between its rows the test holds the gate.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Matched, Rules, match
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.core.words import Words
from samen_desktop.exchange.source import Source, open_source
from samen_desktop.exchange.source_cells import FilledRows
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.errands import Errands
from samen_desktop.gui.files.rows_ahead import ahead
from samen_desktop.gui.long_work import CANCELLED
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
ROWS = 900


class Stranger:
    """A table whose rows come when the gate is opened."""

    def __init__(self, folder: Path) -> None:
        path = folder / "reacties.csv"
        lines = ["Reactie;Wie", *(f"Zin {at};Ouder {at % 7}" for at in range(ROWS))]
        path.write_text("\n".join(lines), encoding="utf-8")
        self.gate = threading.Event()
        self.begun = threading.Event()
        whole = open_source(path)
        read = whole.filled

        def slowly() -> FilledRows:
            for number, cells in read():
                if number == ROWS // 2:
                    self.begun.set()
                    self.gate.wait(20)
                yield number, cells

        self.source: Source = replace(whole, filled=slowly)
        self.matched: Matched = match(
            TARGETS["inputs"],
            whole.header,
            Rules(columns={"words": ("Reactie",), "submitter": ("Wie",)}),
            whole.name,
        )


class Outcome:
    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[KnownError] = []

    def is_over(self) -> bool:
        return bool(self.results or self.errors)


@pytest.fixture
def stranger(tmp_path: Path) -> Iterator[Stranger]:
    made = Stranger(tmp_path)
    yield made
    made.gate.set()


def inputs(dossier: Dossier) -> int:
    found: int = dossier.conn.execute("SELECT count(*) FROM inputs").fetchone()[0]
    return found


def begin(bridge: Bridge, stranger: Stranger, qtbot: QtBot) -> tuple[Errands, Outcome]:
    errands, outcome = Errands(bridge), Outcome()
    errands.read_in(
        stranger.source, stranger.matched, 0, outcome.results.append, outcome.errors.append
    )
    qtbot.waitUntil(stranger.begun.is_set, timeout=20_000)
    return errands, outcome


def test_lists_are_answered_with_what_stood_before_and_changes_come_after(
    bridge: Bridge, stranger: Stranger, qtbot: QtBot
) -> None:
    _, outcome = begin(bridge, stranger, qtbot)
    counted: list[int] = []
    order: list[str] = []
    bridge.read(inputs, counted.append)
    qtbot.waitUntil(lambda: bool(counted), timeout=20_000)
    assert counted == [154], "half a table is shown to nobody"
    assert not outcome.is_over()
    bridge.write(lambda dossier: noted(dossier, "tussendoor"), lambda _: order.append("noted"))
    bridge.read(inputs, counted.append)
    stranger.gate.set()
    qtbot.waitUntil(lambda: len(counted) == 2, timeout=20_000)
    assert outcome.is_over(), "what was asked after a change is answered after it"
    assert order == ["noted"]
    assert counted[1] == 154 + ROWS + 1


def test_a_stop_leaves_the_round_as_it_was(
    bridge: Bridge, stranger: Stranger, qtbot: QtBot, profile_folder: Path
) -> None:
    errands, outcome = begin(bridge, stranger, qtbot)
    errands.long.cancel()
    stranger.gate.set()
    qtbot.waitUntil(outcome.is_over, timeout=20_000)
    assert [error.code for error in outcome.errors] == [CANCELLED]
    counted: list[int] = []
    bridge.read(inputs, counted.append)
    qtbot.waitUntil(lambda: bool(counted), timeout=20_000)
    assert counted == [154]
    working = profile_folder / "working"
    assert list(working.iterdir()) == [], "the copy that answered is gone"


def test_closing_the_window_meanwhile_waits_for_the_table(
    bridge: Bridge, stranger: Stranger, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(bridge, stranger, qtbot)
    closing = threading.Thread(target=bridge.stop)
    closing.start()
    stranger.gate.set()
    qtbot.waitUntil(lambda: not closing.is_alive(), timeout=20_000)
    with Dossier.open(tmp_path / "demo.samen", a_writer()) as dossier:
        assert inputs(dossier) == 154 + ROWS


def test_a_preview_leaves_the_round_free_to_be_changed(
    bridge: Bridge, stranger: Stranger, qtbot: QtBot
) -> None:
    outcome = Outcome()
    Errands(bridge).preview(
        stranger.source, stranger.matched, outcome.results.append, outcome.errors.append
    )
    qtbot.waitUntil(stranger.begun.is_set, timeout=20_000)
    written: list[object] = []
    bridge.write(lambda dossier: noted(dossier, "tussendoor"), written.append)
    qtbot.waitUntil(lambda: bool(written), timeout=20_000)
    assert not outcome.is_over()
    stranger.gate.set()
    qtbot.waitUntil(outcome.is_over, timeout=20_000)
    assert [found.rows for found in outcome.results] == [ROWS]  # type: ignore[attr-defined]
    counted: list[int] = []
    bridge.read(inputs, counted.append)
    qtbot.waitUntil(lambda: bool(counted), timeout=20_000)
    assert counted == [155]


def test_rows_come_in_order_and_other_work_goes_between() -> None:
    times: list[int] = []
    assert list(ahead(range(1234), lambda: times.append(1))) == list(range(1234))
    assert len(times) >= 1234 // 100


def test_what_goes_wrong_while_reading_ahead_is_raised_where_the_rows_are_wanted() -> None:
    def broken() -> Iterator[int]:
        yield from range(250)
        raise KnownError("changed", Words("Het bestand is veranderd.", "The file changed."))

    with pytest.raises(KnownError):
        list(ahead(broken(), lambda: None))


def test_who_stops_taking_rows_stops_the_reading() -> None:
    read: list[int] = []

    def endless() -> Iterator[int]:
        at = 0
        while True:
            read.append(at)
            yield at
            at += 1

    rows = ahead(endless(), lambda: None)
    assert next(rows) == 0
    rows.close()  # type: ignore[attr-defined]
    assert "rows ahead" not in {each.name for each in threading.enumerate()}
    assert len(read) < 1000
