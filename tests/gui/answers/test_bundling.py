"""Bundles, text blocks, many at once, contradictions and own changes, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from samen_desktop.gui.answers.answer_form import HANDLER, REASON, TEXT
from samen_desktop.gui.page import Place
from tests.gui.hands import ALT, CTRL, SHIFT

from .conftest import Desk
from .test_answering import choose_status, write

pytestmark = pytest.mark.gui
K = Qt.Key


def codes_in(desk: Desk, bundle: str) -> list[object]:
    found = desk.ask(
        "SELECT i.shown FROM inputs AS i JOIN bundles AS b ON b.key = i.answer_owner"
        f" WHERE b.shown = '{bundle}' ORDER BY i.key"
    )
    return [code for (code,) in found]


def to_pile(desk: Desk) -> None:
    desk.hands.press(K.Key_L, CTRL | SHIFT)


def test_chosen_items_go_into_one_bundle_and_come_out_again(desk: Desk) -> None:
    desk.go("B-01")
    to_pile(desk)
    desk.hands.press(K.Key_Down, SHIFT, times=2)  # the bundle and the two inputs below it
    desk.hands.press(K.Key_B, CTRL)
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001", "I-0002", "I-0003", "I-0004"]
    assert desk.at("B-01")
    desk.hands.press(K.Key_I, CTRL)  # to the inputs
    desk.hands.press(K.Key_Down)
    desk.hands.press(K.Key_U, CTRL)
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001", "I-0003", "I-0004"]
    desk.bridge.undo()
    desk.bridge.undo()
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001", "I-0002"]


def test_inputs_that_are_chosen_are_split_off_into_a_bundle_of_their_own(desk: Desk) -> None:
    desk.go("B-01")
    desk.hands.press(K.Key_I, CTRL)
    desk.hands.press(K.Key_Down)
    desk.hands.press(K.Key_Space)
    desk.hands.press(K.Key_U, CTRL | SHIFT)
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001"]
    assert codes_in(desk, "B-02") == ["I-0002"]


def test_two_bundles_become_one_and_undo_parts_them(desk: Desk) -> None:
    desk.go("I-0003")
    desk.hands.press(K.Key_B, CTRL)  # of one alone it is asked into which: the first is a new one
    desk.hands.press(K.Key_Return)
    desk.settle()
    assert desk.at("B-02")
    desk.go("B-01")
    to_pile(desk)
    desk.hands.press(K.Key_Down, SHIFT)
    desk.hands.press(K.Key_B, CTRL)
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001", "I-0002", "I-0003"]
    assert desk.ask("SELECT count(*) FROM joined") == [(1,)]
    desk.bridge.undo()
    desk.settle()
    assert codes_in(desk, "B-02") == ["I-0003"]


def test_an_input_goes_into_a_bundle_that_is_found_by_its_words(desk: Desk) -> None:
    desk.go("I-0005")
    desk.hands.press(K.Key_B, CTRL)
    desk.hands.type("niet eens")
    desk.hands.press(K.Key_Return)
    desk.settle()
    assert codes_in(desk, "B-01") == ["I-0001", "I-0002", "I-0005"]
    assert desk.at("B-01")


def test_several_items_get_the_same_answer_in_one_edit(desk: Desk) -> None:
    desk.go("I-0003")
    to_pile(desk)
    desk.hands.press(K.Key_Down, SHIFT)
    edits = desk.ask("SELECT count(*) FROM edit")[0][0]
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    desk.hands.press(K.Key_Home)
    desk.hands.press(K.Key_Down, times=4)  # the first is none; ter kennisgeving
    desk.hands.press(K.Key_Tab)
    desk.hands.type("Dank u wel.")
    desk.hands.tab_to(lambda widget: widget is desk.page.many.handler)
    desk.hands.type("jurist")
    desk.hands.tab_to_name("Apply to all")
    desk.hands.press(K.Key_Space)
    desk.settle()
    assert [desk.answer_of(code, "status") for code in ("I-0003", "I-0004")] == ["TKN", "TKN"]
    assert desk.answer_of("I-0004", "text") == "Dank u wel."
    assert desk.ask("SELECT handler FROM inputs WHERE shown = 'I-0004'") == [("jurist",)]
    assert isinstance(edits, int)
    assert desk.ask("SELECT count(*) FROM edit") == [(edits + 1,)]
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.ask("SELECT count(*) FROM answers WHERE state = 'AKKOO'") == [(2,)]
    desk.bridge.undo()
    desk.bridge.undo()
    assert desk.answer_of("I-0004", "text") is None


def test_several_of_which_one_lacks_something_are_not_approved_and_it_is_named(
    desk: Desk,
) -> None:
    desk.go("I-0003")
    choose_status(desk, "VRG")
    write(desk, TEXT, "Ja.")
    desk.hands.press(K.Key_Tab)
    to_pile(desk)
    desk.hands.press(K.Key_Down, SHIFT)
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.said().startswith("I-0004 kan nog niet akkoord:")
    assert desk.ask("SELECT count(*) FROM answers WHERE state = 'AKKOO'") == [(0,)]


def test_a_text_block_is_made_of_an_answer_and_put_into_another(desk: Desk) -> None:
    desk.go("I-0003")
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, TEXT, "Dank voor uw inbreng.")
    desk.hands.press(K.Key_T, CTRL)
    desk.hands.press(K.Key_N, CTRL)
    desk.hands.type("Dank")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.ask("SELECT title, text FROM text_blocks") == [("Dank", "Dank voor uw inbreng.")]
    desk.hands.press(K.Key_Escape)
    desk.go("I-0004")
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, REASON, "Eerst dit:")
    desk.hands.press(K.Key_T, CTRL)
    desk.hands.type("dank")
    desk.hands.press(K.Key_Return)
    desk.hands.press(K.Key_Tab)
    desk.settle()
    assert desk.answer_of("I-0004", "reason") == "Eerst dit: Dank voor uw inbreng."


def test_a_text_block_is_changed_and_deleted(desk: Desk) -> None:
    desk.hands.press(K.Key_T, CTRL)
    desk.hands.press(K.Key_N, CTRL)
    desk.hands.type("Kort")
    desk.hands.press(K.Key_Return, CTRL)  # a text of nothing is refused
    desk.settle()
    assert desk.ask("SELECT count(*) FROM text_blocks") == [(0,)]
    desk.hands.press(K.Key_Tab)
    desk.hands.type("Ja.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.hands.press(K.Key_F2)
    desk.hands.press(K.Key_Tab)
    desk.hands.press(K.Key_A, CTRL)
    desk.hands.type("Nee.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.ask("SELECT text FROM text_blocks") == [("Nee.",)]
    desk.hands.press(K.Key_Delete)
    desk.settle()
    assert desk.ask("SELECT count(*) FROM text_blocks WHERE deleted = 0") == [(0,)]


def test_title_and_summary_of_a_bundle_are_changed_where_they_stand(desk: Desk) -> None:
    desk.go("B-01")
    title = desk.page.middle.title
    desk.hands.tab_to(lambda widget: widget is title)
    desk.hands.press(K.Key_A, CTRL)
    desk.hands.type("Bezwaar")
    desk.hands.press(K.Key_Tab)
    desk.hands.tab_to(lambda widget: widget is desk.page.middle.summary)
    desk.hands.type("Mensen zoeken een loket.")
    desk.hands.press(K.Key_Tab)
    desk.settle()
    assert desk.ask("SELECT title, summary FROM bundles") == [
        ("Bezwaar", "Mensen zoeken een loket.")
    ]


def test_a_contradiction_is_noted_seen_from_both_sides_and_taken_away(desk: Desk) -> None:
    desk.go("I-0003")
    desk.hands.press(K.Key_E, CTRL)
    desk.hands.type("tolk")
    desk.hands.press(K.Key_Return)
    desk.settle()
    for code, other in (("I-0003", "I-0006"), ("I-0006", "I-0003")):
        desk.go(code)
        item = desk.page.middle.item
        assert item is not None
        assert [shown for _, shown in item.inputs[0].contradicts] == [other]
    desk.hands.press(K.Key_E, CTRL)
    desk.hands.type("indicatie")
    desk.hands.press(K.Key_Return)
    desk.settle()
    assert desk.ask("SELECT count(*) FROM member WHERE field = 'contradicts'") == [(0,)]


def test_an_officials_own_change_is_a_row_without_a_submitter(desk: Desk) -> None:
    desk.hands.press(K.Key_A, CTRL | SHIFT)
    desk.hands.type("Tabel 3 is bijgewerkt.")
    desk.hands.press(K.Key_Return, CTRL)
    desk.settle()
    assert desk.at("I-0008")
    assert desk.ask("SELECT kind, words FROM inputs WHERE shown = 'I-0008'") == [
        ("AMBTS", "Tabel 3 is bijgewerkt.")
    ]
    item = desk.page.middle.item
    assert item is not None
    assert item.voices.people == 0


def test_what_looks_alike_is_added_with_one_key(desk: Desk) -> None:
    desk.go("I-0004")
    desk.hands.press(K.Key_L, CTRL)  # nothing was found yet, or nothing is alike
    assert "Nothing in this round" in desk.said()
    desk.page.ask_similar()
    assert desk.page.middle.likes.first() is not None
    desk.hands.press(K.Key_L, CTRL)
    desk.settle()
    assert desk.at("B-02")
    assert codes_in(desk, "B-02")[0] == "I-0004"


def test_next_and_previous_stay_inside_the_words_that_are_searched(desk: Desk) -> None:
    desk.page.arrive(Place("answers", words="geld"))
    desk.settle()
    assert desk.page.pile.model.pile.shown == 1
    desk.hands.press(K.Key_Down, ALT)
    desk.settle()
    assert desk.at("I-0005")
    desk.hands.press(K.Key_Down, ALT)
    desk.settle()
    assert desk.at("I-0005")


def test_the_handler_is_offered_again_where_it_was_given_before(desk: Desk) -> None:
    desk.go("I-0005")
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, HANDLER, "inkoopadviseur")
    desk.hands.press(K.Key_Tab)
    desk.go("I-0006")
    desk.hands.press(K.Key_W, CTRL | SHIFT)
    write(desk, HANDLER, "ink")
    desk.hands.press(K.Key_Return)
    desk.settle()
    assert desk.ask("SELECT handler FROM inputs WHERE shown = 'I-0006'") == [("inkoopadviseur",)]
