"""Where one can go in the window: pages in the order of the side bar, and where records are shown.

Only names, titles and icons; the pages themselves are made by their own rooms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words

from .names import BACKUPS, CHOOSING, HELP, NOTES, OVERVIEW


@dataclass(frozen=True, slots=True)
class Station:
    """A page in the side bar. Stations of another `group` stand apart from those before."""

    name: str
    words: Words
    icon: str
    group: int


STATIONS: tuple[Station, ...] = (
    Station(OVERVIEW, Words("Overzicht", "Overview"), "layout-dashboard", 0),
    Station("stakeholders", KINDS["stakeholder"].words_plural, "building-2", 1),
    Station("sessions", KINDS["session"].words_plural, "messages-square", 1),
    Station("inputs", KINDS["input"].words_plural, "inbox", 1),
    Station("answers", Words("Beantwoorden", "Answer"), "pen-line", 1),
    Station("follow_ups", KINDS["follow_up"].words_plural, "list-todo", 2),
    Station("reports", Words("Rapporten", "Reports"), "file-text", 3),
    Station("plan", Words("Plan", "Plan"), "layers", 3),
    Station("round", Words("Ronde", "Round"), "route", 4),
)

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "groups": "stakeholders",
        "participants": "stakeholders",
        "contacts": "stakeholders",
        "themes": "inputs",
        "bundles": "answers",
        "text_blocks": "answers",
        "feedbacks": "follow_ups",
        "phases": "round",
        "terms": "round",
        "deleted": "round",
        "chapters": "plan",
        "plan_versions": "plan",
        "attachments": "round",
        "imports": "reports",
        "exports": "reports",
    }
)
"""Places that are a tab or part of another page, unless a page of that very name is there."""

UNLISTED: Mapping[str, Words] = MappingProxyType(
    {
        NOTES: Words("Notuleren", "Take notes"),
        CHOOSING: Words("Sessie kiezen", "Choose a session"),
        "read_in": Words("Inlezen", "Read in"),
        "merge": Words("Samenvoegen", "Merge"),
        "read_plan": Words("Planversie inlezen", "Read in a plan version"),
        "look_again": Words("Vindplaatsen nakijken", "Look at places again"),
        BACKUPS: Words("Reservekopieën", "Backups"),
        "salvaged": Words("Herstel", "Salvage"),
        HELP: Words("Help", "Help"),
    }
)
"""Pages that are reached by a command and stand in no side bar."""

FILLING = frozenset({NOTES})
"""Pages that take the whole window."""


def title(name: str) -> Words:
    """What a place is called."""
    for station in STATIONS:
        if station.name == name:
            return station.words
    return UNLISTED.get(name) or Words(name, name)


def icon(name: str) -> str:
    """The icon of a place or of a kind of record (`input`)."""
    found = {station.name: station.icon for station in STATIONS}
    plural = KINDS[name].plural if name in KINDS else name
    return found.get(plural) or found.get(ALIASES.get(plural, ""), "") or "file-text"
