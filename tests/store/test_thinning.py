"""Which backups stay: tables of times, summer time, clocks that jump, a year of working days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from samen_desktop.core.backups import APART, CHANGES, MANUAL, OPENING, REASONS
from samen_desktop.store.care import thinning
from samen_desktop.store.care.thinning import Backup, parse_name, stamp, to_remove

HERE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2022, 6, 20, 15, 0, tzinfo=HERE)


def _backup(when: datetime, reason: str = CHANGES, size: int = 1, *, whole: bool = True) -> Backup:
    return Backup(Path(f"ID-{stamp(when)}-{reason}.samen"), when, reason, size, whole)


def _at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=HERE)


def _staying(found: Iterable[Backup], now: datetime = NOW) -> list[str]:
    every = list(found)
    gone = to_remove(every, now, HERE)
    stay = [each for each in every if each not in gone]
    return sorted(f"{each.when.astimezone(HERE):%Y-%m-%d %H:%M}" for each in stay)


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        pytest.param([], [], id="none"),
        pytest.param(["2019-01-01 09:00"], ["2019-01-01 09:00"], id="the last one never goes"),
        pytest.param(
            ["2022-06-20 09:00", "2022-06-20 09:30", "2022-06-19 00:01", "2022-06-19 23:59"],
            ["2022-06-19 00:01", "2022-06-19 23:59", "2022-06-20 09:00", "2022-06-20 09:30"],
            id="all of today and yesterday",
        ),
        pytest.param(
            ["2022-06-18 09:00", "2022-06-18 16:00", "2022-06-17 08:00", "2022-06-17 08:30"],
            ["2022-06-17 08:30", "2022-06-18 16:00"],
            id="of an earlier day the last",
        ),
        pytest.param(
            [f"2022-06-{day:02} 12:00" for day in range(1, 19)],
            # Seven days, 12 to 18; before them the weeks that end on the 11th and the 5th.
            ["2022-06-05 12:00", "2022-06-11 12:00"]
            + [f"2022-06-{day:02} 12:00" for day in range(12, 19)],
            id="seven days, then weeks",
        ),
        pytest.param(
            ["2022-03-26 22:30", "2022-03-26 23:30", "2022-03-27 00:30", "2022-03-27 03:30"],
            ["2022-03-26 23:30", "2022-03-27 03:30"],
            id="the day summer time begins is one day, by the clock on the wall",
        ),
        pytest.param(
            ["2021-10-30 23:30", "2021-10-31 00:30", "2021-10-31 02:30", "2021-10-31 23:30"],
            ["2021-10-30 23:30", "2021-10-31 23:30"],
            id="and the one it ends on",
        ),
        pytest.param(
            ["2022-06-20 09:00", "2023-07-25 09:00", "2023-07-25 09:30"],
            ["2022-06-20 09:00", "2023-07-25 09:00", "2023-07-25 09:30"],
            id="a clock was fast: what it dated ahead is not judged",
        ),
    ],
)
def test_which_ones_stay(made: list[str], stay: list[str]) -> None:
    assert _staying(_backup(_at(each)) for each in made) == stay


def test_a_dead_battery_sets_the_clock_back_and_nothing_goes() -> None:
    made = [_backup(NOW - timedelta(hours=12 * step)) for step in range(20)]
    assert to_remove(made, datetime(2001, 1, 1, tzinfo=UTC), HERE) == []


def test_a_clock_far_ahead_leaves_days_weeks_and_months() -> None:
    made = [_backup(NOW - timedelta(days=step)) for step in range(200)]
    stay = _staying(made, NOW + timedelta(days=400))
    assert len(stay) == thinning.DAYS + thinning.WEEKS + thinning.MONTHS
    assert stay[-1] == "2022-06-20 15:00"


def test_those_before_something_big_are_kept_apart() -> None:
    old = NOW - timedelta(days=300)
    made = [
        _backup(old + timedelta(minutes=at), reason) for reason in sorted(APART) for at in range(8)
    ]
    made += [_backup(NOW - timedelta(days=at)) for at in range(60)]
    gone = to_remove(made, NOW, HERE)
    for reason in APART:
        mine = [each for each in made if each.reason == reason]
        assert [each for each in mine if each not in gone] == mine[-thinning.EACH_APART :]


def test_above_two_gigabytes_the_oldest_go_first() -> None:
    big = thinning.MOST_BYTES // 4
    made = [_backup(NOW - timedelta(minutes=30 * at), size=big) for at in range(8)]
    assert [each for each in made if each not in to_remove(made, NOW, HERE)] == made[:4]
    huge = _backup(NOW, size=3 * thinning.MOST_BYTES)
    assert to_remove([huge, *made[1:]], NOW, HERE) == made[1:]


def test_a_broken_one_takes_no_place_of_a_sound_one() -> None:
    day = NOW - timedelta(days=3)
    sound, broken = _backup(day), _backup(day + timedelta(hours=1), whole=False)
    assert to_remove([sound, broken], NOW, HERE) == [broken]
    fresh = _backup(NOW - timedelta(minutes=5), whole=False)
    assert to_remove([sound, fresh], NOW, HERE) == []


def test_names_say_when_and_why() -> None:
    for reason in REASONS:
        assert parse_name(f"{'0' * 32}-20220620T130000Z-{reason}") == (
            _at("2022-06-20 15:00"),
            reason,
        )
    assert parse_name(f"{'0' * 32}-20220620T130000Z-2-{MANUAL}") == (NOW, MANUAL)
    for other in ("notulen", "id-gisteren-manual", "id-20220620T130000Z"):
        assert parse_name(other) is None


Rule = Callable[[list[Backup], datetime], list[Backup]]


def _a_year(rule: Rule) -> list[int]:
    """Ages in days of what stays after a year of work, thinned each day."""
    kept: list[Backup] = []
    day = NOW - timedelta(days=365)
    while day <= NOW:
        if day.astimezone(HERE).weekday() < 5:
            kept.append(_backup(day.replace(hour=9), OPENING))
            kept += [_backup(day.replace(hour=hour)) for hour in range(10, 15)]
        gone = rule(kept, day)
        kept = [each for each in kept if each not in gone]
        day += timedelta(days=1)
    return sorted((NOW - each.when).days for each in kept)


def _covers_half_a_year(ages: list[int]) -> bool:
    recent = len([age for age in ages if age < 2]) <= 12
    few = len(ages) <= 12 + thinning.DAYS + thinning.WEEKS + thinning.MONTHS
    steps = [later - sooner for sooner, later in pairwise(ages)]
    return recent and few and ages[-1] > 150 and max(steps) <= 45


def _only_the_newest(kept: list[Backup], _: datetime) -> list[Backup]:
    return sorted(kept, key=lambda each: each.when)[:-20]


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    assert _covers_half_a_year(_a_year(lambda kept, now: to_remove(kept, now, HERE)))
    # The broken variant: the newest twenty reach back a week.
    assert not _covers_half_a_year(_a_year(_only_the_newest))
