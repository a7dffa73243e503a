"""Cells as they come are read as they were meant, or refused with a reason."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.intake.values import NotReadError, read_span, reader, text_of
from samen_desktop.core.words import Words
from samen_desktop.exchange.source_cells import UNCALCULATED, CellFault

READ = (
    (Type.TEXT, "een\n twee", "een twee"),
    (Type.TEXT, 612345678, "612345678"),
    (Type.TEXT, 2.5, "2,5"),
    (Type.TEXT, True, "ja"),
    (Type.TEXT, date(2022, 6, 20), "20-06-2022"),
    (Type.TEXT, "NA", "NA"),
    (Type.LONG, " een\x0btwee ", "een\ntwee"),
    (Type.LONG, "n.v.t.", "n.v.t."),
    (Type.DATE, datetime.fromisoformat("2022-06-20T19:30"), "2022-06-20"),
    (Type.DATE, "20-6-2022", "2022-06-20"),
    (Type.DATE, 2022, "2022"),
    (Type.DATE, 1651682293119, "2022-05-04"),
    (Type.DATE, "1651682293119", "2022-05-04"),
    (Type.DATE, "NA", None),
    (Type.TIME, time(9, 5), "09:05"),
    (Type.TIME, "19.30 uur", "19:30"),
    (Type.TIME, "2022-06-20 19:30:00 +0200", "19:30"),
    (Type.TIME, "-", None),
    (Type.WHOLE, 12.0, 12),
    (Type.WHOLE, "1.200", 1200),
    (Type.WHOLE, "nvt", None),
    (Type.YES_NO, "Ja", 1),
    (Type.YES_NO, "onwaar", 0),
    (Type.TERM, "N/A", None),
    (Type.TERM, " Zorg ", "Zorg"),
    (Type.MEMBERS, "a\nb", "a\nb"),
    (Type.MEMBERS, "–", None),
)
REFUSED = (
    (Type.DATE, "31-02-2022"),
    (Type.DATE, "Present"),
    (Type.DATE, 44732),
    (Type.DATE, time(9, 5)),
    (Type.DATE, CellFault("#N/A")),
    (Type.TIME, "25:00"),
    (Type.TIME, "half acht"),
    (Type.WHOLE, "ongeveer 12"),
    (Type.WHOLE, -1),
    (Type.WHOLE, 2.5),
    (Type.WHOLE, float("inf")),
    (Type.WHOLE, float("nan")),
    (Type.WHOLE, 10**30),
    (Type.WHOLE, "9" * 30),
    (Type.WHOLE, True),
    (Type.YES_NO, "misschien"),
    (Type.TEXT, CellFault("#DEEL/0!")),
    (Type.LONG, UNCALCULATED),
)


def field(kind: Type) -> Field:
    return Field(name="f", words=Words("veld", "field"), type=kind)


@pytest.mark.parametrize(("kind", "cell", "expected"), READ)
def test_a_cell_is_read_as_it_was_meant(kind: Type, cell: object, expected: Scalar) -> None:
    assert reader(field(kind))(cell) == expected


@pytest.mark.parametrize(("kind", "cell"), REFUSED)
def test_a_cell_is_refused_with_a_reason(kind: Type, cell: object) -> None:
    with pytest.raises(NotReadError) as refused:
        reader(field(kind))(cell)
    assert refused.value.words.nl != refused.value.words.en


@pytest.mark.parametrize("kind", Type)
def test_an_empty_cell_is_no_value(kind: Type) -> None:
    assert reader(field(kind))(None) in (None, "")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("19:30–21:00", "19:30–21:00"),
        ("19.30 - 21.00 uur", "19:30–21:00"),
        ("9:30 tot 11:00", "09:30–11:00"),
        ("19:30", "19:30"),
        (time(19, 30), "19:30"),
        ("", None),
    ],
)
def test_begin_and_end_of_one_cell(cell: object, expected: Scalar) -> None:
    assert read_span(cell) == expected


@pytest.mark.parametrize("cell", ["avond", "19:30–", "19:30–20:00–21:00", "19:30–25:00"])
def test_a_cell_that_holds_no_times(cell: str) -> None:
    with pytest.raises(NotReadError):
        read_span(cell)


def test_numbers_and_days_are_shown_the_dutch_way() -> None:
    assert [text_of(cell) for cell in (0.5, 3, False, time(9, 0))] == ["0,5", "3", "nee", "09:00"]
