"""Notuleren by real keys: what a line becomes in the file, and what every key does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester

from samen_desktop.core.note_sheet import Sheet
from samen_desktop.gui.page import Place
from tests.gui.notes.stage import CTRL, SHIFT, Stage
from tests.gui.walk import faults

pytestmark = pytest.mark.gui
K = Qt.Key


def test_a_line_becomes_an_input_and_the_line_is_empty(stage: Stage) -> None:
    stage.keyboard.enter('?zorg @Ouder 4 Waar kan ik heen "met lege handen" - #TH9')
    assert stage.line.text() == ""
    assert stage.last_input() == (
        'Waar kan ik heen "met lege handen"', "ZORG", "KRITI", "3", "TH9", "Ouder 4",
    )  # fmt: skip


def test_what_was_named_stays_and_a_name_alone_only_changes_what_stays(stage: Stage) -> None:
    before = stage.ask("SELECT count(*) FROM inputs")
    stage.keyboard.enter("@Ouder 7 #TH2")
    assert stage.ask("SELECT count(*) FROM inputs") == before
    stage.keyboard.enter("Bel elke maand even op")
    assert stage.last_input()[-2:] == ("TH2", "Ouder 7")


def test_an_action_is_a_follow_up_of_the_session(stage: Stage) -> None:
    stage.keyboard.enter("!route uitzoeken coördinator vóór 01-06")
    found = stage.ask(
        "SELECT description, owner, due, status, origin = (SELECT key FROM sessions WHERE id = ?)"
        " FROM follow_ups ORDER BY id DESC LIMIT 1",
        stage.session,
    )
    assert found == [("route uitzoeken", "coördinator", "2022-06-01", "OPEN", 1)]


def test_tab_takes_what_is_suggested_and_escape_leaves_the_text(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.type("eerst laten zien #ov")
    assert stage.page.naming.popup.isVisible()
    keyboard.press(K.Key_Tab)
    assert stage.line.text() == "eerst laten zien #TH4 "
    keyboard.type("@Ou")
    keyboard.press(K.Key_Escape)
    assert not stage.page.naming.popup.isVisible()
    assert stage.line.text() == "eerst laten zien #TH4 @Ou"
    keyboard.type("d")
    assert not stage.page.naming.popup.isVisible()  # what she closed stays closed for this name


def test_new_themes_and_participants_without_leaving_the_line(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.type("@ouder")
    keyboard.press(K.Key_Return, CTRL)
    assert stage.line.text() == "@Ouder 13 "
    keyboard.type("geen bus #vervoer")
    keyboard.press(K.Key_Return, CTRL)
    keyboard.press(K.Key_Return)
    assert stage.last_input()[-2:] == ("vervoer", "Ouder 13")
    group = stage.ask(
        "SELECT groups.name FROM groups JOIN member ON member.member = groups.key"
        " AND member.field = 'group' AND member.owner = (SELECT max(key) FROM inputs)"
    )
    assert group == [("ouders",)]
    keyboard.enter("ook @Ouder 13 #vervoer")
    assert stage.ask("SELECT count(*) FROM themes WHERE name = 'vervoer'") == [(1,)]
    assert stage.ask("SELECT count(*) FROM participants WHERE code = 'Ouder 13'") == [(1,)]


def test_a_speaker_nobody_knows_stays_in_the_words(stage: Stage) -> None:
    stage.keyboard.type("@Anneke zegt iets")
    assert any("Anneke" in text for text in stage.page.zone.sayings.texts)
    stage.keyboard.press(K.Key_Return)
    assert stage.last_input()[0] == "@Anneke zegt iets"
    assert stage.ask("SELECT count(*) FROM participants WHERE code LIKE 'Anneke%'") == [(0,)]


def test_this_line_says_what_is_understood_now(stage: Stage) -> None:
    stage.keyboard.type('"zo is het" -')
    assert stage.page.zone.sayings.texts == ["kritisch", "quote"]
    stage.keyboard.press(K.Key_Backspace)
    assert stage.page.zone.sayings.texts == ["quote"]


def test_recent_themes_and_what_stays_by_key(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.press(K.Key_3, CTRL)
    third = stage.page.understanding.slots[2]
    keyboard.press(K.Key_F4)
    keyboard.type("2")
    keyboard.press(K.Key_Return)
    keyboard.press(K.Key_F3)
    keyboard.type("ouder 5")
    keyboard.press(K.Key_Tab)
    assert stage.line.text() == ""
    keyboard.enter("Bij de intake altijd twee medewerkers")
    assert stage.last_input()[3:] == ("2", third, "Ouder 5")
    keyboard.press(K.Key_F2)
    keyboard.press(K.Key_Escape)
    keyboard.enter("En nog iets")
    assert stage.last_input()[3:] == ("2", third, "Ouder 5")


def test_an_item_is_edited_walked_to_and_left_as_it_was(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.enter("@Ouder 4 Klagen moet ook buiten kunnen #TH9")
    keyboard.type("half af")
    keyboard.press(K.Key_Up)
    assert stage.line.text() == "@Ouder 4 Klagen moet ook buiten kunnen #TH9"
    keyboard.type(" +")
    keyboard.press(K.Key_Return)
    assert stage.line.text() == "half af"
    assert stage.last_input()[:3] == ("Klagen moet ook buiten kunnen", None, "POSIT")
    edits = stage.ask("SELECT count(*) FROM edit")
    for key in (K.Key_Up, K.Key_Up, K.Key_Down):
        keyboard.press(key, CTRL)
    assert stage.line.text().startswith("@Ouder 4 Klagen")
    keyboard.type(" #TH1")
    keyboard.press(K.Key_Escape)
    keyboard.press(K.Key_Escape)
    assert stage.line.text() == "half af"
    assert stage.ask("SELECT count(*) FROM edit") == edits


def test_split_join_delete_and_undo(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.enter("@Ouder 4 Eerst dit #TH9")
    keyboard.press(K.Key_Up)
    keyboard.press(K.Key_Home)
    for _ in range(len("@Ouder 4 Eerst")):
        keyboard.press(K.Key_Right)
    keyboard.press(K.Key_Return, CTRL | SHIFT)
    assert stage.last_input() == ("dit", None, None, "3", "TH9", "Ouder 4")
    two = stage.page.rows.committed()[-2:]
    assert [row.note.words for row in two] == ["Eerst", "dit"]
    keyboard.press(K.Key_J, CTRL)
    assert stage.page.rows.committed()[-1].note.words == "Eerst dit"
    keyboard.press(K.Key_Delete, CTRL)
    assert two[0].id not in {row.id for row in stage.page.rows.committed()}
    for _ in range(3):
        keyboard.press(K.Key_Z, CTRL)
    assert stage.page.rows.committed()[-1].note.words == "Eerst dit"
    assert stage.page.rows.committed()[-1].id == two[0].id


def test_undo_in_the_line_comes_before_undo_in_the_round(stage: Stage) -> None:
    keyboard = stage.keyboard
    keyboard.enter("een item")
    count = stage.page.rows.rowCount()
    keyboard.type("half")
    keyboard.press(K.Key_Z, CTRL)
    assert stage.line.text() == ""
    assert stage.page.rows.rowCount() == count
    keyboard.press(K.Key_Z, CTRL)
    assert stage.page.rows.rowCount() == count - 1


def paste(stage: Stage, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    stage.line.insertFromMimeData(data)


def test_several_pasted_lines_are_asked_once_and_are_one_edit(stage: Stage) -> None:
    edits = stage.ask("SELECT count(*) FROM edit")[0][0]
    count = stage.page.rows.rowCount()
    paste(stage, "- @Ouder 4 een bankje #TH2\n\n• te druk\n3. graag langer open")
    assert stage.page.zone.question.isVisible()
    assert stage.line.text() == ""
    stage.keyboard.press(K.Key_Return)
    assert stage.page.rows.rowCount() == count + 3
    assert stage.ask("SELECT count(*) FROM edit")[0][0] == int(str(edits)) + 1
    assert stage.last_input() == ("graag langer open", None, None, "3", "TH2", "Ouder 4")
    paste(stage, "een\ntwee")
    stage.keyboard.press(K.Key_Escape)
    assert stage.line.text() == "een twee"


def test_a_very_long_text_stays_one_line_and_whole(stage: Stage) -> None:
    paste(stage, "heel lang " * 500)
    stage.keyboard.press(K.Key_Return)
    assert len(str(stage.last_input()[0])) == len("heel lang " * 500) - 1


def test_escape_leaves_only_where_the_line_is_empty(stage: Stage) -> None:
    left: list[bool] = []
    stage.page.leave_requested.connect(lambda: left.append(True))
    stage.keyboard.type("half")
    stage.keyboard.press(K.Key_Escape)
    assert not left
    for _ in "half":
        stage.keyboard.press(K.Key_Backspace)
    stage.keyboard.press(K.Key_Escape)
    assert left


def test_the_agenda_goes_on_by_key(stage: Stage) -> None:
    stage.keyboard.press(K.Key_PageDown, CTRL)
    assert stage.page.header.agenda.at == 1
    stage.keyboard.press(K.Key_PageUp, CTRL)
    assert stage.page.header.agenda.at == 0


def test_the_second_window_has_no_names(stage: Stage) -> None:
    stage.keyboard.enter("@Ouder 4 dit zei ik, en @Anneke ook")
    stage.keyboard.press(K.Key_F9)
    second = stage.page._projector
    assert second is not None
    model = second.table.model()
    shown = [
        str(model.index(row, column).data() or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "ouders" in shown
    assert not any("Ouder 4" in text or "Anneke" in text for text in shown)
    stage.keyboard.press(K.Key_F9)
    assert not second.isVisible()


def test_the_names_would_be_seen_in_the_list_of_the_first_window(stage: Stage) -> None:
    stage.keyboard.enter("@Ouder 4 dit zei ik")
    model = stage.page.rows
    shown = [str(model.index(model.rowCount() - 1, c).data()) for c in range(model.columnCount())]
    assert "Ouder 4" in shown


def test_the_model_keeps_qts_rules_while_items_come_and_go(stage: Stage) -> None:
    tester = QAbstractItemModelTester(
        stage.page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    stage.keyboard.enter("een")
    stage.keyboard.enter("twee")
    stage.keyboard.press(K.Key_Delete, CTRL)
    stage.keyboard.press(K.Key_Z, CTRL)
    stage.page.rows.show_committed([])
    assert tester.model() is stage.page.rows


def test_text_that_looks_like_html_is_text_and_every_input_has_its_name(stage: Stage) -> None:
    stage.keyboard.enter("<img src=x> <b>vet</b> #<i>thema</i>")
    stage.keyboard.type("#<i")
    stage.page.arrive(Place("notes"))
    assert faults(stage.page) == []


def test_nothing_is_shown_of_a_session_that_has_nothing(stage: Stage) -> None:
    facts = stage.page.understanding.sheet.session
    stage.page._on_sheet(Sheet(facts))
    assert stage.page.rows.rowCount() == 0
    stage.keyboard.press(K.Key_Up)
    stage.keyboard.press(K.Key_J, CTRL)
    stage.keyboard.press(K.Key_Delete, CTRL)
    assert stage.line.text() == ""
