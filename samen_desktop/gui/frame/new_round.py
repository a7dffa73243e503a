"""What a new round needs, asked on the start screen in place of the recent rounds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.segments import Segments

_LONGEST_NAME = 200


class NewRound(QWidget):
    """What a new round needs: a name, and whether it starts with phases and groups.

    Signals: `made_requested(str, str)` with name and template; `given_up()`.
    """

    made_requested = Signal(str, str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(self)
        self._name.setMaxLength(_LONGEST_NAME)
        self._template = Segments(
            self.tr("Start with"),
            [
                ("consultatieronde", self.tr("Phases, groups and terms ready")),
                ("leeg", self.tr("Empty")),
            ],
            self,
        )
        self._make = button(self.tr("Choose a place and make…"), "primary", parent=self)
        self._cancel = button(self.tr("Cancel"), "flat", keys="Esc", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addWidget(label(self.tr("New round"), "section", self))
        column.addSpacing(Measure.GRID)
        column.addWidget(form_label(self.tr("Name of the round"), self._name, self))
        column.addWidget(self._name)
        column.addSpacing(Measure.GRID)
        column.addWidget(label(self.tr("Start with"), "secondary", self))
        column.addWidget(self._template)
        column.addSpacing(Measure.BLOCK)
        row = QHBoxLayout()
        row.addWidget(self._make)
        row.addWidget(self._cancel)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self._name.textChanged.connect(self._on_name_changed)
        self._name.returnPressed.connect(self._make.click)
        self._make.clicked.connect(self._on_make_clicked)
        self._cancel.clicked.connect(self.given_up)
        self._on_name_changed("")

    def begin(self) -> None:
        """Ask anew."""
        self._name.clear()
        self._name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_name_changed(self, name: str) -> None:
        self._make.setEnabled(bool(name.strip()))
        self._make.setToolTip("" if name.strip() else self.tr("Give the round a name first."))

    @Slot()
    def _on_make_clicked(self) -> None:
        self.made_requested.emit(self._name.text().strip(), self._template.chosen())
