"""Paints the rows of a list, all of it: fill, one elided line, sign and word, hairline, ring.

No widgets in cells, no rich text. Fonts, colours and elided texts are made once per theme.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from samen_desktop.core.lists import LATE, UNHEARD, Column, ListRow, Show
from samen_desktop.gui import icons, theme
from samen_desktop.gui.ink import Ink
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.table_rows import chosen_spans, rows_in

from .model import RecordsModel

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
    # Feedback.
    "VERZO": ("check", "OVG"),
}
"""Icon and colour of each sign a cell can carry."""

RIGHT = frozenset({Show.NUMBER, Show.COUNT})
"""What is read from the right: columns of numbers, headers included."""

_MARKED = frozenset({"summary", "title", "name", "description"})
"""Columns that carry the sign of a record with a field that was changed in two places."""

_SIGN_GAP = 6


class _Line(NamedTuple):
    """A visible row: where it stands in the list and on screen, and what is in it."""

    at: int
    top: int
    row: ListRow | None


class _Cells(NamedTuple):
    """A visible column: its place in a row's cells and the room its texts have."""

    place: int
    column: Column
    left: int
    width: int


class RowPainter(QObject):
    """The painter of a list. `hovered` is the row under the mouse, -1 for none.

    A page is painted column by column, so that font and colour change seldom, without Qt asking
    for each cell anew what it is: that took five times as long.
    """

    def __init__(self, view: QTableView, model: RecordsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self.hovered = -1
        theme.current().changed.connect(view.viewport().update)

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the rows that lie in this part of the viewport."""
        ink = theme.current().ink
        lines = self._lines(area)
        high = self._view.verticalHeader().defaultSectionSize()
        wide = self._view.horizontalHeader().length()
        self._paint_grounds(painter, ink, lines, QSize(wide, high))
        for cells in self._columns(area):
            self._paint_column(painter, ink, lines, cells, high)
        if self._view.hasFocus():
            current = self._view.currentIndex().row()
            for line in lines:
                if line.at == current:
                    _paint_ring(painter, ink, QRect(0, line.top, wide, high))

    def _lines(self, area: QRect) -> list[_Line]:
        visible, top = rows_in(self._view, area)
        high = self._view.verticalHeader().defaultSectionSize()
        return [_Line(at, top + at * high, self._model.row_at(at)) for at in visible]

    def _columns(self, area: QRect) -> Iterator[_Cells]:
        header = self._view.horizontalHeader()
        for visual in range(header.count()):
            place = header.logicalIndex(visual)
            left = header.sectionViewportPosition(place)
            right = left + header.sectionSize(place)
            if header.isSectionHidden(place) or right <= area.left() or left > area.right():
                continue
            inside = left + (Measure.FIRST_COLUMN if visual == 0 else Measure.CELL_PADDING)
            width = right - Measure.CELL_PADDING - inside
            yield _Cells(place, self._model.spec.columns[place], inside, width)

    def _paint_grounds(self, painter: QPainter, ink: Ink, lines: list[_Line], size: QSize) -> None:
        spans = chosen_spans(self._view)
        selected = ink.sel if self._view.hasFocus() else ink.hover
        for line in lines:
            fill = ink.hover if line.at == self.hovered else ink.base
            if any(top <= line.at <= bottom for top, bottom in spans):
                fill = selected
            painter.fillRect(0, line.top, size.width(), size.height(), fill)
            painter.fillRect(0, line.top + size.height() - 1, size.width(), 1, ink.hair)

    def _paint_column(
        self, painter: QPainter, ink: Ink, lines: list[_Line], cells: _Cells, high: int
    ) -> None:
        column = cells.column
        strong = column.show is Show.CODE
        painter.setFont(ink.strong if strong else ink.body)
        painter.setPen(ink.text2 if column.show is Show.SECOND else ink.text)
        metrics = ink.metrics[strong]
        base = (high - 1 - metrics.height()) // 2 + metrics.ascent()
        marked = column.field in _MARKED
        for line in lines:
            if line.row is None:
                continue
            text = line.row.cells[cells.place]
            if line.row.signs[cells.place] or (marked and line.row.conflicts):
                self._paint_signed(painter, ink, line, cells, base)
            elif text:
                shown = ink.line(text, cells.width, strong=strong)
                left = cells.left
                if column.show in RIGHT:
                    left += cells.width - ink.width(shown, strong=strong)
                painter.drawText(left, line.top + base, shown)

    def _paint_signed(
        self, painter: QPainter, ink: Ink, line: _Line, cells: _Cells, base: int
    ) -> None:
        """A cell with a sign before its words: of a status in its colour, of a conflict not."""
        row = line.row
        if row is None:
            return
        text, sign = row.cells[cells.place], row.signs[cells.place]
        strong = cells.column.show is Show.CODE
        metrics = ink.metrics[strong]
        icon, role = SIGNS.get(sign, ("", "text2")) if sign else ("git-merge", "DEE")
        taken = Measure.SIGN + _SIGN_GAP if icon else 0
        shown = ink.line(text, cells.width - taken, strong=strong)
        left = cells.left
        if cells.column.show in RIGHT:  # the sign stands before its words, both at the right
            left += max(0, cells.width - taken - ink.width(shown, strong=strong))
        if icon:
            drawn = icons.pixmap(icon, role, Measure.SIGN, self._view.devicePixelRatioF())
            middle = line.top + base - metrics.ascent() + metrics.height() // 2
            painter.drawPixmap(left, middle - Measure.SIGN // 2, drawn)
        plain = painter.pen()
        if sign:
            painter.setPen(ink.color(role))
        painter.drawText(left + taken, line.top + base, shown)
        painter.setPen(plain)


def _paint_ring(painter: QPainter, ink: Ink, area: QRect) -> None:
    painter.setPen(ink.ring)
    painter.drawRect(area.adjusted(1, 1, -1, -2))
