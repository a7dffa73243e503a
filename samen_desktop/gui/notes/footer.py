"""The strip at the foot of Notuleren: the keys that work here, and what was noted so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.core.note_sheet import Sheet
from samen_desktop.gui import theme
from samen_desktop.gui.page import Hint
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label

from .zone import KeyRow


class Footer(QWidget):
    """Five keys at the left, counts at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = KeyRow(self, small=True, gap=20)
        self._keys.put([(hint.keys, hint.text) for hint in self.hints()])
        self._count = label("", "small", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._keys, 1)
        row.addWidget(self._count)
        self.setFixedHeight(theme.current().height(Measure.STATUS_BAR))

    def hints(self) -> Sequence[Hint]:
        """The most useful keys of Notuleren."""
        return (
            Hint("Enter", self.tr("saves")),
            Hint("↑", self.tr("edit previous line")),
            Hint("Ctrl+Z", self.tr("undo")),
            Hint("Ctrl+PgDn", self.tr("next agenda item")),
            Hint("F1", self.tr("help")),
        )

    def count(self, sheet: Sheet) -> None:
        """Say how many inputs and follow-ups this session has."""
        actions = sum(row.note.action for row in sheet.rows)
        inputs = self.tr("%n input(s)", "", len(sheet.rows) - actions)
        follow_ups = self.tr("%n follow-up(s) in this session", "", actions)
        self._count.setText(f"{inputs}, {follow_ups}")

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("window"))
        painter.setPen(QPen(current.color("hair"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()
