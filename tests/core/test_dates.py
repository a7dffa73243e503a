"""Dates as people write them, and no date where nobody can be sure."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.dates import (
    NotADateError,
    is_iso,
    read_date,
    read_typed,
    show,
    show_weekday,
)

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "18-5-2022", "18-05-2022", "18/5/2022", "18.05.2022", "2022-05-18", "2022/5/18", "20220518",
        "2022-05-18T14:30", "2022-05-18T14:30:00Z", "2022-05-18 14:30:00.000 +0200",
        "18-05-2022 14:30", "18-5-2022 om 14.30 uur", "18 mei 2022", "18 Mei 2022", "18mei2022",
        "18-mei-2022", "18 may 2022", "18th of May 2022".replace("of ", ""), "May 18, 2022",
        "woensdag 18 mei 2022", "wo 18 mei 2022", "Wed, 18 May 2022", " 18-05-2022 ",
        "18\u00a0mei\u00a02022", "\u200e18-05-2022", "Wed May 18 23:38:13 WIB 2022",
        "Wed May 18 23:38:13 2022", "5/18/2022", "5-18-2022",
    ],
)  # fmt: skip
def test_one_day_in_many_hands(text: str) -> None:
    assert read_date(text) == "2022-05-18"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022", "2022"),
        ("2022-06", "2022-06"),
        ("06-2022", "2022-06"),
        ("6/2022", "2022-06"),
        ("juni 2022", "2022-06"),
        ("Sept. 2022", "2022-09"),
        ("mrt 2022", "2022-03"),
        ("3/4/2022", "2022-04-03"),
        ("1 mrt. 2022", "2022-03-01"),
        ("29-02-2024", "2024-02-29"),
    ],
)
def test_what_is_read(text: str, iso: str) -> None:
    assert read_date(text) == iso


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31-02-2022", "kalender"),
        ("29-02-2022", "kalender"),
        ("13-13-2022", "kalender"),
        ("2022-13", "kalender"),
        ("00-05-2022", "kalender"),
        ("00-2022", "kalender"),
        ("18-5-22", "vier cijfers"),
        ("02/03/04", "vier cijfers"),
        ("18 mei '22", "vier cijfers"),
        ("18 mei", "jaartal"),
        ("18-5", "jaartal"),
        ("0222-05-18", "buiten"),
        ("9999", "buiten"),
        ("volgende week", "geen datum"),
        ("Present", "geen datum"),
        ("NA", "geen datum"),
        ("", "geen datum"),
        ("44699", "geen datum"),
        ("1651682293119", "geen datum"),
        ("18-05/2022", "geen datum"),
        ("١٨-٠٥-٢٠٢٢ extra", "geen datum"),
    ],
)
def test_what_is_not_sure_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(NotADateError) as caught:
        read_date(text)
    assert reason in caught.value.words.nl
    assert text.strip() in caught.value.words.nl
    assert text.strip() in caught.value.words.en


def test_a_long_text_is_not_repeated_in_the_reason() -> None:
    with pytest.raises(NotADateError) as caught:
        read_date("heel lang verhaal " * 20)
    assert len(caught.value.words.nl) < 120


def test_a_day_without_year_is_the_next_to_come() -> None:
    near = date(2022, 5, 18)
    assert read_date("18-5", near=near) == "2022-05-18"
    assert read_date("17 mei", near=near) == "2023-05-17"
    assert read_date("June 1", near=near) == "2022-06-01"
    assert read_date("29 februari", near=near) == "2024-02-29"
    assert read_date("29 februari", near=date(1896, 3, 1)) == "1904-02-29"
    with pytest.raises(NotADateError):
        read_date("31 juni", near=near)


def test_milliseconds_count_only_when_asked_for() -> None:
    assert read_date("1651682293119", milliseconds=True) == "2022-05-04"
    assert read_date("18-05-2022", milliseconds=True) == "2022-05-18"


@given(DAYS)
def test_every_day_comes_back(day: date) -> None:
    iso = day.isoformat()
    assert is_iso(iso)
    assert read_date(iso) == iso
    assert read_date(show(iso, "nl")) == iso
    assert read_date(show(iso[:7], "nl")) == iso[:7]
    assert read_date(show(iso[:7], "en")) == iso[:7]
    assert read_date(f"{day.day}/{day.month}/{day.year}") == iso
    assert read_date(f"{day.day}-{day.month}", near=day) == iso


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        iso = read_date(text)
    except NotADateError:
        return
    assert is_iso(iso)


def test_dates_are_shown_as_the_reader_expects() -> None:
    assert show("2022-06-20", "nl") == "20-06-2022"
    assert show("2022-06", "nl") == "juni 2022"
    assert show("2022-06", "en") == "June 2022"
    assert show("2022", "nl") == "2022"
    assert show("geen datum", "nl") == "geen datum"


@pytest.mark.parametrize("text", ["2022-02-30", "2022-13", "22-05-18", "2022-5-1", "", "٢٠٢٢"])
def test_what_is_no_iso_date(text: str) -> None:
    assert not is_iso(text)


WEDNESDAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("vandaag", "2026-05-20"),
        ("today", "2026-05-20"),
        ("Morgen", "2026-05-21"),
        ("tomorrow", "2026-05-21"),
        ("overmorgen", "2026-05-22"),
        ("gisteren", "2026-05-19"),
        ("do", "2026-05-21"),
        ("Thursday", "2026-05-21"),
        ("wo", "2026-05-27"),
        ("di", "2026-05-26"),
        ("maandag", "2026-05-25"),
        ("sun", "2026-05-24"),
        ("za", "2026-05-23"),
        ("+3", "2026-05-23"),
        ("+ 14", "2026-06-03"),
        ("18 mei", "2027-05-18"),
        ("21 May", "2026-05-21"),
        ("21-5", "2026-05-21"),
        ("18-05-2022", "2022-05-18"),
        ("mei 2022", "2022-05"),
    ],
)
def test_what_a_person_types_is_read_from_today(text: str, iso: str) -> None:
    assert read_typed(text, WEDNESDAY) == iso


@pytest.mark.parametrize("text", ["morgen", "tomorrow", "vr", "friday", "+3", "vandaag"])
def test_a_file_cannot_say_tomorrow(text: str) -> None:
    with pytest.raises(NotADateError):
        read_date(text, near=WEDNESDAY)


@pytest.mark.parametrize("text", ["+0", "+1000", "3", "mor", "ooit", "31-2", "x" * 5000])
def test_what_a_person_types_is_not_guessed(text: str) -> None:
    with pytest.raises(NotADateError) as caught:
        read_typed(text, WEDNESDAY)
    assert len(caught.value.words.nl) < 120


@given(DAYS)
def test_a_weekday_is_within_the_week_to_come(today: date) -> None:
    for name in ("ma", "dinsdag", "wed", "do", "friday", "za", "zondag"):
        days = (date.fromisoformat(read_typed(name, today)) - today).days
        assert 1 <= days <= 7


def test_a_day_is_shown_with_its_weekday() -> None:
    assert show_weekday("2026-05-20", "nl") == "wo 20-05-2026"
    assert show_weekday("2026-05-20", "en") == "Wed 20-05-2026"
    assert show_weekday("2026-05", "nl") == "mei 2026"
