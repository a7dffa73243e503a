"""A step killed before any of its statements leaves all of it or nothing.

Every eleventh statement in the ordinary run; `SAMEN_KILL_STRIDE=1 python -m pytest tests/faults -k
anywhere -s` kills at each. Kills at any moment, also within a statement, are in
`tests/store/test_kills.py`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, changed, noted
from tests.figures import caught, count, tell

from .killing import OTHER

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no fork"),
]
STRIDE = count("SAMEN_KILL_STRIDE", 11)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed round with notes, and beside it a copy in which somebody else worked."""
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        notes = [noted(dossier, f"notitie {at} over jeugdhulp") for at in range(12)]
        copying.give_copy(dossier, path.with_name(OTHER), "HR")
    with Dossier.open(path.with_name(OTHER), a_writer(device=b"\x02" * 8)) as other:
        for note in notes[:6]:
            changed(other, note, "summary", "kort gezegd")
            noted(other, "van een ander")
    return path


def _killed(name: str, base: Path, stride: int) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", name, str(base), str(stride)],
        cwd=ROOT,
        env=os.environ | {"SAMEN_PROFILE": str(base.with_name("profile"))},
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["note", "undo", "import", "merge", "migration"])
def test_a_kill_anywhere_leaves_all_or_nothing(base: Path, name: str) -> None:
    found = _killed(name, base, STRIDE)
    tell(f"kill at every statement, {name}", **found)
    assert found["places"] > 3
    assert (found["between"], found["unsound"]) == (0, 0)


@pytest.mark.parametrize("name", ["import in parts", "migration in parts"])
def test_a_step_in_parts_is_noticed(base: Path, name: str) -> None:
    found = _killed(name, base, 5)
    caught(name, **found)
    assert found["between"] > 0
