"""What somebody chose to see of a round: one phase, one theme with those below it, one session.

A filter leaves rows out; it never lets a row in that the edition holds back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from .rows import AttendanceRow, FollowUpRow, InputRow, PhaseRow, SessionRow, ThemeRow


@dataclass(frozen=True, slots=True)
class Filters:
    """`phase` and `theme` by number (`1`, `TH9`) or name, `session` by code; empty for all."""

    phase: str = ""
    theme: str = ""
    session: str = ""

    def __bool__(self) -> bool:
        return bool(self.phase or self.theme or self.session)

    @property
    def words(self) -> Words:
        """The filter in words; empty where there is none."""
        parts = [
            (Words("fase {what}", "phase {what}"), self.phase),
            (Words("thema {what}", "theme {what}"), self.theme),
            (Words("sessie {what}", "session {what}"), self.session),
        ]
        said = [words.fill(what=what) for words, what in parts if what]
        return Words(", ".join(each.nl for each in said), ", ".join(each.en for each in said))


NONE = Filters()


class Sieve:
    """The filters with the keys they mean in one round.

    Raises KnownError for a name that the round does not know: a report of nothing would look as if
    nothing had been said.
    """

    def __init__(
        self,
        filters: Filters,
        phases: Iterable[PhaseRow],
        themes: Iterable[ThemeRow],
        sessions: Iterable[SessionRow],
    ) -> None:
        self._session = filters.session.strip().casefold()
        self._phases = (
            {row.key for row in phases if _called(filters.phase, row.number, row.name)}
            if filters.phase
            else None
        )
        self._themes = _with_below(filters.theme, list(themes)) if filters.theme else None
        if self._phases == set():
            raise _unknown(Words("fase", "phase"), filters.phase)
        if self._themes == set():
            raise _unknown(Words("thema", "theme"), filters.theme)
        if self._session and all(row.code.casefold() != self._session for row in sessions):
            raise _unknown(Words("sessie", "session"), filters.session)

    def passes(self, row: object) -> bool:
        """Whether a row is among what was chosen; a row that has no such trait always is."""
        if isinstance(row, InputRow):
            here = self._in_phase(row.phase) and self._in_session(row.session)
            return here and self.theme(row.theme)
        if isinstance(row, SessionRow):
            return self._in_phase(row.phase) and self._in_session(row.code)
        if isinstance(row, AttendanceRow):
            return self._in_phase(row.phase) and self._in_session(row.session)
        return not isinstance(row, FollowUpRow) or self._in_session(row.origin)

    def theme(self, key: str) -> bool:
        """Whether a theme was chosen."""
        return self._themes is None or key in self._themes

    def _in_phase(self, key: str) -> bool:
        return self._phases is None or key in self._phases

    def _in_session(self, code: str) -> bool:
        return not self._session or code.casefold() == self._session


def _unknown(what: Words, name: str) -> KnownError:
    return KnownError(
        "unknown_filter",
        Words(
            "Deze ronde heeft geen {what} ‘{name}’. Er is niets gemaakt.",
            "This round has no {what} ‘{name}’. Nothing was made.",
        ).fill(what=what, name=name),
    )


def _called(wanted: str, number: str, name: str) -> bool:
    wanted = wanted.strip().casefold()
    names = (number, name, f"{number} {name}".strip())
    return wanted in {each.casefold() for each in names}


def _with_below(wanted: str, themes: list[ThemeRow]) -> set[str]:
    """Keys of the themes of that number or name and of all below them; parents come first."""
    found: set[str] = set()
    for row in themes:
        if row.parent in found or _called(wanted, row.number, row.name):
            found.add(row.key)
    return found
