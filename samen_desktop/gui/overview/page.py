"""Overzicht: where the round stands today. Every figure, dot and row leads to its list.

The short lists come first; counts of the inputs and who is still to hear follow as soon as they are
known, so that a large round is seen as soon as a small one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QLocale, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.standing import Course, Fates, Unheard, first_day
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes, Ticket
from samen_desktop.gui.page import Hint, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section

from . import work
from .figures import Figure, FigureStrip, ProcessingBar, processing
from .marks import Marks
from .route_bar import RouteBar
from .rows import ComingRows, LateRows, UnheardRows

_MOST_LATE, _MOST_COMING, _MOST_UNHEARD = 7, 6, 4
_SETTLE_MS = 150
_DAY_MS = 60_000
_LEFT_PART, _RIGHT_PART, _GAP = 712, 378, 44
_BESIDE = 760
"""Pixels under which what is late and who is still to hear stand below each other."""
_KINDS = (
    "round",
    "phase",
    "session",
    "follow_up",
    "group",
    "input",
    "stakeholder",
    "participant",
    "feedback",
    "bundle",
    "chapter",
    "plan_version",
)


class OverviewPage(Page):
    """The first screen of an open round."""

    name = "overview"

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] | None = None,
    ) -> None:
        """`today` gives the day it shows: for tests.

        Else the settings may name one for pictures (`overview/today`, an ISO date); else it is the
        day it is.
        """
        super().__init__(bridge, parent)
        self._settings = settings
        self._today = today or self._usual_day
        self._day: date | None = None
        self._course: Course | None = None
        self._fates: Fates | None = None
        self._unheard: tuple[Unheard, ...] | None = None
        self._open_choices = 0
        self._feedback_late = 0
        self._places = 0
        self._tickets: list[Ticket] = []
        self._all_late = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._midnight = QTimer(self)
        self._midnight.setInterval(_DAY_MS)
        self._midnight.timeout.connect(self._on_minute)
        self._build()

    def title(self) -> str:
        return self.tr("Overview")

    def arrive(self, place: Place) -> None:
        self._settle.stop()
        self._read()
        self._midnight.start()

    def hear(self, changes: Changes) -> None:
        if changes.touch(*_KINDS) and self.isVisible():
            self._settle.start()

    def hints(self) -> Sequence[Hint]:
        return (
            Hint(self.tr("Tab"), self.tr("next part")),
            Hint("← →", self.tr("along the parts")),
            Hint(self.tr("Enter"), self.tr("to the list")),
        )

    def _build(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, 0, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.BLOCK)
        column.addLayout(self._header())
        self._route = RouteBar(inside)
        self._no_route = _nothing(inside)
        self._strip = FigureStrip(inside)
        column.addWidget(self._route)
        column.addWidget(self._no_route)
        column.addWidget(self._strip)
        parts = self._parts = QHBoxLayout()
        parts.setSpacing(_GAP)
        parts.addLayout(self._left_part(inside), _LEFT_PART)
        parts.addLayout(self._right_part(inside), _RIGHT_PART)
        column.addLayout(parts)
        column.addStretch(1)
        scroll = ScrollPane(self, grounded=False)
        scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._no_route.chosen.connect(self._on_plan_wished)
        for marks in (self._route, self._strip, self._bar, *self._lists()):
            marks.chosen.connect(self._on_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        how = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(how)
        self._parts.setSpacing(_GAP if beside else Measure.BLOCK)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 14, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(self.title(), "title", self))
        self._date = label("", "read_secondary", self)
        row.addWidget(self._date)
        row.addStretch(1)
        export = button(self.tr("Overview to Excel"), "outlined", "file-spreadsheet", parent=self)
        export.clicked.connect(self._on_export_wished)
        row.addWidget(export)
        return row

    def _left_part(self, inside: QWidget) -> QVBoxLayout:
        self._late_title = Section(self.tr("Late"), inside, large=True)
        self._late_rows = LateRows(inside)
        self._nothing_late = _nothing(inside)
        self._nothing_late.show_state(self.tr("Nothing is late."), met=True)
        self._bar_title = Section(self.tr("Inputs by processing"), inside, large=True)
        self._bar = ProcessingBar(inside)
        self._no_inputs = _nothing(inside)
        self._no_inputs.show_state(
            self.tr("No inputs yet."), self.tr("Note a session, or read in a file.")
        )
        self._late_title.link_chosen.connect(self._on_all_late_wished)
        self._bar_title.link_chosen.connect(self._on_open_wished)
        return _stacked(
            (self._late_title, self._late_rows, self._nothing_late),
            (self._bar_title, self._bar, self._no_inputs),
        )

    def _right_part(self, inside: QWidget) -> QVBoxLayout:
        self._unheard_title = Section(self.tr("Still to hear"), inside, large=True)
        self._unheard_rows = UnheardRows(inside)
        self._all_heard = _nothing(inside)
        self._coming_title = Section(self.tr("Next two weeks"), inside, large=True)
        self._coming_rows = ComingRows(inside)
        self._nothing_coming = _nothing(inside)
        self._nothing_coming.show_state(self.tr("Nothing is planned in the next two weeks."))
        self._unheard_title.link_chosen.connect(self._on_groups_wished)
        self._coming_title.link_chosen.connect(self._on_follow_ups_wished)
        return _stacked(
            (self._unheard_title, self._unheard_rows, self._all_heard),
            (self._coming_title, self._coming_rows, self._nothing_coming),
        )

    def _lists(self) -> tuple[Marks, ...]:
        return (self._late_rows, self._unheard_rows, self._coming_rows)

    @Slot()
    def _read(self) -> None:
        for ticket in self._tickets:
            ticket.drop()
        today = self._today()
        if self._day != today:
            self._day = today
            self._date.setText(_in_words(today))
        if self.bridge.facts is None:
            return
        self._tickets = [
            self.bridge.read(work.course_on(today), self._on_course),
            self.bridge.read(work.fates, self._on_fates),
            self.bridge.read(work.unheard_on(today), self._on_unheard),
            self.bridge.read(work.open_choices, self._on_open_choices),
            self.bridge.read(work.feedback_late_on(today), self._on_feedback_late),
            self.bridge.read(work.places_to_look_at, self._on_places),
        ]

    def _usual_day(self) -> date:
        fixed = first_day(self._settings.remembered(self.name, "today", ""))
        return fixed or date.today()  # noqa: DTZ011 - a day where the person is

    @Slot()
    def _on_minute(self) -> None:
        """The day turns while the window stands open."""
        if self.isVisible() and self._today() != self._day:
            self._read()

    def _on_course(self, course: Course) -> None:
        self._course = course
        shown = bool(course.phases or course.sessions)
        self._route.setVisible(shown)
        self._no_route.setVisible(not shown)
        if shown:
            self._route.show_course(course)
        else:
            self._no_route.show_state(
                self.tr("No phases and sessions yet."),
                self.tr("Plan a session; it will stand here on a line of time."),
                self.tr("Plan a session"),
            )
        self._show_late(course)
        self._coming_rows.show_coming(course.coming[:_MOST_COMING])
        _either(self._coming_rows, self._nothing_coming, shown=bool(course.coming))
        more = len(course.coming) > _MOST_COMING
        self._coming_title.set_link(self.tr("all %n", "", len(course.coming)) if more else "")
        self._show_figures()

    def _on_fates(self, fates: Fates) -> None:
        self._fates = fates
        self._bar.show_counts(fates.statuses)
        _either(self._bar, self._no_inputs, shown=fates.inputs > 0)
        open_ones = self.tr("%n to be weighed", "", fates.undecided) if fates.undecided else ""
        self._bar_title.set_link(open_ones)
        self._show_figures()

    def _on_open_choices(self, count: int) -> None:
        self._open_choices = count
        self._show_figures()

    def _on_feedback_late(self, count: int) -> None:
        self._feedback_late = count
        self._show_figures()

    def _on_places(self, count: int) -> None:
        self._places = count
        self._show_figures()

    def _on_unheard(self, unheard: tuple[Unheard, ...]) -> None:
        self._unheard = unheard
        self._unheard_rows.show_unheard(unheard[:_MOST_UNHEARD])
        _either(self._unheard_rows, self._all_heard, shown=bool(unheard))
        self._all_heard.show_state(self.tr("No groups are left to hear."), met=True)
        more = len(unheard) > _MOST_UNHEARD
        self._unheard_title.set_link(self.tr("all %n", "", len(unheard)) if more else "")
        self._show_figures()

    def _show_late(self, course: Course) -> None:
        shown = course.late if self._all_late else course.late[:_MOST_LATE]
        self._late_rows.show_late(shown)
        _either(self._late_rows, self._nothing_late, shown=bool(course.late))
        link = ""
        if len(course.late) > _MOST_LATE:
            link = self.tr("fewer") if self._all_late else self.tr("all %n", "", len(course.late))
        self._late_title.set_link(link)

    def _show_figures(self) -> None:
        """What is known by now; nothing is said before that."""
        figures = []
        if self._fates is not None:
            fates = self._fates
            words = self.tr("inputs from %n session(s) and letters", "", fates.sources)
            figures.append(Figure(_grouped(fates.inputs), words, Place("inputs")))
            words = self.tr("to be weighed")
            figures.append(Figure(_grouped(fates.undecided), words, processing("OPN")))
        if self._course is not None:
            count = len(self._course.late)
            state, sign = ("NOV", "triangle-alert") if count else ("", "")
            late = Place("overview", filters={"late": frozenset({"1"})})
            figures.append(Figure(str(count), self.tr("late"), late, state, sign))
        if self._unheard is not None:
            count = len(self._unheard)
            words = self.tr("group(s) still to hear", "", count)
            figures.append(Figure(str(count), words, Place("groups")))
        if self._open_choices:
            words = self.tr("choice(s) open", "", self._open_choices)
            waiting = str(self._open_choices)
            figures.append(Figure(waiting, words, Place("merge"), "DEE", "git-merge"))
        if self._feedback_late:
            words = self.tr("feedback(s) late", "", self._feedback_late)
            late = Place("feedbacks", filters={"late": frozenset({"1"})})
            number = str(self._feedback_late)
            figures.append(Figure(number, words, late, "NOV", "triangle-alert"))
        if self._places:
            words = self.tr("place(s) to look at again", "", self._places)
            again = Place("look_again")
            figures.append(Figure(str(self._places), words, again, "DEE", "triangle-alert"))
        self._strip.show_figures(figures)

    @Slot(object)
    def _on_chosen(self, place: Place) -> None:
        if place.page == self.name:
            self._all_late = True
            if self._course is not None:
                self._show_late(self._course)
            self._late_rows.setFocus()
        else:
            self.go_requested.emit(place)

    @Slot()
    def _on_all_late_wished(self) -> None:
        self._all_late = not self._all_late
        if self._course is not None:
            self._show_late(self._course)

    @Slot()
    def _on_open_wished(self) -> None:
        self.go_requested.emit(Place("answers", filters=processing("OPN").filters))

    @Slot()
    def _on_groups_wished(self) -> None:
        self.go_requested.emit(Place("groups"))

    @Slot()
    def _on_follow_ups_wished(self) -> None:
        self.go_requested.emit(Place("follow_ups"))

    @Slot()
    def _on_plan_wished(self) -> None:
        self.go_requested.emit(Place("sessions"))

    @Slot()
    def _on_export_wished(self) -> None:
        self.go_requested.emit(Place("reports"))


def _stacked(*blocks: tuple[QWidget, ...]) -> QVBoxLayout:
    """Sections one below the other: title, rows, and what stands there without rows."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for at, (title, *rest) in enumerate(blocks):
        if at:
            column.addSpacing(Measure.BLOCK)
        column.addWidget(title)
        column.addSpacing(Measure.GRID)
        for widget in rest:
            column.addWidget(widget)
            widget.hide()
    column.addStretch(1)
    return column


def _nothing(parent: QWidget) -> EmptyState:
    """What stands at the place of the first row, in line with the rows of this page."""
    state = EmptyState(parent=parent)
    layout = state.layout()
    if layout is not None:
        layout.setContentsMargins(0, Measure.GRID, 0, Measure.GRID)
    return state


def _either(rows: QWidget, empty: QWidget, *, shown: bool) -> None:
    rows.setVisible(shown)
    empty.setVisible(not shown)


def _in_words(day: date) -> str:
    """`maandag 20 juni 2022`."""
    spoken = QLocale.Language.Dutch if language.current() == "nl" else QLocale.Language.English
    return QLocale(spoken).toString(day, "dddd d MMMM yyyy")  # type: ignore[call-overload, no-any-return]


def _grouped(number: int) -> str:
    """`100.000` in Dutch, `100,000` in English."""
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if language.current() == "nl" else grouped
