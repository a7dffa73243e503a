"""Cleaning up: which status follows, and how words are cut in two."""

from __future__ import annotations

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.triage import cut, first_cut, letters, status_after


def test_raw_becomes_classified_by_theme_and_kind_and_nothing_else_changes() -> None:
    assert status_after({"theme": "a", "kind": "ZORG"}) == "GECOD"
    assert status_after({"status": "RUW", "theme": "a", "kind": "ZORG"}) == "GECOD"
    assert status_after({"status": "RUW", "theme": "a"}) == "RUW"
    assert status_after({}) == "RUW"
    assert status_after({"status": "GECTR", "theme": None}) == "GECTR"


def test_words_are_cut_at_a_place_or_by_taking_a_stretch_out() -> None:
    words = "Te lang wachten. En geen tolk. Dat is alles."
    at = words.index("En")
    assert cut(words, at, at).stays == "Te lang wachten."
    assert cut(words, at, at).goes == "En geen tolk. Dat is alles."
    taken = cut(words, at, at + len("En geen tolk."))
    assert taken.stays == "Te lang wachten. Dat is alles."
    assert taken.goes == "En geen tolk."


def test_lines_stay_lines_where_a_stretch_is_taken_out() -> None:
    assert cut("een\ntwee\ndrie", 4, 8).stays == "een\n\ndrie"


@pytest.mark.parametrize("place", [0, 3, 4])
def test_a_part_without_words_is_refused(place: int) -> None:
    with pytest.raises(KnownError):
        cut("een ", place, place)


def test_it_is_likely_cut_behind_the_first_sentence() -> None:
    words = "Te lang wachten! En geen tolk."
    assert words[first_cut(words) :] == "En geen tolk."
    assert first_cut("Te lang wachten.") == 0


def test_each_kind_has_a_letter_of_its_own() -> None:
    kinds = [("AANBOD", "aanbod"), ("AMBTS", "ambtshalve"), ("NOG", "nog"), ("X", "é!")]
    assert letters(kinds, {"n"}) == {"a": "AANBOD", "m": "AMBTS", "o": "NOG", "e": "X"}
