"""Reports of a round into a file, and the record of what went out.

Writing needs a connection to the round or to a copy of it, recording needs the round itself: so a
window may write beside the round. How it is asked for and said is for those above.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports import catalogue
from samen_desktop.core.reports.catalogue import Report, report
from samen_desktop.core.reports.document import Grid
from samen_desktop.core.reports.editions import DEFAULT, edition
from samen_desktop.core.reports.figures import FIGURES
from samen_desktop.core.reports.filters import NONE, Filters
from samen_desktop.core.reports.guide import GUIDE
from samen_desktop.core.reports.holding import Held
from samen_desktop.core.reports.sheet import Sheet
from samen_desktop.core.reports.view import View
from samen_desktop.core.words import Language, Words
from samen_desktop.exchange.word_writer import write_document
from samen_desktop.exchange.writer import Written, write_workbook
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.answered import RoundAnswers
from samen_desktop.store.terms import Labels

EXCEL, WORD = ".xlsx", ".docx"

_CLASSES = {"intern": "INTERN", "collega": "COLLEG", "openbaar": "OPENB"}


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for. `edition` is the code a person types; `reports` are names of reports.

    The format follows from the name of the file. `recipient` is a function, never a person's name.
    `columns` are those chosen of a list, by Dutch title; none for all.
    """

    out: Path
    edition: str = DEFAULT.code
    language: Language = "nl"
    reports: tuple[str, ...] = ("overview",)
    filters: Filters = NONE
    recipient: str = ""
    columns: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Report, ...]:
        """The reports. Raises KnownError for a name there is not."""
        return tuple(dict.fromkeys(report(name) for name in self.reports))


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


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What an order would give: rows by sheet, and each row that would be held back.

    `columns` are those of the list that lets them be chosen: Dutch title and what people read.
    """

    rows: Mapping[str, int] = field(default_factory=dict)
    held_back: tuple[Held, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()


def refuse(order: Order) -> None:
    """Raise KnownError for an order that cannot be done, before any work."""
    edition(order.edition)
    asked = order.asked
    catalogue.check_internal(asked, order.edition)
    suffix = order.out.suffix.lower()
    if suffix not in (EXCEL, WORD):
        raise KnownError(
            "no_format",
            Words(
                "Geef het bestand een naam die eindigt op .xlsx (Excel) of .docx (Word).",
                "Give the file a name that ends in .xlsx (Excel) or .docx (Word).",
            ),
        )
    for each in asked:
        if suffix == WORD and not each.document:
            raise KnownError(
                "no_document",
                Words(
                    "“{name}” is er alleen als Excel-werkmap: kies een naam die eindigt op .xlsx.",
                    "“{english}” exists as an Excel workbook only: choose a name ending in .xlsx.",
                ).fill(name=each.words.nl, english=each.words.en),
            )


def write(
    conn: sqlite3.Connection, order: Order, progress: Callable[[int], None] | None = None
) -> HandedOut:
    """Write what was ordered.

    `progress` hears the rows written so far; whatever it raises stops the work and leaves no file.
    Raises KnownError for an order that cannot be done, and where the place allows no file.
    """
    refuse(order)
    source, view = _read(conn, order)
    written: Written
    if order.out.suffix.lower() == WORD:
        text = catalogue.document(order.asked, source, view)
        written = write_document(text, order.out, language=order.language, progress=progress)
        written = replace(written, rows=dict(view.tally.shown))
    else:
        book = catalogue.workbook(order.asked, source, view)
        written = write_workbook(book, order.out, language=order.language, progress=progress)
    held = dict(view.tally.held_back)
    return HandedOut(order, written.rows, held, written.cut_cells, written.sha256)


def foresee(
    conn: sqlite3.Connection, order: Order, progress: Callable[[int], None] | None = None
) -> Foreseen:
    """What `write` would do, without a file: read in the same way, so that it cannot differ."""
    source, view = _read(conn, order)
    done = 0
    if order.out.suffix.lower() == WORD:
        for block in catalogue.document(order.asked, source, view).blocks():
            done += len(block.rows) if isinstance(block, Grid) else 0
            if progress:
                progress(done)
        return Foreseen(dict(view.tally.shown), tuple(view.held))
    counts: dict[str, int] = {}
    book = catalogue.workbook(order.asked, source, view)
    for sheet in _in_order(book.sheets):
        counts[sheet.title] = 0
        for _ in sheet.rows():
            counts[sheet.title] += 1
            done += 1
            if progress:
                progress(done)
    for around in (GUIDE, FIGURES):
        counts.pop(view.say(around), None)
    return Foreseen(counts, tuple(view.held), tuple(view.choosable))


def record(dossier: Dossier, handed: HandedOut) -> bool:
    """Keep in the round what went out. False where the round is open for reading only."""
    if not dossier.writable:
        return False
    order = handed.order
    with dossier.edit(edits.EXPORT) as edit:
        edit.create(
            "export",
            {
                "report": ", ".join(each.name for each in order.asked),
                "edition": _CLASSES[order.edition],
                "file": order.out.name,
                "sha256": handed.sha256,
                "rows": handed.row_count,
                "filters": order.filters.words.nl or None,
                "language": order.language,
                "recipient": order.recipient or None,
            },
        )
    return True


def _read(conn: sqlite3.Connection, order: Order) -> tuple[RoundAnswers, View]:
    source = RoundAnswers(conn)
    label = Labels(conn, order.language).of
    which = edition(order.edition)
    return source, View(source, which, order.language, label, order.filters, order.columns)


def _in_order(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """As a writer asks for them: late sheets after all others, the last one first."""
    now = [sheet for sheet in sheets if not sheet.late]
    late = [sheet for sheet in sheets if sheet.late]
    return tuple(chain(now, reversed(late)))
