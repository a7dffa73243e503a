"""Days: what a partial date may mean, which phase is the current one, when a report is late."""

from __future__ import annotations

from datetime import date

import pytest

from samen_desktop.core.standing import (
    PhaseSpan,
    current_phase,
    days_late,
    first_day,
    is_coming,
    last_day,
    report_due,
)


def a_phase(number: str, start: str, end: str, *, actual_end: str = "") -> PhaseSpan:
    return PhaseSpan(number.encode(), number, "", start, end, "", actual_end)


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2022-06-20", date(2022, 6, 20), date(2022, 6, 20)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("", None, None),
        ("18 mei", None, None),
    ],
)
def test_a_partial_date_lasts_as_long_as_it_may_mean(
    iso: str, first: date | None, last: date | None
) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)


def test_the_current_phase_has_begun_and_is_not_over() -> None:
    phases = (a_phase("0", "2022-01", "2022-03"), a_phase("1", "2022-04-01", ""))
    assert current_phase(phases, date(2022, 3, 31)) is phases[0]
    assert current_phase(phases, date(2022, 4, 1)) is phases[1]
    assert current_phase(phases, date(2021, 12, 31)) is None


def test_what_really_happened_goes_before_the_plan() -> None:
    late = a_phase("0", "2022-01-01", "2022-03-31", actual_end="2022-05-31")
    assert current_phase((late,), date(2022, 5, 1)) is late


def test_late_begins_the_day_after() -> None:
    assert days_late(date(2022, 6, 20), date(2022, 6, 20)) == 0
    assert days_late(date(2022, 6, 19), date(2022, 6, 20)) == 1
    assert days_late(report_due(date(2022, 5, 23)), date(2022, 6, 20)) == 0


def test_coming_holds_today_and_two_weeks() -> None:
    today = date(2022, 6, 20)
    assert is_coming(today, today)
    assert is_coming(date(2022, 7, 4), today)
    assert not is_coming(date(2022, 7, 5), today)
    assert not is_coming(date(2022, 6, 19), today)
