"""Looking things up: by words anywhere a person wrote, and by the code people speak aloud.

What is typed is never read as a query: each piece is searched as it stands, all must match, the
last may be the beginning of a word and a long one any part of it (`widening`). How the index is
kept is told in `search`.
"""

from __future__ import annotations

import heapq
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.text import clean, fold
from samen_desktop.store.log.changelog import CHUNK
from samen_desktop.store.naming import Names, Place, Shown
from samen_desktop.store.schema import SEARCHED

from .widening import MOST_PIECES, widened

FIRST_PAGE = 50
"""Hits of one page unless told otherwise."""

_AROUND, _LONGEST = 40, 140
"""Characters of a snippet before what was found, and in all."""
_SEEN = 4000
"""Characters of a text that are looked through letter by letter for a snippet."""
_SIGNS = "\"'()[]{}.,;:!?*-“”‘’"
_SEARCHED_KINDS = tuple(kind.name for kind in KINDS.values() if kind.plural in SEARCHED)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `kind` is its name in the log, `key` that of its derived row.

    `code` is empty where the kind has none; `snippet` is one line around what was found, plain
    text, and empty where the record was found by its code.
    """

    kind: str
    key: int
    code: str
    title: str
    snippet: str


def find(
    conn: sqlite3.Connection,
    words: str,
    kinds: Collection[str] | None = None,
    limit: int = FIRST_PAGE,
) -> list[Hit]:
    """Records that hold all these words, the newest first; a code that was typed comes before all.

    `kinds` are names of the log (`input`), all where None. A record joined into another is found
    as the one that stays, gone ones are not found. Never raises on what was typed.
    """
    typed = clean(words, one_line=True)
    wanted = [kind for kind in _SEARCHED_KINDS if kinds is None or kind in kinds]
    names = Names(conn)
    found: dict[tuple[str, int], int | None] = {
        (place.kind, names.stays(place.key)): None
        for place in names.by_code(typed)
        if place.kind in wanted and _stands(conn, place)
    }
    query = widened(conn, typed)
    if query:
        for key, kind in _newest(conn, query, wanted, limit):
            if len(found) >= limit:
                break
            found.setdefault((kind, names.stays(key)), key)
    return _hits(conn, names, found, typed)[:limit]


def _newest(
    conn: sqlite3.Connection, query: str, kinds: list[str], limit: int
) -> Iterator[tuple[int, str]]:
    """Keys of all kinds together, the newest first; read no further than they are asked for."""
    streams = [_of_kind(conn, query, kind, limit) for kind in kinds]
    return heapq.merge(*streams, reverse=True)


def _of_kind(
    conn: sqlite3.Connection, query: str, kind: str, limit: int
) -> Iterator[tuple[int, str]]:
    index = f"{KINDS[kind].plural}_search"
    rows = conn.execute(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?",
        # Joined records may fall together, so there can be a few more to read.
        (query, limit * 2),
    )
    return ((key, kind) for (key,) in rows)


def _hits(
    conn: sqlite3.Connection, names: Names, found: dict[tuple[str, int], int | None], typed: str
) -> list[Hit]:
    """The page as it is shown: what it needs is read once per kind."""
    shown: dict[tuple[str, int], Shown] = {}
    texts: dict[int, str] = {}
    for kind in dict.fromkeys(kind for kind, _ in found):
        keys = [key for other, key in found if other == kind]
        for chunk in (keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK)):
            told = names.of_many(kind, chunk)
            shown |= {(kind, key): told.get(key, Shown("", "")) for key in chunk}
        matched = [key for (other, _), key in found.items() if other == kind and key is not None]
        texts |= _texts(conn, kind, matched)
    pieces = [piece.strip(_SIGNS).casefold() for piece in typed.split()[:MOST_PIECES]]
    return [
        Hit(kind, key, *shown[kind, key], snippet(texts.get(matched or 0, ""), pieces))
        for (kind, key), matched in found.items()
    ]


def _texts(conn: sqlite3.Connection, kind: str, keys: list[int]) -> dict[int, str]:
    """All searched text of these records but their codes, by key."""
    table = KINDS[kind].plural
    columns = [f"coalesce({name}, '')" for name in SEARCHED[table] if name != "code"] or ["''"]
    found: dict[int, str] = {}
    for chunk in (keys[at : at + CHUNK] for at in range(0, len(keys), CHUNK)):
        marks = ",".join("?" * len(chunk))
        texts = " || char(10) || ".join(columns)
        sql = f"SELECT key, {texts} FROM {table}_text WHERE key IN ({marks})"
        found.update(conn.execute(sql, chunk))
    return found


def snippet(text: str, pieces: Sequence[str]) -> str:
    """One line of a text around the first of the pieces (in small letters) that stands in it."""
    at = _first_of(text.casefold(), pieces)
    if at < 0:
        # Letter by letter, so that places in the plain text are places in the text itself.
        plain = "".join(unicodedata.normalize("NFD", letter)[0] for letter in text[:_SEEN])
        at = _first_of(plain.casefold(), [fold(piece) for piece in pieces])
    start = max(0, at - _AROUND)
    if start:
        start = text.find(" ", start, at) + 1 or start
    end = start + _LONGEST
    line = " ".join(text[start:end].split())
    return ("…" if start else "") + line + ("…" if end < len(text) else "")


def _first_of(text: str, pieces: Sequence[str]) -> int:
    return min((at for piece in pieces if piece and (at := text.find(piece)) >= 0), default=-1)


def _stands(conn: sqlite3.Connection, place: Place) -> bool:
    found = conn.execute(
        f"SELECT deleted FROM {KINDS[place.kind].plural} WHERE key = ?", (place.key,)
    ).fetchone()
    return found is not None and not found[0]
