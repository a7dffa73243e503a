"""The band above a round that is open for reading only: it stays, on every page.

A message can be closed; that nothing here is kept must stay in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.core.backups import reason_words
from samen_desktop.gui import language, theme
from samen_desktop.gui.bridge import RoundFacts
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Sign

_EDGE = 3


class ReadingBand(QWidget):
    """Signals: `left()` to go back to the round; `backups_requested()` for the list of backups."""

    left = Signal()
    backups_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "strong", self, wrapped=True)
        self._back = button(self.tr("Stop looking"), "link", parent=self)
        self._backups = button(self.tr("Backups"), "link", parent=self)
        self._back.clicked.connect(self.left)
        self._backups.clicked.connect(self.backups_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE + 12, 3, 12, 3)
        row.setSpacing(10)
        row.addWidget(Sign("lock", "DEE", parent=self))
        row.addWidget(self._text, 1)
        row.addWidget(self._backups)
        row.addWidget(self._back)
        self.setMinimumHeight(Measure.MESSAGE)
        self.hide()
        theme.current().changed.connect(self.update)

    @Slot(object)
    def show_for(self, facts: RoundFacts) -> None:
        """Say which file this is, where it may not be written."""
        self.setVisible(not facts.writable)
        if facts.writable:
            return
        words = self.tr("For reading only: {name}").format(name=facts.path.name)
        if facts.backup is not None:
            when, reason = facts.backup
            words = self.tr("For reading only: backup of {when}, {why}").format(
                when=f"{when:%d-%m-%Y %H:%M}", why=language.say(reason_words(reason))
            )
        self._text.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("subtle"))
        painter.fillRect(QRect(0, 0, _EDGE, self.height()), current.color("DEE"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), current.color("hair"))
        painter.end()
