"""What cannot be opened or written says so in one sentence, and nothing is changed by trying."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store import failures
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, noted

_ROOT = Path(__file__).resolve().parent.parent.parent
_AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

_SECOND = """
import sys, time
from pathlib import Path
from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer

start = time.monotonic()
try:
    Dossier.open(Path(sys.argv[1]), a_writer())
except KnownError as told:
    print(told.code, time.monotonic() - start < 3, told.say("nl"))
"""


def _refused(path: Path) -> str:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(KnownError) as told:
        Dossier.open(path, a_writer())
    assert path.name in told.value.say("nl")
    assert path.name in told.value.say("en")
    assert (path.read_bytes() if path.is_file() else b"") == before
    return told.value.code


def _child(script: str, *words: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 a workbook", b"SQLite format 3\x00", os.urandom(5000)],
    ids=["empty", "workbook", "only a head", "noise"],
)
def test_a_file_that_is_no_round_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notulen.samen"
    path.write_bytes(content)
    assert _refused(path) == "no_round"


def test_another_database_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "ander.samen"
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE inputs (a)")
    assert _refused(other) == "no_round"
    (tmp_path / "map.samen").mkdir()
    assert _refused(tmp_path / "map.samen") == "no_round"
    assert _refused(tmp_path / "weg.samen") == "missing"


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA user_version = 99",
        "INSERT INTO _sqlite_migrations VALUES (99, 'samen', 'm9999_from_later', '2030-01-01')",
    ],
    ids=["version", "migration"],
)
def test_a_file_of_a_newer_program_is_refused_by_name(tmp_path: Path, sql: str) -> None:
    path = tmp_path / "a.samen"
    with a_round(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute(sql)
    assert _refused(path) == "newer"


def test_a_second_opener_is_told_within_three_seconds(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        told = _child(_SECOND, str(path))
        assert told[0].startswith("in_use True a.samen is in gebruik")
        noted(dossier)  # and the first goes on


def test_a_damaged_page_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        for at in range(60):
            noted(dossier, f"woorden {at}")
    content = bytearray(path.read_bytes())
    for page in range(8, len(content) // 4096, 9):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    assert _refused(path) == "damaged"


@pytest.mark.skipif(_AS_ROOT or sys.platform == "win32", reason="root may write anywhere")
def test_without_rights_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path):
        pass
    path.chmod(0o400)
    assert _refused(path) == "read_only"
    path.chmod(0)
    assert _refused(path) == "no_rights"


def test_a_round_opened_to_read_refuses_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        noted(dossier)
    before = path.read_bytes()
    with Dossier.open(path, a_writer(), read_only=True) as dossier:
        with pytest.raises(KnownError) as told:
            noted(dossier)
        assert told.value.code == "read_only"
    assert path.read_bytes() == before


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    path.write_bytes(b"kostbaar")
    with pytest.raises(KnownError) as told:
        Dossier.create(path, a_writer())
    assert told.value.code == "exists"
    assert path.read_bytes() == b"kostbaar"
    with pytest.raises(KnownError) as told:
        Dossier.create(tmp_path / "nergens" / "a.samen", a_writer())
    assert told.value.code == "no_entry"


def test_a_bug_is_no_known_failure(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        with pytest.raises(sqlite3.OperationalError) as raised:
            conn.execute("SELECT * FROM nowhere")
        assert failures.known(raised.value, tmp_path / "a.samen") is None
