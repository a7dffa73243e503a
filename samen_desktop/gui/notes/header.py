"""The head of Notuleren: which session, the agenda's time, what is saved, two commands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.agenda import read_agenda
from samen_desktop.core.dates import show
from samen_desktop.core.note_sheet import SessionFacts
from samen_desktop.gui import language, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Sign

from .agenda_bar import AgendaBar

_HEIGHT = 72
_WITH_WORDS = 960
_AGENDA, _LEAST_AGENDA = 320, 180


class NotesHeader(QWidget):
    """Signals: `projector_requested()`, `leave_requested()`."""

    projector_requested = Signal()
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self._title = label("", "title", self, elided=True)
        self._facts = label("", "secondary", self, elided=True)
        self.agenda = AgendaBar(self)
        self._sign = Sign("check", "OVG", parent=self)
        self._state = label("", "met", self)
        nameless = button(self.tr("Screen without names"), "outlined", "eye-off", "F9", self)
        self._nameless = nameless
        done = button(self.tr("Done"), "outlined", "", "Esc", self)
        nameless.clicked.connect(self.projector_requested)
        done.clicked.connect(self.leave_requested)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._title)
        names.addWidget(self._facts)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Measure.MARGIN, 0, Measure.MARGIN, 0)
        row.setSpacing(8)
        row.addLayout(names, 1)
        row.addWidget(self.agenda)
        row.addSpacing(Measure.MARGIN)
        row.addWidget(self._sign)
        row.addWidget(self._state)
        row.addSpacing(12)
        row.addWidget(nameless)
        row.addWidget(done)
        self._sign.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the session goes before the words of a button."""
        super().resizeEvent(event)
        words = self.tr("Screen without names")
        wide = self.width() >= _WITH_WORDS
        self.agenda.setMaximumWidth(_AGENDA if wide else _LEAST_AGENDA)
        self._nameless.setText(words if wide else "")
        self._nameless.setAccessibleName(words)
        self._nameless.setToolTip(words)

    def put(self, session: SessionFacts) -> None:
        """Show a session."""
        self._title.setText(f"{session.code} {session.title}".strip())
        facts = [session.kind, show(session.date, language.current()) if session.date else ""]
        if session.phase:
            facts.append(self.tr("phase %1").replace("%1", session.phase))
        if session.present:
            facts.append(self.tr("%n participant(s)", "", session.present))
        self._facts.setText(" · ".join(fact for fact in facts if fact))
        self.agenda.put(read_agenda(session.agenda))

    def show_saving(self) -> None:
        """Something is on its way to the disk, and takes a moment."""
        self._state.set_kind("secondary")
        self._state.setText(self.tr("saving…"))
        self._sign.hide()

    def show_saved(self, when: datetime) -> None:
        """All is on the disk."""
        self._state.set_kind("met")
        #: The time at which the last note was saved.
        self._state.setText(self.tr("saved %1").replace("%1", when.strftime("%H:%M:%S")))
        self._sign.show_sign("check", "OVG")
        self._sign.show()

    def show_failed(self) -> None:
        """Something could not be written; the message says what."""
        self._state.set_kind("error")
        self._state.setText(self.tr("not saved"))
        self._sign.show_sign("triangle-alert", "NOV")
        self._sign.show()

    @property
    def state(self) -> str:
        """The words that say what is saved."""
        return self._state.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("window"))
        painter.setPen(QPen(current.color("border"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()
