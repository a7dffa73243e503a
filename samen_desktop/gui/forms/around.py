"""Around the fields of a form: above them what waits for a choice, below them the history."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samen_desktop.gui.lists.past import History, Versions
from samen_desktop.gui.lists.work import Told


class Around(QObject):
    """Puts both into the column of a form, and takes them out again.

    Signals: `chosen(str, object)` with a field and the value of it that is to stay;
    `take_back_requested(bytes)` with a step of the history.
    """

    chosen = Signal(str, object)
    take_back_requested = Signal(bytes)

    def __init__(self, column: QVBoxLayout, inside: QWidget) -> None:
        super().__init__(inside)
        self._column = column
        self._inside = inside
        self._shown: list[QWidget] = []
        self._record: bytes | None = None
        self._whole = False

    def show(self, told: Told | None) -> None:
        """Show the past of this record; None for one that is still to be made."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = []
        record = None if told is None else told.record.id
        if record != self._record:
            self._whole = False
        self._record = record
        if told is None:
            return
        if told.choices:
            versions = Versions(told, self._inside)
            versions.chosen.connect(self.chosen)
            self._column.insertWidget(0, versions)
            self._shown.append(versions)
        history = History(told, self._inside, whole=self._whole)
        history.whole_wanted.connect(self._on_whole)
        history.take_back_requested.connect(self.take_back_requested)
        self._column.insertWidget(self._column.count() - 1, history)  # before the stretch
        self._shown.append(history)

    @Slot()
    def _on_whole(self) -> None:
        self._whole = True
