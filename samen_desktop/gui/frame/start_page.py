"""The start screen: make, open or try a round; the rounds of last time.

It asks by signals and does nothing itself. What a new round needs is asked in place, not in a box.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop import __version__
from samen_desktop.gui.page import Message
from samen_desktop.gui.settings import Recent
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label

from .start_rows import ROW_WIDTH, Mark, StartCommand

if TYPE_CHECKING:
    from samen_desktop.gui.widgets.message_bar import MessageBar

    from .new_round import NewRound
    from .recent_part import RecentPart

_BETWEEN, _RIGHT_WIDTH = 72, 624
_TOP = 72
_LOW, _NARROW = 600, 900
"""Pixels under which the screen gives up air."""


class StartPage(QWidget):
    """The start screen.

    Signals: `made_requested(str, str)` with name and template; `open_requested()`,
    `demo_requested()`, `restore_requested()`, `help_requested()`; `recent_requested(str)` and
    `forget_requested(str)` with a path.
    """

    made_requested = Signal(str, str)
    open_requested = Signal()
    demo_requested = Signal()
    restore_requested = Signal()
    help_requested = Signal()
    recent_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new_round: NewRound | None = None
        self._part: RecentPart | None = None
        self._rounds: Sequence[Recent] = ()
        self._painted = False
        self._right = QStackedWidget(self)
        self._right.setMaximumWidth(_RIGHT_WIDTH)
        middle = self._middle = QHBoxLayout()
        middle.addStretch(1)
        left = QWidget(self)
        left.setLayout(self._left_part())
        left.setMaximumWidth(ROW_WIDTH)
        middle.addWidget(left, ROW_WIDTH)
        self._between = QSpacerItem(_BETWEEN, 0)
        middle.addItem(self._between)
        middle.addWidget(self._right, _RIGHT_WIDTH)
        middle.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(middle, 1)

    @property
    def part(self) -> RecentPart:
        """The right half; made after the first paint, or when it is asked for."""
        if self._part is None:
            from .recent_part import RecentPart

            self._part = RecentPart(self)
            self._part.chosen.connect(self.recent_requested)
            self._part.forgotten.connect(self.forget_requested)
            self._right.insertWidget(0, self._part)
            self._right.setCurrentIndex(0)
            self._lay_foot()
            self._part.show_recent(self._rounds)
        return self._part

    @property
    def message_bar(self) -> MessageBar:
        return self.part.message_bar

    def show_recent(self, rounds: Sequence[Recent]) -> None:
        """The rounds of last time; the first one is ready to be opened."""
        self._rounds = rounds
        if self._part is not None:
            self._part.show_recent(rounds)

    def show_message(self, message: Message) -> None:
        """Say something under the list."""
        self.message_bar.show_message(message)

    def take_focus(self) -> None:
        """Put the focus where work most likely begins."""
        if self._rounds and self._part is not None:
            self._part.list.setFocus()
        else:
            self._commands[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up air where the window is small or much enlarged."""
        super().resizeEvent(event)
        top = _TOP if self.height() >= _LOW else Measure.BLOCK
        self._middle.setContentsMargins(Measure.MARGIN, top, Measure.MARGIN, Measure.GRID)
        self._between.changeSize(_BETWEEN if self.width() >= _NARROW else Measure.MARGIN, 0)
        self._middle.invalidate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ways to begin come first; the rest follows at once after them."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._furnish)

    @Slot()
    def _furnish(self) -> None:
        focused = self.focusWidget()
        if self.part.isVisible() and focused in {None, self._commands[0]}:
            self.take_focus()

    @Slot()
    def begin_new(self) -> None:
        """Ask what a new round needs."""
        if self._new_round is None:
            from .new_round import NewRound

            self._new_round = NewRound(self)
            self._right.addWidget(self._new_round)
            self._new_round.made_requested.connect(self.made_requested)
            self._new_round.given_up.connect(self.end_new)
        self._right.setCurrentWidget(self._new_round)
        self._new_round.begin()

    @Slot()
    def end_new(self) -> None:
        """Show the rounds of last time again."""
        self._right.setCurrentIndex(0)
        self.take_focus()

    def set_restore_possible(self, *, possible: bool) -> None:
        self._commands[3].setVisible(possible)

    def _left_part(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(18)
        head.setContentsMargins(12, 0, 0, 0)
        head.addWidget(Mark(self))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("SAMEN Desktop", "figure", self))
        promise = self.tr("From conversation to reasoned answer")
        words.addWidget(label(promise, "read_secondary", self, elided=True))
        head.addLayout(words, 1)
        self._commands = [
            StartCommand(
                self.tr("New round…"),
                self.tr("Empty, or with phases and groups ready"),
                "file-plus",
                "Ctrl+N",
                self,
            ),
            StartCommand(
                self.tr("Open…"),
                self.tr("From this laptop, a stick or a network folder"),
                "folder-open",
                "Ctrl+O",
                self,
            ),
            StartCommand(
                self.tr("Demo round SAMEN."),
                self.tr("Practise on a fresh copy; nothing can break"),
                "graduation-cap",
                "Ctrl+D",
                self,
            ),
            StartCommand(
                self.tr("Restore a backup…"),
                self.tr("To how it was before, beside the present one"),
                "archive-restore",
                "Ctrl+Shift+T",
                self,
            ),
        ]
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addLayout(head)
        column.addSpacing(Measure.MARGIN)
        for each in self._commands:
            column.addWidget(each)
        column.addStretch(1)
        does = (
            self.begin_new,
            self.open_requested,
            self.demo_requested,
            self.restore_requested,
        )
        for each, wish in zip(self._commands, does, strict=True):
            each.clicked.connect(wish)
        return column

    def _lay_foot(self) -> None:
        from samen_desktop.gui.widgets.buttons import button
        from samen_desktop.gui.widgets.section import Hairline

        foot = QWidget(self)
        foot.setAutoFillBackground(True)
        row = QHBoxLayout(foot)
        row.setContentsMargins(Measure.MARGIN, 5, Measure.MARGIN, 5)
        row.setSpacing(Measure.BLOCK)
        promise = self.tr("All stays in your file on this laptop. The program makes no connection.")
        row.addWidget(label(promise, "secondary", foot), 1)
        row.addWidget(label(__version__, "secondary", foot))
        keys = button(self.tr("Help"), "link", keys="F1", parent=foot)
        keys.clicked.connect(self.help_requested)
        row.addWidget(keys)
        self._column.addWidget(Hairline(self))
        self._column.addWidget(foot)
