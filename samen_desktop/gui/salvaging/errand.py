"""Salvaging from the wish to the opened file: which file, where to, how far it is, what came of it.

Works with a round open and without one. The damaged file is never opened while it is read here.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.salvaging import Salvaged
from samen_desktop.gui.bridge import Bridge, RoundFacts
from samen_desktop.gui.errands.long_errands import long_work_of
from samen_desktop.gui.frame import ask
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings

from . import work

PAGE = "salvaged"


class SalvageErrand(QObject):
    """Asks, salvages and opens what came of it.

    Signals: `message_posted(Message)`; `salvaged(Path)` with the new file, to be opened;
    `go_requested(Place)` to the report, once it is open.
    """

    message_posted = Signal(object)
    salvaged = Signal(object)
    go_requested = Signal(object)

    def __init__(self, bridge: Bridge, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._settings = settings
        self._window = window
        self._long = long_work_of(bridge)
        self._name = ""
        self._made: Path | None = None
        self._after_closing: Callable[[], None] | None = None
        self._long.begun.connect(self._on_begun)
        self._long.progressed.connect(self._on_progressed)
        bridge.closed.connect(self._on_closed)

    @Slot()
    def begin(self) -> None:
        """Ask which file is damaged, and go on from there."""
        title = self.tr("Choose the damaged round")
        kinds = self.tr("Rounds (*.samen);;All files (*)")
        damaged = ask.file_to_open(self._window, self._settings, title, kinds)
        if damaged is not None:
            self.begin_with(damaged)

    def begin_with(self, damaged: Path) -> None:
        """Ask where the salvaged round is to be kept, and salvage."""
        target = ask.file_to_save(
            self._window,
            self._settings,
            self.tr("Keep the salvaged round as"),
            self.tr("Rounds (*.samen)"),
            self.tr("%1 salvaged").replace("%1", damaged.stem) + ask.SUFFIX,
            ask.SUFFIX,
        )
        if target is None:
            return
        facts = self._bridge.facts
        if facts is not None and facts.path.resolve() == damaged.resolve():
            # To read a file while SQLite holds it here would let go of SQLite's hold on it.
            self._after_closing = partial(self._salvage, damaged, target)
            self._bridge.close()
        else:
            self._salvage(damaged, target)

    def _salvage(self, damaged: Path, target: Path) -> None:
        try:
            pulse = self._long.begin(self.tr("Salvaging"))
        except KnownError as error:
            self.message_posted.emit(Message("failed", say(error.words)))
            return
        self._name = damaged.name
        self._long.beside(
            work.salvaging(damaged, target, pulse),
            partial(self._on_salvaged, target),
            self._on_refused,
        )

    def _on_salvaged(self, target: Path, _: Salvaged) -> None:
        self._end()
        self._made = target
        self.salvaged.emit(target)

    def _on_refused(self, error: KnownError) -> None:
        self._end()
        self.message_posted.emit(Message("failed", say(error.words)))

    def _end(self) -> None:
        self._name = ""
        self._long.finish()

    @Slot()
    def _on_closed(self) -> None:
        go_on, self._after_closing = self._after_closing, None
        if go_on is not None:
            go_on()

    @Slot(str)
    def _on_begun(self, _: str) -> None:
        self._on_progressed(0, 0)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if not self._name:
            return
        told = self.tr("Salvaging %1 …").replace("%1", self._name)
        if total:
            told += f" {done * 100 // total}%"
        stop = self.tr("Stop")
        self.message_posted.emit(Message("information", told, stop, self._long.cancel))

    def look_at(self, facts: RoundFacts) -> None:
        """A round was opened: was it just salvaged, or before?"""
        made, self._made = self._made, None
        if made == facts.path:
            self.go_requested.emit(Place(PAGE))
        else:
            self._bridge.read(work.kept, self._on_kept)

    def _on_kept(self, found: Salvaged | None) -> None:
        """A round that was salvaged says so as long as something of it waits for a person."""
        if found is None or not found.apart:
            return
        count = len(found.apart)
        told = self.tr("This round was salvaged; %n text(s) still wait for you.", "", count)
        show = partial(self.go_requested.emit, Place(PAGE))
        self.message_posted.emit(Message("need", told, self.tr("Show"), show))
