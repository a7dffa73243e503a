"""From what was typed to a search expression, which finds a word by any part of it.

`hulpaanbieder` finds *jeugdhulpaanbieders*: the words of the round that hold a piece of four
letters or more stand in the expression beside it. What was typed is never read as a query.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Sequence

from samen_desktop.core.word_forms import LEAST_PART, words_in
from samen_desktop.store.derived.search import waiting_words

MOST_PIECES = 24
"""Pieces of what was typed that are searched."""
MOST_WORDS = 120
"""Words that stand beside one piece, the shortest first: what holds more of them says little."""

Widen = Callable[[str], Sequence[str]]
"""The words of the round in which a piece stands, but not at their beginning."""

_INSIDE = (
    "SELECT word FROM word_search WHERE word_search MATCH ? AND substr(word, 1, ?) <> ?"
    " ORDER BY length(word), word LIMIT ?"
)


def searchable(typed: str) -> bool:
    """Whether anything in what was typed can be searched; signs and emoji cannot."""
    return any(map(_is_searched, typed))


def widened(conn: sqlite3.Connection, typed: str) -> str:
    """What was typed as a search expression, with the words of the round its pieces stand in."""
    return as_query(typed, lambda piece: inside(conn, piece))


def inside(conn: sqlite3.Connection, piece: str, limit: int = MOST_WORDS) -> list[str]:
    """Words of the round that hold a piece further on than at their beginning, shortest first."""
    rows = conn.execute(_INSIDE, (f'"{piece}"', len(piece), piece, limit))
    found = [word for (word,) in rows]
    found += [word for word in waiting_words(conn) if word.find(piece) > 0]
    return sorted(found, key=lambda word: (len(word), word))[:limit]


def as_query(typed: str, widen: Widen | None = None) -> str:
    """What was typed as a search expression: each piece a string, the last one a beginning.

    A piece that is `widen`ed counts wherever it stands in a word. Empty where nothing in what was
    typed can be searched.
    """
    pieces = [piece for piece in typed.split() if searchable(piece)][:MOST_PIECES]
    told = [_quoted(piece) for piece in pieces[:-1]] + [f"{_quoted(p)}*" for p in pieces[-1:]]
    if widen is not None:
        told = [_beside(piece, text, widen) for piece, text in zip(pieces, told, strict=True)]
    return " AND ".join(told)


def _beside(piece: str, told: str, widen: Widen) -> str:
    """A piece as it is told, or the words it stands in."""
    words = list(words_in(piece))
    if len(words) != 1 or len(words[0]) < LEAST_PART:
        return told
    found = [_quoted(word) for word in widen(words[0])]
    return f"({' OR '.join([_quoted(piece) + '*', *found])})"


def _quoted(piece: str) -> str:
    return '"' + piece.replace('"', '""') + '"'


def _is_searched(letter: str) -> bool:
    """Whether the index takes a character for part of a word: letters, numbers, private use."""
    category = unicodedata.category(letter)
    return category[0] in "LN" or category == "Co"
