"""What the screen of Notuleren shows of one session: its facts and the items noted in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .notes import Choices, Note
from .shorthand import KindWord


@dataclass(frozen=True, slots=True)
class NoteRow:
    """An item of a session. `made_at` is milliseconds since 1970; `groups` are names."""

    id: bytes
    code: str
    made_at: int
    note: Note
    groups: tuple[str, ...] = ()
    split_from: bytes | None = None


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The session's header. `kind` is a label, `date` ISO; `present` 0 where nobody counted."""

    id: bytes
    code: str
    title: str
    kind: str = ""
    date: str = ""
    phase: str = ""
    present: int = 0
    agenda: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One session with its items in the order they were noted, and the codes to come.

    `recent`: codes or names of the themes named last, the latest first.
    """

    session: SessionFacts
    rows: tuple[NoteRow, ...] = ()
    next_input: str = ""
    next_action: str = ""
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a line may say in this round: names, kinds by code, and labels to show."""

    choices: Choices = field(default_factory=Choices)
    kinds: tuple[KindWord, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
