"""The list above the cursor: what a name that is being typed may mean, or what is to stay.

A child of the page, never a window of its own: the line keeps the focus and passes the keys on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.notes import Target
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

_ROW, _WIDTH, _EDGE, _CODE = 32, 456, 5, 56
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ENTRY = int(Qt.ItemDataRole.UserRole)
_LEAST_NAME = 120

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `underlined` is the stretch of `name` that was typed, or of `code`.

    `made`: the row at the foot that makes something new. `value` is what is taken.
    """

    code: str
    name: str
    beside: str = ""
    underlined: tuple[str, int, int] = ("", 0, 0)
    value: Target | str | None = None
    made: bool = False


class Entries(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def put(self, entries: Sequence[Entry]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(part for part in (entry.code, entry.name, entry.beside) if part)
        return None


class Completion(QWidget):
    """The list. Signals: `taken(Entry)` when a row was clicked."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, line: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._model = Entries(self)
        self._view = QListView(self)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFocusProxy(line)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setModel(self._model)
        self._view.setItemDelegate(_EntryPainter(self))
        self._view.setAccessibleName(self.tr("Suggestions"))
        self._view.viewport().setAutoFillBackground(False)
        self._view.clicked.connect(self._on_clicked)
        room = QVBoxLayout(self)
        room.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        room.addWidget(self._view)
        self.hide()

    def show_entries(self, entries: Sequence[Entry], above: QPoint) -> None:
        """Show rows with their foot at this point of the page, the first one current."""
        if not entries:
            self.hide()
            return
        self._model.put(entries)
        self._view.setCurrentIndex(self._model.index(0))
        page = self._page
        width = min(_WIDTH, page.width() - 2 * Measure.GRID)
        height = sum(self._height(entry) for entry in entries) + 2 * _EDGE
        left = max(Measure.GRID, min(above.x(), page.width() - width - Measure.GRID))
        self.setGeometry(QRect(left, max(0, above.y() - height), width, height))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go up or down one row, round at the ends."""
        count = self._model.rowCount()
        row = (self._view.currentIndex().row() + by) % count if count else 0
        self._view.setCurrentIndex(self._model.index(row))

    def current(self) -> Entry | None:
        """The row that Tab takes; None where nothing is shown."""
        if not self.isVisibleTo(self._page):
            return None
        entry = self._view.currentIndex().data(_ENTRY)
        return entry if isinstance(entry, Entry) else None

    def foot(self) -> Entry | None:
        """The row that makes something new."""
        if not self.isVisibleTo(self._page):
            return None
        last = self._model.index(self._model.rowCount() - 1).data(_ENTRY)
        return last if isinstance(last, Entry) and last.made else None

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current.color("pop_edge"), 1))
        painter.setBrush(current.color("pop"))
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), Measure.RADIUS, Measure.RADIUS
        )
        painter.end()

    def _height(self, entry: Entry) -> int:
        return _row_height() + (Measure.HALF if entry.made else 0)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry):
            self.taken.emit(entry)


class _EntryPainter(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._take = "Tab"
        self._make = "Ctrl+Enter"

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        entry = index.data(_ENTRY)
        made = isinstance(entry, Entry) and entry.made
        return QSize(100, _row_height() + (Measure.HALF if made else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        if not isinstance(entry, Entry):
            return
        room: QRect = option.rect
        view = self.parent()
        is_current = isinstance(view, Completion) and view.current() == entry
        current = theme.current()
        painter.save()
        painter.fillRect(room, current.color("pop"))
        if entry.made:
            painter.setPen(QPen(current.color("hair"), 1))
            painter.drawLine(room.left(), room.top() + 1, room.right(), room.top() + 1)
            room = room.adjusted(0, Measure.HALF, 0, 0)
        if is_current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.color("sel"))
            painter.drawRoundedRect(room, Measure.TAG_RADIUS, Measure.TAG_RADIUS)
        self._row(painter, room.adjusted(10, 0, -10, 0), entry, is_current=is_current)
        painter.restore()

    def _row(self, painter: QPainter, room: QRect, entry: Entry, *, is_current: bool) -> None:
        current = theme.current()
        keys = self._make if entry.made else self._take if is_current else ""
        right = room
        if keys:
            small = current.font("small")
            painter.setFont(small)
            painter.setPen(current.color("text"))
            painter.drawText(right, _RIGHT, keys)
            right = right.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(keys) - 10, 0)
        body = QFontMetrics(current.font("body"))
        room_beside = max(0, right.width() - _CODE - _LEAST_NAME)
        beside = body.elidedText(entry.beside, Qt.TextElideMode.ElideRight, room_beside)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        painter.drawText(right, _RIGHT, beside)
        right = right.adjusted(0, 0, -body.horizontalAdvance(beside) - 12, 0)
        self._name(painter, right, entry)

    def _name(self, painter: QPainter, room: QRect, entry: Entry) -> None:
        current = theme.current()
        left = room.left()
        painter.setPen(current.color("text2" if entry.made else "text"))
        if entry.made:
            picture = icons.pixmap("plus", "text2", Measure.SIGN)
            painter.drawPixmap(QPoint(left, room.center().y() - Measure.SIGN // 2 + 1), picture)
            left += 24
        elif entry.code:
            strong = current.font("read_strong")
            painter.setFont(strong)
            code = elide(entry.code, room.width(), QFontMetrics(strong))
            painter.drawText(room, _LEFT, code)
            left += max(46, QFontMetrics(strong).horizontalAdvance(code) + 12)
        font = current.font("read")
        name = QFontMetrics(font).elidedText(
            entry.name, Qt.TextElideMode.ElideRight, room.right() - left
        )
        _underlined(painter, room.adjusted(left - room.left(), 0, 0, 0), name, entry, font)


def _underlined(painter: QPainter, room: QRect, name: str, entry: Entry, font: QFont) -> None:
    """A name with the stretch that was typed underlined and semibold."""
    where, start, length = entry.underlined
    pieces = [(name, False)]
    if where == "name" and length:
        end = start + length
        pieces = [(name[:start], False), (name[start:end], True), (name[end:], False)]
    left = room.left()
    for text, marked in pieces:
        shown = QFont(font)
        if marked:
            shown.setWeight(QFont.Weight.DemiBold)
            shown.setUnderline(True)
        painter.setFont(shown)
        painter.drawText(QRect(left, room.top(), room.right() - left, room.height()), _LEFT, text)
        left += QFontMetrics(shown).horizontalAdvance(text)


def _row_height() -> int:
    return theme.current().height(_ROW)
