"""`merge` as a person calls it: counts, choices, refusals, twice, undone and done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Call


@pytest.fixture
def copies(done: Call, empty: Path, reactions: Path) -> list[Path]:
    """Two marked copies of a round; in each the same reactions were read in."""
    paths = []
    for mark in ("HR", "JV"):
        path = empty.with_name(f"{mark}.samen")
        done("copy", empty, path, "--mark", mark)
        done("import", path, reactions, "--as", "inputs")
        paths.append(path)
    return paths


def test_merging_is_tried_done_repeated_undone_and_redone(
    done: Call, empty: Path, copies: list[Path]
) -> None:
    tried = done("merge", empty, *copies, "--dry-run", "--json").data
    assert [each["added"]["inputs"] for each in tried["files"]] == [3, 3]
    assert tried["backup"] is None
    assert done("check", empty, "--json").data["counts"]["inputs"] == 0
    did = done("merge", empty, *copies, "--json").data
    assert did["files"] == tried["files"]
    assert Path(did["backup"]).is_file()
    assert len(did["proposals"]) >= 2  # the same two people on two laptops
    again = done("merge", empty, *reversed(copies))
    assert "niets nieuws" in again.out
    done("undo", empty)
    undone = done("merge", empty, copies[0], "--json").data
    assert undone["undone_before"] is True
    done("redo", empty)
    assert done("check", empty, "--json").data["counts"]["inputs"] == 6


def test_a_file_that_cannot_come_in_is_named(
    call: Call, done: Call, empty: Path, copies: list[Path], demo: Path
) -> None:
    answer = done("merge", empty, demo, copies[0], "--json").data
    assert demo.name in answer["files"][0]["refused"]
    assert answer["files"][1]["added"]["inputs"] == 3
    alone = call("merge", empty, demo, "--lang", "en")
    assert alone.status == 1
    assert "another round" in alone.err
    assert len(alone.err.splitlines()) == 1
    assert call("merge", empty).status == 2
