"""Merging on its page: seen before it counts, one step to undo, choices by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.merging.dropped import DroppedRounds
from samen_desktop.gui.merging.page import MergePage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import profile
from samen_desktop.store.dossier import Dossier
from tests.builders import NOON_MS, SetClock, a_round, a_stakeholder, changed, deleted, noted
from tests.errands.laptops import ident, opened, taken_apart
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
K = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A round and two copies: in both one input was changed and one party made."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    made = taken_apart(tmp_path, "HR", "JV")
    for at, (mark, name) in enumerate((("HR", "Jongerenraad"), ("JV", "jongerenraad"))):
        clock = SetClock(NOON_MS + 60_000 * at)
        with opened(made.with_name(f"{mark}.samen"), mark, clock) as dossier:
            changed(dossier, ident(dossier, "I-0001"), "words", f"Zoals {mark} het hoorde")
            noted(dossier, "Nieuw")
            with dossier.edit("add_stakeholder") as edit:
                a_stakeholder(edit, name)
    return made


@pytest.fixture
def bridge(home: Path, qtbot: QtBot) -> Iterator[Bridge]:
    made = Bridge()
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.open(lambda: opened(home, wall=SetClock(NOON_MS + 120_000)))
    yield made
    made.stop()


@pytest.fixture
def messages() -> list[Message]:
    return []


@pytest.fixture
def page(
    qtbot: QtBot, bridge: Bridge, tmp_path: Path, messages: list[Message]
) -> Iterator[MergePage]:
    made = MergePage(bridge, Settings(tmp_path / "settings"))
    qtbot.addWidget(made)
    bridge.changed.connect(made.hear)
    made.message_posted.connect(messages.append)
    made.resize(1182, 676)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.arrive(Place("merge"))
    yield made
    made._errands.long.stop()


def asked(qtbot: QtBot, bridge: Bridge, sql: str) -> list[tuple[object, ...]]:
    found: list[list[tuple[object, ...]]] = []

    def read(dossier: Dossier) -> list[tuple[object, ...]]:
        return [tuple(row) for row in dossier.conn.execute(sql).fetchall()]

    bridge.read(read, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def looked_at(qtbot: QtBot, page: MergePage, *paths: Path) -> None:
    page.arrive(Place("merge", words="\n".join(map(str, paths))))
    qtbot.waitUntil(lambda: page._told is not None, timeout=10_000)


def merged(qtbot: QtBot, page: MergePage) -> None:
    QTest.keyClick(page, K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not page._paths and bool(page._past), timeout=10_000)


def copies(home: Path) -> tuple[Path, Path]:
    return home.with_name("HR.samen"), home.with_name("JV.samen")


def shown(page: MergePage, row: int, column: int) -> str:
    return str(page._rows.index(row, column).data())


def test_a_preview_changes_nothing_and_merging_is_one_step(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path, messages: list[Message]
) -> None:
    edits = "SELECT count(*) FROM edit"
    before = asked(qtbot, bridge, edits)
    looked_at(qtbot, page, *copies(home))
    assert asked(qtbot, bridge, edits) == before
    assert [shown(page, row, 0) for row in (0, 1)] == ["HR.samen", "JV.samen"]
    assert "1 inbreng" in shown(page, 0, 1).lower() or "1 input" in shown(page, 0, 1).lower()
    assert page._choices.table.model().rowCount() == 1
    assert not page._choices._sides[0]._keep.isVisible()  # nothing to choose from before it is in
    merged(qtbot, page)
    assert asked(qtbot, bridge, "SELECT count(*) FROM inputs") == [(3,)]
    assert list((profile.folder() / "backups").rglob("*-merge.samen"))
    qtbot.waitUntil(lambda: bool(messages))
    assert messages[0].wish is not None
    messages[0].wish()
    qtbot.waitUntil(lambda: page._past[0][0].undone, timeout=10_000)
    assert asked(qtbot, bridge, "SELECT count(*) FROM inputs WHERE deleted = 0") == [(1,)]


def test_a_choice_is_made_by_keyboard_and_undone(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path
) -> None:
    looked_at(qtbot, page, *copies(home))
    merged(qtbot, page)
    words = "SELECT words, conflicts FROM inputs WHERE shown = 'I-0001'"
    assert asked(qtbot, bridge, words) == [("Zoals JV het hoorde", 1)]
    sides = [side._text.text() for side in page._choices._sides[:2]]
    assert sides == ["Zoals JV het hoorde", "Zoals HR het hoorde"]
    assert "HR notulist" in page._choices._sides[1]._who.text()
    QTest.keyClick(page, K.Key_2, CTRL)
    qtbot.waitUntil(lambda: page._choices.table.model().rowCount() == 0, timeout=10_000)
    assert asked(qtbot, bridge, words) == [("Zoals HR het hoorde", 0)]
    assert not page._choices.isVisible()
    bridge.undo()
    qtbot.waitUntil(lambda: page._choices.table.model().rowCount() == 1, timeout=10_000)


def test_a_proposal_is_taken_or_put_aside_by_keyboard(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path
) -> None:
    looked_at(qtbot, page, *copies(home))
    merged(qtbot, page)
    rows = page._pairs.table.model()
    assert rows.rowCount() == 1
    QTest.keyClick(page, K.Key_J, CTRL)
    qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=10_000)
    assert asked(qtbot, bridge, "SELECT count(*) FROM joined") == [(1,)]
    bridge.undo()
    qtbot.waitUntil(lambda: rows.rowCount() == 1, timeout=10_000)
    QTest.keyClick(page, K.Key_J, CTRL | SHIFT)
    qtbot.waitUntil(lambda: rows.rowCount() == 0, timeout=10_000)
    assert asked(qtbot, bridge, "SELECT count(*) FROM joined") == [(0,)]


def test_a_merge_is_found_again_taken_back_and_redone(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path
) -> None:
    looked_at(qtbot, page, copies(home)[0])
    merged(qtbot, page)
    standing = "SELECT count(*) FROM inputs WHERE deleted = 0"
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._past[0][0].undone, timeout=10_000)
    assert asked(qtbot, bridge, standing) == [(1,)]
    looked_at(qtbot, page, copies(home)[0])
    assert page._told is not None
    assert page._told.edits == 0
    assert not page._go.isEnabled()
    assert page._notices.isVisible()
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page._past) and not page._past[0][0].undone, timeout=10_000)
    assert asked(qtbot, bridge, standing) == [(2,)]


def test_what_a_person_has_to_know_is_said(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path, tmp_path: Path
) -> None:
    bridge.write(lambda dossier: deleted(dossier, ident(dossier, "I-0001")))
    other = tmp_path / "anders.samen"
    with a_round(other) as dossier:
        noted(dossier)
    looked_at(qtbot, page, copies(home)[0], other)
    assert "I-0001" in page._notices.text()
    assert "anders.samen" in shown(page, 1, 1)
    assert page._go.isEnabled()


def test_esc_lets_go_of_the_files_and_then_of_the_page(
    qtbot: QtBot, page: MergePage, home: Path
) -> None:
    looked_at(qtbot, page, *copies(home))
    assert any((profile.folder() / "working").iterdir())
    QTest.keyClick(page, K.Key_Escape)
    assert page._paths == []
    assert not any((profile.folder() / "working").iterdir())
    with qtbot.waitSignal(page.go_requested):
        QTest.keyClick(page, K.Key_Escape)


def test_merging_can_be_stopped(
    qtbot: QtBot, page: MergePage, bridge: Bridge, home: Path, messages: list[Message]
) -> None:
    looked_at(qtbot, page, *copies(home))
    before = asked(qtbot, bridge, "SELECT count(*) FROM edit")
    page._on_merge_wished()
    page._errands.long.cancel()
    qtbot.waitUntil(lambda: not page._errands.long.busy, timeout=10_000)
    qtbot.waitUntil(lambda: bool(messages))
    assert messages[-1].kind == "failed"
    assert asked(qtbot, bridge, "SELECT count(*) FROM edit") == before
    merged(qtbot, page)  # the files are still there, so it can be done again


def test_the_page_keeps_its_promises(qtbot: QtBot, page: MergePage, home: Path) -> None:
    assert walk.faults(page) == []
    looked_at(qtbot, page, *copies(home))
    assert walk.faults(page) == []
    merged(qtbot, page)
    qtbot.waitUntil(page._pairs.isVisible, timeout=10_000)
    assert walk.faults(page) == []


def test_a_dropped_copy_is_asked_about_and_another_round_is_opened(
    qtbot: QtBot, bridge: Bridge, home: Path, tmp_path: Path
) -> None:
    opened_paths: list[Path] = []
    told: list[Message] = []
    went: list[Place] = []
    dropped = DroppedRounds(bridge, opened_paths.append, bridge)
    dropped.message_posted.connect(told.append)
    dropped.go_requested.connect(went.append)
    dropped.take_one(copies(home)[0])
    qtbot.waitUntil(lambda: bool(told))
    assert opened_paths == []
    assert told[0].wish is not None
    assert told[0].second_wish is not None
    told[0].wish()
    assert went == [Place("merge", words=str(copies(home)[0]))]
    told[0].second_wish()
    assert opened_paths == [copies(home)[0]]
    other = tmp_path / "anders.samen"
    with a_round(other):
        pass
    dropped.take_one(other)
    dropped.take_one(tmp_path / "weg.samen")
    qtbot.waitUntil(lambda: len(opened_paths) == 3)
    dropped.take_several(copies(home))
    assert len(went) == 2
    QCoreApplication.processEvents()
