"""SQLite's failures in a person's words: one sentence each, told apart by SQLite's own error names.

Anything not listed here is a bug and is left to be raised as it came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

_IN_USE = Words(
    "{name} is in gebruik door een ander programma of venster. Sluit dat en probeer het opnieuw.",
    "{name} is in use by another program or window. Close it and try again.",
)
_FULL = Words(
    "De schijf met {name} is vol. Er is niets gewijzigd; maak ruimte en probeer het opnieuw.",
    "The disk that holds {name} is full. Nothing was changed; make room and try again.",
)
_UNREADABLE = Words(
    "{name} kan op deze plek niet goed gelezen of geschreven worden. Er is niets gewijzigd;"
    " kijk of de schijf of stick nog aangesloten is.",
    "{name} cannot be read or written properly in this place. Nothing was changed;"
    " see whether the disk or stick is still connected.",
)
_READ_ONLY = Words(
    "{name} mag niet gewijzigd worden: het bestand of de map is alleen-lezen.",
    "{name} may not be changed: the file or its folder is read-only.",
)
_NO_ENTRY = Words(
    "{name} kan niet geopend worden: de map bestaat niet of u hebt er geen rechten.",
    "{name} cannot be opened: the folder does not exist or you have no rights there.",
)
_DAMAGED = Words(
    "{name} is beschadigd. Het bestand is niet gewijzigd; herstel het in een nieuw bestand of zet"
    " een reservekopie terug.",
    "{name} is damaged. The file was not changed; salvage it into a new file or restore a backup.",
)
_TOO_LONG = Words(
    "{name} nalezen duurde te lang en is gestopt. Er is niets gewijzigd.",
    "Looking through {name} took too long and was stopped. Nothing was changed.",
)
_NO_ROUND = Words(
    "{name} is geen ronde van SAMEN Desktop.", "{name} is not a round of SAMEN Desktop."
)

TOO_LONG = "too_long"
"""Code of the sentence for what was stopped in the midst of a statement."""

_NO_TEXT = "Could not decode to UTF-8"
"""What Python says, without a name of SQLite's, of a text of which one byte is damaged."""

_BY_NAME = {
    "SQLITE_BUSY": ("in_use", _IN_USE),
    "SQLITE_LOCKED": ("in_use", _IN_USE),
    "SQLITE_FULL": ("disk_full", _FULL),
    "SQLITE_IOERR": ("unreadable", _UNREADABLE),
    "SQLITE_READONLY": ("read_only", _READ_ONLY),
    "SQLITE_PERM": ("read_only", _READ_ONLY),
    "SQLITE_CANTOPEN": ("no_entry", _NO_ENTRY),
    "SQLITE_CORRUPT": ("damaged", _DAMAGED),
    "SQLITE_NOTADB": ("no_round", _NO_ROUND),
    "SQLITE_INTERRUPT": (TOO_LONG, _TOO_LONG),
    "SQLITE_TOOBIG": ("damaged", _DAMAGED),
}


def known(error: Exception, path: Path) -> KnownError | None:
    """The known error behind an exception of SQLite, or None where it is a bug."""
    if isinstance(error, UnicodeDecodeError):  # of the name of a table or column
        return damaged(path)
    if not isinstance(error, sqlite3.Error):
        return None
    name = getattr(error, "sqlite_errorname", None) or ""
    if not name and str(error).startswith(_NO_TEXT):
        return damaged(path)
    for start, (code, words) in _BY_NAME.items():
        if name == start or name.startswith(f"{start}_"):
            return KnownError(code, words.fill(name=path.name))
    return None


READING = (sqlite3.Error, UnicodeDecodeError)
"""What asking a damaged file may raise: the words of SQLite's own error may quote the damage."""


def no_round(path: Path) -> KnownError:
    """What is no round of ours, whatever else it may be."""
    return KnownError("no_round", _NO_ROUND.fill(name=path.name))


def in_use(path: Path) -> KnownError:
    """A file that another program has open."""
    return KnownError("in_use", _IN_USE.fill(name=path.name))


def damaged(path: Path) -> KnownError:
    """A round whose file is no longer whole."""
    return KnownError("damaged", _DAMAGED.fill(name=path.name))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn known failures inside the block into one sentence about the file; bugs pass through."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        sentence = known(error, path)
        if sentence is None:
            raise
        raise sentence from error
