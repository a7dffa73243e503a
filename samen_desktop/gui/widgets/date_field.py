"""A field for a date as people type it: `18-5`, `18 mei 2022`, `mei 2022`, `2022`.

What cannot be read stays as it was typed, with a problem beside it; nothing is guessed. Up and Down
move a whole date by a day.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from samen_desktop.core.dates import NotADateError, is_iso, read_date, show
from samen_desktop.gui import language

from .states import set_state

_LONGEST = 80


class DateField(QLineEdit):
    """A date field.

    Signals: `date_changed(str)` with the ISO text (empty when emptied) once a readable date is left
    or Enter is pressed; `problem_changed(object)` with Words, or None when there is none any more.
    """

    date_changed = Signal(str)
    problem_changed = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._iso = ""
        self._near: date | None = None
        self._has_problem = False
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText(self.tr("dd-mm-yyyy"))
        self.editingFinished.connect(self._on_editing_finished)

    def iso(self) -> str:
        """The date as the round keeps it; empty where there is none. The last one that was read."""
        return self._iso

    def set_iso(self, iso: str) -> None:
        """Show a date; nothing is told."""
        self._iso = iso
        self.setText(show(iso, language.current()))
        self._tell(None)

    def set_near(self, near: date | None) -> None:
        """A date typed without a year is the first such day on or after `near`."""
        self._near = near

    def take(self) -> bool:
        """Read what stands in the field now. Whether it could be read; empty can."""
        typed = self.text().strip()
        near = self._near or datetime.now().astimezone().date()
        try:
            found = read_date(typed, near=near) if typed else ""
        except NotADateError as error:
            self._tell(error.words)
            return False
        self._tell(None)
        if found != self._iso:
            self._iso = found
            self.date_changed.emit(found)
        self.setText(show(found, language.current()))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key())
        if step and self.take() and is_iso(self._iso) and len(self._iso) == 10:
            moved = date.fromisoformat(self._iso) + timedelta(days=step)
            self.setText(show(moved.isoformat(), language.current()))
            self.take()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_editing_finished(self) -> None:
        self.take()

    def _tell(self, problem: object) -> None:
        set_state(self, "error" if problem is not None else "")
        if problem is not None or self._has_problem:
            self._has_problem = problem is not None
            self.problem_changed.emit(problem)
