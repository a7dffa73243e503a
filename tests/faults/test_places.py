"""The file may not be written, or is taken away while it is open: one sentence, nothing lost.

As root everything may be written; so rights are given up for the while.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.store import drafts, watching
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_writer, noted
from tests.figures import caught, tell

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and places as Linux has")
NOBODY = 65_534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of an ordinary person, who may do no more than that."""
    made = Path(tempfile.mkdtemp(prefix="samen-places-"))
    rights = _as_nobody if _is_root() else _as_one_is
    try:
        with rights(made):
            yield made
    finally:
        for each in (made, *made.rglob("*")):
            if each.is_dir():
                each.chmod(0o700)
        shutil.rmtree(made)


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


@contextmanager
def _as_nobody(folder: Path) -> Iterator[None]:
    if sys.platform != "win32":
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if sys.platform != "win32":
            os.seteuid(0)


@contextmanager
def _as_one_is(_: Path) -> Iterator[None]:
    yield


def _round(folder: Path) -> Path:
    path = folder / "stick" / "a.samen"
    path.parent.mkdir()
    with a_round(path) as dossier:
        noted(dossier, "van tevoren")
    return path


def _told(work: Callable[[], object]) -> str:
    """The code of the sentence, which names the file; empty where nothing was wrong."""
    try:
        work()
    except KnownError as error:
        told = error
    else:
        return ""
    assert "a.samen" in told.say("nl")
    assert "a.samen" in told.say("en")
    return told.code


def _opened_and_noted(path: Path) -> None:
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier, "erbij")


BEFORE: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "read-only file": (lambda path: path.chmod(0o400), {"read_only"}),
    "file without rights": (lambda path: path.chmod(0), {"no_rights"}),
    "read-only folder": (lambda path: path.parent.chmod(0o500), {"read_only", "no_entry"}),
    "folder without rights": (lambda path: path.parent.chmod(0), {"no_rights"}),
    "no folder": (lambda path: shutil.rmtree(path.parent), {"missing"}),
}


@pytest.mark.parametrize("name", BEFORE)
def test_what_cannot_be_opened_or_written_is_told(folder: Path, name: str) -> None:
    spoil, codes = BEFORE[name]
    path = _round(folder)
    spoil(path)
    code = _told(lambda: _opened_and_noted(path))
    tell(name, told=code)
    assert code in codes
    if name != "no folder":
        path.parent.chmod(0o700)
        path.chmod(0o600)
        _opened_and_noted(path)
        with Dossier.open(path, a_writer()) as dossier:
            assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone() == (2,)


def _replace(path: Path) -> None:
    shutil.copyfile(path, path.with_name("b.samen"))
    path.rename(path.with_name("c.samen"))
    path.with_name("b.samen").rename(path)


WHILE_OPEN: dict[str, tuple[Callable[[Path], object], Callable[[Path], object] | None]] = {
    "file deleted while open": (lambda path: path.unlink(), None),
    "file renamed while open": (
        lambda path: path.rename(path.with_name("b.samen")),
        lambda path: path.with_name("b.samen").rename(path),
    ),
    "folder moved while open": (
        lambda path: path.parent.rename(path.parent.with_name("elders")),
        lambda path: path.parent.with_name("elders").rename(path.parent),
    ),
    "another file put in its place": (
        _replace,
        lambda path: path.with_name("c.samen").replace(path),
    ),
}


@pytest.mark.parametrize("name", WHILE_OPEN)
def test_a_file_that_is_taken_away_is_told_and_works_again_when_it_is_back(
    folder: Path, name: str
) -> None:
    take_away, put_back = WHILE_OPEN[name]
    path = _round(folder)
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier, "een")
        take_away(path)
        codes = {
            _told(lambda: noted(dossier, "twee")),
            _told(lambda: drafts.keep(dossier, "notes/1", "half getypt")),
        }
        tell(name, told=", ".join(sorted(codes)))
        assert codes == {watching.REPLACED if "another" in name else watching.GONE}
        if put_back is not None:
            put_back(path)
            noted(dossier, "drie")
    if put_back is not None:
        with Dossier.open(path, a_writer()) as dossier:
            words = [row[0] for row in dossier.conn.execute("SELECT words FROM inputs ORDER BY 1")]
        assert words == ["drie", "een", "van tevoren"]


def test_a_store_that_does_not_look_writes_into_nowhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching.Watch, "check", lambda _: None)
    path = _round(folder)
    with Dossier.open(path, a_writer()) as dossier:
        noted(dossier, "een")
        path.unlink()
        assert _told(lambda: noted(dossier, "twee")) == ""
    caught("nobody looks whether the file is still there", lost=1, told="nothing")
    assert not path.exists()
