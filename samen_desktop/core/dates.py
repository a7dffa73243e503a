"""Dates as people type them and files hold them, read into ISO text; and shown again.

A date of the round is a day, a month or a year: `2022-06-20`, `2022-06`, `2022`. The Dutch reading
wins (day before month). What cannot be read with certainty is refused with a reason, never guessed.
Times of day beside a date are let go: the day stands as it was written, whatever its time zone.

`read_date` reads what files hold. `read_typed` reads what a person types today, and so knows
`morgen`, `vr` and `+3` too: a stranger's file cannot say what those meant when it was written.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from .text import fold
from .words import Language, Words

_FIRST_YEAR, _LAST_YEAR = 1800, 2199

_MONTHS_NL = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
_MONTHS_EN = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ABBREVIATED = {"mrt": 3, "mar": 3, "mei": 5, "okt": 10, "oct": 10, "sept": 9}
_MONTHS = (
    {name.casefold(): n for names in (_MONTHS_NL, _MONTHS_EN) for n, name in enumerate(names, 1)}
    | {
        name[:3].casefold(): n
        for names in (_MONTHS_NL, _MONTHS_EN)
        for n, name in enumerate(names, 1)
    }
    | _ABBREVIATED
)
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
)
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?uur| ?u| ?[ap]m)?)"
_ZONE = r"(?: ?(?:z|utc|gmt|cest|cet|[+-]\d{2}:?\d{2}))?"
_TAIL = rf"(?:(?: om|,| at)?[ t]{_CLOCK}{_ZONE})?"
_ORDINAL = r"(?:e|ste|de|st|nd|rd|th)?"

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}}){_TAIL}",
        rf"(?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<y>\d{{4}}){_TAIL}",
        rf"(?P<d>\d{{1,2}}){_ORDINAL}[ -]?{_MONTH}\.?,?[ -]?(?P<y>\d{{4}}){_TAIL}",
        rf"{_MONTH}\.? (?P<d>\d{{1,2}}){_ORDINAL},? (?P<y>\d{{4}}){_TAIL}",
        rf"{_MONTH}\.? (?P<d>\d{{1,2}}) {_CLOCK}(?: [a-z+-][\w:]*)? (?P<y>\d{{4}})",
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        rf"{_MONTH}\.?[ -]?(?P<y>\d{{4}})",
        r"(?P<y>\d{4})[-/](?P<m>\d{1,2})",
        r"(?P<m>\d{1,2})[-/](?P<y>\d{4})",
        r"(?P<y>\d{4})",
        rf"(?P<d>\d{{1,2}}){_ORDINAL} ?{_MONTH}\.?",
        rf"{_MONTH}\.? (?P<d>\d{{1,2}}){_ORDINAL}",
        r"(?P<d>\d{1,2})[-/](?P<m>\d{1,2})",
    )
)
_SHORT_YEAR = re.compile(
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.]['’]?\d{{2}}|(?:\d{{1,2}} )?{_MONTH}\.? ['’]?\d{{2}}"
)
_LED_BY_WEEKDAY = re.compile(rf"{_WEEKDAY}\.?,? +")
_AWAY = {
    "eergisteren": -2,
    "gisteren": -1,
    "yesterday": -1,
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
    "day after tomorrow": 2,
}
_ONLY_WEEKDAY = re.compile(_WEEKDAY)
_DAYS_ON = re.compile(r"\+ ?([1-9]\d{0,2})")
_WEEKDAYS_NL = ("ma", "di", "wo", "do", "vr", "za", "zo")
_WEEKDAYS_EN = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_STARTS = {name.casefold()[:2]: n for n, name in enumerate(_WEEKDAYS_EN)} | {
    name: n for n, name in enumerate(_WEEKDAYS_NL)
}
"""Two letters tell each weekday apart, in both languages together."""
_MILLISECONDS = re.compile(r"\d{13}")


class NotADateError(ValueError):
    """The text is no date that can be read with certainty; `words` says why in one sentence."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def read_date(text: str, *, near: date | None = None, milliseconds: bool = False) -> str:
    """The ISO text of a date as people write it: `18-5-2022`, `18 mei 2022`, `mei 2022`, `2022`.

    A date without a year needs `near` and is the first such day on or after it. `5/18/2022` can
    only be month first, and is read so; where both readings are days, the Dutch one holds. With
    `milliseconds`, thirteen digits are a moment since 1970, and give its day in UTC. Years have
    four digits: in `02-03-04` nobody can tell day, month and year apart.

    Raises NotADateError.
    """
    iso = _ISO.fullmatch(text)
    if iso is not None and iso[3] is not None:
        return _day(text, int(iso[1]), int(iso[2]), int(iso[3]))
    plain = fold(text)
    if milliseconds and _MILLISECONDS.fullmatch(plain):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(plain))
        return moment.date().isoformat()
    plain = _LED_BY_WEEKDAY.sub("", plain, count=1)
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            return _from_parts(text, found.groupdict(), near)
    raise NotADateError(_refusal(text, plain))


def read_typed(text: str, today: date, *, near: date | None = None) -> str:
    """The ISO text of a date that a person types now; both languages, whatever the screen's.

    Beside all that `read_date` knows: `vandaag`, `morgen`, `overmorgen`, `gisteren`; a weekday, the
    first one after today; `+3`, so many days from today. A date without a year is the first such
    day on or after `near`, which is today where nothing else is said.

    Raises NotADateError.
    """
    plain = fold(text)
    days = _AWAY.get(plain)
    if days is None and (on := _DAYS_ON.fullmatch(plain)):
        days = int(on[1])
    if days is None and _ONLY_WEEKDAY.fullmatch(plain):
        days = (_STARTS[plain[:2]] - today.weekday() - 1) % 7 + 1
    if days is None:
        return read_date(text, near=near or today)
    return (today + timedelta(days=days)).isoformat()


def _from_parts(text: str, parts: dict[str, str | None], near: date | None) -> str:
    name, year = parts.get("name"), parts.get("y")
    month = _MONTHS[name] if name else _number(parts.get("m"))
    day = _number(parts.get("d"))
    if month is not None and day is not None:
        if "sep" in parts and month > 12 >= day:
            day, month = month, day
        if year is None:
            return _next(text, month, day, near)
        return _day(text, int(year), month, day)
    return _whole(text, int(year or 0), month)


def _number(digits: str | None) -> int | None:
    return None if digits is None else int(digits)


def _day(text: str, year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        raise NotADateError(_no_such_day(text)) from None
    _in_reach(text, year)
    return found.isoformat()


def _whole(text: str, year: int, month: int | None) -> str:
    """A year, or a month of it."""
    _in_reach(text, year)
    if month is None:
        return f"{year}"
    if not 1 <= month <= 12:
        raise NotADateError(_no_such_day(text))
    return f"{year}-{month:02}"


def _next(text: str, month: int, day: int, near: date | None) -> str:
    if near is None:
        shown = _short(text)
        raise NotADateError(
            Words(
                nl=f"“{shown}” heeft geen jaartal; schrijf bijvoorbeeld 18-05-2022.",
                en=f"“{shown}” has no year; write for example 18-05-2022.",
            )
        )
    for year in range(near.year, near.year + 9):  # 29 February can be eight years away
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= near:
            return found.isoformat()
    raise NotADateError(_no_such_day(text))


def _in_reach(text: str, year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        shown = _short(text)
        raise NotADateError(
            Words(
                nl=f"“{shown}” heeft een jaartal buiten {_FIRST_YEAR}–{_LAST_YEAR}.",
                en=f"“{shown}” has a year outside {_FIRST_YEAR}–{_LAST_YEAR}.",
            )
        )


def _refusal(text: str, plain: str) -> Words:
    shown = _short(text)
    if _SHORT_YEAR.fullmatch(plain):
        return Words(
            nl=f"“{shown}” heeft een jaartal van twee cijfers; schrijf het jaar met vier cijfers.",
            en=f"“{shown}” has a year of two digits; write the year with four digits.",
        )
    return Words(
        nl=f"“{shown}” is geen datum; schrijf bijvoorbeeld 18-05-2022.",
        en=f"“{shown}” is not a date; write for example 18-05-2022.",
    )


def _no_such_day(text: str) -> Words:
    shown = _short(text)
    return Words(
        nl=f"“{shown}” staat niet op de kalender.", en=f"“{shown}” is not on the calendar."
    )


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def is_iso(text: str) -> bool:
    """Whether `text` is a day, month or year as the round keeps it, and one of the calendar."""
    iso = _ISO.fullmatch(text)
    if iso is None or not text.isascii():
        return False
    year, month, day = iso.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def show(iso: str, language: Language) -> str:
    """`20-06-2022`, `juni 2022` or `2022`. Text that is no ISO date is given back as it is."""
    if not is_iso(iso) or len(iso) == 4:
        return iso
    if len(iso) == 7:
        months = _MONTHS_NL if language == "nl" else _MONTHS_EN
        return f"{months[int(iso[5:]) - 1]} {iso[:4]}"
    return f"{iso[8:]}-{iso[5:7]}-{iso[:4]}"


def show_weekday(iso: str, language: Language) -> str:
    """The same with the weekday before a whole day: `ma 20-06-2022`."""
    if not is_iso(iso) or len(iso) != 10:
        return show(iso, language)
    names = _WEEKDAYS_NL if language == "nl" else _WEEKDAYS_EN
    return f"{names[date.fromisoformat(iso).weekday()]} {show(iso, language)}"
