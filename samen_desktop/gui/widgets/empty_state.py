"""What stands where a list has no rows: what is so, what to do, one button. No picture.

Left aligned at the place of the first row.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.gui.tokens import Measure

from .buttons import button
from .labels import label
from .section import Sign


class EmptyState(QWidget):
    """One sentence in text, one in second colour, one button. Signals: `chosen()` (the button)."""

    chosen = Signal()

    def __init__(
        self,
        text: str = "",
        hint: str = "",
        action: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = Sign("circle-check", "OVG", Measure.SIGN, self)
        self._text = label("", "body", self, wrapped=True)
        self._hint = label("", "secondary", self, wrapped=True)
        self._button = button("", "outlined", parent=self)
        self._button.clicked.connect(self.chosen)
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self._sign)
        first.addWidget(self._text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Measure.FIRST_COLUMN, Measure.GRID, Measure.MARGIN, Measure.GRID)
        column.setSpacing(Measure.HALF)
        column.addLayout(first)
        column.addWidget(self._hint)
        column.addSpacing(Measure.GRID)
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.show_state(text, hint, action, keys)

    def show_state(
        self, text: str, hint: str = "", action: str = "", keys: str = "", *, met: bool = False
    ) -> None:
        """Say this from now on; `met` is good news and says so with a sign (`Niets te laat.`)."""
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(action)
        self._button.set_keys(keys)
        self._button.setVisible(bool(action))
        self._sign.setVisible(met)
