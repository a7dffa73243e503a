"""What the watch asks of the file: a function of a dossier, done by the bridge on its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samen_desktop.core.privacy import Register

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier


def read_register(dossier: Dossier) -> tuple[Register, int]:
    """The names of people that the round knows, and the year in which it begins, or 0."""
    from samen_desktop.store.reading import register

    return register.read_register(dossier.conn)
