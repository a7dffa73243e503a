"""Choices kept by name: take one out again, keep what stands, forget one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from samen_desktop.core.reports.choices import Choice
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.term_box import TermBox

_LONGEST = 60


class ChoiceBar(QWidget):
    """The row. Signals: `taken(Choice)`, `keep_requested(str)`, `forget_requested(str)`."""

    taken = Signal(object)
    keep_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, Choice] = {}
        self._kept = TermBox(self.tr("Kept choices"), self)
        self._kept.code_changed.connect(self._on_taken)
        self._name = QLineEdit(self)
        self._name.setMaxLength(_LONGEST)
        self._name.setAccessibleName(self.tr("Name of this choice"))
        self._name.setPlaceholderText(self.tr("name of this choice"))
        self._name.textChanged.connect(self._show_state)
        self._name.returnPressed.connect(self._on_keep)
        self._keep = button(self.tr("Keep"), "outlined", parent=self)
        self._keep.clicked.connect(self._on_keep)
        self._forget = button(self.tr("Forget"), "flat", parent=self)
        self._forget.clicked.connect(self._on_forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Measure.GRID)
        row.addWidget(self._kept, 1)
        row.addWidget(self._name, 1)
        row.addWidget(self._keep)
        row.addWidget(self._forget)
        self.setFocusProxy(self._kept)
        self.show_choices([])

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """The choices that are kept, by name."""
        self._choices = {choice.name: choice for choice in choices}
        words = self.tr("kept choices") if choices else self.tr("nothing kept yet")
        self._kept.set_terms([(name, name) for name in self._choices], empty=words)
        if self._kept.code() not in self._choices:
            self._kept.set_code("")
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._keep.setEnabled(bool(self._name.text().strip()))
        self._forget.setEnabled(self._kept.code() in self._choices)
        self._kept.setEnabled(bool(self._choices))

    @Slot(str)
    def _on_taken(self, name: str) -> None:
        self._show_state()
        if name in self._choices:
            self._name.setText(name)
            self.taken.emit(self._choices[name])

    @Slot()
    def _on_keep(self) -> None:
        if self._name.text().strip():
            self.keep_requested.emit(self._name.text())

    @Slot()
    def _on_forget(self) -> None:
        if self._kept.code() in self._choices:
            self.forget_requested.emit(self._kept.code())
