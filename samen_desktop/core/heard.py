"""What there is to say of one organisation or group: where it was heard, and what came of it.

Whether all groups were heard, and who is late, is told in `standing`; these are the facts beside
one record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

HEARD_KINDS: Mapping[str, str] = MappingProxyType({"stakeholder": "submitter", "group": "group"})
"""Kinds that are heard, with the filter that finds their inputs."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session it came to, or will come to (`held` false). `day` is ISO, may be empty."""

    id: bytes
    code: str
    title: str
    day: str
    held: bool


@dataclass(frozen=True, slots=True)
class InPhase:
    """Sessions held and inputs given in one phase; `phase` is its id in hex, empty for none.

    `begun` and `over` tell what there is to say where nothing was heard.
    """

    phase: str
    name: str
    sessions: int
    inputs: int
    undecided: int
    begun: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Duty:
    """An unfinished follow-up of its inputs; `late` counts days, `due` is ISO and may be empty."""

    id: bytes
    code: str
    text: str
    due: str
    late: int


@dataclass(frozen=True, slots=True)
class Heard:
    """What there is to say of one of them. `meetings`: the newest first."""

    kind: str
    id: bytes
    meetings: tuple[Meeting, ...]
    phases: tuple[InPhase, ...]
    duties: tuple[Duty, ...]

    @property
    def never(self) -> bool:
        """Whether no session was held with it and no input came of it."""
        return not any(each.sessions or each.inputs for each in self.phases)
