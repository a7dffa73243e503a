"""One line that offers choices below it while a person types: a chapter of the plan, a handler.

The line keeps the keyboard: Up and Down go through the list, Enter or Tab takes, Esc leaves the
text. The list is a part of the window, never a window of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.text import fold
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .choice_rows import CHOICE, ChoicePainter, Choices, LineChoice, fits, row_height

_MOST_ROWS, _MOST_FOUND, _EDGE = 7, 60, 4


class _Below(QWidget):
    """The list under the line. Signals: `taken(object)` when a row was clicked."""

    taken = Signal(object)

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line.window())
        self._line = line
        self._model = Choices(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setItemDelegate(ChoicePainter(self._view))
        self._view.setAccessibleName(line.accessibleName())
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFocusProxy(line)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.viewport().setAutoFillBackground(False)
        room = QVBoxLayout(self)
        room.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        room.addWidget(self._view)
        self._view.clicked.connect(self._on_clicked)
        self.hide()

    def show_choices(self, choices: Sequence[LineChoice]) -> None:
        self._model.show_choices(choices)
        if not choices:
            self.hide()
            return
        self._view.setCurrentIndex(self._model.index(0))
        row = row_height()
        high = min(len(choices), _MOST_ROWS) * row + 2 * _EDGE
        window = self._line.window()
        place = self._line.mapTo(window, QPoint(0, self._line.height() + 2))
        if place.y() + high > window.height():
            place = self._line.mapTo(window, QPoint(0, -high - 2))
        self.setGeometry(place.x(), max(0, place.y()), self._line.width(), high)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        count = self._model.rowCount()
        row = (self._view.currentIndex().row() + by) % count if count else 0
        self._view.setCurrentIndex(self._model.index(row))

    def current(self) -> LineChoice | None:
        found = self._view.currentIndex().data(CHOICE)
        return found if isinstance(found, LineChoice) and self.isVisible() else None

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setPen(QPen(current.color("pop_edge"), 1))
        painter.setBrush(current.color("pop"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(CHOICE))


class ChoiceLine(QLineEdit):
    """The line.

    Signals: `typed()` at each change by a person; `left()` when a choice was taken, or the focus
    went.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, free: bool = False) -> None:
        """`free`: what is typed is a value of its own; else only a choice is."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(300)
        self._free = free
        self._choices: Sequence[LineChoice] = ()
        self._taken: LineChoice | None = None
        self._below: _Below | None = None
        self.textEdited.connect(self._on_edited)

    def set_choices(self, choices: Sequence[LineChoice]) -> None:
        """What is offered."""
        self._choices = choices

    def put(self, value: str, shown: str) -> None:
        """Show a value; nothing is told."""
        self._taken = LineChoice(value, "", shown) if value else None
        if shown != self.text():
            self.setText(shown)
            self.setCursorPosition(0)

    def put_typed(self, text: str) -> None:
        """Put back what was half typed."""
        self.setText(text)
        self._settle()

    def value(self) -> str | None:
        """The value; None for none, also where what stands there is no choice: see `is_open`."""
        text = self.text().strip()
        if self._free:
            return text or None
        return self._taken.value if self._taken is not None and text else None

    def is_open(self) -> bool:
        """Whether something is typed that is no choice."""
        return not self._free and bool(self.text().strip()) and self._taken is None

    @Slot()
    def open_list(self) -> None:
        """Show all that is offered."""
        self._offer(self._choices[:_MOST_FOUND])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        below = self._below if self._below is not None and self._below.isVisible() else None
        if below is None:
            if key in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not event.modifiers():
                self.open_list()
            elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.left.emit()
                event.ignore()
            else:
                super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not event.modifiers():
            below.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take(below.current())
        elif key == Qt.Key.Key_Escape:
            below.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        below = self._below
        if below is not None and below.isVisible():
            choice = below.current()
            below.hide()
            tab = event.reason() == Qt.FocusReason.TabFocusReason
            if tab and choice is not None and not self._free and self.is_open():
                self._take(choice)
                return
        self._settle()
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        arrow = icons.pixmap("chevron-down", "text2", Measure.SIGN, self.devicePixelRatioF())
        painter = QPainter(self)
        left, top = self.width() - Measure.SIGN - 7, (self.height() - Measure.SIGN) // 2
        painter.drawPixmap(left, top, arrow)
        painter.end()

    @Slot()
    def _on_edited(self) -> None:
        self._taken = None
        words = fold(self.text())
        found = [each for each in self._choices if fits(each, words)]
        # A number that is typed means the chapter that begins so, before one that holds it.
        found.sort(key=lambda each: not fold(each.shown).startswith(words))
        self._offer(found[:_MOST_FOUND] if words else [])
        self.typed.emit()

    def _offer(self, choices: Sequence[LineChoice]) -> None:
        if self._below is None:
            self._below = _Below(self)
            self._below.taken.connect(self._take)
        self._below.show_choices(choices)

    @Slot(object)
    def _take(self, choice: LineChoice | None) -> None:
        if self._below is not None:
            self._below.hide()
        if choice is not None:
            self._taken = choice
            self.setText(choice.shown)
            self.setCursorPosition(0)
            self.typed.emit()
            self.left.emit()

    def _settle(self) -> None:
        """What was typed out in full is the choice it names."""
        words = fold(self.text())
        if self._taken is None and words and not self._free:
            exact = [e for e in self._choices if words in {fold(e.shown), fold(e.code)}]
            if len(exact) == 1:
                self._taken = exact[0]
                self.setText(exact[0].shown)
