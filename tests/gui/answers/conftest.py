"""A small round on a real file behind a bridge, and the desk on it in a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from samen_desktop.core.fields import Scalar
from samen_desktop.gui import theme
from samen_desktop.gui.answers.page import AnswersPage
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_session, a_theme, a_writer, an_input
from tests.gui.hands import Hands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def small_round(path: Path) -> None:
    """Two themes, a plan of three chapters, seven inputs of which two are in a bundle."""
    with a_round(path) as dossier, dossier.edit("import") as edit:
        session = a_session(edit).hex()
        group = edit.create("group", {"name": "ouders"}).hex()
        person = {"session": session, "group": group}
        parent = edit.create("participant", {"code": edit.next_person("Ouder", None), **person})
        rights = a_theme(edit, "Rechtspositie", number="TH9").hex()
        money = a_theme(edit, "Geld", number="TH12").hex()
        version = edit.create("plan_version", {"number": "1.0"}).hex()
        for at, title in enumerate(("Toegang", "Rechtspositie", "Geld"), 1):
            edit.create("chapter", {"version": version, "number": f"6.{at}", "title": title})
        bundle = edit.create("bundle", {"title": "Niet eens, en dan?", "theme": rights}).hex()
        said: dict[str, Scalar] = {"session": session, f"submitter/{parent.hex()}": 1}
        rows: tuple[tuple[str, dict[str, Scalar]], ...] = (
            ("Waar kan ik heen als ik het niet eens ben?", {"theme": rights, "bundle": bundle}),
            ("Klagen moet ook buiten de organisatie kunnen.", {"theme": rights, "bundle": bundle}),
            ("Ook zonder indicatie hoort er een besluit te zijn.", {"theme": rights}),
            ("Wie ziet mijn dossier?", {"theme": rights}),
            ("Er is te weinig geld voor vervoer.", {"theme": money}),
            ("Wie betaalt de tolk?", {"theme": money}),
            ("Mijn dossier wil ik zelf kunnen lezen, een dossier is van mij.", {"theme": money}),
        )
        for words, extra in rows:
            an_input(edit, words, **{**said, **extra})


@dataclass
class Desk:
    """The desk in a window, two hands, and what it said."""

    page: AnswersPage
    bridge: Bridge
    hands: Hands
    messages: list[Message] = field(default_factory=list)

    def at(self, code: str) -> bool:
        """Whether an item is current, with its answer in the right pane."""
        item = self.page.answer.item
        return item is not None and item.code == code

    def go(self, code: str) -> None:
        """Go to an input or bundle by its code."""
        table = "bundles" if code.startswith("B") else "inputs"
        (record,) = self.ask(f"SELECT id FROM {table} WHERE shown = '{code}'")[0]
        assert isinstance(record, bytes)
        self.page.arrive(Place("answers", record=record))
        self.settle()

    def settle(self) -> None:
        """Let what waits for the end of what is under way happen."""
        QApplication.processEvents()

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """Rows of the round as it stands."""
        found: list[list[tuple[object, ...]]] = []

        def read(dossier: Dossier) -> list[tuple[object, ...]]:
            return [tuple(row) for row in dossier.conn.execute(sql).fetchall()]

        self.bridge.read(read, found.append)
        return found[0]

    def answer_of(self, code: str, column: str) -> object:
        """One column of the answer of an input or bundle."""
        found = self.ask(
            f"SELECT a.{column} FROM answers AS a JOIN (SELECT key, shown FROM bundles UNION ALL"
            f" SELECT key, shown FROM inputs) AS o ON o.key = a.owner WHERE o.shown = '{code}'"
        )
        return found[0][0] if found else None

    def said(self) -> str:
        """The last thing that was said above the page."""
        return self.messages[-1].text if self.messages else ""


Open = Callable[[], Desk]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "ronde.samen"
    small_round(file)
    return file


@pytest.fixture
def open_desk(
    qtbot: QtBot,
    qapp: QApplication,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Open]:
    """Opens the round and the desk on it; every wish is done at once."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    theme.apply(qapp, dark=False)
    qapp.setKeyboardInputInterval(0)  # letters typed one after the other are not one word
    broken: list[object] = []
    opened: list[Desk] = []

    def begin() -> Desk:
        bridge = Bridge(inline=True)
        bridge.broke.connect(broken.append)
        bridge.open(lambda: Dossier.open(path, a_writer()))
        page = AnswersPage(bridge, Settings(tmp_path / "profile"))
        window = QWidget()
        room = QVBoxLayout(window)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(page)
        desk = Desk(page, bridge, Hands(qtbot, window))
        page.message_posted.connect(desk.messages.append)
        bridge.changed.connect(page.hear)
        window.resize(1182, 680)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        page.arrive(Place("answers"))
        desk.settle()
        opened.append(desk)
        return desk

    yield begin
    for each in opened:
        each.page.window().hide()
        each.page.stop()
        each.bridge.stop()
        each.page.window().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert broken == []


@pytest.fixture
def desk(open_desk: Open) -> Desk:
    return open_desk()
