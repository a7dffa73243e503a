"""From the texts of a strange table to records and codes of the round: looked up, or made.

Unknown submitters become participants whose text stands in Contact alone; unknown themes, groups
and terms are made; all else that is unknown is told, and the value stays empty.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Protocol

from samen_desktop.core.fields import Field, Scalar
from samen_desktop.core.intake.targets import Column
from samen_desktop.core.text import clean
from samen_desktop.core.vocabulary import OWN_PREFIX, vocabulary
from samen_desktop.core.words import Words
from samen_desktop.store.steps.editing import Edit

from .directory import Directory, Names, Terms, pieces_of
from .earlier import mark

SUBMITTER = "Indiener"
"""Series of the participants made for submitters whom the round does not know."""

_MOST_NEW_TERMS = 60
_LONGEST_TERM = 80
_LONGEST_NAME = 200


class Tell(Protocol):
    """Tells what did not fit: the column's name, and the sentence."""

    def __call__(self, name: str, words: Words) -> None: ...


class References:
    """Looks up what texts mean while one table is read in, and makes what the round lacks.

    `source` gives the import record in hex, `count` hears the kind of each record made.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        edit: Edit,
        submitters: dict[str, bytes],
        source: Callable[[], str],
        count: Callable[[str], None],
    ) -> None:
        self._edit = edit
        self._submitters = submitters
        self._source = source
        self._count = count
        self._directory = Directory(conn)
        self._terms = Terms(conn)
        self._found: dict[tuple[str, str], list[bytes]] = {}
        self._codes: dict[tuple[str, str], str] = {}
        self._prefix = OWN_PREFIX + mark(conn)

    def term(self, column: Column, text: str, tell: Tell) -> str | None:
        """The code a text means in the column's list; an open list grows by what it lacks."""
        code = self.known_term(column.field, text)
        if code is not None:
            return code
        name = column.field.vocabulary
        number = self._terms.next_own(name)
        full = number > _MOST_NEW_TERMS or len(text) > _LONGEST_TERM
        if full or vocabulary(name).closed:
            tell(column.name, _filled(_NO_TERM, column, text))
            return None
        code = f"{self._prefix}{number:02d}"
        self._edit.create(
            "term", {"vocabulary": name, "code": code, "nl": text, "en": text, "active": 1}
        )
        self._terms.add(name, code, text)
        self._count("term")
        return code

    def known_term(self, field: Field, text: str) -> str | None:
        """The code a text means, or None."""
        place = (field.vocabulary, text)
        found = self._codes.get(place)
        if found is None:
            found = self._terms.find(*place)
            if found is not None:
                self._codes[place] = found
        return found

    def record(self, column: Column, text: str, tell: Tell) -> bytes | None:
        """The phase, session or input a text names."""
        targets, directory = column.field.targets, self._directory
        names = directory.phases if targets == ("phase",) else directory.sessions
        found = names.find(text)
        if found is not None and names.is_twice(text):
            tell(column.name, _filled(_TWICE_NONE, column, text))
            return None
        if found is None and "input" in targets:
            found = directory.inputs.find(text)
        if found is None:
            tell(column.name, _filled(_NO_RECORD, column, text))
        return found

    def members(self, column: Column, text: str, tell: Tell) -> list[bytes]:
        """The submitters, groups or themes a list names, in its order; the unknown are made."""
        place = (column.name, text)
        found = self._found.get(place)
        if found is None:
            if "participant" in column.field.targets:
                found = self._submitted_by(column, text, tell)
            elif "group" in column.field.targets:
                found = self._all(column, self._directory.groups, self._make_group, text, tell)
            else:
                found = self._all(column, self._directory.themes, self._make_theme, text, tell)
            self._found[place] = found
        return found

    def parties(self, column: Column, text: str, tell: Tell) -> list[bytes]:
        """The groups and stakeholders a list names; who is unknown is told, not made."""
        groups, stakeholders = self._directory.groups, self._directory.stakeholders
        whole = groups.find_all(text) or stakeholders.find_all(text)
        if whole is not None:
            return whole
        found: list[bytes] = []
        for piece in stakeholders.pieces(text):
            party = groups.find(piece) or stakeholders.find(piece)
            if party is None:
                tell(column.name, _filled(_NO_PARTY, column, piece))
            else:
                found.append(party)
        return found

    def _submitted_by(self, column: Column, text: str, tell: Tell) -> list[bytes]:
        own = self._submitters.get(clean(text, one_line=True))
        if own is not None:
            return [own]
        parties = self._directory.parties
        if parties.is_twice(text):
            tell(column.name, _filled(_TWICE_FIRST, column, text))
        known = parties.find_all(text)
        if known is not None:
            return known
        pieces = pieces_of(text)
        if not any(parties.find(piece) for piece in pieces):
            pieces = [text]
        found = [parties.find(piece) or self._submitter(piece) for piece in pieces]
        return list(dict.fromkeys(found))

    def _submitter(self, text: str) -> bytes:
        """The participant for a submitter nobody knows: one per distinct text, named in Contact."""
        text = clean(text, one_line=True)
        found = self._submitters.get(text)
        if found is None:
            code = self._edit.next_person(SUBMITTER, None)
            found = self._edit.create("participant", {"code": code, "source": self._source()})
            name = "email" if "@" in text and " " not in text else "name"
            contact: dict[str, Scalar] = {"of": found.hex(), name: text, "source": self._source()}
            self._edit.create("contact", contact)
            self._submitters[text] = found
            self._count("participant")
        return found

    def _all(
        self, column: Column, names: Names, make: Callable[[str], bytes], text: str, tell: Tell
    ) -> list[bytes]:
        found: list[bytes] = []
        for piece in names.pieces(text):
            known = names.find(piece)
            if known is None and len(piece) > _LONGEST_NAME:
                tell(column.name, _filled(_TOO_LONG, column, piece))
            else:
                found.append(known or make(piece))
        return list(dict.fromkeys(found))

    def _make_theme(self, text: str) -> bytes:
        record = self._edit.create("theme", {"name": text, "source": self._source()})
        self._directory.themes.add(text, record)
        self._count("theme")
        return record

    def _make_group(self, text: str) -> bytes:
        record = self._edit.create("group", {"name": text, "in_motion": 0})
        self._directory.groups.add(text, record)
        self._count("group")
        return record


def _filled(words: Words, column: Column, text: str) -> Words:
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return column.fill(words, text=shown)


_SHOWN = 60
_NO_TERM = Words(
    "“{text}” is geen keuze bij {field}; die waarde is leeg gelaten.",
    "“{text}” is no choice for {field}; the value was left empty.",
)
_NO_RECORD = Words(
    "“{text}” bij {field} is in deze ronde niet gevonden; die waarde is leeg gelaten.",
    "“{text}” for {field} was not found in this round; the value was left empty.",
)
_TWICE_NONE = Words(
    "“{text}” bij {field} is er meer dan één; de waarde is leeg gelaten. Gebruik het nummer.",
    "“{text}” for {field} can mean more than one; the value was left empty. Use the number.",
)
_TWICE_FIRST = Words(
    "“{text}” bij {field} is de naam van meer dan één; de eerste is genomen. Gebruik het nummer.",
    "“{text}” for {field} is the name of more than one; the first was taken. Use the number.",
)
_TOO_LONG = Words(
    "“{text}” is te lang voor een naam bij {field}; die waarde is leeg gelaten.",
    "“{text}” is too long for a name for {field}; the value was left empty.",
)
_NO_PARTY = Words(
    "De deelname van “{text}” is niet overgenomen: geen groep of stakeholder van deze ronde.",
    "The attendance of “{text}” was not taken over: it is no group or stakeholder of this round.",
)
