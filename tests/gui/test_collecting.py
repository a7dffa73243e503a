"""Collecting on the window's thread: what refers to itself goes there, and only when it may."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from samen_desktop.gui.collecting import Collector, Hold

pytestmark = pytest.mark.gui


class Ring:
    """Refers to itself, so that only a collection ends it; tells on which thread that was."""

    ended: list[threading.Thread]

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.me = self
        self.ended = ended

    def __del__(self) -> None:
        self.ended.append(threading.current_thread())


@pytest.fixture
def parent(qapp: object) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def much() -> list[object]:
    """More objects than the youngest generation may hold."""
    return [[number] for number in range(20_000)]


def ended_by_a_thread() -> list[threading.Thread]:
    """Where a ring ended while another thread made many objects."""
    ended: list[threading.Thread] = []
    Ring(ended)
    thread = threading.Thread(target=much)
    thread.start()
    thread.join()
    return ended


def test_nothing_ends_on_another_thread(parent: QObject) -> None:
    collector = Collector(parent)
    gc.collect()
    ended = ended_by_a_thread()
    assert ended == []
    kept = much()
    collector.look()
    assert ended == [threading.main_thread()]
    assert kept


def test_python_itself_would_end_it_there() -> None:
    gc.collect()
    gc.enable()
    try:
        ended = ended_by_a_thread()
    finally:
        gc.disable()
    assert threading.main_thread() not in ended
    assert ended


def test_a_hold_keeps_it_off(parent: QObject) -> None:
    collector = Collector(parent)
    gc.collect()
    hold = Hold()
    hold.take()
    hold.take()
    ring = Ring([])
    told = weakref.ref(ring)
    del ring
    kept = much()
    collector.look()
    assert told() is not None
    hold.release()
    collector.look()
    assert told() is None
    assert kept
