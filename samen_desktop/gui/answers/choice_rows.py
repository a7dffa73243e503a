"""Choices as rows of a small list: a code, words, a remark. For lists that open under a field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from samen_desktop.core.text import fold
from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CHOICE = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its `LineChoice`."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_SIDE = 10


class LineChoice(NamedTuple):
    """A choice: its value, a code in semibold, words, and a remark in second colour."""

    value: str
    code: str
    text: str
    beside: str = ""

    @property
    def shown(self) -> str:
        """What stands in the line once it is taken."""
        return f"{self.code} {self.text}".strip()


class Choices(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[LineChoice] = []

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == CHOICE:
            return choice
        return f"{choice.shown} {choice.beside}" if role == Qt.ItemDataRole.DisplayRole else None

    def show_choices(self, choices: Sequence[LineChoice]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._shown = list(choices)
        self.endResetModel()


class ChoicePainter(QStyledItemDelegate):
    """Paints a row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        choice = index.data(CHOICE)
        current = theme.current()
        chosen = option.state & QStyle.StateFlag.State_Selected
        room: QRect = option.rect
        painter.save()
        painter.fillRect(room, current.color("sel" if chosen else "pop"))
        room = room.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setPen(current.color("text"))
        if choice.code:
            painter.setFont(current.font("strong"))
            painter.drawText(room, _LEFT, choice.code)
            wide = max(24, painter.fontMetrics().horizontalAdvance(choice.code))
            room.setLeft(room.left() + wide + 7)
        painter.setFont(current.font("body"))
        letters = painter.fontMetrics()
        beside = letters.horizontalAdvance(choice.beside) + 6 if choice.beside else 0
        shown = elide(choice.text, max(40, room.width() - beside), letters)
        painter.drawText(room, _LEFT, shown)
        room.setLeft(room.left() + letters.horizontalAdvance(shown) + 6)
        painter.setPen(current.color("text2"))
        painter.drawText(room, _LEFT, choice.beside)
        painter.restore()


def row_height() -> int:
    """How high a row is: a little less than in a list, since these lie over one."""
    return theme.current().height(Measure.ROW) - 2


def fits(choice: LineChoice, words: str) -> bool:
    """Whether a choice holds all these words, folded."""
    told = fold(choice.shown)
    return all(word in told for word in words.split())
