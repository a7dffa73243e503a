"""Rapporten: what was made is really there, and the page says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from samen_desktop.core.backups import MANUAL, reason_words
from samen_desktop.core.privacy import Likely
from samen_desktop.core.reports.filters import Filters
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files import work
from samen_desktop.gui.files.pages import PAGES
from samen_desktop.gui.files.reports_page import ReportsPage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


@pytest.fixture
def messages() -> list[Message]:
    return []


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, settings: Settings, messages: list[Message]) -> ReportsPage:
    made = PAGES["reports"](bridge, settings)
    assert isinstance(made, ReportsPage)
    qtbot.addWidget(made)
    made.message_posted.connect(messages.append)
    made.resize(1182, 676)
    made.show()
    made.arrive(Place("reports"))
    qtbot.waitUntil(made._nothing_sent.isVisible)
    return made


def test_a_report_is_made_in_the_public_edition_and_told(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    assert page.reports.form.choice().edition == "openbaar"
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    (path,) = tmp_path.glob("*.xlsx")
    assert path.name in messages[0].text
    assert messages[0].link
    assert messages[0].second_link
    book = openpyxl_module("openpyxl").load_workbook(path, read_only=True)
    assert "Nota van beantwoording" in book.sheetnames
    book.close()
    qtbot.waitUntil(lambda: page._sent_rows.rowCount() == 1)


def test_a_place_that_is_none_is_one_sentence(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    place = page.reports.form.place
    place._path.setText(str(tmp_path / "overzicht.pdf"))
    page.reports.make()
    assert [message.kind for message in messages] == ["failed"]
    place._path.setText(str(tmp_path / "demo.samen" / "overzicht.xlsx"))
    page.reports.make()
    qtbot.waitUntil(lambda: len(messages) == 2, timeout=20_000)
    assert messages[1].kind == "failed"


def test_a_backup_is_made_and_its_page_is_a_step_away(
    qtbot: QtBot, page: ReportsPage, messages: list[Message]
) -> None:
    gone: list[Place] = []
    page.go_requested.connect(gone.append)
    page._on_back_up_wished()
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert messages[0].kind == "information", messages[0].text
    why = language.say(reason_words(MANUAL))
    qtbot.waitUntil(lambda: why in page._newest.text())
    page._on_backups_wished()
    assert gone == [Place("backups")]


def test_a_copy_for_somebody_carries_the_mark(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    target = tmp_path / "voor JK.samen"
    page._copy._path.setText(str(target))
    QTest.keyClicks(page._copy._mark, "j")
    assert not page._copy._go.isEnabled()
    QTest.keyClicks(page._copy._mark, "k")
    QTest.mouseClick(page._copy._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    with Dossier.open(target, a_writer()) as copy:
        noted(copy, "op de andere laptop")
        (code,) = copy.conn.execute(
            "SELECT shown FROM inputs WHERE words = 'op de andere laptop'"
        ).fetchone()
    assert code == "I-JK-0001"
    QTest.mouseClick(page._copy._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(messages) == 2, timeout=20_000)
    assert messages[1].kind == "failed"


def test_saving_as_goes_on_in_the_copy(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], bridge: Bridge
) -> None:
    QTest.keyClicks(page._save_as._mark, "XY")
    target = page._save_as.path()
    QTest.mouseClick(page._save_as._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert messages[0].wish is not None
    with qtbot.waitSignal(bridge.opened, timeout=10_000):
        messages[0].wish()
    assert bridge.facts is not None
    assert bridge.facts.path == target


@pytest.mark.parametrize("part", ["copy", "save_as"])
def test_a_place_may_name_a_part_of_the_page(page: ReportsPage, part: str) -> None:
    page.arrive(Place("reports", words=part))


def test_the_page_keeps_its_promises(page: ReportsPage) -> None:
    assert walk.faults(page) == []


def chosen(page: ReportsPage, **fields: object) -> None:
    """Another choice in the form, as a person leaves it."""
    form = page.reports.form
    form.show_choice(replace(form.choice(), **fields))  # type: ignore[arg-type]
    form.changed.emit()


def test_what_stays_behind_is_seen_before_and_leads_to_its_row(
    qtbot: QtBot, page: ReportsPage, bridge: Bridge
) -> None:
    pane = page.reports.foreseen
    qtbot.waitUntil(lambda: pane._rows.rowCount() > 0)
    rows = pane._rows
    assert not pane._go.isEnabled()
    places: list[Place] = []
    page.go_requested.connect(places.append)
    pane._table.selectRow(0)
    QTest.mouseClick(pane._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(places))
    assert places[0].page in ("inputs", "sessions", "bundles", "stakeholders")
    assert places[0].record is not None
    assert str(rows.index(0, 0).data())
    chosen(page, edition="intern")
    qtbot.waitUntil(lambda: pane._rows.rowCount() == 0)
    assert not pane._table.isVisible()


def test_a_row_is_confirmed_where_it_is_held_back(
    qtbot: QtBot, page: ReportsPage, bridge: Bridge
) -> None:
    def plant(dossier: Dossier) -> None:
        noted(dossier, "Bel mij op 06-12345678", privacy="OPENB", status="GECTR")

    pane = page.reports.foreseen
    bridge.write(plant, lambda _: page.reports.look())
    likely = language.say(Likely.PHONE.words)
    qtbot.waitUntil(lambda: likely in str(pane._rows.index(0, 2).data()))
    before = pane._rows.rowCount()
    pane._table.selectRow(0)
    assert pane._confirm.isEnabled()
    QTest.mouseClick(pane._confirm, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane._rows.rowCount() == before - 1)
    pane._table.selectRow(0)  # held back for another reason: confirming would not help
    assert not pane._confirm.isEnabled()
    assert pane._why_not.text()


def test_a_choice_is_kept_by_name_and_made_again(
    qtbot: QtBot, page: ReportsPage, messages: list[Message]
) -> None:
    bar, form = page.reports.kept, page.reports.form
    chosen(
        page, report="impression", edition="collega", suffix=".docx", recipient="griffie",
        filters=Filters(session="SE-07"), columns=("Kern",),
    )  # fmt: skip
    kept = form.choice()
    QTest.keyClicks(bar._name, "Impressie ouders")
    QTest.keyClick(bar._name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Impressie ouders" in bar._choices)
    chosen(page, report="matrix", edition="intern", suffix=".xlsx", filters=Filters())
    bar._kept.set_code("Impressie ouders")
    bar._kept.code_changed.emit("Impressie ouders")
    assert form.choice() == kept
    assert form.place.path().suffix == ".docx"
    QTest.mouseClick(bar._forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar._choices)


def test_what_does_not_go_together_cannot_be_chosen(page: ReportsPage) -> None:
    form = page.reports.form
    chosen(page, report="matrix", suffix=".docx")
    assert form.choice().suffix == ".xlsx"
    assert not form._format.isEnabled()
    chosen(page, report="held-back", edition="openbaar")
    assert form.choice().edition == "intern"
    assert not form._edition.isEnabled()
    chosen(page, report="nota", edition="openbaar", suffix=".docx")
    assert form.place.path().name.endswith("openbaar.docx")


def test_a_large_round_is_looked_at_when_asked(
    qtbot: QtBot, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = page.reports.foreseen
    qtbot.waitUntil(lambda: pane._rows.rowCount() > 0)
    monkeypatch.setattr(work, "_AT_ONCE", 10)
    page.reports.look()
    qtbot.waitUntil(pane._look.isVisible)
    assert pane._rows.rowCount() == 0
    QTest.mouseClick(pane._look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane._rows.rowCount() > 0, timeout=20_000)


def test_columns_can_be_left_out(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    form = page.reports.form
    qtbot.waitUntil(lambda: bool(form._columns._choices))
    form._columns.set_chosen(frozenset({"Beantwoording"}))
    page.reports.make()
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    (path,) = tmp_path.glob("*.xlsx")
    book = openpyxl_module("openpyxl").load_workbook(path)
    head = next(book["Nota van beantwoording"].iter_rows(values_only=True))
    assert head == ("Nr", "Beantwoording")


def test_a_place_may_name_a_report(qtbot: QtBot, page: ReportsPage) -> None:
    page.arrive(Place("reports", words="impression"))
    assert page.reports.form.choice().report == "impression"
    page.arrive(Place("reports"))
    assert page.reports.form.choice().report == "impression"
