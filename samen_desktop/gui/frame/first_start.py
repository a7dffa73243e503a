"""The one question of the first start: what somebody does here, and the mark of their notes.

Never a name: function and mark stand beside every edit, and a file travels.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core.codes import is_mark
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.states import set_state

_WIDTH = 460
_LONGEST = 60


class FirstStart(QDialog):
    """Asks once. Signals: `introduced(str, str)` with mark and function."""

    introduced = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("SAMEN Desktop")
        self.setMinimumWidth(_WIDTH)
        self._function = QLineEdit(self)
        self._function.setMaxLength(_LONGEST)
        self._function.setPlaceholderText(self.tr("for example: coordinator"))
        self._mark = QLineEdit(self)
        self._mark.setMaxLength(4)
        self._mark.setPlaceholderText(self.tr("for example: HR"))
        self._problem = label("", "error", self, wrapped=True)
        self._problem.hide()
        self._done = button(self.tr("Continue"), "primary", keys="Enter", parent=self)
        self._done.setDefault(True)
        self._later = button(self.tr("Later"), "flat", keys="Esc", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(Measure.MARGIN, Measure.MARGIN, Measure.MARGIN, Measure.BLOCK)
        column.setSpacing(Measure.GRID)
        column.addWidget(label(self.tr("Who works on this laptop?"), "title", self))
        about = self.tr(
            "It stands beside every change in the file, so that colleagues can follow what was"
            " done. Give a function and a mark, no name."
        )
        column.addWidget(label(about, "secondary", self, wrapped=True))
        column.addSpacing(Measure.GRID)
        column.addWidget(form_label(self.tr("Function"), self._function, self))
        column.addWidget(self._function)
        column.addSpacing(Measure.HALF)
        column.addWidget(form_label(self.tr("Mark of your notes (2–4 letters)"), self._mark, self))
        column.addWidget(self._mark)
        column.addWidget(self._problem)
        column.addSpacing(Measure.BLOCK)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._later)
        row.addWidget(self._done)
        column.addLayout(row)
        self._done.clicked.connect(self._on_done)
        self._later.clicked.connect(self.reject)
        self._mark.textEdited.connect(self._on_mark_edited)
        self._function.setFocus()

    @Slot()
    def _on_done(self) -> None:
        mark, function = self._mark.text().strip(), self._function.text().strip()
        if not is_mark(mark):
            self._problem.setText(self.tr("The mark is 2 to 4 capital letters, for example HR."))
            self._problem.show()
            set_state(self._mark, "error")
            self._mark.setFocus()
            return
        self.introduced.emit(mark, function)
        self.accept()

    @Slot(str)
    def _on_mark_edited(self, typed: str) -> None:
        at = self._mark.cursorPosition()
        self._mark.setText(typed.upper())
        self._mark.setCursorPosition(at)
        self._problem.hide()
        set_state(self._mark, "")
