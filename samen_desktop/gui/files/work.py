"""What the pages for files ask of the round, piece by piece; each piece beats and can be stopped.

Between the steps of a copy other wishes are done, so that typing goes on; reading in is one edit
and lets nothing through.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...core.errors import KnownError
from ...core.intake.mapping import Matched
from ...core.reports.editions import edition
from ...core.words import Words
from ...errands.handing_out import HandedOut, Order, record, write_overview
from ...errands.reading_in import read_in
from ...exchange.source import Source
from ...store import copying, kept, profile, restoring
from ...store.dossier import Dossier
from ...store.intake import ReadIn
from ...store.kept import Backup, SentOut
from ...store.working import WorkingCopy, is_open
from ..long_work import Pulse

DoWaiting = Callable[[], None]

_CLOSED = Words(
    "De ronde is intussen gesloten. Er is niets gewijzigd.",
    "The round was closed meanwhile. Nothing was changed.",
)


def reading_in(
    source: Source, matched: Matched, pulse: Pulse, *, dry: bool, total: int = 0
) -> Callable[[Dossier], ReadIn]:
    """Read a table in, or with `dry` only see what would happen."""

    def work(dossier: Dossier) -> ReadIn:
        def progress(rows: int) -> None:
            pulse.beat(rows, total)

        return read_in(dossier, source, matched, dry=dry, progress=progress)

    return work


def working_copy(pulse: Pulse, do_waiting: DoWaiting) -> Callable[[Dossier], WorkingCopy]:
    """Copy the round to work from beside it."""

    def work(dossier: Dossier) -> WorkingCopy:
        return WorkingCopy(dossier, _between(dossier, pulse, do_waiting))

    return work


def writing(copy: WorkingCopy, order: Order, pulse: Pulse) -> Callable[[], HandedOut]:
    """Write the overview from a copy, beside the round; the copy goes afterwards."""

    def work() -> HandedOut:
        try:
            with copy.reading() as conn:
                total = kept.rows_about(conn)
                return write_overview(conn, order, lambda rows: pulse.beat(rows, total))
        finally:
            copy.erase()

    return work


def recording(handed: HandedOut) -> Callable[[Dossier], bool]:
    """Keep in the round what went out."""
    return lambda dossier: record(dossier, handed)


def backing_up(pulse: Pulse, do_waiting: DoWaiting) -> Callable[[Dossier], Path]:
    """A verified backup in the profile."""

    def work(dossier: Dossier) -> Path:
        between = _between(dossier, pulse, do_waiting)
        return copying.backup(dossier, between=between)

    return work


def giving(
    target: Path, mark: str, pulse: Pulse, do_waiting: DoWaiting
) -> Callable[[Dossier], Path]:
    """A marked copy for somebody else to work in."""

    def work(dossier: Dossier) -> Path:
        copying.give_copy(dossier, target, mark, _between(dossier, pulse, do_waiting))
        return target

    return work


def restoring_beside(backup: Path, target: Path, mark: str) -> Path:
    """Put a backup back as a copy to work in, beside the round. Needs no open round."""
    return restoring.restore(backup, target, mark).path


def sent_out(dossier: Dossier) -> list[SentOut]:
    """What went out, the newest first."""
    return kept.sent_out(dossier.conn)


def backups(dossier: Dossier) -> list[Backup]:
    """The backups of this round in the profile, the newest first."""
    return kept.backups(dossier.conn)


def suggested_mark(_: Dossier) -> str:
    """The mark of who works here, for a copy they make for themselves."""
    return profile.read().mark


def check_order(order: Order) -> None:
    """Raise KnownError for an edition there is not, before anything is copied."""
    edition(order.edition)


def _between(dossier: Dossier, pulse: Pulse, do_waiting: DoWaiting) -> Callable[[int, int], None]:
    def between(remaining: int, total: int) -> None:
        pulse.beat(total - remaining, total)
        do_waiting()
        if not is_open(dossier):
            raise KnownError("closed", _CLOSED)

    return between
