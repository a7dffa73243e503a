"""Faults of ours: told once each, from any thread; the log has places and no words."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from samen_desktop.gui.bridge import Bug
from samen_desktop.gui.frame import ask, faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.gui, pytest.mark.loud]

CANARY = "Jantje Kanarie"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(ask, "tell_fault", lambda _, kind, place, __: found.append((kind, place)))
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
