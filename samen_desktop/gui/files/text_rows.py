"""A plain table of short texts that are known whole: problems, what went out, backups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide, tip

_LONGEST = 400
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class TextRows(QAbstractTableModel):
    """Rows of texts under headers."""

    def __init__(self, headers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows: list[Sequence[str]] = []

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; each is as long as the headers."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text[:_LONGEST].split())
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def fit_rows(table: QTableView, most: int) -> None:
    """Make a table as high as its rows, and at most as high as so many."""
    rows = min(table.model().rowCount(), most)
    header = table.horizontalHeader().sizeHint().height()
    table.setMaximumHeight(header + rows * table.verticalHeader().defaultSectionSize() + 2)


class PlainCells(QStyledItemDelegate):
    """Paints a cell as the lists do: one elided line, a hairline, the ring inside the cell."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        current = theme.current()
        rect, view = option.rect, self.parent()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen:
            here = isinstance(view, QTableView) and view.hasFocus()
            painter.fillRect(rect, current.color("sel" if here else "hover"))
        painter.setFont(current.font("strong" if index.column() == 0 else "body"))
        painter.setPen(current.color("text"))
        room = rect.adjusted(Measure.CELL_PADDING, 0, -Measure.CELL_PADDING, 0)
        text = elide(str(index.data() or ""), room.width(), painter.fontMetrics())
        painter.drawText(room, int(_MIDDLE), text)
        hair = current.color("hair")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hair)
        if focused:
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))


class TextTable(QTableView):
    """The view of such a table: whole rows, no grid, the last column takes what is left."""

    def __init__(
        self, name: str, model: QAbstractTableModel, widths: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(PlainCells(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        high = theme.current().height(Measure.ROW)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        last = model.columnCount() - 1
        # Told by name: stretching whichever is last never makes that smaller than it began.
        self.horizontalHeader().setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)

    def chosen_row(self) -> int:
        """The row that is chosen; -1 for none."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1
