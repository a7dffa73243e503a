"""`backups`, `backup`, `restore` and `check` as a person calls them, one after the other."""

from __future__ import annotations

import shutil
from pathlib import Path

from .conftest import Call


def test_backups_are_listed_with_reason_and_what_differs(
    done: Call, empty: Path, reactions: Path
) -> None:
    assert "nog geen reservekopieën" in done("backups", empty).out
    assert done("backups", empty, "--json").data == {"backups": []}
    done("backup", empty)
    done("import", empty, reactions, "--as", "inputs")
    found = done("backups", empty, "--json").data["backups"]
    assert [each["reason"] for each in found] == ["import", "manual"]
    assert all(each["sound"] for each in found)
    assert found[0]["counts"]["inputs"] == 0
    assert found[0]["differs"]["inputs"] == 3
    assert (found[0]["since"], found[0]["only"]) == (1, 0)
    told = done("backups", empty, "--lang", "en").out
    assert "before reading in" in told
    assert "1 steps since" in told
    done("undo", empty)
    done("restore", found[0]["path"], empty)
    again = done("backups", empty, "--json").data["backups"]
    assert (again[0]["since"], again[0]["only"]) == (0, 0)


def test_a_dry_run_needs_no_backup(done: Call, empty: Path, reactions: Path) -> None:
    done("import", empty, reactions, "--as", "inputs", "--dry-run")
    assert done("backups", empty, "--json").data == {"backups": []}


def test_a_damaged_backup_is_said_to_be_so(done: Call, call: Call, empty: Path) -> None:
    path = Path(done("backup", empty, "--json").data["backup"])
    path.write_bytes(path.read_bytes()[:5000])
    assert "beschadigd" in done("backups", empty).out
    assert done("backups", empty, "--json").data["backups"][0]["sound"] is False
    assert call("restore", path, empty).status == 1


def test_check_says_what_lies_beside_the_file(
    done: Call, call: Call, empty: Path, reactions: Path
) -> None:
    assert done("check", empty, "--json").data["notices"] == []
    other = empty.with_name("ronde (conflicted copy 2022-05-12).samen")
    shutil.copyfile(empty, other)
    done("import", other, reactions, "--as", "inputs")
    notices = done("check", empty, "--json").data["notices"]
    assert len(notices) == 1
    assert other.name in notices[0]
    done("merge", empty, other)
    assert done("check", empty, "--json").data["notices"] == []
    empty.with_name("ronde.samen-wal").write_bytes(b"van een ander programma")
    refused = call("check", empty)
    assert refused.status == 1
    assert "ronde.samen-wal" in refused.err
    assert len(refused.err.splitlines()) == 1
