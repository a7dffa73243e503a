"""What Overzicht asks of the round: functions of a dossier for the bridge to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from samen_desktop.core.standing import Course, Fates, Unheard

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier


def course_on(today: date) -> Callable[[Dossier], Course]:
    """Phases, sessions, what is late and what comes."""

    def read(dossier: Dossier) -> Course:
        from samen_desktop.store.reading.standing import read_course

        return read_course(dossier.conn, today)

    return read


def open_choices(dossier: Dossier) -> int:
    """How many fields wait for a choice between values that a merge brought together."""
    from samen_desktop.store.reading.merged import waiting_count

    return waiting_count(dossier.conn)


def places_to_look_at(dossier: Dossier) -> int:
    """How many answers and inputs point at a place in the plan that is not what it was."""
    from samen_desktop.store.looking_again import waiting_count

    return waiting_count(dossier.conn)


def feedback_late_on(today: date) -> Callable[[Dossier], int]:
    """How many feedbacks should have been sent by now."""

    def read(dossier: Dossier) -> int:
        from samen_desktop.store.feeding_back import late_count

        return late_count(dossier.conn, today.isoformat())

    return read


def fates(dossier: Dossier) -> Fates:
    """Inputs by processing status."""
    from samen_desktop.store.reading.standing import read_fates

    return read_fates(dossier.conn)


def unheard_on(today: date) -> Callable[[Dossier], tuple[Unheard, ...]]:
    """Groups still to hear."""

    def read(dossier: Dossier) -> tuple[Unheard, ...]:
        from samen_desktop.store.reading.standing import read_unheard

        return read_unheard(dossier.conn, today)

    return read
