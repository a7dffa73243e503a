"""The whole check once a week: done on the newest backup, beside the round, while work goes on.

A backup shows the damage of its original, and lies still.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.long_work import LongWork

from . import work


class Inspector(QObject):
    """Signals: `found(object)` with sentences (`Words`) of what is broken, none where all is well.

    Nothing is told where no week went by.
    """

    found = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ended = False
        # A place of its own: what a person asks for never has to wait for this.
        self._beside = LongWork(bridge, self, inline=bridge.inline)

    @Slot()
    def begin(self) -> None:
        """A backup holds all that stands now: look whether one is due for the check."""
        self._bridge.read(work.newest_to_check, self._on_newest)

    @Slot()
    def stop(self) -> None:
        """Stop the check and wait for its thread, for the end of the program: none begins after."""
        self._ended = True
        self._beside.stop()

    def _on_newest(self, path: Path | None) -> None:
        if path is None or self._ended or self._beside.busy:
            return
        pulse = self._beside.begin("")
        self._beside.beside(work.inspecting(path, pulse), self._on_inspected, self._on_refused)

    def _on_inspected(self, damage: Sequence[Words] | None) -> None:
        self._beside.finish()
        if damage is None or self._bridge.facts is None:
            return
        self.found.emit(damage)
        if not damage:
            self._bridge.read(work.note_checked, _noted, _not_noted)

    def _on_refused(self, error: KnownError) -> None:
        self._beside.finish()
        if error.code == "damaged":
            self.found.emit([error.words])


def _noted(_: None) -> None:
    """It is kept; nobody has to hear."""


def _not_noted(_: KnownError) -> None:
    """It is checked again next time."""
