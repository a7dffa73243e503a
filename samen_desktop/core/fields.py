"""What a field of a record is: one description that table, form, workbook, import and log share.

Holds the shapes only; which kinds and fields there are is told per subject (`rounds`, `people`,
`sessions`, `inputs`, `followups`, `files`) and gathered in `kinds`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from .words import Words

Scalar = str | int | None
"""A value of the log: text, a whole number (yes/no is 1/0), or None for emptied."""


class Type(Enum):
    """How a field's value is written in the log, and so how it is read, shown and checked."""

    TEXT = "text"  # one line
    LONG = "long"  # several lines, line ends are \n
    DATE = "date"  # ISO, may be partial: 2022, 2022-06, 2022-06-20
    TIME = "time"  # HH:MM
    WHOLE = "whole"  # whole number
    YES_NO = "yes_no"  # 1 or 0
    TERM = "term"  # code of a vocabulary
    REF = "ref"  # record id, 32 lower-case hex digits
    MEMBERS = "members"  # a set: log field `name/<record id>`, value 1 or a role
    COUNTS = "counts"  # per party: log fields `name/<record id>/<part>`
    ORDER = "order"  # text key between its neighbours' keys


class Privacy(Enum):
    """The most open edition a field may appear in; NEVER: no export contains it."""

    NEVER = 0
    INTERN = 1
    COLLEAGUE = 2
    PUBLIC = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a kind. `name` is its name in the log, which is for ever.

    `width` is the wish for a column, in characters of the standard font. `searched`: its text is in
    the search index.
    """

    name: str
    words: Words
    type: Type = Type.TEXT
    vocabulary: str = ""
    targets: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    required: bool = False
    searched: bool = False
    privacy: Privacy = Privacy.COLLEAGUE
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How the codes of a kind look: `prefix-[MARK-]number`, the number filled to `digits`."""

    prefix: str
    digits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of record: `name` in the log (as `+name`), `plural` its table and JSON key."""

    name: str
    plural: str
    words: Words
    words_plural: Words
    fields: tuple[Field, ...]
    series: Series | None = None

    def field(self, name: str) -> Field:
        """The field of that name. Raises KeyError where the kind has none such."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"{self.name}.{name}")
