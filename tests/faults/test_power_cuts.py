"""The plug is pulled: what was acknowledged is in the file, and the file is sound.

A few cuts in the ordinary run; `SAMEN_CUTS=500 python -m pytest tests/faults -k cut -s`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.care import checking
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_session, a_theme, a_writer, an_input, changed
from tests.figures import caught, count, tell

from .disk import Cut, Happened, play
from .trace import ACKNOWLEDGED, Statements, recorded

pytest.importorskip("apsw")

CUTS = count("SAMEN_CUTS", 40)
_NOTES = 30


def _an_evening(path: Path, told: Statements) -> None:
    """Notes, and between them what else a coordinator does; each note is acknowledged."""
    with Dossier.open(path, a_writer()) as dossier:
        with dossier.edit("add_session") as edit:
            session = a_session(edit, code="SE-01")
        for at in range(_NOTES):
            with dossier.edit("add_input") as edit:
                code = edit.next_code("input")
                note = an_input(edit, f"notitie {at} " + "woord " * (at * 7 % 60), code=code)
                edit.set(note, "session", session.hex())
            told.append(ACKNOWLEDGED + code)
            if at % 5 == 2:
                changed(dossier, note, "status", "GECOD")
            if at % 7 == 3:
                with dossier.edit("add_theme") as edit:
                    a_theme(edit, f"thema {at}")
                dossier.undo()


@dataclass(frozen=True, slots=True)
class _Outcome:
    lost: int
    unsound: bool


def _as_left(folder: Path, left: dict[str, bytes], acknowledged: set[str]) -> _Outcome:
    """Open what a cut left, as the program does, and look for every acknowledged code."""
    folder.mkdir()
    for name, data in left.items():
        (folder / name).write_bytes(data)
    try:
        with Dossier.open(folder / "a.samen", a_writer()) as dossier:
            sound = dossier.conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            # What the deep check finds beyond the values that wait for a person is damage.
            sound &= checking.check(dossier, deep=True) == checking.check(dossier)
            here = {code for (code,) in dossier.conn.execute("SELECT code FROM inputs")}
    except KnownError:
        return _Outcome(len(acknowledged), unsound=True)
    return _Outcome(len(acknowledged - here), unsound=not sound)


def _cut(tmp_path: Path, statements: Statements, cuts: int) -> tuple[int, int, int]:
    """Cut the power so many times at random; acknowledged, lost, cuts that left no sound file."""
    base = tmp_path / "played" / "a.samen"
    base.parent.mkdir()
    before = (tmp_path / "a.samen").read_bytes()
    base.write_bytes(before)
    happened = play(base, statements)
    first = next(at for at, each in enumerate(happened) if each.kind == "acknowledged")
    chance = random.Random(3)
    acknowledged = lost = unsound = 0
    for turn in range(cuts):
        until = chance.randrange(first, len(happened) + 1)
        codes = _acknowledged(happened[:until])
        left = Cut({"a.samen": before}, chance).after(happened[:until])
        outcome = _as_left(tmp_path / f"cut {turn}", left, codes)
        acknowledged += len(codes)
        lost += outcome.lost
        unsound += outcome.unsound
    return acknowledged, lost, unsound


def _acknowledged(happened: list[Happened]) -> set[str]:
    return {each.name for each in happened if each.kind == "acknowledged"}


@pytest.fixture
def statements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Statements:
    """What the store had SQLite do during an evening, from opening the file on."""
    path = tmp_path / "a.samen"
    with a_round(path):
        pass
    before = path.read_bytes()
    found = recorded(path, lambda told: _an_evening(path, told), monkeypatch)
    path.write_bytes(before)
    return found


@pytest.mark.slow
def test_a_power_cut_loses_no_acknowledged_note(tmp_path: Path, statements: Statements) -> None:
    acknowledged, lost, unsound = _cut(tmp_path, statements, CUTS)
    tell("power cut", cuts=CUTS, acknowledged=acknowledged, lost=lost, unsound=unsound)
    assert (lost, unsound) == (0, 0)


_SYNC, _JOURNAL = "PRAGMA synchronous = FULL", "PRAGMA journal_mode = TRUNCATE"


@pytest.mark.slow
@pytest.mark.parametrize(
    "theirs",
    [
        {_SYNC: "PRAGMA synchronous = OFF", _JOURNAL: "PRAGMA journal_mode = DELETE"},
        {_SYNC: "PRAGMA synchronous = OFF"},
        {_SYNC: "PRAGMA synchronous = NORMAL", _JOURNAL: "PRAGMA journal_mode = WAL"},
    ],
    ids=["DELETE, OFF", "TRUNCATE, OFF", "WAL, NORMAL"],
)
def test_other_settings_lose(
    tmp_path: Path,
    statements: Statements,
    theirs: dict[str, str],
    request: pytest.FixtureRequest,
) -> None:
    assert theirs.keys() <= set(statements)
    cuts = max(20, CUTS // 10)
    _, lost, unsound = _cut(tmp_path, [theirs.get(line, line) for line in statements], cuts)
    caught(request.node.callspec.id, cuts=cuts, lost=lost, unsound=unsound)
    assert lost + unsound > 0
