"""Collecting what refers to itself, on the window's thread only.

Python collects on whatever thread happens to allocate. Where that is the round's, widgets that are
no longer used would be destroyed there, and Qt ends the program: seen within some dozens of pages.
So the automatic collector is off while a window stands, and a timer does its work here.
"""

from __future__ import annotations

import gc
from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS = 1000
_OLDEST = 2


class Collector(QObject):
    """Made once, before the first thread beside the window's is started; goes with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_INTERVAL_MS)
        timer.timeout.connect(self.look)
        timer.start()

    @Slot()
    def look(self) -> None:
        """Collect as far as Python itself would by now."""
        if Hold.taken:
            return
        for generation in range(_OLDEST, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return


class Hold:
    """While one is taken nothing is collected: a long piece of work makes much and keeps it.

    One that was forgotten while taken counts no more.
    """

    taken: ClassVar[WeakSet[Hold]] = WeakSet()

    def take(self) -> None:
        """Hold it off; taking twice is as once."""
        Hold.taken.add(self)

    def release(self) -> None:
        """Let it go on."""
        Hold.taken.discard(self)
