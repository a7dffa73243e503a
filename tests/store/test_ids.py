"""Ids are time: each greater than every one before, and no wrong clock drags the others along."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log import ids
from tests.builders import DAY_MS, NOON_MS, SetClock, a_round, a_writer, noted


class _File:
    """The ids of a file, as the clock may ask for them."""

    def __init__(self) -> None:
        self.ids: list[bytes] = []

    def latest(self, below: bytes) -> bytes | None:
        return max((ident for ident in self.ids if ident < below), default=None)


def _counter(ident: bytes) -> int:
    return int.from_bytes(ident[6:8], "big") & 0xFFF


def test_ids_have_the_layout_of_uuid_version_7() -> None:
    clock = ids.Clock(_File().latest, SetClock())
    for ident in (clock.new() for _ in range(50)):
        assert len(ident) == 16
        assert ident[6] >> 4 == 7
        assert ident[8] >> 6 == 2
        assert ids.made_at(ident) == NOON_MS


@given(st.lists(st.integers(-400 * DAY_MS, 400 * DAY_MS), min_size=1, max_size=40))
def test_ids_rise_however_the_wall_clock_jumps_within_a_day(jumps: list[int]) -> None:
    wall, file = SetClock(), _File()
    clock = ids.Clock(file.latest, wall)
    for jump in jumps:
        wall.ms = NOON_MS + jump
        clock.catch_up()
        new = clock.new()
        counted = [ident for ident in file.ids if ids.made_at(ident) < wall.ms + DAY_MS]
        assert all(new > ident for ident in counted)
        assert ids.made_at(new) <= wall.ms + DAY_MS
        file.ids.append(new)


def test_a_full_counter_goes_on_in_the_next_millisecond() -> None:
    clock = ids.Clock(_File().latest, SetClock())
    made = [clock.new() for _ in range(2 * 4096 + 3)]
    assert made == sorted(set(made))
    assert [ids.made_at(ident) - NOON_MS for ident in (made[4095], made[4096], made[-1])] == [
        0,
        1,
        2,
    ]
    assert (_counter(made[4095]), _counter(made[4096])) == (4095, 0)


@pytest.mark.parametrize("sound", [True, False], ids=["as built", "trusts the future"])
def test_a_laptop_a_year_ahead_is_flagged_and_does_not_drag_others_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    if not sound:
        monkeypatch.setattr(ids, "bound", lambda _ms: b"\xff" * 16)
    wall = SetClock()
    with a_round(tmp_path / "a.samen", wall) as dossier:
        (tmp_path / "b.samen").write_bytes(dossier.path.read_bytes())
        ahead = SetClock(NOON_MS + 400 * DAY_MS)
        with Dossier.open(tmp_path / "b.samen", a_writer(device=b"\x02" * 8), wall=ahead) as other:
            noted(other, "uit de toekomst")
            merged = dossier.merge(other.conn, "b.samen")
        assert merged is not None
        assert merged.ahead > 0
        record = noted(dossier)
        assert (ids.made_at(record) - NOON_MS < DAY_MS) is sound


def test_what_lay_too_far_ahead_counts_once_its_day_has_come(tmp_path: Path) -> None:
    wall = SetClock()
    with a_round(tmp_path / "a.samen", wall) as dossier:
        (tmp_path / "b.samen").write_bytes(dossier.path.read_bytes())
        ahead = SetClock(NOON_MS + 3 * DAY_MS)
        with Dossier.open(tmp_path / "b.samen", a_writer(device=b"\x02" * 8), wall=ahead) as other:
            theirs = noted(other)
            dossier.merge(other.conn, "b.samen")
        assert noted(dossier) < theirs
        wall.ms += 2 * DAY_MS + 1
        assert noted(dossier) > theirs


def test_every_id_of_a_file_is_greater_than_those_before(tmp_path: Path) -> None:
    wall = SetClock()
    with a_round(tmp_path / "a.samen", wall) as dossier:
        for step in (0, 1, -3_600_000, 500, 0):
            wall.ms += step
            noted(dossier)
        found = [row[0] for row in dossier.conn.execute("SELECT id FROM change ORDER BY seq")]
        assert found == sorted(found)
