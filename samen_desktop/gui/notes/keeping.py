"""No typed text is lost: drafts on the disk at most a second after the first unsaved key.

The local row of the file comes first. What the round's thread does not get to in time (something
long is running there) goes to a synced file in the profile, written by a thread of its own, so that
no key waits for a disk. Texts and places only; nothing is logged.
"""

from __future__ import annotations

import contextlib
import threading
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from samen_desktop.gui.bridge import Bridge

from . import work

_ROW_AFTER_MS = 450
_BESIDE_AFTER_MS = 250
"""Together with the writing itself well under the second that is promised."""


class Keeper(QObject):
    """Keeps what stands in the line, and what was entered and is not committed."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._round_id = ""
        self._unsafe: dict[str, str] = {}
        self._entered: set[str] = set()
        self._in_flight: dict[str, str] = {}
        self._beside = Beside()
        self._due = self._timer(_ROW_AFTER_MS)
        self._due.timeout.connect(self.keep_now)
        self._late = self._timer(_BESIDE_AFTER_MS)
        self._late.timeout.connect(self._on_late)

    def begin(self, round_id: str) -> None:
        """From now on the profile may be written for this round: what lay there was read."""
        self._round_id = round_id

    @property
    def unsafe(self) -> dict[str, str]:
        """Texts by place that are not known to be on the disk."""
        return dict(self._unsafe)

    def typed(self, place: str, text: str) -> None:
        """This stands in the line now."""
        self._unsafe[place] = text
        if not self._due.isActive():
            self._due.start()

    def entered(self, place: str, text: str) -> None:
        """This was entered; it is safe once `settled` says so."""
        self._unsafe[place] = text
        self._entered.add(place)
        if not self._late.isActive():
            self._late.start()

    def settled(self, place: str) -> None:
        """This was committed, or thrown away on purpose."""
        self._unsafe.pop(place, None)
        self._entered.discard(place)
        self._tidy()

    @Slot()
    def keep_now(self) -> None:
        """Have the round's thread keep what stands in the line."""
        self._due.stop()
        for place, text in list(self._unsafe.items()):
            if place not in self._entered and place not in self._in_flight:
                self._in_flight[place] = text
                self._bridge.read(
                    work.keep_draft(place, text),
                    partial(self._on_kept, place),
                    partial(self._on_not_kept, place),
                )
        if self._unsafe and not self._late.isActive():
            self._late.start()

    def stop(self) -> None:
        """Keep what is left and end the thread; the disk is waited for."""
        self.keep_now()
        self._on_late()
        self._due.stop()
        self._late.stop()
        self._beside.stop()

    def _on_kept(self, place: str, _: object) -> None:
        kept = self._in_flight.pop(place, None)
        if self._unsafe.get(place) == kept:
            del self._unsafe[place]
            self._tidy()
        elif place in self._unsafe and not self._due.isActive():
            self._due.start()

    def _on_not_kept(self, place: str, _: object) -> None:
        """The file takes nothing (full, gone, read-only): what lies beside it has to do."""
        self._in_flight.pop(place, None)
        self._on_late()

    def _tidy(self) -> None:
        if not self._unsafe:
            self._late.stop()
            self._beside.clear(self._round_id)

    @Slot()
    def _on_late(self) -> None:
        if self._unsafe and self._round_id:
            self._beside.keep(self._round_id, dict(self._unsafe))

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(ms)
        return timer


class Beside:
    """Writes the file in the profile on a thread that lives as long as there is something to do.

    Of several wishes the newest counts.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._wish: tuple[str, dict[str, str]] | None = None
        self._thread: threading.Thread | None = None
        self._holds_text = True  # an earlier end of the program may have left some

    def keep(self, round_id: str, texts: dict[str, str]) -> None:
        self._holds_text = True
        self._ask(round_id, texts)

    def clear(self, round_id: str) -> None:
        """Take the file away, if there may be one."""
        if self._holds_text and round_id:
            self._holds_text = False
            self._ask(round_id, {})

    def stop(self) -> None:
        """Wait until what was asked for is done."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _ask(self, round_id: str, texts: dict[str, str]) -> None:
        with self._lock:
            self._wish = (round_id, texts)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="drafts")
                self._thread.start()

    def _run(self) -> None:
        while True:
            with self._lock:
                wish, self._wish = self._wish, None
                if wish is None:
                    self._thread = None
                    return
            # A profile that cannot be written leaves the row in the file, which is tried as well.
            with contextlib.suppress(OSError):
                work.keep_beside(*wish)
