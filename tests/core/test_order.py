"""Text keys that put records in order: there is always room between two neighbours."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.order import between, row_of


@given(st.lists(st.integers(0, 10**6), max_size=120))
def test_inserting_anywhere_any_number_of_times_keeps_the_order(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        low = keys[at - 1] if at else None
        high = keys[at] if at < len(keys) else None
        new = between(low, high)
        assert low is None or low < new
        assert high is None or new < high
        assert not new.endswith("0")
        keys.insert(at, new)
    assert keys == sorted(set(keys))


@given(st.integers(0, 3000))
def test_a_row_made_in_one_go_is_in_order_with_room_everywhere(count: int) -> None:
    keys = row_of(count)
    assert len(keys) == count
    assert keys == sorted(set(keys))
    ends: list[str | None] = [None, *keys, None]
    for low, high in itertools.pairwise(ends):
        new = between(low, high)
        assert low is None or low < new
        assert high is None or new < high


@pytest.mark.parametrize(("low", "high"), [("b", "a"), ("a", "a"), ("k5", "k")])
def test_neighbours_in_the_wrong_order_are_refused(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="does not come before"):
        between(low, high)
