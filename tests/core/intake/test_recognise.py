"""Headers that speak for themselves are understood; those that do not are left alone."""

from __future__ import annotations

import pytest

from samen_desktop.core.intake.recognise import own_names, plain, recognise
from samen_desktop.core.intake.targets import TARGETS, Target

# Headers are written with bars, and what each means below it; a dash is a column not read.
TABLES = (
    (
        "stakeholders",
        "Nr|Naam|Organisatie|Soort|Groep|Contactpersoon|E-mail|Telefoon|Opmerking",
        "code|name|-|kind|group|contact_name|email|phone|note",
    ),
    (
        "stakeholders",
        "Naam|Organisatie|Functie|E-mailadres|Telefoonnummer",
        "contact_name|name|function|email|phone",
    ),
    (
        "stakeholders",
        "Organisatie|Voornaam|Achternaam|Rol",
        "name|contact_name|contact_name|-",
    ),
    ("stakeholders", "person|role|ministry|start_date|end_date", "contact_name|-|name|-|-"),
    ("sessions", "Datum|Bijeenkomst|Locatie|Aantal aanwezig", "date|title|location|present"),
    ("sessions", "Dag|Tijd|Onderwerp|Waar|Doelgroep", "date|time|title|location|group"),
    (
        "sessions",
        "id|title/en|title/nl|start_time|end_time|attendees|attending_organizations",
        "key|-|title|date|end|present|party",
    ),
    ("inputs", "Inbreng|Thema|Indiener|Status", "words|theme|submitter|answer/status"),
    ("inputs", "Wie|Wat|Wanneer", "submitter|words|date"),
    ("inputs", "Datum|Naam|Reactie|Opmerking", "date|submitter|words|internal_note"),
    ("inputs", "Datum:|OPMERKING *", "date|words"),
    (
        "inputs",
        "id|title|body|author_name|author_email|published_at|topics|areas",
        "key|summary|words|submitter|-|date|theme|-",
    ),
    (
        "inputs",
        "id|author/id|author/name|title/ca|title/nl|body/ca|body/en|category/id|category/name/en",
        "key|-|submitter|-|summary|-|words|-|theme",
    ),
    ("inputs", "project_id|kosten|stemmen|naam|categorie", "key|-|-|words|theme"),
    ("inputs", "ID|Begintijd|Tijd van voltooien|E-mail|Naam|Vraag 1", "key|-|date|-|submitter|-"),
    ("follow-ups", "Actie|Actiehouder|Deadline|Status", "description|owner|due|status"),
    ("follow-ups", "Wat|Wie|Wanneer", "description|owner|due"),
    ("follow-ups", "Title|Description|Due date", "description|-|due"),
    (
        "follow-ups",
        "Task ID|Task Name|Bucket Name|Progress|Assigned To|Due date|Completed Date",
        "key|description|-|status|owner|due|done_on",
    ),
)


@pytest.mark.parametrize(("target", "header", "meaning"), TABLES)
def test_what_headers_mean(target: str, header: str, meaning: str) -> None:
    titles = header.split("|")
    places = recognise(TARGETS[target], titles)
    at = {place: name for name, indexes in places.items() for place in indexes}
    assert [at.get(place, "-") for place in range(len(titles))] == meaning.split("|")


@pytest.mark.parametrize("target", TARGETS.values(), ids=lambda target: target.name)
def test_names_of_columns_are_told_apart(target: Target) -> None:
    """No two columns go by the same own words, and no alias is said twice."""
    names = [{plain(name) for name in own_names(target, column)} for column in target.columns]
    own = [name for said in names for name in said]
    assert len(own) == len(set(own))
    for column in target.columns:
        aliases = [plain(alias) for alias in column.aliases]
        assert len(aliases) == len(set(aliases)), column.name


def test_a_header_is_taken_once() -> None:
    for target in TARGETS.values():
        titles = [alias for column in target.columns for alias in column.aliases]
        places = recognise(target, titles)
        taken = [at for indexes in places.values() for at in indexes]
        assert len(taken) == len(set(taken))


def test_nothing_is_made_of_headers_that_say_nothing() -> None:
    for target in TARGETS.values():
        assert recognise(target, ("", " ", "Kolom1", "x", "?", "12")) == {}
