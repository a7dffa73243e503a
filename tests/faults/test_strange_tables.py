"""Six hundred damaged tables: each is read or refused with a sentence, none ends in a fault.

`SAMEN_TABLES=20000 python -m pytest tests/faults -k tables -s` reads more of them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange.source import open_source
from samen_desktop.exchange.table import open_here
from tests.figures import count, tell

from .fuzzing import cases

pytestmark = pytest.mark.slow
TABLES = count("SAMEN_TABLES", 600)
APART = count("SAMEN_TABLES_APART", 25)
SEED = count("SAMEN_SEED", 20220620)
ROOT = Path(__file__).resolve().parents[2]
MOST_MEGABYTES = 300


def _read(way: str, tables: int) -> dict[str, int]:
    further = ROOT.parent / "shared" / "data" / "quirks"
    words = [way, str(tables), str(SEED), *([str(further)] if further.is_dir() else [])]
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.fuzzing", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


def test_no_damaged_table_ends_in_a_fault() -> None:
    found = _read("careful", TABLES)
    tell(
        "damaged tables read",
        tables=TABLES,
        read=found["read"],
        refused=found["refused"],
        uncaught=found.get("uncaught", 0),
        slower_than_2_s=found["slow"],
        MB_at_most=found["MB"],
    )
    assert [name for name in found if name.startswith("uncaught")] == []
    assert found["read"] + found["refused"] == TABLES
    assert min(found["read"], found["refused"]) > TABLES // 20
    assert found["MB"] < MOST_MEGABYTES


def test_a_reader_without_its_boundary_is_caught() -> None:
    found = _read("careless", min(TABLES, 200))
    tell("the same by a careless reader", uncaught=found["uncaught"])
    assert found["uncaught"] > 10


def _outcome(path: Path, *, apart: bool) -> object:
    opened = open_source if apart else open_here
    try:
        return list(opened(path).rows())
    except KnownError as error:
        return error.code, error.words


def test_a_process_apart_says_the_same(tmp_path: Path) -> None:
    for at, (suffix, data) in enumerate(cases(APART, SEED + 1, None)):
        path = tmp_path / f"vreemd-{at}{suffix}"
        path.write_bytes(data)
        assert _outcome(path, apart=True) == _outcome(path, apart=False)
