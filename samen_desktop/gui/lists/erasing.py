"""Erasing a record for good: asked once in a box that counts what goes, since nothing undoes it.

What erasing means and where it reaches is for the store; here are the question and its answer.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import ask
from samen_desktop.gui.page import Message

from . import work

if TYPE_CHECKING:
    from .work import Erased, WouldGo


class Erasing(QObject):
    """Asks and erases. Signals: `message_posted(Message)`; `erased(bytes)` with the record's id."""

    message_posted = Signal(object)
    erased = Signal(bytes)

    def __init__(self, bridge: Bridge, owner: QWidget) -> None:
        super().__init__(owner)
        self._bridge = bridge
        self._owner = owner

    def ask(self, record: bytes) -> None:
        """Tell what would go and erase it where that is agreed to."""
        self._bridge.read(work.would_go(record), partial(self._on_looked, record))

    def _on_looked(self, record: bytes, found: WouldGo) -> None:
        option = ""
        if found.inputs:
            option = self.tr(
                "Also erase the words of %n input(s) nobody else gave.", "", found.inputs
            )
        agreed, along = ask.confirm_with_option(
            self._owner,
            self.tr("Erase {what} for good?").format(what=found.code or found.title),
            self._consequence(found),
            option,
            self.tr("Erase for good"),
            self.tr("Cancel"),
        )
        if agreed:
            asked = work.erase(record, with_inputs=along)
            self._bridge.write(asked, partial(self._on_erased, record))

    def _consequence(self, found: WouldGo) -> str:
        counts = [self.tr("%n text(s)", "", found.texts)]
        if found.contacts:
            counts.append(self.tr("%n contact(s)", "", found.contacts))
        if found.attachments:
            counts.append(self.tr("%n attachment(s)", "", found.attachments))
        lines = [
            self.tr("This cannot be undone."),
            self.tr("Gone will be: {what}. The number stays, so that counts stay right.").format(
                what=", ".join(counts)
            ),
            self.tr(
                "Half-typed text goes too, and %n backup(s) are replaced by a new one.",
                "",
                found.backups,
            ),
            self.tr("Copies you gave to others keep it until they merge with yours."),
        ]
        return "\n".join(lines)

    def _on_erased(self, record: bytes, done: Erased) -> None:
        self.erased.emit(record)
        words = [self.tr("Erased for good: %n text(s).", "", done.values)]
        if done.backup is None:
            words.append(self.tr("No new backup could be made; make one yourself."))
        if done.remains:
            names = ", ".join(path.name for path in done.remains)
            words.append(self.tr("Throw these away yourself: {names}.").format(names=names))
        told = "need" if done.remains or done.backup is None else "information"
        self.message_posted.emit(Message(told, " ".join(words)))  # type: ignore[arg-type]
