"""The table of a list: keys of the keyboard, columns, selection kept by record over refreshes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from samen_desktop.core.lists import Show
from samen_desktop.core.views import Layout, standard
from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.table_rows import chosen_spans

from .header import ListHeader
from .model import RecordsModel
from .row_painter import RowPainter

_LEAST_MAIN = 140
"""What the column of names or words keeps before others are left out."""
_ROW = QItemSelectionModel.SelectionFlag.Rows


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
        self._layout = standard(model.spec)
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
        self.show_layout(self._layout)
        self.horizontalHeader().sectionMoved.connect(self._on_section_moved)

    @property
    def layout_of_columns(self) -> Layout:
        """Which columns stand here in which order, how wide, and how they are sorted."""
        header, spec = self.horizontalHeader(), self.records.spec
        widths: dict[str, int] = {}
        for name in self._layout.columns:
            place = spec.at(name)
            # A column without room has no size now: it keeps the one it had.
            wide = header.sectionSize(place) or self._layout.widths.get(name, 0)
            if spec.columns[place].width and wide and wide != self._width(place):
                widths[name] = wide
        at = header.sortIndicatorSection()
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        # Sorted up by the first column is a list nobody sorted.
        sort = spec.columns[at].field if at > 0 or down else ""
        return Layout(self._layout.columns, widths, sort, down)

    def show_layout(self, layout: Layout) -> None:
        """Have the columns stand like this."""
        spec = self.records.spec
        self._layout = layout
        header = self.horizontalHeader()
        was = header.blockSignals(True)
        rest = [each.field for each in spec.columns if each.field not in layout.columns]
        for at, name in enumerate((*layout.columns, *rest)):
            header.moveSection(header.visualIndex(spec.at(name)), at)
        for place, column in enumerate(spec.columns):
            header.setSectionHidden(place, column.field not in layout.columns)
            if column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(place, layout.widths.get(column.field, self._width(place)))
        order = Qt.SortOrder.DescendingOrder if layout.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(spec.at(layout.sort) if layout.sort else 0, order)
        header.blockSignals(was)
        self.records.show_columns(layout.columns)
        self._fit_columns()
        self.updateGeometries()
        self.viewport().update()

    def _width(self, place: int) -> int:
        """How wide a column is when nobody made it otherwise; the first has air before it."""
        first = self.records.spec.columns[place].field == self._layout.columns[0]
        wide = self.records.spec.columns[place].width
        return wide + (Measure.FIRST_COLUMN - 8 if first and wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Leave out secondary columns, the last first, until the main one can be read.

        Where a person chose columns of their own none is left out: the list scrolls sideways.
        """
        spec = self.records.spec
        shown = [spec.at(name) for name in self._layout.columns]
        widths = {
            place: self._layout.widths.get(spec.columns[place].field, self._width(place))
            or _LEAST_MAIN
            for place in shown
        }
        room = self.viewport().width() - sum(widths.values())
        scrolls = room < 0 and any(spec.columns[place].chosen for place in shown)
        self._let_scroll(scrolls=scrolls)
        for place in reversed(shown[1:]):
            if spec.columns[place].width and spec.columns[place].show is Show.SECOND:
                hidden = room < 0 and not scrolls
                room += widths[place] if hidden else 0
                if hidden != self.isColumnHidden(place):
                    self.setColumnHidden(place, hidden)

    def _let_scroll(self, *, scrolls: bool) -> None:
        """Give the main column what is left, or its least where the list goes on sideways."""
        header, mode, bars = self.horizontalHeader(), QHeaderView.ResizeMode, Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bars.ScrollBarAsNeeded if scrolls else bars.ScrollBarAlwaysOff
        )
        for place, column in enumerate(self.records.spec.columns):
            if not column.width:
                header.setSectionResizeMode(place, mode.Interactive if scrolls else mode.Stretch)
                if scrolls:
                    header.resizeSection(place, _LEAST_MAIN)

    def left_out(self) -> frozenset[str]:
        """Chosen columns for which there is no room now."""
        header, spec = self.horizontalHeader(), self.records.spec
        return frozenset(
            name for name in self._layout.columns if header.isSectionHidden(spec.at(name))
        )

    def _home(self) -> int:
        """The column that stands first."""
        return self.records.spec.at(self._layout.columns[0])

    @Slot()
    def _on_section_moved(self) -> None:
        """A column was dragged: that is its place from now on."""
        header, spec = self.horizontalHeader(), self.records.spec
        places = [header.logicalIndex(at) for at in range(header.count())]
        order = [spec.columns[place].field for place in places]
        kept = self.layout_of_columns
        columns = tuple(name for name in order if name in kept.columns)
        self.show_layout(Layout(columns, kept.widths, kept.sort, kept.descending))

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows, from the top."""
        return sorted({at for top, bottom in chosen_spans(self) for at in range(top, bottom + 1)})

    def chosen_keys(self) -> list[int]:
        """Keys of the chosen rows, from the top."""
        keys = self.records.keys
        return [keys[at] for at in self.chosen_rows() if at < len(keys)]

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        ranges = chosen_spans(self)
        if len(ranges) == 1:
            return ranges[0][1] - ranges[0][0] + 1
        return len(self.chosen_rows())

    def current_key(self) -> int | None:
        """Key of the current row."""
        return self.records.key_at(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Make a row current and choose it alone; the column stays."""
        if 0 <= row < self.records.rowCount():
            column = self.currentIndex().column()
            if column < 0 or self.isColumnHidden(column):
                column = self._home()
            index = self.records.index(row, column)
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
            self.selectionModel().select(self.records.index(at, self._home()), how)
        at = -1 if current is None else self.records.find(current)
        if at >= 0:
            index = self.records.index(at, self._home())
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
