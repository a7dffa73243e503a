"""How the items of Notuleren are painted: one line each, signs and words, hairline below."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .rows import ROW, Column, Shown

KIND_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "VRAAG": "circle-question-mark",
        "WENS": "lightbulb",
        "ZORG": "frown",
        "ERVAR": "message-square",
        "STEUN": "thumbs-up",
        "BEZWA": "thumbs-down",
        "FEIT": "file-check",
        "RANDV": "scale",
        "AANBOD": "link-2",
        "AMBTS": "landmark",
    }
)
STANCE_SIGNS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "POSIT": ("thumbs-up", "OVG"),
        "KRITI": ("thumbs-down", "NOV"),
        "GEMEN": ("contrast", "DEE"),
    }
)
"""Icon and colour of a stance."""
ACTION_SIGN = "list-todo"
WIDTHS = (72, 56, 128, 56, 64, 144)
"""Of all columns but the words, which take the rest."""

_PAD = Measure.CELL_PADDING
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_FONTS = {Column.CODE: "strong", Column.WORDS: "item"}
_COLORS = {Column.CODE: "text", Column.WORDS: "text", Column.SPEAKER: "text"}


class NotePainter(QStyledItemDelegate):
    """Paints every cell itself; `large` is for a projector."""

    def __init__(self, parent: QWidget | None = None, *, large: bool = False) -> None:
        super().__init__(parent)
        self._large = large
        self.edited: bytes | None = None

    def height(self) -> int:
        """A row's height in the theme that stands."""
        metrics = QFontMetrics(theme.current().font(self._font(Column.WORDS)))
        return max(Measure.NOTE_ROW, metrics.height() + 14)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(40, self.height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown = index.data(ROW)
        if not isinstance(shown, Shown):
            return
        room: QRect = option.rect
        column = Column(index.column())
        current = theme.current()
        painter.save()
        being_edited = self.edited is not None and shown.row.id == self.edited
        painter.fillRect(room, current.color("sel" if being_edited else "base"))
        left = room.left() + (_PAD if column is Column.CODE else 0)
        painter.setPen(QPen(current.color("hair"), 1))
        painter.drawLine(left, room.bottom(), room.right(), room.bottom())
        inner = room.adjusted(_PAD, 0, -_PAD, 0)
        if column is Column.KIND:
            inner = self._sign(painter, inner, shown)
        self._text(painter, inner, column, shown, str(index.data() or ""))
        painter.restore()

    def _sign(self, painter: QPainter, room: QRect, shown: Shown) -> QRect:
        sign, color = sign_of(shown)
        if sign:
            picture = icons.pixmap(sign, color, Measure.ICON)
            painter.drawPixmap(
                QPoint(room.left(), room.center().y() - Measure.ICON // 2 + 1), picture
            )
        return room.adjusted(Measure.ICON + 7, 0, 0, 0)

    def _text(
        self, painter: QPainter, room: QRect, column: Column, shown: Shown, text: str
    ) -> None:
        current = theme.current()
        font = current.font(self._font(column))
        color = _COLORS.get(column, "text2")
        if shown.state and column is Column.CODE:
            text = self.tr("saving…") if shown.state == "saving" else self.tr("not saved")
            font = current.font("body")
            color = "text2" if shown.state == "saving" else "NOV"
        painter.setFont(font)
        painter.setPen(current.color(color))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE, cut)

    def _font(self, column: Column) -> str:
        if self._large:
            return "line" if column is Column.WORDS else "item"
        return _FONTS.get(column, "body")


class NoteHeader(QHeaderView):
    """The header of the list: semibold words on the ground of the list, a line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setFixedHeight(theme.current().height(32))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        current = theme.current()
        painter.save()
        painter.fillRect(rect, current.color("base"))
        painter.setFont(current.font("strong"))
        painter.setPen(current.color("text2"))
        text: Any = self.model().headerData(logicalIndex, self.orientation())
        painter.drawText(rect.adjusted(_PAD, 0, -_PAD, 0), _MIDDLE, str(text or ""))
        painter.setPen(QPen(current.color("border"), 1))
        left = rect.left() + (_PAD if logicalIndex == 0 else 0)
        painter.drawLine(left, rect.bottom(), rect.right(), rect.bottom())
        painter.restore()


def sign_of(shown: Shown) -> tuple[str, str]:
    """Icon and colour token of an item's kind; of its stance where nobody said a kind."""
    if shown.note.action:
        return ACTION_SIGN, "text2"
    if shown.note.kind:
        return KIND_SIGNS.get(shown.note.kind, ""), "text2"
    return STANCE_SIGNS.get(shown.note.stance, ("", "text2"))
