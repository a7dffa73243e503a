"""A version read in from a real document: seen before it counts, one step, said what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from samen_desktop.core.outlines import Became, Heading
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.dropping import dropped_files
from samen_desktop.gui.page import Place
from samen_desktop.gui.plan.read_in_page import PlanReadInPage
from tests.gui import walk

from .conftest import SECOND, Shown, asked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier
Reading = tuple[PlanReadInPage, Shown]
EDITS = "SELECT count(*) FROM edit"


def word(path: Path, headings: Sequence[Heading]) -> Path:
    document = docx.Document()
    document.add_paragraph("Uitvoeringsplan")
    for each in headings:
        document.add_heading(f"{each.number} {each.title}", each.level)
        document.add_paragraph(each.text)
    document.save(str(path))
    return path


def looked_at(qtbot: QtBot, page: PlanReadInPage, path: Path) -> None:
    page.arrive(Place("read_plan", words=str(path)))
    qtbot.waitUntil(lambda: page._foreseen is not None, timeout=10_000)


def test_every_chapter_tells_what_becomes_of_it_and_nothing_is_written(
    qtbot: QtBot, reading: Reading, bridge: Bridge, tmp_path: Path
) -> None:
    page, _ = reading
    before = asked(bridge, EDITS)
    new = Heading(1, "8", "Slot", "Einde.")
    looked_at(qtbot, page, word(tmp_path / "plan.docx", [*SECOND, new]))
    told = [(str(page.rows.index(row, 1).data()), page.rows.marks[row].icon) for row in range(5)]
    assert told == [
        ("Keuzevrijheid", "minus"),
        ("Recht", "circle-arrow-right"),
        ("Kiezen", "pen-line"),
        ("Slot", "plus"),
        ("Geld", "circle-x"),
    ]
    assert [str(page.again.index(row, 0).data()) for row in range(3)] == [
        "I-0003",
        "I-0002",
        "I-0004",
    ]
    page.table.selectRow(2)
    assert page.pair.was.marked() == ["6.1", "altijd"]
    assert page.pair.now.marked() == ["6.2", "één keer per jaar"]
    page.filter.choose([Became.VANISHED])
    assert page.rows.rowCount() == 1
    assert asked(bridge, EDITS) == before
    assert page._number.text() == "0.10"
    assert walk.faults(page) == []


def test_reading_in_is_one_step_and_leads_to_the_plan(
    qtbot: QtBot, reading: Reading, bridge: Bridge, tmp_path: Path
) -> None:
    page, shown = reading
    looked_at(qtbot, page, word(tmp_path / "plan.docx", SECOND))
    page._number.setText("1.0")
    page._date.setText("6-9-2022")
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(shown.places), timeout=10_000)
    assert shown.places[-1].page == "plan"
    versions = "SELECT number, date, status, file FROM plan_versions WHERE deleted = 0"
    assert ("1.0", "2022-09-06", "CONCEPT", "plan.docx") in asked(bridge, versions)
    message = shown.messages[-1]
    assert message.second_link  # places to look at again
    assert message.wish is not None
    message.wish()
    assert len(asked(bridge, versions)) == 1


def test_a_number_that_is_there_already_is_said_and_nothing_changes(
    qtbot: QtBot, reading: Reading, bridge: Bridge, tmp_path: Path
) -> None:
    page, _ = reading
    before = asked(bridge, EDITS)
    looked_at(qtbot, page, word(tmp_path / "plan.docx", SECOND))
    page._number.setText("0.9")
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "0.9" in page.trouble.text(), timeout=10_000)
    assert asked(bridge, EDITS) == before
    assert page._document is not None  # nothing lost: another number will do
    page._number.setText("1.0")
    assert page.go.isEnabled()


@pytest.mark.parametrize("kind", ["no word", "no headings", "too many", "damaged", "gone"])
def test_what_is_no_plan_is_said_in_one_sentence(
    qtbot: QtBot, reading: Reading, bridge: Bridge, tmp_path: Path, kind: str
) -> None:
    page, _ = reading
    before = asked(bridge, EDITS)
    path = tmp_path / "plan.docx"
    if kind == "no word":
        path.write_bytes(b"%PDF-1.7 this is no Word document")
    elif kind == "no headings":
        word(path, [])
    elif kind == "too many":
        path = tmp_path / "plan.md"
        path.write_text("".join(f"# Kop {at}\n" for at in range(9_999)), encoding="utf-8")
    elif kind == "damaged":
        word(path, SECOND)
        path.write_bytes(path.read_bytes()[:-400])
    page.arrive(Place("read_plan", words=str(path)))
    qtbot.waitUntil(lambda: not page.trouble.isHidden(), timeout=10_000)
    said = page.trouble.text()
    assert path.name in said
    assert "\n" not in said
    assert not page.go.isEnabled()
    assert asked(bridge, EDITS) == before


def test_a_plan_can_be_dropped_on_the_window() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("plan.docx")])
    assert [path.name for path in dropped_files(data)] == ["plan.docx"]
