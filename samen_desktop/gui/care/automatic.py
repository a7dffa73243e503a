"""Backups that nobody has to think of: at opening, and after each half hour with changes.

Made on the round's thread in steps, with everything else going between, and checked on another.
One that fails is told and tried again later; work goes on.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from samen_desktop.core.backups import CHANGES, OPENING
from samen_desktop.core.errors import KnownError
from samen_desktop.gui.bridge import Bridge, Changes, RoundFacts
from samen_desktop.gui.errands.work import CLOSED

from . import work

EVERY_MS = 30 * 60 * 1000
_NOT_OF = ("demo", "backups")
"""Folders of the profile whose files need none: made anew each time, or backups themselves."""


class Automatic(QObject):
    """Signals: `troubled(KnownError)`; `settled()` when all that stands is in a backup.

    Nothing is made before `begin` is called: the first page comes first.
    """

    troubled = Signal(object)
    settled = Signal()

    def __init__(self, bridge: Bridge, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._profile = profile
        self._going = False
        self._begun = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self._on_due)
        bridge.opened.connect(self._on_opened)
        bridge.closed.connect(self._on_closed)
        bridge.changed.connect(self._on_changed)
        bridge.broke.connect(self._on_broke)

    @Slot()
    def begin(self) -> None:
        """The round is open and its first page is there."""
        facts = self._bridge.facts
        if facts is None or not self._wants(facts):
            return
        self._begun = True
        self._make(OPENING)

    def _wants(self, facts: RoundFacts) -> bool:
        folders = (self._profile / name for name in _NOT_OF)
        return facts.writable and not any(facts.path.is_relative_to(each) for each in folders)

    def _make(self, reason: str) -> None:
        if self._going:
            return
        self._going = True
        keeping = work.keeping(reason, self._bridge.do_waiting, always=False)
        self._bridge.read(keeping, self._on_made, self._on_refused)

    def _on_made(self, path: Path | None) -> None:
        self._going = False
        if path is not None:
            self._bridge.kept.emit()
        self.settled.emit()

    def _on_refused(self, error: KnownError) -> None:
        self._going = False
        if error.code == CLOSED:
            return
        self.troubled.emit(error)
        self.timer.start()

    @Slot()
    def _on_due(self) -> None:
        if self._begun:
            self._make(CHANGES)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._begun and not changes.everything and not self.timer.isActive():
            self.timer.start()

    @Slot()
    def _on_broke(self) -> None:
        self._going = False  # if it was this that broke, the next one is tried all the same

    @Slot(object)
    def _on_opened(self, _: RoundFacts) -> None:
        self._rest()

    @Slot()
    def _on_closed(self) -> None:
        self._rest()

    def _rest(self) -> None:
        self._begun = False
        self._going = False
        self.timer.stop()
