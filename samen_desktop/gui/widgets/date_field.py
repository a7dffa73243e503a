"""A field for a date as people type it: `18-5`, `18 mei 2022`, `mei 2022`, `morgen`, `vr`, `+3`.

Which day that becomes stands at the end of the field before it is taken. What cannot be read stays
as it was typed, with a problem beside it. Up and Down move a whole date by a day.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from samen_desktop.core.checks import LONGEST_LINE
from samen_desktop.core.dates import NotADateError, is_iso, read_typed, show, show_weekday
from samen_desktop.gui import language, theme

from .states import set_state

_ROOM = 10 * LONGEST_LINE
"""Characters: what is pasted here by mistake is told to be no date, and not cut off first."""
_SIDE = 10


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
        self.setMaxLength(_ROOM)
        self.setPlaceholderText(self.tr("dd-mm-yyyy"))
        self._becomes = ""
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self._on_editing_finished)

    def iso(self) -> str:
        """The date as the round keeps it; empty where there is none. The last one that was read."""
        return self._iso

    def set_iso(self, iso: str) -> None:
        """Show a date; nothing is told."""
        self._iso = iso
        self.setText(show(iso, language.current()))
        self._say_becomes("")
        self._tell(None)

    def set_near(self, near: date | None) -> None:
        """A date typed without a year is the first such day on or after `near`."""
        self._near = near

    def read(self) -> str:
        """The ISO text of what stands in the field now; empty for nothing. Raises NotADateError."""
        typed = self.text().strip()
        today = datetime.now().astimezone().date()
        return read_typed(typed, today, near=self._near) if typed else ""

    def becomes(self) -> str:
        """Which date the typed text stands for, in words; empty where that can be read off it."""
        return self._becomes

    def take(self) -> bool:
        """Read what stands in the field now. Whether it could be read; empty can."""
        try:
            found = self.read()
        except NotADateError as error:
            self._tell(error.words)
            return False
        self._tell(None)
        if found != self._iso:
            self._iso = found
            self.date_changed.emit(found)
        self.setText(show(found, language.current()))
        self._say_becomes("")
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        letters = self.fontMetrics()
        typed = letters.horizontalAdvance(self.text()) + 2 * _SIDE
        if not self._becomes or typed + letters.horizontalAdvance(self._becomes) > self.width():
            return
        painter = QPainter(self)
        painter.setPen(theme.current().color("text2"))
        at_end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -_SIDE, 0), int(at_end), self._becomes)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key())
        if step and self.take() and is_iso(self._iso) and len(self._iso) == 10:
            moved = date.fromisoformat(self._iso) + timedelta(days=step)
            self.setText(show(moved.isoformat(), language.current()))
            self.take()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_text_edited(self) -> None:
        try:
            iso = self.read()
        except NotADateError:
            iso = ""
        plain = iso and show(iso, language.current()) != self.text().strip()
        self._say_becomes(show_weekday(iso, language.current()) if plain else "")

    def _say_becomes(self, text: str) -> None:
        """Beside the typed text, in a tooltip where that has no room, and for a screen reader."""
        self._becomes = text
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.update()

    @Slot()
    def _on_editing_finished(self) -> None:
        self.take()

    def _tell(self, problem: object) -> None:
        set_state(self, "error" if problem is not None else "")
        if problem is not None or self._has_problem:
            self._has_problem = problem is not None
            self.problem_changed.emit(problem)
