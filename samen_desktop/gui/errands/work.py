"""Copies of the open round, made in steps between other wishes: every long errand begins with one.

What is heavy is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from samen_desktop.core.backups import MANUAL
from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.long_work import Pulse

if TYPE_CHECKING:
    from samen_desktop.store.care.working import WorkingCopy
    from samen_desktop.store.dossier import Dossier

DoWaiting = Callable[[], None]
"""Does what others asked of the round meanwhile; see `Bridge.do_waiting`."""

CLOSED = "closed"
"""Code of the error by which a copy ends when its round was closed meanwhile."""

_CLOSED = Words(
    "De ronde is intussen gesloten. Er is niets gewijzigd.",
    "The round was closed meanwhile. Nothing was changed.",
)


def between(
    dossier: Dossier, do_waiting: DoWaiting, pulse: Pulse | None = None
) -> Callable[[int, int], None]:
    """Between the steps of a copy other wishes are done; the round may be closed by one."""
    from samen_desktop.store.care.working import is_open

    def step(remaining: int, total: int) -> None:
        if pulse is not None:
            pulse.beat(total - remaining, total)
        if not remaining:
            return  # what is committed after the last step would be missing from the copy
        do_waiting()
        if not is_open(dossier):
            raise KnownError(CLOSED, _CLOSED)

    return step


def working_copy(pulse: Pulse, do_waiting: DoWaiting) -> Callable[[Dossier], WorkingCopy]:
    """Copy the round to work from beside it."""

    def work(dossier: Dossier) -> WorkingCopy:
        from samen_desktop.store.care.working import WorkingCopy

        return WorkingCopy(dossier, between(dossier, do_waiting, pulse))

    return work


def backing_up(
    pulse: Pulse, do_waiting: DoWaiting, reason: str = MANUAL, folder: Path | None = None
) -> Callable[[Dossier], Path]:
    """A verified backup, in the profile or in a folder; others' wishes are done meanwhile."""

    def work(dossier: Dossier) -> Path:
        from samen_desktop.store.care.copying import backup

        return backup(dossier, folder, reason, between(dossier, do_waiting, pulse), do_waiting)

    return work
