"""Short makers with good defaults: a clock one can set, a round in a real file, first records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core.fields import Scalar
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Edit, Writer

DAY_MS = 24 * 60 * 60 * 1000
NOON_MS = 1_655_719_200_000
"""20 June 2022, 10:00 UTC: the middle of the round that the program was designed on."""


@dataclass
class SetClock:
    """A wall clock that stands where it is put; `ms` since 1970, UTC."""

    ms: int = NOON_MS

    def __call__(self) -> int:
        return self.ms


def a_writer(author: str = "HR coördinator", device: bytes = b"\x01" * 8) -> Writer:
    return Writer(author, device)


@contextmanager
def a_round(path: Path, wall: SetClock | None = None, **fields: Scalar) -> Iterator[Dossier]:
    """A new round in a real file, open, with nothing in it but the round itself."""
    with Dossier.create(path, a_writer(), wall or SetClock()) as dossier:
        with dossier.edit("new") as edit:
            edit.create("round", {"name": "Jeugd in beeld", "status": "LOOPT", **fields})
        yield dossier


def an_input(edit: Edit, words: str = "Waar kan ik heen?", **fields: Scalar) -> bytes:
    return edit.create("input", {"words": words, "status": "RUW", **fields})


def a_session(edit: Edit, title: str = "Ouderavond", **fields: Scalar) -> bytes:
    return edit.create("session", {"title": title, "status": "GEHOUD", **fields})


def a_stakeholder(edit: Edit, name: str = "School A", **fields: Scalar) -> bytes:
    return edit.create("stakeholder", {"name": name, **fields})


def a_group(edit: Edit, name: str = "Ouders", **fields: Scalar) -> bytes:
    return edit.create("group", {"name": name, **fields})


def a_theme(edit: Edit, name: str = "Wonen", **fields: Scalar) -> bytes:
    return edit.create("theme", {"name": name, **fields})


def noted(dossier: Dossier, words: str = "Waar kan ik heen?", **fields: Scalar) -> bytes:
    """One input, committed as a note-taker commits it."""
    with dossier.edit("add_input") as edit:
        return an_input(edit, words, **fields)


def changed(dossier: Dossier, record: bytes, name: str, value: Scalar) -> None:
    """One field changed in an edit of its own."""
    with dossier.edit(f"change_{dossier.state(record).kind}") as edit:
        edit.set(record, name, value)


def deleted(dossier: Dossier, record: bytes) -> None:
    """One record deleted in an edit of its own."""
    with dossier.edit(f"delete_{dossier.state(record).kind}") as edit:
        edit.delete(record)
