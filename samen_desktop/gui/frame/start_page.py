"""The start screen: make, open or try a round; the rounds of last time.

It asks by signals and does nothing itself. What a new round needs is asked in place, not in a box.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samen_desktop import __version__
from samen_desktop.gui import icons, theme
from samen_desktop.gui.page import Message
from samen_desktop.gui.settings import Recent
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.message_bar import MessageBar
from samen_desktop.gui.widgets.search_box import SearchBox
from samen_desktop.gui.widgets.section import Hairline

from .recent_list import RecentList, lines, paint_ring, row_height

if TYPE_CHECKING:
    from .new_round import NewRound

_LEFT_WIDTH, _BETWEEN, _RIGHT_WIDTH = 376, 72, 624
_SEARCH_WIDTH = 200
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StartCommand(QAbstractButton):
    """A row of two lines with an icon and its shortcut: one way to begin."""

    def __init__(
        self, text: str, about: str, icon: str, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._icon, self._keys = about, icon, keys
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{about}. {keys}" if keys else about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_LEFT_WIDTH, row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.color("hover"))
            painter.drawRoundedRect(self.rect(), Measure.RADIUS, Measure.RADIUS)
        if self.hasFocus():
            paint_ring(painter, self.rect())
        drawn = icons.pixmap(self._icon, "accent", Measure.BIG_ICON, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - Measure.BIG_ICON) // 2, drawn)
        first, second = lines(self.rect().adjusted(46, 0, -12, 0))
        painter.setFont(current.font("small"))
        painter.setPen(current.color("text2"))
        painter.drawText(first, int(_RIGHT), self._keys)
        painter.setFont(current.font("body"))
        painter.drawText(second, int(_LEFT), self._about)
        painter.setFont(current.font("read_strong"))
        painter.setPen(current.color("text"))
        painter.drawText(first, int(_LEFT), self.text())
        painter.end()


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
        self.message_bar = MessageBar(self)
        self._right = QStackedWidget(self)
        self._right.addWidget(self._recent_part())
        self._right.setMaximumWidth(_RIGHT_WIDTH)
        middle = QHBoxLayout()
        middle.setContentsMargins(Measure.MARGIN, 72, Measure.MARGIN, Measure.MARGIN)
        middle.addStretch(1)
        left = QWidget(self)
        left.setLayout(self._left_part())
        left.setMaximumWidth(_LEFT_WIDTH)
        middle.addWidget(left, _LEFT_WIDTH)
        middle.addSpacing(_BETWEEN)
        middle.addWidget(self._right, _RIGHT_WIDTH)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(Hairline(self))
        column.addWidget(self._foot())

    def show_recent(self, rounds: Sequence[Recent]) -> None:
        """The rounds of last time; the first one is ready to be opened."""
        self._list.rounds.show_rounds(rounds)
        self._list.setVisible(bool(rounds))
        self._search.setVisible(bool(rounds))
        self._empty.setVisible(not rounds)
        self._list.setFixedHeight(min(len(rounds), 6) * row_height() + 2)
        if rounds:
            self._list.setCurrentIndex(self._list.rounds.index(0, 0))

    def show_message(self, message: Message) -> None:
        """Say something under the list."""
        self.message_bar.show_message(message)

    def take_focus(self) -> None:
        """Put the focus where work most likely begins."""
        if self._list.isVisibleTo(self):
            self._list.setFocus()
        else:
            self._commands[0].setFocus()

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
        head.addWidget(_Mark(self))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label("SAMEN Desktop", "figure", self))
        words.addWidget(
            label(self.tr("From conversation to reasoned answer"), "read_secondary", self)
        )
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

    def _recent_part(self) -> QWidget:
        part = QWidget(self)
        self._search = SearchBox(self.tr("search recent…"), part)
        self._search.setFixedWidth(_SEARCH_WIDTH)
        self._list = RecentList(part)
        self._empty = EmptyState(
            self.tr("No rounds on this laptop yet."),
            self.tr("Make one, open one, or look around in the demo."),
            parent=part,
        )
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Recent"), "section", part), 1)
        head.addWidget(self._search)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(46)
        column.addWidget(self._list)
        column.addWidget(self._empty)
        column.addSpacing(16)
        column.addWidget(self.message_bar)
        column.addStretch(1)
        self._search.searched.connect(self._list.rounds.search)
        self._search.left_down.connect(self._list.setFocus)
        self._list.chosen.connect(self.recent_requested)
        self._list.forgotten.connect(self.forget_requested)
        return part

    def _foot(self) -> QWidget:
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
        return foot


class _Mark(QWidget):
    """The program's mark, large."""

    _SIZE = 52

    def sizeHint(self) -> QSize:
        return QSize(self._SIZE, self._SIZE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(QRect(0, 0, self._SIZE, self._SIZE), icons.mark(self._SIZE))
        painter.end()
