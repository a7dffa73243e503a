"""Which lists there are: columns, filters, what may be edited in place or for many at once.

One description that the reading of the file and the window share. How a list is read is left to
`store.listing`, how it looks to `gui.lists`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from .fields import Type
from .kinds import KINDS
from .words import Words

LONGEST = 120
"""Characters of a cell: what a line of a list can show, so that no long text is laid out."""

DELETED = "deleted"
"""The list of what is gone, of all kinds together."""

LATE, UNHEARD = "LATE", "UNHEARD"
"""Signs of cells that no vocabulary knows: past its day, and nobody spoken to yet."""


class Show(Enum):
    """What a column holds, and so how it is painted and aligned."""

    CODE = "code"
    TEXT = "text"
    SECOND = "second"  # read after the rest: text in the second colour
    NUMBER = "number"
    DATE = "date"
    SIGN = "sign"  # a sign and a word: the row names the sign
    COUNT = "count"  # a number, or a sign and a word where there is none yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `width` in pixels at 96 dpi; 0 takes what is left, and such a one always stands.

    `edited`: the field may be changed in place. `vocabulary`: its codes are shown by their words.
    `chosen`: it stands there only where a person chose it.
    """

    field: str
    words: Words
    show: Show = Show.TEXT
    width: int = 0
    vocabulary: str = ""
    edited: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter. `apart`: it stands behind the button with the less used ones."""

    field: str
    words: Words
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """A list of one kind. `new` is what making a record is called.

    `bulk` names the fields that can be set for all chosen rows at once.
    """

    kind: str
    words: Words
    new: Words
    columns: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    bulk: tuple[str, ...] = ()
    sort: str = ""

    def at(self, name: str) -> int:
        """The place of a column. Raises KeyError where the list has none such."""
        for place, column in enumerate(self.columns):
            if column.field == name:
                return place
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class Query:
    """What a list shows. Filter values: codes, record ids in hex, `1`; empty for what is empty.

    Without `sort` the order is that of the codes, and the newest first while words are searched.
    """

    kind: str
    words: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
    deleted: bool = False

    @property
    def narrowed(self) -> bool:
        """Whether words or filters leave anything out."""
        return bool(self.words.strip()) or any(self.filters.values())


class ListRow(NamedTuple):
    """One line of a list. `cells` and `signs` follow the columns; a sign is a code, or empty.

    `conflicts` counts fields with several values; `kind` tells rows of mixed lists apart.
    """

    key: int
    id: bytes
    kind: str
    cells: tuple[str, ...]
    signs: tuple[str, ...]
    conflicts: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice of a filter button, with how many rows it would leave."""

    value: str
    label: str
    count: int


SHORT_STATUS: Mapping[str, Words] = MappingProxyType(
    {
        "OVG": Words("overgenomen", "adopted"),
        "DEE": Words("gedeeltelijk", "partly"),
        "NOV": Words("niet overgenomen", "not adopted"),
        "TKN": Words("kennisgeving", "noted"),
        "BRK": Words("al voorzien", "already planned"),
        "BUI": Words("buiten reikwijdte", "out of scope"),
        "VRG": Words("vraag beantwoord", "answered"),
        "OPN": Words("nog te beoordelen", "not weighed yet"),
    }
)
"""Processing statuses in the words a narrow column has room for."""

NOT_YET = Words("nog niet", "not yet")
NOBODY = Words("(geen)", "(none)")
DAYS_LATE = Words("{days} dagen te laat", "{days} days late")
DAY_LATE = Words("1 dag te laat", "1 day late")


def _words(kind: str, name: str) -> Words:
    return KINDS[kind].field(name).words


def _column(kind: str, name: str, show: Show = Show.TEXT, width: int = 0) -> Column:
    """A column of a field as it is; its words and vocabulary are the field's."""
    found = KINDS[kind].field(name)
    return Column(
        field=name, words=found.words, show=show, width=width, vocabulary=found.vocabulary
    )


def _edited(kind: str, name: str, show: Show = Show.TEXT, width: int = 0) -> Column:
    """The same for a field that may be changed in place."""
    found = KINDS[kind].field(name)
    return Column(
        field=name,
        words=found.words,
        show=show,
        width=width,
        vocabulary=found.vocabulary,
        edited=True,
    )


def _filter(kind: str, name: str, *, apart: bool = False) -> Filter:
    return Filter(name, _words(kind, name), apart)


_INPUTS = Words("Inbreng", "Inputs")

INPUTS = ListSpec(
    kind="input",
    new=Words("Nieuwe inbreng", "New input"),
    words=_INPUTS,
    columns=(
        _column("input", "code", Show.CODE, 92),
        Column(field="session", words=Words("Bron", "Source"), show=Show.SECOND, width=64),
        _column("input", "submitter", Show.SECOND, 104),
        _edited("input", "summary"),
        _edited("input", "theme", Show.SECOND, 64),
        _column("input", "answer/status", Show.SIGN, 164),
    ),
    filters=(
        Filter("phase", Words("Fase", "Phase")),
        _filter("input", "group"),
        _filter("input", "theme"),
        _filter("input", "answer/status"),
        _filter("input", "session"),
        _filter("input", "status", apart=True),
        _filter("input", "kind", apart=True),
        _filter("input", "stance", apart=True),
        _filter("input", "privacy", apart=True),
        _filter("input", "submitter", apart=True),
    ),
    bulk=("theme", "status", "group"),
)

THEMES = ListSpec(
    kind="theme",
    new=Words("Nieuw thema", "New theme"),
    words=Words("Thema's", "Themes"),
    columns=(
        _edited("theme", "number", Show.CODE, 100),
        _edited("theme", "name"),
        _edited("theme", "parent", Show.SECOND, 120),
        Column(field="inputs", words=_INPUTS, show=Show.NUMBER, width=84),
        Column(field="open", words=Words("Zonder lot", "No fate"), show=Show.NUMBER, width=96),
    ),
)

SESSIONS = ListSpec(
    kind="session",
    new=Words("Nieuwe sessie", "New session"),
    words=Words("Sessies", "Sessions"),
    columns=(
        _column("session", "code", Show.CODE, 84),
        _edited("session", "date", Show.DATE, 120),
        _edited("session", "title"),
        _edited("session", "kind", Show.SECOND, 136),
        _edited("session", "phase", Show.SECOND, 56),
        Column(field="inputs", words=_INPUTS, show=Show.NUMBER, width=72),
        _edited("session", "status", Show.SIGN, 108),
    ),
    filters=(
        _filter("session", "phase"),
        _filter("session", "status"),
        _filter("session", "kind"),
        Filter("group", Words("Groep", "Group")),
        Filter("party", Words("Wie er was", "Who was there"), apart=True),
    ),
)

STAKEHOLDERS = ListSpec(
    kind="stakeholder",
    new=Words("Nieuwe stakeholder", "New stakeholder"),
    words=Words("Stakeholders", "Stakeholders"),
    columns=(
        _column("stakeholder", "code", Show.CODE, 76),
        _column("stakeholder", "name"),
        Column(field="heard", words=Words("Sessies", "Sessions"), show=Show.COUNT, width=104),
    ),
    filters=(
        _filter("stakeholder", "kind"),
        _filter("stakeholder", "group"),
        Filter("heard", Words("Gehoord", "Heard")),
    ),
)

GROUPS = ListSpec(
    kind="group",
    new=Words("Nieuwe groep", "New group"),
    words=Words("Groepen", "Groups"),
    columns=(
        _edited("group", "name", Show.CODE),
        _edited("group", "kind", Show.SECOND, 120),
        _edited("group", "in_motion", Show.SECOND, 128),
        Column(
            field="stakeholders",
            words=Words("Stakeholders", "Stakeholders"),
            show=Show.NUMBER,
            width=104,
        ),
        Column(field="inputs", words=_INPUTS, show=Show.NUMBER, width=84),
    ),
    filters=(_filter("group", "kind"), _filter("group", "in_motion")),
)

PARTICIPANTS = ListSpec(
    kind="participant",
    new=Words("Nieuwe deelnemer", "New participant"),
    words=Words("Deelnemers", "Participants"),
    columns=(
        _column("participant", "code", Show.CODE),
        _column("participant", "session", Show.SECOND, 92),
        _edited("participant", "group", Show.SECOND, 160),
        _edited("participant", "age", Show.SECOND, 128),
        Column(field="inputs", words=_INPUTS, show=Show.NUMBER, width=84),
    ),
    filters=(
        _filter("participant", "session"),
        _filter("participant", "group"),
        _filter("participant", "age"),
    ),
)

FOLLOW_UPS = ListSpec(
    kind="follow_up",
    new=Words("Nieuwe actie", "New follow-up"),
    words=Words("Acties", "Follow-ups"),
    columns=(
        _column("follow_up", "code", Show.CODE, 84),
        _edited("follow_up", "description"),
        _edited("follow_up", "owner", Show.SECOND, 116),
        _column("follow_up", "origin", Show.SECOND, 68),
        _edited("follow_up", "due", Show.SIGN, 144),
        _edited("follow_up", "status", Show.SIGN, 124),
    ),
    filters=(
        _filter("follow_up", "status"),
        _filter("follow_up", "owner"),
        Filter("late", Words("Te laat", "Late")),
    ),
    bulk=("owner", "due", "status"),
    sort="due",
)

FEEDBACKS = ListSpec(
    kind="feedback",
    new=Words("Nieuwe terugkoppeling", "New feedback"),
    words=Words("Terugkoppeling", "Feedback"),
    columns=(
        _column("feedback", "to"),
        _column("feedback", "session", Show.SECOND, 64),
        Column(field="inputs", words=_INPUTS, show=Show.NUMBER, width=72),
        Column(field="open", words=Words("Open", "Open"), show=Show.NUMBER, width=64),
        _edited("feedback", "channel", Show.SECOND, 84),
        _edited("feedback", "due", Show.SIGN, 150),
        _column("feedback", "sent", Show.DATE, 88),
        _edited("feedback", "status", Show.SIGN, 104),
    ),
    filters=(
        Filter("late", Words("Te laat", "Late")),
        _filter("feedback", "status"),
        _filter("feedback", "channel"),
        _filter("feedback", "session"),
        Filter("ready", Words("Alles beantwoord", "All answered"), apart=True),
        _filter("feedback", "child_friendly", apart=True),
    ),
    bulk=("channel", "due", "status"),
    sort="due",
)

PHASES = ListSpec(
    kind="phase",
    new=Words("Nieuwe fase", "New phase"),
    words=Words("Fasen", "Phases"),
    columns=(
        _edited("phase", "number", Show.CODE, 100),
        _edited("phase", "name"),
        _edited("phase", "start_planned", Show.DATE, 104),
        _edited("phase", "end_planned", Show.DATE, 104),
        _edited("phase", "start_actual", Show.DATE, 104),
        _edited("phase", "end_actual", Show.DATE, 104),
    ),
)

GONE = ListSpec(
    kind=DELETED,
    new=Words("Nieuw", "New"),
    words=Words("Verwijderd", "Deleted"),
    columns=(
        Column(field="code", words=Words("Nr", "No."), show=Show.CODE, width=104),
        Column(field="kind", words=Words("Soort", "Kind"), show=Show.SECOND, width=128),
        Column(field="title", words=Words("Naam of kern", "Name or summary")),
    ),
    filters=(Filter("kind", Words("Soort", "Kind")),),
)

_OFFERED = frozenset({Type.TEXT, Type.LONG, Type.DATE, Type.TIME, Type.TERM, Type.YES_NO})
_NOT_OFFERED = frozenset({"source_key", "code", "demo"})
_WIDTHS = {Type.LONG: 200, Type.TEXT: 140, Type.DATE: 104, Type.TIME: 72, Type.YES_NO: 72}


def _offering(spec: ListSpec) -> ListSpec:
    """The list with a column more for each of its fields that a person may choose to see."""
    kind = KINDS.get(spec.kind)
    if kind is None:
        return spec
    has = {column.field for column in spec.columns}
    more = tuple(
        Column(
            field=each.name,
            words=each.words,
            show=Show.DATE if each.type is Type.DATE else Show.SECOND,
            width=_WIDTHS.get(each.type, 132),
            vocabulary=each.vocabulary,
            chosen=True,
        )
        for each in kind.fields
        if each.name not in has | _NOT_OFFERED and "/" not in each.name and each.type in _OFFERED
    )
    own = _MORE.get(spec.kind, ())
    return replace(spec, columns=(*spec.columns, *own, *more))


_MORE: Mapping[str, tuple[Column, ...]] = {
    "input": (
        Column(
            field="phase", words=Words("Fase", "Phase"), show=Show.SECOND, width=64, chosen=True
        ),
        replace(_column("input", "group", Show.SECOND, 140), chosen=True),
        replace(_column("input", "side_theme", Show.SECOND, 104), chosen=True),
        replace(_column("input", "split_from", Show.SECOND, 96), chosen=True),
    ),
    "stakeholder": (replace(_column("stakeholder", "group", Show.SECOND, 140), chosen=True),),
}
"""Columns a person may choose that are no plain field."""

LISTS: Mapping[str, ListSpec] = MappingProxyType(
    {
        spec.kind: _offering(spec)
        for spec in (
            INPUTS,
            THEMES,
            SESSIONS,
            STAKEHOLDERS,
            GROUPS,
            PARTICIPANTS,
            FOLLOW_UPS,
            FEEDBACKS,
            PHASES,
            GONE,
        )
    }
)
"""All lists by the kind they hold."""
