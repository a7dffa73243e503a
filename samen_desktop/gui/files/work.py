"""What the pages for files ask of the round, piece by piece; each piece beats and can be stopped.

Between the steps of a copy other wishes are done, so that typing goes on. Reading in is one edit:
meanwhile lists are answered from a copy, and changes wait. What is heavy is loaded when asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from samen_desktop.core.intake.mapping import Matched, Rules
from samen_desktop.core.intake.targets import Target
from samen_desktop.core.reports.choices import Choice
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.errands.work import DoWaiting, between, working_copy
from samen_desktop.gui.long_work import Pulse

from .rows_ahead import ahead

if TYPE_CHECKING:
    from samen_desktop.errands import handing_out as _handing_out
    from samen_desktop.exchange import source as _source
    from samen_desktop.store import dossier as _dossier
    from samen_desktop.store.care import thinning as _thinning
    from samen_desktop.store.care import working as _working
    from samen_desktop.store.intake import intake as _intake
    from samen_desktop.store.reading import kept as _kept

    # The pages name these types too, and may not import the store themselves.
    Dossier = _dossier.Dossier
    Foreseen = _handing_out.Foreseen
    HandedOut = _handing_out.HandedOut
    Order = _handing_out.Order
    Source = _source.Source
    SourceRow = _source.SourceRow
    ReadIn = _intake.ReadIn
    Backup = _thinning.Backup
    SentOut = _kept.SentOut
    WorkingCopy = _working.WorkingCopy


_SAMPLE = 20
_AT_ONCE = 2000
"""Rows of a round up to which looking ahead is done in a moment."""


@dataclass(frozen=True, slots=True)
class FilterTerms:
    """What can be filtered on, as (what a filter holds, what people read)."""

    phases: list[tuple[str, str]]
    themes: list[tuple[str, str]]
    sessions: list[tuple[str, str]]


_MANY_ROWS = 500
"""Fewer are read in before anybody notices that lists wait."""


def table_in(
    path: Path, sheet: str | None, header_row: int | None
) -> Callable[[], tuple[Source, list[SourceRow]]]:
    """Open a stranger's table, with its first rows. Needs no round."""

    def work() -> tuple[Source, list[SourceRow]]:
        from samen_desktop.exchange.source import open_source

        source = open_source(path, sheet=sheet, header_row=header_row)
        return source, list(islice(source.rows(), _SAMPLE))

    return work


def rules_in(path: Path, target: Target) -> Rules:
    """The rules of a mapping file. Raises KnownError."""
    from samen_desktop.errands.reading_in import rules_of

    return rules_of(path, target)


def trying_out(
    copy: WorkingCopy, source: Source, matched: Matched, pulse: Pulse
) -> Callable[[], ReadIn]:
    """See in a copy of the round what reading a table in would do; the copy goes afterwards."""

    def work() -> ReadIn:
        from samen_desktop.errands.reading_in import read_in

        try:
            with copy.opened() as dossier:
                return read_in(dossier, source, matched, dry=True, progress=pulse.beat)
        finally:
            copy.erase()

    return work


def reading_in(
    source: Source, matched: Matched, pulse: Pulse, bridge: Bridge, total: int = 0
) -> Callable[[Dossier], ReadIn]:
    """Read a table in. Where that takes long, what is asked meanwhile is answered from a copy."""

    def progress(rows: int) -> None:
        pulse.beat(rows, total)

    def work(dossier: Dossier) -> ReadIn:
        from samen_desktop.errands.reading_in import read_in

        if 0 < total < _MANY_ROWS:
            return read_in(dossier, source, matched, dry=False, progress=progress)
        with ExitStack() as stack:
            copy = working_copy(pulse, bridge.do_waiting)(dossier)
            stack.callback(copy.erase)
            before = stack.enter_context(copy.opened())
            do_reads = stack.enter_context(bridge.lending(before))
            through = partial(ahead, meanwhile=do_reads)
            return read_in(dossier, source, matched, dry=False, progress=progress, through=through)

    return work


def writing(copy: WorkingCopy, order: Order, pulse: Pulse) -> Callable[[], HandedOut]:
    """Write reports from a copy, beside the round; the copy goes afterwards."""

    def work() -> HandedOut:
        from samen_desktop.errands.handing_out import write
        from samen_desktop.store.reading.kept import rows_about

        try:
            with copy.reading() as conn:
                total = rows_about(conn)
                return write(conn, order, lambda rows: pulse.beat(rows, total))
        finally:
            copy.erase()

    return work


def recording(handed: HandedOut) -> Callable[[Dossier], bool]:
    """Keep in the round what went out."""

    def work(dossier: Dossier) -> bool:
        from samen_desktop.errands.handing_out import record

        return record(dossier, handed)

    return work


def giving(
    target: Path, mark: str, pulse: Pulse, do_waiting: DoWaiting
) -> Callable[[Dossier], Path]:
    """A marked copy for somebody else to work in."""

    def work(dossier: Dossier) -> Path:
        from samen_desktop.store.care.copying import give_copy

        give_copy(dossier, target, mark, between(dossier, do_waiting, pulse))
        return target

    return work


def restoring_beside(backup: Path, target: Path, mark: str) -> Callable[[], Path]:
    """Put a backup back as a copy to work in, beside the round. Needs no open round."""

    def work() -> Path:
        from samen_desktop.store.care.restoring import restore

        return restore(backup, target, mark).path

    return work


def sent_out(dossier: Dossier) -> list[SentOut]:
    """What went out, the newest first."""
    from samen_desktop.store.reading.kept import sent_out as read

    return read(dossier.conn)


def backups(dossier: Dossier) -> list[Backup]:
    """The backups of this round in the profile, the newest first."""
    from samen_desktop.store.reading.kept import backups as read

    return read(dossier.conn)


def own_mark(_: Dossier) -> str:
    """The mark of who works here, for a copy they make for themselves; may be empty."""
    from samen_desktop.store.profile import read

    return read().mark


def order_of(choice: Choice, out: Path) -> Order:
    """The order that a choice makes. Raises KnownError for one that cannot be done."""
    from samen_desktop.errands.handing_out import Order, refuse

    language: Language = "en" if choice.language == "en" else "nl"
    order = Order(
        out, choice.edition, language, (choice.report,), choice.filters, choice.recipient,
        choice.columns,
    )  # fmt: skip
    refuse(order)
    return order


def foreseeing_here(order: Order) -> Callable[[Dossier], Foreseen | None]:
    """What an order would give, where that is told in a moment; None for a large round."""

    def work(dossier: Dossier) -> Foreseen | None:
        from samen_desktop.errands.handing_out import foresee
        from samen_desktop.store.reading.kept import rows_about

        if rows_about(dossier.conn) > _AT_ONCE:
            return None
        return foresee(dossier.conn, order)

    return work


def foreseeing(copy: WorkingCopy, order: Order, pulse: Pulse) -> Callable[[], Foreseen]:
    """The same from a copy, beside the round; the copy goes afterwards."""

    def work() -> Foreseen:
        from samen_desktop.errands.handing_out import foresee
        from samen_desktop.store.reading.kept import rows_about

        try:
            with copy.reading() as conn:
                total = rows_about(conn)
                return foresee(conn, order, lambda rows: pulse.beat(rows, total))
        finally:
            copy.erase()

    return work


def filter_terms(dossier: Dossier) -> FilterTerms:
    """What can be filtered on: phases, themes and sessions, by what people call them."""
    from samen_desktop.store.reading.overview import RoundOverview

    source = RoundOverview(dossier.conn)
    return FilterTerms(
        [(row.number or row.name, f"{row.number} {row.name}".strip()) for row in source.phases()],
        [(row.number or row.name, f"{row.number} {row.name}".strip()) for row in source.themes()],
        [(row.code, f"{row.code} {row.title}".strip()) for row in source.sessions()],
    )


def choices(dossier: Dossier) -> list[Choice]:
    """The choices kept in this round, by name."""
    from samen_desktop.store.choices import kept

    return kept(dossier.conn)


def keeping(choice: Choice) -> Callable[[Dossier], Choice]:
    """Keep a choice under its name."""

    def work(dossier: Dossier) -> Choice:
        from samen_desktop.store.choices import keep

        return keep(dossier, choice)

    return work


def forgetting(name: str) -> Callable[[Dossier], None]:
    """Forget a choice."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store.choices import drop

        drop(dossier, name)

    return work


def finding(kind: str, code: str) -> Callable[[Dossier], bytes | None]:
    """The record that was held back."""

    def work(dossier: Dossier) -> bytes | None:
        from samen_desktop.store.confirming import record_of

        return record_of(dossier.conn, kind, code)

    return work


def confirming(kind: str, code: str) -> Callable[[Dossier], bool]:
    """Say that nobody can be known from a row."""

    def work(dossier: Dossier) -> bool:
        from samen_desktop.store.confirming import confirm

        return confirm(dossier, kind, code)

    return work


def erase_left_copies() -> int:
    """Erase what a killed program left of its work beside a round. For the start."""
    from samen_desktop.store.care.working import erase_left

    return erase_left()
