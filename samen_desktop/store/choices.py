"""Choices for reports, kept by name in this copy of the round; no changes to the round.

They lie where saved views lie and share their fate: never merged, and not in a copy given away.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

from samen_desktop.core.reports.choices import Choice, read_choice, write_choice
from samen_desktop.core.text import fold
from samen_desktop.core.views import name_of

if TYPE_CHECKING:
    from .dossier import Dossier

_PLACE = "reports"


def kept(conn: sqlite3.Connection) -> list[Choice]:
    """The choices by name; what cannot be read is left out."""
    rows = conn.execute("SELECT name, choice FROM saved_view WHERE place = ?", (_PLACE,))
    found = [choice for name, text in rows if (choice := read_choice(name, text)) is not None]
    return sorted(found, key=lambda choice: fold(choice.name))


def keep(dossier: Dossier, choice: Choice) -> Choice:
    """Keep a choice; one of the same name is replaced. Raises KnownError for one without a name."""
    choice = replace(choice, name=name_of(choice.name))
    with dossier.writing():
        dossier.conn.executemany(
            "DELETE FROM saved_view WHERE place = ? AND name = ?",
            [
                (_PLACE, each.name)
                for each in kept(dossier.conn)
                if fold(each.name) == fold(choice.name)
            ],
        )
        dossier.conn.execute(
            "INSERT INTO saved_view (place, name, choice) VALUES (?, ?, ?)",
            (_PLACE, choice.name, write_choice(choice)),
        )
    return choice


def drop(dossier: Dossier, name: str) -> None:
    """Forget a choice."""
    with dossier.writing():
        dossier.conn.execute("DELETE FROM saved_view WHERE place = ? AND name = ?", (_PLACE, name))
