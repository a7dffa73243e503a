"""Paints the cells of a list, all of it: fill, one elided line, sign and word, hairline, ring.

No widgets in cells, no rich text. Fonts, colours and elided texts are made once per theme.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from samen_desktop.core.lists import LATE, UNHEARD, ListRow, Show
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .model import RecordsModel

_Index = QModelIndex | QPersistentModelIndex

SIGNS: dict[str, tuple[str, str]] = {
    "OVG": ("circle-check", "OVG"),
    "DEE": ("contrast", "DEE"),
    "NOV": ("circle-x", "NOV"),
    "TKN": ("circle-minus", "TKN"),
    "BRK": ("circle-equal", "BRK"),
    "BUI": ("circle-arrow-right", "BUI"),
    "VRG": ("circle-question-mark", "VRG"),
    "OPN": ("circle-dashed", "OPN"),
    LATE: ("triangle-alert", "NOV"),
    UNHEARD: ("circle-dashed", "DEE"),
    # Sessions: planned and invited are ahead, held is done, moved asks for a new day.
    "GEPL": ("calendar-clock", "text2"),
    "UITGEN": ("calendar-clock", "text2"),
    "GEHOUD": ("check", "OVG"),
    "VERZET": ("triangle-alert", "DEE"),
    "AFGEL": ("minus", "TKN"),
    # Follow-ups.
    "OPEN": ("circle-dashed", "OPN"),
    "LOOPT": ("pen-line", "VRG"),
    "WACHT": ("calendar-clock", "DEE"),
    "GEREED": ("check", "OVG"),
    "VERV": ("minus", "TKN"),
}
"""Icon and colour of each sign a cell can carry."""

RIGHT = frozenset({Show.NUMBER, Show.COUNT})
"""What is read from the right: columns of numbers, headers included."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_SIGN_GAP = 6
_REMEMBERED = 6000


class _Ink:
    """What a theme gives a painter of rows."""

    def __init__(self) -> None:
        current = theme.current()
        self.base = current.color("base")
        self.sel = current.color("sel")
        self.hover = current.color("hover")
        self.hair = current.color("hair")
        self.text = current.color("text")
        self.text2 = current.color("text2")
        self.ring = QPen(current.color("accent"), 2)
        self.body: QFont = current.font("body")
        self.strong: QFont = current.font("strong")
        self.metrics = {False: QFontMetrics(self.body), True: QFontMetrics(self.strong)}
        self.elided: dict[tuple[str, int, bool], str] = {}

    def line(self, text: str, width: int, *, strong: bool) -> str:
        """One line of a text, cut to a width."""
        found = self.elided.get((text, width, strong))
        if found is None:
            if len(self.elided) > _REMEMBERED:
                self.elided.clear()
            found = self.metrics[strong].elidedText(text, Qt.TextElideMode.ElideRight, width)
            self.elided[text, width, strong] = found
        return found


class RowDelegate(QStyledItemDelegate):
    """The painter of a list. `hovered` is the row under the mouse, -1 for none."""

    def __init__(self, view: QTableView, model: RecordsModel, parent: QObject | None) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self._ink: _Ink | None = None
        self.hovered = -1
        theme.current().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._ink = None
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(40, theme.current().height(Measure.ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ink = self._ink = self._ink or _Ink()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        at, place = index.row(), index.column()
        focused = self._view.hasFocus()
        painter.fillRect(area, self._fill(ink, state, at, focused=focused))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, ink.hair)
        row = self._model.row_at(at)
        if row is not None:
            self._paint_cell(painter, ink, area, row, place)
        if focused and at == self._view.currentIndex().row():
            self._paint_ring(painter, ink, area, place)

    def _fill(self, ink: _Ink, state: QStyle.StateFlag, at: int, *, focused: bool) -> QColor:
        if state & QStyle.StateFlag.State_Selected:
            return ink.sel if focused else ink.hover
        return ink.hover if at == self.hovered else ink.base

    def _paint_cell(
        self, painter: QPainter, ink: _Ink, area: QRect, row: ListRow, place: int
    ) -> None:
        column = self._model.spec.columns[place]
        text, sign = row.cells[place], row.signs[place]
        first = self._view.horizontalHeader().visualIndex(place) == 0
        left = area.left() + (Measure.FIRST_COLUMN if first else Measure.CELL_PADDING)
        width = area.right() - Measure.CELL_PADDING - left + 1
        strong = column.show is Show.CODE
        color = ink.text2 if column.show is Show.SECOND else ink.text
        align = _RIGHT if column.show in RIGHT else _LEFT
        if sign:
            if align == _RIGHT:  # the sign stands before its words, both at the right
                taken = ink.metrics[strong].horizontalAdvance(text) + Measure.SIGN + _SIGN_GAP
                left, width = left + max(0, width - taken), min(width, taken)
            icon, role = SIGNS.get(sign, ("", "text2"))
            color = theme.current().color(role)
            left, width = self._paint_sign(painter, area, left, width, icon, role)
        elif row.conflicts and column.field in {"summary", "title", "name", "description"}:
            left, width = self._paint_sign(painter, area, left, width, "git-merge", "DEE")
        if text:
            painter.setFont(ink.strong if strong else ink.body)
            painter.setPen(color)
            room = QRect(left, area.top(), width, area.height() - 1)
            painter.drawText(room, align, ink.line(text, width, strong=strong))

    def _paint_sign(
        self, painter: QPainter, area: QRect, left: int, width: int, icon: str, role: str
    ) -> tuple[int, int]:
        if not icon:
            return left, width
        ratio = self._view.devicePixelRatioF()
        drawn = icons.pixmap(icon, role, Measure.SIGN, ratio)
        painter.drawPixmap(left, area.top() + (area.height() - Measure.SIGN) // 2, drawn)
        taken = Measure.SIGN + _SIGN_GAP
        return left + taken, width - taken

    def _paint_ring(self, painter: QPainter, ink: _Ink, area: QRect, place: int) -> None:
        header = self._view.horizontalHeader()
        at = header.visualIndex(place)
        inside = area.adjusted(0, 1, 0, -1)
        painter.setPen(ink.ring)
        painter.drawLine(inside.topLeft(), inside.topRight())
        painter.drawLine(inside.bottomLeft(), inside.bottomRight())
        if at == 0:
            painter.drawLine(area.left() + 1, area.top(), area.left() + 1, area.bottom())
        if area.right() >= self._view.viewport().width() - 1:
            painter.drawLine(area.right(), area.top(), area.right(), area.bottom())
