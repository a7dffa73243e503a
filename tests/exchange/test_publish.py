"""A file takes its name in one step, or nothing changes and one sentence says why."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import publish
from samen_desktop.exchange.publish import written_beside


def write(target: Path, content: bytes = b"new") -> None:
    with written_beside(target) as fresh:
        fresh.write_bytes(content)


def refused(target: Path) -> KnownError:
    with pytest.raises(KnownError) as found:
        write(target)
    for language in ("nl", "en"):
        assert found.value.say(language).count("{") == 0
    return found.value


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def held_by_another(monkeypatch: pytest.MonkeyPatch, attempts: int, code: int = 32) -> list[int]:
    """The first so many renames onto an existing file fail as Windows lets them fail."""
    seen: list[int] = []
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        seen.append(1)
        if len(seen) <= attempts:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = code  # type: ignore[attr-defined, unused-ignore]
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(publish, "_WAITS", (0.0, 0.0, 0.0))
    return seen


def test_the_new_file_takes_the_name_of_the_old(tmp_path: Path) -> None:
    target = tmp_path / "overzicht.xlsx"
    target.write_bytes(b"old")
    write(target)
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["overzicht.xlsx"]


def test_while_writing_the_old_file_stands_and_the_new_name_tells_nothing(tmp_path: Path) -> None:
    target = tmp_path / "Jansen.xlsx"
    target.write_bytes(b"old")
    with written_beside(target) as fresh:
        fresh.write_bytes(b"half")
        assert target.read_bytes() == b"old"
        assert fresh.parent == tmp_path
        assert "Jansen" not in fresh.name


@pytest.mark.parametrize("error", [RuntimeError("bug"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, error: BaseException
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")

    def fail() -> None:
        with written_beside(target) as fresh:
            fresh.write_bytes(b"half")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xlsx"]


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_let_go_in_time_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    target = tmp_path / "a.xlsx"
    held_by_another(monkeypatch, 2, code)
    write(target)
    assert target.read_bytes() == b"new"


def test_a_file_that_stays_open_keeps_its_content_and_the_new_one_is_kept_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "overzicht.xlsx"
    target.write_bytes(b"old")
    (tmp_path / "overzicht (2).xlsx").write_bytes(b"earlier")
    seen = held_by_another(monkeypatch, 99)
    error = refused(target)
    assert error.code == "target_open"
    assert "staat open in Excel" in error.say("nl")
    assert "overzicht (3).xlsx" in error.say("nl")
    assert target.read_bytes() == b"old"
    assert (tmp_path / "overzicht (3).xlsx").read_bytes() == b"new"
    assert names(tmp_path) == ["overzicht (2).xlsx", "overzicht (3).xlsx", "overzicht.xlsx"]
    assert len(seen) == 4


def test_waiting_takes_no_longer_than_a_person_waits() -> None:
    assert sum(publish._WAITS) <= 2.5


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EIO, "write_failed"),
    ],
)
def test_what_the_disk_says_becomes_one_sentence(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(KnownError) as found, written_beside(tmp_path / "a.xlsx"):
        raise OSError(number, os.strerror(number))
    assert found.value.code == code
    assert "a.xlsx" in found.value.say("nl")
    assert names(tmp_path) == []


def test_a_bug_is_not_told_as_a_bad_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not seekable"), written_beside(tmp_path / "a.xlsx"):
        raise OSError("not seekable")


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")
def test_a_disk_that_is_really_full_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from samen_desktop.core.errors import KnownError\n"
        "from samen_desktop.exchange.publish import written_beside\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    with written_beside(Path(sys.argv[1])) as fresh:\n"
        "        fresh.write_bytes(bytes(100_000))\n"
        "except KnownError as error:\n"
        "    sys.exit(error.code)\n"
    )
    command = [sys.executable, "-c", code, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.strip() == "disk_full"
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xlsx"]


def test_a_missing_folder_and_a_folder_as_target(tmp_path: Path) -> None:
    assert refused(tmp_path / "weg" / "a.xlsx").code == "folder_missing"
    assert refused(tmp_path).code == "target_is_folder"
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    "name", ["CON", "nul.xlsx", "COM1.xlsx", "lpt9", "a.xlsx.", "a.xlsx ", "a?.xlsx", "a:b.xlsx"]
)
def test_names_windows_cannot_have_are_refused(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name).code == "name_unusable"
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["CONSULTATIE.xlsx", "com10.xlsx", "a b (2).xlsx", "é.xlsx"])
def test_names_that_only_look_like_it_are_fine(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    assert names(tmp_path) == [name]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the root user may write everywhere"
)
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert refused(tmp_path / "a.xlsx").code == "folder_read_only"
    finally:
        tmp_path.chmod(0o700)
