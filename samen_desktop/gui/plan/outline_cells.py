"""The cells of the outline on screen: painted whole, with an editor for what can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from samen_desktop.core.outlines import LONGEST_TITLE
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide
from samen_desktop.gui.widgets.term_box import TermBox

from .outline_model import (
    ANSWERS,
    CODE_ROLE,
    INPUTS,
    NUMBER,
    OWNER,
    STATUS,
    TITLE,
    Index,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

SIGNS = {
    "TESCH": ("circle-dashed", "OPN"),
    "INBEW": ("pen-line", "VRG"),
    "TERCO": ("calendar-clock", "DEE"),
    "GEREED": ("check", "OVG"),
}
"""Icon and colour of each status of a chapter."""

WIDTHS = {NUMBER: 72, OWNER: 92, STATUS: 104, INPUTS: 66, ANSWERS: 86}
"""How wide each column is; the titles take what is left."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def ground(view: QTreeView, option: QStyleOptionViewItem) -> QColor:
    """What a row is filled with."""
    current = theme.current()
    if option.state & QStyle.StateFlag.State_Selected:
        return current.color("sel" if view.hasFocus() else "hover")
    hovered = option.state & QStyle.StateFlag.State_MouseOver
    return current.color("hover" if hovered else "base")


class OutlineHeader(QHeaderView):
    """Words in line with the cells below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(theme.current().height(Measure.HEADER))
        theme.current().changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        current = theme.current()
        painter.save()
        painter.fillRect(rect, current.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, current.color("border"))
        first = Measure.FIRST_COLUMN if logical == NUMBER else Measure.CELL_PADDING
        room = rect.adjusted(20 if logical == TITLE else first, 0, -Measure.CELL_PADDING, 0)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
        shown = elide(words, room.width(), painter.fontMetrics())
        painter.drawText(room, int(_RIGHT if logical in {INPUTS, ANSWERS} else _LEFT), shown)
        painter.restore()


class OutlineCells(QStyledItemDelegate):
    """Paints a cell, and makes the editor of one."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self.statuses: Sequence[tuple[str, str]] = ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        current, rect, column = theme.current(), option.rect, index.column()
        painter.save()
        painter.fillRect(rect, ground(self._view, option))
        first = Measure.FIRST_COLUMN if column == NUMBER else Measure.CELL_PADDING
        room = rect.adjusted(first if column != TITLE else 2, 0, -Measure.CELL_PADDING, 0)
        sign, role = SIGNS.get(str(index.data(CODE_ROLE) or ""), ("", "text2"))
        if sign:
            drawn = icons.pixmap(sign, role, Measure.SIGN, self._view.devicePixelRatioF())
            painter.drawPixmap(room.left(), room.center().y() - Measure.SIGN // 2, drawn)
            room.setLeft(room.left() + Measure.SIGN + 6)
        painter.setFont(current.font("strong" if column == NUMBER else "body"))
        second = "text2" if column == OWNER else "text"
        painter.setPen(current.color(role if sign else second))
        text = elide(str(index.data() or ""), room.width(), painter.fontMetrics())
        painter.drawText(room, int(_RIGHT if column in {INPUTS, ANSWERS} else _LEFT), text)
        hair = current.color("hair")
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hair)
        painter.restore()

    def sizeHint(self, _: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTHS.get(index.column(), 200), theme.current().height(Measure.ROW))

    def createEditor(self, parent: QWidget, _: QStyleOptionViewItem, index: Index) -> QWidget:
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        if index.column() == STATUS:
            box = TermBox(name, parent)
            box.set_terms(self.statuses)
            return box
        field = QLineEdit(parent)
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST_TITLE)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, TermBox):
            editor.set_code(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        typed = ""
        if isinstance(editor, TermBox):
            typed = editor.code()
        elif isinstance(editor, QLineEdit):
            typed = editor.text()
        model.setData(index, typed)
