"""The whole program with the real thread of the round, on a small round in a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from samen_desktop.core.errors import KnownError
from samen_desktop.gui.page import Message
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.widgets.message_bar import MessageBar
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import Dump, dump
from tests.builders import SetClock, a_round, a_session, a_stakeholder, a_writer, noted
from tests.gui.hands import Afternoon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Run(Afternoon):
    """A run of the program, with what is asked of it in these tests."""

    def open(self, path: Path) -> None:
        """Open a file and wait until all was said of it that there is to say."""
        said: list[bool] = []
        self.program.care.openings.settled.connect(lambda: said.append(True))
        self.program.open_round(path)
        self.hands.until(lambda: bool(said))

    def message(self) -> Message | None:
        """What stands in the message bar that a person sees."""
        bars = [each for each in self.window.findChildren(MessageBar) if each.isVisible()]
        return bars[0].message if bars else None

    def said(self, *words: str) -> bool:
        """Whether all of this stands in the message bar."""
        message = self.message()
        return message is not None and all(each in message.text for each in words)

    def follow(self, link: str) -> None:
        """Choose a link of the message bar."""
        message = self.message()
        assert message is not None
        wishes = {message.link: message.wish, message.second_link: message.second_wish}
        wish = wishes[link]
        assert wish is not None
        wish()

    def log(self) -> Dump:
        """All that the round says."""
        found: list[Dump] = []
        self.bridge.read(lambda dossier: dump(dossier.log), found.append)
        self.hands.until(lambda: bool(found))
        return found[0]

    def note(self, words: str) -> None:
        """One input, as another page would write it."""
        done: list[object] = []
        refused: list[KnownError] = []
        self.bridge.write(lambda dossier: noted(dossier, words), done.append, refused.append)
        self.hands.until(lambda: bool(done or refused))

    def open_at(self, path: Path) -> Callable[[], bool]:
        """Whether this file is open."""
        return lambda: self.bridge.facts is not None and self.bridge.facts.path == path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile of the test's own."""
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def run(qtbot: QtBot, qapp: QApplication, own: Path) -> Iterator[Run]:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    spoken = Settings(own)
    spoken.language = "en"
    spoken.flush()
    made = Run(qtbot, qapp, own)
    yield made
    made.stop()
    made.program.care.inspector.stop()
    QCoreApplication.processEvents()  # what was answered last is still on its way
    assert made.broken == []
    made.window.deleteLater()
    # A style sheet put on while the windows of earlier tests stand takes longer with each.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def file(tmp_path: Path, own: Path) -> Path:
    """A round with a little of everything."""
    folder = tmp_path / "werk"
    folder.mkdir()
    path = folder / "Jeugd.samen"
    with a_round(path, SetClock()) as dossier:
        with dossier.edit("add_session") as edit:
            a_session(edit)
            a_stakeholder(edit)
        noted(dossier, "Waar kan ik heen?")
        noted(dossier, "=1+1 <b>vet</b>")
    return path


class Answer(QObject):
    """Waits for a box in its own loop, and presses one of its buttons."""

    def __init__(self, role: QMessageBox.ButtonRole) -> None:
        super().__init__()
        self.asked = ""
        self._role = role
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(5)

    def _on_tick(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            self._timer.stop()
            self.asked = f"{box.text()} {box.informativeText()}"
            for button in box.buttons():
                if box.buttonRole(button) is self._role:
                    button.click()


def changed_elsewhere(path: Path, words: str) -> None:
    """A note by another program, which has closed the file again."""
    with Dossier.open(path, a_writer("JV"), wall=SetClock()) as dossier:
        noted(dossier, words)
