"""A small form over the window for a change the municipality makes of its own (ambtshalve)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.inputs import INPUT
from samen_desktop.gui import language
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.overlay import Overlay

from .text_field import GrowingText

_WIDTH = 460


class OwnChange(Overlay):
    """The form. Signals: `made(str)` with the words of the change, after it went."""

    made = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._words = GrowingText(INPUT.field("words"), (4, 10), self)
        self._words.setAccessibleName(self.tr("What changes, and why"))
        self._problem = label("", "error", self, wrapped=True)
        save = button(self.tr("Save"), "outlined", "check", keys="Ctrl+Enter", parent=self)
        save.clicked.connect(self._on_save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Official's own change"), "strong", self))
        explain = self.tr("A row without a submitter: what you change without anybody asking.")
        column.addWidget(label(explain, "secondary", self, wrapped=True))
        column.addWidget(self._words)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(save)
        column.addLayout(row)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._on_save)

    def begin(self, place: QPoint) -> None:
        """Show at a place on the screen; what was typed before and not saved is still there."""
        self._problem.setText("")
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        self.open_at(place, self._words)

    @Slot()
    def _on_save(self) -> None:
        try:
            value = self._words.value()
        except NotAValueError as error:
            self._problem.setText(language.say(error.words))
            return
        if not value:
            self._problem.setText(self.tr("Write what changes."))
            return
        self._words.put("")
        self.leave()
        self.made.emit(str(value))
