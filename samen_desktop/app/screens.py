"""Pictures of every screen: the real window, offscreen, on a copy of a round.

For looking at, for the help and the README. The person's own folder is left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import places, work
from samen_desktop.gui.frame.first_start import FirstStart
from samen_desktop.gui.frame.names import NOTES
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Recent, Settings
from samen_desktop.gui.widgets.overlay import Overlay
from samen_desktop.store import database, profile

from . import states
from .program import Program, dress

_SETTLE_MS = 400
"""Pages read a moment after the last change; a picture is taken when they have."""
_FONTS = ("Open Sans", "Noto Sans", "Carlito", "DejaVu Sans")


@dataclass(frozen=True, slots=True)
class Wish:
    """Which round, where the pictures go, and how the window is then.

    `size` is in logical pixels; `today` an ISO date that Overzicht takes for this day.
    """

    file: Path
    folder: Path
    language: Language
    size: tuple[int, int]
    dark: bool
    today: str = ""


def take(wish: Wish) -> list[Path]:
    """Take the pictures. Returns their paths, in order. Raises KnownError for a bad round."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["samen-desktop"])
        _give_font(app)
    wish.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="samen-") as place, _profile_in(place):
        return list(_taken(app, wish, Path(place)))


@contextmanager
def _profile_in(folder: str) -> Iterator[None]:
    """Backups and what else the store keeps of a round go there meanwhile."""
    before = os.environ.get(profile.FOLDER_VARIABLE)
    os.environ[profile.FOLDER_VARIABLE] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[profile.FOLDER_VARIABLE]
        else:
            os.environ[profile.FOLDER_VARIABLE] = before


def _taken(app: QApplication, wish: Wish, own: Path) -> Iterator[Path]:
    database.check_kind(wish.file)
    copy = own / wish.file.name
    shutil.copyfile(wish.file, copy)
    settings = Settings(own)
    settings.language = wish.language
    settings.scheme = "dark" if wish.dark else "light"
    if wish.today:
        settings.keep("overview", "today", wish.today)
    now = datetime.now().astimezone().isoformat(timespec="minutes")
    settings.add_recent(Recent(str(copy), wish.file.stem, now))
    dress(app, settings)
    bridge = Bridge(inline=True)
    program = Program(app, own, bridge, settings)
    try:
        yield from _pictures(program, wish, copy)
    finally:
        bridge.stop()
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _pictures(program: Program, wish: Wish, copy: Path) -> Iterator[Path]:
    window = program.window
    window.resize(*wish.size)
    window.show()
    heard = _Heard(program)
    yield _save(window, wish.folder, 1, "start")
    question = FirstStart(window)
    question.show()
    yield _save(question, wish.folder, 1, "start-eerste-keer")
    question.reject()
    window.activateWindow()
    program.open_round(copy)
    if heard.error is not None:
        raise heard.error
    names = [station.name for station in places.STATIONS if window.room.has_page(station.name)]
    names += [name for name in places.UNLISTED if window.room.has_page(name)]
    for number, name in enumerate(names, 2):
        if name == NOTES:
            session = _first_session(program)
            if session is None:
                continue
            window.go(Place(name, record=session))
        else:
            window.go_to_page(name)
        yield _save(window, wish.folder, number, places.title(name).nl.lower())
    for number, (name, show) in enumerate(states.STATES, len(names) + 2):
        for open_list in window.findChildren(Overlay):
            open_list.hide()
        if show(window):
            yield _save(window, wish.folder, number, name)


class _Heard(QObject):
    """Why the round was not opened, if it was not."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self.error: KnownError | None = None
        program.refused.connect(self._on_refused)

    def _on_refused(self, error: KnownError) -> None:
        self.error = error


def _first_session(program: Program) -> bytes | None:
    found: list[bytes | None] = []
    program.bridge.read(work.richest_session, found.append)
    return found[0]


def _save(window: QWidget, folder: Path, number: int, name: str) -> Path:
    _settle()
    path = folder / f"{number:02}-{name.replace(' ', '-')}.png"
    window.grab().save(str(path))
    return path


def _settle() -> None:
    """Let what waits for a moment of rest happen."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()


def _give_font(app: QApplication) -> None:
    """A system without a desktop names no font of its own; take one people know."""
    families = set(QFontDatabase.families())
    known = next((family for family in _FONTS if family in families), None)
    if known is not None and QFont().family().casefold() in {"sans", "sans serif", ""}:
        app.setFont(QFont(known, 9))
