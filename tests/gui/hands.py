"""The whole program in a window, and two hands on a keyboard: no mouse, no call of a slot.

`Hands` sends keys where the keyboard is: to what has the focus, also in an open list or box.
`Afternoon` puts the program together as `app.program.run` does, with the real thread of the round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Page
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

T = TypeVar("T")
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_PATIENCE = 10_000
_MOST_TABS = 80


class Hands:
    """A keyboard."""

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self._window = window

    def target(self) -> QWidget:
        """What hears a key now."""
        if QApplication.activeWindow() is None:
            # Offscreen nobody gives the keyboard back when a box closes, as a desktop does.
            self._window.activateWindow()
            self.until(self._window.isActiveWindow)
        focused: QWidget | None = QApplication.focusWidget()
        return focused if focused is not None else self._window

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.target(), letter)
            else:  # what test keyboards have no key for
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self.target(), QKeyEvent(kind, 0, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.target(), key, modifiers)

    def enter(self, text: str = "") -> None:
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what the round's thread is doing."""
        self._qtbot.waitUntil(holds, timeout=_PATIENCE)

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """Press Tab until the focus stands where it is wanted, as somebody without a mouse does."""
        for _ in range(_MOST_TABS):
            found = QApplication.focusWidget()
            if found is not None and wanted(found):
                return found
            QTest.keyClick(self.target(), Qt.Key.Key_Tab)
        raise AssertionError("Tab does not come there")

    def tab_to_name(self, name: str) -> QWidget:
        """The same, by what a screen reader would say."""
        return self.tab_to(lambda widget: widget.accessibleName().startswith(name))

    @contextmanager
    def file_named(self, path: Path) -> Iterator[None]:
        """Paste a path into the file box that is about to open, and press Enter there."""
        pasting = _Pasting(path)
        yield
        self.until(lambda: pasting.done)  # a button lets its shortcut be seen for a moment first


class _Pasting(QObject):
    """Waits for a file box in its own loop."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.done = False
        self._path = path
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(5)

    def _on_tick(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QFileDialog):
            return
        field = box.findChild(QLineEdit)
        if field is None or not field.isVisible():
            return
        self._timer.stop()
        # Pasted: while letters come one by one the box completes names and moves to folders.
        QGuiApplication.clipboard().setText(str(self._path))
        QTest.keyClick(field, Qt.Key.Key_A, CTRL)
        QTest.keyClick(field, Qt.Key.Key_V, CTRL)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.done = not box.isVisible()
        box.close()


class Afternoon:
    """One run of the program, from its start to its closing."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.settings = Settings(folder)
        dress(app, self.settings)
        self.bridge = Bridge()
        self.broken: list[object] = []
        self.bridge.broke.connect(self.broken.append)
        self.program = Program(app, folder, self.bridge, self.settings)
        self.window = self.program.window
        self.hands = Hands(qtbot, self.window)
        self.closed = False
        self.window.finished.connect(self._on_finished)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitActive(self.window)

    @property
    def page(self) -> Page:
        found = self.window.page
        assert found is not None
        return found

    def at(self, name: str) -> Callable[[], bool]:
        """Whether the window is at a page."""
        return lambda: self.window.page is not None and self.window.page.name == name

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """Rows of the round as it stands, after all that was asked for before."""
        found: list[list[tuple[object, ...]]] = []

        def read(dossier: Dossier) -> list[tuple[object, ...]]:
            return [tuple(row) for row in dossier.conn.execute(sql).fetchall()]

        self.bridge.read(read, found.append)
        self.hands.until(lambda: bool(found))
        return found[0]

    def edits(self) -> int:
        """How many edits the round has."""
        return int(str(self.ask("SELECT count(*) FROM edit")[0][0]))

    def has_edits(self, wanted: int) -> bool:
        """Whether the round has this many edits."""
        return self.edits() == wanted

    def close(self) -> None:
        """Ctrl+Q, and all is written."""
        if not self.closed:
            self.hands.press(Qt.Key.Key_Q, CTRL)
            self.hands.until(lambda: self.closed)
        self.stop()
        assert self.broken == [], self.broken

    def stop(self) -> None:
        """Let go, whatever happened."""
        self.bridge.stop()
        self.window.hide()

    def _on_finished(self) -> None:
        self.closed = True
