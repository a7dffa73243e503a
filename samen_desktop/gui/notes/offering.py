"""What an earlier end of the program left half typed: the line at once, the rest by asking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Message

from . import work
from .keeping import Keeper


class Offering(QObject):
    """Gives back what was kept.

    Signals: `line_found(str)` for the line, `said(Message)`, `save_requested(object)` with the
    texts by place that are to be entered after all.
    """

    line_found = Signal(str)
    said = Signal(object)
    save_requested = Signal(object)

    def __init__(self, bridge: Bridge, place: str, keeper: Keeper) -> None:
        super().__init__(keeper)
        self._bridge = bridge
        self._place = place
        self._keeper = keeper

    def look(self, then: Callable[[], None]) -> None:
        """Read what was left; `then` is called once the line may be typed in."""
        self._bridge.read(work.read_drafts(self._place), partial(self._on_read, then))

    def throw_away(self, texts: Mapping[str, str]) -> None:
        """She does not want them, or they are being saved."""
        self._bridge.read(work.drop_drafts(list(texts)), lambda _: self._forget(texts))

    def _on_read(self, then: Callable[[], None], left: work.Left) -> None:
        self._keeper.begin(left.round_id)
        then()
        line = next((each for each in left.drafts if each.place == self._place), None)
        others = {each.place: each.text for each in left.drafts if each is not line}
        for place, text in others.items():
            self._keeper.entered(place, text)  # stays in the profile until she has answered
        if line is not None:
            self.line_found.emit(line.text)
        if others:
            self.said.emit(self._question(others))
        elif line is not None:
            self.said.emit(Message("information", self.tr("The line you were typing is back.")))

    def _question(self, texts: Mapping[str, str]) -> Message:
        return Message(
            "need",
            self.tr("%n entered line(s) were not saved last time.", "", len(texts)),
            self.tr("Save now"),
            partial(self._save, texts),
            self.tr("Throw away"),
            partial(self.throw_away, texts),
        )

    def _save(self, texts: Mapping[str, str]) -> None:
        self.save_requested.emit(texts)

    def _forget(self, texts: Mapping[str, str]) -> None:
        for place in texts:
            self._keeper.settled(place)
