"""Working on a copy on this laptop: put back whole, never over what somebody else wrote."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.errands import merging
from samen_desktop.store.care import borrowing
from samen_desktop.store.care.borrowing import AWAY, CHANGED, WAITING, borrow, put_back
from samen_desktop.store.care.opening import open_round
from samen_desktop.store.dossier import Dossier
from tests.builders import SetClock, a_round, a_writer, noted


@pytest.fixture(autouse=True)
def profile_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profiel"))
    return tmp_path / "profiel"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A round on a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    with a_round(folder / "ronde.samen", SetClock()) as dossier:
        noted(dossier, "al op de stick")
    return folder / "ronde.samen"


def _open(path: Path, author: str = "HR") -> Dossier:
    return Dossier.open(path, a_writer(author), wall=SetClock())


def _words(path: Path) -> list[str]:
    with _open(path) as dossier:
        return [words for (words,) in dossier.conn.execute("SELECT words FROM inputs ORDER BY key")]


def test_work_on_the_copy_is_put_back(home: Path, profile_place: Path) -> None:
    taken = borrow(home)
    assert profile_place in taken.path.parents
    assert not borrowing.waits(taken)
    with _open(taken.path) as dossier:
        noted(dossier, "op de laptop")
        done = put_back(dossier)
        assert done is not None
        noted(dossier, "en verder")
        put_back(dossier)
    assert _words(home) == ["al op de stick", "op de laptop", "en verder"]
    # All was put back, so the copy is let go and the file opens as any other.
    open_round(home, a_writer()).dossier.close()
    assert borrowing.of_home(home) is None
    assert [each.name for each in home.parent.iterdir()] == ["ronde.samen"]


def test_a_copy_with_work_in_it_is_not_passed_over(home: Path) -> None:
    taken = borrow(home)
    with _open(taken.path) as dossier:
        noted(dossier, "nog niet terug")
    with pytest.raises(KnownError) as told:
        open_round(home, a_writer())
    assert told.value.code == WAITING
    assert borrow(home) == taken  # going on in it
    open_round(home, a_writer(), anyway=True).dossier.close()


def test_what_somebody_else_wrote_at_home_is_not_overwritten(home: Path) -> None:
    taken = borrow(home)
    with _open(home, "JV") as other:
        noted(other, "door een ander, thuis")
    before = home.read_bytes()
    with _open(taken.path) as dossier:
        noted(dossier, "op de laptop")
        with pytest.raises(KnownError) as told:
            put_back(dossier)
        assert told.value.code == CHANGED
        assert home.read_bytes() == before
        arrived = merging.arrive([home], taken.path)
        merging.merge(dossier, arrived, "nl", dry=False)
        for each in arrived:
            each.erase()
        put_back(dossier)
    assert sorted(_words(home)) == ["al op de stick", "door een ander, thuis", "op de laptop"]


def test_the_broken_variant_lays_the_copy_over_it(home: Path) -> None:
    taken = borrow(home)
    with _open(home, "JV") as other:
        noted(other, "door een ander, thuis")
    shutil.copyfile(taken.path, home)
    assert _words(home) == ["al op de stick"]


def test_a_stick_that_was_pulled_out_costs_nothing(home: Path) -> None:
    taken = borrow(home)
    away = home.parent.with_name("uit de laptop")
    with _open(taken.path) as dossier:
        noted(dossier, "onderweg")
        home.parent.rename(away)
        with pytest.raises(KnownError) as told:
            put_back(dossier)
        assert told.value.code == AWAY
        away.rename(home.parent)
        home.unlink()  # the file went, the stick is there: it comes back whole
        put_back(dossier)
    assert _words(home) == ["al op de stick", "onderweg"]


def test_a_file_that_is_open_elsewhere_is_not_taken(home: Path) -> None:
    with _open(home), pytest.raises(KnownError) as told:
        borrow(home)
    assert told.value.code == "in_use"
    assert borrowing.of_home(home) is None


def test_an_ordinary_file_has_no_home_to_go_to(home: Path) -> None:
    with _open(home) as dossier:
        assert put_back(dossier) is None
