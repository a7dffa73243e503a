"""What a recipient of feedback reads, in the detail beside its row: to look at, and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.reports.document import Look
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section, Sign

if TYPE_CHECKING:
    from .work import Letter

_MOST = 60
"""Paragraphs that are shown; who was told more reads the rest in the copy."""


class LetterPart(QWidget):
    """The letter. Signals: `copy_requested()`."""

    copy_requested = Signal()

    def __init__(self, letter: Letter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(Measure.HALF)
        title = Section(self.tr("Text for the recipient"), self, link=self.tr("Copy text"))
        title.link_chosen.connect(self.copy_requested)
        column.addWidget(title)
        line = QHBoxLayout()
        line.setSpacing(6)
        waits = letter.open > 0
        line.addWidget(Sign("circle-dashed" if waits else "check", "DEE" if waits else "OVG", 14))
        line.addWidget(label(self._standing(letter), "warning" if waits else "met", self), 1)
        column.addLayout(line)
        for each in letter.paragraphs[:_MOST]:
            kind = "strong" if each.look is Look.LABEL else "read"
            if each.look is Look.LABEL:
                column.addSpacing(Measure.HALF)
            column.addWidget(label(each.text, kind, self, wrapped=True))
        if len(letter.paragraphs) > _MOST:
            words = self.tr("The rest stands in the text that is copied.")
            column.addWidget(label(words, "secondary", self, wrapped=True))

    def _standing(self, letter: Letter) -> str:
        if not letter.said:
            return self.tr("Nothing of this recipient stands in the round.")
        if letter.open:
            waiting = self.tr("%n of %1 still without an approved answer", "", letter.open)
            return waiting.replace("%1", str(letter.said))
        return self.tr("All %n input(s) answered", "", letter.said)
