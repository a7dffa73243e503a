"""The list of the pile: groups that open, items with a sign of how far they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from samen_desktop.core.desk import PileItem
from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure

from .pile_model import PileModel, PileRow
from .pile_painter import PilePainter


class PileView(QTableView):
    """The list: a table of one column, since that knows where a row is without asking all rows.

    Signals: `current_changed()`; `chosen_changed(int)` with how many items are chosen;
    `toggled(int)` to open or close the group in a row; `typed(str)` for letters typed on it;
    `entered()` when Enter asks for the item's answer; `escaped()`.
    """

    current_changed = Signal()
    chosen_changed = Signal(int)
    toggled = Signal(int)
    typed = Signal(str)
    entered = Signal()
    escaped = Signal()

    def __init__(self, model: PileModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.setAccessibleName(name)
        self.setModel(model)
        self._painter = PilePainter(self, model)
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)
        theme.current().changed.connect(self._on_theme_changed)

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.current().height(Measure.ROW))

    def current_row(self) -> PileRow | None:
        """The row that is current."""
        return self.rows.row_at(self.currentIndex().row())

    def chosen(self) -> list[PileItem]:
        """The items that are chosen, from the top."""
        rows = (self.rows.row_at(at) for at in sorted(i.row() for i in self.selectedIndexes()))
        return [row.item for row in rows if row is not None and row.item is not None]

    def go_to(self, at: int, *, centred: bool = False) -> None:
        """Make a row current and choose it alone."""
        index = self.rows.index(at)
        if index.isValid():
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, how)
            hint = QAbstractItemView.ScrollHint
            self.scrollTo(index, hint.PositionAtCenter if centred else hint.EnsureVisible)

    def choose_from_current(self, count: int) -> None:
        """Choose so many rows from the current one on."""
        at = self.currentIndex().row()
        how = QItemSelectionModel.SelectionFlag.Select
        for row in range(at, min(at + count, self.rows.rowCount())):
            self.selectionModel().select(self.rows.index(row), how)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, none = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        row = self.current_row()
        if row is not None and none and self._key(key, row):
            return
        if key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _key(self, key: int, row: PileRow) -> bool:
        at = self.currentIndex().row()
        is_group = row.item is None
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if is_group:
                self.toggled.emit(at)
            else:
                self.entered.emit()
        elif is_group and key == (Qt.Key.Key_Left if row.open else Qt.Key.Key_Right):
            self.toggled.emit(at)
        elif key == Qt.Key.Key_Left and not is_group:
            self.go_to(self.rows.find_group(row.group.value))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(0 if key == Qt.Key.Key_Home else self.rows.rowCount() - 1)
        else:
            return False
        return True

    def keyboardSearch(self, search: str) -> None:
        """Letters typed on the pile are words to search."""
        if search.strip():
            self.typed.emit(search)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._painter.paint(painter, event.rect())
        painter.end()

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.current().height(Measure.ROW))

    @Slot()
    def _on_current_changed(self) -> None:
        self.current_changed.emit()

    @Slot()
    def _on_selection_changed(self) -> None:
        self.chosen_changed.emit(len(self.chosen()))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None and row.item is None:
            self.toggled.emit(index.row())
