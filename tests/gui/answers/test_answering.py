"""Answering at the desk by keyboard: duties beside fields, approval, versions, half-typed text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from samen_desktop.gui.answers.answer_form import PLACE, REASON, STATUS, TEXT
from samen_desktop.gui.answers.page import AnswersPage
from samen_desktop.gui.page import Place
from tests.gui.hands import ALT, CTRL, SHIFT

from .conftest import Desk, Open

pytestmark = pytest.mark.gui
K = Qt.Key


ORDER = ("OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN")


def choose_status(desk: Desk, code: str) -> None:
    """Ctrl+Shift+W goes to the answer, whose first field is the status; the arrows choose."""
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    desk.hands.press(K.Key_Home)
    desk.hands.press(K.Key_Down, times=ORDER.index(code))
    desk.hands.press(K.Key_Tab)


def write(desk: Desk, name: str, text: str) -> None:
    """Tab to a field of the answer and type."""
    wanted = desk.page.answer.form.widget(name)
    desk.hands.tab_to(lambda widget: widget is wanted)
    desk.hands.type(text)


def test_three_items_are_answered_and_approved_without_a_mouse(desk: Desk) -> None:
    assert desk.at("B-01")  # the desk begins at the first item of the largest group
    choose_status(desk, "NOV")
    write(desk, TEXT, "Wij doen dit niet.")
    write(desk, REASON, "Het geld is er niet.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.answer_of("B-01", "state") == "AKKOO"
    assert desk.answer_of("B-01", "reason") == "Het geld is er niet."
    assert desk.at("I-0003")  # on by itself, inside the filter
    choose_status(desk, "VRG")
    write(desk, TEXT, "Alleen u en uw begeleider.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.answer_of("I-0003", "state") == "AKKOO"
    assert desk.at("I-0004")
    choose_status(desk, "OVG")
    write(desk, TEXT, "Dat staat nu in het plan.")
    write(desk, PLACE, "6.2")
    desk.hands.press(K.Key_Return)
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    place = "(SELECT number FROM chapters WHERE key = a.place)"
    assert desk.ask(f"SELECT {place} FROM answers AS a WHERE status = 'OVG'") == [("6.2",)]
    assert desk.ask("SELECT count(*) FROM answers WHERE state = 'AKKOO'") == [(3,)]
    assert desk.at("I-0005")  # the next group is opened for the next item


def test_duties_stand_beside_their_fields_while_one_types(desk: Desk) -> None:
    form = desk.page.answer.form
    choose_status(desk, "DEE")
    assert form.head(REASON).said().startswith("Verplicht bij gedeeltelijk")
    assert form.head(PLACE).said().startswith("Verplicht bij gedeeltelijk")
    write(desk, REASON, "   ")
    assert form.head(REASON).said().startswith("Verplicht")  # spaces are no reason
    write(desk, REASON, "Een brief kost te veel tijd.")
    assert form.head(REASON).said() == "filled in, as needed here"
    write(desk, PLACE, "6.")
    desk.hands.press(K.Key_Down)
    desk.hands.press(K.Key_Return)
    assert form.place.text() == "6.2 Rechtspositie"
    assert form.head(PLACE).said() == "filled in, as needed here"
    assert set(desk.page.answer.lacking()) == {TEXT}


def test_approval_is_refused_with_one_sentence_and_goes_to_the_field(desk: Desk) -> None:
    choose_status(desk, "NOV")
    write(desk, TEXT, "Nee.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.said() == (
        "B-01 cannot be approved yet: Verplicht bij niet overgenomen: waarom niet?"
    )
    assert QApplication.focusWidget() is desk.page.answer.form.widget(REASON)
    assert desk.answer_of("B-01", "state") is None
    assert desk.answer_of("B-01", "text") == "Nee."


def test_what_is_adopted_or_not_follows_from_the_status_until_somebody_says_otherwise(
    desk: Desk,
) -> None:
    form = desk.page.answer.form
    choose_status(desk, "DEE")
    assert form.leads.currentText() == "gedeeltelijk"
    assert desk.answer_of("B-01", "leads_to_change") is None
    desk.hands.tab_to(lambda widget: widget is form.leads)
    desk.hands.type("j")
    desk.hands.press(K.Key_Tab)
    assert desk.answer_of("B-01", "leads_to_change") == "JA"


def test_a_published_answer_that_is_changed_keeps_the_published_one_to_read(desk: Desk) -> None:
    desk.go("I-0004")
    choose_status(desk, "VRG")
    write(desk, TEXT, "Alleen uw begeleider.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.go("I-0004")
    desk.hands.press(K.Key_P, CTRL | SHIFT)
    desk.go("I-0004")
    assert desk.answer_of("I-0004", "state") == "PUBL"
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, TEXT, " En uzelf.")
    desk.hands.press(K.Key_Tab)
    desk.settle()
    assert desk.answer_of("I-0004", "state") == "CONCEPT"
    assert desk.answer_of("I-0004", "version") == 2
    item = desk.page.middle.item
    assert item is not None
    assert [each.text for each in item.versions] == ["Alleen uw begeleider."]
    desk.bridge.undo()
    desk.settle()
    assert desk.answer_of("I-0004", "state") == "PUBL"
    assert desk.page.answer.form.text_of(TEXT) == "Alleen uw begeleider."


def test_half_typed_text_is_there_again_after_the_program_ended(open_desk: Open) -> None:
    desk = open_desk()
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, TEXT, "Wij denken er nog over na, en")
    desk.page.saving.keep_now()
    assert desk.answer_of("B-01", "text") is None
    # The program ends without a word: no field is left, nothing is saved.
    desk.page.answer.item = None
    desk.bridge.close()
    again = open_desk()
    assert again.at("B-01")
    assert again.page.answer.form.text_of(TEXT) == "Wij denken er nog over na, en"
    assert "B-01" in again.said()
    again.hands.press(K.Key_W, CTRL | SHIFT)
    write(again, TEXT, "")
    again.hands.press(K.Key_Tab)
    again.settle()
    assert again.answer_of("B-01", "text") == "Wij denken er nog over na, en"
    assert again.ask("SELECT count(*) FROM draft") == [(0,)]


def test_an_answer_of_40_000_characters_is_refused_in_a_sentence_and_stays_to_be_cut(
    desk: Desk,
) -> None:
    field = desk.page.answer.form.text_field(TEXT)
    choose_status(desk, "VRG")
    desk.hands.tab_to(lambda widget: widget is field)
    QApplication.clipboard().setText("lang woord " * 3_700)
    desk.hands.press(K.Key_V, CTRL)
    desk.hands.press(K.Key_Tab)
    desk.settle()
    assert "Te lang" in desk.page.answer.form.head(TEXT).said()
    assert desk.answer_of("B-01", "text") is None
    desk.hands.press(K.Key_Down, ALT)
    desk.settle()
    assert not desk.at("B-01")
    desk.hands.press(K.Key_Up, ALT)
    desk.settle()
    assert len(desk.page.answer.form.text_of(TEXT)) > 40_000


def test_a_theme_that_is_deleted_while_it_is_used_leaves_its_items_on_the_desk(
    desk: Desk,
) -> None:
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, TEXT, "Half getypt")

    def delete(dossier: object) -> None:
        from samen_desktop.store import records
        from samen_desktop.store.dossier import Dossier

        assert isinstance(dossier, Dossier)
        (theme,) = dossier.conn.execute("SELECT id FROM themes WHERE number = 'TH9'").fetchone()
        records.delete_many(dossier, [theme])

    desk.bridge.write(delete)
    desk.settle()
    assert desk.at("B-01")
    assert desk.page.answer.form.text_of(TEXT) == "Half getypt"
    desk.hands.press(K.Key_Tab)
    desk.settle()
    assert desk.answer_of("B-01", "text") == "Half getypt"
    assert [group.count for group in desk.page.pile.model.pile.groups] == [3, 3]


def test_the_item_under_work_stays_in_sight_when_its_filter_lets_it_go(desk: Desk) -> None:
    undecided = frozenset({"OPN"})
    desk.page.arrive(Place("answers", filters={"answer/status": undecided}))
    desk.settle()
    assert desk.at("B-01")
    choose_status(desk, "NOV")
    desk.settle()
    assert desk.at("B-01")
    assert desk.page.pile.current_item() is not None
    assert desk.page.pile.model.pile.shown == 5
    desk.hands.press(K.Key_Down, ALT)
    desk.settle()
    assert desk.at("I-0003")


def test_the_walk_through_the_page_finds_nothing_amiss(desk: Desk) -> None:
    from tests.gui import walk

    assert isinstance(desk.page, AnswersPage)
    assert walk.faults(desk.page) == []
    assert desk.page.answer.form.widget(STATUS) in walk.tab_order(desk.page, desk.page.pile.view)


def test_from_the_desk_one_key_leads_to_the_nota(desk: Desk) -> None:
    gone: list[Place] = []
    desk.page.go_requested.connect(gone.append)
    desk.hands.press(K.Key_M, CTRL | SHIFT)
    assert gone == [Place("reports", words="nota")]
