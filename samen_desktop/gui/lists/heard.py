"""The block "Heard": sessions it came to, inputs per phase, follow-ups; each leads to its list.

Of an organisation in its form, of a group in its detail. What counts as heard is for the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import dates
from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.core.heard import HEARD_KINDS, Duty, Heard, InPhase, Meeting
from samen_desktop.core.reports.reach import HELD
from samen_desktop.gui import language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Hairline, Sign

_MEETINGS = 4
_DUTIES = 3


class HeardBlock(QWidget):
    """The block. Signals: `go_requested(Place)` with the list a figure is counted from."""

    go_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_heard(self, heard: Heard | None) -> None:
        """Show this; None for a record that is still to be made."""
        if self._inside is not None:
            self._inside.hide()
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
        self._inside = inside = _Lines(heard, self)
        inside.go_requested.connect(self.go_requested)
        self._column.addWidget(inside)
        self.updateGeometry()


class _Lines(QWidget):
    """What is told of one record, line by line with a hairline under each."""

    go_requested = Signal(object)

    def __init__(self, heard: Heard | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if heard is None or heard.never:
            self._add(self._never())
        if heard is None:
            return
        self._heard = heard
        for meeting in heard.meetings[:_MEETINGS]:
            self._add(self._meeting(meeting))
        if len(heard.meetings) > _MEETINGS:
            text = self.tr("all %n session(s)", "", len(heard.meetings))
            self._add(self._link(text, Place("sessions", {"party": self._me()})))
        for phase in heard.phases:
            if phase.sessions or phase.inputs or (phase.begun and heard.kind == "group"):
                self._add(self._phase(phase))
        for duty in heard.duties[:_DUTIES]:
            self._add(self._duty(duty))

    def _never(self) -> QBoxLayout:
        line = self._line()
        line.addWidget(Sign("circle-dashed", "DEE", Measure.SIGN, self))
        line.addWidget(label(self.tr("still to hear"), "warning", self), 1)
        return line

    def _meeting(self, meeting: Meeting) -> QBoxLayout:
        line = self._line()
        line.addWidget(self._button(meeting.code, Place("sessions", record=meeting.id)))
        line.addWidget(label(meeting.title, "body", self, elided=True), 1)
        if not meeting.held:
            line.addWidget(Sign("calendar-clock", "text2", Measure.SIGN, self))
        day = dates.show(meeting.day, language.current()) if meeting.day else self.tr("no day yet")
        when = label(day, "secondary", self)
        when.setToolTip("" if meeting.held else self.tr("planned"))
        line.addWidget(when)
        return line

    def _phase(self, phase: InPhase) -> QBoxLayout:
        line = self._line()
        named = phase.name or self.tr("outside the phases")
        line.addWidget(label(named, "body", self, elided=True), 1)
        if not phase.sessions and not phase.inputs and phase.over:
            line.addWidget(label(self.tr("not heard"), "secondary", self))
            return line
        if not phase.sessions and not phase.inputs:
            line.addWidget(Sign("circle-dashed", "DEE", Measure.SIGN, self))
            line.addWidget(label(self.tr("still to hear"), "warning", self))
            return line
        figures = QHBoxLayout()
        figures.setSpacing(12)
        for text, place in self._figures(phase):
            figures.addWidget(self._button(text, place))
        line.addLayout(figures)
        return line

    def _figures(self, phase: InPhase) -> Iterator[tuple[str, Place]]:
        """What was counted in a phase, each with the list it is counted from."""
        here = {"phase": frozenset({phase.phase})}
        if phase.sessions:
            held = {**here, "party": self._me(), "status": frozenset({HELD})}
            yield self.tr("%n session(s)", "", phase.sessions), Place("sessions", held)
        said = {**here, HEARD_KINDS[self._heard.kind]: self._me()}
        if phase.inputs:
            yield self.tr("%n input(s)", "", phase.inputs), Place("inputs", said)
        if phase.undecided:
            undecided = {**said, "answer/status": frozenset({NOT_WEIGHED})}
            yield self.tr("%n without fate", "", phase.undecided), Place("inputs", undecided)

    def _duty(self, duty: Duty) -> QBoxLayout:
        line = self._line()
        line.addWidget(self._button(duty.code, Place("follow_ups", record=duty.id)))
        line.addWidget(label(duty.text, "body", self, elided=True), 1)
        if duty.late:
            line.addWidget(Sign("triangle-alert", "NOV", Measure.SIGN, self))
            line.addWidget(label(self.tr("%n day(s) late", "", duty.late), "error", self))
        elif duty.due:
            line.addWidget(label(dates.show(duty.due, language.current()), "secondary", self))
        return line

    def _me(self) -> frozenset[str]:
        return frozenset({self._heard.id.hex()})

    def _line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addStrut(theme.current().height(Measure.ROW) - 1)
        return line

    def _link(self, text: str, place: Place) -> QBoxLayout:
        line = self._line()
        line.addWidget(self._button(text, place))
        line.addStretch(1)
        return line

    def _button(self, text: str, place: Place) -> QWidget:
        made = button(text, "link", parent=self)
        made.clicked.connect(partial(self.go_requested.emit, place))
        return made

    def _add(self, line: QBoxLayout) -> None:
        self._column.addLayout(line)
        self._column.addWidget(Hairline(self))
