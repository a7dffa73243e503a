"""Opening a round as a person does: the place looked at first, an unclean end checked whole.

What stops is raised as one sentence with a code, by which the window knows what safe way to offer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store import database, lock
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer

from . import borrowing, checking, copying, places, rotation, side_files


@dataclass(frozen=True, slots=True)
class Opened:
    """An open round; whether its last end was unclean, and what was found broken then."""

    dossier: Dossier
    cut_off: bool
    damage: Sequence[Words] = ()


def open_round(path: Path, writer: Writer, *, filesystem: str = "", anyway: bool = False) -> Opened:
    """Open for writing. Raises KnownError, by code: see `places`, `side_files`, `borrowing`.

    A sound file shows its first page first: whoever opens looks for damage afterwards, table by
    table. After an unclean end the check comes first, with the hash of every row. `anyway`: a copy
    with work that was not put back is left where it is.
    """
    finding = look(path, filesystem)
    if finding is not None and finding.stops:
        raise KnownError(finding.code, finding.words)
    if not anyway:
        borrowing.refuse_waiting(path)
    side_files.refuse_strange(path)
    cut_off = database.ended_badly(path) or lock.read(path) is not None
    copying.migrate_with_backup(path)
    dossier = Dossier.open(path, writer, check=cut_off)
    try:
        rotation.remember(path, copying.round_id(dossier.conn))
        return Opened(dossier, cut_off, checking.damage(dossier) if cut_off else ())
    except BaseException:
        dossier.close()
        raise


def look_into(path: Path, writer: Writer) -> Dossier:
    """Open a backup, or a file that may not be written, for reading only. Raises KnownError."""
    database.check_kind(path)
    db = database.open_file(path, read_only=True, check=False)
    older = database.pending(db)
    db.conn.close()
    if older:
        raise KnownError(
            "older",
            Words(
                "{name} is van een oudere indeling. Zet het terug als kopie om het te bekijken.",
                "{name} is of an older layout. Restore it as a copy to look at it.",
            ).fill(name=path.name),
        )
    return Dossier.open(path, writer, read_only=True)


def look(path: Path, filesystem: str = "") -> places.Finding | None:
    """What there is to say of the place of a file; None for an ordinary one, or no file."""
    if not path.exists():
        return None
    return places.recognise(places.facts_of(path, filesystem))
