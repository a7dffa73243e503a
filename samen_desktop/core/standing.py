"""Where a round stands on a day: its phases and sessions, what is late, who is still to hear.

Shapes and the rules about days; the rows are read by `store.standing`, and how it is said or drawn
is for the window. A date may be partial: it has passed when all that it may mean has passed.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from .dates import is_iso
from .reports.reach import State

REPORT_DAYS = 28
"""A report that was begun is late when this many days after the session it is not adopted."""

COMING_DAYS = 14

TO_COME = frozenset({"GEPL", "UITGEN", "VERZET"})
"""Session statuses of what is still to be held; a moved one comes when its new day does."""

REPORT_BEGUN = frozenset({"CONCEPT", "TERINZ"})
"""Report statuses that ask for more. `GEEN` says there is none and none is waited for."""

UNDONE = frozenset({"OPEN", "LOOPT", "WACHT"})
"""Follow-up statuses of what is still to be done."""


class Why(Enum):
    """Why something is late."""

    DUE = "due"  # a follow-up whose day has passed
    NOT_HELD = "not_held"  # a session that was to be held by now
    REPORT = "report"  # a held session whose report was not adopted in time


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase in the round's order; dates are ISO text and empty where unknown."""

    id: bytes
    number: str
    name: str
    start_planned: str
    end_planned: str
    start_actual: str
    end_actual: str

    @property
    def start(self) -> str:
        return self.start_actual or self.start_planned

    @property
    def end(self) -> str:
        return self.end_actual or self.end_planned


@dataclass(frozen=True, slots=True)
class SessionDot:
    """A session that has a date. `status` is its code; cancelled ones are not here."""

    id: bytes
    code: str
    title: str
    date: str
    begin: str
    status: str

    @property
    def held(self) -> bool:
        return self.status == "GEHOUD"


@dataclass(frozen=True, slots=True)
class Late:
    """Something that should have been done by `day`. `kind`: `session` or `follow_up`."""

    why: Why
    kind: str
    id: bytes
    code: str
    text: str
    who: str
    day: date
    days: int


@dataclass(frozen=True, slots=True)
class Coming:
    """Something in the next two weeks. `kind`: `session` or `follow_up`; `begin` may be empty."""

    kind: str
    id: bytes
    code: str
    text: str
    day: date
    begin: str


@dataclass(frozen=True, slots=True)
class Unheard:
    """A group still to hear. `phase` is the number of the current phase it was not heard in.

    `never`: nobody heard it in any phase. `session` and `date` tell the first planned session.
    """

    id: bytes
    name: str
    phase: str
    never: bool
    state: State
    session: str
    date: str


@dataclass(frozen=True, slots=True)
class Course:
    """What follows from the short lists of a round on a day. `late`: the longest waiting first."""

    today: date
    phases: tuple[PhaseSpan, ...]
    sessions: tuple[SessionDot, ...]
    late: tuple[Late, ...]
    coming: tuple[Coming, ...]
    current: PhaseSpan | None


@dataclass(frozen=True, slots=True)
class Fates:
    """Inputs by processing status (all of them, the undecided as `OPN`), and where they came from.

    `sources`: how many sessions and letters gave inputs.
    """

    inputs: int
    sources: int
    statuses: Mapping[str, int]

    @property
    def undecided(self) -> int:
        return self.statuses.get("OPN", 0)


def first_day(iso: str) -> date | None:
    """The first day a date may mean; None where it is no date."""
    if not is_iso(iso):
        return None
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(iso: str) -> date | None:
    """The last day a date may mean; None where it is no date."""
    if not is_iso(iso):
        return None
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (*parts, 12)[:2]
    return date(year, month, monthrange(year, month)[1])


def current_phase(phases: tuple[PhaseSpan, ...], today: date) -> PhaseSpan | None:
    """The first phase that has begun and is not over; None before, between and after them."""
    for phase in phases:
        start, end = first_day(phase.start), last_day(phase.end)
        if start is not None and start <= today and (end is None or today <= end):
            return phase
    return None


def days_late(due: date, today: date) -> int:
    """How many days ago it should have been done; 0 or less where it is not late."""
    return (today - due).days


def report_due(held: date) -> date:
    """The day by which the report of a session held then should be adopted."""
    return held + timedelta(days=REPORT_DAYS)


def is_coming(day: date, today: date) -> bool:
    """Whether a day falls within the coming two weeks, today included."""
    return today <= day <= today + timedelta(days=COMING_DAYS)
