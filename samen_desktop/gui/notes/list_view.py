"""The list of a session's items, painted whole by its delegate, with room for the suggestions."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure

from .painting import WIDTHS, NoteHeader, NotePainter
from .rows import Column, NoteRows

_FREE_ROWS, _LEAST_ROWS = 3, 3
_LEAST_WORDS = 260
_LEFT_OUT = (Column.TIME, Column.TABLE, Column.KIND, Column.THEME)
"""Columns that give way to the words in a small or much enlarged window, in this order."""


class NoteTable(QTableView):
    """The table itself: no grid, no row header, the last column takes the rest."""

    def __init__(
        self, model: QAbstractItemModel, parent: QWidget | None = None, *, large: bool = False
    ) -> None:
        super().__init__(parent)
        self.painter = NotePainter(self, large=large)
        self.setModel(model)
        self.setItemDelegate(self.painter)
        self.setHorizontalHeader(NoteHeader(self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setAccessibleName(self.tr("Items of this session"))
        factor = 4 / 3 if large else 1.0
        self._widths = [round(width * factor) for width in WIDTHS]
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)
        self.dress()
        theme.current().changed.connect(self.dress)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what matters least until the words can be read."""
        super().resizeEvent(event)
        room = self.viewport().width() - sum(self._widths)
        for column in _LEFT_OUT:
            hidden = room < _LEAST_WORDS
            room += self._widths[column] if hidden else 0
            if hidden != self.isColumnHidden(column):
                self.setColumnHidden(column, hidden)

    @Slot()
    def dress(self) -> None:
        """Take the row height of the theme that stands."""
        height = self.painter.height()
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()


class NoteList(QWidget):
    """The table with its margins and the free rows below it."""

    def __init__(self, rows: NoteRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.table = NoteTable(rows, self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.table.viewport().backgroundRole())
        self._room = QVBoxLayout(self)
        self._room.addWidget(self.table)
        self._leave_free(0)

    def minimumSizeHint(self) -> QSize:
        """The header and two items."""
        head = self.table.horizontalHeader().height()
        return QSize(360, head + 2 * self.table.painter.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.table.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        row = self.table.painter.height()
        room = self.height() - self.table.horizontalHeader().height()
        free = min(_FREE_ROWS * row + Measure.GRID, max(0, room - _LEAST_ROWS * row))
        # Whole rows only: half an item under the header is read as a fault.
        self._leave_free(free + (room - free) % row)
        self._room.activate()
        if at_end:
            self.to_end()

    def _leave_free(self, below: int) -> None:
        side = Measure.MARGIN - Measure.CELL_PADDING
        self._room.setContentsMargins(side, 0, Measure.MARGIN, below)

    def to_end(self) -> None:
        """Show the newest item, unless one is being edited."""
        if self.table.painter.edited is None:
            self.table.scrollToBottom()

    def edited(self, record: bytes | None) -> None:
        """Mark the item that is in the line."""
        if self.table.painter.edited != record:
            self.table.painter.edited = record
            self.table.viewport().update()
            self.to_end()

    def show_record(self, record: bytes) -> None:
        """Scroll to an item."""
        place = self._rows.place_of(record)
        if place >= 0:
            self.table.scrollTo(self._rows.index(place, Column.WORDS))
