"""Work that takes longer than a moment: seen while it goes on, and stopped when asked.

Work is done on the round's thread in steps, or beside it on a thread of its own; the window's
thread only hears how far it is. One piece at a time. What is done is told by the caller.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer, Signal, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from .bridge import Bridge, Bug, Work
from .collecting import Hold

T = TypeVar("T")
Opened = TypeVar("Opened")
Refused = Callable[[KnownError], None]

CANCELLED = "cancelled"
"""Code of the error that cancelled work is refused with."""

SHOWN_AFTER_MS = 500
"""Work that is done sooner is not shown: a flash of a bar tells nobody anything."""

_BEAT_SECONDS = 0.05
_SWITCH_SECONDS = 0.0005
_MOST_WAIT_SECONDS = 0.03

_STOPPED = Words(
    "Afgebroken. Er is niets gewijzigd of achtergelaten.",
    "Stopped. Nothing was changed or left behind.",
)
_BUSY = Words(
    "Er loopt al iets dat tijd kost. Wacht tot dat klaar is, of breek het af.",
    "Something that takes time is going on. Wait until it is done, or stop it.",
)


class Pulse:
    """How far a piece of work is, told by its thread; and whether it should stop."""

    def __init__(
        self, tell: Callable[[int, int], None], give_way: Callable[[], None] | None = None
    ) -> None:
        self._tell = tell
        self._give_way = give_way
        self._stop = threading.Event()
        self._told = 0.0

    def beat(self, done: int, total: int = 0) -> None:
        """Say how far it is; `total` 0 where nobody knows. Raises KnownError once cancelled.

        May be called for every row: most calls cost a look at a flag.
        """
        if self._stop.is_set():
            raise KnownError(CANCELLED, _STOPPED)
        if self._give_way is not None:
            self._give_way()
        now = time.monotonic()
        if now - self._told >= _BEAT_SECONDS:
            self._told = now
            self._tell(done, total)

    def stop(self) -> None:
        """Let the next beat raise."""
        self._stop.set()


class _Manners(QObject):
    """Lets the window go first while another thread computes: Python runs one of them at a time.

    While the window's thread is awake, work waits at its next beat: without that a page painted
    during an import took ten times as long, since each of its hundred small calls had to win the
    interpreter back. And nothing collects all objects meanwhile: that stops every thread, and what
    is made here goes without it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = threading.Event()
        self._idle.set()
        self._interval = 0.0
        self._hold = Hold()
        self._dispatcher: QAbstractEventDispatcher | None = None

    def begin(self) -> None:
        self._interval = sys.getswitchinterval()
        sys.setswitchinterval(min(self._interval, _SWITCH_SECONDS))
        self._hold.take()
        self._dispatcher = QAbstractEventDispatcher.instance()
        if self._dispatcher is not None:
            self._dispatcher.awake.connect(self._on_awake)
            self._dispatcher.aboutToBlock.connect(self._on_about_to_block)

    def end(self) -> None:
        sys.setswitchinterval(self._interval)
        self._hold.release()
        if self._dispatcher is not None:
            self._dispatcher.awake.disconnect(self._on_awake)
            self._dispatcher.aboutToBlock.disconnect(self._on_about_to_block)
        self._idle.set()

    def give_way(self) -> None:
        """Wait until the window rests, at most once and shortly for each time it woke."""
        if not self._idle.is_set() and not self._idle.wait(_MOST_WAIT_SECONDS):
            self._idle.set()

    @Slot()
    def _on_awake(self) -> None:
        self._idle.clear()

    @Slot()
    def _on_about_to_block(self) -> None:
        self._idle.set()


@dataclass(frozen=True, slots=True)
class _Done:
    then: Callable[[Any], None] | None
    refused: Refused | None
    result: Any = None
    error: KnownError | None = None
    bug: Bug | None = None


class LongWork(QObject):
    """The one piece of long work of a window.

    Signals: `begun(str)` with its title once it lasts longer than a moment; `progressed(int, int)`
    done and total, total 0 where unknown; `ended()` whichever way, also when `begun` was not sent.
    """

    begun = Signal(str)
    progressed = Signal(int, int)
    ended = Signal()
    _beaten = Signal(int, int)
    _done = Signal(object)
    _broken = Signal()

    def __init__(
        self, bridge: Bridge, parent: QObject | None = None, *, inline: bool = False
    ) -> None:
        """`inline` does work beside the round at once on the calling thread: for tests."""
        super().__init__(parent)
        self.bridge = bridge
        self._inline = inline
        self._pulse: Pulse | None = None
        self._thread: threading.Thread | None = None
        self._title = ""
        self._manners = _Manners(self)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._on_lasting)
        self._beaten.connect(self._on_beaten, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)
        self._broken.connect(self._on_broken, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        return self._pulse is not None

    @property
    def title(self) -> str:
        """What is going on, in words; empty when nothing is."""
        return self._title

    def begin(self, title: str) -> Pulse:
        """Claim the place for a piece of work of one or more parts. Raises KnownError if busy."""
        if self._pulse is not None:
            raise KnownError("busy", _BUSY)
        self._pulse = Pulse(self._beaten.emit, self._manners.give_way)
        self._manners.begin()
        self._title = title
        self._patience.start()
        return self._pulse

    def finish(self) -> None:
        """The last part is done."""
        self._patience.stop()
        if self._pulse is not None:
            self._manners.end()
        self._pulse = None
        self._title = ""
        self.ended.emit()

    @Slot()
    def cancel(self) -> None:
        """Stop at the next beat; what was done of it is taken back."""
        if self._pulse is not None:
            self._pulse.stop()

    def stop(self) -> None:
        """Cancel and wait for a thread beside the round: for the end of the program."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()

    def on_round(
        self,
        work: Work[T],
        then: Callable[[T], None],
        refused: Refused,
        *,
        writes: bool,
    ) -> None:
        """A part on the round's thread; `work` beats, and may let others through between steps."""
        ask = self.bridge.write if writes else self.bridge.read
        ask(_watched(work, self._broken.emit), then, refused)

    def beside(self, work: Callable[[], T], then: Callable[[T], None], refused: Refused) -> None:
        """A part on a thread of its own, which must not touch the round."""

        def run() -> None:
            try:
                done = _Done(then, refused, result=work())
            except KnownError as error:
                done = _Done(then, refused, error=error)
            except Exception as error:  # a bug must reach the window, not die with a thread
                done = _Done(then, refused, bug=bug_of(error))
            self._done.emit(done)

        if self._inline:
            run()
            return
        self._thread = threading.Thread(target=run, name="beside the round", daemon=True)
        self._thread.start()

    @Slot()
    def _on_lasting(self) -> None:
        if self._pulse is not None:
            self.begun.emit(self._title)

    @Slot(int, int)
    def _on_beaten(self, done: int, total: int) -> None:
        if self._pulse is not None:
            self.progressed.emit(done, total)

    @Slot()
    def _on_broken(self) -> None:
        if self._pulse is not None:
            self.finish()

    @Slot(object)
    def _on_done(self, done: _Done) -> None:
        if done.bug is not None:
            self.finish()
            self.bridge.broke.emit(done.bug)
        elif done.error is not None:
            if done.refused is not None:
                done.refused(done.error)
        elif done.then is not None:
            done.then(done.result)


def _watch(work: Callable[[Opened], T], broken: Callable[[], None], opened: Opened) -> T:
    try:
        return work(opened)
    except KnownError:
        raise
    except Exception:
        broken()
        raise


def _watched(work: Work[T], broken: Callable[[], None]) -> Work[T]:
    """The same work, telling when a fault of ours ends it: the bridge only reports that."""
    return partial(_watch, work, broken)


def bug_of(error: Exception) -> Bug:
    """Type and place of a fault of ours; none of its words, which may be a person's."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return Bug(type(error).__name__, "")
    code = place.tb_frame.f_code
    return Bug(type(error).__name__, f"{Path(code.co_filename).name}:{place.tb_lineno}")
