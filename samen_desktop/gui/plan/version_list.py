"""The versions of the plan, newest first: number, date, status, and which one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from samen_desktop.core import dates
from samen_desktop.gui import icons, language, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

if TYPE_CHECKING:
    from .work import Version

_Index = QModelIndex | QPersistentModelIndex
_ROW = 52
_SECOND = Qt.ItemDataRole.UserRole
_STANDS = _SECOND + 1
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Versions(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Version] = ()
        self.statuses: Mapping[str, str] = {}

    def show(self, versions: Sequence[Version], statuses: Mapping[str, str]) -> None:
        self.beginResetModel()
        self.rows, self.statuses = versions, statuses
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        version = self.rows[index.row()]
        second = self._second(version)
        stands = self.tr("stands now") if index.row() == 0 else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Version %1").replace("%1", version.number)
        if role == _SECOND:
            return second
        if role == _STANDS:
            return stands
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = (self.tr("Version %1").replace("%1", version.number), stands, second)
            return ", ".join(filter(None, told))
        return None

    def _second(self, version: Version) -> str:
        day = dates.show(version.date, language.current()) if version.date else ""
        status = self.statuses.get(version.status, version.status)
        return " · ".join(filter(None, (day, status)))


class _VersionPainter(QStyledItemDelegate):
    def __init__(self, view: VersionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _: QStyleOptionViewItem, __: _Index) -> QSize:
        return QSize(120, max(_ROW, 2 * theme.current().height(Measure.ROW) - Measure.HALF))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current, rect = theme.current(), option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "sel" if chosen else "hover" if hovered else "base"
        painter.fillRect(rect, current.color(ground))
        room = rect.adjusted(Measure.FIRST_COLUMN, 6, -Measure.CELL_PADDING, -6)
        top, below = (
            room.adjusted(0, 0, 0, -room.height() // 2),
            room.adjusted(0, room.height() // 2, 0, 0),
        )
        painter.setFont(current.font("strong"))
        painter.setPen(current.color("text"))
        words = str(index.data() or "")
        painter.drawText(top, int(_LEFT), words)
        stands = str(index.data(_STANDS) or "")
        if stands:
            left = top.left() + painter.fontMetrics().horizontalAdvance(words) + 10
            drawn = icons.pixmap("check", "OVG", Measure.SIGN, self._view.devicePixelRatioF())
            painter.drawPixmap(left, top.center().y() - Measure.SIGN // 2, drawn)
            painter.setFont(current.font("small"))
            painter.setPen(current.color("OVG"))
            painter.drawText(top.adjusted(left - top.left() + 18, 0, 0, 0), int(_LEFT), stands)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        second = elide(str(index.data(_SECOND) or ""), below.width(), painter.fontMetrics())
        painter.drawText(below, int(_LEFT), second)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, current.color("hair"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


class VersionList(QListView):
    """The list.

    Signals: `version_chosen(bytes)` when another one is to be shown; `opened(bytes)` on Enter.
    """

    version_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Versions(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Plan versions"))
        self.setItemDelegate(_VersionPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.current().changed.connect(self.viewport().update)

    def show_versions(
        self, versions: Sequence[Version], shown: Version | None, statuses: Mapping[str, str]
    ) -> None:
        """Show these, with one of them chosen; nothing is told."""
        selection = self.selectionModel()
        selection.blockSignals(True)
        self._model.show(versions, statuses)
        if shown is not None:
            self.setCurrentIndex(self._model.index(list(versions).index(shown)))
        selection.blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row >= 0:
            self.opened.emit(self._model.rows[row].id)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self.version_chosen.emit(self._model.rows[index.row()].id)
