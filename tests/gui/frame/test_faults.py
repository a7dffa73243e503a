"""Faults of ours: told once each, from any thread; the log has places and no words."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from samen_desktop.app.program import Program
from samen_desktop.gui.bridge import Bug
from samen_desktop.gui.frame import ask, faults
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.settings import Recent
from samen_desktop.store import drafts
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.gui, pytest.mark.loud]

CANARY = "Jantje Kanarie"
REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def tell(_: object, kind: str, place: str, __: object, then: Callable[[], None]) -> None:
        found.append((kind, place))
        then()

    monkeypatch.setattr(ask, "tell_fault", tell)
    return found


@pytest.fixture
def hearing(qtbot: QtBot, tmp_path: Path) -> Iterator[faults.Hearing]:
    window = QWidget()
    qtbot.addWidget(window)
    logger = logging.getLogger("samen_desktop")
    before = list(logger.handlers)
    made = faults.Hearing(window, faults.write_log(tmp_path))
    yield made
    made.stop()
    for handler in set(logger.handlers) - set(before):
        logger.removeHandler(handler)
        handler.close()


def raise_it() -> None:
    raise ValueError(CANARY)


def caught() -> ValueError:
    try:
        raise_it()
    except ValueError as error:
        return error
    raise AssertionError


def test_each_distinct_fault_is_told_once(
    hearing: faults.Hearing, told: list[tuple[str, str]], qtbot: QtBot
) -> None:
    for _ in range(7):
        error = caught()
        hearing._on_raised(type(error), error, error.__traceback__)
    hearing.on_broke(Bug("KeyError", "elders.py:3"))
    hearing.on_broke(Bug("KeyError", "elders.py:3"))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert sorted(kind for kind, _ in told) == ["KeyError", "ValueError"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_on_another_thread_is_heard(
    hearing: faults.Hearing, told: list[tuple[str, str]], qtbot: QtBot
) -> None:
    thread = threading.Thread(target=raise_it)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0][0] == "ValueError"
    assert told[0][1].startswith("test_faults.py:")


def test_the_log_holds_places_and_no_words(
    hearing: faults.Hearing, told: list[tuple[str, str]], tmp_path: Path, qtbot: QtBot
) -> None:
    error = caught()
    hearing._on_raised(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(told) == 1)
    log = (tmp_path / "samen.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_faults.py:" in log
    assert CANARY not in log
    assert CANARY not in str(told)


def test_boxes_come_one_at_a_time_and_what_is_typed_is_kept_first(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_boxes: list[Callable[[], None]] = []
    happened: list[str] = []

    def tell(_: object, kind: str, __: str, ___: object, then: Callable[[], None]) -> None:
        happened.append(kind)
        open_boxes.append(then)

    monkeypatch.setattr(ask, "tell_fault", tell)
    window = QWidget()
    qtbot.addWidget(window)
    hearing = faults.Hearing(window, tmp_path / "samen.log", lambda: happened.append("kept"))
    for kind in ("KeyError", "ValueError", "KeyError"):
        hearing.on_broke(Bug(kind, "elders.py:3"))
    hearing.stop()
    assert happened == ["kept", "KeyError", "kept"]
    open_boxes.pop()()
    assert happened[3:] == ["ValueError"]
    open_boxes.pop()()
    assert open_boxes == []


def test_what_is_raised_time_and_again_does_not_fill_the_log(
    hearing: faults.Hearing, told: list[tuple[str, str]], tmp_path: Path, qtbot: QtBot
) -> None:
    error = caught()
    for _ in range(1000):
        hearing._on_raised(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert len((tmp_path / "samen.log").read_text(encoding="utf-8").splitlines()) == 5


_RUN = """
import os, signal, sys
from pathlib import Path
from samen_desktop.gui.frame.faults import Running

running = Running(Path(sys.argv[1]))
print(running.ended_badly)
sys.stdout.flush()
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
running.end()
"""


def run_once(folder: Path, how: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(folder), how],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")
def test_an_end_in_the_midst_of_work_is_known_at_the_next_start(tmp_path: Path) -> None:
    assert run_once(tmp_path, "ended") == "False"
    assert run_once(tmp_path, "killed") == "False"
    assert run_once(tmp_path, "ended") == "True"
    assert run_once(tmp_path, "ended") == "False"


def test_what_was_half_typed_at_a_bad_end_is_led_to(
    program: Program, demo_file: Path, qtbot: QtBot
) -> None:
    with Dossier.open(demo_file, a_writer()) as dossier:
        session = dossier.conn.execute("SELECT id FROM sessions WHERE shown = 'SE-07'").fetchone()
        drafts.keep(dossier, f"notes/{session[0].hex()}", "half getypt")
    program.settings.add_recent(Recent(str(demo_file), "De ronde", "2022-06-20T12:00"))
    faults.BadEnd(program.window, program.bridge, program.settings, program.open_round)
    told = program.window.start.message_bar.message
    assert told is not None
    assert told.wish is not None
    told.wish()
    told = program.window.room.message_bar.message
    assert told is not None
    assert told.wish is not None
    told.wish()
    page = program.window.page
    assert isinstance(page, NotesPage)
    assert page.line.text() == "half getypt"


def test_a_second_window_tells_no_bad_end(tmp_path: Path) -> None:
    first = faults.Running(tmp_path)
    assert run_once(tmp_path, "ended") == "False"
    first.end()
