"""Suggestions from this round's own words and choices: similar inputs, and a theme for one.

Reads and counts only; nothing leaves the file and nothing is written. What the counts mean is told
in `core.likeness`, what a word's parts are in `core.word_forms`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from samen_desktop.core import likeness
from samen_desktop.core.likeness import Evidence, Like
from samen_desktop.core.word_forms import STOP_WORDS, parts, splits, telling
from samen_desktop.store.derived.search import words_with
from samen_desktop.store.log.changelog import chunks
from samen_desktop.store.naming import Names

from .widening import inside

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier

_MOST_STEMS = 40
"""Stems of a text that are looked at, those it begins with."""
_MOST_SEEN = 800
"""Texts that are looked at for one stem, the newest."""
_MOST_FOUND = 6_000
"""The same for all stems together, the rare ones first."""
_MOST_THEMED, _MOST_ASKED = 200, 16
"""Texts whose theme is looked at for one stem, and stems that are asked for their themes."""
_CANDIDATES = 50
_INSIDE_FROM = 5
_MOST_INSIDE = 40
_COMMON = 4
"""A stem that more than one in so many texts has tells nothing."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An input that looks like another: its id, code and title, and the words both share."""

    record: bytes
    code: str
    title: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeSuggestion:
    """A theme for an input that has none: its id and name, and the words it is suggested for."""

    theme: bytes
    title: str
    because: tuple[str, ...]


def similar(dossier: Dossier, record: bytes, limit: int = 5) -> list[Similar]:
    """Inputs that share what this one is about, the most alike first; none where none are."""
    conn = dossier.conn
    text = _text_of(conn, record)
    if text is None:
        return []
    about = _About(conn, text.words)
    found = about.found(text.key)
    weights = {stem: about.weights[stem] for stem in found}
    # What none of the others says is part of what this one is about all the same.
    weights |= {stem: about.weights[stem] for stem in about.weights.keys() - found.keys()}
    likes = likeness.alike(found, weights, _CANDIDATES)
    kept = _settled(conn, likes, weights)[:limit]
    names = Names(conn).of_many("input", [like.key for like in kept]) if kept else {}
    ids = _ids(conn, [like.key for like in kept])
    return [
        Similar(ids[like.key], *names[like.key], tuple(about.said[stem] for stem in like.shared))
        for like in kept
    ]


def suggest_theme(dossier: Dossier, record: bytes) -> ThemeSuggestion | None:
    """A theme for an input without one, from what was chosen for others with the same words."""
    conn = dossier.conn
    text = _text_of(conn, record)
    if text is None or text.theme is not None:
        return None
    about = _About(conn, text.words)
    themes = _Themes(conn)
    if not about.weights or not themes.titles:
        return None
    # What this text alone says is seen under no theme.
    asked = [stem for stem in about.rarest() if about.having[stem] > 1 or themes.naming(stem)]
    evidence = {
        stem: Evidence(themes.under(about.expression(stem), text.key), themes.naming(stem))
        for stem in asked[:_MOST_ASKED]
    }
    found = likeness.leaning(evidence, themes.counts)
    if found is None:
        return None
    ident, title = themes.titles[found.theme]
    return ThemeSuggestion(ident, title, tuple(about.said[stem] for stem in found.because))


@dataclass(frozen=True, slots=True)
class _Text:
    key: int
    words: str
    theme: int | None


def _text_of(conn: sqlite3.Connection, record: bytes) -> _Text | None:
    row = conn.execute(
        "SELECT key, coalesce(summary, '') || ' ' || coalesce(words, ''),"
        " (SELECT key FROM themes WHERE key = inputs.theme AND deleted = 0)"
        " FROM inputs WHERE id = ?",
        (record,),
    ).fetchone()
    return None if row is None else _Text(*row)


class _About:
    """What a text is about: its stems and the parts of its compounds, with what each weighs.

    `said` gives for each stem a word to show; `weights` leaves out what nearly all texts say.
    """

    def __init__(self, conn: sqlite3.Connection, text: str) -> None:
        self._conn = conn
        self.said = dict(islice(telling(text).items(), _MOST_STEMS))
        for stem, word in self._parts().items():
            self.said.setdefault(stem, word)
        self._words = self._words_of(self.said)
        total = conn.execute("SELECT count(*) FROM inputs_search_docsize").fetchone()[0]
        self.having = {stem: self._having(stem) for stem in self.said}
        self.weights = {
            stem: likeness.rarity(count, total)
            for stem, count in self.having.items()
            if 0 < count <= max(_COMMON, total // _COMMON)
        }

    def rarest(self) -> list[str]:
        """The stems that tell something, the rarest first."""
        return sorted(self.weights, key=lambda stem: -self.weights[stem])

    def expression(self, stem: str) -> str:
        """A search for the texts that say this, in whatever form."""
        words = " OR ".join(f'"{word}"' for word in self._words[stem])
        return f"{{words summary}} : ({words})"

    def found(self, without: int) -> dict[str, list[int]]:
        """The texts that say the same, by stem; the rarest stems first, while there is time."""
        left = _MOST_FOUND
        found: dict[str, list[int]] = {}
        for stem in self.rarest():
            rows = self._conn.execute(
                "SELECT rowid FROM inputs_search WHERE inputs_search MATCH ?"
                " ORDER BY rowid DESC LIMIT ?",
                (self.expression(stem), min(_MOST_SEEN, left)),
            )
            keys = [key for (key,) in rows if key != without]
            left -= len(keys)
            if keys:
                found[stem] = keys
            if left <= 0:
                break
        return found

    def _parts(self) -> dict[str, str]:
        """The known stems that long words are made of, each with a word that has it."""
        wanted = {part for stem in self.said for split in splits(stem) for part in split}
        known = {
            part: word for part, word in words_with(self._conn, wanted) if word not in STOP_WORDS
        }
        return {
            part: known[part]
            for stem in self.said
            for part in parts(stem, known.keys() - {stem}) or ()
        }

    def _words_of(self, stems: Iterable[str]) -> dict[str, list[str]]:
        """The words of the round that have these stems, or have them inside."""
        found: dict[str, list[str]] = {stem: [] for stem in stems}
        for stem, word in words_with(self._conn, found):
            found[stem].append(word)
        return {
            stem: list(dict.fromkeys([*own, *self._longer(stem)])) for stem, own in found.items()
        }

    def _longer(self, stem: str) -> list[str]:
        """Words that a stem stands in, where it is long enough to mean the same there."""
        return inside(self._conn, stem, _MOST_INSIDE) if len(stem) >= _INSIDE_FROM else []

    def _having(self, stem: str) -> int:
        words = self._words[stem]
        if not words:
            return 0
        found: int | None = self._conn.execute(
            f"SELECT sum(doc) FROM inputs_terms WHERE term IN ({','.join('?' * len(words))})", words
        ).fetchone()[0]
        return found or 0


class _Themes:
    """The themes of the round: what they are called, and how many inputs stand under each."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._stays: dict[int, int] = dict(conn.execute("SELECT key, stays FROM joined"))
        self.titles: dict[int, tuple[bytes, str]] = {}
        self._named: dict[str, set[int]] = {}
        for key, ident, number, name in conn.execute(
            "SELECT key, id, coalesce(number, ''), coalesce(name, '') FROM themes WHERE deleted = 0"
        ):
            if key not in self._stays:
                self.titles[key] = (ident, f"{number} {name}".strip())
                for stem in telling(name):
                    self._named.setdefault(stem, set()).add(key)
        self.counts = self._counted(
            "SELECT theme, count(*) FROM inputs WHERE theme IS NOT NULL GROUP BY theme", ()
        )

    def naming(self, stem: str) -> frozenset[int]:
        """Themes that carry this in their name."""
        return frozenset(self._named.get(stem, ()))

    def under(self, expression: str, without: int) -> Mapping[int, int]:
        """How many of the newest inputs that say this stand under each theme."""
        return self._counted(
            "SELECT one.theme, count(*) FROM (SELECT rowid FROM inputs_search"
            " WHERE inputs_search MATCH ? ORDER BY rowid DESC LIMIT ?) AS found"
            " JOIN inputs AS one ON one.key = found.rowid"
            " WHERE one.theme IS NOT NULL AND one.key <> ? GROUP BY 1",
            (expression, _MOST_THEMED, without),
        )

    def _counted(self, sql: str, values: tuple[object, ...]) -> dict[int, int]:
        counts: dict[int, int] = {}
        for theme, count in self._conn.execute(sql, values):
            stays = self._stays.get(theme, theme)
            if stays in self.titles:
                counts[stays] = counts.get(stays, 0) + count
        return counts


def _settled(
    conn: sqlite3.Connection, likes: Sequence[Like], weights: Mapping[str, float]
) -> list[Like]:
    """Those that are alike enough, now that they are read whole; joined ones are not shown."""
    usual = sum(weights.values()) / len(weights) if weights else 0.0
    least = 2 if len(weights) > 2 else 1
    found: list[Like] = []
    by_key = {like.key: like for like in likes if len(like.shared) >= least}
    for chunk in chunks(list(by_key)):
        rows = conn.execute(
            "SELECT key, coalesce(summary, '') || ' ' || coalesce(words, '') FROM inputs"
            f" WHERE key IN ({','.join('?' * len(chunk))})"
            " AND key NOT IN (SELECT key FROM joined)",
            chunk,
        )
        for key, text in rows:
            like = by_key[key]
            beside = max(0, len(telling(text)) - len(like.shared))
            own = [*(weights[stem] for stem in like.shared), *[usual] * beside]
            found.append(likeness.settled(like, weights, own))
    close = [like for like in found if like.weight >= likeness.LEAST_SHARED]
    return sorted(close, key=lambda like: (-like.weight, -like.key))


def _ids(conn: sqlite3.Connection, keys: Sequence[int]) -> dict[int, bytes]:
    marks = ",".join("?" * len(keys))
    return dict(conn.execute(f"SELECT key, id FROM inputs WHERE key IN ({marks})", keys))
