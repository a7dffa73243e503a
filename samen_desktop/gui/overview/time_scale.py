"""From days to pixels: which stretch of a round the route bar shows, and the ticks above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from samen_desktop.core.standing import Course, first_day, last_day
from samen_desktop.gui import language

_MOST_MONTHS = 18
_WINDOW_MONTHS = 12
_MONTHS_BACK = 5
_MONTH_ROOM, _QUARTER_ROOM = 44, 16


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of days on a width in pixels."""

    first: date
    last: date
    width: float

    def x(self, day: date) -> float:
        """Where a day begins; outside the stretch it lies outside the width."""
        return (day - self.first).days / max((self.last - self.first).days, 1) * self.width

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def ticks(self) -> list[tuple[date, str]]:
        """Months, quarters or years with their words, as many as there is room for."""
        months = list(_months(self.first, self.last))
        room = self.width / max(len(months) - 1, 1)
        if room >= _MONTH_ROOM:
            return [(day, _month(day, first=at == 0)) for at, day in enumerate(months)]
        if room >= _QUARTER_ROOM:
            quarters = [day for day in months if day.month in {1, 4, 7, 10}]
            return [(day, _quarter(day, first=at == 0)) for at, day in enumerate(quarters)]
        return [(day, str(day.year)) for day in months if day.month == 1]


def scale_of(course: Course, width: float) -> Scale | None:
    """The whole round, or of a long one the year around today. None where nothing has a date."""
    days = list(_days(course))
    if not days:
        return None
    first, last = _month_start(min(days)), _months_on(max(days), 1)
    around = _months_on(course.today, -_MONTHS_BACK)
    if _span(first, last) > _MOST_MONTHS and first <= course.today < last:
        first = max(first, min(around, _months_on(last, -_WINDOW_MONTHS)))
        last = _months_on(first, _WINDOW_MONTHS)
    return Scale(first, last, width)


def _days(course: Course) -> Iterable[date]:
    for phase in course.phases:
        for text, read in ((phase.start, first_day), (phase.end, last_day)):
            day = read(text)
            if day is not None:
                yield day
    for dot in course.sessions:
        day = first_day(dot.date)
        if day is not None:
            yield day


def _month(day: date, *, first: bool) -> str:
    """`jan`; the year where it changes on the way: `2023`."""
    if day.month == 1 and not first:
        return str(day.year)
    spoken = QLocale.Language.Dutch if language.current() == "nl" else QLocale.Language.English
    return QLocale(spoken).standaloneMonthName(day.month, QLocale.FormatType.ShortFormat).strip(".")


def _quarter(day: date, *, first: bool) -> str:
    """`jan 2022` at the beginning of a long stretch, `jul` after it."""
    return f"{_month(day, first=True)} {day.year}" if first else _month(day, first=False)


def _months(first: date, last: date) -> Iterable[date]:
    day = first
    while day <= last:
        yield day
        day = _months_on(day, 1)


def _month_start(day: date) -> date:
    return day.replace(day=1)


def _months_on(day: date, count: int) -> date:
    """The first day of the month that many months on."""
    at = day.year * 12 + day.month - 1 + count
    return date(at // 12, at % 12 + 1, 1)


def _span(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
