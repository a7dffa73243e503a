"""The clock of the laptop jumps while somebody types: what is typed later still stands later.

Jumps of an hour, a day and 400 days, forth and back, in the middle of a session and between two.
40 sessions in the ordinary run; `SAMEN_JUMPS=400 python -m pytest tests/faults -k jumps -s`.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log import heads, ids
from samen_desktop.store.log.ids import made_at
from tests.builders import DAY_MS, NOON_MS, SetClock, a_round, a_writer, changed, noted
from tests.figures import caught, count, tell

pytestmark = pytest.mark.slow
SESSIONS = count("SAMEN_JUMPS", 40)
_HOUR_MS = 3_600_000
_JUMPS = (0, 0, 1, 900, _HOUR_MS, -_HOUR_MS, DAY_MS, -DAY_MS, 400 * DAY_MS, -400 * DAY_MS)
_STEPS = 12


class _Typist:
    """Notes things and changes one of them time and again, while the clock jumps."""

    def __init__(self, path: Path, seed: int) -> None:
        self._path, self._chance = path, random.Random(seed)
        self._clock = SetClock(NOON_MS)
        self.found: Counter[str] = Counter()

    def type(self) -> None:
        with a_round(self._path, self._clock) as dossier:
            first = noted(dossier, "versie 0")
        order: list[tuple[bytes, int]] = []
        for at in range(_STEPS):
            if at % 4 == 0:
                if at:
                    dossier.close()
                dossier = Dossier.open(self._path, a_writer(), wall=self._clock)
            jump = self._chance.choice(_JUMPS)
            self._clock.ms += jump
            self.found["jumps"] += abs(jump) >= _HOUR_MS
            order.append((noted(dossier, f"na {at}"), self._clock.ms))
            changed(dossier, first, "words", f"versie {at + 1}")
            shown = dossier.conn.execute("SELECT words FROM inputs WHERE id = ?", (first,))
            self.found["older_shown"] += shown.fetchone()[0] != f"versie {at + 1}"
            self._clock.ms += self._chance.choice((0, 1, 40_000))
        self._look(dossier, order)
        dossier.close()

    def _look(self, dossier: Dossier, order: list[tuple[bytes, int]]) -> None:
        rows = dossier.conn.execute("SELECT id FROM inputs ORDER BY key").fetchall()
        self.found["out_of_order"] += [ident for (ident,) in rows[1:]] != [one for one, _ in order]
        for at, (later, wall) in enumerate(order):
            # An id of a clock that ran more than a day ahead is flagged and does not count.
            before = [one for one, _ in order[:at] if made_at(one) < wall + DAY_MS]
            self.found["ids_out_of_order"] += any(one >= later for one in before)
            self.found["dragged_along"] += made_at(later) > wall + DAY_MS


_WRONG = ("out_of_order", "ids_out_of_order", "older_shown", "dragged_along")


def _typed(folder: Path, sessions: int) -> dict[str, int]:
    found: Counter[str] = Counter()
    for seed in range(sessions):
        typist = _Typist(folder / f"{seed}.samen", seed)
        typist.type()
        found += typist.found
    return {name: found[name] for name in ("jumps", *_WRONG)}


def test_what_is_typed_later_stands_later_however_the_clock_jumps(tmp_path: Path) -> None:
    found = _typed(tmp_path, SESSIONS)
    tell("clock jumps", notes=SESSIONS * _STEPS, **found)
    assert found["jumps"] > SESSIONS
    assert {name: found[name] for name in _WRONG} == dict.fromkeys(_WRONG, 0)


def test_ids_that_believe_the_clock_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def new(self: ids.Clock) -> bytes:
        self._stamp = 0
        return made(self)

    made = ids.Clock.new
    monkeypatch.setattr(ids.Clock, "new", new)
    found = _typed(tmp_path, 10)
    caught("ids that believe the clock", notes=10 * _STEPS, **found)
    assert found["ids_out_of_order"] > 0


def test_a_newest_value_by_the_clock_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect = heads._collect

    def nothing_is_replaced(*given: object) -> dict[str, set[bytes]]:
        collect(*given)  # type: ignore[arg-type]
        return {}

    monkeypatch.setattr(heads, "_collect", nothing_is_replaced)
    found = _typed(tmp_path, 10)
    caught("the newest by the clock is shown", notes=10 * _STEPS, **found)
    assert found["older_shown"] > 0
