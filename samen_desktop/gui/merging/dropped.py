"""Rounds dropped on the window: of a copy of the open one a line of text asks, merge or open.

Another round is opened; without a round open there is nothing to merge into.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Message, Place

from . import work


class DroppedRounds(QObject):
    """What to do with them. Signals: `go_requested(Place)`, `message_posted(Message)`."""

    go_requested = Signal(object)
    message_posted = Signal(object)

    def __init__(self, bridge: Bridge, open_round: Callable[[Path], None], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._open = open_round

    @Slot(object)
    def take_one(self, path: Path) -> None:
        """One file: of the open round it is asked, any other is opened."""
        facts = self._bridge.facts
        if facts is None or facts.path == path:
            self._open(path)
            return
        answered, refused = partial(self._on_answered, path), partial(self._on_refused, path)
        self._bridge.read(work.same_round(path), answered, refused)

    @Slot(object)
    def take_several(self, paths: Sequence[Path]) -> None:
        """Several files can only be copies to merge."""
        if self._bridge.facts is None:
            text = self.tr("Open a round first; then drop the copies to merge.")
            self.message_posted.emit(Message("need", text))
        else:
            self._merge(paths)

    def _on_answered(self, path: Path, same: bool) -> None:  # noqa: FBT001 - the answer of a call
        if not same:
            self._open(path)
            return
        self.message_posted.emit(
            Message(
                "need",
                self.tr("{name} is a copy of this round.").format(name=path.name),
                self.tr("Merge it"),
                partial(self._merge, [path]),
                self.tr("Open it"),
                partial(self._open, path),
            )
        )

    def _on_refused(self, path: Path, _: KnownError) -> None:
        self._open(path)  # which says what is wrong with it

    def _merge(self, paths: Sequence[Path]) -> None:
        self.go_requested.emit(Place("merge", words="\n".join(map(str, paths))))
