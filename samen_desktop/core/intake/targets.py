"""As what a table can be read in, and what its columns can mean.

By which other headers a column is known stands in `headers`; finding them is for `recognise`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samen_desktop.core.answers import ANSWER_FIELDS
from samen_desktop.core.fields import Field, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.sessions import ATTENDANCE
from samen_desktop.core.words import Words

from . import headers

KEY = "key"
"""The column that names a row of the source, so that the same row is not read in twice."""

SPAN = "time"
"""A column of sessions that holds begin and end in one cell: `19:30–21:00`."""


@dataclass(frozen=True, slots=True)
class Column:
    """Something a column can mean. `name` is what a mapping file calls it.

    `field` tells how its cells are read. `kind`: the record it goes to, when not the row's own.
    """

    name: str
    field: Field
    words: Words
    aliases: tuple[str, ...] = ()
    kind: str = ""

    def fill(self, words: Words, **values: object) -> Words:
        """Fill a sentence in which `{field}` is what this column is called."""
        return Words(
            words.nl.format(field=self.words.nl, **values),
            words.en.format(field=self.words.en, **values),
        )


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of record a row can become. `name` is how the command line and the log say it."""

    name: str
    kind: str
    columns: tuple[Column, ...]
    instead: Mapping[str, tuple[str, ...]]

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(field.name for field in KINDS[self.kind].fields if field.required)

    @property
    def personal(self) -> frozenset[str]:
        """Columns whose texts belong in Contact and nowhere else."""
        return frozenset(
            column.name
            for column in self.columns
            if column.kind == "contact" or "participant" in column.field.targets
        )

    def find(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)

    def column(self, name: str) -> Column:
        """The column of that name. Raises KeyError where there is none such."""
        found = self.find(name)
        if found is None:
            raise KeyError(name)
        return found


_KEY_FIELD = Field(name=KEY, words=Words("Sleutel", "Key"))

_SPAN_FIELD = Field(name=SPAN, words=Words("Tijd", "Time"))
_PARTY = Field(
    name="party",
    words=Words("Deelnemende partijen", "Attending parties"),
    type=Type.MEMBERS,
    targets=("stakeholder", "group"),
)
_ATTENDING_GROUP = Field(
    name="group", words=Words("Groep", "Group"), type=Type.MEMBERS, targets=("group",)
)

_ALIASES: Mapping[str, headers.Aliases] = {
    "input": headers.INPUT,
    "stakeholder": headers.STAKEHOLDER,
    "contact": headers.CONTACT,
    "session": headers.SESSION,
    "follow_up": headers.FOLLOW_UP,
}


def _columns(kind: str, skip: frozenset[str], *more: Column) -> tuple[Column, ...]:
    aliases = _ALIASES[kind]
    own = tuple(
        Column(field.name, field, field.words, aliases.get(field.name, ()))
        for field in KINDS[kind].fields
        if field.name not in skip and field.type not in (Type.COUNTS, Type.ORDER)
    )
    key = Column(KEY, _KEY_FIELD, _KEY_FIELD.words, aliases.get(KEY, ()))
    return (key, *own, *more)


_MADE_HERE = frozenset(
    {"source", "source_key", "split_from", "joined_into", "contradicts", "public_checked"}
)
_READ_IN = {"answer/status", "answer/text", "answer/reason", "answer/change"}
_AT_THE_DESK = {"bundle", "chapter", *(field.name for field in ANSWER_FIELDS)} - _READ_IN
"""What only the desk decides: no table makes an answer approved, or points into a plan."""


def _contact_columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            f"contact_{field.name}" if field.name in ("name", "note", "consent") else field.name,
            field,
            field.words if field.name not in ("name", "note") else _CONTACT_WORDS[field.name],
            _ALIASES["contact"].get(field.name, ()),
            "contact",
        )
        for field in KINDS["contact"].fields
        if field.name not in ("of", "source")
    )


_CONTACT_WORDS = {
    "name": Words("Contactpersoon", "Contact name"),
    "note": Words("Notitie bij contact", "Contact note"),
}

_SESSION_COLUMNS = (
    Column(SPAN, _SPAN_FIELD, _SPAN_FIELD.words, headers.SESSION[SPAN]),
    *(
        Column(part.name, part, part.words, headers.SESSION.get(part.name, ()), "attendance")
        for part in (_PARTY, _ATTENDING_GROUP, *ATTENDANCE)
        if part.name in ("party", "group", "invited", "present")
    ),
)

TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        target.name: target
        for target in (
            Target(
                "inputs",
                "input",
                _columns("input", _MADE_HERE | _AT_THE_DESK),
                {"words": ("summary",)},
            ),
            Target(
                "stakeholders",
                "stakeholder",
                _columns("stakeholder", _MADE_HERE, *_contact_columns()),
                {},
            ),
            Target(
                "sessions",
                "session",
                _columns("session", _MADE_HERE, *_SESSION_COLUMNS),
                {"title": ("impression", "question")},
            ),
            Target("follow-ups", "follow_up", _columns("follow_up", _MADE_HERE), {}),
        )
    }
)
"""By the name the command line knows them. `instead`: what fills a required field that is empty."""
