"""The laws of the change log over random histories of several laptops with wrong clocks.

A few in the ordinary run; `SAMEN_HISTORIES=1500` plays as many and prints what was found:
`SAMEN_HISTORIES=1500 python -m pytest tests/store/test_histories.py -s`.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.figures import caught, count, tell

from .laws.broken import VARIANTS, Variant
from .laws.histories import LAWS, History

COUNT = count("SAMEN_HISTORIES", 24)
BROKEN_COUNT = max(40, COUNT // 5)
"""Histories that a broken variant may take to be noticed; it mostly needs one to five."""


def _play(folder: Path, seeds: range, until: frozenset[str] = frozenset()) -> Counter[str]:
    """Histories in which each law was broken; stops once one of `until` was."""
    found: Counter[str] = Counter()
    for seed in seeds:
        place = folder / str(seed)
        place.mkdir()
        try:
            broken = History(place, seed).play()
        finally:
            shutil.rmtree(place)
        found["histories"] += 1
        found.update(law for law, times in broken.items() if times)
        if until & found.keys():
            break
    return found


def test_no_history_breaks_a_law(tmp_path: Path) -> None:
    found = _play(tmp_path, range(COUNT))
    broken = {law.replace(" ", "_"): found[law] for law in LAWS}
    tell("merge histories", histories=found["histories"], **broken)
    assert {law: found[law] for law in LAWS} == dict.fromkeys(LAWS, 0)


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_broken_store_is_noticed(
    variant: Variant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variant.breaks(monkeypatch)
    found = _play(tmp_path, range(BROKEN_COUNT), until=variant.laws)
    seen = ", ".join(law for law in LAWS if found[law])
    caught(variant.name, histories=found["histories"], broken=seen)
    assert variant.laws & found.keys()
