"""Which column of a strange table means what, told by its headers alone.

A field's own words count before aliases, so that a sheet of ours comes back as it went. What is not
sure is left unrecognised: a column that is read as something else is worse than one not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from samen_desktop.core.text import fold

from .headers import EXPORTS, FORMS
from .targets import Column, Target

Places = dict[str, tuple[int, ...]]

_LANGUAGE = re.compile(r"(.+)/(?!id$)([a-z]{2})")
_PREFERRED = ("nl", "en")
_PERSON_PARTS = (
    ("voornaam", "first name", "given name"),
    ("tussenvoegsel", "tussenvoegsels"),
    ("achternaam", "last name", "surname"),
)
_ORGANISATION = ("organisatie", "organisation", "organization", "naam organisatie")

_TOO_GENERAL = frozenset(
    {
        ("inputs", "status"),
        ("stakeholders", "role"),
        ("stakeholders", "position"),
        ("follow-ups", "description"),
    }
)
"""Names of fields that as a header mean anything."""


def recognise(target: Target, header: Sequence[str]) -> Places:
    """Find our columns among the headers; each header is taken once."""
    titles = _titles(header)
    places: Places = {}
    for export in EXPORTS:
        if export.target == target.name and {plain(name) for name in export.told_by} <= set(titles):
            for name, wanted in export.columns.items():
                _take(places, name, [titles.get(plain(wanted))])
    if target.name == "stakeholders":
        _tell_persons(titles, places)
    for column in target.columns:
        _take(places, column.name, [titles.get(plain(name)) for name in own_names(target, column)])
    for column in target.columns:
        _take(places, column.name, [titles.get(plain(name)) for name in column.aliases])
    return places


def is_forms(header: Sequence[str]) -> bool:
    """Whether a table looks like an export of Microsoft Forms."""
    titles = {plain(title) for title in header}
    return any(signs <= titles for signs in FORMS)


def plain(text: str) -> str:
    """A header for comparing: no case, no diacritics, and hyphens and underscores are blanks."""
    text = fold(text).replace("_", " ").replace("-", " ").rstrip(".:?* ")
    return " ".join(text.split())


def _titles(header: Sequence[str]) -> Mapping[str, int]:
    """Places by plain header; the first of equal ones counts.

    `title/nl` can also be found as `title`, where no header says just that: our languages first.
    """
    titles: dict[str, int] = {}
    for at, title in enumerate(header):
        titles.setdefault(plain(title), at)
    titles.pop("", None)
    spoken: list[tuple[int, int, str]] = []
    for title, at in titles.items():
        found = _LANGUAGE.fullmatch(title)
        if found is not None:
            known = found[2] in _PREFERRED
            spoken.append((_PREFERRED.index(found[2]) if known else len(_PREFERRED), at, found[1]))
    for _, at, title in sorted(spoken):
        titles.setdefault(title, at)
    return titles


def _take(places: Places, name: str, found: Sequence[int | None]) -> None:
    taken = {at for indexes in places.values() for at in indexes}
    at = next((at for at in found if at is not None and at not in taken), None)
    if at is not None and name not in places:
        places[name] = (at,)


def own_names(target: Target, column: Column) -> tuple[str, ...]:
    """The words a column is known by before any alias."""
    words = (column.words.nl, column.words.en)
    return words if (target.name, column.name) in _TOO_GENERAL else (column.name, *words)


def _tell_persons(titles: Mapping[str, int], places: Places) -> None:
    """In a list of organisations with the people one speaks to, a name may be a person's."""
    parts = [
        next((titles[name] for name in names if name in titles), None) for names in _PERSON_PARTS
    ]
    if parts[0] is not None or parts[2] is not None:
        places["contact_name"] = tuple(at for at in parts if at is not None)
    organisation, name = _first(titles, _ORGANISATION), _first(titles, ("naam", "name"))
    if organisation is not None and name is not None and not titles.keys() & _SAID_PERSONS:
        places["name"] = (organisation,)
        places.setdefault("contact_name", (name,))


def _first(titles: Mapping[str, int], names: Sequence[str]) -> int | None:
    return next((titles[name] for name in names if name in titles), None)


_SAID_PERSONS = frozenset({"contactpersoon", "contact", "contact person", "naam contactpersoon"})
