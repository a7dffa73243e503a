"""What this program is and where it keeps things: for who asks, and for who looks after it."""

from __future__ import annotations

import platform
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from samen_desktop import __version__
from samen_desktop.core.words import Words
from samen_desktop.resources import FOLDER
from samen_desktop.store import profile


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is, and how it is here. `path` where it is a place that can be opened."""

    words: Words
    text: str
    path: Path | None = None


def about() -> list[Fact]:
    """Versions, and the folders of this person and of the program."""
    own = profile.folder()
    return [
        Fact(Words("SAMEN Desktop", "SAMEN Desktop"), __version__),
        Fact(Words("Python", "Python"), platform.python_version()),
        Fact(Words("SQLite", "SQLite"), sqlite3.sqlite_version),
        Fact(Words("Systeem", "System"), f"{platform.system()} {platform.release()}"),
        Fact(Words("Uw instellingen", "Your settings"), str(own), own),
        Fact(Words("Reservekopieën", "Backups"), str(own / "backups"), own / "backups"),
        Fact(Words("Programma", "Program"), str(FOLDER.parent), FOLDER.parent),
    ]
