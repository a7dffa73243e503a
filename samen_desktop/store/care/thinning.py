"""Which backups stay and which go: a rule over their names, without a file being touched.

All of today and yesterday stay; of the days before that the last of each of seven days, then of
four weeks, then of six months, counted over days that have one: a round that rests a year loses
nothing by resting. Those made before something big are kept apart. What a clock that was wrong has
dated ahead cannot be judged, and stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path

from samen_desktop.core.backups import APART

DAYS, WEEKS, MONTHS = 7, 4, 6
EACH_APART = 5
"""Of each reason kept apart, as many as this."""

MOST_BYTES = 2 * 1024**3
"""All backups of a round together; above it the oldest go first, the newest never."""

_TIME = "%Y%m%dT%H%M%SZ"
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup by its name: when it was made (local time), why, and its size.

    `whole`: begins as a round's file does and has the length that it says. `written`: the file's
    own time, which only orders those of one second.
    """

    path: Path
    when: datetime
    reason: str
    bytes: int
    whole: bool = True
    written: int = 0


def stamp(when: datetime) -> str:
    """A time as it stands in a name: UTC, sorted as text is."""
    return when.astimezone(UTC).strftime(_TIME)


def parse_name(stem: str) -> tuple[datetime, str] | None:
    """Time (UTC) and reason in `ID-TIME-REASON` or `ID-TIME-2-REASON`; None for another name."""
    parts = stem.split("-")
    try:
        when = datetime.strptime(parts[1], _TIME).replace(tzinfo=UTC)
    except (ValueError, IndexError):
        return None
    return (when, parts[-1]) if len(parts) > 2 else None


def newest_first(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """In order; what a clock dated ahead comes last, since nobody knows when it was made."""
    return sorted(
        found, key=lambda each: (not _ahead(each, now), each.when, each.written), reverse=True
    )


def to_remove(found: Iterable[Backup], now: datetime, zone: tzinfo | None = None) -> list[Backup]:
    """Those that go, by the calendar of `zone` (else this laptop's). The newest never does."""
    ordered = newest_first(found, now)
    sound = [each for each in ordered if each.whole]
    judged = [each for each in sound if not _ahead(each, now)]
    stay = {*sound[:1], *(each for each in sound if _ahead(each, now))}
    stay.update(_apart(judged))
    stay.update(_by_calendar([each for each in judged if each.reason not in APART], now, zone))
    yesterday = _day(now, zone) - timedelta(days=1)
    # What is no longer whole is of no use, but its maker may be asked about it tomorrow.
    stay.update(e for e in ordered if not e.whole and _day(e.when, zone) >= yesterday)
    kept = set(_that_fit([each for each in ordered if each in stay]))
    return [each for each in ordered if each not in kept]


def _by_calendar(ordered: Sequence[Backup], now: datetime, zone: tzinfo | None) -> Iterator[Backup]:
    yesterday = _day(now, zone) - timedelta(days=1)
    rest = [each for each in ordered if _day(each.when, zone) < yesterday]
    yield from (each for each in ordered if each not in rest)
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (DAYS, lambda day: day),
        (WEEKS, lambda day: day.isocalendar()[:2]),
        (MONTHS, lambda day: (day.year, day.month)),
    )
    for most, period in periods:
        seen: set[Hashable] = set()
        older: list[Backup] = []
        for each in rest:
            at = period(_day(each.when, zone))
            if at not in seen and len(seen) < most:
                seen.add(at)
                yield each
            elif at not in seen:
                older.append(each)
        rest = older


def _apart(ordered: Sequence[Backup]) -> Iterator[Backup]:
    counted: Counter[str] = Counter()
    for each in ordered:
        counted[each.reason] += 1
        if each.reason in APART and counted[each.reason] <= EACH_APART:
            yield each


def _that_fit(ordered: Sequence[Backup]) -> Iterator[Backup]:
    total = 0
    for at, each in enumerate(ordered):
        total += each.bytes
        if at and total > MOST_BYTES:
            return
        yield each


def _day(when: datetime, zone: tzinfo | None) -> date:
    return when.astimezone(zone).date()


def _ahead(each: Backup, now: datetime) -> bool:
    return each.when > now + _AHEAD
