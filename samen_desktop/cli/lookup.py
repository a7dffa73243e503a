"""Verbs that look things up: `find`, `similar`, `history`."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Language, Words
from samen_desktop.store.naming import Names
from samen_desktop.store.reading import finding
from samen_desktop.store.reading import history as steps
from samen_desktop.store.reading import similar as likes

from .opening import read
from .saying import Said

_NOTHING = Words("Niets gevonden.", "Nothing found.")
_UNDONE = Words(" (ongedaan gemaakt)", " (undone)")
_CONFLICT = Words(" (kies: er staan meer versies)", " (choose: several versions stand)")
_NO_KIND = Words(
    "“{kind}” kan niet doorzocht worden; wel: {kinds}.",
    "“{kind}” cannot be searched; there are: {kinds}.",
)
_EMPTY = Words("leeg", "empty")
_FITS = Words("Thema: {theme}, vanwege {words}", "Theme: {theme}, because of {words}")


def find(arguments: argparse.Namespace) -> Said:
    """Search words everywhere, or in one kind."""
    language: Language = arguments.lang
    kinds = None if arguments.kind is None else {_kind(arguments.kind)}
    with read(arguments) as dossier:
        hits = finding.find(dossier.conn, " ".join(arguments.words), kinds)
    lines = [
        "  ".join(
            part
            for part in (KINDS[hit.kind].words.say(language), hit.code, hit.title, hit.snippet)
            if part
        )
        for hit in hits
    ]
    return Said(lines or [_NOTHING.say(language)], {"hits": [asdict(hit) for hit in hits]})


def similar(arguments: argparse.Namespace) -> Said:
    """Inputs that share words with one, and the theme its words speak for."""
    language: Language = arguments.lang
    with read(arguments) as dossier:
        found = Names(dossier.conn).by_code(arguments.code)
        place = next((each for each in found if each.kind == "input"), None)
        if place is None:
            raise steps.no_such(arguments.code)
        alike = likes.similar(dossier, place.id)
        theme = likes.suggest_theme(dossier, place.id)
    lines = [f"{each.code}  {each.title}  ({', '.join(each.shared)})" for each in alike]
    if theme is not None:
        because = ", ".join(theme.because)
        lines.insert(0, _FITS.fill(theme=theme.title, words=because).say(language))
    data: dict[str, object] = {
        "theme": None if theme is None else {"title": theme.title, "because": theme.because},
        "similar": [
            {"code": each.code, "title": each.title, "shared": each.shared} for each in alike
        ],
    }
    return Said(lines or [_NOTHING.say(language)], data)


def history(arguments: argparse.Namespace) -> Said:
    """What was changed in the round, or in one record."""
    return _of_record(arguments) if arguments.code else _of_round(arguments)


def _of_round(arguments: argparse.Namespace) -> Said:
    language: Language = arguments.lang
    with read(arguments) as dossier:
        found = list(steps.history(dossier.conn))
    lines = [
        f"{step.when:%d-%m-%Y %H:%M}  {step.author}  {step.name.say(language)}"
        + (f" {step.about}" if step.about else "")
        + (_UNDONE.say(language) if step.undone else "")
        for step in found
    ]
    data = [
        {
            "when": step.when.isoformat(timespec="seconds"),
            "author": step.author,
            "name": step.name.say(language),
            "about": step.about,
            "changes": step.changes,
            "undone": step.undone,
            "came": step.came,
        }
        for step in found
    ]
    return Said(lines, {"steps": data})


def _of_record(arguments: argparse.Namespace) -> Said:
    language: Language = arguments.lang
    with read(arguments) as dossier:
        found = steps.history_of(dossier.conn, arguments.code, language)
    empty = _EMPTY.say(language)
    lines = [
        f"{change.when:%d-%m-%Y %H:%M}  {change.author}  {change.field}:"
        f" {change.old or empty} → {change.new or empty}"
        + (_CONFLICT.say(language) if change.conflict else "")
        for change in found
    ]
    data = [
        asdict(change)
        | {
            "when": change.when.isoformat(timespec="seconds"),
            "step": change.step.say(language),
            "edit": change.edit.hex(),
        }
        for change in found
    ]
    return Said(lines, {"code": arguments.code, "changes": data})


def _kind(said: str) -> str:
    plain = said.lower().replace("-", "_")
    for kind in KINDS.values():
        if plain in (kind.plural, kind.name):
            return kind.name
    kinds = ", ".join(kind.plural.replace("_", "-") for kind in KINDS.values())
    raise KnownError("no_such_kind", _NO_KIND.fill(kind=said[:40], kinds=kinds))
