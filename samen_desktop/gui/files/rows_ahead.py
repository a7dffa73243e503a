"""Rows of a stranger's table, read by a thread of their own and handed over in portions.

A table knows nothing of the round, so the round's thread need not wait for its slow places: while
no portion is ready, and after each one, it does what else is asked of it.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")

_PORTION = 100
_AHEAD = 2
_PATIENCE = 0.01
"""Seconds without a portion after which other work is looked for."""


def ahead(rows: Iterable[T], meanwhile: Callable[[], None]) -> Iterator[T]:
    """The same rows, read ahead. Raises what reading them raises, in its place."""
    reader = _Reader(iter(rows))
    reader.start()
    try:
        while (portion := _next(reader, meanwhile)) is not None:
            yield from portion
            meanwhile()
    finally:
        reader.stop()
    if reader.error is not None:
        raise reader.error


class _Reader(threading.Thread, Generic[T]):
    """Reads rows into portions, at most a few more than are taken. None is the end of them."""

    def __init__(self, rows: Iterator[T]) -> None:
        super().__init__(name="rows ahead", daemon=True)
        self.portions: queue.Queue[list[T] | None] = queue.Queue(_AHEAD)
        self.error: BaseException | None = None
        self._rows = rows
        self._stopped = threading.Event()

    def run(self) -> None:
        try:
            while not self._stopped.is_set() and (portion := list(islice(self._rows, _PORTION))):
                self._hand(portion)
        except BaseException as error:  # raised again where the rows are wanted
            self.error = error
        self._hand(None)

    def stop(self) -> None:
        """Read no further; nobody takes the rows any more."""
        self._stopped.set()
        self.join()

    def _hand(self, portion: list[T] | None) -> None:
        while not self._stopped.is_set():
            try:
                self.portions.put(portion, timeout=_PATIENCE)
            except queue.Full:
                continue
            return


def _next(reader: _Reader[T], meanwhile: Callable[[], None]) -> list[T] | None:
    while True:
        try:
            return reader.portions.get(timeout=_PATIENCE)
        except queue.Empty:
            meanwhile()
