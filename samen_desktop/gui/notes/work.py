"""What Notuleren asks of the file: functions of a dossier, done by the bridge on its thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samen_desktop.core.note_sheet import SessionFacts, Sheet, Vocabulary
from samen_desktop.core.notes import Note
from samen_desktop.core.words import Language

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier
    from samen_desktop.store.drafts import Draft


Wish = Callable[["Dossier"], None]
"""A change to the round without an answer."""


def read_sheet(session: bytes, language: Language) -> Callable[[Dossier], Sheet]:
    """The session's header and items."""

    def work(dossier: Dossier) -> Sheet:
        from samen_desktop.store.reading import note_readers

        return note_readers.sheet(dossier.conn, session, dossier.writer.mark, language)

    return work


def read_known(session: bytes, language: Language) -> Callable[[Dossier], Vocabulary]:
    """The names a line may use."""

    def work(dossier: Dossier) -> Vocabulary:
        from samen_desktop.store.reading import note_readers

        return note_readers.known(dossier.conn, session, dossier.writer.mark, language)

    return work


def read_sessions(today: str, language: Language) -> Callable[[Dossier], list[SessionFacts]]:
    """The sessions one can note in, the likeliest first."""

    def work(dossier: Dossier) -> list[SessionFacts]:
        from samen_desktop.store.reading import note_readers

        return note_readers.sessions(dossier.conn, today, language)

    return work


def write_notes(session: bytes, notes: Sequence[Note], place: str) -> Callable[[Dossier], None]:
    """New items, as one edit."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import notes as writing

        writing.write(dossier, session, notes, place)

    return work


def change_note(
    session: bytes, record: bytes, before: Note, note: Note, place: str
) -> Callable[[Dossier], None]:
    """An item as its line says it now."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import notes as writing

        writing.change(dossier, session, record, before, note, place)

    return work


def split_note(
    session: bytes, record: bytes, before: Note, parts: tuple[Note, Note], place: str
) -> Callable[[Dossier], None]:
    """One item made two."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import notes as writing

        writing.split(dossier, session, record, before, parts, place)

    return work


def join_notes(record: bytes, into: bytes) -> Callable[[Dossier], None]:
    """Two items made one."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import notes as writing

        writing.join(dossier, record, into)

    return work


def delete_note(record: bytes) -> Callable[[Dossier], None]:
    """An item deleted."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import notes as writing

        writing.delete(dossier, record)

    return work


def keep_draft(place: str, text: str) -> Callable[[Dossier], None]:
    """Half-typed text into the file's local table."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import drafts

        drafts.keep(dossier, place, text)

    return work


@dataclass(frozen=True, slots=True)
class Left:
    """What was typed at a place, or under it, and not committed: each text once."""

    round_id: str
    drafts: list[Draft]


def read_drafts(place: str) -> Callable[[Dossier], Left]:
    """Half-typed text of a session, from the file and from the profile."""

    def work(dossier: Dossier) -> Left:
        from samen_desktop.store import drafts

        round_id = drafts.round_id(dossier.conn)
        found = drafts.offered_beside(dossier.conn, round_id) + drafts.offered(dossier.conn)
        here = [
            draft for draft in found if draft.place == place or draft.place.startswith(f"{place}/")
        ]
        here.sort(key=lambda draft: draft.kept_at)
        # The newest of a place counts; of one text typed at two places one is enough.
        by_place = {draft.place: draft for draft in here}
        return Left(round_id, list({draft.text: draft for draft in by_place.values()}.values()))

    return work


def drop_drafts(places: Sequence[str]) -> Callable[[Dossier], None]:
    """Throw kept text away."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store import drafts

        for place in places:
            drafts.drop(dossier, place)

    return work


def keep_beside(round_id: str, texts: Mapping[str, str]) -> None:
    """Half-typed text into the profile; needs no round and may be called on any thread."""
    from samen_desktop.store import drafts

    drafts.keep_beside(round_id, texts)
