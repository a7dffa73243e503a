"""Saved views: lists as somebody wants to see them again, kept in this copy of the round.

They are no changes to the round: no step, nothing to undo, never merged, and not in a copy that is
given away. What a view holds is told in `core.views`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from samen_desktop.core.errors import KnownError
from samen_desktop.core.text import fold
from samen_desktop.core.views import View, name_of, read_view, write_view
from samen_desktop.core.words import Words

if TYPE_CHECKING:
    from .dossier import Dossier

_MOST = 100

_EXISTS = Words(
    "Er is al een weergave met de naam ‘{name}’.", "There is a view with the name ‘{name}’ already."
)
_TOO_MANY = Words(
    "Er zijn al {most} weergaven van deze lijst. Verwijder er eerst een.",
    "There are {most} views of this list already. Delete one first.",
)


def kept(conn: sqlite3.Connection, place: str) -> list[View]:
    """The views of a list, by name; what cannot be read is left out."""
    rows = conn.execute("SELECT name, choice FROM saved_view WHERE place = ?", (place,))
    found = [view for name, choice in rows if (view := read_view(name, choice)) is not None]
    return sorted(found, key=lambda view: fold(view.name))


def keep(dossier: Dossier, place: str, view: View) -> View:
    """Keep a view; one of the same name is replaced. Raises KnownError for one without a name."""
    view = replace(view, name=name_of(view.name))
    views = kept(dossier.conn, place)
    same = [each for each in views if fold(each.name) == fold(view.name)]
    if not same and len(views) >= _MOST:
        raise KnownError("too_many_views", _TOO_MANY.fill(most=_MOST))
    others = [each for each in views if each not in same]
    if view.default:
        others = list(_without_default(others))
    _write(dossier, place, [*others, view])
    return view


def rename(dossier: Dossier, place: str, name: str, typed: str) -> View:
    """Give a view another name. Raises KnownError where that is none, or another one's."""
    new = name_of(typed)
    views = kept(dossier.conn, place)
    if any(fold(each.name) == fold(new) and each.name != name for each in views):
        raise KnownError("view_exists", _EXISTS.fill(name=new))
    told = [replace(each, name=new) if each.name == name else each for each in views]
    _write(dossier, place, told)
    return next(each for each in told if each.name == new)


def drop(dossier: Dossier, place: str, name: str) -> None:
    """Throw a view away; the rows it showed stay."""
    _write(dossier, place, [each for each in kept(dossier.conn, place) if each.name != name])


def choose_default(dossier: Dossier, place: str, name: str) -> None:
    """Let a list open with this view; with none where it did so already."""
    views = kept(dossier.conn, place)
    was = any(each.default and each.name == name for each in views)
    told = [replace(each, default=each.name == name and not was) for each in views]
    _write(dossier, place, told)


def _without_default(views: list[View]) -> Iterator[View]:
    return (replace(each, default=False) for each in views)


def _write(dossier: Dossier, place: str, views: list[View]) -> None:
    """Have these views of a list, and none but what could not be read."""
    gone = {each.name for each in kept(dossier.conn, place)} - {each.name for each in views}
    with dossier.writing():
        dossier.conn.executemany(
            "DELETE FROM saved_view WHERE place = ? AND name = ?", [(place, name) for name in gone]
        )
        dossier.conn.executemany(
            "INSERT OR REPLACE INTO saved_view (place, name, choice) VALUES (?, ?, ?)",
            [(place, view.name, write_view(view)) for view in views],
        )
