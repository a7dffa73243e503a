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

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.core.reports.rows import InputRow

PRIVACY = "COLLEG"
"""Class of a row of which nobody said otherwise (design page 7)."""

_FEW = 4096

_READ = f"""
SELECT coalesce(one.shown, ''), one.session, coalesce(one.date, ''), coalesce(summary, ''),
    coalesce(words, ''), one.theme, coalesce(kind, ''), coalesce(stance, ''),
    coalesce(priority, ''), coalesce(one.status, ''), coalesce(answers.status, '{NOT_WEIGHED}'),
    coalesce(internal_note, ''), coalesce(privacy, '{PRIVACY}'),
    (SELECT group_concat(field || '/' || member) FROM member WHERE owner = one.key)
FROM inputs AS one LEFT JOIN answers ON answers.owner = coalesce(one.answer_owner, one.key)
WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined) AND
"""
# In two parts, so that the long one comes from the index in order and is never sorted whole.
_ORDERS = (
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


@dataclass(frozen=True, slots=True)
class ShortLists:
    """The lists of a round that are short enough to hold, by key of a derived row.

    Records joined into another stand here as the one that stays; gone ones are missing. `groups`
    and `themes` give the keys the rows use, `group_order` their place, `stakeholders` code,
    groups and place.
    """

    joined: Mapping[int, int]
    groups: Mapping[int, str]
    group_order: Mapping[str, int]
    themes: Mapping[int, str]
    sessions: Mapping[int | None, SessionTold]
    stakeholders: Mapping[int, tuple[str, tuple[str, ...], int]]

    def in_order(self, groups: set[str]) -> tuple[str, ...]:
        """Keys of groups in the round's order, each once."""
        if len(groups) < 2:
            return tuple(groups)
        return tuple(sorted(groups, key=self.group_order.__getitem__))


_NOWHERE = SessionTold("", "", "")
_NOBODY = Who((), (), ())
_Sets = tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...]]


def read_inputs(conn: sqlite3.Connection, lists: ShortLists) -> Iterator[InputRow]:
    """All inputs in the order of the codes: without a mark first, own codes without number last."""
    make = _maker(lists, _sets(lists), _submitters(conn, lists))
    for order in _ORDERS:
        yield from map(make, conn.execute(_READ + order))


def _maker(
    lists: ShortLists,
    sets: Callable[[str], _Sets],
    submitters: Callable[[tuple[int, ...], str], Who],
) -> Callable[[tuple[Any, ...]], InputRow]:
    sessions, themes = lists.sessions, lists.themes

    def make(row: tuple[Any, ...]) -> InputRow:
        code, session, date, summary, words, theme, kind, stance, priority = row[:9]
        entry_status, status, internal_note, privacy, members = row[9:]
        told = sessions.get(session, _NOWHERE)
        keys, groups, side_themes = sets(members) if members else ((), (), ())
        who = submitters(keys, told.code) if keys else _NOBODY
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
            themes.get(theme, ""),
            side_themes,
            kind,
            stance,
            priority,
            entry_status,
            status,
            internal_note,
            privacy,
        )

    return make


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


def _submitters(
    conn: sqlite3.Connection, lists: ShortLists
) -> Callable[[tuple[int, ...], str], Who]:
    """Names submitters in the order of their codes.

    A participant of another session than the input's is shown with that session's code.
    """

    @lru_cache(maxsize=_FEW)
    def person(key: int) -> tuple[tuple[str, str, int], str, str, str] | None:
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
        return place, shown, told.code, lists.groups.get(group, "")

    @lru_cache(maxsize=_FEW)
    def submitters(keys: tuple[int, ...], session: str) -> Who:
        organisations: list[tuple[int, str]] = []
        persons: list[tuple[tuple[str, str, int], str]] = []
        groups: set[str] = set()
        for key in keys:
            stakeholder = lists.stakeholders.get(key)
            if stakeholder is not None:
                organisations.append((stakeholder[2], stakeholder[0]))
                groups.update(stakeholder[1])
            elif (found := person(key)) is not None:
                place, shown, home, group = found
                elsewhere = home and home != session
                persons.append((place, f"{home} {shown}" if elsewhere else shown))
                groups.update((group,) if group else ())
        return Who(
            tuple(code for _, code in sorted(organisations)),
            tuple(shown for _, shown in sorted(persons)),
            lists.in_order(groups),
        )

    return submitters
