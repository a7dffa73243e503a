"""Overzicht by mouse and keys: what is said follows from the round, all of it leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from samen_desktop.core.reports.reach import State
from samen_desktop.core.standing import Unheard
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.overview.figures import FigureStrip, ProcessingBar
from samen_desktop.gui.overview.marks import Marks
from samen_desktop.gui.overview.page import OverviewPage
from samen_desktop.gui.overview.route_bar import RouteBar
from samen_desktop.gui.overview.rows import ComingRows, LateRows, UnheardRows
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.looking_again import to_look_at
from samen_desktop.store.reading.standing import read_course, read_fates
from tests.builders import a_round, a_session, a_writer
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

M = TypeVar("M", bound=Marks)
pytestmark = pytest.mark.gui
TODAY = date(2022, 6, 20)


def part(page: QWidget, kind: type[M]) -> M:
    found = page.findChild(kind)
    assert found is not None
    return found


def chosen(qtbot: QtBot, page: OverviewPage, marks: Marks, at: int) -> Place:
    """Where a click on a mark leads."""
    middle = marks.marks()[at].rect.center().toPoint()
    with qtbot.waitSignal(page.go_requested, timeout=1000) as went:
        QTest.mouseClick(marks, Qt.MouseButton.LeftButton, pos=middle)
    place = went.args[0]
    assert isinstance(place, Place)
    return place


def test_figures_say_what_the_round_holds(page: OverviewPage, bridge: Bridge) -> None:
    dossier: list[Dossier] = []
    bridge.read(lambda found: found, dossier.append)
    course, fates = read_course(dossier[0].conn, TODAY), read_fates(dossier[0].conn)
    words = [mark.words for mark in part(page, FigureStrip).marks()]
    assert words[0].startswith(f"{fates.inputs} ")
    assert words[1].startswith(f"{fates.undecided} ")
    assert words[2].startswith(f"{len(course.late)} ")
    again = sum(each.became.needs_look for each in to_look_at(dossier[0].conn))
    assert words[-1].startswith(f"{again} ")
    assert part(page, LateRows).count() == len(course.late)
    assert part(page, ComingRows).count() == len(course.coming)
    on_bar = {mark.place.record for mark in part(page, RouteBar).marks() if mark.place.record}
    assert on_bar <= {dot.id for dot in course.sessions}
    assert len(on_bar) > len(course.sessions) // 2


def test_every_figure_leads_to_its_list(qtbot: QtBot, page: OverviewPage) -> None:
    strip = part(page, FigureStrip)
    assert chosen(qtbot, page, strip, 0) == Place("inputs")
    undecided = Place("inputs", filters={"answer/status": frozenset({"OPN"})})
    assert chosen(qtbot, page, strip, 1) == undecided
    assert chosen(qtbot, page, strip, 3) == Place("groups")
    last = len(strip.marks()) - 1
    assert chosen(qtbot, page, strip, last) == Place("look_again")
    bar = part(page, ProcessingBar)
    assert {mark.place.page for mark in bar.marks()} == {"inputs"}
    assert chosen(qtbot, page, part(page, LateRows), 0).page == "follow_ups"
    assert chosen(qtbot, page, part(page, UnheardRows), 0).page == "stakeholders"
    assert chosen(qtbot, page, part(page, RouteBar), 0).filters.keys() == {"phase"}


def test_the_route_bar_is_walked_with_the_keys(qtbot: QtBot, page: OverviewPage) -> None:
    bar = part(page, RouteBar)
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_End)
    last = bar.marks()[-1]
    assert bar.accessibleDescription() == last.words
    QTest.keyClick(bar, Qt.Key.Key_Left)
    before = bar.marks()[-2]
    assert bar.accessibleDescription() == before.words
    with qtbot.waitSignal(page.go_requested) as went:
        QTest.keyClick(bar, Qt.Key.Key_Return)
    assert went.args == [before.place]


def test_hover_shows_a_tool_tip_and_nothing_moves(qtbot: QtBot, page: OverviewPage) -> None:
    bar = part(page, RouteBar)
    rects = [mark.rect for mark in bar.marks()]
    QTest.mouseMove(bar, bar.marks()[0].rect.center().toPoint())
    qtbot.waitUntil(lambda: bar.hovered == 0)
    assert bar.toolTip()
    assert [mark.rect for mark in bar.marks()] == rects


def test_in_another_year_all_is_past(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    page = OverviewPage(bridge, Settings(tmp_path), today=lambda: date(2026, 11, 23))
    qtbot.addWidget(page)
    page.resize(1182, 676)
    page.show()
    page.arrive(Place("overview"))
    assert part(page, ComingRows).count() == 0
    shown = part(page, LateRows).count()
    strip = part(page, FigureStrip)
    middle = strip.marks()[2].rect.center().toPoint()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=middle)
    assert part(page, LateRows).count() > shown
    assert page.grab().width() == 1182


def test_the_settings_may_name_the_day(qtbot: QtBot, bridge: Bridge, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.keep("overview", "today", "2022-06-20")
    page = OverviewPage(bridge, settings)
    qtbot.addWidget(page)
    page.arrive(Place("overview"))
    assert page._day == TODAY
    settings.keep("overview", "today", "geen dag")
    page.arrive(Place("overview"))
    assert page._day not in {None, TODAY}


def test_a_change_in_the_round_is_seen(qtbot: QtBot, page: OverviewPage, bridge: Bridge) -> None:
    bridge.changed.connect(page.hear)
    before = part(page, ComingRows).count()

    def plan(dossier: Dossier) -> None:
        with dossier.edit("add_session") as edit:
            a_session(edit, "Nieuwe avond", date="2022-06-23", status="GEPL")

    bridge.write(plan)
    qtbot.waitUntil(lambda: part(page, ComingRows).count() == before + 1)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Bridge]:
    with a_round(tmp_path / "leeg.samen"):
        pass
    made = Bridge(inline=True)
    made.open(lambda: Dossier.open(tmp_path / "leeg.samen", a_writer()))
    yield made
    made.stop()


def test_an_empty_round_says_what_to_do(qtbot: QtBot, empty: Bridge, tmp_path: Path) -> None:
    page = OverviewPage(empty, Settings(tmp_path))
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    page.arrive(Place("overview"))
    assert not part(page, RouteBar).isVisible()
    assert not part(page, ProcessingBar).isVisible()
    assert page._no_route.isVisible()
    assert walk.faults(page) == []


@pytest.mark.parametrize("width", [776, 1182, 1736])
def test_the_page_keeps_its_promises(page: OverviewPage, width: int) -> None:
    page.resize(width, 676)
    page.grab()
    assert walk.faults(page) == []
    for kind in (RouteBar, FigureStrip, ProcessingBar, LateRows, UnheardRows, ComingRows):
        marks = part(page, kind)
        assert marks.accessibleName()
        assert all(mark.words for mark in marks.marks())
        assert all(mark.rect.right() <= marks.width() + 1 for mark in marks.marks())


def test_words_of_a_person_are_plain(qtbot: QtBot) -> None:
    rows = UnheardRows()
    qtbot.addWidget(rows)
    name = "<b>Ouders</b><img src='file:x'>" * 40
    rows.show_unheard([Unheard(b"1" * 16, name, "", True, State.OVERDUE, "SE-01", "2022-06")])
    rows.resize(300, 60)
    rows.show()
    assert rows.grab().width() == 300
    QTest.mouseMove(rows, rows.marks()[0].rect.center().toPoint())
    qtbot.waitUntil(lambda: rows.toolTip() != "")
    assert "<b>Ouders" not in rows.toolTip()
