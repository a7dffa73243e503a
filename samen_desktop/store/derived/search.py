"""Full-text search over everything a person wrote: diacritics folded, prefixes as you type.

One index per derived table, over a view of the records that are not gone. Small edits update it
row by row, large ones rebuild it in the same transaction, which is several times cheaper. The words
that stand in any of them are kept beside them in the same way, to be found by their parts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from samen_desktop.core.word_forms import LEAST_STEM, stem, words_in
from samen_desktop.store.log.changelog import chunks

Text = tuple[str | None, ...]

PAGE = 200
"""Hits of one page, newest first, so that a common word costs no more than a rare one."""

MOST_WAITING = 400
"""New words that wait to be indexed: few enough to be looked through at every search."""
_WAITING = "words"
"""Where they wait: a value of this copy of the round only."""

_ROOM, _ROOM_TO_REBUILD = 1 << 20, 32 << 20
"""Bytes of words that SQLite gathers before it writes them; the first is its own default."""


class Index:
    """The search index of one table during one transaction."""

    def __init__(self, conn: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> None:
        self._conn = conn
        self._table = table
        self._names = ", ".join(columns)
        self._old: dict[int, Text | None] = {}
        self._new: dict[int, Text | None] = {}
        self._all = False
        self.words: set[str] = set()
        """Words that came into the index and may be new to the round."""

    def note(self, keys: Iterable[int], existing: Iterable[int]) -> None:
        """Remember what stands in the index for these keys, before the table is written."""
        if not self._all and self._rebuild_is_cheaper():
            self._all = True
        for key in () if self._all else existing:
            if key not in self._old:
                self._old[key] = self._text(key)
        for key in keys:
            self._old.setdefault(key, None)

    def expect(self, rows: Iterable[Sequence[object]], places: Sequence[int]) -> None:
        """Take the new text from rows as they were written: key first, `deleted` third."""
        if not self._all:
            for row in rows:
                key = cast("int", row[0])
                self._new[key] = None if row[2] else cast("Text", tuple(row[at] for at in places))

    def ask_again(self, keys: Iterable[int]) -> None:
        """These rows were changed by other means: their text has to be read."""
        for key in keys:
            self._new.pop(key, None)

    def forget(self) -> None:
        """The table was emptied: the index has to be made anew."""
        self._all = True

    def finish(self) -> None:
        """Bring the index up to date with the table."""
        if self._all or self._rebuild_is_cheaper():
            self._rebuild()
        else:
            for key, old in self._old.items():
                self._replace(key, old)
        self._old.clear()
        self._new.clear()
        self._all = False

    def _rebuild(self) -> None:
        """Make the index anew. With room for all words at once SQLite need not merge its pieces."""
        name = f"{self._table}_search"
        room = f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', ?)"
        self._conn.execute(room, (_ROOM_TO_REBUILD,))
        self._conn.execute(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        self._conn.execute(room, (_ROOM,))
        terms = self._conn.execute(f"SELECT term FROM {self._table}_terms")
        self.words.update(term for (term,) in terms)

    def _rebuild_is_cheaper(self) -> bool:
        if len(self._old) <= PAGE:
            return False
        total: int = self._conn.execute(f"SELECT count(*) FROM {self._table}").fetchone()[0]
        return len(self._old) * 3 > total

    def _replace(self, key: int, old: Text | None) -> None:
        new = self._new[key] if key in self._new else self._text(key)
        if _said(new) == _said(old):
            return
        columns = self._names
        if old is not None:
            places = ",".join("?" * (len(old) + 2))
            self._conn.execute(
                f"INSERT INTO {self._table}_search ({self._table}_search, rowid, {columns})"
                f" VALUES ({places})",
                ("delete", key, *old),
            )
        if new is not None:
            places = ",".join("?" * (len(new) + 1))
            self._conn.execute(
                f"INSERT INTO {self._table}_search (rowid, {columns}) VALUES ({places})",
                (key, *new),
            )
            self.words.update(word for text in new if text for word in words_in(text))

    def _text(self, key: int) -> Text | None:
        found = self._conn.execute(
            f"SELECT {self._names} FROM {self._table}_text WHERE key = ?", (key,)
        ).fetchone()
        return None if found is None else tuple(found)


def _said(text: Text | None) -> tuple[str, ...] | None:
    """What of a text can be searched: an answer that is not written yet is empty lines."""
    return None if text is None else tuple((part or "").strip() for part in text)


def add_words(conn: sqlite3.Connection, words: Iterable[str]) -> None:
    """Have these among the words of the round.

    Not numbers, nor words too short to have a stem: nobody looks for a part of them, and with each
    note a code of its own would come among the words. New words wait together (`waiting_words`)
    until there are many: one by one their indexes would cost as much as all the rest of a note.
    """
    waiting = waiting_words(conn)
    kept = {word for word in words if len(word) >= LEAST_STEM and not word.isdigit()}
    if len(kept) <= MOST_WAITING:
        kept.difference_update(waiting, _known(conn, kept))
    if not kept:
        return
    waiting.update(kept)
    if len(waiting) > MOST_WAITING:
        _index(conn, waiting)
        waiting = set()
    _let_wait(conn, waiting)


def waiting_words(conn: sqlite3.Connection) -> set[str]:
    """Words of the round that wait to be indexed: what looks for words looks at these too."""
    found = conn.execute("SELECT value FROM local WHERE key = ?", (_WAITING,)).fetchone()
    return set(str(found[0]).split()) if found is not None else set()


def words_with(conn: sqlite3.Connection, stems: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words of the round that have one of these stems, with that, the longest first."""
    wanted = set(stems)
    found = [(had, word) for word in waiting_words(conn) if (had := stem(word)) in wanted]
    for chunk in chunks(sorted(wanted)):
        marks = ",".join("?" * len(chunk))
        found += conn.execute(f"SELECT stem, word FROM word WHERE stem IN ({marks})", chunk)
    yield from sorted(found, key=lambda each: (-len(each[1]), each))


def make_words_anew(conn: sqlite3.Connection, words: Iterable[str]) -> None:
    """Have these as the words of the round, and no others."""
    conn.execute("DELETE FROM word")
    _let_wait(conn, ())  # also where there are none: what is salvaged brings those of before
    conn.execute("INSERT INTO word_search (word_search) VALUES ('rebuild')")
    add_words(conn, words)


def _let_wait(conn: sqlite3.Connection, words: Iterable[str]) -> None:
    conn.execute(
        "INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)",
        (_WAITING, " ".join(sorted(words))),
    )


def _known(conn: sqlite3.Connection, words: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(sorted(words)):
        marks = ",".join("?" * len(chunk))
        rows = conn.execute(f"SELECT word FROM word WHERE word IN ({marks})", chunk)
        found.update(word for (word,) in rows)
    return found


def _index(conn: sqlite3.Connection, words: Iterable[str]) -> None:
    had = conn.execute("SELECT coalesce(max(key), 0) FROM word").fetchone()[0]
    conn.executemany(
        "INSERT INTO word (word, stem) VALUES (?, ?) ON CONFLICT (word) DO NOTHING",
        [(word, stem(word)) for word in sorted(words)],
    )
    conn.execute(
        "INSERT INTO word_search (rowid, word) SELECT key, word FROM word WHERE key > ?", (had,)
    )
