"""As what a table can be read in, and by which headers its columns are known.

Headers are compared without case and diacritics, in Dutch and English; names that known exports
use are among them. A column is known by its own words first; an alias counts only where no header
says the word itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..fields import Field, Type
from ..kinds import KINDS
from ..sessions import ATTENDANCE
from ..words import Words

KEY = "key"
"""The column that names a row of the source, so that the same row is not read in twice."""


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

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


_KEY_FIELD = Field(name=KEY, words=Words("Sleutel", "Key"))

_ALIASES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "input": {
        KEY: ("id", "comment-id", "comment id", "reactie-id", "respondent id", "response id"),
        "words": (
            "tekst",
            "text",
            "inbreng",
            "input",
            "reactie",
            "opmerking",
            "comment",
            "comment-body",
            "comment body",
            "body",
            "body/nl",
            "body/en",
            "toelichting",
            "bericht",
            "message",
            "omschrijving",
            "beschrijving",
            "description",
            "zienswijze",
            "antwoord",
        ),
        "summary": (
            "samenvatting",
            "samenvatting inbreng",
            "titel",
            "title",
            "title/nl",
            "title/en",
            "onderwerp",
            "subject",
            "naam",
        ),
        "submitter": (
            "indieners",
            "submitters",
            "naam indiener",
            "afzender",
            "ingediend door",
            "author",
            "author-id",
            "author id",
            "author/id",
            "author_name",
            "userid",
            "user id",
            "respondent",
            "deelnemer",
        ),
        "group": ("groepen", "groups", "doelgroep"),
        "session": ("sessies", "bron", "source", "bijeenkomst", "meeting"),
        "date": (
            "datetime",
            "timestamp",
            "created_at",
            "published_at",
            "datum ontvangst",
            "completion time",
            "tijd van voltooien",
            "ingediend op",
        ),
        "kind": ("soort", "type"),
        "theme": ("hoofdthema", "categorie", "category", "topic", "topics", "thema nr"),
        "side_theme": ("neventhema", "neventhemas", "side theme", "overige themas"),
        "internal_note": ("notitie", "interne notitie", "internal note"),
        "collected_by": ("opgehaald",),
        "answer/status": ("status verwerking", "processing status", "verwerkingsstatus"),
    },
    "stakeholder": {
        KEY: ("id", "sleutel"),
        "name": (
            "organisatie",
            "organisation",
            "organization",
            "naam organisatie",
            "stakeholder",
            "bedrijf",
            "instelling",
            "school",
        ),
        "kind": ("type", "soort stakeholder", "soort organisatie", "categorie"),
        "group": ("groepen", "groups", "doelgroep", "groep uit motie"),
        "website": ("internetadres", "url", "web", "site"),
        "note": ("opmerking", "opmerkingen", "toelichting", "remarks"),
        "position": ("standpunt", "position"),
        "role": ("rol", "role"),
    },
    "contact": {
        "name": (
            "contactpersoon",
            "contact person",
            "naam contactpersoon",
            "persoon",
            "person",
            "full name",
        ),
        "function": ("functie contactpersoon", "job title", "functietitel"),
        "email": ("email", "mail", "e-mailadres", "email address", "e-mail address", "main email"),
        "phone": ("telefoonnummer", "tel", "telephone", "mobiel", "mobile"),
        "address": ("postadres", "adresgegevens"),
        "preference": ("voorkeur",),
    },
    "session": {
        KEY: ("id", "url"),
        "title": (
            "naam",
            "name",
            "onderwerp",
            "subject",
            "sessie",
            "bijeenkomst",
            "activiteit",
            "activiteitnaam",
            "title/nl",
            "title/en",
        ),
        "kind": ("type", "soort sessie", "type_of_meeting"),
        "date": ("dag", "start_time", "datum sessie"),
        "begin": ("aanvang", "begintijd", "start", "starttijd", "van"),
        "end": ("einde", "eindtijd", "tot", "end_time"),
        "location": ("locatie", "place", "adres", "address"),
        "question": ("vraag", "doel"),
        "leader": ("gespreksleider", "voorzitter", "leader", "chair"),
        "reporter": ("verslaglegger", "notulist", "reporter", "note-taker"),
        "impression": ("verslag", "samenvatting", "subtitel", "omschrijving", "description"),
        "party": (
            "deelnemers",
            "deelnemende organisaties",
            "organizations",
            "attending_organizations",
        ),
        "present": ("aantal aanwezig", "aantal", "attendees", "aanwezigen"),
        "invited": ("aantal uitgenodigd",),
    },
    "follow_up": {
        KEY: ("id", "task id"),
        "description": (
            "omschrijving",
            "taak",
            "action",
            "task",
            "task name",
            "actiepunt",
            "titel",
            "title",
            "titol",
            "beschrijving",
        ),
        "owner": ("wie", "eigenaar", "verantwoordelijke", "assigned to", "door wie", "assignee"),
        "due": (
            "einddatum",
            "wanneer",
            "voor wanneer",
            "due date",
            "vervaldatum",
            "uiterlijk",
            "end_date",
        ),
        "status": ("voortgang", "progress", "stand van zaken"),
        "done_on": ("gereed op", "completed date", "afgerond"),
        "result": ("uitkomst", "resultaten"),
        "origin": ("bron", "source", "sessie"),
    },
}

_PARTY = Field(
    name="party",
    words=Words("Deelnemende partijen", "Attending parties"),
    type=Type.MEMBERS,
    targets=("stakeholder", "group"),
)


def _columns(kind: str, skip: frozenset[str], *more: Column) -> tuple[Column, ...]:
    aliases = _ALIASES[kind]
    own = tuple(
        Column(field.name, field, field.words, aliases.get(field.name, ()))
        for field in KINDS[kind].fields
        if field.name not in skip and field.type not in (Type.COUNTS, Type.ORDER)
    )
    key = Column(KEY, _KEY_FIELD, _KEY_FIELD.words, aliases.get(KEY, ()))
    return (key, *own, *more)


_MADE_HERE = frozenset({"source", "source_key", "split_from", "joined_into", "contradicts"})


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

_ATTENDANCE_COLUMNS = (
    Column("party", _PARTY, _PARTY.words, _ALIASES["session"]["party"], "attendance"),
    *(
        Column(part.name, part, part.words, _ALIASES["session"].get(part.name, ()), "attendance")
        for part in ATTENDANCE
        if part.name in ("invited", "present")
    ),
)

TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        target.name: target
        for target in (
            Target(
                "inputs",
                "input",
                _columns("input", _MADE_HERE),
                {"words": ("summary", "internal_note")},
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
                _columns("session", _MADE_HERE, *_ATTENDANCE_COLUMNS),
                {"title": ("impression", "question")},
            ),
            Target("follow-ups", "follow_up", _columns("follow_up", _MADE_HERE), {}),
        )
    }
)
"""By the name the command line knows them. `instead`: what fills a required field that is empty."""
