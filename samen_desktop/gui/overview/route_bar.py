"""The route bar: phases, sessions and today on one line of time.

What is planned is outline, what happened is filled. Late sessions are red, with a dotted line up to
today. Labels lie on a patch of ground, so that no line crosses text.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from samen_desktop.core.dates import show
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.standing import (
    Course,
    Late,
    PhaseSpan,
    SessionDot,
    Why,
    first_day,
    last_day,
)
from samen_desktop.gui import language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure

from .marks import Mark, Marks
from .time_scale import Scale, scale_of

_HEIGHT = 112
_TICKS, _TICKS_HIGH = 0, 16
_BAND, _BAND_HIGH = 22, 24
_DOTS, _DOT = 58, 3.5
_LATE = 66
_FOOT, _FOOT_HIGH = 88, 18
_REACH = 6
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class RouteBar(Marks):
    """Phases and sessions of a round around today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Route map"), parent)
        self._course: Course | None = None
        self._scale: Scale | None = None
        self._bands: list[tuple[QRectF, PhaseSpan]] = []
        self._dots: list[tuple[QPointF, SessionDot]] = []
        self._late: dict[bytes, Late] = {}
        self.setFixedHeight(_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(1134, _HEIGHT)

    def show_course(self, course: Course) -> None:
        """Show the round as it stands on its day."""
        self._course = course
        self._late = {each.id: each for each in course.late if each.why is Why.NOT_HELD}
        self.renew()

    def lay_out(self) -> list[Mark]:
        self._bands, self._dots = [], []
        course = self._course
        self._scale = scale = scale_of(course, self.width() - 2) if course is not None else None
        if course is None or scale is None:
            return []
        marks = []
        for phase in course.phases:
            rect = _band(scale, phase)
            if rect is not None:
                self._bands.append((rect, phase))
                inside = rect.intersected(QRectF(self.rect()))
                marks.append(Mark(inside, self._about_phase(phase), _sessions_of(phase)))
        for dot in course.sessions:
            day = _middle(dot.date)
            if day is not None and scale.holds(day):
                at = QPointF(scale.x(day), _DOTS)
                self._dots.append((at, dot))
                rect = QRectF(at.x() - _REACH, _DOTS - _REACH, 2 * _REACH, 2 * _REACH)
                place = Place("sessions", record=dot.id)
                marks.append(Mark(rect, self._about_session(dot), place, round=True))
        return marks

    def paint(self, painter: QPainter) -> None:
        course, scale = self._course, self._scale
        if course is None or scale is None:
            return
        self._paint_ticks(painter, scale)
        for at, (rect, phase) in enumerate(self._bands):
            self._paint_band(painter, rect, phase, hovered=at == self.hovered)
        self._paint_late(painter, scale)
        for at, (point, dot) in enumerate(self._dots, len(self._bands)):
            self._paint_dot(painter, point, dot, hovered=at == self.hovered)
        self._paint_legend(painter)
        self._paint_today(painter, scale, course.today)

    def _paint_ticks(self, painter: QPainter, scale: Scale) -> None:
        current = theme.current()
        painter.setFont(current.font("small"))
        for day, words in scale.ticks():
            x = _snapped(scale.x(day))
            painter.fillRect(
                QRectF(x, _TICKS_HIGH - 2, 1, _LATE + 16 - _TICKS_HIGH), current.color("hair")
            )
            painter.setPen(current.color("text2"))
            room = QRectF(x + 4, _TICKS, 64, _TICKS_HIGH)
            if room.left() + 20 <= self.width():
                painter.drawText(room, _MIDDLE, words)

    def _paint_band(
        self, painter: QPainter, rect: QRectF, phase: PhaseSpan, *, hovered: bool
    ) -> None:
        current, course = theme.current(), self._course
        if course is None:
            return
        end, begin = last_day(phase.end), first_day(phase.start)
        over = end is not None and end < course.today
        begun = begin is not None and begin <= course.today
        shape = QPainterPath()
        shape.addRoundedRect(rect, Measure.TAG_RADIUS, Measure.TAG_RADIUS)
        painter.fillPath(shape, current.color("past" if over else "sel" if begun else "base"))
        if begun and not over and self._scale is not None:
            painter.save()
            painter.setClipPath(shape)
            till = self._scale.x(course.today)
            elapsed = QRectF(rect.left(), rect.top(), till - rect.left(), rect.height())
            painter.fillRect(elapsed, current.color("current"))
            painter.restore()
        edge = "accent" if hovered else "control"
        if hovered or not begun or current.color("past") == current.color("base"):
            painter.setPen(QPen(current.color(edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                rect.adjusted(0.5, 0.5, -0.5, -0.5), Measure.TAG_RADIUS, Measure.TAG_RADIUS
            )
        font = current.font("strong" if begun and not over else "body")
        painter.setFont(font)
        painter.setPen(current.color("text" if begun else "text2"))
        room = rect.intersected(QRectF(self.rect())).adjusted(8, 0, -6, 0)
        words = QFontMetricsF(font).elidedText(
            _name(phase), Qt.TextElideMode.ElideRight, room.width()
        )
        if room.width() > 24:
            painter.drawText(room, _MIDDLE, words)

    def _paint_dot(
        self, painter: QPainter, point: QPointF, dot: SessionDot, *, hovered: bool
    ) -> None:
        current = theme.current()
        late = dot.id in self._late
        color = current.color("NOV" if late else "accent" if hovered else "text2")
        size = _DOT + (1 if hovered else 0)
        ground = current.color("base")
        painter.setPen(QPen(ground, 1.5) if dot.held else QPen(color, 1.5))
        painter.setBrush(color if dot.held else ground)
        # The pen of a filled dot is a rim of ground, so that dots of one week stay apart.
        rim = 0.75 if dot.held else 0
        painter.drawEllipse(point, size + rim, size + rim)

    def _paint_late(self, painter: QPainter, scale: Scale) -> None:
        """Dotted up to today, and in words where no other words stand."""
        course = self._course
        if course is None:
            return
        current = theme.current()
        red = current.color("NOV")
        metrics = QFontMetricsF(current.font("small"))
        painter.setFont(current.font("small"))
        free = 0.0
        for point, dot in self._dots:
            late = self._late.get(dot.id)
            if late is None:
                continue
            till = min(scale.x(course.today), float(self.width()))
            painter.setPen(QPen(red, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(point.x() + _DOT, _DOTS), QPointF(till, _DOTS))
            words = self.tr("%n day(s) late", "", late.days)
            words = f"{dot.code} {words}"
            room = metrics.horizontalAdvance(words) + 6
            left = min(max(point.x() - room / 2, 0), self.width() - room)
            if left >= free:
                patch = QRectF(left, _LATE, room, 16)
                painter.fillRect(patch, current.color("base"))
                painter.setPen(red)
                painter.drawText(patch, _CENTRE, words)
                free = left + room + 8

    def _paint_today(self, painter: QPainter, scale: Scale, today: date) -> None:
        current = theme.current()
        font = current.font("small")
        bold = theme.current().font("strong")
        inside = scale.holds(today)
        shown = show(today.isoformat(), language.current())
        words = self.tr("today {day}").format(day=shown[:5] if inside else shown)
        painter.setFont(font if not inside else bold)
        room = QFontMetricsF(painter.font()).horizontalAdvance(words) + 12
        x = _snapped(scale.x(today)) if inside else (0.0 if today < scale.first else self.width())
        if inside:
            painter.fillRect(
                QRectF(x - 1, _TICKS_HIGH, 2, _FOOT - _TICKS_HIGH), current.color("accent")
            )
        left = min(max(x - room / 2, 0), self.width() - room)
        flag = QRectF(left, _FOOT, room, _FOOT_HIGH)
        shape = QPainterPath()
        shape.addRoundedRect(flag, Measure.TAG_RADIUS, Measure.TAG_RADIUS)
        painter.fillPath(shape, current.color("accent"))
        painter.setPen(current.color("on_accent"))
        painter.drawText(flag, _CENTRE, words)

    def _paint_legend(self, painter: QPainter) -> None:
        current = theme.current()
        painter.setFont(current.font("small"))
        metrics = QFontMetricsF(painter.font())
        left = 1.0
        for held, words in ((True, self.tr("session held")), (False, self.tr("planned"))):
            color = current.color("text2")
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(color if held else current.color("base"))
            painter.drawEllipse(QPointF(left + 4, _FOOT + _FOOT_HIGH / 2), _DOT, _DOT)
            room = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(left + 14, _FOOT, room + 2, _FOOT_HIGH), _MIDDLE, words)
            left += 14 + room + 16

    def _about_phase(self, phase: PhaseSpan) -> str:
        spoken = language.current()
        planned = f"{show(phase.start_planned, spoken)} – {show(phase.end_planned, spoken)}"
        actual = f"{show(phase.start_actual, spoken)} – {show(phase.end_actual, spoken)}"
        return self.tr("{phase}; planned {planned}; actual {actual}").format(
            phase=_name(phase), planned=planned, actual=actual
        )

    def _about_session(self, dot: SessionDot) -> str:
        day = show(dot.date, language.current())
        late = self._late.get(dot.id)
        told = f"{dot.code}, {dot.title}"
        if late is not None:
            days = self.tr("%n day(s) late", "", late.days)
            return self.tr("{session}, planned {day}, {late}").format(
                session=told, day=day, late=days
            )
        if dot.held:
            return self.tr("{session}, held {day}").format(session=told, day=day)
        return self.tr("{session}, planned {day}").format(session=told, day=day)


def _name(phase: PhaseSpan) -> str:
    """`Fase 1 Ophalen`."""
    return f"{language.say(KINDS['phase'].words)} {phase.number} {phase.name}".rstrip()


def _sessions_of(phase: PhaseSpan) -> Place:
    return Place("sessions", filters={"phase": frozenset({phase.id.hex()})})


def _band(scale: Scale, phase: PhaseSpan) -> QRectF | None:
    """Where a phase lies; None where it has no beginning or lies outside the stretch."""
    begin, end = first_day(phase.start), last_day(phase.end)
    if begin is None or begin > scale.last or (end is not None and end < scale.first):
        return None
    # Phases that follow each other keep a pixel between them.
    left = scale.x(begin)
    right = scale.x(end + timedelta(days=1)) - 1 if end is not None else scale.width + 8
    return QRectF(left, _BAND, max(right - left, 4), _BAND_HIGH)


def _middle(iso: str) -> date | None:
    """The day a dot stands for: of a month or a year its middle."""
    begin, end = first_day(iso), last_day(iso)
    return begin + (end - begin) / 2 if begin is not None and end is not None else None


def _snapped(x: float) -> float:
    return float(round(x))
