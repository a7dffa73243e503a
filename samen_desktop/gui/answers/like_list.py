"""Under the inputs of an item: others that look like it, each with a way to add it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label, tip
from samen_desktop.gui.widgets.section import Hairline, Section

from .cards import short_code
from .work import Similar

_NARROW, _REMARKED = 200, 300
"""The least this needs; and from which width there is room to say how it was found."""


class _LikeRow(QWidget):
    """One of them. Signals: `add_requested(object)` with its id."""

    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = b""
        self._code = label("", "strong", self)
        self._title = label("", "body", self, elided=True)
        self._why = label("", "secondary", self, elided=True)
        self._add = button(self.tr("Add"), "link", parent=self)
        self._add.clicked.connect(self._on_clicked)
        row = QHBoxLayout()
        row.setSpacing(Measure.GRID)
        row.addWidget(self._code)
        row.addWidget(self._title, 1)
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 0)
        column.setSpacing(1)
        column.addLayout(row)
        column.addWidget(self._why)
        column.addWidget(Hairline(self))

    def show_like(self, found: Similar) -> None:
        self._record = found.record
        self._code.setText(short_code(found.code))
        self._title.setText(found.title)
        words = ", ".join(found.shared[:6])
        self._why.setText(self.tr("because of %1").replace("%1", words))
        self._why.setVisible(bool(words))
        self._add.setAccessibleName(f"{self._add.text()} {short_code(found.code)}")
        self._add.setToolTip(tip(found.title))

    @Slot()
    def _on_clicked(self) -> None:
        self.add_requested.emit(self._record)


class LikeList(QWidget):
    """The list, hidden while nothing is alike. Signals: `add_requested(object)` with an id."""

    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_LikeRow] = []
        self._found: list[Similar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Measure.GRID, 0, 0)
        self._column.setSpacing(0)
        self._remark = self.tr("by words, on this laptop")
        self._section = Section(self.tr("Looks like this"), self, remark=self._remark)
        self._column.addWidget(self._section)
        self.hide()

    def show_found(self, found: Sequence[Similar]) -> None:
        """Show these."""
        self._found = list(found)
        while len(self._rows) < len(found):
            row = _LikeRow(self)
            row.add_requested.connect(self.add_requested)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, each in zip(self._rows, found, strict=False):
            row.show_like(each)
            row.show()
        for row in self._rows[len(found) :]:
            row.hide()
        self.setVisible(bool(found))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_NARROW, super().minimumSizeHint().width()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._section.set_remark(self._remark if self.width() >= _REMARKED else "")

    def first(self) -> bytes | None:
        """The one that is the most alike."""
        return self._found[0].record if self._found else None
