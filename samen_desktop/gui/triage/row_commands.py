"""What is done with the chosen inputs while cleaning up: mark as checked or fed back, split.

Each is one named step, and the message that follows takes it back. Classifying is for `mode`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence

from samen_desktop.core.errors import KnownError
from samen_desktop.core.triage import CHECKED, FED_BACK, Cut
from samen_desktop.gui import icons, language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.work import Record
from samen_desktop.gui.lists.work import record as read_record
from samen_desktop.gui.page import Message

from . import work
from .split_page import SplitPage
from .work import Done


class TriageCommands(QObject):
    """The commands.

    Signals: `settled(object)` with the keys to go on with, once all chosen rows were marked.
    """

    settled = Signal(object)

    def __init__(self, bridge: Bridge, pane: ListPane) -> None:
        super().__init__(pane)
        self._bridge, self._pane = bridge, pane
        self.split = self.command(
            self.tr("Split…"), "scissors", "Ctrl+Shift+X", self._on_split_asked
        )
        self.check = self.command(
            self.tr("Mark as checked"), "check", "F9", partial(self._mark, CHECKED)
        )
        self.feed_back = self.command(
            self.tr("Mark as fed back"), "file-check", "Shift+F9", partial(self._mark, FED_BACK)
        )

    def offered(self) -> Sequence[QAction]:
        """The commands for the page's menu."""
        return (self.split, self.check, self.feed_back)

    def after_chosen(self) -> list[int]:
        """All rows in order, from behind the chosen ones on and then from the top."""
        view, keys = self._pane.view, self._pane.model.keys
        at = max([view.currentIndex().row(), *view.chosen_rows()]) + 1
        return [*keys[at:], *keys[:at]]

    def _mark(self, status: str) -> None:
        keys = self._pane.view.chosen_keys()
        if keys:
            then = partial(self._on_marked, status, self.after_chosen())
            self._bridge.write(work.mark(keys, status), then)

    def _on_marked(self, status: str, after: Sequence[int], done: Done) -> None:
        if status == CHECKED:
            text = self.tr("%n marked as checked.", "", done.changed)
            left = self.tr("%n still need a theme or kind first.", "", done.waiting)
        else:
            text = self.tr("%n marked as fed back.", "", done.changed)
            left = self.tr("%n have to be checked first.", "", done.waiting)
        told = f"{text} {left}" if done.waiting else text
        self.say(told, undo=done.changed > 0)
        if not done.waiting:
            self.settled.emit(after)

    @Slot()
    def _on_split_asked(self) -> None:
        row = self._pane.model.row_at(self._pane.view.currentIndex().row())
        if row is not None and row.id:
            self._bridge.read(read_record(row.id), self._show_split)

    def _show_split(self, record: Record) -> None:
        words = str(record.values.get("words") or "")
        chosen = self._pane.detail.chosen_words(record.id)
        page = SplitPage(record.code, words, chosen, self._pane)
        page.left.connect(self._pane.show_list)
        page.split_requested.connect(partial(self._split, record))
        self._pane.commands.page_shown.emit(page)
        page.focus_first()

    def _split(self, record: Record, cut: Cut) -> None:
        then = partial(self._on_split, record.code)
        self._bridge.write(work.split(record.id, cut), then, self._on_refused)
        self._pane.show_list()

    def _on_split(self, code: str, made: tuple[bytes, str]) -> None:
        told = self.tr("%1 was split; the second part is %2.")
        self.say(told.replace("%1", code).replace("%2", made[1]), undo=True)

    def _on_refused(self, error: KnownError) -> None:
        self._pane.message_posted.emit(Message("need", language.say(error.words)))

    def say(self, text: str, *, undo: bool) -> None:
        """Tell what was done, with a way back."""
        link = self.tr("Undo") if undo else ""
        wish = self._bridge.undo if undo else None
        self._pane.message_posted.emit(Message("information", text, link, wish))

    def command(self, text: str, icon: str, keys: str, does: Callable[[], None]) -> QAction:
        """A command that works while the list, or what belongs to it, has the keyboard."""
        made = QAction(text, self)
        icons.put(made, icon)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(does)
        self._pane.addAction(made)
        return made
