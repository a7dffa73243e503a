"""How the list of sessions to take notes in is painted: code, day, title and kind in columns."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from samen_desktop.core.dates import show
from samen_desktop.core.note_sheet import SessionFacts
from samen_desktop.gui import language, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide

FACTS = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its session, as `SessionFacts`."""

_CODE, _DAY, _KIND = 72, 120, 220
_NARROW = 560
"""Pixels under which the kind of session goes, so that the title stays."""
_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class SessionPainter(QStyledItemDelegate):
    """Paints a row whole: fill, columns, hairline, ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.current().height(Measure.NAV_ITEM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        facts = index.data(FACTS)
        if not isinstance(facts, SessionFacts):
            return
        current = theme.current()
        area: QRect = option.rect
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        fill = "sel" if chosen and focused else "hover" if chosen or hovered else "base"
        painter.save()
        painter.fillRect(area, current.color(fill))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, current.color("hair"))
        self._columns(
            painter, area.adjusted(Measure.CELL_PADDING, 0, -Measure.CELL_PADDING, 0), facts
        )
        if focused:
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _columns(self, painter: QPainter, room: QRect, facts: SessionFacts) -> None:
        day = show(facts.date, language.current()) if facts.date else ""
        kind = _KIND if room.width() >= _NARROW else 0
        title = room.width() - _CODE - _DAY - kind
        left = room.left()
        for text, width, font, color in (
            (facts.code, _CODE, "strong", "text"),
            (day, _DAY, "body", "text2"),
            (facts.title, title, "body", "text"),
            (facts.kind, kind, "body", "text2"),
        ):
            if width:
                painter.setFont(theme.current().font(font))
                painter.setPen(theme.current().color(color))
                shown = elide(text, width - Measure.GRID, painter.fontMetrics())
                painter.drawText(QRect(left, room.top(), width, room.height()), _LEFT, shown)
            left += width
