"""Beside a list: the detail and form of a row, who was heard, what it was and who changed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.editors import LineEditor, LongEditor
from samen_desktop.gui.lists.heard import HeardBlock
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.past import Versions
from samen_desktop.gui.lists.step_buttons import IconButton
from samen_desktop.store import records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer

from .conftest import Shown, ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui

Show = Callable[..., Shown]
KEY = Qt.Key


def test_the_detail_follows_the_row_and_settles_a_conflict(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    pane = show("inputs").page.pane("input")
    row = pane.model.row_at(4)
    assert row is not None

    def disagree(dossier: Dossier) -> None:
        with dossier.edit("change_input") as edit:
            heads = [head.id for head in edit.state(row.id).heads.get("summary", ())]
            edit.put(row.id, "summary", "De een", heads)
            edit.put(row.id, "summary", "De ander", heads)

    bridge.write(disagree)
    pane.view.go_to(4)
    qtbot.waitUntil(lambda: pane.detail._told is not None and pane.detail._told.record.id == row.id)
    told = pane.detail._told
    assert told is not None
    assert set(told.record.conflicts["summary"]) == {"De een", "De ander"}
    pane.detail._choose("summary", "De een")
    found = ask(bridge, lambda d: records.read(d, row.id))
    assert found[0].values["summary"] == "De een"  # type: ignore[attr-defined]
    assert found[0].conflicts == {}  # type: ignore[attr-defined]


def the_most_heard(pane: ListPane) -> bytes:
    """Go to a stakeholder who was at several sessions. Returns its id."""
    rows = [row for at in range(pane.model.rowCount()) if (row := pane.model.row_at(at))]
    found = next(row for row in rows if row.cells[2].isdigit() and int(row.cells[2]) > 1)
    pane.view.go_to(pane.model.find(found.key))
    return found.id


def links(widget: QWidget) -> dict[str, QAbstractButton]:
    found = [each for each in widget.findChildren(QAbstractButton) if each.isVisible()]
    return {each.text(): each for each in found}


def heard_beside(pane: ListPane, record: bytes, qtbot: QtBot) -> HeardBlock:
    """The block about who was heard in the form beside the list, once it is shown."""
    qtbot.waitUntil(lambda: pane.form is not None and pane.form.record == record)
    assert pane.form is not None
    block = pane.form.findChild(HeardBlock)
    assert block is not None
    qtbot.waitUntil(lambda: bool(links(block)))
    return block


def test_each_figure_of_who_was_heard_leads_to_the_list_it_counts(show: Show, qtbot: QtBot) -> None:
    shown = show("stakeholders")
    pane = shown.page.pane("stakeholder")
    record = the_most_heard(pane)
    block = heard_beside(pane, record, qtbot)
    figures = {text: link for text, link in links(block).items() if text.split()[0].isdigit()}
    assert figures
    for text, link in figures.items():
        link.click()
        place = shown.places[-1]
        assert record.hex() in {value for chosen in place.filters.values() for value in chosen}
        kind = {"sessions": "session", "inputs": "input"}[place.page]
        listed = show(place.page, place).page.pane(kind)
        assert listed.model.rowCount() == int(text.split()[0])
        assert kind == "input" or listed.bar.filters()["party"] == {record.hex()}


def test_a_session_in_who_was_heard_leads_to_that_session(show: Show, qtbot: QtBot) -> None:
    shown = show("stakeholders")
    pane = shown.page.pane("stakeholder")
    record = the_most_heard(pane)
    block = heard_beside(pane, record, qtbot)
    code, link = next((text, each) for text, each in links(block).items() if text[:3] == "SE-")
    link.click()
    sessions = show("sessions", shown.places[-1]).page.pane("session")
    row = sessions.model.row_at(sessions.view.currentIndex().row())
    assert row is not None
    assert row.cells[0] == code


def test_a_form_beside_a_list_tells_what_it_was_and_settles_a_conflict(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    pane = show("stakeholders").page.pane("stakeholder")
    row = pane.model.row_at(4)
    assert row is not None

    def disagree(dossier: Dossier) -> None:
        with dossier.edit("change_stakeholder") as edit:
            heads = [head.id for head in edit.state(row.id).heads.get("website", ())]
            edit.put(row.id, "website", "www.een.example", heads)
            edit.put(row.id, "website", "www.ander.example", heads)

    bridge.write(disagree)
    pane.view.go_to(4)
    qtbot.waitUntil(lambda: pane.form is not None and pane.form.record == row.id)
    form = pane.form
    assert form is not None
    note = form.row("note").editor
    assert isinstance(note, LongEditor)
    note.setFocus()
    QTest.keyClicks(note, "half getypt")
    versions = form.findChild(Versions)
    assert versions is not None
    qtbot.waitUntil(lambda: bool(links(versions)))
    kept = next(each for each in links(versions).values() if "www" not in each.text())
    kept.click()
    found = ask(bridge, lambda d: records.read(d, row.id))
    assert found[0].conflicts == {}  # type: ignore[attr-defined]
    assert [each for each in form.findChildren(Versions) if each.isVisible()] == []
    assert note.toPlainText().startswith("half getypt"), "what was typed beside it still stands"
    QApplication.processEvents()
    told = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert any("www.een.example" in text and "www.ander.example" in text for text in told)


def test_in_a_narrow_window_the_form_takes_the_place_of_the_list(show: Show, qtbot: QtBot) -> None:
    shown = show("stakeholders")
    pane = shown.page.pane("stakeholder")
    shown.page.resize(640, 400)
    QApplication.processEvents()
    assert pane.view.isVisible()
    assert not pane._form_page.isVisible()
    QTest.keyClick(pane.view, KEY.Key_Return)
    QApplication.processEvents()
    form = pane.form
    assert form is not None
    assert form.isVisible()
    assert not pane.view.isVisible()
    QTest.keyClick(form, KEY.Key_Escape)
    assert pane.view.isVisible()
    shown.page.resize(1182, 676)
    QApplication.processEvents()
    assert form.isVisible()
    assert pane.view.isVisible()


def test_a_form_shows_what_an_undo_brought_back(show: Show, bridge: Bridge, qtbot: QtBot) -> None:
    pane = show("stakeholders").page.pane("stakeholder")
    row = pane.model.row_at(1)
    assert row is not None
    pane.view.go_to(1)
    qtbot.waitUntil(lambda: pane.form is not None and pane.form.record == row.id)
    form = pane.form
    assert form is not None
    editor = form.row("name").editor
    assert isinstance(editor, LineEditor)
    was = editor.text()
    editor.setFocus()
    QTest.keyClicks(editor, " (nieuw)")
    form.save()
    assert editor.text() != was
    bridge.undo()
    assert editor.text() == was
    QTest.keyClicks(editor, "x")
    bridge.redo()
    assert "x" in editor.text(), "what is being typed is left alone"


def test_the_detail_says_whose_words_and_when_and_takes_back_a_colleagues_step_by_name(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    shown = show("inputs")
    pane = shown.page.pane("input")
    row = pane.model.row_at(4)
    assert row is not None

    def a_colleague_changes(dossier: Dossier) -> None:
        mine = dossier.writer
        dossier.writer = Writer("JV notulist", b"\x02" * 8)
        with dossier.edit("change_input") as edit:
            heads = [head.id for head in edit.state(row.id).heads.get("summary", ())]
            edit.put(row.id, "summary", "Zoals JV het hoorde", heads)
            edit.put(row.id, "summary", "Zoals ik het hoorde", heads)
        dossier.writer = mine
        with dossier.writing():  # as a merge brings it: no step made here
            dossier.conn.execute("UPDATE edit SET came = 0")

    bridge.write(a_colleague_changes)
    pane.view.go_to(4)
    qtbot.waitUntil(lambda: pane.detail._told is not None and bool(pane.detail._told.choices))
    texts = [each.text() for each in pane.detail.findChildren(QLabel)]
    assert "Zoals JV het hoorde" in texts
    assert any(each.startswith("JV notulist · ") for each in texts)
    bridge.undo()  # nothing was done here: a colleague's step is not picked
    assert len(ask(bridge, lambda d: records.read(d, row.id).conflicts)[0]) == 1  # type: ignore[arg-type]
    undo = next(
        each for each in pane.detail.findChildren(IconButton) if "JV" in each.accessibleName()
    )
    undo.click()
    assert ask(bridge, lambda d: records.read(d, row.id).conflicts) == [{}]
    assert "1" in shown.messages[-1].text
    assert shown.messages[-1].wish is not None
    shown.messages[-1].wish()
    assert len(ask(bridge, lambda d: records.read(d, row.id).conflicts)[0]) == 1  # type: ignore[arg-type]
