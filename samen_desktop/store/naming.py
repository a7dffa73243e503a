"""What a record is called when it is shown: its code, its title; and the way back from a code.

Serves finding, history, checking and erasing; what is found by words is for `finding`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samen_desktop.core import codes
from samen_desktop.core.kinds import KINDS, field_of, split_field
from samen_desktop.core.words import Words

TOLD_NAME = (
    'coalesce((SELECT name FROM stakeholders WHERE key = "to"),'
    ' (SELECT shown FROM participants WHERE key = "to"),'
    ' (SELECT name FROM groups WHERE key = "to"))'
)
"""Who a feedback is for, in a statement about feedbacks."""

_TITLES = {
    "round": "name",
    "term": "coalesce(nl, code)",
    "phase": "trim(coalesce(number, '') || ' ' || coalesce(name, ''))",
    "group": "name",
    "stakeholder": "name",
    "contact": "coalesce(name, function, email, phone)",
    "participant": "shown",
    "session": "title",
    "theme": "trim(coalesce(number, '') || ' ' || coalesce(name, ''))",
    "input": "coalesce(summary, substr(words, 1, 400))",
    "follow_up": "substr(description, 1, 400)",
    "plan_version": "number",
    "chapter": "trim(coalesce(number, '') || ' ' || coalesce(title, ''))",
    "bundle": "title",
    "answer_version": "substr(text, 1, 400)",
    "text_block": "title",
    "feedback": TOLD_NAME,
    "attachment": "coalesce(title, file)",
    "import": "file",
    "export": "coalesce(file, report)",
}
_CODED = tuple(kind.name for kind in KINDS.values() if kind.series is not None)
_LONGEST = 120
_TWICE = re.compile(r"(.* (?:[A-Z]{2,4}-)?\d{1,9})(-\d{1,9})")
_CODE = re.compile(r"([A-Za-z]{1,3}-(?:[A-Za-z]{2,4}-)?\d{1,9})(-\d{1,9})?")


class Place(NamedTuple):
    """A record of the file: kind, key of its derived row, id."""

    kind: str
    key: int
    id: bytes


class Shown(NamedTuple):
    """A record as people see it. `code` is empty where its kind has none."""

    code: str
    title: str


class Names:
    """Codes and titles of records, read when asked for. Made anew once the round was changed."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._joined = conn.execute("SELECT 1 FROM joined LIMIT 1").fetchone() is not None

    def of(self, kind: str, key: int) -> Shown:
        """Code and title of a record, gone ones included; both empty where there is none."""
        return self.of_many(kind, [key]).get(key, Shown("", ""))

    def of_many(self, kind: str, keys: Sequence[int]) -> dict[int, Shown]:
        """Code and title of some records of one kind, at most a few hundred."""
        if kind == "participant":
            persons = {key: self._person(key) for key in keys}
            return {key: Shown(shown, shown) for key, shown in persons.items()}
        code = "shown" if kind in _CODED else "''"
        marks = ",".join("?" * len(keys))
        rows = self._conn.execute(
            f"SELECT key, {code}, {_TITLES[kind]} FROM {KINDS[kind].plural} WHERE key IN ({marks})",
            keys,
        )
        return {row[0]: Shown(row[1] or "", first_line(row[2] or "")) for row in rows}

    def say(self, kind: str, key: int) -> Words:
        """How a sentence names a record: its code, else what it is and what it is called."""
        shown = self.of(kind, key)
        if shown.code:
            return Words(shown.code, shown.code)
        words = KINDS[kind].words
        # A contact is a person: it goes by the one it belongs to.
        title = self._contact_of(key) if kind == "contact" else shown.title
        return Words(f"{words.nl.lower()} {title}".rstrip(), f"{words.en.lower()} {title}".rstrip())

    def label(self, kind: str, name: str) -> Words:
        """How a field of the log is called, with the record it is about where it names one."""
        base, member, part = split_field(name)
        try:
            label = KINDS[kind].field(base).words
            inner = field_of(kind, name).words if part else None
        except KeyError:  # a field of a newer program
            return Words(name, name)
        if member:
            place = self.by_id(bytes.fromhex(member))
            shown = Shown("", "") if place is None else self.of(place.kind, place.key)
            title = shown.code or shown.title
            label = Words(f"{label.nl} {title}".rstrip(), f"{label.en} {title}".rstrip())
        if inner is not None:
            label = Words(f"{label.nl}: {inner.nl}", f"{label.en}: {inner.en}")
        return label

    def by_id(self, ident: bytes) -> Place | None:
        """The record with that id."""
        found = self._conn.execute(
            "SELECT seq, field FROM change WHERE id = ? AND field LIKE '+%'", (ident,)
        ).fetchone()
        if found is None or found[1][1:] not in KINDS:
            return None
        return Place(found[1][1:], found[0], ident)

    def stays(self, key: int) -> int:
        """The record that a joined one is read as; any other is itself."""
        if not self._joined:
            return key
        found = self._conn.execute("SELECT stays FROM joined WHERE key = ?", (key,)).fetchone()
        return key if found is None else found[0]

    def by_code(self, text: str) -> Iterator[Place]:
        """The records shown by that code, whatever case it was typed in; gone ones come last.

        `I-0127`, `i-127`, `I-0127-2`, `SE-07 Ouder 4`, a participant of the whole round by its
        code, a theme by its number.
        """
        text = " ".join(text.split())
        head, _, person = text.partition(" ")
        if _CODE.fullmatch(text):
            yield from self._coded(text)
        elif person and _CODE.fullmatch(head):
            for place in self._coded(head):
                if place.kind == "session":
                    yield from self._persons(person, "session = ?", place.key)
        else:
            yield from self._persons(text, "session IS ?", None)
        if text:
            yield from self._rows("theme", "number = ? COLLATE NOCASE", (text,))

    def _coded(self, text: str) -> Iterator[Place]:
        found = _CODE.fullmatch(text)
        if found is None:
            return
        apart = codes.take_apart(found[1].upper())
        for kind in _CODED:
            series = KINDS[kind].series
            if series is None or series.prefix != apart.series:
                continue
            code = codes.write(series, apart.mark, apart.number or 0)
            yield from self._rows(
                kind,
                "code_mark = ? AND code_number = ? AND shown = ?",
                (apart.mark, apart.number, code + (found[2] or "")),
            )

    def _persons(self, text: str, scope: str, session: int | None) -> Iterator[Place]:
        if session is not None:
            where = f"{scope} AND shown = ? COLLATE NOCASE"
            yield from self._rows("participant", where, (session, text))
            return
        # There may be many thousands of these, so only what their index can tell is asked.
        code, twice = text, ""
        if (numbered := _TWICE.fullmatch(text)) is not None:
            code, twice = numbered[1], numbered[2]
        apart = codes.take_apart(code, person=True)
        series = apart.series
        yield from self._rows(
            "participant",
            f"{scope} AND code_series IN (?, ?) AND code_mark = ? AND code_number IS ?"
            " AND shown = code || ?",
            (session, series, series.capitalize(), apart.mark, apart.number, twice),
        )

    def _rows(self, kind: str, where: str, values: tuple[object, ...]) -> Iterator[Place]:
        rows = self._conn.execute(
            f"SELECT key, id FROM {KINDS[kind].plural} WHERE {where} ORDER BY deleted, id", values
        )
        for key, ident in rows.fetchall():
            yield Place(kind, key, ident)

    def _person(self, key: int) -> str:
        """`SE-07 Ouder 4`, or `Ouder 4` for a participant of the whole round."""
        found = self._conn.execute(
            "SELECT trim(coalesce(sessions.shown, '') || ' ' || coalesce(one.shown, ''))"
            " FROM participants AS one"
            " LEFT JOIN joined ON joined.key = one.session"
            " LEFT JOIN sessions ON sessions.key = coalesce(joined.stays, one.session)"
            " WHERE one.key = ?",
            (key,),
        ).fetchone()
        return "" if found is None else str(found[0])

    def _contact_of(self, key: int) -> str:
        found = self._conn.execute('SELECT "of" FROM contacts WHERE key = ?', (key,)).fetchone()
        for kind in KINDS["contact"].field("of").targets:
            shown = self.of(kind, found[0] or 0) if found else Shown("", "")
            if shown.code:
                return shown.code
        return ""


def first_line(text: str) -> str:
    """The first line of a text, cut at a word where it is long."""
    line = text.strip().partition("\n")[0]
    if len(line) <= _LONGEST:
        return line
    return (line[:_LONGEST].rpartition(" ")[0] or line[:_LONGEST]) + " …"
