"""The header of a list: words in line with the cells below, an arrow where it is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .model import RecordsModel
from .row_painter import RIGHT

_ARROW = 14


class ListHeader(QHeaderView):
    """The header of a list, its words in line with the cells below."""

    def __init__(self, model: RecordsModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = model
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(theme.current().height(Measure.HEADER))
        theme.current().changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        current = theme.current()
        painter.save()
        painter.fillRect(rect, current.color("subtle"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, current.color("border"))
        first = self.visualIndex(logical) == 0
        left = rect.left() + (Measure.FIRST_COLUMN if first else Measure.CELL_PADDING)
        room = QRect(
            left, rect.top(), rect.right() - Measure.CELL_PADDING - left + 1, rect.height()
        )
        column = self._records.spec.columns[logical]
        text = str(self._records.headerData(logical, Qt.Orientation.Horizontal) or "")
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        sorted_here = self.sortIndicatorSection() == logical
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - (_ARROW + 4 if sorted_here else 0)
        )
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if column.show in RIGHT else Qt.AlignmentFlag.AlignLeft
        )
        if sorted_here:
            down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            name = "chevron-down" if down else "chevron-up"
            drawn = icons.pixmap(name, "text2", _ARROW, self.devicePixelRatioF())
            wide = painter.fontMetrics().horizontalAdvance(shown)
            at = room.left() + wide + 4
            if column.show in RIGHT:
                room.setRight(room.right() - _ARROW - 4)
                at = room.right() + 4
            painter.drawPixmap(at, rect.top() + (rect.height() - _ARROW) // 2, drawn)
        painter.drawText(room, int(align), shown)
        painter.restore()
