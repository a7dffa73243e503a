"""A round taken apart over laptops: marked copies as they are given, each with a person at it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from samen_desktop.core.merging import Told
from samen_desktop.errands import merging
from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer
from tests.builders import SetClock, a_round, a_session, a_stakeholder, an_input

WHO = {"": "CO coördinator", "HR": "HR notulist", "JV": "JV notulist"}


def taken_apart(folder: Path, *marks: str) -> Path:
    """A round with a session, a stakeholder and an input, and a copy of it for each mark."""
    home = folder / "ronde.samen"
    with a_round(home) as dossier:
        with dossier.edit("add_input") as edit:
            a_session(edit)
            a_stakeholder(edit)
            an_input(edit)
        for mark in marks:
            copying.give_copy(dossier, folder / f"{mark}.samen", mark)
    return home


def opened(path: Path, mark: str = "", wall: SetClock | None = None) -> Dossier:
    """The laptop of that person; the round is the coordinator's own."""
    device = (mark or "CO").encode().ljust(8, b".")
    return Dossier.open(path, Writer(WHO[mark], device), wall=wall or SetClock())


def ident(dossier: Dossier, code: str, table: str = "inputs") -> bytes:
    """The id of a record by its code."""
    sql = f"SELECT id FROM {table} WHERE shown = ?"
    return bytes(dossier.conn.execute(sql, (code,)).fetchone()[0])


def merged(home: Path, *others: Path, dry: bool = False, wall: SetClock | None = None) -> Told:
    """What the coordinator does in the evening."""
    with opened(home, wall=wall) as dossier:
        return merge(dossier, others, dry=dry)


def merge(dossier: Dossier, others: Sequence[Path], *, dry: bool = False) -> Told:
    """Merge files into a round that is open."""
    arrived = merging.arrive(others, dossier.path)
    try:
        return merging.merge(dossier, arrived, "nl", dry=dry)
    finally:
        for each in arrived:
            each.erase()


def bytes_of(path: Path) -> list[str]:
    """All that stands in a file, statement by statement."""
    import sqlite3

    with closing(sqlite3.connect(path)) as conn:
        return [line for line in conn.iterdump() if "sqlite_" not in line]
