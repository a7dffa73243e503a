"""Paints the rows of the pile, a page in one go: ground, sign, code, one line of words, count."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from samen_desktop.core.answers import APPROVED, NOT_WEIGHED, PUBLISHED, SUBMITTED
from samen_desktop.core.desk import PileItem
from samen_desktop.gui import icons, theme
from samen_desktop.gui.ink import Ink
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.table_rows import chosen_spans, rows_in

from .pile_model import PileModel, PileRow

_INDENT, _EDGE, _BAR, _GAP = 44, 16, 3, 8
_STATES = {
    SUBMITTED: ("user-round", "VRG"),
    APPROVED: ("check", "OVG"),
    PUBLISHED: ("globe", "OVG"),
}
_BEGUN, _OPEN = ("pen-line", "text2"), ("circle-dashed", "text2")


class _Line(NamedTuple):
    """A visible row: where it is on screen, and where its words begin and end."""

    row: PileRow
    top: int
    left: int
    right: int


def sign_of(item: PileItem) -> tuple[str, str]:
    """Icon and colour that say how far an item is."""
    return _STATES.get(item.state, _BEGUN if item.status != NOT_WEIGHED else _OPEN)


class PilePainter(QObject):
    """The painter. `hovered` is the row under the mouse, -1 for none."""

    def __init__(self, view: QTableView, model: PileModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1
        theme.current().changed.connect(view.viewport().update)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the rows that lie in this part of the viewport."""
        ink = theme.current().ink
        high = self._view.verticalHeader().defaultSectionSize()
        wide = self._view.viewport().width()
        visible, top = rows_in(self._view, area)
        spans = chosen_spans(self._view)
        for at in visible:
            if any(begin <= at <= end for begin, end in spans):
                painter.fillRect(0, top + at * high, wide, high, ink.sel)
                painter.fillRect(0, top + at * high, _BAR, high, ink.accent)
            elif at == self.hovered:
                painter.fillRect(0, top + at * high, wide, high, ink.hover)
        found = ((at, self._model.row_at(at)) for at in visible)
        rows = [(row, top + at * high) for at, row in found if row is not None]
        self._paint_words(painter, ink, self._paint_ends(painter, ink, rows, wide, high), high)
        current = self._view.currentIndex().row()
        if self._view.hasFocus() and current in visible:
            painter.setPen(ink.ring)
            painter.drawRect(1, top + current * high + 1, wide - 3, high - 3)

    def _paint_ends(
        self, painter: QPainter, ink: Ink, rows: list[tuple[PileRow, int]], wide: int, high: int
    ) -> list[_Line]:
        """The sign before the words and the count after them."""
        ratio = self._view.devicePixelRatioF()
        painter.setFont(ink.body)
        painter.setPen(ink.text2)
        lines = []
        for row, top in rows:
            item = row.item
            right = wide - _EDGE
            count = row.group.count if item is None else item.inputs
            if count:
                told = str(count)
                right -= ink.width(told)
                painter.drawText(right, top + ink.base_line(high), told)
                right -= _GAP
            if item is None:
                sign = ("chevron-down" if row.open else "chevron-right", "text2")
                left = Measure.MARGIN - 4
            else:
                sign, left = sign_of(item), _INDENT
            drawn = icons.pixmap(*sign, Measure.SIGN, ratio)
            painter.drawPixmap(left, top + (high - Measure.SIGN) // 2, drawn)
            lines.append(_Line(row, top, left + Measure.SIGN + _GAP, right))
        return lines

    def _paint_words(self, painter: QPainter, ink: Ink, lines: list[_Line], high: int) -> None:
        base = ink.base_line(high)
        painter.setPen(ink.text)
        painter.setFont(ink.strong)
        begins = []
        for row, top, left, _ in lines:
            code = row.group.code if row.item is None else row.item.code
            if code:
                painter.drawText(left, top + base, code)
            begins.append(left + ink.width(code, strong=True) + _GAP if code else left)
        painter.setFont(ink.body)
        for (row, top, _, right), left in zip(lines, begins, strict=True):
            title = self._model.title_of(row.group) if row.item is None else row.item.title
            painter.drawText(left, top + base, ink.line(title, right - left))
