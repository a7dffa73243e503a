"""The strip of key figures and the bar of inputs by processing: painted, and each a link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from samen_desktop.core.lists import SHORT_STATUS
from samen_desktop.gui import icons, language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure

from .marks import Mark, Marks

_STRIP = 50
_NUMBER_GAP, _SIGN_GAP = 10, 7
_BAR, _BAR_TOP, _LEGEND_ROW = 28, 4, 20
_COLUMNS = 4
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)

ORDER = ("OVG", "DEE", "NOV", "BRK", "VRG", "TKN", "BUI", "OPN")
"""Processing statuses as they stand in the bar: from adopted to undecided."""


def processing(code: str) -> Place:
    """The inputs with one processing status."""
    return Place("inputs", filters={"answer/status": frozenset({code})})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its words. `state` names a status whose colour and sign it takes."""

    number: str
    words: str
    place: Place
    state: str = ""
    sign: str = ""


class FigureStrip(Marks):
    """Key figures side by side between two hairlines; below each other where they do not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Key figures"), parent)
        self._figures: Sequence[Figure] = ()
        self.setFixedHeight(_STRIP)

    def sizeHint(self) -> QSize:
        return QSize(1134, _STRIP)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these instead."""
        self._figures = tuple(figures)
        self._fit_height()
        self.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = {mark.rect.top() for mark in self.lay_out()}
        self.setFixedHeight(_STRIP * max(1, len(rows)))

    def lay_out(self) -> list[Mark]:
        widths = [self._width(figure) for figure in self._figures]
        gap = (self.width() - sum(widths)) / max(len(widths) - 1, 1)
        gap = max(min(gap, 48.0), 12.0)
        marks, left, top = [], 0.0, 5.0
        for figure, width in zip(self._figures, widths, strict=True):
            if left and left + width > self.width():
                left, top = 0.0, top + _STRIP
            words = f"{figure.number} {figure.words}"
            marks.append(Mark(QRectF(left, top, width, _STRIP - 10), words, figure.place))
            left += width + gap
        return marks

    def paint(self, painter: QPainter) -> None:
        current = theme.current()
        for y in (0, self.height() - 1):
            painter.fillRect(QRectF(0, y, self.width(), 1), current.color("hair"))
        marks = self.marks()
        for at, (figure, mark) in enumerate(zip(self._figures, marks, strict=True)):
            self._paint_one(painter, figure, mark.rect, hovered=at == self.hovered)
            beside = marks[at + 1].rect if at + 1 < len(marks) else mark.rect
            if beside.left() > mark.rect.left():
                middle = QRectF((mark.rect.right() + beside.left()) // 2, mark.rect.top() + 6, 1, 0)
                middle.setHeight(_STRIP - 22)
                painter.fillRect(middle, current.color("hair"))

    def _paint_one(self, painter: QPainter, figure: Figure, rect: QRectF, *, hovered: bool) -> None:
        current = theme.current()
        font = current.font("figure")
        painter.setFont(font)
        painter.setPen(current.color(figure.state or ("accent_hover" if hovered else "accent")))
        room = rect.adjusted(2, 0, 0, 0)
        painter.drawText(room, _LEFT, figure.number)
        left = room.left() + QFontMetricsF(font).horizontalAdvance(figure.number) + _NUMBER_GAP
        if figure.sign:
            ratio = self.devicePixelRatioF()
            drawn = icons.pixmap(figure.sign, figure.state or "text2", Measure.SIGN, ratio)
            painter.drawPixmap(QPointF(left, rect.center().y() - Measure.SIGN / 2), drawn)
            left += Measure.SIGN + _SIGN_GAP
        font = QFont(current.font("body"))
        font.setUnderline(hovered)
        painter.setFont(font)
        painter.setPen(current.color(figure.state or "text2"))
        painter.drawText(
            QRectF(left, rect.top(), rect.right() - left, rect.height()), _LEFT, figure.words
        )

    def _width(self, figure: Figure) -> float:
        current = theme.current()
        number = QFontMetricsF(current.font("figure")).horizontalAdvance(figure.number)
        words = QFontMetricsF(current.font("body")).horizontalAdvance(figure.words)
        sign = Measure.SIGN + _SIGN_GAP if figure.sign else 0
        return 2 + number + _NUMBER_GAP + sign + words + 6


class ProcessingBar(Marks):
    """All inputs by processing status: one stacked bar, and a legend that says it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Inputs by processing"), parent)
        self._counts: list[tuple[str, int]] = []
        self.setFixedHeight(_BAR_TOP + _BAR + 10 + 2 * _LEGEND_ROW)

    def sizeHint(self) -> QSize:
        return QSize(712, self.height())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show these counts by status; what nobody has is left out."""
        self._counts = [(code, counts[code]) for code in ORDER if counts.get(code)]
        self._fit_height()
        self.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _columns(self) -> int:
        """As many as leave the longest word whole."""
        widest = QFontMetricsF(theme.current().font("body")).horizontalAdvance
        words = max((widest(_short(code)) for code, _ in self._counts), default=0.0)
        return _COLUMNS if words + 84 <= self.width() / _COLUMNS else _COLUMNS // 2

    def _fit_height(self) -> None:
        rows = max(-(-len(self._counts) // self._columns()), 1)
        self.setFixedHeight(_BAR_TOP + _BAR + 10 + rows * _LEGEND_ROW)

    def lay_out(self) -> list[Mark]:
        return [
            Mark(rect, self._words(code, count), processing(code))
            for (code, count), rect in (
                *zip(self._counts, self._pieces(), strict=True),
                *zip(self._counts, self._entries(), strict=True),
            )
        ]

    def paint(self, painter: QPainter) -> None:
        marks, count = self.marks(), len(self._counts)
        for at, (code, number) in enumerate(self._counts):
            over = self.hovered in {at, at + count}
            self._paint_piece(painter, marks[at].rect, code, number, hovered=over)
            self._paint_entry(painter, marks[at + count].rect, code, number, hovered=over)

    def _pieces(self) -> list[QRectF]:
        """Widths go by count; the smallest still has room for its number."""
        total = sum(count for _, count in self._counts)
        if not total:
            return []
        metrics = QFontMetricsF(theme.current().font("body"))
        least = [metrics.horizontalAdvance(str(count)) + 10 for _, count in self._counts]
        room = self.width() - (len(least) - 1)
        wanted = [
            max(room * count / total, low)
            for (_, count), low in zip(self._counts, least, strict=True)
        ]
        spare = sum(wanted) - room
        large = sum(width - low for width, low in zip(wanted, least, strict=True)) or 1.0
        pieces, left = [], 0.0
        for width, low in zip(wanted, least, strict=True):
            fitted = width - spare * (width - low) / large
            pieces.append(QRectF(left, 0, fitted, _BAR_TOP + _BAR))
            left += fitted + 1
        return pieces

    def _entries(self) -> list[QRectF]:
        columns = self._columns()
        column = self.width() / columns
        top = _BAR_TOP + _BAR + 8
        return [
            QRectF(
                at % columns * column, top + at // columns * _LEGEND_ROW, column - 26, _LEGEND_ROW
            )
            for at in range(len(self._counts))
        ]

    def _paint_piece(
        self, painter: QPainter, rect: QRectF, code: str, count: int, *, hovered: bool
    ) -> None:
        current = theme.current()
        color, tint = current.color(code), current.tint(code)
        body = rect.adjusted(0, _BAR_TOP, 0, 0)
        if tint is not None:
            painter.fillRect(body, tint)
            painter.fillRect(QRectF(rect.left(), 0, rect.width(), _BAR_TOP), color)
        else:
            painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(body.adjusted(0.5, 0.5, -0.5, -0.5))
        if hovered:
            painter.setPen(QPen(color, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(body.adjusted(0.5, 0.5, -0.5, -0.5))
        words = str(count)
        painter.setFont(current.font("strong"))
        painter.setPen(color)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        with_sign = Measure.SIGN + 5 + wide
        if with_sign + 8 <= rect.width():
            left = body.center().x() - with_sign / 2
            sign = icons.pixmap(_sign(code), code, Measure.SIGN, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, body.center().y() - Measure.SIGN / 2), sign)
            painter.drawText(
                QRectF(left + Measure.SIGN + 5, body.top(), wide + 2, body.height()), _LEFT, words
            )
        else:
            painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_entry(
        self, painter: QPainter, rect: QRectF, code: str, count: int, *, hovered: bool
    ) -> None:
        current = theme.current()
        sign = icons.pixmap(_sign(code), code, Measure.SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left(), rect.center().y() - Measure.SIGN / 2), sign)
        font = QFont(current.font("body"))
        font.setUnderline(hovered)
        painter.setFont(font)
        painter.setPen(current.color(code))
        painter.drawText(rect.adjusted(Measure.SIGN + 6, 0, -30, 0), _LEFT, _short(code))
        painter.setFont(current.font("strong"))
        painter.setPen(current.color("accent"))
        painter.drawText(rect.adjusted(0, 0, -2, 0), _RIGHT, str(count))

    def _words(self, code: str, count: int) -> str:
        return f"{_short(code)}: {count}"


def _sign(code: str) -> str:
    return theme.current().tokens.statuses[code].sign


def _short(code: str) -> str:
    return language.say(SHORT_STATUS[code])
