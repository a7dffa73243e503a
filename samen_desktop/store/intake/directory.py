"""Who and what a text of a stranger's table means in this round: looked up by code or exact name.

Names are compared without case and diacritics. Only what stands counts: gone records do not, and
a joined record is found as the one that stays.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from itertools import chain

from samen_desktop.core.text import fold
from samen_desktop.core.vocabulary import OWN_PREFIX, VOCABULARIES

_LIST = re.compile(r"\s*[;\n|]\s*")
_COMMAS = re.compile(r"\s*,\s*")
_OWN = re.compile(rf"{OWN_PREFIX}(?:[A-Z]{{2,4}})?(\d{{1,6}})", re.ASCII)


class Names:
    """Records of one kind by their texts; what was made a moment ago can be added."""

    def __init__(self, rows: Iterable[tuple[str | None, bytes]]) -> None:
        self._found: dict[str, bytes] = {}
        self._twice: set[str] = set()
        for text, ident in rows:
            self.add(text, ident)

    def add(self, text: str | None, ident: bytes) -> None:
        """Let a text mean a record; the first that carries a text keeps it."""
        plain = fold(text or "")
        if plain and self._found.setdefault(plain, ident) != ident:
            self._twice.add(plain)

    def find(self, text: str) -> bytes | None:
        """The record a text names, or None."""
        return self._found.get(fold(text))

    def is_twice(self, text: str) -> bool:
        """Whether more than one record carries the text."""
        return fold(text) in self._twice

    def find_all(self, text: str) -> list[bytes] | None:
        """All records a list names, where every piece of it is known; else None.

        A list is cut at semicolons, line ends and bars, else at commas: a name may hold a comma.
        """
        whole = self.find(text)
        if whole is not None:
            return [whole]
        for cut in (_LIST, _COMMAS):
            parts = [part for part in cut.split(text) if part.strip()]
            found = [ident for part in parts if (ident := self.find(part)) is not None]
            if len(parts) > 1 and len(found) == len(parts):
                return list(dict.fromkeys(found))
        return None

    def pieces(self, text: str) -> list[str]:
        """The pieces of a list. At commas it is cut only where one of the pieces is known."""
        if self.find(text) is not None:
            return [text]
        pieces: list[str] = []
        for part in pieces_of(text):
            smaller = [each for each in _COMMAS.split(part) if each.strip()]
            cut = self.find(part) is None and any(self.find(each) for each in smaller)
            pieces += smaller if cut else [part]
        return pieces


def pieces_of(text: str) -> list[str]:
    """The pieces of a list, cut at semicolons, line ends and bars."""
    return [part for part in _LIST.split(text) if part.strip()]


def _stays(table: str, *columns: str) -> str:
    """Texts of a table's records with the id of the record that stays."""
    texts = " UNION ALL ".join(f"SELECT key, {column} AS text FROM {table}" for column in columns)
    return (
        f"SELECT texts.text, stays.id FROM ({texts}) AS texts"
        f" JOIN {table} AS own ON own.key = texts.key AND own.deleted = 0"
        " LEFT JOIN joined ON joined.key = own.key"
        f" JOIN {table} AS stays ON stays.key = coalesce(joined.stays, own.key)"
        " WHERE texts.text IS NOT NULL ORDER BY own.key"
    )


class Directory:
    """All lookups a table that is read in may need."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self.stakeholders = Names(conn.execute(_stays("stakeholders", "shown", "name")))
        self.groups = Names(conn.execute(_stays("groups", "name")))
        self.sessions = Names(conn.execute(_stays("sessions", "shown", "title")))
        self.inputs = Names(conn.execute(_stays("inputs", "shown")))
        self.phases = Names(
            conn.execute(
                "SELECT number, id FROM phases WHERE deleted = 0 UNION ALL"
                " SELECT name, id FROM phases WHERE deleted = 0 UNION ALL"
                " SELECT 'fase ' || number, id FROM phases WHERE deleted = 0 UNION ALL"
                " SELECT number || ' ' || name, id FROM phases WHERE deleted = 0"
            )
        )
        self.themes = Names(conn.execute(_stays("themes", "number", "name")))
        for text, ident in conn.execute(_stays("themes", "number || ' ' || name")):
            self.themes.add(text, ident)
        self.parties = Names(
            chain(
                conn.execute(_stays("stakeholders", "shown", "name")),
                conn.execute(
                    "SELECT sessions.shown || ' ' || participants.shown, participants.id"
                    " FROM participants JOIN sessions ON sessions.key = participants.session"
                    " WHERE participants.deleted = 0 UNION ALL"
                    " SELECT shown, id FROM participants WHERE deleted = 0 AND session IS NULL"
                ),
            )
        )


class Terms:
    """Codes of this round's vocabularies by code and by label in either language."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._codes: dict[str, dict[str, str]] = {}
        self._highest: dict[str, int] = {}
        rows = conn.execute(
            "SELECT vocabulary, code, nl, en, deleted FROM terms WHERE code IS NOT NULL ORDER BY id"
        )
        for name, code, nl, en, deleted in rows:
            self._note_own(name, code)
            if not deleted:
                self.add(name, code, nl, en)
        for name, shipped in VOCABULARIES.items():
            for term in shipped.terms:
                self.add(name, term.code, term.words.nl, term.words.en)

    def add(self, vocabulary: str, code: str, *labels: str | None) -> None:
        """Let labels mean a code; of equal labels the first keeps its meaning."""
        self._note_own(vocabulary, code)
        codes = self._codes.setdefault(vocabulary, {})
        for text in (code, *labels):
            if text:
                codes.setdefault(fold(text), code)

    def find(self, vocabulary: str, text: str) -> str | None:
        """The code a text means, or None."""
        return self._codes.get(vocabulary, {}).get(fold(text))

    def next_own(self, vocabulary: str) -> int:
        """The next number of the round's own codes of a list: gone ones are not given again."""
        return self._highest.get(vocabulary, 0) + 1

    def _note_own(self, vocabulary: str, code: str) -> None:
        found = _OWN.fullmatch(code)
        if found is not None:
            self._highest[vocabulary] = max(self._highest.get(vocabulary, 0), int(found[1]))
