"""The page of inputs on a small round: three themes with inputs of their own, some still raw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.core.fields import Scalar
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.pages import PAGES, ListPage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.terms import write_terms
from tests.builders import a_session, a_stakeholder, a_theme, a_writer, an_input

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SAID = (
    ("Wachttijd", "De wachttijd na het aanmelden duurt maanden"),
    ("Wachttijd", "Bij aanmelden hoort men niets over de wachttijd"),
    ("Taal", "Zonder tolk begrijpt niemand de brief"),
    ("Taal", "Brieven zijn te moeilijk, een tolk helpt"),
    ("Vervoer", "De bus rijdt niet tot aan de wijk"),
    ("", "Aanmelden kan, maar wat een wachttijd. En zonder tolk."),
    ("", "De brief snapt geen mens zonder tolk"),
    ("", "Helemaal iets aparts"),
)
"""Themes with what was said under them; without a theme it is raw."""

RAW = ("I-0006", "I-0007", "I-0008")


def _write(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        edit.create("round", {"name": "Jeugd in beeld"})
        write_terms(edit)
    with dossier.edit("import") as edit:
        session, school = a_session(edit).hex(), a_stakeholder(edit).hex()
        themes = {
            name: a_theme(edit, name, number=f"TH{at}", place=f"a{at}").hex()
            for at, name in enumerate(("Wachttijd", "Taal", "Vervoer"), start=1)
        }
        for name, words in SAID:
            values: dict[str, Scalar] = {"session": session, f"submitter/{school}": 1}
            if name:
                values |= {"theme": themes[name], "kind": "ZORG", "status": "GECOD"}
            an_input(edit, words, **values)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """The program in its own look, put on once."""
    theme.apply(qapp, dark=False)


@pytest.fixture
def bridge(tmp_path: Path, dressed: None) -> Iterator[Bridge]:
    """A bridge that does every wish at once, with the round open."""
    path = tmp_path / "round.samen"
    with Dossier.create(path, a_writer()) as dossier:
        _write(dossier)
    made = Bridge(inline=True)
    broken: list[object] = []
    made.broke.connect(broken.append)
    made.open(lambda: Dossier.open(path, a_writer()))
    yield made
    made.stop()
    assert broken == []


class Desk:
    """The page on screen, and a person at its keyboard."""

    def __init__(self, bridge: Bridge, page: ListPage) -> None:
        assert page.triage is not None
        self.bridge, self.page, self.triage = bridge, page, page.triage
        self.pane = page.pane("input")
        self.messages: list[Message] = []
        page.message_posted.connect(self.messages.append)

    def press(
        self, key: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key on the list."""
        if isinstance(key, str):
            QTest.keyClicks(self.pane.view, key, modifier)
        else:
            QTest.keyClick(self.pane.view, key, modifier)
        QApplication.processEvents()

    def start(self) -> None:
        """Begin classifying."""
        self.press(Qt.Key.Key_F8)

    def at(self) -> str:
        """The code of the current row."""
        row = self.pane.model.row_at(self.pane.view.currentIndex().row())
        return "" if row is None else row.cells[0]

    def go(self, code: str) -> None:
        """Make a row current."""
        model = self.pane.model
        for at in range(model.rowCount()):
            row = model.row_at(at)
            if row is not None and row.cells[0] == code:
                self.pane.view.go_to(at)

    def value(self, code: str, name: str) -> Scalar:
        """What a field of an input is in the file."""
        found: list[Scalar] = []

        def work(dossier: Dossier) -> Scalar:
            (ident,) = dossier.conn.execute(
                "SELECT id FROM inputs WHERE shown = ?", (code,)
            ).fetchone()
            return dossier.state(ident).shown(name)

        self.bridge.read(work, found.append)
        return found[0]

    def theme(self, code: str) -> str:
        """The name of the theme an input has."""
        found: list[str] = []

        def work(dossier: Dossier) -> str:
            row = dossier.conn.execute(
                "SELECT themes.name FROM inputs JOIN themes ON themes.key = inputs.theme"
                " WHERE inputs.shown = ?",
                (code,),
            ).fetchone()
            return "" if row is None else str(row[0])

        self.bridge.read(work, found.append)
        return found[0]


@pytest.fixture
def sit(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> Callable[..., Desk]:
    """Open the page of inputs at a place."""
    kept: list[Desk] = []

    def make(place: Place | None = None) -> Desk:
        page = PAGES["inputs"](bridge, Settings(tmp_path))
        assert isinstance(page, ListPage)
        qtbot.addWidget(page)
        bridge.changed.connect(page.hear)
        page.resize(1182, 676)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        page.arrive(place or Place("inputs"))
        kept.append(Desk(bridge, page))
        return kept[-1]

    return make
