"""What the number in a cell of a workbook means: a number, a day, a moment or an elapsed time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from .source_cells import Cell, CellFault

_LAST_SERIAL = 2_958_466  # 1 January 10000
_DAY = 86_400_000  # milliseconds


class Calendar:
    """Reads serial numbers as days since a workbook's epoch: end of 1899, or 1904 on old Macs."""

    def __init__(self, *, from_1904: bool) -> None:
        self._from_1904 = from_1904
        self._epoch = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
        self._known: dict[str, Cell] = {}

    def read(self, text: str) -> Cell:
        """The date, the date with a time, or the time alone; a fault where Excel shows ####."""
        known = self._known.get(text)
        if known is not None:
            return known
        value = float(text)
        if not 0 <= value < _LAST_SERIAL:
            return CellFault(text)
        days, milliseconds = divmod(round(value * _DAY), _DAY)
        moment = timedelta(milliseconds=milliseconds)
        if days == 0:
            return (datetime.combine(self._epoch, time()) + moment).time()
        if days < 60 and not self._from_1904:
            days += 1  # Excel counts a 29 February 1900 that never was
        try:
            day = self._epoch + timedelta(days=days)
        except OverflowError:
            return CellFault(text)
        if milliseconds:
            return datetime.combine(day, time()) + moment
        self._known[text] = day
        return day


def whole(text: str) -> Cell:
    """A number as Excel shows it: 3.0 is 3. What no cell can hold is a fault. Raises ValueError."""
    value = float(text)
    if value - value != 0:  # infinite, or not a number
        return CellFault(text)
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def elapsed(text: str) -> Cell:
    """An elapsed time as Excel shows it, `36:00:00`. Raises ValueError."""
    value = float(text)
    if not 0 <= value < _LAST_SERIAL:
        return CellFault(text)
    minutes, seconds = divmod(round(value * 86_400), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


def iso(text: str) -> Cell:
    """A cell of type date: ISO 8601, as strict workbooks and some programs write it."""
    for read in (date.fromisoformat, time.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return CellFault(text)
    return moment.date() if moment.time() == time() else moment
