"""The panes of the desk side by side: pile, item, answer; fewer in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from samen_desktop.gui.settings import Settings

_WIDTHS = (288, 454, 440)
_LEAST = (266, 260, 360)
_THREE, _TWO = sum(_LEAST) + 2, _LEAST[1] + _LEAST[2] + 1
"""Widths from which all panes stand side by side, or two of them."""


class Front(IntEnum):
    """The pane a person works in."""

    PILE = 0
    ITEM = 1
    ANSWER = 2


class Panes(QSplitter):
    """The panes; their widths are remembered."""

    def __init__(
        self, panes: Sequence[QWidget], settings: Settings, page: str, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings, self._page = settings, page
        self._front = Front.PILE
        self._panes = panes
        for at, pane in enumerate(panes):
            pane.setMinimumWidth(_LEAST[at])
            self.addWidget(pane)
            self.setStretchFactor(at, int(at == Front.ITEM))
        self.setSizes(list(_WIDTHS))
        kept = settings.state(page, "split")
        if not kept.isEmpty():
            self.restoreState(kept)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self._on_moved)

    def to_front(self, front: Front) -> None:
        """Have this pane in sight."""
        self._front = front
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Room for one of them."""
        return QSize(max(_LEAST), 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the pile makes room for what is read, or both for what is written."""
        wide, front = self.width(), self._front
        left = Front.ITEM if front is Front.ANSWER else front
        for at in Front:
            beside = at in (left, Front.ANSWER) if wide >= _TWO else at is front
            self._panes[at].setVisible(wide >= _THREE or beside)

    @Slot()
    def _on_moved(self) -> None:
        if self.width() >= _THREE:
            self._settings.keep_state(self._page, "split", self.saveState())
