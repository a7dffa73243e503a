"""What feedback asks of the round: functions of a dossier for the bridge to do."""

from __future__ import annotations

from collections.abc import Sequence

from samen_desktop.core.reports.editions import edition
from samen_desktop.core.reports.letters import Letter, letter_for
from samen_desktop.core.reports.view import View
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Work
from samen_desktop.store import feeding_back
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.feeding_back import Sent
from samen_desktop.store.reading import listing
from samen_desktop.store.reading.answered import RoundAnswers
from samen_desktop.store.terms import Labels

__all__ = ["Letter", "Sent"]


def planning(sessions: Sequence[bytes]) -> Work[int]:
    """Plan feedback for all who spoke at these sessions; without any, at all that were held."""
    return lambda dossier: feeding_back.plan(dossier, sessions)


def told_by(keys: Sequence[int]) -> Work[tuple[list[bytes], int]]:
    """Which rows these are, and how many inputs all have heard of once they are sent."""

    def work(dossier: Dossier) -> tuple[list[bytes], int]:
        records = listing.ids(dossier.conn, "feedback", keys)
        return records, len(feeding_back.told_by(dossier.conn, records))

    return work


def marking_sent(records: Sequence[bytes], on: str, *, inputs: bool) -> Work[Sent]:
    """Say that these were sent."""
    return lambda dossier: feeding_back.mark_sent(dossier, records, on, inputs=inputs)


def letter(record: bytes, language: Language) -> Work[Letter | None]:
    """The text for the recipient of a feedback; None where there is nobody."""

    def work(dossier: Dossier) -> Letter | None:
        conn = dossier.conn
        found = conn.execute(
            'SELECT "to", session FROM feedbacks WHERE id = ? AND "to" IS NOT NULL', (record,)
        ).fetchone()
        if found is None:
            return None
        source = RoundAnswers(conn)
        row = source.feedback_of(*found)
        if row is None:
            return None
        view = View(source, edition("collega"), language, Labels(conn, language).of)
        return letter_for(source, view, row)

    return work
