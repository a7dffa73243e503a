"""The plain rows a round hands to its overview, and the protocol of whoever hands them.

Only shapes stand here. References are resolved to codes and keys, terms stay vocabulary codes and
dates stay ISO text (`2022-06-20`, partial `2022-06` or `2022`; empty where unknown). A *key* is any
text that names one group, phase or theme within a round (a record id will do): keys tie rows
together and are never written. Deleted and joined records are left out by the source.

What an edition may show is decided by the report, not by the source: rows carry everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from samen_desktop.core.privacy import Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What is said once about the round: on the reading guide and in the page headers.

    `as_of` is the moment the rows were read, in local time. `filters` says in words what was left
    out by a filter, `inputs` counts the inputs of the round without it (the m of "n van m").
    `plan_version` is empty while a round has no plan. `year` is when the round began, 0 where
    nobody knows: a date long before it is taken for somebody's birth.
    """

    round: str
    municipality: str
    demo: bool
    as_of: datetime
    inputs: int
    plan_version: str = ""
    filters: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase in the round's order. `start` and `end` are the actual dates, else the planned."""

    key: str
    number: str
    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the round's order."""

    key: str
    name: str
    in_motion: bool


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme in the order of the tree. `parent` is a key, empty at the top."""

    key: str
    number: str
    name: str
    description: str
    parent: str


@dataclass(frozen=True, slots=True)
class StakeholderRow:
    """A stakeholder in the order of the codes. `groups` are keys.

    `by_name`: the public may read its name.
    """

    code: str
    name: str
    kind: str
    groups: tuple[str, ...]
    role: str
    interest: str
    influence: str
    involvement: str
    position: str
    website: str
    note: str
    privacy: str
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in the order of date, then code. `invited` and `present` are sums over its parties.

    A sum is None where nobody filled in a number. `checked`: somebody confirmed that nobody can be
    known from this text.
    """

    code: str
    title: str
    kind: str
    phase: str
    level: str
    date: str
    begin: str
    end: str
    location: str
    question: str
    leader: str
    status: str
    report_status: str
    invited: int | None
    present: int | None
    privacy: str
    impression: str = ""
    deviation: str = ""
    deviation_reason: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One party of one session, in the order of the sessions; half of it is told by the session.

    The party is a stakeholder (its code) or a group (its key); the other of the two is empty.
    `session_kind`, `status`, `phase` (a key) and `privacy` are those of the session.
    """

    session: str
    title: str
    session_kind: str
    date: str
    status: str
    phase: str
    stakeholder: str
    group: str
    invited: int | None
    present: int | None
    age: str
    remark: str
    privacy: str


@dataclass(frozen=True, slots=True)
class InputRow:
    """An input in the order of the codes.

    `stakeholders` are codes, `participants` codes as shown (`Ouder 4`). `groups` are the keys of
    the input's own groups or, where it names none, of its submitters' groups. `phase` is the key
    of its session's phase. `theme` and `side_themes` are keys, `status` is the processing status
    (never empty), `entry_status` that of the row itself.

    `public_status` is what the public may know of the status: that of an answer that is approved or
    was published before, else empty. `crowds` stands beside `participants`: the key of each one's
    group and how many people of that group were there. `checked` as with a session.
    """

    code: str
    session: str
    phase: str
    stakeholders: tuple[str, ...]
    participants: tuple[str, ...]
    groups: tuple[str, ...]
    date: str
    summary: str
    words: str
    theme: str
    side_themes: tuple[str, ...]
    kind: str
    stance: str
    priority: str
    entry_status: str
    status: str
    internal_note: str
    privacy: str
    public_status: str = ""
    crowds: tuple[tuple[str, int], ...] = ()
    checked: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A follow-up action in the order of the codes. `origin` is the code of where it came from."""

    code: str
    description: str
    origin: str
    owner: str
    due: str
    status: str
    done_on: str
    result: str
    evidence: str
    privacy: str


class OverviewSource(Protocol):
    """A round that hands out its rows, each call anew, all from one state of the file.

    The long ones are streamed: the caller reads one after the other, each to its end.
    """

    def cover(self) -> Cover: ...

    def register(self) -> Register:
        """The names of people the round knows, to be looked for; no report contains them."""
        ...

    def phases(self) -> Iterator[PhaseRow]: ...

    def groups(self) -> Iterator[GroupRow]: ...

    def themes(self) -> Iterator[ThemeRow]: ...

    def stakeholders(self) -> Iterator[StakeholderRow]: ...

    def sessions(self) -> Iterator[SessionRow]: ...

    def attendance(self) -> Iterator[AttendanceRow]: ...

    def inputs(self) -> Iterator[InputRow]: ...

    def follow_ups(self) -> Iterator[FollowUpRow]: ...
