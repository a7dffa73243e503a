"""Reach: which group was heard in which phase, from small rows about visits and about input.

The rule: a group is heard in a phase when a held session of that phase had people of it, or when
an input or a written reaction of it came in. Only planned: still to hear, with session and date. A
past phase without either: not heard. People are the sum of `present` over held sessions: whoever
came twice counts twice, so it is never a number of distinct persons. An organisation counts in each
of its groups; the total counts it once. How a cell is worded is left to the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

NO_PHASE = ""
"""Where input and sessions stand that belong to no phase."""

HELD = "GEHOUD"
WRITTEN = "SCHRIF"
_PLANNED = frozenset({"GEPL", "UITGEN"})
_MOVED = "VERZET"


class State(Enum):
    """What there is to say about one group in one phase."""

    HEARD = "heard"
    PLANNED = "planned"  # still to hear, a session is planned
    OVERDUE = "overdue"  # still to hear, the day of the planned session has passed
    UNPLANNED = "unplanned"  # still to hear and nothing planned, the phase is not over
    NOT_HEARD = "not_heard"  # the phase is over
    NONE = "none"  # outside any phase there is nothing to expect


@dataclass(frozen=True, slots=True)
class Period:
    """A phase: `end` is an ISO date, may be partial or empty (then it is never past)."""

    key: str
    end: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One party at one session: `groups` are those the party belongs to."""

    session: str
    kind: str
    status: str
    phase: str
    date: str
    groups: tuple[str, ...]
    present: int


@dataclass(frozen=True, slots=True)
class Said:
    """How many inputs came from exactly these groups in one phase, and the last of their dates."""

    groups: tuple[str, ...]
    phase: str
    inputs: int
    last: str


@dataclass(slots=True)
class Place:
    """One cell, one total, or the total of totals.

    `unheard` is what to say as long as nothing was heard.
    `sessions` and `letters` are codes of what was held; `planned` is date and code of the first
    session to come; `last` is the last day on which something was heard.
    """

    unheard: State = State.NONE
    inputs: int = 0
    people: int = 0
    sessions: set[str] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    planned: tuple[str, str] | None = None
    last: str = ""

    @property
    def heard(self) -> bool:
        return bool(self.inputs or self.sessions or self.letters)

    @property
    def state(self) -> State:
        return State.HEARD if self.heard else self.unheard

    def visit(self, visit: Visit) -> None:
        if visit.kind == WRITTEN:
            self.letters.add(visit.session)
        elif visit.present:
            self.sessions.add(visit.session)
        else:
            return
        self.people += visit.present
        self.last = max(self.last, visit.date)

    def say(self, said: Said) -> None:
        self.inputs += said.inputs
        self.last = max(self.last, said.last)

    def plan(self, visit: Visit) -> None:
        coming = (visit.date, visit.session)
        # A session without a date comes after all that have one.
        if self.planned is None or (not coming[0], coming) < (not self.planned[0], self.planned):
            self.planned = coming


@dataclass(frozen=True, slots=True)
class Reach:
    """`cells` by (group, phase), `groups` and `phases` the totals of a row and a column.

    What belongs to no phase stands under the phase NO_PHASE.
    """

    cells: dict[tuple[str, str], Place]
    groups: dict[str, Place]
    phases: dict[str, Place]
    whole: Place


def reach(
    groups: Sequence[str],
    periods: Sequence[Period],
    visits: Iterable[Visit],
    said: Iterable[Said],
    today: str,
) -> Reach:
    """Who was heard when. `groups` are keys, `today` is an ISO date."""
    phases = [*(period.key for period in periods), NO_PHASE]
    found = Reach(
        cells={(group, phase): Place() for group in groups for phase in phases},
        groups={group: Place() for group in groups},
        phases={phase: Place() for phase in phases},
        whole=Place(),
    )
    for visit in visits:
        _count(found, visit, today)
    for row in said:
        for place in _places(found, row.groups, row.phase):
            place.say(row)
    ends = {period.key: period.end for period in periods}
    for (_, phase), place in found.cells.items():
        if phase in ends:
            place.unheard = _unheard(place, ends[phase], today)
    return found


def _count(found: Reach, visit: Visit, today: str) -> None:
    if visit.status == HELD:
        for place in _places(found, visit.groups, visit.phase):
            place.visit(visit)
    elif _to_come(visit, today):
        for place in _places(found, visit.groups, visit.phase):
            place.plan(visit)


def _places(found: Reach, groups: tuple[str, ...], phase: str) -> Iterator[Place]:
    """Each place that something of these groups counts in: once in each."""
    phase = phase if phase in found.phases else NO_PHASE
    for group in groups:
        if group in found.groups:
            yield found.cells[group, phase]
            yield found.groups[group]
    yield found.phases[phase]
    yield found.whole


def _to_come(visit: Visit, today: str) -> bool:
    """A moved session still comes when its day does; without a new day nothing is planned."""
    if visit.status == _MOVED:
        return bool(visit.date) and not _past(visit.date, today)
    return visit.status in _PLANNED


def _unheard(place: Place, end: str, today: str) -> State:
    """What to say of a phase ending then. A partial date is past when all it may mean is past."""
    if place.planned:
        return State.OVERDUE if _past(place.planned[0], today) else State.PLANNED
    return State.NOT_HEARD if _past(end, today) else State.UNPLANNED


def _past(date: str, today: str) -> bool:
    return bool(date) and date < today[: len(date)]
