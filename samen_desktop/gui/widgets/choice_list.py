"""The small list under a filter button: a search field and rows with a check mark and a count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.text import fold
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .overlay import Overlay
from .search_box import SearchBox

_MOST_ROWS = 12
_WIDTH, _WIDEST, _CHECK = 260, 420, 26
_EDGE, _SCROLL = 6, 12
_SEARCHED_FROM = 8
"""Shorter lists have no search field."""
_Index = QModelIndex | QPersistentModelIndex


class Choosable(Protocol):
    """A choice as the list shows it."""

    @property
    def code(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def count(self) -> int | None: ...


class ChoiceModel(QAbstractListModel):
    """Choices that hold the searched words, and which of them are marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Choosable] = ()
        self._shown: list[Choosable] = []
        self._marked: frozenset[str] = frozenset()
        self._words = ""

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return choice.text
        if role == Qt.ItemDataRole.CheckStateRole:
            marked = choice.code in self._marked
            return Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.UserRole:
            return choice.count
        return None

    def code(self, row: int) -> str:
        return self._shown[row].code

    def row_of(self, code: str) -> int:
        """The row of a choice, -1 where it is not shown."""
        codes = [choice.code for choice in self._shown]
        return codes.index(code) if code in codes else -1

    def show_choices(self, choices: Sequence[Choosable], marked: frozenset[str]) -> None:
        self._all, self._marked = choices, marked
        self._fill()

    def search(self, words: str) -> None:
        self._words = fold(words)
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self._shown = [choice for choice in self._all if self._words in fold(choice.text)]
        self.endResetModel()


class ChoiceRows(QStyledItemDelegate):
    """Paints choices: a check mark, the words, a count where there is one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = QFontMetrics(theme.current().font("body"))
        told = metrics.horizontalAdvance(str(index.data()))
        count = metrics.horizontalAdvance(str(index.data(Qt.ItemDataRole.UserRole) or ""))
        wide = _CHECK + told + count + 3 * Measure.CELL_PADDING
        return QSize(wide, theme.current().height(Measure.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        room: QRect = option.rect
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, current.color("sel"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, current.color("hover"))
        checked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self._paint_box(painter, room, checked=checked)
        painter.setFont(current.font("body"))
        count = index.data(Qt.ItemDataRole.UserRole)
        right = room.adjusted(0, 0, -Measure.CELL_PADDING, 0)
        if count is not None:
            painter.setPen(current.color("text2"))
            painter.drawText(right, int(_RIGHT), f"{count}")
            right.setRight(right.right() - painter.fontMetrics().horizontalAdvance(f"{count}") - 8)
        painter.setPen(current.color("text"))
        left = right.adjusted(_CHECK + 4, 0, 0, 0)
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, left.width()
        )
        painter.drawText(left, int(_LEFT), text)

    def _paint_box(self, painter: QPainter, room: QRect, *, checked: bool) -> None:
        current = theme.current()
        size = Measure.SIGN
        box = QRect(room.left() + 8, room.center().y() - size // 2, size, size)
        painter.setPen(QPen(current.color("accent" if checked else "control"), 1))
        painter.setBrush(current.color("accent" if checked else "base"))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(
                box.topLeft() + QPoint(1, 1), icons.pixmap("check", "on_accent", 12, ratio)
            )


class ChoicePopup(Overlay):
    """The list. Signals: `marked(str)` (a choice was marked or unmarked), `closed()`."""

    marked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = ChoiceModel(self)
        self._search = SearchBox(self.tr("search…"), self)
        self._list = QListView(self)
        self._list.setAccessibleName(name)
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceRows(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.setUniformItemSizes(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(6)
        column.addWidget(self._search)
        column.addWidget(self._list)
        self._search.searched.connect(self._on_searched)
        self._search.left_down.connect(self._list.setFocus)
        self._search.escaped.connect(self.leave)
        self._list.clicked.connect(self._mark)

    def show_choices(self, choices: Sequence[Choosable], marked: frozenset[str]) -> None:
        """Show these; the current row stays where it is."""
        row = max(self._list.currentIndex().row(), 0)
        self._model.show_choices(choices, marked)
        self._search.setVisible(len(choices) >= _SEARCHED_FROM)
        self._list.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), 0))

    def open_below(self, place: QPoint, least_width: int) -> None:
        """Show below a place on the screen, and inside the window."""
        row = theme.current().height(Measure.ROW)
        rows = min(max(self._model.rowCount(), 1), _MOST_ROWS)
        self._list.setFixedHeight(rows * row + 2)
        wide = self._list.sizeHintForColumn(0) + 2 * _EDGE + _SCROLL
        self.resize(max(_WIDTH, least_width, min(wide, _WIDEST)), self.sizeHint().height())
        searched = self._search.isVisibleTo(self)
        self.open_at(place, self._search if searched else self._list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._mark(self._list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    @Slot(QModelIndex)
    def _mark(self, index: QModelIndex) -> None:
        if index.isValid():
            self.marked.emit(self._model.code(index.row()))

    @Slot(str)
    def _on_searched(self, words: str) -> None:
        self._model.search(words)
        self._list.setCurrentIndex(self._model.index(0, 0))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
