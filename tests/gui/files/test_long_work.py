"""Long work: shown, stopped, one at a time; a copy that goes whichever way the work ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.choices import Choice
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.collecting import Hold
from samen_desktop.gui.errands.long_errands import long_work_of
from samen_desktop.gui.files import work
from samen_desktop.gui.files.errands import Errands
from samen_desktop.gui.long_work import CANCELLED, SHOWN_AFTER_MS, LongWork, Pulse
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.kept import SentOut
from tests.builders import a_writer, an_input, noted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


class Heard:
    """What an errand came to."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[str] = []

    def then(self, *results: object) -> None:
        self.results.append(results)

    def refused(self, error: KnownError) -> None:
        self.errors.append(error.code)

    @property
    def over(self) -> bool:
        return bool(self.results or self.errors)


def working_copies(profile: Path) -> list[Path]:
    place = profile / "working"
    return sorted(place.iterdir()) if place.exists() else []


def words_of_inputs(dossier: Dossier) -> list[str]:
    return [row[0] for row in dossier.conn.execute("SELECT words FROM inputs ORDER BY key")]


def asked(qtbot: QtBot, bridge: Bridge, ask: Callable[[Dossier], list[str]]) -> list[str]:
    found: list[list[str]] = []
    bridge.read(ask, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def filled_with(long_texts: int) -> Callable[[Dossier], None]:
    """So many that a copy takes several steps."""

    def fill(dossier: Dossier) -> None:
        with dossier.edit("add_input") as edit:
            for number in range(long_texts):
                an_input(edit, f"{number} " * 800)

    return fill


def test_an_overview_is_made_beside_the_round(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path, profile_folder: Path
) -> None:
    heard = Heard()
    order = work.order_of(Choice(report="overview", edition="collega"), tmp_path / "o.xlsx")
    Errands(bridge).hand_out(order, heard.then, heard.refused)
    qtbot.waitUntil(lambda: heard.over, timeout=20_000)
    assert heard.errors == []
    assert order.out.stat().st_size > 10_000
    assert working_copies(profile_folder) == []
    sent: list[list[SentOut]] = []
    bridge.read(work.sent_out, sent.append)
    qtbot.waitUntil(lambda: bool(sent))
    assert [each.file for each in sent[0]] == ["o.xlsx"]


def test_a_cancelled_overview_leaves_nothing(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path, profile_folder: Path
) -> None:
    heard = Heard()
    errands = Errands(bridge)
    choice = Choice(report="overview", edition="intern", language="en")
    order = work.order_of(choice, tmp_path / "o.xlsx")
    errands.hand_out(order, heard.then, heard.refused)
    errands.long.cancel()
    qtbot.waitUntil(lambda: heard.over, timeout=20_000)
    assert heard.errors == [CANCELLED]
    assert list(tmp_path.glob("*o.xlsx*")) == []
    assert working_copies(profile_folder) == []
    assert not errands.long.busy


@pytest.mark.parametrize("long_texts", [0, 400])
def test_notes_are_committed_between_the_steps_of_a_copy(
    qtbot: QtBot, bridge: Bridge, long_texts: int
) -> None:
    """A note asked for after the copy is in the round, and in the copy if it has further steps."""
    happened: list[str] = []

    def note(dossier: Dossier) -> None:
        noted(dossier, "tussendoor")
        happened.append("noted")

    def on_copied(path: Path) -> None:
        with Dossier.open(path, a_writer(), read_only=True) as copy:
            happened.append("in it" if "tussendoor" in words_of_inputs(copy) else "not in it")

    heard = Heard()
    bridge.write(filled_with(long_texts))
    bridge.read(lambda _: time.sleep(0.2), lambda _: None)
    Errands(bridge).back_up(on_copied, heard.refused)
    bridge.write(note, heard.then, heard.refused)
    qtbot.waitUntil(lambda: len(happened) == 2 and heard.over, timeout=20_000)
    assert heard.errors == []
    # Two threads tell: which of them is heard first says nothing.
    assert set(happened) == {"noted", "in it" if long_texts else "not in it"}
    assert "tussendoor" in asked(qtbot, bridge, words_of_inputs)


def test_only_one_at_a_time(bridge: Bridge) -> None:
    long = LongWork(bridge)
    long.begin("een")
    with pytest.raises(KnownError) as refused:
        long.begin("twee")
    assert refused.value.code == "busy"
    long.finish()
    long.begin("drie")
    long.finish()


def test_all_pages_share_the_one_of_their_bridge(bridge: Bridge) -> None:
    assert long_work_of(bridge) is long_work_of(bridge)


def test_it_is_shown_only_when_it_lasts(qtbot: QtBot, bridge: Bridge) -> None:
    long = LongWork(bridge)
    begun: list[str] = []
    long.begun.connect(begun.append)
    long.begin("kort")
    long.finish()
    pulse = long.begin("lang")
    with qtbot.waitSignal(long.begun, timeout=SHOWN_AFTER_MS * 6):
        pulse.beat(1, 2)
    assert begun == ["lang"]
    with qtbot.waitSignal(long.ended):
        long.finish()


def test_a_beat_after_the_stop_raises() -> None:
    told: list[tuple[int, int]] = []
    pulse = Pulse(lambda done, total: told.append((done, total)))
    for row in range(10_000):
        pulse.beat(row, 10_000)
    assert 0 < len(told) < 100
    pulse.stop()
    with pytest.raises(KnownError) as refused:
        pulse.beat(1)
    assert refused.value.code == CANCELLED


def test_a_bug_beside_the_round_ends_the_work(qtbot: QtBot, bridge: Bridge) -> None:
    long = LongWork(bridge)
    long.begin("stuk")
    with qtbot.waitSignal(bridge.broke) as broke:
        long.beside(lambda: 1 // 0, lambda _: None, lambda _: None)
    assert broke.args[0].kind == "ZeroDivisionError"
    assert not long.busy


def test_a_bug_on_the_rounds_thread_ends_the_work(qtbot: QtBot, bridge: Bridge) -> None:
    long = LongWork(bridge)
    long.begin("stuk")
    with qtbot.waitSignals([bridge.broke, long.ended]):
        long.on_round(lambda _: 1 // 0, lambda _: None, lambda _: None, writes=False)
    assert not long.busy


def test_the_interpreter_is_as_it_was_afterwards(bridge: Bridge) -> None:
    before = sys.getswitchinterval(), len(Hold.taken)
    long = LongWork(bridge)
    long.begin("iets")
    assert (sys.getswitchinterval(), len(Hold.taken)) != before
    long.finish()
    assert (sys.getswitchinterval(), len(Hold.taken)) == before


def test_closing_the_round_ends_a_copy(qtbot: QtBot, bridge: Bridge, profile_folder: Path) -> None:
    heard = Heard()
    bridge.write(filled_with(400))
    bridge.read(lambda _: time.sleep(0.2), lambda _: None)
    Errands(bridge).back_up(heard.then, heard.refused)
    bridge.close()
    qtbot.waitUntil(lambda: heard.over, timeout=20_000)
    assert heard.errors == ["closed"]
    assert [each for each in profile_folder.rglob("*.samen*") if each.is_file()] == []
