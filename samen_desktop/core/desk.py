"""The desk where inputs get their answer: what lies on it, in which order, what narrows it.

An item of the pile is a bundle, or an input that is in none. Shapes only: they are read by
`store.reading.desk`, and how the desk looks is for the window.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from .answers import APPROVED, DRAFT, PUBLISHED, SUBMITTED
from .fields import Scalar
from .lists import Filter
from .words import Words

DESK = Words("Beantwoorden", "Answer")
"""What the desk is called."""


class By(Enum):
    """What the pile is sorted into."""

    THEME = "theme"
    CHAPTER = "chapter"
    HANDLER = "handler"


NOT_APPROVED, AGAIN = "NOT", "AGAIN"
"""Values of the filter `approval` that are no state: nobody agreed yet, and: look once more, since
the place in the plan that the answer names has changed or gone."""

APPROVALS: Mapping[str, Words] = {
    NOT_APPROVED: Words("nog niet", "not yet"),
    SUBMITTED: Words("ter akkoord", "submitted"),
    APPROVED: Words("akkoord", "approved"),
    PUBLISHED: Words("gepubliceerd", "published"),
    AGAIN: Words("opnieuw bekijken", "look again"),
}
"""Choices of the filter `approval`, in the order of an answer's way."""

FILTERS: tuple[Filter, ...] = (
    Filter("approval", Words("Akkoord", "Approved")),
    Filter("answer/status", Words("Verwerking", "Processing")),
    Filter("phase", Words("Fase", "Phase")),
    Filter("group", Words("Groep", "Group")),
    Filter("handler", Words("Behandelaar", "Handler")),
    Filter("theme", Words("Thema", "Theme")),
)

WAITING: Mapping[str, frozenset[str]] = {"approval": frozenset({NOT_APPROVED})}
"""The filter the desk begins with: what nobody agreed to yet."""


@dataclass(frozen=True, slots=True)
class DeskQuery:
    """What lies on the desk. Filter values as in a list; empty for what is not filled in."""

    by: By = By.THEME
    words: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def narrowed(self) -> bool:
        """Whether words or filters leave anything out."""
        return bool(self.words.strip()) or any(self.filters.values())


@dataclass(frozen=True, slots=True)
class PileGroup:
    """A theme, chapter or handler with its items. `value` is what the SQL groups by, None: none.

    `code` is what people call it by (`TH9`, `6.2`), empty where it has none.
    """

    value: Scalar
    code: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class PileItem:
    """One line of the pile. `inputs` counts those of a bundle; `status` and `state` are codes."""

    key: int
    id: bytes
    kind: str
    code: str
    title: str
    inputs: int
    status: str
    state: str


@dataclass(frozen=True, slots=True)
class Pile:
    """The groups, most items first; how many items there are now, and without any filter."""

    groups: Sequence[PileGroup]
    shown: int
    all: int


@dataclass(frozen=True, slots=True)
class Voices:
    """Who said it, counted three ways, so that ten remarks of one party are not ten parties.

    `sessions` in which it was said; `parties`: organisations that said it, and the groups of the
    people who did, by name; `people` who said it themselves.
    """

    inputs: int
    sessions: int
    parties: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True)
class DeskInput:
    """An input as the desk shows it. `who` and `source` are words; `quote`: it may be cited."""

    id: bytes
    code: str
    who: str
    source: str
    words: str
    summary: str
    quote: bool
    own_change: bool
    contradicts: tuple[tuple[str, str], ...]
    """Id in hex and code of inputs that say the opposite, whichever of the two names the other."""


@dataclass(frozen=True, slots=True)
class Version:
    """An answer as it was published. `place` is the chapter in words."""

    version: int
    date: str
    status: str
    text: str
    reason: str
    was: str
    change: str
    place: str
    approved_by: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chapter the place may be: `before` says where it was chosen earlier (`TH9`)."""

    id: str
    number: str
    title: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class DeskItem:
    """What one item is about: its own fields, the inputs in it, its answer and what was published.

    `values` are the fields of the answer and `handler`, `title`, `summary`, `theme`, by log name.
    `place` is the chapter of the answer in words, `again` why it must be looked at once more.
    """

    key: int
    id: bytes
    kind: str
    code: str
    values: Mapping[str, Scalar]
    inputs: tuple[DeskInput, ...]
    voices: Voices
    versions: tuple[Version, ...]
    place: str
    theme: str
    again: Words | None = None
    conflicts: int = 0

    @property
    def state(self) -> str:
        return str(self.values.get("answer/state") or DRAFT)

    @property
    def title(self) -> str:
        if self.kind == "bundle":
            return str(self.values.get("title") or "")
        one = self.inputs[0] if self.inputs else None
        return "" if one is None else one.summary or one.words.partition("\n")[0]


CHANGED = Words(
    "De vindplaats is gewijzigd of verplaatst in de nieuwe planversie. Bekijk dit antwoord.",
    "The place has changed or moved in the new version of the plan. Look at this answer.",
)
GONE = Words(
    "De vindplaats staat niet in de nieuwe planversie. Kies een andere.",
    "The place is not in the new version of the plan. Choose another one.",
)
