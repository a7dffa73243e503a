"""A part of the window that scrolls up and down, dressed the one way: no frame, no stop for Tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPane(QScrollArea):
    """The part; `setWidget` or `hold` give it what it shows.

    `grounded` stands on the light ground of a pane, else on the frame's. `steady` keeps the place
    of the bar free also where there is nothing to scroll, so that going from record to record
    does not make the words break elsewhere. `sideways` lets it scroll to the side as well.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        grounded: bool = True,
        steady: bool = False,
        sideways: bool = False,
    ) -> None:
        super().__init__(parent)
        self._grounded = grounded
        policy = Qt.ScrollBarPolicy
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if not sideways:
            self.setHorizontalScrollBarPolicy(policy.ScrollBarAlwaysOff)
        if grounded:
            self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        if steady:
            self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn)
            self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
            self.verticalScrollBar().setEnabled(False)

    def hold(self, inside: QWidget) -> None:
        """Show this, on the ground of the part."""
        self.setWidget(inside)
        inside.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        if self._grounded:
            inside.setBackgroundRole(QPalette.ColorRole.Base)
        else:  # Qt gives what it takes in a ground of its own
            inside.setAutoFillBackground(False)
            self.viewport().setAutoFillBackground(False)

    @Slot(int, int)
    def _on_range_changed(self, least: int, most: int) -> None:
        # A bar that cannot be used is not painted.
        self.verticalScrollBar().setEnabled(most > least)
