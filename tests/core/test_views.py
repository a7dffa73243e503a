"""What a person chose to see: columns in and out, moved, and kept as text for any program."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.errors import KnownError
from samen_desktop.core.lists import LISTS
from samen_desktop.core.views import (
    Layout,
    View,
    fitting,
    moved,
    name_of,
    read,
    read_view,
    standard,
    toggled,
    write,
    write_view,
)

SPEC = LISTS["input"]


def test_a_column_comes_at_the_end_and_goes_again() -> None:
    plain = standard(SPEC)
    more = toggled(SPEC, plain, "date")
    assert more.columns == (*plain.columns, "date")
    assert toggled(SPEC, more, "date").columns == plain.columns


def test_what_the_rows_are_about_always_stands() -> None:
    assert "summary" in toggled(SPEC, standard(SPEC), "summary").columns
    assert "summary" in fitting(SPEC, Layout(("code",))).columns


def test_a_column_moves_and_stays_inside() -> None:
    plain = standard(SPEC)
    assert moved(plain, "session", -1).columns[:2] == ("session", "code")
    assert moved(plain, "code", -1).columns == plain.columns
    assert moved(plain, "answer/status", 1).columns == plain.columns


def test_a_column_that_goes_takes_its_sorting_along() -> None:
    sorted_by = Layout((*standard(SPEC).columns, "date"), sort="date", descending=True)
    assert toggled(SPEC, sorted_by, "date").sort == ""


def test_a_view_is_read_as_it_was_written() -> None:
    layout = Layout(("code", "summary"), {"code": 99}, "code", descending=True)
    view = View("Ouders", layout, "tolk", {"group": frozenset({"a", "b"})}, default=True)
    assert read_view("Ouders", write_view(view)) == view
    assert read(write(layout)) == layout


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"columns": 3}', '{"sort": "a"}'])
def test_what_is_no_view_is_none(text: str) -> None:
    assert read_view("x", text) is None
    assert read(text) is None


@given(st.dictionaries(st.sampled_from(["columns", "widths", "sort", "filters"]), st.none()))
def test_half_a_view_is_never_an_error(found: dict[str, None]) -> None:
    read_view("x", str(found).replace("'", '"').replace("None", "null"))


def test_what_a_newer_program_chose_is_left_out() -> None:
    strange = Layout(("colour_of_hat", "code", "code", "summary"), {"code": -5}, "colour_of_hat")
    assert fitting(SPEC, strange) == Layout(("code", "summary"))


def test_a_view_needs_a_name() -> None:
    assert name_of("  Ouders,\nfase 1 ") == "Ouders, fase 1"
    with pytest.raises(KnownError):
        name_of(" \u200b ")
