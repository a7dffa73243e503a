"""A field for one of a list of terms, by code: opened with F4 or Alt+Down, chosen by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .labels import elide

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_NONE = "–"
"""What stands in the list for no term; the closed field is empty then."""
_WIDEST, _SCROLL = 420, 16


class _TermPainter(QStyledItemDelegate):
    """Rows of the open list, as those of a filter: calm, and as high as a row of a list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        current = theme.current()
        told = QFontMetrics(current.font("body")).horizontalAdvance(str(index.data() or ""))
        return QSize(told + 2 * Measure.CELL_PADDING + 2, current.height(Measure.FIELD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        room: QRect = option.rect
        chosen = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(room, current.color("sel" if chosen else "pop"))
        inside = room.adjusted(Measure.CELL_PADDING, 0, -Measure.CELL_PADDING, 0)
        text = str(index.data() or "")
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text" if text else "text2"))
        shown = elide(text or _NONE, inside.width(), painter.fontMetrics())
        painter.drawText(inside, int(_LEFT), shown)


class TermBox(QComboBox):
    """A choice of terms. Signals: `code_changed(str)` when a person chose another."""

    code_changed = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setItemDelegate(_TermPainter(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(self._on_activated)

    def set_terms(self, terms: Sequence[tuple[str, str]], *, empty: str | None = "") -> None:
        """The terms as (code, label); first `empty` for none, unless that is None."""
        kept = self.code()
        self.blockSignals(True)
        self.clear()
        if empty is not None:
            self.addItem(empty, "")
        for code, text in terms:
            self.addItem(text, code)
        self.blockSignals(False)
        self.set_code(kept)

    def name_empty(self, text: str) -> None:
        """Say this for none, which stands first among the terms."""
        if text != self.itemText(0):
            self.setItemText(0, text)

    def code(self) -> str:
        """The code chosen; empty for none."""
        return str(self.currentData() or "")

    def set_code(self, code: str) -> None:
        """Show a term; a code that is not in the list is shown as it is. Nothing is told."""
        at = self.findData(code)
        if at < 0 and code:
            self.addItem(code, code)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def showPopup(self) -> None:
        """Open the list, wide enough for its words where the field is narrow."""
        wide = self.view().sizeHintForColumn(0) + _SCROLL
        self.view().setMinimumWidth(min(wide, _WIDEST))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        role = "text2" if self.isEnabled() else "text3"
        arrow = icons.pixmap("chevron-down", role, Measure.SIGN, self.devicePixelRatioF())
        painter = QPainter(self)
        left, top = self.width() - Measure.SIGN - 7, (self.height() - Measure.SIGN) // 2
        painter.drawPixmap(left, top, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a field must not change it."""
        if self.view().isVisible():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _on_activated(self, _: int) -> None:
        self.code_changed.emit(self.code())
