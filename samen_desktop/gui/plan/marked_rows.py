"""A table of short texts with a sign and its word in one column: what became of each chapter.

Rows are known whole. More than one may be chosen where the table says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from samen_desktop.core.outlines import Became
from samen_desktop.gui import icons, theme
from samen_desktop.gui.files.text_rows import Index, PlainCells, TextRows, TextTable
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

BECAME_SIGNS = {
    Became.SAME: ("minus", "TKN"),
    Became.CHANGED: ("pen-line", "VRG"),
    Became.MOVED: ("circle-arrow-right", "BUI"),
    Became.NEW: ("plus", "VRG"),
    Became.VANISHED: ("circle-x", "NOV"),
}
"""Icon and colour of what became of a chapter."""

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_INDENT = 14


class Mark(NamedTuple):
    """The sign of a row and in which column it stands; `level` indents the column `indented`."""

    icon: str
    role: str
    level: int = 1


class MarkedRows(TextRows):
    """Rows of texts, each with a sign."""

    def __init__(
        self,
        headers: Sequence[str],
        signed: int,
        parent: QWidget | None = None,
        indented: int = -1,
    ) -> None:
        super().__init__(headers, parent)
        self.signed, self.indented = signed, indented
        self.marks: list[Mark] = []

    def show_marked(self, rows: Sequence[tuple[Sequence[str], Mark]]) -> None:
        """Show these rows."""
        self.marks = [mark for _, mark in rows]
        self.show_rows([cells for cells, _ in rows])


class _MarkedCells(PlainCells):
    def __init__(self, view: QTableView, rows: MarkedRows) -> None:
        super().__init__(view)
        self._rows, self._view = rows, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = index.column()
        if column not in {self._rows.signed, self._rows.indented}:
            super().paint(painter, option, index)
            return
        current, rect = theme.current(), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, current.color("sel" if self._view.hasFocus() else "hover"))
        mark = self._rows.marks[index.row()]
        room = rect.adjusted(Measure.CELL_PADDING, 0, -Measure.CELL_PADDING, 0)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text"))
        if column == self._rows.signed:
            drawn = icons.pixmap(mark.icon, mark.role, Measure.SIGN, self._view.devicePixelRatioF())
            painter.drawPixmap(room.left(), room.center().y() - Measure.SIGN // 2, drawn)
            room.setLeft(room.left() + Measure.SIGN + 6)
            painter.setPen(current.color(mark.role))
        else:
            room.setLeft(room.left() + (mark.level - 1) * _INDENT)
        text = elide(str(index.data() or ""), room.width(), painter.fontMetrics())
        painter.drawText(room, int(_MIDDLE), text)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, current.color("hair"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


class MarkedTable(TextTable):
    """The view of such rows. Signals: `opened(int)` when Enter or a double click asks for a row."""

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        rows: MarkedRows,
        widths: Sequence[int],
        parent: QWidget,
        *,
        many: bool = False,
    ) -> None:
        """The column of width 0 takes what is left. `many`: several rows can be chosen."""
        super().__init__(name, rows, widths, parent)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(widths.index(0), QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_MarkedCells(self, rows))
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def choose_row(self, row: int) -> None:
        """Choose this row alone, whatever keys are held: with Ctrl, Qt would only turn it over."""
        flags = QItemSelectionModel.SelectionFlag
        chosen = flags.ClearAndSelect | flags.Rows | flags.Current
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), chosen)

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain and row >= 0:
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)
