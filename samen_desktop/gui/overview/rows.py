"""The short lists of Overzicht: what is late, who is still to hear, what comes. Painted rows.

These are never long: the page shows a few and leads to the list for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from samen_desktop.core.dates import show
from samen_desktop.core.reports.reach import State
from samen_desktop.core.standing import Coming, Late, Unheard, Why
from samen_desktop.gui import icons, language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure

from .marks import Mark, Marks

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_TWO_LINES = 51
_WITH_WHO = 520
"""Narrower rows leave out whose it is: the list says it."""
_PAGES = {"session": "sessions", "follow_up": "follow_ups"}
_WEEKDAYS_NL = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class _Rows(Marks):
    """Rows of one height with a hairline below each."""

    row = Measure.ROW

    def count(self) -> int:
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(300, self.count() * self._row_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint(self, painter: QPainter) -> None:
        current = theme.current()
        for at, mark in enumerate(self.marks()):
            if at == self.hovered:
                painter.fillRect(mark.rect, current.color("hover"))
            self.paint_row(painter, at, mark.rect)
            line = QRectF(mark.rect.left(), mark.rect.bottom() - 1, mark.rect.width(), 1)
            painter.fillRect(line, current.color("hair"))

    def paint_row(self, painter: QPainter, at: int, rect: QRectF) -> None:
        raise NotImplementedError

    def rects(self) -> list[QRectF]:
        high = self._row_height()
        return [QRectF(0, at * high, self.width(), high) for at in range(self.count())]

    def text(
        self, painter: QPainter, rect: QRectF, words: str, look: str, flags: int = _LEFT
    ) -> None:
        """One elided line. `look` is a type and a colour: `body text2`."""
        font, color = look.split()
        current = theme.current()
        painter.setFont(current.font(font))
        painter.setPen(current.color(color))
        plain = " ".join(words.split())
        metrics = QFontMetricsF(painter.font())
        elided = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, elided)

    def sign(self, painter: QPainter, name: str, role: str, left: float, middle: float) -> None:
        drawn = icons.pixmap(name, role, Measure.SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, middle - Measure.SIGN / 2), drawn)

    def _row_height(self) -> int:
        return theme.current().height(self.row)


class LateRows(_Rows):
    """What is late, the longest waiting first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Late"), parent)
        self._late: Sequence[Late] = ()

    def show_late(self, late: Sequence[Late]) -> None:
        """Show these rows."""
        self._late = tuple(late)
        self.renew()

    def count(self) -> int:
        return len(self._late)

    def lay_out(self) -> list[Mark]:
        return [
            Mark(rect, self._words(each), Place(_PAGES[each.kind], record=each.id))
            for each, rect in zip(self._late, self.rects(), strict=True)
        ]

    def paint_row(self, painter: QPainter, at: int, rect: QRectF) -> None:
        late = self._late[at]
        days = self.tr("%n day(s)", "", late.days)
        wide = QFontMetricsF(theme.current().font("body")).horizontalAdvance
        end = rect.right()
        room = wide(days) + 2
        self.text(painter, rect.adjusted(0, 0, 0, 0), days, "body NOV", _RIGHT)
        self.sign(painter, "triangle-alert", "NOV", end - room - 20, rect.center().y())
        day = show(late.day.isoformat(), language.current())
        # A year is said where it is not this one: then `dd-mm` would mislead.
        shown = day[:5] if late.days < 180 else day
        date_end = end - max(wide(self.tr("%n day(s)", "", 1000)) + 36, 104)
        box = QRectF(date_end - 80, rect.top(), 80, rect.height())
        self.text(painter, box, shown, "body text2", _RIGHT)
        who_left = max(rect.width() * 0.57, 300)
        if rect.width() >= _WITH_WHO:
            wide_date = 48 if shown is not day else 76
            who = QRectF(who_left, rect.top(), date_end - wide_date - who_left, rect.height())
            self.text(painter, who, self._who(late), "body text2")
        else:
            who_left = date_end - wide(shown)
        code = QRectF(rect.left(), rect.top(), 64, rect.height())
        self.text(painter, code, late.code, "strong text")
        words = QRectF(72, rect.top(), who_left - 72 - 12, rect.height())
        self.text(painter, words, self._what(late), "body text")

    def _what(self, late: Late) -> str:
        if late.why is Why.NOT_HELD:
            return self.tr("Not held: {session}").format(session=late.text)
        if late.why is Why.REPORT:
            return self.tr("Adopt report: {session}").format(session=late.text)
        return late.text

    def _who(self, late: Late) -> str:
        return late.who or self.tr("nobody yet")

    def _words(self, late: Late) -> str:
        day = show(late.day.isoformat(), language.current())
        return self.tr("{code}, {what}, {who}, due {day}, {days}").format(
            code=late.code,
            what=self._what(late),
            who=self._who(late),
            day=day,
            days=self.tr("%n day(s) late", "", late.days),
        )


class ComingRows(_Rows):
    """The next two weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Next two weeks"), parent)
        self._coming: Sequence[Coming] = ()

    def show_coming(self, coming: Sequence[Coming]) -> None:
        """Show these rows."""
        self._coming = tuple(coming)
        self.renew()

    def count(self) -> int:
        return len(self._coming)

    def lay_out(self) -> list[Mark]:
        return [
            Mark(rect, self._words(each), Place(_PAGES[each.kind], record=each.id))
            for each, rect in zip(self._coming, self.rects(), strict=True)
        ]

    def paint_row(self, painter: QPainter, at: int, rect: QRectF) -> None:
        each = self._coming[at]
        self.text(painter, QRectF(0, rect.top(), 72, rect.height()), _weekday(each), "body text2")
        self.text(painter, QRectF(76, rect.top(), 56, rect.height()), each.code, "strong text")
        what = f"{each.begin} {each.text}".strip()
        self.text(painter, rect.adjusted(136, 0, 0, 0), what, "body text")

    def _words(self, each: Coming) -> str:
        return f"{_weekday(each)} {each.begin}, {each.code}, {each.text}".replace(" ,", ",")


class UnheardRows(_Rows):
    """Groups still to hear: name and since when, below it what is planned."""

    row = _TWO_LINES

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Still to hear"), parent)
        self._unheard: Sequence[Unheard] = ()

    def show_unheard(self, unheard: Sequence[Unheard]) -> None:
        """Show these rows."""
        self._unheard = tuple(unheard)
        self.renew()

    def count(self) -> int:
        return len(self._unheard)

    def lay_out(self) -> list[Mark]:
        return [
            Mark(rect, f"{each.name}, {self._since(each)}, {self._plan(each)}", group_of(each))
            for each, rect in zip(self._unheard, self.rects(), strict=True)
        ]

    def paint_row(self, painter: QPainter, at: int, rect: QRectF) -> None:
        each = self._unheard[at]
        half = rect.height() / 2
        above = QRectF(0, rect.top() + 5, rect.width(), half - 4)
        below = QRectF(0, rect.top() + half, rect.width(), half - 4)
        since = self._since(each)
        wide = QFontMetricsF(theme.current().font("body")).horizontalAdvance(since)
        wide = min(wide, rect.width() * 0.6)
        self.text(
            painter, above.adjusted(rect.width() - wide, 0, 0, 0), since, "body text2", _RIGHT
        )
        self.text(painter, above.adjusted(0, 0, -wide - 12, 0), each.name, "strong text")
        sign, role = _SIGNS[each.state]
        self.sign(painter, sign, role, 0, below.center().y())
        self.text(painter, below.adjusted(20, 0, 0, 0), self._plan(each), f"body {role}")

    def _since(self, each: Unheard) -> str:
        if each.never:
            return self.tr("not heard in any phase")
        return self.tr("phase {number}").format(number=each.phase)

    def _plan(self, each: Unheard) -> str:
        day = show(each.date, language.current())
        if each.state is State.OVERDUE:
            return self.tr("{session} was planned on {day}").format(session=each.session, day=day)
        if each.state is State.PLANNED and day:
            return self.tr("{session} is planned on {day}").format(session=each.session, day=day)
        if each.state is State.PLANNED:
            return self.tr("{session} has no day yet").format(session=each.session)
        return self.tr("nothing planned")


_SIGNS = {
    State.OVERDUE: ("triangle-alert", "NOV"),
    State.PLANNED: ("calendar-clock", "text2"),
    State.UNPLANNED: ("circle-dashed", "DEE"),
    State.NOT_HEARD: ("circle-dashed", "DEE"),
    State.NONE: ("circle-dashed", "DEE"),
    State.HEARD: ("circle-check", "OVG"),
}


def group_of(each: Unheard) -> Place:
    """The stakeholders of a group."""
    return Place("stakeholders", filters={"group": frozenset({each.id.hex()})})


def _weekday(each: Coming) -> str:
    """`di 21-06`."""
    names = _WEEKDAYS_NL if language.current() == "nl" else _WEEKDAYS_EN
    return f"{names[each.day.weekday()]} {each.day:%d-%m}"
