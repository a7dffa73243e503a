"""Ctrl+K: find any record and any command by typing; arrows choose, Enter goes, Esc closes.

Words found in a round are shown as plain text. An answer to older words is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.text import fold
from samen_desktop.gui import icons, theme
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import shown_keys
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.overlay import Overlay

from . import places, work
from .work import Found

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MOST_COMMANDS, _MOST_ROWS = 8, 12
_WIDTH = 560
_CODE_WIDTH = 84
_LONGEST = 200
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A record or a command, as the list shows it."""

    icon: str
    code: str
    text: str
    second: str
    goal: Place | QAction


def record_row(found: Found) -> Row:
    """A record that was found, and where it is shown."""
    page = KINDS[found.kind].plural
    return Row(
        places.icon(found.kind),
        found.code,
        found.title,
        found.snippet if found.snippet != found.title else "",
        Place(page, record=found.record),
    )


def command_row(action: QAction) -> Row:
    """A command with its shortcut."""
    keys = shown_keys(action.shortcut())
    return Row("chevron-right", "", command_text(action), keys, action)


def command_text(action: QAction) -> str:
    """The words of a command without the letter for Alt and without a shortcut behind a tab."""
    return action.text().partition("\t")[0].replace("&", "")


def fitting(actions: Sequence[QAction], words: str) -> list[QAction]:
    """Commands with these words in them; those that begin so come first."""
    plain = fold(words)
    found = [each for each in actions if plain in fold(command_text(each))]
    found.sort(key=lambda each: not fold(command_text(each)).startswith(plain))
    return found[:_MOST_COMMANDS]


class RowModel(QAbstractListModel):
    """What was found. A row says its words to a screen reader too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (row.code, row.text, row.second) if part)
        if role == ROW_ROLE:
            return row
        return None

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def at(self, row: int) -> Row:
        return self._rows[row]


class _RowDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, theme.current().height(Measure.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        row: Row = index.data(ROW_ROLE)
        room: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, current.color("sel"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, current.color("hover"))
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(row.icon, "text2", Measure.ICON, ratio)
        painter.drawPixmap(room.left() + 10, room.center().y() - 7, drawn)
        text = room.adjusted(36, 0, -10, 0)
        if row.code:
            painter.setFont(current.font("strong"))
            painter.setPen(current.color("text"))
            painter.drawText(text, int(_LEFT), row.code)
            text.setLeft(text.left() + _CODE_WIDTH)
        self._paint_words(painter, text, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, text: QRect, row: Row) -> None:
        current = theme.current()
        painter.setFont(current.font("body"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, text.width())
        painter.setPen(current.color("text"))
        painter.drawText(text, int(_LEFT), shown)
        text.setLeft(text.left() + metrics.horizontalAdvance(shown) + 16)
        if row.second and text.width() > 40:
            painter.setPen(current.color("text2"))
            second = metrics.elidedText(row.second, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text, int(_RIGHT), second)


class Palette(Overlay):
    """The surface. Signals, after it went: `place_chosen(Place)`, `command_chosen(QAction)`."""

    place_chosen = Signal(object)
    command_chosen = Signal(object)

    def __init__(
        self, bridge: Bridge, actions: Callable[[], Sequence[QAction]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._actions = actions
        self._ticket: Ticket | None = None
        self._model = RowModel(self)
        self._field = QLineEdit(self)
        self._field.setMaxLength(_LONGEST)
        self._field.setPlaceholderText(self.tr("Search or do something…"))
        self._field.setAccessibleName(self.tr("Search or do something"))
        sign = self._field.addAction(icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        icons.put(sign, "search")
        self._field.installEventFilter(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_RowDelegate(self._list))
        self._list.setAccessibleName(self.tr("Found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.viewport().setAutoFillBackground(False)
        self._nothing = label(self.tr("Nothing found."), "secondary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._field.textChanged.connect(self._on_text_changed)
        self._list.clicked.connect(self._choose)

    def begin(self, right_top: QPoint) -> None:
        """Show with its upper right corner at a place on the screen, empty and ready to type."""
        self._field.clear()
        self.setFixedWidth(_WIDTH)
        self._on_text_changed("")
        self.open_at(right_top - QPoint(_WIDTH, 0), self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self._field and isinstance(event, QKeyEvent) and pressed:
            step = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}.get(event.key())
            if step:
                self._move(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._drop()

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._drop()
        words = text.strip()
        if not words or self._bridge.facts is None:
            self._show([], words)
            return
        self._ticket = self._bridge.read(work.finding(words), self._on_found)

    def _on_found(self, found: list[Found]) -> None:
        self._ticket = None
        self._show([record_row(each) for each in found], self._field.text().strip())

    def _show(self, records: list[Row], words: str) -> None:
        commands = [command_row(each) for each in fitting(self._actions(), words)]
        self._model.show_rows([*records, *commands])
        rows = self._model.rowCount()
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self._list.setFixedHeight(min(rows, _MOST_ROWS) * theme.current().height(Measure.ROW) + 2)
        self.adjustSize()

    def _move(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            at = (self._list.currentIndex().row() + step) % rows
            self._list.setCurrentIndex(self._model.index(at, 0))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        goal = self._model.at(index.row()).goal
        self.leave()
        if isinstance(goal, Place):
            self.place_chosen.emit(goal)
        else:
            self.command_chosen.emit(goal)

    def _drop(self) -> None:
        if self._ticket is not None:
            self._ticket.drop()
            self._ticket = None
