"""The list of the pile: groups that open, items with a sign of how far they are."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from samen_desktop.core.answers import APPROVED, NOT_WEIGHED, PUBLISHED, SUBMITTED
from samen_desktop.core.desk import PileItem
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

from .pile_model import ROW, PileModel, PileRow

_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_INDENT, _EDGE, _BAR, _GAP = 44, 16, 3, 8
_STATES = {
    SUBMITTED: ("user-round", "VRG"),
    APPROVED: ("check", "OVG"),
    PUBLISHED: ("globe", "OVG"),
}


def sign_of(item: PileItem) -> tuple[str, str]:
    """Icon and colour that say how far an item is."""
    begun = ("pen-line", "text2") if item.status != NOT_WEIGHED else ("circle-dashed", "text2")
    return _STATES.get(item.state, begun)


class _RowPainter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, theme.current().height(Measure.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, PileRow):
            return
        painter.save()
        room: QRect = option.rect
        self._ground(painter, option, room)
        current = theme.current()
        count = row.group.count if row.item is None else row.item.inputs
        right = room.adjusted(0, 0, -_EDGE, 0)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        if count:
            told = str(count)
            painter.drawText(right, _RIGHT, told)
            right.setRight(right.right() - painter.fontMetrics().horizontalAdvance(told) - _GAP)
        self._words(painter, row, right)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> None:
        current = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, current.color("sel" if chosen else "hover"))
        if chosen:
            painter.fillRect(
                QRect(room.left(), room.top(), _BAR, room.height()), current.color("accent")
            )
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(room.adjusted(1, 1, -1, -1))

    def _words(self, painter: QPainter, row: PileRow, room: QRect) -> None:
        current = theme.current()
        model = self.parent()
        if row.item is None:
            icon = ("chevron-down" if row.open else "chevron-right", "text2")
            left, code = room.left() + Measure.MARGIN - 4, row.group.code
            title = model.title_of(row.group) if isinstance(model, PileModel) else ""
        else:
            icon = sign_of(row.item)
            left, code, title = room.left() + _INDENT, row.item.code, row.item.title
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(*icon, Measure.SIGN, ratio)
        painter.drawPixmap(QPoint(left, room.top() + (room.height() - Measure.SIGN) // 2), drawn)
        words = QRect(left + Measure.SIGN + _GAP, room.top(), 0, room.height())
        words.setRight(room.right())
        painter.setPen(current.color("text"))
        if code:
            painter.setFont(current.font("strong"))
            painter.drawText(words, _LEFT, code)
            wide = painter.fontMetrics().horizontalAdvance(code)
            words.setLeft(words.left() + wide + _GAP)
        painter.setFont(current.font("body"))
        painter.drawText(words, _LEFT, elide(title, words.width(), painter.fontMetrics()))


class PileView(QListView):
    """The list.

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
        self.setItemDelegate(_RowPainter(model))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)

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
