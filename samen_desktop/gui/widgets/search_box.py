"""The search field of a list: every change is told at once; Esc clears, Down goes to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from samen_desktop.gui import icons

_LONGEST = 200


class SearchBox(QLineEdit):
    """A search field.

    Signals: `searched(str)` at each change of the words, stripped; `left_down()` when Down or Enter
    asks for the list below; `escaped()` when Esc was pressed in an empty field.
    """

    searched = Signal(str)
    left_down = Signal()
    escaped = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip("…"))
        self.setMaxLength(_LONGEST)
        sign = self.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.put(sign, "search")
        self.textChanged.connect(self._on_text_changed)

    def words(self) -> str:
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        words = text.strip()
        if words != self._told:
            self._told = words
            self.searched.emit(words)
