"""Members of a set as tags in a row that wraps; each is a button that takes itself out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import Button, button

_LONGEST = 48


class Tags(QWidget):
    """Signals: `removed(str)` with the code of a tag that was pressed."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: list[Button] = []
        self.hide()

    def show_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Show a tag for each (code, text)."""
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = []
        for code, text in tags:
            short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
            tag = button(short.replace("&", "&&"), "outlined", "x", parent=self)
            tag.setAccessibleName(self.tr("Remove %1").replace("%1", text))
            tag.clicked.connect(partial(self._remove, code))
            tag.show()
            self._made.append(tag)
        self.setVisible(bool(tags))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(160, max(Measure.FIELD, self.height()))

    def _remove(self, code: str) -> None:
        self.removed.emit(code)

    def _place(self) -> None:
        left = top = tall = 0
        for tag in self._made:
            wish = tag.sizeHint()
            wide = min(wish.width(), max(60, self.width()))
            if left and left + wide > self.width():
                left, top = 0, top + tall + Measure.HALF
            tag.setGeometry(left, top, wide, wish.height())
            left, tall = left + wide + Measure.HALF, wish.height()
        if self._made:
            self.setFixedHeight(top + tall)
