"""What people type into fields of text, time and number, read or told why not."""

from __future__ import annotations

import pytest

from samen_desktop.core.checks import LONGEST_LINE, NotAValueError, missing, read_value
from samen_desktop.core.kinds import KINDS

NAME = KINDS["stakeholder"].field("name")
BEGIN = KINDS["session"].field("begin")
PRESENT = KINDS["session"].field("attendance").parts[1]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("19:30", "19:30"),
        ("9.30", "09:30"),
        ("930", "09:30"),
        ("14 uur", "14:00"),
        ("9u05", "09:05"),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, read: str) -> None:
    assert read_value(BEGIN, typed) == read


@pytest.mark.parametrize("typed", ["25:00", "19:60", "morgen", "half acht", "1234567"])
def test_what_is_no_time_is_told(typed: str) -> None:
    with pytest.raises(NotAValueError) as told:
        read_value(BEGIN, typed)
    assert "19:30" in told.value.words.nl


def test_a_pasted_story_in_a_name_is_told_and_not_cut() -> None:
    with pytest.raises(NotAValueError) as told:
        read_value(NAME, "x" * 5000)
    assert "5000" in told.value.words.nl
    assert str(LONGEST_LINE) in told.value.words.nl


def test_a_long_field_keeps_its_lines() -> None:
    assert read_value(KINDS["stakeholder"].field("note"), " een\r\ntwee ") == "een\ntwee"
    assert read_value(NAME, "  ") is None


@pytest.mark.parametrize("typed", ["-1", "1,5", "drie", "٣", "12345678"])
def test_a_count_is_a_whole_number(typed: str) -> None:
    assert read_value(PRESENT, "26") == 26
    with pytest.raises(NotAValueError):
        read_value(PRESENT, typed)


def test_required_fields_are_named() -> None:
    told = missing(KINDS["stakeholder"], {"website": "x.example"})
    assert list(told) == ["name"]
    assert told["name"].nl.startswith("Naam")
