"""Marking feedback as sent: on which day, and whether inputs are said to be fed back by it.

Both are one step to undo; about the inputs a person decides.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from samen_desktop.gui.lists.side_pages import Question
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.date_field import DateField
from samen_desktop.gui.widgets.labels import form_label, label

_FIELD = 200


class SentPage(Question):
    """The page. Signals: `sent(str, bool)` with the day (ISO), and whether inputs go along."""

    sent = Signal(str, bool)

    def __init__(self, count: int, inputs: int, today: date, parent: QWidget | None = None) -> None:
        """`inputs` is how many are told of by all who said them once these are sent."""
        super().__init__(parent)
        self._begin(self.tr("Mark %n feedback(s) as sent", "", count))
        told = self.tr("What was marked as sent before keeps its day.")
        self._column.addWidget(label(told, "secondary", self, wrapped=True))
        self.day = DateField("", self)
        self.day.set_iso(today.isoformat())
        self.day.setFixedWidth(_FIELD)
        line = QHBoxLayout()
        line.addWidget(form_label(self.tr("Sent on"), self.day, self))
        line.addWidget(self.day)
        line.addStretch(1)
        self._column.addLayout(line)
        words = self.tr("Say of %n checked input(s) that they are fed back", "", inputs)
        self.along = QCheckBox(words, self)
        self.along.setAccessibleName(words)
        self.along.setVisible(inputs > 0)
        self._column.addWidget(self.along)
        why = self.tr("Everybody who said these has heard of them once this is sent.")
        if not inputs:
            why = self.tr("There are no checked inputs of which everybody has heard by this.")
        self._column.addWidget(label(why, "secondary", self, wrapped=True))
        done = button(self.tr("Mark as sent"), "outlined", "check", "Ctrl+Enter", self)
        done.clicked.connect(self._on_done)
        done.setShortcut(QKeySequence("Ctrl+Return"))
        self._footer.addWidget(done)
        self._close_off()

    def focus_first(self) -> None:
        """Have the day ready for the keyboard."""
        self.day.setFocus()
        self.day.selectAll()

    @Slot()
    def _on_done(self) -> None:
        if self.day.take() and self.day.iso():
            self.sent.emit(self.day.iso(), self.along.isVisible() and self.along.isChecked())
