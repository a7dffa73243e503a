"""What looks after the open file while the window is there, put together and wired to it.

Opening safely, backups by themselves, the weekly check, and what is said of them. The rooms under
`gui.care` do the work and know no window.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.care.automatic import Automatic
from samen_desktop.gui.care.inspecting import Inspector
from samen_desktop.gui.care.openings import Openings
from samen_desktop.gui.frame.main_window import MainWindow
from samen_desktop.gui.frame.names import BACKUPS
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.settings import Settings

if TYPE_CHECKING:
    from samen_desktop.gui.frame.room import Room


class Care(QObject):
    """Opens rounds and keeps backups of them, for as long as the window is there."""

    def __init__(
        self, window: MainWindow, bridge: Bridge, settings: Settings, folder: Path
    ) -> None:
        """`folder` is the person's own; nothing is backed up by itself before `keep_backups`."""
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._in_room = False
        self.openings = Openings(bridge, settings, window)
        self.automatic = Automatic(bridge, folder, self)
        self.inspector = Inspector(bridge, self)
        self.openings.message_posted.connect(window.post)
        self.openings.remarked.connect(self._remark)
        self.openings.go_requested.connect(window.go)
        self.automatic.troubled.connect(self._on_troubled)
        self.inspector.found.connect(self._on_inspected)
        window.finished.connect(self.inspector.stop)
        window.room_made.connect(self._on_room_made)
        if bridge.facts is not None:
            self._on_room_made(window.room)

    def keep_backups(self) -> None:
        """From now on back up by itself what is opened; the file is checked whole once a week."""
        self.openings.settled.connect(self.automatic.begin)
        self.automatic.settled.connect(self.inspector.begin)

    def backups_page(self, bridge: Bridge, settings: Settings) -> Page:
        """The page of backups; what it asks for outlives it."""
        from samen_desktop.gui.care.page import BackupsPage

        page = BackupsPage(bridge, settings)
        page.look_requested.connect(self._on_look_wished)
        page.restore_requested.connect(self._on_restore_wished)
        return page

    @Slot(object)
    def _on_look_wished(self, backup: Path) -> None:
        self._window.hand_in()
        self.openings.look_into(backup)

    @Slot(object, object)
    def _on_restore_wished(self, backup: Path, target: Path) -> None:
        self._window.hand_in()
        self.openings.restore(backup, target)

    @Slot(object)
    def _on_room_made(self, room: Room) -> None:
        if self._in_room:
            return
        self._in_room = True
        room.band.left.connect(self.openings.go_back)
        room.band.backups_requested.connect(self._on_backups_wished)

    @Slot()
    def _on_backups_wished(self) -> None:
        facts = self._bridge.facts
        name = facts.path.name if facts is not None and facts.backup is not None else ""
        self._window.go(Place(BACKUPS, words=name))

    @Slot(object)
    def _on_troubled(self, error: KnownError) -> None:
        if error.code == "damaged":
            self.openings.tell_damage([error.words])
        else:
            told = self.tr("No backup could be made: {why}").format(why=say(error.words))
            self._window.post(Message("failed", told))

    @Slot(object)
    def _on_inspected(self, damage: Sequence[Words]) -> None:
        if damage:
            self.openings.tell_damage(damage)
        else:
            told = self.tr("The weekly check found nothing: the file and every row in it is whole.")
            self._remark(Message("information", told))

    @Slot(object)
    def _remark(self, message: Message) -> None:
        """Say it where nothing else is said: half-typed text that waits comes before this."""
        if self._window.page is not None and self._window.room.message_bar.message is None:
            self._window.post(message)
