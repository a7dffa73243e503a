"""A list and what stands beside it: detail or form; one above the other in a narrow window.

Where the window is low as well, the detail folds away and the form, opened with Enter, takes over.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from samen_desktop.gui.tokens import Measure

NARROW_LIST = 312
_LIST = 366
_LEAST_DETAIL = 280
_LEAST_BELOW = 120
_FOLDED = 360
"""Under this height list and detail together would each show only a line or two."""
_UNBOUND = 16_777_215


class Beside(QSplitter):
    """The two panes. `form`: at the right stands a form, which is never put below its list."""

    def __init__(
        self, left: QWidget, right: QWidget, *, form: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._left, self._right = left, right
        self._form = form
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(0, 0 if form else 1)
        self.setStretchFactor(1, 1 if form else 0)
        if form:
            self.setSizes([_LIST, Measure.DETAIL * 2])
        else:
            self._bind(stacked=False)
            self.setSizes([774, Measure.DETAIL])

    @property
    def stacked(self) -> bool:
        """Whether the detail is below its list."""
        return self.orientation() == Qt.Orientation.Vertical

    def put_back(self, kept: QByteArray) -> None:
        """Take over widths that were kept from `saveState` while side by side."""
        if not kept.isEmpty() and self.restoreState(kept):
            self.setHandleWidth(1)
            self.setChildrenCollapsible(False)

    def hold(self, right: QWidget) -> None:
        """Take the right pane in again, which stood elsewhere meanwhile."""
        self.addWidget(right)
        self.setStretchFactor(1, 1)
        self.setSizes([_LIST, Measure.DETAIL * 2])

    def minimumSizeHint(self) -> QSize:
        """What is needed when the detail has gone below the list, or away."""
        return self._left.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._form:
            return
        stacked = self.window().width() < Measure.STACKED
        if stacked != self.stacked:
            self.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
            self._bind(stacked=stacked)
            half = self.height() // 2
            wide = self.width() - Measure.DETAIL
            self.setSizes([half, half] if stacked else [wide, Measure.DETAIL])
        self._right.setVisible(not stacked or self.height() >= _FOLDED)

    def _bind(self, *, stacked: bool) -> None:
        self._right.setMinimumWidth(0 if stacked else _LEAST_DETAIL)
        self._right.setMaximumWidth(_UNBOUND if stacked else Measure.DETAIL_MAX)
        self._right.setMinimumHeight(_LEAST_BELOW if stacked else 0)
