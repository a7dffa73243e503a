"""The person's own folder: read without fail, written where that is possible, device made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.store import profile


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


def test_the_device_is_made_once(home: Path) -> None:
    first = profile.read()
    assert len(first.device) == 8
    assert first.author == "onbekend"
    assert profile.read() == first


def test_who_works_here_is_kept_and_the_device_stays(home: Path) -> None:
    device = profile.read().device
    profile.introduce(" HR ", "coördinator")
    again = profile.read()
    assert (again.author, again.device) == ("HR coördinator", device)
    assert again.writer().author == "HR coördinator"
    assert again.writer("JV beleid").author == "JV beleid"
    assert list(home.iterdir()) == [home / "profile.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"device": "zz"}', '{"device": "00"}', "null"])
def test_a_broken_profile_reads_as_a_fresh_one(home: Path, text: str) -> None:
    home.mkdir()
    (home / "profile.json").write_text(text, encoding="utf-8")
    fresh = profile.read()
    assert len(fresh.device) == 8
    assert profile.read() == fresh


def test_a_place_that_cannot_be_written_is_no_reason_not_to_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "file" / "profiel"))
    assert len(profile.read().device) == 8
    assert profile.introduce("HR", "coördinator").author == "HR coördinator"


def test_without_the_variable_it_lies_in_the_persons_own_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMEN_PROFILE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path / "Roaming"))
    assert tmp_path in profile.folder().parents
