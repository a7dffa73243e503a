"""What the commands of the plan do, each as one step to undo; the page shows what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Place

from . import work
from .outline_view import OutlineView
from .typing_in import Typing

if TYPE_CHECKING:
    from .work import Outline


class PlanDoing(QObject):
    """Does what is wished.

    Signals: `go_requested(Place)`; `form_wanted(str, bytes)` with kind and record; `said(str)` what
    was done; `chapter_wanted(bytes)` which chapter is to be current next; `version_wanted(bytes)`
    which version is to be shown next, None for the one that stands; `outline_wanted()`;
    `version_made(bytes)`.
    """

    go_requested = Signal(object)
    form_wanted = Signal(str, object)
    said = Signal(str)
    chapter_wanted = Signal(object)
    version_wanted = Signal(object)
    outline_wanted = Signal()
    version_made = Signal(object)

    def __init__(self, bridge: Bridge, view: OutlineView, typing: Typing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._view, self._typing = bridge, view, typing
        self.shown: Outline | None = None

    def type_after(self) -> None:
        """Type a chapter after the current one."""
        self._type(work.Where.AFTER)

    def type_before(self) -> None:
        """Type a chapter before it."""
        self._type(work.Where.BEFORE)

    def type_under(self) -> None:
        """Type a chapter under it."""
        self._type(work.Where.UNDER)

    def change_cell(self) -> None:
        """Change the title in place."""
        self._view.change()

    def open_chapter(self) -> None:
        """Open the form of the current chapter."""
        record = self._view.current_chapter()
        if record is not None:
            self.form_wanted.emit("chapter", record)

    def move(self, way: str) -> None:
        """Move the current chapter: up, down, in or out."""
        record = self._view.current_chapter()
        if record is not None:
            self.chapter_wanted.emit(record)
            self._bridge.write(work.moving(record, work.Way(way)))

    def delete_chapter(self) -> None:
        """Take the current chapter out, with all under it."""
        record = self._view.current_chapter()
        if record is not None:
            self.chapter_wanted.emit(self._view.beside())
            self._bridge.write(work.taking_out(record), self._on_taken_out)

    def make_version(self) -> None:
        """Make a next version, to be changed by hand."""
        self.version_wanted.emit(None)
        self._bridge.write(work.next_version({"status": "WERKV"}), self.version_made.emit)

    def open_version(self) -> None:
        """Open the form of the version that is shown."""
        if self.shown is not None and self.shown.shown is not None:
            self.form_wanted.emit("plan_version", self.shown.shown.id)

    def delete_version(self) -> None:
        """Take the version that is shown out, with its chapters."""
        if self.shown is not None and self.shown.shown is not None:
            version = self.shown.shown
            gone = self.tr("Version %1 was deleted, with %n chapter(s).", "", version.chapters)
            said = gone.replace("%1", version.number)
            self.version_wanted.emit(None)
            self._bridge.write(work.deleting_version(version.id), partial(self._say, said))

    def read_version(self) -> None:
        """Go and read a version in."""
        self.go_requested.emit(Place("read_plan"))

    def look_again(self) -> None:
        """Go and look at what points into earlier versions."""
        self.go_requested.emit(Place("look_again"))

    def _type(self, where: work.Where) -> None:
        self.outline_wanted.emit()
        self._typing.begin(where)

    def _on_taken_out(self, count: int) -> None:
        self.said.emit(self.tr("%n chapter(s) deleted.", "", count))

    def _say(self, words: str, _: object) -> None:
        self.said.emit(words)
