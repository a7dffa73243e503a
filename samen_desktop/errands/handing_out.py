"""The overview of a round into a workbook, and the record of what went out.

Writing needs a connection to the round or to a copy of it, recording needs the round itself: so a
window may write beside the round. How it is asked for and said is for those above.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.editions import edition
from samen_desktop.core.reports.overview import overview
from samen_desktop.core.words import Language, Words
from samen_desktop.exchange.writer import write_workbook
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.overview import RoundOverview
from samen_desktop.store.terms import Labels

OVERVIEW = "overview"

_CLASSES = {"intern": "INTERN", "collega": "COLLEG", "openbaar": "OPENB"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `edition` is the code a person types: `intern`, `collega`."""

    out: Path
    edition: str
    language: Language


@dataclass(frozen=True, slots=True)
class HandedOut:
    """What went out: data rows and rows held back by sheet title, texts cut short, the file."""

    order: Order
    rows: Mapping[str, int]
    held_back: Mapping[str, int]
    cut_cells: int
    sha256: str

    @property
    def row_count(self) -> int:
        return sum(self.rows.values())


def refuse_format(out: Path) -> None:
    """Raise KnownError for a name that is no workbook's."""
    if out.suffix.lower() != ".xlsx":
        raise KnownError(
            "no_format",
            Words(
                "Het overzicht is een Excel-werkmap: geef het een naam die eindigt op .xlsx.",
                "The overview is an Excel workbook: give it a name that ends in .xlsx.",
            ),
        )


def write_overview(
    conn: sqlite3.Connection, order: Order, progress: Callable[[int], None] | None = None
) -> HandedOut:
    """Write the overview in one edition and one language.

    `progress` hears the rows written so far; whatever it raises stops the work and leaves no file.
    Raises KnownError for an edition there is not, and where the place allows no file.
    """
    refuse_format(order.out)
    report = overview(
        RoundOverview(conn),
        edition=edition(order.edition),
        language=order.language,
        label=Labels(conn, order.language).of,
    )
    written = write_workbook(report.workbook, order.out, language=order.language, progress=progress)
    return HandedOut(order, written.rows, dict(report.held_back), written.cut_cells, written.sha256)


def record(dossier: Dossier, handed: HandedOut) -> bool:
    """Keep in the round what went out. False where the round is open for reading only."""
    if not dossier.writable:
        return False
    with dossier.edit(edits.EXPORT) as edit:
        edit.create(
            "export",
            {
                "report": OVERVIEW,
                "edition": _CLASSES[handed.order.edition],
                "file": handed.order.out.name,
                "sha256": handed.sha256,
                "rows": handed.row_count,
                "language": handed.order.language,
            },
        )
    return True
