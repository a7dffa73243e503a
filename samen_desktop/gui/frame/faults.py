"""Faults of ours: each distinct one is told once; the log gets type and place, never words.

What was typed stays on the screen, and the loop goes on: Qt calls `sys.excepthook` for whatever is
raised in a slot or an override.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from samen_desktop.gui.bridge import Bug

from . import ask

if TYPE_CHECKING:
    from threading import ExceptHookArgs

_LOG = "samen.log"
_CRASHES = "crash.log"
_LOG_BYTES = 500_000
_log = logging.getLogger("samen_desktop.faults")


class Hearing(QObject):
    """Hears of faults from any thread and tells the person, each distinct one once."""

    _heard = Signal(object)

    def __init__(self, window: QWidget, log: Path) -> None:
        super().__init__(window)
        self._window = window
        self._log = log
        self._told: set[Bug] = set()
        self._heard.connect(self.on_broke, Qt.ConnectionType.QueuedConnection)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_raised
        threading.excepthook = self._on_raised_in_thread

    def stop(self) -> None:
        """Hear no more."""
        sys.excepthook, threading.excepthook = self._hooks

    @Slot(object)
    def on_broke(self, bug: Bug) -> None:
        """Tell a fault, unless it was told before."""
        if bug not in self._told:
            self._told.add(bug)
            _log.error("bug %s at %s", bug.kind, bug.place)
            ask.tell_fault(self._window, bug.kind, bug.place, self._log)

    def _on_raised(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        _log.error("raised %s: %s", kind.__name__, " < ".join(reversed(places(trace))))
        self._heard.emit(Bug(kind.__name__, (places(trace) or [""])[-1]))

    def _on_raised_in_thread(self, told: ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._on_raised(told.exc_type, told.exc_value, told.exc_traceback)


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
