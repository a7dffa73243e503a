"""What reading in a table did, or would do: counts, codes, and what did not fit, told shortly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from samen_desktop.core.errors import Problem
from samen_desktop.core.words import Words

_MOST_PROBLEMS = 20_000


@dataclass(slots=True)
class ReadIn:
    """What was read in, or would be. `known`: rows of this file that were here already.

    `made` counts, by kind, the records that the rows called for; `codes` the first and last given.
    `before`: the very same file was read in as the same kind earlier. `problems` are whole after
    `settle`; the same sentence about the same column stands there once, with a count.
    """

    rows: int = 0
    added: int = 0
    known: int = 0
    skipped: int = 0
    before: bool = False
    made: dict[str, int] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _told: dict[tuple[str, str], int] = field(default_factory=dict, repr=False)
    _again: Counter[int] = field(default_factory=Counter, repr=False)
    _untold: int = field(default=0, repr=False)

    def count(self, kind: str) -> None:
        """One more record of a kind was made."""
        self.made[kind] = self.made.get(kind, 0) + 1

    def note_code(self, code: str) -> None:
        """One more row was read in; the first and the last code are kept."""
        self.codes[1:] = [code]
        self.added += 1

    def tell(self, problem: Problem) -> None:
        """Tell what may hold for many rows: the first stands for all."""
        place = (problem.words.nl, problem.column)
        at = self._told.get(place)
        if at is None:
            self._told[place] = len(self.problems)
            self.tell_all([problem])
        else:
            self._again[at] += 1

    def tell_all(self, problems: Iterable[Problem]) -> None:
        """Tell what did not fit in one row."""
        for problem in problems:
            if len(self.problems) < _MOST_PROBLEMS:
                self.problems.append(problem)
            else:
                self._untold += 1

    def settle(self) -> None:
        """Say of what was told once in how many other rows it holds; call it once, at the end."""
        for at, times in self._again.items():
            if at < len(self.problems):
                old = self.problems[at]
                also = (_ONE_MORE if times == 1 else _MORE).fill(count=times)
                words = Words(f"{old.words.nl} {also.nl}", f"{old.words.en} {also.en}")
                self.problems[at] = Problem(words, old.sheet, old.row, old.column)
        if self._untold:
            self.problems.append(Problem(_UNTOLD.fill(count=self._untold)))


_ONE_MORE = Words("Ook in één andere rij.", "In one other row as well.")
_MORE = Words("Ook in {count} andere rijen.", "In {count} other rows as well.")
_UNTOLD = Words("En nog {count} opmerkingen.", "And {count} more remarks.")
