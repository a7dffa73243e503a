"""A plan document into the round as its next version, or only what would become of the chapters.

Reading the document needs no round and may be done beside it. How file and number are chosen, and
how the outcome is said, is for the command line and the window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core.backups import BEFORE_IMPORTING
from samen_desktop.core.fields import Scalar
from samen_desktop.core.outlines import Became, Heading, Step
from samen_desktop.exchange.plan_document import read_outline
from samen_desktop.store import looking_again, plans
from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.looking_again import Reference
from samen_desktop.store.plans import Chapter


@dataclass(frozen=True, slots=True)
class Document:
    """The outline that a document holds. `name` is that of its file, without a folder."""

    name: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of the version that stands, and what would have to be looked at again.

    `waiting` counts what has to be looked at already, since an earlier version.
    """

    number: str
    old: tuple[Chapter, ...]
    steps: tuple[Step, ...]
    affected: tuple[tuple[Step, Reference], ...]
    waiting: int

    def count(self, became: Became) -> int:
        """How many chapters would become this."""
        return sum(step.became is became for step in self.steps)


def read_document(path: Path) -> Document:
    """The outline of a Word or Markdown document. Raises KnownError."""
    return Document(path.name, tuple(read_outline(path)))


def foresee(dossier: Dossier, document: Document) -> Foreseen:
    """What taking this in would do; nothing is changed."""
    conn = dossier.conn
    standing = plans.versions(conn)
    old, steps = plans.compared(conn, document.headings)
    return Foreseen(
        standing[0].number if standing else "",
        tuple(old),
        tuple(steps),
        tuple(looking_again.affected(conn, old, steps)),
        sum(each.became.needs_look for each in looking_again.to_look_at(conn)),
    )


def back_up(dossier: Dossier) -> Path:
    """The verified backup before a version is taken in. Raises KnownError."""
    return copying.backup(dossier, reason=BEFORE_IMPORTING)


def take_in(dossier: Dossier, document: Document, about: Mapping[str, Scalar]) -> bytes:
    """Take a document in as the next version, as one edit. Returns its id. Raises KnownError."""
    filled = {name: value for name, value in about.items() if value}
    return plans.take_in(dossier, {**filled, "file": document.name}, document.headings)
