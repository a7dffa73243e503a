"""By which headers the columns of strangers' tables are known: names as data, without judgement.

Dutch and English, as coordinators head their own lists and as known programs write them. The words
of a field itself are not repeated here. Of several names the first that stands in a table counts.
A name that may mean a person is listed with Contact or the submitter only: better a column that is
not recognised than a name where it does not belong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Aliases = Mapping[str, tuple[str, ...]]

_CODE = ("nummer", "volgnummer", "volgnr", "number", "#")
_PRIVACY = ("privacy", "vertrouwelijkheid")

INPUT: Aliases = {
    "key": ("id", "comment-id", "reactie-id", "respondent id", "response id", "input id"),
    "code": _CODE,
    "words": (
        "inbreng",
        "input",
        "tekst",
        "text",
        "letterlijke tekst",
        "reactie",
        "comment",
        "comment-body",
        "body",
        "inhoud",
        "bijdrage",
        "contribution",
        "zienswijze",
        "bericht",
        "message",
        "antwoord",
        "response",
        "vrije tekst",
        "free text",
        "freetext",
        "omschrijving",
        "beschrijving",
        "description",
        "idee",
        "idea",
        "voorstel",
        "proposal",
        "wat",
        "opmerking",
        "opmerkingen",
        "toelichting",
    ),
    "summary": (
        "samenvatting",
        "samenvatting inbreng",
        "kernboodschap",
        "titel",
        "title",
        "onderwerp",
        "subject",
    ),
    "submitter": (
        "indieners",
        "submitters",
        "naam indiener",
        "indiener(s)",
        "ingediend door",
        "ingebracht door",
        "inbrenger",
        "afzender",
        "author/name",
        "author name",
        "author",
        "author-id",
        "author/id",
        "userid",
        "user id",
        "respondent",
        "deelnemer",
        "wie",
        "naam",
        "name",
        "e-mail",
        "e-mailadres",
        "email",
    ),
    "group": ("groepen", "groups", "doelgroep", "doelgroepen"),
    "session": ("sessies", "bijeenkomst", "meeting", "bron", "source"),
    "date": (
        "datetime",
        "timestamp",
        "datum ontvangst",
        "datum reactie",
        "ingediend op",
        "tijd van voltooien",
        "completion time",
        "published_at",
        "created_at",
        "wanneer",
    ),
    "kind": ("soort", "soort inbreng", "type"),
    "theme": (
        "hoofdthema",
        "thema's",
        "themas",
        "themes",
        "thema nr",
        "categorie",
        "category",
        "category/name",
        "topic",
        "topics",
    ),
    "side_theme": ("neventhema", "neventhemas", "side theme", "overige themas", "overige thema's"),
    "internal_note": (
        "notitie",
        "interne notitie",
        "interne opmerking",
        "opmerking",
        "opmerkingen",
        "toelichting",
        "remarks",
    ),
    "collected_by": ("opgehaald",),
    "priority": ("urgentie",),
    "privacy": _PRIVACY,
    "answer/status": ("status", "status verwerking", "processing status", "verwerkingsstatus"),
}

STAKEHOLDER: Aliases = {
    "key": ("id",),
    "code": _CODE,
    "name": (
        "organisatie",
        "organisation",
        "organization",
        "naam organisatie",
        "organisatienaam",
        "organisation name",
        "naam stakeholder",
        "stakeholder",
        "partij",
        "bedrijf",
        "company",
        "instelling",
        "school",
        "schoolnaam",
        "instellingsnaam",
        "ministerie",
        "ministry",
    ),
    "kind": ("type", "soort stakeholder", "soort organisatie", "type organisatie", "categorie"),
    "group": ("groepen", "groups", "doelgroep", "groep uit motie"),
    "role": ("rol in krachtenveld",),
    "website": ("internetadres", "url", "web", "site", "webadres"),
    "note": ("opmerking", "opmerkingen", "notities", "toelichting", "remarks", "notes"),
    "position": ("standpunt",),
    "privacy": _PRIVACY,
}

CONTACT: Aliases = {
    "name": (
        "contactpersonen",
        "contact",
        "contact person",
        "naam contactpersoon",
        "naam contact",
        "aanspreekpunt",
        "persoon",
        "person",
        "full name",
    ),
    "function": ("functie contactpersoon", "job title", "functietitel"),
    "email": (
        "email",
        "mail",
        "e-mailadres",
        "emailadres",
        "mailadres",
        "email address",
        "e-mail contactpersoon",
        "main email",
    ),
    "phone": ("telefoonnummer", "tel", "telefoonnr", "telephone", "mobiel", "mobile", "06"),
    "address": ("postadres", "adresgegevens", "bezoekadres"),
    "preference": ("voorkeur", "voorkeurskanaal"),
}

SESSION: Aliases = {
    "key": ("id", "url"),
    "code": _CODE,
    "title": (
        "naam",
        "name",
        "sessie",
        "session",
        "bijeenkomst",
        "meeting",
        "activiteit",
        "activiteitnaam",
        "onderwerp",
        "subject",
    ),
    "kind": ("type", "soort sessie", "soort bijeenkomst", "type_of_meeting", "vorm"),
    "date": ("dag", "start_time", "datum sessie", "datum bijeenkomst", "wanneer"),
    "time": ("tijdstip", "tijden"),
    "begin": ("aanvang", "begintijd", "start", "starttijd", "van", "start_time"),
    "end": ("einde", "eindtijd", "tot", "end_time"),
    "location": ("locatie", "place", "waar", "zaal", "adres", "address"),
    "question": ("vraag", "doel"),
    "leader": ("gespreksleider", "voorzitter", "leader", "chair"),
    "reporter": ("verslaglegger", "notulist", "reporter", "note-taker"),
    "impression": ("verslag", "samenvatting", "subtitel", "omschrijving", "description"),
    "privacy": _PRIVACY,
    "party": (
        "deelnemers",
        "deelnemende organisaties",
        "organisaties",
        "organisatie",
        "organizations",
        "attending_organizations",
        "stakeholder",
        "stakeholders",
        "wie",
    ),
    "group": ("groepen", "groups", "doelgroep", "doelgroepen"),
    "invited": ("aantal uitgenodigd", "aantal genodigden", "uitgenodigden"),
    "present": (
        "aantal aanwezig",
        "aantal aanwezigen",
        "aanwezigen",
        "aantal deelnemers",
        "opkomst",
        "attendees",
        "aantal",
    ),
}

FOLLOW_UP: Aliases = {
    "key": ("id", "task id"),
    "code": _CODE,
    "description": (
        "taak",
        "action",
        "task",
        "task name",
        "actiepunt",
        "actiepunten",
        "wat",
        "titel",
        "title",
        "titol",
        "omschrijving",
        "beschrijving",
        "description",
    ),
    "owner": (
        "wie",
        "eigenaar",
        "verantwoordelijke",
        "assigned to",
        "toegewezen aan",
        "door wie",
        "trekker",
        "assignee",
    ),
    "due": (
        "einddatum",
        "wanneer",
        "voor wanneer",
        "due date",
        "vervaldatum",
        "uiterlijk",
        "gereed voor",
        "end_date",
    ),
    "status": ("voortgang", "status/name", "progress", "stand van zaken"),
    "done_on": ("gereed op", "completed date", "afgerond"),
    "result": ("uitkomst", "resultaten"),
    "origin": ("bron", "source", "sessie", "session", "afkomstig uit"),
    "privacy": _PRIVACY,
}


@dataclass(frozen=True, slots=True)
class Export:
    """A table that a known program writes: by which headers it is told, and what they mean here."""

    target: str
    told_by: frozenset[str]
    columns: Mapping[str, str]


EXPORTS = (
    Export(
        "inputs",
        frozenset({"project_id", "naam"}),
        {"key": "project_id", "words": "naam", "theme": "categorie"},
    ),
    Export(
        "inputs",
        frozenset({"project_id", "name", "cost"}),
        {"key": "project_id", "words": "name", "theme": "category"},
    ),
)
"""Participatory budgets: there a name is a project's, elsewhere it is a person's."""

FORMS = (frozenset({"id", "tijd van voltooien"}), frozenset({"id", "completion time"}))
"""Microsoft Forms: after these headers every question is a column of its own."""
