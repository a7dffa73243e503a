"""The plain rows of the reports about answers: what was said with what is done about it, and why.

Shapes only, as in `rows`. An *answered* input carries the answer that counts for it, its own or
its bundle's; a *subject* is what has one answer: a bundle with its inputs, or an input by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from samen_desktop.core.answers import APPROVED, NOT_WEIGHED, PUBLISHED

from .rows import InputRow, OverviewSource


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter or paragraph of one version of the plan. `top` names the chapter it stands in."""

    key: str
    number: str
    title: str
    top: str
    owner: str
    status: str
    version: str

    @property
    def name(self) -> str:
        return f"{self.number} {self.title}".strip()


NOWHERE = ChapterRow("", "", "", "", "", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """An answer as it stands, or as it was published. `published` is the day of that, if any."""

    status: str = NOT_WEIGHED
    text: str = ""
    leads_to_change: str = ""
    reason: str = ""
    was: str = ""
    change: str = ""
    place: ChapterRow = NOWHERE
    state: str = ""
    approved_by: str = ""
    approved_on: str = ""
    version: int = 0
    published: str = ""

    @property
    def settled(self) -> bool:
        """Whether the public may read it."""
        return self.state in (APPROVED, PUBLISHED)


PENDING = AnswerRow()
"""What stands in the place of an answer that may not be read yet."""


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """What has one answer. `bundle` is empty for an input by itself; `theme` is a key.

    `last` is what was published before, where the answer itself is being written anew.
    """

    bundle: str
    title: str
    summary: str
    theme: str
    handler: str
    checked: bool
    answer: AnswerRow
    last: AnswerRow | None = None


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """An input with its subject."""

    input: InputRow
    subject: SubjectRow


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """What one party hears about one session, with the inputs it gave there.

    The party is a stakeholder (its code), a participant (`person`, with `crowd` as in an input) or
    a group (its key); the others are empty. `due` follows from the session where nothing was
    agreed.
    """

    stakeholder: str
    person: str
    crowd: tuple[str, int]
    group: str
    session: str
    inputs: tuple[AnsweredRow, ...]
    channel: str
    due: str
    sent: str
    status: str
    child_friendly: bool
    text: str
    remark: str


class AnswerSource(OverviewSource, Protocol):
    """A round that hands out its answers too. All but the themes and sessions are streamed."""

    def answered(self) -> Iterator[AnsweredRow]:
        """All inputs in the order of their codes."""
        ...

    def themes_answered(self) -> tuple[str, ...]:
        """Keys of the themes that have subjects, in the order of the tree; empty for without."""
        ...

    def subjects(self, theme: str) -> Iterator[tuple[SubjectRow, tuple[AnsweredRow, ...]]]:
        """The subjects of a theme, bundles first; officials' own changes stand apart."""
        ...

    def own_changes(self) -> Iterator[AnsweredRow]:
        """Officials' own changes that are in no bundle."""
        ...

    def of_session(self, code: str) -> Iterator[AnsweredRow]:
        """The inputs of one session."""
        ...

    def processed(self, *, before: bool = False) -> Iterator[tuple[ChapterRow, AnsweredRow]]:
        """Per chapter in the order of the plan what it took in; at the end what has no place.

        `before`: also what an answer put there that was published and is being written anew.
        """
        ...

    def feedback(self) -> Iterator[FeedbackRow]:
        """Who is told what, in the order of the sessions."""
        ...
