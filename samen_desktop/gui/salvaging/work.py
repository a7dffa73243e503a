"""What salvaging asks of files and of the salvaged round. What is heavy is loaded inside."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from samen_desktop.core.salvaging import Salvaged
from samen_desktop.gui.long_work import Pulse

if TYPE_CHECKING:
    from samen_desktop.store import dossier as _dossier

    Dossier = _dossier.Dossier


def salvaging(damaged: Path, target: Path, pulse: Pulse) -> Callable[[], Salvaged]:
    """Salvage a file into a new one. Needs no round; the damaged one must not be open here."""

    def work() -> Salvaged:
        from samen_desktop.store.care.salvaging import salvage

        return salvage(damaged, target, beat=pulse.beat)

    return work


def kept(dossier: Dossier) -> Salvaged | None:
    """What came of salvaging the open round; None where it never was, or that was let go."""
    from samen_desktop.store.care import kept_apart

    return kept_apart.kept(dossier.conn)


def forget(dossier: Dossier) -> None:
    """Let go of what was kept apart and of the report."""
    from samen_desktop.store.care import kept_apart

    with dossier.writing():
        kept_apart.forget(dossier.conn)
