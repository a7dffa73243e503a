"""How many said something, counted three ways: sessions, organisations, persons.

Ten remarks of one party are one party. A person is known by the session and the code given there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .answer_rows import AnsweredRow


@dataclass(slots=True)
class Voices:
    """Whom the inputs that were counted came from. Holds codes, never a row."""

    inputs: int = 0
    groups: set[str] = field(default_factory=set)
    _sessions: set[str] = field(default_factory=set)
    _parties: set[str] = field(default_factory=set)
    _persons: set[tuple[str, str]] = field(default_factory=set)

    def hear(self, row: AnsweredRow) -> None:
        said = row.input
        self.inputs += 1
        self.groups.update(said.groups)
        if said.session:
            self._sessions.add(said.session)
        self._parties.update(said.stakeholders)
        self._persons.update((said.session, person) for person in said.participants)

    @property
    def sessions(self) -> int:
        return len(self._sessions)

    @property
    def parties(self) -> int:
        return len(self._parties)

    @property
    def persons(self) -> int:
        return len(self._persons)


def count(rows: Iterable[AnsweredRow]) -> Voices:
    """Whom these inputs came from."""
    voices = Voices()
    for row in rows:
        voices.hear(row)
    return voices
