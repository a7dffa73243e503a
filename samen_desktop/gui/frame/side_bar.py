"""The side bar: pages with their counts, Notuleren at its foot; icons only where it is narrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.gui import icons, theme
from samen_desktop.gui.language import say
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button

from .places import Station

_GAP_HEIGHT = 17
_BAR = 3
_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
ICON_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = ICON_ROLE + 1


class StationModel(QAbstractListModel):
    """Stations with their counts; None stands for the line between two groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Station | None] = []
        self._counts: Mapping[str, int] = {}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        station = self._rows[index.row()] if index.isValid() else None
        if station is None:
            return None
        count = self._counts.get(station.name)
        words = say(station.words)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return words if count is None else f"{words}, {count}"
        if role == ICON_ROLE:
            return station.icon
        if role == COUNT_ROLE:
            return count
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()] is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def show_stations(self, stations: Sequence[Station]) -> None:
        self.beginResetModel()
        self._rows = []
        for at, station in enumerate(stations):
            if at and stations[at - 1].group != station.group:
                self._rows.append(None)
            self._rows.append(station)
        self.endResetModel()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def name(self, row: int) -> str:
        """The name of the page in a row; empty for a line."""
        station = self._rows[row] if 0 <= row < len(self._rows) else None
        return station.name if station is not None else ""

    def row(self, name: str) -> int:
        """The row of a page; -1 where it is not in the bar."""
        for at, station in enumerate(self._rows):
            if station is not None and station.name == name:
                return at
        return -1


class _StationDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.data() is None:
            return QSize(40, _GAP_HEIGHT)
        return QSize(40, theme.current().height(Measure.NAV_ITEM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        room: QRect = option.rect
        painter.save()
        if index.data() is None:
            line = QRect(room.left() + 8, room.center().y(), room.width() - 16, 1)
            painter.fillRect(line, current.color("hair"))
        else:
            self._paint_station(painter, option, index)
        painter.restore()

    def _paint_station(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        current = theme.current()
        room: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(current.color("sel" if chosen else "hover"))
            painter.drawRoundedRect(room, Measure.RADIUS, Measure.RADIUS)
        if chosen:
            painter.setBrush(current.color("accent"))
            bar = QRect(room.left(), room.top() + 8, _BAR, room.height() - 16)
            painter.drawRoundedRect(bar, 1.5, 1.5)
            if self._view.hasFocus():
                self._paint_ring(painter, room)
        role = "accent" if chosen else "text2"
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(index.data(ICON_ROLE), role, Measure.ICON, ratio)
        left = room.center().x() - 7 if self.narrow else room.left() + 9
        painter.drawPixmap(left, room.center().y() - 7, drawn)
        if not self.narrow:
            self._paint_words(painter, room, index, chosen=chosen)

    def _paint_words(self, painter: QPainter, room: QRect, index: _Index, *, chosen: bool) -> None:
        current = theme.current()
        text = room.adjusted(35, 0, -8, 0)
        count = index.data(COUNT_ROLE)
        if count is not None:
            painter.setFont(current.font("body"))
            painter.setPen(current.color("text" if chosen else "text2"))
            painter.drawText(text, int(_RIGHT), f"{count}")
            text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(f"{count}") - 6)
        painter.setFont(current.font("strong" if chosen else "body"))
        painter.setPen(current.color("text"))
        words = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, text.width()
        )
        painter.drawText(text, int(_LEFT), words)

    def _paint_ring(self, painter: QPainter, room: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(theme.current().color("accent"))
        pen.setWidth(2)
        painter.setPen(pen)
        painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), Measure.RADIUS, Measure.RADIUS)


class _StationList(QListView):
    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class SideBar(QWidget):
    """The side bar.

    Signals: `page_requested(str)` with a page's name; `notes_requested()`; `left()` when Enter asks
    for the page itself.
    """

    page_requested = Signal(str)
    notes_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = StationModel(self)
        self._list = _StationList(self)
        self._list.setAccessibleName(self.tr("Pages"))
        self._list.setModel(self._model)
        self._delegate = _StationDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._list.viewport().setAutoFillBackground(False)
        self._notes = button(self.tr("Take notes"), "outlined", "mic", "Ctrl+Shift+N", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._list, 1)
        column.addWidget(self._notes)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.set_narrow(narrow=False)
        self._notes.clicked.connect(self.notes_requested)
        self._list.entered_row.connect(self.left)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        theme.current().changed.connect(self._list.viewport().update)

    def show_stations(self, stations: Sequence[Station]) -> None:
        """The pages there are."""
        self._model.show_stations(stations)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Counts by page; a page without one shows none."""
        self._model.show_counts(counts)

    def show_current(self, name: str) -> None:
        """Mark the page that is shown; nothing is told."""
        selection = self._list.selectionModel()
        selection.blockSignals(True)
        row = self._model.row(name)
        if row < 0:
            self._list.clearSelection()
            self._list.setCurrentIndex(QModelIndex())
        else:
            self._list.setCurrentIndex(self._model.index(row, 0))
        selection.blockSignals(False)
        self._list.viewport().update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons only, with tool tips."""
        self._delegate.narrow = narrow
        self.setFixedWidth(Measure.SIDE_NARROW if narrow else Measure.SIDE)
        self._notes.setText("" if narrow else self.tr("Take notes"))
        self._notes.set_keys("" if narrow else "Ctrl+Shift+N")
        self._notes.setAccessibleName(self.tr("Take notes"))
        self._notes.setToolTip(self.tr("Take notes (Ctrl+Shift+N)") if narrow else "")

    def set_notes_possible(self, *, possible: bool) -> None:
        """Whether there is a page to take notes in."""
        self._notes.setVisible(possible)

    def focus_list(self) -> None:
        self._list.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = theme.current()
        painter.fillRect(self.rect(), current.color("window"))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), current.color("hair"))
        painter.end()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _: QModelIndex) -> None:
        name = self._model.name(index.row())
        if name:
            self.page_requested.emit(name)
