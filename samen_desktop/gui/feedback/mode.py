"""Feedback in its list: plan it for all who spoke, mark chosen rows as sent, copy what is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import icons, language
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.page import Message

from . import work
from .letter_part import LetterPart
from .sent_page import SentPage

if TYPE_CHECKING:
    from .work import Letter, Sent


class FeedingBack(QObject):
    """The commands for one list of feedback, and the letter beside its current row."""

    def __init__(self, bridge: Bridge, pane: ListPane) -> None:
        super().__init__(pane)
        self._bridge, self._pane = bridge, pane
        self._asked = Ticket()
        self._letter: Letter | None = None
        self._to_mark: list[bytes] = []
        self.plan = self._command(
            self.tr("Plan for sessions held"), "calendar-plus", "Ctrl+Shift+H", self._on_plan
        )
        self.sent = self._command(self.tr("Mark as sent…"), "check", "Ctrl+E", self._on_sent_asked)
        self.copy = self._command(self.tr("Copy text"), "copy", "Ctrl+Shift+Y", self._on_copy)
        self.sent.setEnabled(False)
        self.copy.setEnabled(False)
        pane.strip.add_command(self.sent)
        pane.view.selection_changed.connect(self._on_selection_changed)
        pane.detail.part_wanted.connect(self._on_part_wanted)

    def commands(self) -> Sequence[QAction]:
        """The commands for the page's menu."""
        return (self.plan, self.sent, self.copy)

    def _command(self, text: str, icon: str, keys: str, does: Callable[[], None]) -> QAction:
        made = QAction(text, self)
        icons.put(made, icon)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(does)
        self._pane.addAction(made)
        return made

    @Slot(int)
    def _on_selection_changed(self, count: int) -> None:
        self.sent.setEnabled(count > 0)

    # Planning.

    @Slot()
    def _on_plan(self) -> None:
        """For the sessions of the filter, else for all that were held."""
        chosen = self._pane.bar.filters().get("session", frozenset())
        sessions = [bytes.fromhex(each) for each in sorted(chosen) if each]
        self._bridge.write(work.planning(sessions), self._on_planned, self._on_refused)

    def _on_planned(self, made: int) -> None:
        if made:
            self._say(self.tr("%n feedback(s) planned.", "", made), undo=True)
        else:
            words = self.tr("Everybody who spoke at a session that was held has one already.")
            self._say(words, undo=False)

    # Sending.

    @Slot()
    def _on_sent_asked(self) -> None:
        keys = self._pane.view.chosen_keys()
        if keys:
            self._bridge.read(work.told_by(keys), self._ask_day)

    def _ask_day(self, found: tuple[list[bytes], int]) -> None:
        records, inputs = found
        today = datetime.now().astimezone().date()
        page = SentPage(len(records), inputs, today, self._pane)
        page.left.connect(self._pane.show_list)
        page.sent.connect(self._on_sent)
        self._to_mark = records
        self._pane.show_page(page)
        page.focus_first()

    @Slot(str, bool)
    def _on_sent(self, on: str, inputs: bool) -> None:  # noqa: FBT001 - Qt
        marking = work.marking_sent(self._to_mark, on, inputs=inputs)
        self._bridge.write(marking, self._on_marked, self._on_refused)
        self._pane.show_list()

    def _on_marked(self, done: Sent) -> None:
        words = self.tr("%n marked as sent.", "", done.marked)
        if done.inputs:
            words += " " + self.tr("%n input(s) are fed back.", "", done.inputs)
        self._say(words, undo=done.marked + done.inputs > 0)

    # The letter.

    @Slot(bytes)
    def _on_part_wanted(self, record: bytes) -> None:
        self._letter = None
        self.copy.setEnabled(False)
        self._asked.drop()
        asked = work.letter(record, language.current())
        self._asked = self._bridge.read(asked, partial(self._on_letter, record))

    def _on_letter(self, record: bytes, letter: Letter | None) -> None:
        self._letter = letter
        self.copy.setEnabled(letter is not None)
        if letter is not None:
            part = LetterPart(letter, self._pane)
            part.copy_requested.connect(self._on_copy)
            self._pane.detail.show_part(record, part)

    @Slot()
    def _on_copy(self) -> None:
        if self._letter is not None:
            QGuiApplication.clipboard().setText(self._letter.text)
            self._say(self.tr("The text was copied."), undo=False)

    # Saying.

    def _on_refused(self, error: KnownError) -> None:
        self._pane.message_posted.emit(Message("failed", language.say(error.words)))

    def _say(self, words: str, *, undo: bool) -> None:
        link = self.tr("Undo") if undo else ""
        wish = self._bridge.undo if undo else None
        self._pane.message_posted.emit(Message("information", words, link, wish))
