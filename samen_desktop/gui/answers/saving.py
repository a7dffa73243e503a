"""Saves what is left, and keeps what is half typed: nothing a person typed at the desk is lost.

A text is known by its item and field. While it is typed it is kept as a draft; once its field is
handed over it is kept as entered, until the round has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.notes.keeping import Keeper
from samen_desktop.gui.page import Message

from . import work
from .work import PLACE

Saved = Mapping[str, Scalar]


class Saving(QObject):
    """Writes fields of items.

    Signals: `refused(object, object)` with the item's id and the fields that did not reach the
    disk; `said(Message)`.
    """

    refused = Signal(object, object)
    said = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.keeper = Keeper(bridge, self)
        self._typed: dict[str, str] = {}

    def begin(self, then: Callable[[], None]) -> None:
        """Bring back what an earlier end of the program left; `then` fields may be shown."""
        self._bridge.read(work.recover, partial(self._on_recovered, then))

    def typed(self, record: bytes, name: str, text: str) -> None:
        """This stands in a field now."""
        place = _place(record, name)
        self._typed[place] = text
        self.keeper.typed(place, text)

    def save(self, record: bytes, changes: Saved) -> None:
        """Write fields of an item."""
        for name in changes:
            place = _place(record, name)
            if place in self._typed:
                self.keeper.entered(place, self._typed[place])
        sent = {_place(record, name): self._typed.get(_place(record, name)) for name in changes}
        self._bridge.write(
            work.save(record, changes),
            partial(self._on_written, sent),
            partial(self._on_refused, record, changes, sent),
        )

    @Slot()
    def keep_now(self) -> None:
        """Have all that is half typed kept."""
        self.keeper.keep_now()

    def _on_recovered(self, then: Callable[[], None], name: str) -> None:
        self.keeper.begin(name)
        then()

    def _on_written(self, sent: Mapping[str, str | None], _: object) -> None:
        for place, text in sent.items():
            self.keeper.settled(place)
            now = self._typed.pop(place, None)
            if now is not None and now != text:  # it was typed in again meanwhile
                self._typed[place] = now
                self.keeper.typed(place, now)

    def _on_refused(
        self,
        record: bytes,
        changes: Saved,
        sent: Mapping[str, str | None],
        error: KnownError,
    ) -> None:
        for place in sent:
            self.keeper.settled(place)
            if place in self._typed:
                self.keeper.typed(place, self._typed[place])
        self.refused.emit(record, changes)
        self.said.emit(Message("failed", error.say(language.current())))


def _place(record: bytes, name: str) -> str:
    return f"{PLACE}/{record.hex()}/{name}"
