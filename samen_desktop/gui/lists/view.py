"""The table of a list: keys of the keyboard, header, selection kept by record over refreshes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from samen_desktop.core.lists import Show
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .model import RecordsModel
from .row_painter import RIGHT, RowPainter

_ARROW = 14
_LEAST_MAIN = 140
"""What the column of names or words keeps before others are left out."""
_ROW = QItemSelectionModel.SelectionFlag.Rows


class ListHeader(QHeaderView):
    """The header of a list, its words in line with the cells below."""

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(theme.current().height(Measure.HEADER))
        theme.current().changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        current = theme.current()
        painter.save()
        painter.fillRect(rect, current.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, current.color("border"))
        first = self.visualIndex(logical) == 0
        left = rect.left() + (Measure.FIRST_COLUMN if first else Measure.CELL_PADDING)
        room = QRect(
            left, rect.top(), rect.right() - Measure.CELL_PADDING - left + 1, rect.height()
        )
        column = self._records.spec.columns[logical]
        text = str(self._records.headerData(logical, Qt.Orientation.Horizontal) or "")
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        sorted_here = self.sortIndicatorSection() == logical
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - (_ARROW + 4 if sorted_here else 0)
        )
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if column.show in RIGHT else Qt.AlignmentFlag.AlignLeft
        )
        if sorted_here:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            name = "chevron-down" if down else "chevron-up"
            drawn = icons.pixmap(name, "text2", _ARROW, self.devicePixelRatioF())
            wide = painter.fontMetrics().horizontalAdvance(shown)
            at = room.left() + wide + 4
            if column.show in RIGHT:
                room.setRight(room.right() - _ARROW - 4)
                at = room.right() + 4
            painter.drawPixmap(at, rect.top() + (rect.height() - _ARROW) // 2, drawn)
        painter.drawText(room, int(align), shown)
        painter.restore()


class RecordsView(QTableView):
    """The table.

    Signals: `opened(int)` with the key of a row (Enter, double click on what cannot be edited);
    `cell_edit_requested(QModelIndex)`; `delete_requested()`; `escaped()`; `typed(str)` for letters
    typed on the list; `current_changed(object)` with the key of the current row or None;
    `selection_changed(int)` with the number of chosen rows.
    """

    opened = Signal(int)
    cell_edit_requested = Signal(QModelIndex)
    delete_requested = Signal()
    escaped = Signal()
    typed = Signal(str)
    current_changed = Signal(object)
    selection_changed = Signal(int)

    def __init__(self, model: RecordsModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.setAccessibleName(name)
        self.setHorizontalHeader(ListHeader(model, self))
        self.setModel(model)
        self.painter_of_rows = RowPainter(self, model)
        self._set_up()
        self._kept: tuple[set[int], int | None, int, int] = (set(), None, 0, 0)
        self._keeping = False
        model.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        theme.current().changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.current().height(Measure.ROW))
        self._set_widths()

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.records.spec.columns):
            if column.width:
                wide = column.width + (Measure.FIRST_COLUMN - 8 if place == 0 else 0)
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, wide)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave out secondary columns, the last first, until the main one can be read."""
        columns = self.records.spec.columns
        header = self.horizontalHeader()
        room = self.viewport().width() - sum(
            (column.width or _LEAST_MAIN) + (Measure.FIRST_COLUMN - 8 if place == 0 else 0)
            for place, column in enumerate(columns)
        )
        for place in reversed(range(1, len(columns))):
            if columns[place].show is Show.SECOND:
                hidden = room < 0
                room += columns[place].width if hidden else 0
                if hidden != header.isSectionHidden(place):
                    header.setSectionHidden(place, hidden)

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows, from the top."""
        return sorted({at for top, bottom in self._ranges() for at in range(top, bottom + 1)})

    def chosen_keys(self) -> list[int]:
        """Keys of the chosen rows, from the top."""
        keys = self.records.keys
        return [keys[at] for at in self.chosen_rows() if at < len(keys)]

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        ranges = self._ranges()
        if len(ranges) == 1:
            return ranges[0][1] - ranges[0][0] + 1
        return len(self.chosen_rows())

    def _ranges(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selection()
        found = [chosen.at(place) for place in range(chosen.size())]
        return [(each.top(), each.bottom()) for each in found]

    def current_key(self) -> int | None:
        """Key of the current row."""
        return self.records.key_at(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Make a row current and choose it alone; the column stays."""
        if 0 <= row < self.records.rowCount():
            index = self.records.index(row, max(0, self.currentIndex().column()))
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROW
            self.selectionModel().setCurrentIndex(index, how)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, none = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and none:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_F2:
            self._edit_or_open(self.currentIndex())
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and none:
            self.delete_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and none:
            self.go_to(0 if key == Qt.Key.Key_Home else self.records.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed on the list are words to search: all rows are too many to look through."""
        if search.strip():
            self.typed.emit(search)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._edit_or_open(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self.painter_of_rows.paint(painter, event.rect())
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        old, self.painter_of_rows.hovered = self.painter_of_rows.hovered, row
        if old != row:
            height = self.verticalHeader().defaultSectionSize()
            for at in (old, row):
                if at >= 0:
                    top = self.rowViewportPosition(at)
                    self.viewport().update(0, top, self.viewport().width(), height)

    def _open(self, index: QModelIndex) -> None:
        key = self.records.key_at(index.row())
        if key is not None:
            self.opened.emit(key)

    def _edit_or_open(self, index: QModelIndex) -> None:
        if self.records.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.cell_edit_requested.emit(index)
        else:
            self._open(index)

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        if not self._keeping:
            top = self.rowAt(0)
            key = self.records.key_at(top)
            offset = -self.rowViewportPosition(top) if top >= 0 else 0
            chosen = set(self.chosen_keys()) if self.chosen_count() < 5000 else set()
            self._kept = (chosen, self.current_key(), -1 if key is None else key, offset)
            self._keeping = True

    @Slot()
    def _on_reset(self) -> None:
        self._keeping = False
        chosen, current, top, offset = self._kept
        rows = {key: at for key in chosen if (at := self.records.find(key)) >= 0}
        how = QItemSelectionModel.SelectionFlag.Select | _ROW
        for at in rows.values():
            self.selectionModel().select(self.records.index(at, 0), how)
        at = -1 if current is None else self.records.find(current)
        if at >= 0:
            index = self.records.index(at, 0)
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, none)
        first = self.records.find(top) if top >= 0 else -1
        if first >= 0:
            height = self.verticalHeader().defaultSectionSize()
            self.verticalScrollBar().setValue(first * height + offset)

    @Slot()
    def _on_selection_changed(self) -> None:
        self.selection_changed.emit(self.chosen_count())

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.current_changed.emit(self.current_key())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().height(Measure.ROW))
        self.horizontalHeader().setFixedHeight(theme.current().height(Measure.HEADER))
