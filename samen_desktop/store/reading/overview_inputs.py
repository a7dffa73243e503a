"""The inputs of the overview: one ordered read of the file, and what belongs to each row.

Runs once per input, of which a round may have a hundred thousand: nothing here grows with them.
Participants are looked up one at a time behind a bounded memory, since each input may have its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from samen_desktop.core.answers import APPROVED, NOT_WEIGHED, PUBLISHED
from samen_desktop.core.reports.rows import InputRow

PRIVACY = "COLLEG"
"""Class of a row of which nobody said otherwise (design page 7)."""

_FEW = 1024

_TEXTS = (
    "words", "summary", "title", "location", "question", "impression", "deviation",
    "deviation_reason", "answer/text", "answer/reason", "answer/was", "answer/change",
)  # fmt: skip


def checked(kind: str, table: str = "one") -> str:
    """Whether a person confirmed a row and no text of it was changed since.

    That is read from the log and not from a rule on writing: a text changed on one laptop and
    confirmed on another was never seen by who confirmed it. What was undone is no confirmation any
    more, nor is what undo writes.
    """
    names = ", ".join(f"'{name}'" for name in _TEXTS)
    said = (
        "SELECT max(said.id) FROM change AS said JOIN edit ON edit.id = said.edit"
        f" WHERE said.record = {table}.id AND (said.field = '+{kind}'"
        " OR said.field = 'public_checked' AND said.value = '1') AND edit.undoes IS NULL"
        " AND edit.id NOT IN (SELECT undoes FROM edit WHERE undoes IS NOT NULL)"
    )
    return (
        f"coalesce({table}.public_checked, 0) = 1 AND NOT EXISTS (SELECT 1 FROM change AS later"
        f" WHERE later.record = {table}.id AND later.field IN ({names})"
        f" AND later.id > coalesce(({said}), x''))"
    )


COLUMNS = f"""
    coalesce(one.shown, ''), one.session, coalesce(one.date, ''), coalesce(one.summary, ''),
    coalesce(words, ''), one.theme, coalesce(kind, ''), coalesce(stance, ''),
    coalesce(priority, ''), coalesce(one.status, ''), coalesce(answers.status, '{NOT_WEIGHED}'),
    coalesce(internal_note, ''), coalesce(privacy, '{PRIVACY}'),
    CASE WHEN answers.state IN ('{APPROVED}', '{PUBLISHED}') THEN answers.status ELSE (
        SELECT status FROM answer_versions WHERE "of" = answers.owner AND deleted = 0
        ORDER BY version DESC, id DESC LIMIT 1) END,
    {checked("input")},
    (SELECT group_concat(field || '/' || member) FROM member WHERE owner = one.key)"""
"""What `Inputs.row` takes, of `inputs AS one` and the answer that counts for it."""

ANSWER = "LEFT JOIN answers ON answers.owner = coalesce(one.answer_owner, one.key)"
LIVE = "one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"

_READ = f"SELECT {COLUMNS} FROM inputs AS one {ANSWER} WHERE {LIVE} AND "
# In two parts, so that the long one comes from the index in order and is never sorted whole.
ORDERS = (
    "one.code_number IS NOT NULL ORDER BY one.code_mark, one.code_number, one.shown",
    "one.code_number IS NULL ORDER BY one.shown, one.id",
)


class SessionTold(NamedTuple):
    """What an input takes from its session: code, key of the phase, date."""

    code: str
    phase: str
    date: str


class Who(NamedTuple):
    """Submitters of an input as the row wants them, and the groups they belong to."""

    stakeholders: tuple[str, ...]
    participants: tuple[str, ...]
    groups: tuple[str, ...]
    crowds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ShortLists:
    """The lists of a round that are short enough to hold, by key of a derived row.

    Records joined into another stand here as the one that stays; gone ones are missing. `groups`
    and `themes` give the keys the rows use, `group_order` their place, `stakeholders` code,
    groups and place. `crowds` counts the people of a group at a session, by their keys.
    """

    joined: Mapping[int, int]
    groups: Mapping[int, str]
    group_order: Mapping[str, int]
    themes: Mapping[int, str]
    sessions: Mapping[int | None, SessionTold]
    stakeholders: Mapping[int, tuple[str, tuple[str, ...], int]]
    crowds: Mapping[tuple[int | None, str], int]

    def in_order(self, groups: set[str]) -> tuple[str, ...]:
        """Keys of groups in the round's order, each once."""
        if len(groups) < 2:
            return tuple(groups)
        return tuple(sorted(groups, key=self.group_order.__getitem__))


_NOWHERE = SessionTold("", "", "")
_NOBODY = Who((), (), ())
_Sets = tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]


class Person(NamedTuple):
    """A participant: its place among others, its code, its session's code, its group."""

    place: tuple[str, str, int]
    shown: str
    home: str
    group: str
    people: int


class Inputs:
    """Makes rows of inputs; keeps what many inputs share, up to a limit."""

    def __init__(self, conn: sqlite3.Connection, lists: ShortLists) -> None:
        self._conn = conn
        self._sessions, self._themes = lists.sessions, lists.themes
        self._sets = _sets(lists)
        self.person = _person(conn, lists)
        self._submitters = _submitters(lists, self.person)

    def all(self) -> Iterator[InputRow]:
        """All in the order of the codes: without a mark first, own codes without number last."""
        for order in ORDERS:
            yield from map(self.row, self._conn.execute(_READ + order))

    def row(self, found: tuple[Any, ...]) -> InputRow:
        """The row made of `COLUMNS`; what follows them is not looked at."""
        code, session, date, summary, words, theme, kind, stance, priority = found[:9]
        entry_status, status, internal_note, privacy, public, confirmed, members = found[9:16]
        told = self._sessions.get(session, _NOWHERE)
        keys, groups, side_themes = self._sets(members) if members else ((), (), ())
        who = self._submitters(keys, told.code) if keys else _NOBODY
        return InputRow(
            code,
            told.code,
            told.phase,
            who.stakeholders,
            who.participants,
            groups or who.groups,
            date or told.date,
            summary,
            words,
            self._themes.get(theme, ""),
            side_themes,
            kind,
            stance,
            priority,
            entry_status,
            status,
            internal_note,
            privacy,
            public or "",
            who.crowds,
            bool(confirmed),
        )


def _sets(lists: ShortLists) -> Callable[[str], _Sets]:
    """Takes `submitter/12,group/5,…` apart."""
    joined, theme_keys = lists.joined, lists.themes

    @lru_cache(maxsize=_FEW)
    def sets(text: str) -> _Sets:
        submitters: dict[int, None] = {}
        groups: set[str] = set()
        themes: dict[str, None] = {}
        for part in text.split(","):
            field, _, member = part.partition("/")
            key = int(member)
            if field == "submitter":
                submitters[joined.get(key, key)] = None
            elif field == "group" and key in lists.groups:
                groups.add(lists.groups[key])
            elif field == "side_theme" and key in theme_keys:
                themes[theme_keys[key]] = None
        return tuple(submitters), lists.in_order(groups), tuple(themes)

    return sets


def _person(conn: sqlite3.Connection, lists: ShortLists) -> Callable[[int], Person | None]:
    """Looks a participant up; None for one that is gone."""

    @lru_cache(maxsize=_FEW)
    def person(key: int) -> Person | None:
        found = conn.execute(
            "SELECT coalesce(shown, ''), session, \"group\", code_series, code_mark, code_number"
            " FROM participants WHERE key = ? AND deleted = 0",
            (key,),
        ).fetchone()
        if found is None:
            return None
        shown, session, group, series, mark, number = found
        place = (mark, series, number or 0)
        told = lists.sessions.get(session, _NOWHERE)
        name = lists.groups.get(group, "")
        people = lists.crowds.get((lists.joined.get(session, session), name), 0)
        return Person(place, shown, told.code, name, people)

    return person


def _submitters(
    lists: ShortLists, person: Callable[[int], Person | None]
) -> Callable[[tuple[int, ...], str], Who]:
    """Names submitters in the order of their codes.

    A participant of another session than the input's is shown with that session's code.
    """

    @lru_cache(maxsize=_FEW)
    def submitters(keys: tuple[int, ...], session: str) -> Who:
        organisations: list[tuple[int, str]] = []
        persons: list[tuple[tuple[str, str, int], str, tuple[str, int]]] = []
        groups: set[str] = set()
        for key in keys:
            stakeholder = lists.stakeholders.get(key)
            if stakeholder is not None:
                organisations.append((stakeholder[2], stakeholder[0]))
                groups.update(stakeholder[1])
            elif (found := person(key)) is not None:
                elsewhere = found.home and found.home != session
                shown = f"{found.home} {found.shown}" if elsewhere else found.shown
                persons.append((found.place, shown, (found.group, found.people)))
                groups.update((found.group,) if found.group else ())
        persons.sort()
        return Who(
            tuple(code for _, code in sorted(organisations)),
            tuple(shown for _, shown, _ in persons),
            lists.in_order(groups),
            tuple(crowd for _, _, crowd in persons),
        )

    return submitters
