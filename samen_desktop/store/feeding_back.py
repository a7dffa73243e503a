"""Feedback planned, sent and counted: who still has to hear what was done with what they said.

Each wish is one named edit. What a recipient reads follows from inputs and answers and is for the
reports.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from samen_desktop.core import edits, feedback, triage
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.words import Words

from .dossier import Dossier
from .steps.editing import Edit
from .triage import status_of

_HELD = "GEHOUD"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a wish to mark as sent: feedback marked, inputs said to be fed back."""

    marked: int
    inputs: int


def plan(dossier: Dossier, sessions: Sequence[bytes] = ()) -> int:
    """Plan feedback for everybody who said something at these sessions, or at all that were held.

    Who has one for that session, or one for the whole round, gets no second. Returns how many were
    made. Raises KnownError for a session that was not held.
    """
    conn = dossier.conn
    held = _held(conn, sessions)
    made = 0
    with dossier.edit("add_feedback") as edit:
        for key, ident, code, date in held:
            for party, channel, age in _to_tell(conn, key):
                edit.create("feedback", _planned(ident, party, date, channel, age))
                made += 1
            edit.about = code if len(held) == 1 else str(made)
    return made


def mark_sent(dossier: Dossier, records: Sequence[bytes], on: str, *, inputs: bool) -> Sent:
    """Say that feedback was sent on a day (ISO).

    With `inputs`, those of which all who said them have now heard are said to be fed back too, if
    they were checked. Returns how many were marked; what was sent already is left as it is.
    """
    marked = told = 0
    with dossier.edit(edits.FEED_BACK) as edit:
        fresh = [each for each in records if not edit.state(each).shown("sent")]
        done = told_by(dossier.conn, fresh) if inputs else []
        for record in fresh:
            edit.set(record, "sent", on)
            marked += edit.set(record, "status", feedback.SENT)
        for record in done:
            told += _feed_back(edit, record)
        edit.about = str(marked)
    return Sent(marked, told)


def told_by(conn: sqlite3.Connection, records: Iterable[bytes]) -> list[bytes]:
    """Checked inputs of which everybody has heard once these feedbacks are sent."""
    heard, fresh = _Heard(conn), _Heard(conn)
    chosen = set(records)
    for ident, to, session, sent in conn.execute(
        'SELECT id, "to", session, sent FROM feedbacks WHERE deleted = 0 AND "to" IS NOT NULL'
    ):
        if ident in chosen:
            fresh.add(to, session)
        if sent or ident in chosen:
            heard.add(to, session)
    found = []
    for (ident, session), rows in groupby(conn.execute(_CHECKED), key=lambda row: (row[0], row[1])):
        people = [member for _, _, member in rows]
        if fresh.any_of(people, session) and all(heard.has(each, session) for each in people):
            found.append(bytes(ident))
    return found


class _Heard:
    """Who was told of which session; of a group all its members were."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._stays: dict[int, int] = dict(conn.execute("SELECT key, stays FROM joined").fetchall())
        groups = 'SELECT key, "group" FROM participants WHERE "group" IS NOT NULL'
        self._groups: dict[int, int] = dict(conn.execute(groups).fetchall())
        self._told: set[tuple[int, int | None]] = set()

    def add(self, party: int, session: int | None) -> None:
        """A party was told, of one session or (None) of the whole round."""
        of = None if session is None else self._stays.get(session, session)
        self._told.add((self._stays.get(party, party), of))

    def has(self, party: int, session: int | None) -> bool:
        """Whether a party heard of a session, itself or as a member of its group."""
        of = None if session is None else self._stays.get(session, session)
        who = {party, self._groups.get(party, party)}
        names = {self._stays.get(each, each) for each in who}
        return any((each, when) in self._told for each in names for when in (of, None))

    def any_of(self, parties: Iterable[int], session: int | None) -> bool:
        """Whether one of these heard of a session."""
        return any(self.has(each, session) for each in parties)


def late_count(conn: sqlite3.Connection, today: str) -> int:
    """How many feedbacks should have been sent before a day (ISO)."""
    found = conn.execute(
        "SELECT count(*) FROM feedbacks WHERE deleted = 0 AND sent IS NULL"
        " AND coalesce(status, ?1) = ?1 AND due < substr(?2, 1, length(due))",
        (feedback.PLANNED, today),
    ).fetchone()
    return int(found[0])


def _feed_back(edit: Edit, record: bytes) -> bool:
    if status_of(edit.state(record)) not in triage.BEFORE[triage.FED_BACK]:
        return False
    return edit.set(record, "status", triage.FED_BACK)


def _planned(session: bytes, party: bytes, date: str, channel: str, age: str) -> dict[str, Scalar]:
    child = age in feedback.CHILDREN
    return {
        "to": party.hex(),
        "session": session.hex(),
        "channel": channel or (feedback.CHANNEL_FOR_CHILDREN if child else None),
        "due": feedback.due_after(date) or None,
        "status": feedback.PLANNED,
        "child_friendly": 1 if child else None,
    }


def _held(conn: sqlite3.Connection, wanted: Sequence[bytes]) -> list[tuple[int, bytes, str, str]]:
    rows = conn.execute(
        "SELECT key, id, coalesce(shown, ''), coalesce(date, ''), coalesce(status, '')"
        " FROM sessions WHERE deleted = 0 AND key NOT IN (SELECT key FROM joined)"
        " ORDER BY date, key"
    ).fetchall()
    if not wanted:
        return [
            (key, ident, code, date) for key, ident, code, date, status in rows if status == _HELD
        ]
    chosen = [row for row in rows if row[1] in set(wanted)]
    for _, _, code, _, status in chosen:
        if status != _HELD:
            raise KnownError(
                "not_held",
                Words(
                    "{code} is nog niet gehouden: er is nog niets terug te koppelen.",
                    "{code} was not held yet: there is nothing to feed back.",
                ).fill(code=code),
            )
    return [row[:4] for row in chosen]


def _to_tell(conn: sqlite3.Connection, session: int) -> list[tuple[bytes, str, str]]:
    """Who said something there and has no feedback for it: id, preferred channel, age band."""
    return [
        (bytes(ident), channel, age)
        for ident, channel, age in conn.execute(_TO_TELL, {"session": session}).fetchall()
    ]


_STAYS = "coalesce((SELECT stays FROM joined WHERE joined.key = {0}), {0})"

_TO_TELL = f"""
WITH spoke AS (
    SELECT DISTINCT {_STAYS.format("m.member")} AS party FROM inputs AS i
    JOIN member AS m ON m.owner = i.key AND m.field = 'submitter'
    WHERE i.deleted = 0 AND i.key NOT IN (SELECT key FROM joined)
    AND {_STAYS.format("i.session")} = :session)
SELECT coalesce(sta.id, par.id), coalesce((
    SELECT con.preference FROM contacts AS con WHERE con.deleted = 0
    AND {_STAYS.format('con."of"')} = spoke.party AND con.preference IS NOT NULL
    ORDER BY con.key LIMIT 1), ''), coalesce(par.age, '')
FROM spoke LEFT JOIN stakeholders AS sta ON sta.key = spoke.party AND sta.deleted = 0
LEFT JOIN participants AS par ON par.key = spoke.party AND par.deleted = 0
WHERE coalesce(sta.id, par.id) IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM feedbacks AS f WHERE f.deleted = 0
    AND {_STAYS.format('f."to"')} = spoke.party
    AND (f.session IS NULL OR {_STAYS.format("f.session")} = :session))
ORDER BY spoke.party"""

_CHECKED = f"""
SELECT i.id, i.session, m.member FROM inputs AS i
JOIN member AS m ON m.owner = i.key AND m.field = 'submitter'
WHERE i.deleted = 0 AND i.status = '{triage.CHECKED}' AND i.key NOT IN (SELECT key FROM joined)
ORDER BY i.key"""
"""Each checked input once for everybody who said it."""
