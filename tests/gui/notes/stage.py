"""A page of Notuleren over a real round, and a keyboard that counts its keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from samen_desktop import resources
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.settings import Settings
from samen_desktop.store import seed
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer

T = TypeVar("T")
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def make_demo(path: Path) -> Dossier:
    """The demo round in a new file, open."""
    dossier = Dossier.create(path, Writer("HR", b"\x07" * 8))
    with dossier.edit("demo") as edit:
        seed.write_round(edit, resources.demo())
    return dossier


def open_round(path: Path) -> Dossier:
    """A round that exists, open."""
    return Dossier.open(path, Writer("HR", b"\x07" * 8))


def click(target: QWidget, letter: str) -> None:
    """One key of an ASCII letter."""
    QTest.keyClick(target, letter)  # type: ignore[call-overload]  # the stubs know keys alone


class Keyboard:
    """Types into a widget as fingers do, and counts."""

    def __init__(self, target: QWidget) -> None:
        self._target = target
        self.keys = 0

    def type(self, text: str) -> None:
        for letter in text:
            self.keys += 1
            if letter.isascii():
                click(self._target, letter)
            else:  # what test keyboards have no key for
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(self._target, QKeyEvent(kind, 0, NONE, letter))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.keys += 1
        QTest.keyClick(self._target, key, modifiers)

    def enter(self, text: str = "") -> None:
        """Type a line and commit it."""
        self.type(text)
        self.press(Qt.Key.Key_Return)


class Stage:
    """The page in a window of its own, on the bridge that is given."""

    def __init__(self, bridge: Bridge, folder: Path, session: str = "SE-07") -> None:
        self.bridge = bridge
        found: list[bytes] = []
        bridge.read(
            lambda dossier: dossier.conn.execute(
                "SELECT id FROM sessions WHERE shown = ?", (session,)
            ).fetchone()[0],
            found.append,
        )
        wait_for(lambda: bool(found))
        self.session = found[0]
        self.page = NotesPage(bridge, Settings(folder), self.session)
        bridge.changed.connect(self.page.hear)
        self.window = QWidget()
        room = QVBoxLayout(self.window)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.page)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.line = self.page.line
        self.line.setFocus()
        wait_for(lambda: not self.line.isReadOnly() and bool(self.page.rows.rowCount()))
        self.keyboard = Keyboard(self.line)

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """Rows from the file, after all that was asked for before."""
        found: list[list[tuple[object, ...]]] = []
        self.bridge.read(lambda dossier: dossier.conn.execute(sql, values).fetchall(), found.append)
        wait_for(lambda: bool(found))
        return found[0]

    def last_input(self) -> tuple[object, ...]:
        """Words, kind, stance, table, theme and submitters of the newest input."""
        row = self.ask(
            'SELECT words, kind, stance, "table", (SELECT coalesce(number, name) FROM themes'
            " WHERE key = inputs.theme), (SELECT group_concat(shown, '+') FROM"
            " (SELECT shown FROM participants JOIN member ON member.member = participants.key"
            "  AND member.owner = inputs.key AND member.field = 'submitter' ORDER BY shown))"
            " FROM inputs WHERE deleted = 0 ORDER BY id DESC LIMIT 1"
        )
        return row[0]

    def close(self) -> None:
        self.page.stop()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


@contextmanager
def on_stage(path: Path, *, inline: bool = True, session: str = "SE-07") -> Iterator[Stage]:
    """The page over a round, which is made where there is none; all is closed afterwards."""
    bridge = Bridge(inline=inline)
    opened: list[object] = []
    bridge.opened.connect(opened.append)
    bridge.open(lambda: open_round(path) if path.exists() else make_demo(path))
    wait_for(lambda: bool(opened))
    stage = Stage(bridge, path.parent, session)
    try:
        yield stage
    finally:
        stage.close()
        bridge.stop()


def wait_for(reached: Callable[[], bool], ms: int = 10_000) -> None:
    """Let events go on until something is so. Raises AssertionError where it never is."""
    end = time.monotonic() + ms / 1000
    while not reached():
        assert time.monotonic() < end, "it did not come"
        pause(2)


def pause(ms: float) -> None:
    """Let events go on for a while; other threads run meanwhile, which QTest's own wait forbids."""
    end = time.perf_counter() + ms / 1000
    while True:
        QApplication.processEvents()
        if time.perf_counter() >= end:
            return
        time.sleep(0.0005)
