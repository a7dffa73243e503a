"""From Enter to the disk: items go to the round's thread, the list shows how they fare.

The line is free at once; nothing here waits. What is on its way is held by the keeper until the
round's thread says that it is committed.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from samen_desktop.core.errors import KnownError
from samen_desktop.core.note_sheet import NoteRow
from samen_desktop.core.notes import Note
from samen_desktop.gui.bridge import Bridge

from . import work
from .keeping import Keeper
from .rows import NoteRows, Shown

_RETRY_MS = 4000
"""How long after a refusal it is tried again by itself: room may have been made meanwhile."""


class Committing(QObject):
    """Sends items and hears of them.

    Signals: `refused(KnownError)` when something could not be written, once until `recovered()`
    says that all of it has come to the disk; it is tried again by itself, and when asked to.
    `written()` when items came to the disk; their rows stay until `take_written` is asked.
    """

    refused = Signal(object)
    recovered = Signal()
    written = Signal()

    def __init__(
        self, bridge: Bridge, session: bytes, place: str, rows: NoteRows, keeper: Keeper
    ) -> None:
        super().__init__(keeper)
        self._bridge = bridge
        self._session = session
        self._place = place
        self._rows = rows
        self._keeper = keeper
        self._waiting: dict[str, Callable[[], None]] = {}
        self._failed: list[str] = []
        self._written: list[str] = []
        self._troubled = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(_RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    @property
    def waiting(self) -> int:
        """How many items are on their way."""
        return len(self._waiting)

    @property
    def troubled(self) -> bool:
        """Whether something was refused that has not come to the disk since."""
        return self._troubled

    def place_of(self, token: str) -> str:
        """Where the text of an item on its way is kept."""
        return f"{self._place}/wait/{token}"

    def add(self, notes: Sequence[Note], texts: Sequence[str], labels: dict[str, str]) -> None:
        """New items, one edit. `texts`: each as a whole line, should they have to be offered."""
        tokens = []
        marked = []
        for note, text in zip(notes, texts, strict=True):
            token = note.token or new_token()
            item = replace(note, token=token)
            tokens.append(token)
            marked.append(item)
            made_at = time.time_ns() // 1_000_000
            row = NoteRow(b"", "", made_at, item)
            self._rows.add_waiting(Shown(row, label=labels.get(note.kind, "")))
            self._keeper.entered(self.place_of(token), text)
        key = tokens[0]

        def send() -> None:
            self._bridge.write(
                work.write_notes(self._session, marked, self._place),
                lambda _: self._on_written(key, tokens),
                lambda error: self._on_refused(key, tokens, error),
            )

        self._send(key, send)

    def change(self, row: NoteRow, note: Note, text: str, place: str) -> None:
        """An item as its line says it now."""
        token = new_token()
        item = replace(note, token=token)
        self._rows.mark(row.id, item, "saving")
        self._keeper.settled(place)
        self._keeper.entered(self.place_of(token), text)

        def send() -> None:
            self._bridge.write(
                work.change_note(self._session, row.id, row.note, item, place),
                lambda _: self._on_written(token, [token]),
                lambda error: self._on_refused(token, [token], error),
            )

        self._send(token, send)

    def do(self, wish: work.Wish, then: Callable[[], None] | None = None) -> None:
        """Something that carries no new text: joining, splitting, deleting."""
        self._bridge.write(wish, lambda _: then and then(), self.refused.emit)

    @Slot()
    def try_again(self) -> None:
        """Send what was refused once more: one after the other, so that their order stays."""
        self._retry.stop()
        if self._failed:
            key = self._failed[0]
            self._rows.mark_waiting(key, "saving")
            self._waiting[key]()

    def take_written(self) -> list[str]:
        """Tokens of the items that came to the disk since this was asked last."""
        written, self._written = self._written, []
        return written

    def _send(self, key: str, send: Callable[[], None]) -> None:
        self._waiting[key] = send
        if self._failed:
            self._failed.append(key)  # behind what waits already
        else:
            send()

    def _on_written(self, key: str, tokens: Sequence[str]) -> None:
        self._waiting.pop(key, None)
        for token in tokens:
            self._keeper.settled(self.place_of(token))
        self._written += tokens
        self.written.emit()
        if key in self._failed:
            self._failed.remove(key)
            self.try_again()
        if self._troubled and not self._failed:
            self._troubled = False
            self.recovered.emit()

    def _on_refused(self, key: str, tokens: Sequence[str], error: KnownError) -> None:
        if key not in self._failed:
            self._failed.append(key)
        for token in tokens:
            self._rows.mark_waiting(token, "failed")
        self._retry.start()
        if not self._troubled:
            self._troubled = True
            self.refused.emit(error)


def new_token() -> str:
    """What tells an item from all others while it is not on the disk."""
    return secrets.token_hex(8)
