"""Faults of ours: each distinct one is told once; the log gets type and place, never words.

What was typed stays on the screen and is kept on the disk, and the loop goes on: Qt calls
`sys.excepthook` for whatever is raised in a slot or an override. That an earlier run ended in the
midst of its work is seen by what it left locked.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from collections import Counter, deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from samen_desktop.gui.bridge import Bridge, Bug
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings

from . import ask, work

if TYPE_CHECKING:
    from threading import ExceptHookArgs

    from .main_window import MainWindow

_LOG = "samen.log"
_CRASHES = "crash.log"
_RUNNING = "running.lock"
_LOG_BYTES = 500_000
_log = logging.getLogger("samen_desktop.faults")


class Hearing(QObject):
    """Hears of faults from any thread and tells the person: each distinct one once, one at a time.

    Before it tells, `rescue` has what is half typed on its way to the disk.
    """

    _heard = Signal(object)

    def __init__(
        self, window: QWidget, log: Path, rescue: Callable[[], None] | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._log = log
        self._rescue = rescue
        self._told: set[Bug] = set()
        self._to_tell: deque[Bug] = deque()
        self._telling = False
        self._counts: Counter[tuple[str, str]] = Counter()
        self._heard.connect(self.on_broke, Qt.ConnectionType.QueuedConnection)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_raised
        threading.excepthook = self._on_raised_in_thread

    def stop(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook = self._hooks

    @Slot(object)
    def on_broke(self, bug: Bug) -> None:
        """Tell a fault, unless it was told before or waits to be."""
        if bug in self._told:
            return
        self._told.add(bug)
        self._to_tell.append(bug)
        _log.error("bug %s at %s", bug.kind, bug.place)
        if self._rescue is not None:
            self._rescue()
        if not self._telling:
            self._tell_next()

    @Slot()
    def _tell_next(self) -> None:
        """A box for the next fault, now that the one before was closed."""
        self._telling = bool(self._to_tell)
        if self._to_tell:
            bug = self._to_tell.popleft()
            ask.tell_fault(self._window, bug.kind, bug.place, self._log, self._tell_next)

    def _on_raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        way = " < ".join(reversed(places(trace)))
        self._counts[kind.__name__, way] += 1
        times = self._counts[kind.__name__, way]
        if str(times).strip("0") == "1":  # what is painted wrongly is painted often
            _log.error("raised %s: %s (%d)", kind.__name__, way, times)
        self._heard.emit(Bug(kind.__name__, (places(trace) or [""])[-1]))

    def _on_raised_in_thread(self, told: ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_raised(told.exc_type, told.exc_value, told.exc_traceback)


class BadEnd(QObject):
    """Says that the last run stopped in the midst of its work, and where text waits since then."""

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        settings: Settings,
        open_round: Callable[[Path], None],
    ) -> None:
        super().__init__(window)
        self._window, self._bridge = window, bridge
        bridge.opened.connect(self._on_opened)
        told = self.tr(
            "Last time the program stopped unexpectedly. What was saved is there; what you had"
            " half typed is offered again in the round."
        )
        last = settings.recent()[:1]
        link = self.tr("Open {name}").format(name=last[0].name) if last else ""
        wish = partial(open_round, Path(last[0].path)) if last else None
        window.post(Message("need", told, link, wish))

    @Slot()
    def _on_opened(self) -> None:
        """The first round that is opened tells what waits in it."""
        self._bridge.opened.disconnect(self._on_opened)
        self._bridge.read(work.half_typed, self._on_half_typed)

    def _on_half_typed(self, found: list[tuple[str, bytes]]) -> None:
        if not found:
            told = self.tr("Last time the program stopped unexpectedly. Nothing was lost here.")
            self._window.post(Message("information", told))
            return
        page, record = found[0]
        told = self.tr("%n text(s) you had half typed then wait for you.", "", len(found))
        go = partial(self._window.go, Place(page, record=record or None))
        self._window.post(Message("need", told, self.tr("Go there"), go))


class Running:
    """That the program runs, as a lock in the person's folder, until `end`.

    `ended_badly`: an earlier run left its lock, and no other window runs now.
    """

    def __init__(self, folder: Path) -> None:
        place = folder / _RUNNING
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        left = place.exists()
        self._lock = QLockFile(str(place))
        self._lock.setStaleLockTime(0)  # however long ago: only who is gone has left it
        self.ended_badly = self._lock.tryLock(0) and left

    def end(self) -> None:
        """This run came to its end."""
        self._lock.unlock()


def places(trace: TracebackType | None) -> list[str]:
    """File and line of each step of a traceback, the outermost first; no words of anybody."""
    return [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(trace, limit=20)
    ]


def write_log(folder: Path) -> Path:
    """Write warnings and worse to a log in that folder. Returns where it is; never fails."""
    path = folder / _LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_suffix(".old"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return path
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger("samen_desktop").addHandler(handler)
    return path


def watch_crashes(folder: Path) -> None:
    """Let a hard crash leave the places it came from in that folder, for as long as we run."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((folder / _CRASHES).open("a", encoding="utf-8"))
