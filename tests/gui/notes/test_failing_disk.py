"""The disk is full while notes are typed: the words stay on screen, and come to the disk after."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samen_desktop.gui.notes import committing
from samen_desktop.gui.notes.rows import Column
from tests.faults.failing import a_failing_disk
from tests.figures import caught, tell
from tests.gui.notes.stage import Stage, on_stage, wait_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
LINES = ("dit past er niet op", "en dit ook niet")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits four seconds in a test."""
    monkeypatch.setattr(committing, "_RETRY_MS", 60)


def _shown(stage: Stage) -> list[str]:
    rows = stage.page.rows
    last = rows.rowCount()
    return [str(rows.index(at, Column.WORDS).data()) for at in range(last - len(LINES), last)]


def _written(stage: Stage) -> list[object]:
    rows = stage.ask("SELECT words FROM inputs WHERE deleted = 0 ORDER BY id DESC LIMIT 2")
    return [words for (words,) in reversed(rows)]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO], ids=["full", "broken"])
def test_notes_stay_on_screen_and_come_to_the_disk_when_it_works_again(
    qtbot: QtBot, round_file: Path, code: int
) -> None:
    with a_failing_disk() as disk:
        if disk is None:
            pytest.skip("this Python brings an SQLite whose system calls cannot be replaced")
        with on_stage(round_file, inline=False) as stage:
            with disk.failing(1, code, lasting=True):
                for line in LINES:
                    stage.keyboard.enter(line)
                wait_for(
                    lambda: (
                        stage.page.header.state == "not saved"
                        and len(stage.page.committing._failed) == len(LINES)
                    )
                )
                assert _shown(stage) == list(LINES)
                assert stage.page.messages.isVisible()
                assert stage.page.committing.waiting == len(LINES)
            # Nobody presses anything: it is tried again by itself.
            wait_for(lambda: not stage.page.committing.waiting)
            assert _written(stage) == list(LINES)
            assert not stage.page.messages.isVisible()
            assert stage.page.header.state.startswith("saved")
    tell(f"the window on a disk with errno {code}", notes=len(LINES), on_screen=len(LINES), lost=0)


def test_a_page_that_gives_up_is_noticed(
    qtbot: QtBot, round_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committing.Committing, "try_again", lambda self: None)
    with a_failing_disk() as disk:
        if disk is None:
            pytest.skip("this Python brings an SQLite whose system calls cannot be replaced")
        with on_stage(round_file, inline=False) as stage:
            with disk.failing(1, errno.EIO, lasting=True):
                stage.keyboard.enter(LINES[0])
                wait_for(lambda: stage.page.header.state == "not saved")
            with pytest.raises(AssertionError):
                wait_for(lambda: not stage.page.committing.waiting, ms=500)
    caught("a window that does not try again", notes=1, written=0)
