"""`plan` as a person calls it: what becomes of the chapters, read in once, refused in one line."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from .conftest import Call


def word(path: Path, *chapters: tuple[str, str]) -> Path:
    document = docx.Document()
    for title, text in chapters:
        document.add_heading(title, 1)
        document.add_paragraph(text)
    document.save(str(path))
    return path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return word(tmp_path / "plan 1.docx", ("1 Kiezen", "U kiest zelf."), ("2 Geld", "Er is geld."))


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return word(
        tmp_path / "plan 2.docx",
        ("1 Slot", "Einde."),
        ("2 Kiezen", "U kiest zelf, met hulp."),
    )


def test_a_version_is_tried_read_in_and_undone(
    done: Call, empty: Path, first: Path, second: Path
) -> None:
    did = done("plan", empty, first, "--number", "0.9", "--date", "15-7-2022", "--json").data
    assert (did["chapters"], did["since"], did["new"]) == (2, "", 2)
    assert Path(did["backup"]).is_file()
    tried = done("plan", empty, second, "--number", "1.0", "--dry-run", "--json").data
    assert tried["since"] == "0.9"
    assert [tried[name] for name in ("new", "changed", "moved", "vanished", "same")] == [
        1,
        1,
        0,
        1,
        0,
    ]
    assert tried["backup"] is None
    said = done("plan", empty, second, "--number", "1.0")
    assert "1.0" in said.out
    assert "Sinds planversie 0.9: 1 nieuw" in said.out
    done("undo", empty)
    done("plan", empty, second, "--number", "1.0", "--lang", "en")


def test_what_is_wrong_is_said_in_one_line_and_nothing_changes(
    done: Call, call: Call, empty: Path, first: Path, tmp_path: Path
) -> None:
    done("plan", empty, first, "--number", "0.9")
    before = empty.read_bytes()
    broken = tmp_path / "kapot.docx"
    broken.write_bytes(b"geen Word")
    for words in (
        (first, "--number", "0.9"),
        (first, "--number", " "),
        (first, "--number", "1.0", "--date", "gisteravond laat"),
        (broken, "--number", "1.0"),
        (tmp_path / "weg.docx", "--number", "1.0"),
    ):
        answer = call("plan", empty, *words)
        assert answer.status == 1
        assert len(answer.err.splitlines()) == 1
        assert answer.out == ""
    assert empty.read_bytes() == before
    assert call("plan", empty, first).status == 2
