"""The shapes of a vocabulary, and the two ways to write one down.

Which lists there are is told by the rooms beside this one, and gathered in `core.vocabulary`.
"""

from __future__ import annotations

from dataclasses import dataclass

from samen_desktop.core.words import Words


@dataclass(frozen=True, slots=True)
class Term:
    """One choice of a list: a code that never changes and the words a person sees."""

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of terms in the order in which it is offered.

    `closed`: rules read the codes, so a round cannot add its own. An open list is copied into the
    rows of a round, which may relabel, reorder and extend it with codes that begin with X.
    """

    name: str
    words: Words
    terms: tuple[Term, ...]
    closed: bool


Row = tuple[str, str, str]
"""Code, Dutch label, English label."""


def open_list(name: str, nl: str, en: str, *rows: Row) -> Vocabulary:
    """A list that a round may extend with codes of its own."""
    return Vocabulary(name, Words(nl, en), _terms(rows), closed=False)


def closed_list(name: str, nl: str, en: str, *rows: Row) -> Vocabulary:
    """A list that stays as it is, because rules read its codes."""
    return Vocabulary(name, Words(nl, en), _terms(rows), closed=True)


def _terms(rows: tuple[Row, ...]) -> tuple[Term, ...]:
    return tuple(Term(code, Words(nl, en)) for code, nl, en in rows)
