"""Feedback in its list: planned, read, copied and marked as sent by keyboard, all taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.feedback.letter_part import LetterPart
from samen_desktop.gui.feedback.sent_page import SentPage
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import PAGES, ListPage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import answering
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_session, a_stakeholder, a_writer, an_input
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROWS = "SELECT sent, status FROM feedbacks WHERE deleted = 0 ORDER BY key"
INPUTS = "SELECT shown, status FROM inputs ORDER BY key"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two parties spoke at a held session; one of three inputs has an approved answer."""
    path = tmp_path / "ronde.samen"
    with a_round(path) as dossier, dossier.edit("add_session") as edit:
        session = a_session(edit, date="2022-05-18")
        school, union = a_stakeholder(edit, "School A"), a_stakeholder(edit, "Bond B")
        at = {"session": session.hex(), "status": "GECTR", "privacy": "COLLEG"}
        made = an_input(edit, "Minder formulieren", **at, **{f"submitter/{school.hex()}": 1})
        an_input(edit, "Meer tijd", **at, **{f"submitter/{school.hex()}": 1})
        an_input(edit, "Meer handen", **at, **{f"submitter/{union.hex()}": 1})
    with Dossier.open(path, a_writer()) as dossier:
        fields = {"answer/status": "OVG", "answer/text": "Er komt één formulier."}
        with dossier.edit("read_plan") as edit:
            version = edit.create("plan_version", {"number": "1.0", "place": "m"})
            chapter = edit.create(
                "chapter", {"version": version.hex(), "title": "Formulieren", "number": "2"}
            )
        answering.answer(dossier, [made], {**fields, "answer/place": chapter.hex()})
        answering.approve(dossier, [made], by="wethouder", on="2022-06-01")
    return path


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


@pytest.fixture
def bridge(home: Path, dressed: None) -> Iterator[Bridge]:
    made = Bridge(inline=True)
    broken: list[object] = []
    made.broke.connect(broken.append)
    made.open(lambda: Dossier.open(home, a_writer()))
    yield made
    made.stop()
    assert broken == []


@pytest.fixture
def messages() -> list[Message]:
    return []


@pytest.fixture
def page(bridge: Bridge, tmp_path: Path, qtbot: QtBot, messages: list[Message]) -> ListPage:
    made = PAGES["follow_ups"](bridge, Settings(tmp_path))
    assert isinstance(made, ListPage)
    qtbot.addWidget(made)
    bridge.changed.connect(made.hear)
    made.message_posted.connect(messages.append)
    made.resize(1182, 676)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.arrive(Place("feedbacks"))
    return made


@pytest.fixture
def pane(page: ListPage) -> ListPane:
    return page.pane("feedback")


def asked(bridge: Bridge, sql: str) -> list[tuple[object, ...]]:
    found: list[list[tuple[object, ...]]] = []
    bridge.read(lambda dossier: dossier.conn.execute(sql).fetchall(), found.append)
    return found[0]


def planned(pane: ListPane) -> None:
    pane.focus_search()
    QTest.keyClick(pane.bar.search, K.Key_H, CTRL | SHIFT)


def test_feedback_is_planned_for_all_who_spoke_in_one_step(
    pane: ListPane, bridge: Bridge, messages: list[Message]
) -> None:
    planned(pane)
    told = [pane.model.row_at(at) for at in range(pane.model.rowCount())]
    cells = {row.cells[0]: row.cells[1:4] for row in told if row is not None}
    assert cells == {"School A": ("SE-01", "2", "1"), "Bond B": ("SE-01", "1", "1")}
    planned(pane)
    assert len(asked(bridge, ROWS)) == 2
    assert messages[-1].link == ""
    bridge.undo()
    assert asked(bridge, ROWS) == []


def test_what_a_recipient_reads_stands_beside_its_row_and_can_be_copied(
    qtbot: QtBot, pane: ListPane
) -> None:
    planned(pane)
    pane.view.setFocus()
    rows = [row for at in range(2) if (row := pane.model.row_at(at)) is not None]
    pane.view.go_to([each.cells[0] for each in rows].index("School A"))
    pane._ask_detail()
    part = pane.detail.findChild(LetterPart)
    assert part is not None
    QTest.keyClick(pane.view, K.Key_Y, CTRL | SHIFT)
    text = QGuiApplication.clipboard().text()
    assert "School A" in text
    assert "Minder formulieren" in text
    assert "Er komt één formulier." in text
    assert "Meer tijd" in text
    assert "Meer handen" not in text  # somebody else said that
    qtbot.waitUntil(lambda: walk.faults(pane) == [])


def sent_page(pane: ListPane) -> SentPage:
    found = pane.findChild(SentPage)
    assert found is not None
    return found


@pytest.mark.parametrize("along", [False, True])
def test_marking_many_as_sent_is_one_step_and_inputs_go_along_only_when_asked(
    qtbot: QtBot, pane: ListPane, bridge: Bridge, *, along: bool
) -> None:
    planned(pane)
    before = asked(bridge, INPUTS)
    pane.view.setFocus()
    QTest.keyClick(pane.view, K.Key_A, CTRL)
    QTest.keyClick(pane.view, K.Key_E, CTRL)
    page = sent_page(pane)
    assert walk.faults(page) == []
    assert not page.along.isChecked()
    QTest.keyClicks(page.day, "20-6-2022")
    if along:
        QTest.keyClick(page.along, K.Key_Space)
    QTest.keyClick(page.day, K.Key_Return, CTRL)
    qtbot.waitUntil(lambda: asked(bridge, ROWS) == [("2022-06-20", "VERZO")] * 2)
    fed = "TERUG" if along else "GECTR"
    assert [status for _, status in asked(bridge, INPUTS)] == [fed] * 3
    bridge.undo()
    assert asked(bridge, ROWS) == [(None, "GEPL")] * 2
    assert asked(bridge, INPUTS) == before


def test_esc_goes_back_and_nothing_is_written(pane: ListPane, bridge: Bridge) -> None:
    planned(pane)
    pane.view.setFocus()
    pane.view.go_to(0)
    QTest.keyClick(pane.view, K.Key_E, CTRL)
    QTest.keyClick(sent_page(pane).day, K.Key_Escape)
    assert pane.view.isVisible()
    assert asked(bridge, ROWS) == [(None, "GEPL")] * 2


def test_late_feedback_is_found_by_its_filter(pane: ListPane) -> None:
    planned(pane)
    pane.arrive(Place("feedbacks", filters={"late": frozenset({"1"})}))
    assert pane.model.rowCount() == 2
    pane.arrive(Place("feedbacks", filters={"status": frozenset({"VERZO"})}))
    assert pane.model.rowCount() == 0
