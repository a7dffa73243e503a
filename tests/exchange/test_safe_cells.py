"""One value, one cell: dates, numbers, lines, and how often the same is made."""

from __future__ import annotations

import pytest

from samen_desktop.exchange.safe_cells import (
    Cuts,
    Style,
    date_maker,
    lines_of,
    number_maker,
    remembered,
    text_maker,
)

STYLE = Style(plain=1, quoted=2, room=20)


@pytest.mark.parametrize(
    ("iso", "stored"),
    [
        ("2022-06-20", "<v>44732</v>"),
        ("1900-03-01", "<v>61</v>"),
        ("1900-02-28", "<t>28-02-1900</t>"),
        ("2022-02-31", "<t>31-02-2022</t>"),
        ("2022-06", "<t>06-2022</t>"),
        ("2022", "<t>2022</t>"),
        ("voorjaar", "<t>voorjaar</t>"),
    ],
)
def test_whole_days_are_dates_and_all_else_is_text(iso: str, stored: str) -> None:
    make = date_maker(STYLE, text_maker(STYLE, Cuts("nl")))
    assert stored in make(iso)[0]


def test_nothing_is_an_empty_cell_and_nought_is_not() -> None:
    text, number = text_maker(STYLE, Cuts("nl")), number_maker(STYLE)
    assert text(None) == text("") == number(None) == (' s="1"/>', 1)
    assert number(0)[0] == ' s="1"><v>0</v></c>'


@pytest.mark.parametrize("start", list("=+-@'\t"))
def test_only_what_begins_riskily_is_quoted(start: str) -> None:
    make = text_maker(STYLE, Cuts("nl"))
    assert make(f"{start}1")[0].startswith(' s="2" ')
    assert make(f"1{start}")[0].startswith(' s="1" ')


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("kort", 1),
        ("een\ntwee\n\nvier", 4),
        ("woord woord woord woord", 2),
        ("x" * 45, 3),
        ("漢" * 15, 2),
        ("HOOFDLETTERS OVERAL", 2),
        ("", 1),
    ],
)
def test_lines(text: str, lines: int) -> None:
    assert lines_of(text, 20) == lines


def test_more_room_never_takes_more_lines() -> None:
    text = "De wachttijd was langer dan ons was verteld.\nNiemand belde terug. " * 5
    counts = [lines_of(text, room) for room in range(1, 200)]
    assert counts[-1] == len(text.split("\n"))
    assert counts[0] > counts[50] > counts[-1]


def test_what_comes_back_is_made_once() -> None:
    made: list[object] = []

    def make(value: object) -> tuple[str, int]:
        made.append(value)
        return "", 1

    again = remembered(make)
    for value in ("a", "b", "a", "a"):
        again(value)
    assert made == ["a", "b"]
