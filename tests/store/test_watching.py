"""A file that vanishes or is replaced while it is open: one sentence, nothing written elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.watching import GONE, REPLACED, Watch
from tests.builders import a_round, a_writer, noted


def _unlink(path: Path) -> None:
    path.unlink()


def _move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elders"))


def _other_round(path: Path) -> None:
    """As a sync client does: another file under the same name."""
    path.with_name("ander.samen").replace(path)


def _older_version(path: Path) -> None:
    """The same file, filled with another version: no rename, so the same inode."""
    content = path.with_name("ander.samen").read_bytes()
    with path.open("r+b") as file:
        file.write(content)
        file.truncate(len(content))


def _zeros(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(bytes(4096))


FAULTS: list[tuple[Callable[[Path], None], str]] = [
    (_unlink, GONE),
    (_move_folder, GONE),
    (_other_round, REPLACED),
    (_older_version, REPLACED),
    (_zeros, REPLACED),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "map"
    folder.mkdir()
    with a_round(folder / "ander.samen") as dossier:
        noted(dossier, "van een ander")
    return folder / "a.samen"


@pytest.mark.parametrize(("fault", "code"), FAULTS, ids=[each.__name__ for each, _ in FAULTS])
def test_nothing_is_written_and_one_sentence_is_told(
    place: Path, fault: Callable[[Path], None], code: str
) -> None:
    with a_round(place) as dossier:
        noted(dossier)
        fault(place)
        before = place.read_bytes() if place.exists() else None
        with pytest.raises(KnownError) as told:
            noted(dossier, "in een bestand dat er niet is")
        assert told.value.code == code
        assert place.name in told.value.say("nl")
        assert (place.read_bytes() if place.exists() else None) == before


def test_without_the_watch_a_note_goes_into_a_file_that_nobody_sees(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken variant: SQLite itself writes on in the file that was replaced."""
    monkeypatch.setattr(Watch, "check", lambda _: None)
    with a_round(place) as dossier:
        _other_round(place)
        noted(dossier, "weg")
    with Dossier.open(place, a_writer()) as dossier:
        found = [words for (words,) in dossier.conn.execute("SELECT words FROM inputs")]
    assert found == ["van een ander"]


def test_the_round_can_be_saved_elsewhere_and_goes_on_there(place: Path, tmp_path: Path) -> None:
    with a_round(place) as dossier:
        noted(dossier, "al bewaard")
        place.unlink()
        copying.rescue(dossier, tmp_path / "gered.samen")
        with pytest.raises(KnownError) as told:
            copying.rescue(dossier, tmp_path / "gered.samen")
        assert told.value.code == "exists"
    with Dossier.open(tmp_path / "gered.samen", a_writer()) as dossier:
        noted(dossier, "en verder")
        codes = [code for (code,) in dossier.conn.execute("SELECT shown FROM inputs ORDER BY key")]
    assert codes == ["I-0001", "I-0002"]


def test_put_back_in_its_place_the_file_is_written_again(place: Path) -> None:
    with a_round(place) as dossier:
        away = place.with_name("even weg.samen")
        place.rename(away)
        with pytest.raises(KnownError):
            noted(dossier)
        away.rename(place)
        noted(dossier, "weer daar")
    with Dossier.open(place, a_writer()) as dossier:
        assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone()[0] == 1


def test_a_sync_client_that_only_sets_the_time_is_no_trouble(place: Path) -> None:
    with a_round(place) as dossier:
        noted(dossier)
        os.utime(place, (1, 1))
        noted(dossier)


def test_our_own_large_steps_are_not_taken_for_those_of_others(place: Path) -> None:
    with a_round(place) as dossier:
        for at in range(40):
            noted(dossier, f"Noot {at} " * 300)
        dossier.rebuild()
        dossier.undo()
        noted(dossier)
        with pytest.raises(KeyError), dossier.edit("add_input"):
            raise KeyError
        noted(dossier)


_SECOND = """
import sys
from pathlib import Path
from samen_desktop.core.errors import KnownError
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer

try:
    Dossier.open(Path(sys.argv[1]), a_writer())
except KnownError as told:
    print(told.code, told.say("nl"))
"""


def test_looking_keeps_the_lock_and_the_second_opener_reads_who_has_it(place: Path) -> None:
    """On POSIX a second handle that is closed would let another program in."""
    with a_round(place) as dossier:
        for _ in range(3):
            noted(dossier)
        done = subprocess.run(
            [sys.executable, "-c", _SECOND, str(place)],
            cwd=Path(__file__).resolve().parent.parent.parent,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
    assert done.stdout.startswith("in_use a.samen is in gebruik op deze laptop, sinds ")
