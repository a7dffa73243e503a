"""Damaged rounds: noticed by row hashes, salvaged into a new file, and themselves left alone.

`SAMEN_DAMAGES=300 python -m pytest tests/faults -k damaged -s` damages as many as the page of
figures speaks of.
"""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.care import copying, salvaging
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer
from tests.figures import count, tell

from .damaging import (
    DAMAGE,
    Sound,
    a_sound_round,
    complaints,
    contents_changed,
    sqlite_notices,
    we_notice,
)

pytestmark = pytest.mark.slow
DAMAGES = count("SAMEN_DAMAGES", 25)
SEED = count("SAMEN_SEED", 20220620)


_AT_LEAST = {"one bit": 0.99, "16 bytes": 0.98, "a page of zeros": 0.9, "head gone": 0.9}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return a_sound_round(tmp_path_factory.mktemp("gezond"))


@pytest.fixture(autouse=True)
def own_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _salvaged(sound: Sound, path: Path) -> tuple[float, bool]:
    """The share of the log's rows that a new file has, each as it was; and whether it is sound."""
    target = path.with_name("nieuw.samen")
    target.unlink(missing_ok=True)
    try:
        salvaging.salvage(path, target)
    except KnownError as error:
        return 0.0, error.code == "nothing_left" and not target.exists()
    with Dossier.open(target, a_writer()) as dossier:
        rows = {row[1]: row[1:7] for own in dossier.log.every_record() for row in own}
    same = sum(rows.get(ident) == row for ident, row in sound.rows.items())
    return same / len(sound.rows), complaints(target) == []


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_is_noticed_and_salvaged(tmp_path: Path, sound: Sound, kind: str) -> None:
    chance = random.Random(f"{SEED} {kind}")
    found: Counter[str] = Counter()
    shares = []
    path = tmp_path / "beschadigd.samen"
    tries = max(DAMAGES // len(DAMAGE), 1)
    for _ in range(tries):
        data = bytearray(sound.data)
        DAMAGE[kind](data, chance)
        path.write_bytes(data)
        before = _sum(path)
        if contents_changed(sound, path):
            found["changed"] += 1
            found["noticed"] += we_notice(path)
            found["missed by SQLite alone"] += not sqlite_notices(path)
        share, whole = _salvaged(sound, path)
        shares.append(share)
        found["sound"] += whole
        found["untouched"] += _sum(path) == before
        found["left"] += len([each for each in tmp_path.rglob("*") if each.name.endswith(".tmp")])
    tell(
        f"damaged files, {kind}",
        files=tries,
        with_other_contents=found["changed"],
        noticed=found["noticed"],
        missed_by_SQLite_alone=found["missed by SQLite alone"],
        originals_untouched=found["untouched"],
        salvaged_on_average=f"{mean(shares):.1%}",
        at_least=f"{min(shares):.1%}",
    )
    assert found["noticed"] == found["changed"]
    assert (found["sound"], found["untouched"], found["left"]) == (tries, tries, 0)
    assert min(shares) > _AT_LEAST.get(kind, -1.0)


def test_sqlites_own_check_misses_words_that_changed(tmp_path: Path, sound: Sound) -> None:
    """The control: without row hashes a changed word looks like any other word."""
    path = tmp_path / "stil.samen"
    at = sound.data.index(b"notitie 7 over")
    path.write_bytes(sound.data[:at] + b"n0titie" + sound.data[at + 7 :])
    assert contents_changed(sound, path)
    assert not sqlite_notices(path)
    assert we_notice(path)


@pytest.mark.parametrize("kind", ["a page of zeros", "cut off", "head gone"])
def test_with_a_backup_nothing_is_lost_that_it_had(tmp_path: Path, sound: Sound, kind: str) -> None:
    with Dossier.open(sound.path, a_writer()) as dossier:
        copying.backup(dossier)
    chance = random.Random(SEED)
    shares = []
    for _ in range(4):
        path = tmp_path / "beschadigd.samen"
        data = bytearray(sound.data)
        DAMAGE[kind](data, chance)
        path.write_bytes(data)
        share, whole = _salvaged(sound, path)
        shares.append(share)
        assert whole
    whole_again = [share for share in shares if share]
    assert whole_again
    assert set(whole_again) == {1.0}
