"""A round with a plan in two versions behind a bridge, and the pages of the plan on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from samen_desktop.core.outlines import Heading
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.plan.looking_page import LookingPage
from samen_desktop.gui.plan.page import PlanPage
from samen_desktop.gui.plan.read_in_page import PlanReadInPage
from samen_desktop.gui.settings import Settings
from samen_desktop.store import answering, plans
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, an_input, changed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

P = TypeVar("P", PlanPage, PlanReadInPage, LookingPage)

FIRST = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Kiezen", "Kiezen kan altijd."),
    Heading(2, "6.2", "Recht", "Er is een klachtenregeling."),
    Heading(1, "7", "Geld", "Er is geld."),
]
SECOND = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Recht", "Er is een klachtenregeling."),
    Heading(2, "6.2", "Kiezen", "Kiezen kan één keer per jaar."),
]
TITLES = ("Keuzevrijheid", "Kiezen", "Recht", "Geld")


def with_plan(path: Path) -> None:
    """A round where an answer points at each chapter of version 0.9."""
    with a_round(path) as dossier:
        plans.take_in(dossier, {"number": "0.9", "date": "2022-07-15"}, FIRST)
        chapters = plans.outline(dossier.conn, plans.versions(dossier.conn)[0].key)
        for chapter in chapters:
            with dossier.edit("add_input") as edit:
                made = an_input(edit, f"Over {chapter.title}")
            fields = {"answer/status": "OVG", "answer/place": chapter.id.hex()}
            answering.answer(dossier, [made], {**fields, "answer/change": "Dit komt erbij."})
        changed(dossier, chapters[0].id, "owner", "jurist")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    path = tmp_path / "ronde.samen"
    with_plan(path)
    return path


@pytest.fixture
def bridge(home: Path, dressed: None) -> Iterator[Bridge]:
    """A bridge that does every wish at once."""
    made = Bridge(inline=True)
    broken: list[object] = []
    made.broke.connect(broken.append)
    made.open(lambda: Dossier.open(home, a_writer()))
    yield made
    made.stop()
    assert broken == []


class Shown:
    """What a page said and where it wanted to go."""

    def __init__(self, page: Page) -> None:
        self.messages: list[Message] = []
        self.places: list[Place] = []
        page.message_posted.connect(self.messages.append)
        page.go_requested.connect(self.places.append)


@pytest.fixture
def show(
    bridge: Bridge, tmp_path: Path, qtbot: QtBot
) -> Callable[[type[P], Place], tuple[P, Shown]]:
    kept: list[Shown] = []

    def make(kind: type[P], place: Place) -> tuple[P, Shown]:
        page = kind(bridge, Settings(tmp_path / "settings"))
        shown = Shown(page)
        kept.append(shown)
        qtbot.addWidget(page)
        bridge.changed.connect(page.hear)
        page.resize(1182, 676)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        page.arrive(place)
        return page, shown

    return make


@pytest.fixture
def plan(show: Callable[..., tuple[PlanPage, Shown]]) -> tuple[PlanPage, Shown]:
    return show(PlanPage, Place("plan"))


@pytest.fixture
def reading(
    show: Callable[..., tuple[PlanReadInPage, Shown]], qtbot: QtBot
) -> Iterator[tuple[PlanReadInPage, Shown]]:
    page, shown = show(PlanReadInPage, Place("read_plan"))
    yield page, shown
    page._errands.long.stop()


@pytest.fixture
def looking(
    show: Callable[..., tuple[LookingPage, Shown]], bridge: Bridge
) -> tuple[LookingPage, Shown]:
    bridge.write(lambda dossier: plans.take_in(dossier, {"number": "1.0"}, SECOND))
    return show(LookingPage, Place("look_again"))


def asked(bridge: Bridge, sql: str) -> list[tuple[object, ...]]:
    """Rows of the round."""
    found: list[list[tuple[object, ...]]] = []
    bridge.read(lambda dossier: dossier.conn.execute(sql).fetchall(), found.append)
    return found[0]
