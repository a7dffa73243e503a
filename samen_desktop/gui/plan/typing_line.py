"""The line under the outline in which chapters are typed one after another.

Enter puts one in and waits for the next; Tab lets it come deeper, Shift+Tab higher; several lines
that are pasted come in together. Where the next one comes is told by the page.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from samen_desktop.core.outlines import LONGEST_TITLE
from samen_desktop.gui import icons
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label

_TAB = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class _Line(QLineEdit):
    entered = Signal(str)
    shifted = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.can_shift = {1: False, -1: False}
        self.setMaxLength(LONGEST_TITLE)

    def event(self, event: QEvent) -> bool:
        # Tab is a sign here as long as a chapter can come deeper; else it goes on as anywhere.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = -1 if event.key() == Qt.Key.Key_Backtab else 1
            if event.key() in _TAB and self.can_shift[by]:
                self.shifted.emit(by)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and "\n" in pasted.strip():
            self.entered.emit(pasted)
        else:
            super().keyPressEvent(event)


class TypingLine(QWidget):
    """The line with a label.

    Signals: `entered(str)` with what was typed, or lines that were pasted; `shifted(int)` 1 for
    deeper, -1 for higher; `escaped()` when Esc goes back to the outline.
    """

    entered = Signal(str)
    shifted = Signal(int)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setAccessibleName(self.tr("Next chapter"))
        self.line.setPlaceholderText(self.tr("title of the next chapter"))
        icons.put(
            self.line.addAction(icons.icon("plus"), QLineEdit.ActionPosition.LeadingPosition),
            "plus",
        )
        self._where = label("", "secondary", self, elided=True)
        self._where.setMinimumWidth(180)
        row = QHBoxLayout(self)
        row.setContentsMargins(Measure.MARGIN, 6, Measure.GRID, 6)
        row.setSpacing(12)
        row.addWidget(self.line, 3)
        row.addWidget(self._where, 2)
        self.line.entered.connect(self.entered)
        self.line.shifted.connect(self.shifted)
        self.line.escaped.connect(self.escaped)

    def show_where(self, words: str, *, deeper: bool, higher: bool) -> None:
        """Say where the next one comes, and whether Tab can change that."""
        self._where.setText(words)
        self.line.can_shift = {1: deeper, -1: higher}

    def begin(self) -> None:
        """Wait for the next title."""
        self.line.clear()
        self.line.setFocus()
