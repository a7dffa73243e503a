"""Who is told what was done with what they said: one row for each party of each session.

Everybody who said something is told, whether somebody planned it or not; a feedback record adds
channel, days and own words, and may name a group as a whole.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from samen_desktop.core.feedback import PLANNED, due_after
from samen_desktop.core.reports.answer_rows import AnsweredRow, FeedbackRow

from .overview_inputs import LIVE, ORDERS, Inputs, ShortLists

_HELD = "GEHOUD"


class Reader(Protocol):
    """Reads inputs with their answers."""

    def select(self, where: str, values: Sequence[int]) -> Iterator[AnsweredRow]: ...


class _Noted(NamedTuple):
    """What a feedback record says."""

    channel: str
    due: str
    sent: str
    status: str
    child_friendly: int
    text: str
    remark: str


_NOTHING = _Noted("", "", "", "", 0, "", "")
_Key = tuple[int, int | None]


class Telling:
    """The feedback of one round."""

    def __init__(
        self, reader: Reader, conn: sqlite3.Connection, lists: ShortLists, inputs: Inputs
    ) -> None:
        self._reader = reader
        self._conn = conn
        self._lists = lists
        self._inputs = inputs
        self._joined = lists.joined
        self._noted: dict[_Key, _Noted] = {
            (self._joined.get(to, to), self._joined.get(session, session)): _Noted(*others)
            for to, session, *others in conn.execute(
                "SELECT \"to\", session, coalesce(channel, ''), coalesce(due, ''),"
                " coalesce(sent, ''), coalesce(status, ''), coalesce(child_friendly, 0),"
                " coalesce(text, ''), coalesce(remark, '') FROM feedbacks"
                ' WHERE deleted = 0 AND "to" IS NOT NULL ORDER BY id'
            )
        }

    def rows(self) -> Iterator[FeedbackRow]:
        """Session by session on date; at the end what was planned for no session at all."""
        used: set[_Key] = set()
        for session, date, status in self._sessions():
            due = due_after(date) if status == _HELD else ""
            spoke = self._spoke(session)
            planned = [to for to, of in self._noted if of == session]
            for party in dict.fromkeys((*spoke, *planned)):
                key: _Key = (party, session)
                key = key if key in self._noted else (party, None)
                used.add(key)
                noted = self._noted.get(key, _NOTHING)
                yield from self._row(party, session, spoke.get(party), noted, due)
        for key, noted in self._noted.items():
            if key[1] is None and key not in used:
                yield from self._row(key[0], None, None, noted, "")

    def one(self, to: int, session: int | None) -> FeedbackRow | None:
        """The feedback of one party, of a session or of the whole round; None for nobody."""
        to = self._joined.get(to, to)
        session = self._joined.get(session, session) if session is not None else None
        noted = self._noted.get((to, session), _NOTHING)
        sessions = [key for key, *_ in self._sessions()] if session is None else [session]
        spoke = [key for each in sessions for key in self._spoke(each).get(to, ())]
        return next(self._row(to, session, spoke, noted, ""), None)

    def _row(
        self, party: int, session: int | None, inputs: list[int] | None, noted: _Noted, due: str
    ) -> Iterator[FeedbackRow]:
        stakeholder = self._lists.stakeholders.get(party)
        group = self._lists.groups.get(party, "")
        person = None if stakeholder or group else self._inputs.person(party)
        if not (stakeholder or group or person):
            return
        if group and session is not None:
            inputs = list(self._of_group(party, session))
        told = self._lists.sessions.get(session)
        yield FeedbackRow(
            stakeholder[0] if stakeholder else "",
            person.shown if person else "",
            (person.group, person.people) if person else ("", 0),
            group,
            told.code if told else "",
            tuple(self._read(inputs or ())),
            noted.channel,
            noted.due or due,
            noted.sent,
            noted.status or PLANNED,
            bool(noted.child_friendly),
            noted.text,
            noted.remark,
        )

    def _sessions(self) -> Iterator[tuple[int, str, str]]:
        yield from self._conn.execute(
            "SELECT key, coalesce(date, ''), coalesce(status, '') FROM sessions AS one"
            f" WHERE {LIVE} ORDER BY date IS NULL, date, code_number IS NULL, code_mark,"
            " code_number, shown"
        ).fetchall()

    def _spoke(self, session: int) -> dict[int, list[int]]:
        """Who said something at a session, in the order of what they said, and which inputs."""
        found: dict[int, list[int]] = {}
        keys = self._same(session)
        for party, key in self._conn.execute(
            "SELECT member.member, one.key FROM inputs AS one"
            " JOIN member ON member.owner = one.key AND member.field = 'submitter'"
            f" WHERE one.session IN ({', '.join('?' * len(keys))}) AND {LIVE}"
            " ORDER BY one.code_number IS NULL, one.code_mark, one.code_number, one.shown",
            keys,
        ):
            found.setdefault(self._joined.get(party, party), []).append(key)
        return found

    def _of_group(self, group: int, session: int) -> Iterator[int]:
        keys = self._same(session)
        for (key,) in self._conn.execute(
            "SELECT one.key FROM inputs AS one WHERE one.key IN (SELECT owner FROM member WHERE"
            " field = 'group' AND member = ?1 UNION SELECT owner FROM member JOIN participants"
            " ON participants.key = member.member WHERE field = 'submitter'"
            f' AND "group" = ?1) AND one.session IN ({", ".join("?" * len(keys))}) AND {LIVE}',
            (group, *keys),
        ):
            yield key

    def _read(self, keys: Iterable[int]) -> Iterator[AnsweredRow]:
        keys = tuple(keys)
        for order in ORDERS if keys else ():
            yield from self._reader.select(
                f"one.key IN ({', '.join('?' * len(keys))}) AND {order}", keys
            )

    def _same(self, session: int) -> tuple[int, ...]:
        return (session, *(key for key, stays in self._joined.items() if stays == session))
