"""Names that might mean the same: told with a reason that a person can follow."""

from __future__ import annotations

import pytest

from samen_desktop.core.merging import LETTERS, SAME, SLIP, alike
from samen_desktop.core.words import Words


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("School A", "school  a", SAME),
        ("Cafe\u0301 Zuid", "Café Zuid", SAME),
        ("De Fontein", "Defontein", LETTERS),
        ("Café Zuid", "Cafe Zuid", LETTERS),
        ("Wij-zijn-wij", "Wij zijn wij", LETTERS),
        ("Jongerenraad", "Jongerenraat", SLIP),
        ("Jongerenraad", "Jongerenrad", SLIP),
        ("Buurthuis Oost", "Buurthuis Oots", None),
        ("Basisschool 1", "Basisschool 2", None),
        ("Basisschool 1", "Basisschool 11", None),
        ("Wonen", "Woner", None),
        ("Ouders", "Jongeren", None),
        ("–", "…", None),
    ],
)
def test_two_names_are_alike_for_a_reason(one: str, other: str, reason: Words | None) -> None:
    found = list(alike({"one": one, "other": other}))
    assert found == ([] if reason is None else [("one", "other", reason)])


def test_each_pair_is_told_once_and_by_its_best_reason() -> None:
    found = list(
        alike({1: "Jongerenraad", 2: "jongerenraad", 3: "Jongeren raad", 4: "Jongerenrad"})
    )
    assert {frozenset(pair[:2]): pair[2] for pair in found} == {
        frozenset((1, 2)): SAME,
        frozenset((1, 3)): LETTERS,
        frozenset((2, 3)): LETTERS,
        frozenset((1, 4)): SLIP,
        frozenset((2, 4)): SLIP,
        frozenset((3, 4)): SLIP,
    }
    assert len(found) == 6
