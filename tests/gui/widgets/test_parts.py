"""The small parts, driven by keys: labels, buttons, search, filters, dates, terms, messages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core.words import Words
from samen_desktop.gui.page import Message
from samen_desktop.gui.widgets.buttons import button, command_button
from samen_desktop.gui.widgets.choice_list import ChoiceModel
from samen_desktop.gui.widgets.date_field import DateField
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.filter_button import Choice, FilterButton
from samen_desktop.gui.widgets.flow import Flow
from samen_desktop.gui.widgets.labels import KINDS, form_label, label, tip
from samen_desktop.gui.widgets.message_bar import MessageBar
from samen_desktop.gui.widgets.search_box import SearchBox
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.segments import Segments
from samen_desktop.gui.widgets.term_box import TermBox
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
KEY = Qt.Key

GROUPS = [Choice(str(n), name, n) for n, name in enumerate(["ouders", "bonden", "scholen"])]
Show = Callable[[QWidget], QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    standing: list[QWidget] = []

    def put(widget: QWidget) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.addWidget(widget)
        qtbot.addWidget(ground)
        standing.append(ground)
        ground.resize(700, 400)
        ground.show()
        qtbot.waitExposed(ground)
        return ground

    return put


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_reads_html(show: Show, kind: str) -> None:
    ground = show(label("<img src=marker>", kind))
    assert walk.faults(ground) == []


def test_the_walk_notices_what_is_broken(show: Show) -> None:
    ground = QWidget()
    column = QVBoxLayout(ground)
    rich = QLabel("<b>x</b>", ground)
    nameless = QLineEdit(ground)
    aside = QLineEdit(ground)
    aside.setAccessibleName("aside")
    aside.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    cut = label("woorden die niet passen", "body", ground)
    for each in (rich, nameless, aside, cut):
        column.addWidget(each)
    cut.setFixedWidth(40)
    show(ground)
    said = " ".join(walk.faults(ground))
    for part in ("reads HTML", "has no name", "cannot be reached", "needs"):
        assert part in said


def test_an_elided_label_tells_all_of_it(show: Show) -> None:
    made = label("Een regel\ndie te lang is voor zo weinig plaats", elided=True)
    made.setFixedWidth(80)
    show(made)
    made.grab()
    assert "te lang" in made.toolTip()
    assert made.accessibleName() == "Een regel die te lang is voor zo weinig plaats"


def test_a_tool_tip_takes_text_as_written() -> None:
    assert "<img" not in tip("<img src=marker>")
    assert tip("") == ""
    assert len(tip("x" * 10**6)) < 3000


def test_a_form_label_names_its_field(show: Show) -> None:
    field = QLineEdit()
    made = form_label("Naam", field)
    assert field.accessibleName() == "Naam"
    assert made.buddy() is field


def test_a_button_shows_its_shortcut_and_gives_way(show: Show) -> None:
    made = button("Nieuwe inbreng", "primary", "plus", "Ctrl+N")
    assert made.sizeHint().width() > made.minimumSizeHint().width()
    assert made.accessibleDescription() == "Ctrl+N"
    assert walk.faults(show(made)) == []


def test_a_button_of_a_command_follows_it(show: Show) -> None:
    command = QAction("Verwijderen")
    command.setShortcut(QKeySequence("Ctrl+D"))
    done: list[bool] = []
    command.triggered.connect(lambda: done.append(True))
    made = command_button(command, "outlined")
    show(made)
    command.setEnabled(False)
    assert not made.isEnabled()
    command.setEnabled(True)
    command.setText("Weg ermee")
    assert (made.text(), made.keys) == ("Weg ermee", "Ctrl+D")
    QTest.keyClick(made, KEY.Key_Space)
    assert done == [True]


def test_search_tells_each_letter_and_esc_clears(show: Show) -> None:
    box = SearchBox("zoek in inbreng…")
    show(box)
    told: list[str] = []
    box.searched.connect(told.append)
    QTest.keyClicks(box, "ab ")
    assert told == ["a", "ab"]
    QTest.keyClick(box, KEY.Key_Escape)
    assert told[-1] == ""
    left: list[str] = []
    box.escaped.connect(lambda: left.append("esc"))
    box.left_down.connect(lambda: left.append("down"))
    QTest.keyClick(box, KEY.Key_Escape)
    QTest.keyClick(box, KEY.Key_Down)
    assert left == ["esc", "down"]


@pytest.mark.parametrize(
    ("codes", "value"),
    [("", ""), ("0", "ouders"), ("01", "ouders, bonden"), ("012", "ouders +2"), ("x", "x")],
)
def test_a_filter_says_its_value(show: Show, codes: str, value: str) -> None:
    made = FilterButton("group", "Groep")
    made.set_choices(GROUPS)
    made.set_chosen(frozenset(codes))
    assert made.value() == value
    assert made.accessibleName() == (f"Groep: {value}" if value else "Groep")
    assert walk.faults(show(made)) == []


def test_a_filter_with_long_words_says_their_numbers(show: Show) -> None:
    made = FilterButton("theme", "Thema")
    themes = [("a", "TH1 Afbakening"), ("b", "TH2 Toegang en triage"), ("c", "TH3 Vertrouwen")]
    made.set_choices([Choice(code, text, 1, text.split()[0]) for code, text in themes])
    made.set_chosen(frozenset("abc"))
    assert made.value() == "TH1 +2"
    assert "Toegang en triage" in made.toolTip()


def test_an_endless_word_is_broken_and_a_link_can_still_be_copied(show: Show) -> None:
    word = "Hottentottententen" * 8
    link = "https://example.org/" + "a" * 60
    made = label(f"{word} {link}", "read", wrapped=True)
    assert made.text() == f"{word} {link}"
    show(made).resize(260, 400)
    shown = QLabel.text(made)
    assert link in shown
    assert all(len(each) <= 40 for each in shown.replace(link, "").split("\u200b"))
    assert made.heightForWidth(260) > 3 * made.fontMetrics().height()


def test_a_row_that_flows_goes_on_below(show: Show) -> None:
    box = QWidget()
    row = Flow(box)
    for text in ("Fase", "Groep", "Thema", "Verwerking"):
        row.addWidget(FilterButton(text, text))
    show(box).resize(180, 200)
    QApplication.processEvents()
    tops = [each.y() for each in box.findChildren(FilterButton)]
    assert tops == sorted(tops)
    assert len(set(tops)) > 1
    assert row.heightForWidth(180) > row.heightForWidth(2000)
    assert all(each.geometry().right() < 180 for each in box.findChildren(FilterButton))


def test_a_filter_is_set_by_keys_alone(show: Show, qtbot: QtBot) -> None:
    made = FilterButton("group", "Groep")
    made.set_choices(GROUPS)
    show(made).activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    told: list[frozenset[str]] = []
    made.chosen_changed.connect(told.append)
    QTest.keyClick(made, KEY.Key_Return)
    popup = made._popup
    assert popup is not None
    assert walk.faults(popup) == []
    QTest.keyClick(popup._list, KEY.Key_Down)
    QTest.keyClick(popup._list, KEY.Key_Space)
    marked = popup._list.currentIndex().data(Qt.ItemDataRole.CheckStateRole)
    assert marked == Qt.CheckState.Checked, "the mark is seen where it was set"
    QTest.keyClick(popup._list, KEY.Key_Escape)
    assert told == [frozenset("1")]
    assert made._popup is None
    assert made.hasFocus()


def test_the_choices_of_a_filter_are_a_sound_model(qapp: object) -> None:
    model = ChoiceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_choices(GROUPS, frozenset("1"))
    model.search("ÓUD")
    assert model.rowCount() == 1


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("18-5", "2022-05-18"), ("18 mei", "2022-05-18"), ("mei 2022", "2022-05"), ("", "")],
)
def test_dates_as_people_type_them(show: Show, typed: str, iso: str) -> None:
    field = DateField("Datum")
    field.set_near(date(2022, 5, 1))
    show(field)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, KEY.Key_Return)
    assert field.iso() == iso


def test_what_is_no_date_stays_and_says_why(show: Show) -> None:
    field = DateField("Datum")
    field.set_iso("2022-05-18")
    show(field)
    problems: list[Words | None] = []
    field.problem_changed.connect(problems.append)
    field.selectAll()
    QTest.keyClicks(field, "ooit")
    QTest.keyClick(field, KEY.Key_Return)
    assert field.text() == "ooit"
    assert field.iso() == "2022-05-18"
    assert problems[-1] is not None
    assert "ooit" in problems[-1].nl
    field.selectAll()
    QTest.keyClicks(field, "19-05-2022")
    QTest.keyClick(field, KEY.Key_Up)
    assert field.iso() == "2022-05-20"
    assert problems[-1] is None


def test_a_date_tells_which_day_it_becomes_before_it_is_taken(show: Show) -> None:
    field = DateField("Datum")
    field.set_near(date(2022, 5, 1))
    show(field)
    QTest.keyClicks(field, "18 mei")
    assert field.becomes().endswith("18-05-2022")
    assert field.accessibleDescription() == field.becomes()
    assert field.text() == "18 mei"
    assert field.iso() == ""
    QTest.keyClick(field, KEY.Key_Return)
    assert (field.text(), field.becomes(), field.iso()) == ("18-05-2022", "", "2022-05-18")
    field.clear()
    QTest.keyClicks(field, "vr")
    assert field.becomes()
    QTest.keyClicks(field, "x")
    assert not field.becomes()


def test_a_page_pasted_into_a_date_is_not_cut(show: Show) -> None:
    field = DateField("Datum")
    show(field)
    field.insert("a" * 2500)
    assert not field.take()
    assert len(field.text()) == 2500


def test_a_term_that_left_the_list_stays_readable(show: Show) -> None:
    box = TermBox("Status")
    box.set_terms([("OPEN", "openstaand"), ("KLAAR", "afgerond")])
    box.set_code("XOUD")
    assert box.code() == "XOUD"
    told: list[str] = []
    box.code_changed.connect(told.append)
    show(box)
    QTest.keyClick(box, KEY.Key_Up)
    assert told == ["KLAAR"]


def test_segments_go_by_arrows(show: Show) -> None:
    made = Segments("Lijst", [("a", "Stakeholders"), ("b", "Groepen")])
    told: list[str] = []
    made.chosen_changed.connect(told.append)
    assert walk.faults(show(made)) == []
    QTest.keyClick(made, KEY.Key_Right)
    assert (made.chosen(), told) == ("b", ["b"])


def test_a_message_is_acted_on_once_and_never_takes_the_focus(show: Show, qtbot: QtBot) -> None:
    bar = MessageBar()
    ground = show(bar)
    ground.activateWindow()
    editor = QLineEdit(ground)
    editor.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    done: list[str] = []
    bar.show_message(
        Message("need", "<b>Kijk</b>", "Openen", lambda: done.append("open"), "Map", None)
    )
    assert editor.hasFocus()
    editor.setAccessibleName("proef")
    assert walk.rich_labels(ground) == []
    QTest.mouseClick(bar._link, Qt.MouseButton.LeftButton)
    assert done == ["open"]
    assert not bar.isVisible()


def test_a_message_that_leads_to_another_is_replaced(show: Show) -> None:
    bar = MessageBar()
    show(bar)
    second = Message("failed", "Dat ging niet.")
    bar.show_message(Message("need", "Probeer.", "Doe", lambda: bar.show_message(second)))
    bar._link.click()
    assert bar.message is second


def test_sections_and_empty_states(show: Show) -> None:
    section = Section("Te laat", link="alle 7", remark="intern", icon="lock", large=True)
    assert walk.faults(show(section)) == []
    empty = EmptyState("Nog geen sessies.", "Plan de eerste.", "Sessie plannen", "Ctrl+N")
    told: list[bool] = []
    empty.chosen.connect(lambda: told.append(True))
    assert walk.faults(show(empty)) == []
    QTest.keyClick(empty._button, KEY.Key_Space)
    assert told == [True]
