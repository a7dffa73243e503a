"""One row that shows long work: what goes on, how far it is, and a way to stop it.

Shown only while something lasts; it never takes the focus and covers nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from samen_desktop.gui.long_work import LongWork
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label


class ProgressRow(QWidget):
    """The row for the one piece of long work of a window."""

    def __init__(self, long_work: LongWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "body", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(Measure.GRID)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._count = label("", "secondary", self)
        stop = button(self.tr("Stop"), "outlined", "x", parent=self)
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        stop.clicked.connect(long_work.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(Measure.MARGIN, Measure.GRID, Measure.MARGIN, Measure.GRID)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(stop)
        self.hide()
        long_work.begun.connect(self._on_begun)
        long_work.progressed.connect(self._on_progressed)
        long_work.ended.connect(self.hide)

    @Slot(str)
    def _on_begun(self, title: str) -> None:
        self._text.setText(title)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self.show()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        if total:
            self._count.setText(f"{min(100 * done // total, 100)} %")
        else:
            self._count.setText(self.tr("%n row(s)", "", done))
