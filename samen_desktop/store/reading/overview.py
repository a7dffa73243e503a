"""The rows of the overview, read from the derived tables in sheet order and streamed.

Records joined into another are read as the one that stays, gone records are left out. Holds the
short lists of a round (groups, themes, sessions, stakeholders); the long one, its inputs, has a
room of its own. What an edition may show is for the report.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from samen_desktop.core.privacy import Register
from samen_desktop.core.reports.rows import (
    AttendanceRow,
    Cover,
    FollowUpRow,
    GroupRow,
    InputRow,
    PhaseRow,
    SessionRow,
    StakeholderRow,
    ThemeRow,
)
from samen_desktop.store.derived.links import cut_rings

from .overview_inputs import PRIVACY, Inputs, SessionTold, ShortLists, checked
from .register import read_register

_LIVE = "deleted = 0 AND key NOT IN (SELECT key FROM joined)"
_CODES = "code_number IS NULL, code_mark, code_number, shown"
_BY_DATE = f"date IS NULL, date, {_CODES}"
_DIGITS = re.compile(r"(\d+)")


class _Party(NamedTuple):
    """What is known of one party at one session."""

    invited: int | None
    present: int | None
    age: str | None
    remark: str | None


class RoundOverview:
    """A round as the overview wants it (`core.reports.rows.OverviewSource`).

    `as_of` is the moment to print, in local time; now where it is not given. Make a new one after
    the round was changed: the short lists are read once.
    """

    def __init__(self, conn: sqlite3.Connection, as_of: datetime | None = None) -> None:
        self._conn = conn
        self._as_of = as_of or datetime.now(UTC).astimezone()
        self._joined: dict[int, int] = dict(conn.execute("SELECT key, stays FROM joined"))
        self._phases = {
            key: str(key) for (key,) in conn.execute("SELECT key FROM phases WHERE deleted = 0")
        }
        self._groups = list(self._read_groups())
        self._themes = list(self._read_themes())
        self._lists = self._read_lists()
        self._inputs = Inputs(conn, self._lists)

    def cover(self) -> Cover:
        found = self._conn.execute(
            "SELECT coalesce(name, ''), coalesce(municipality, ''), demo, coalesce(start,"
            " (SELECT min(start_planned) FROM phases WHERE deleted = 0), '') FROM rounds"
            " WHERE deleted = 0 ORDER BY id LIMIT 1"
        ).fetchone() or ("", "", 0, "")
        return Cover(
            round=found[0],
            municipality=found[1],
            demo=bool(found[2]),
            as_of=self._as_of,
            inputs=self._conn.execute(f"SELECT count(*) FROM inputs WHERE {_LIVE}").fetchone()[0],
            plan_version=self._plan_version(),
            year=int(found[3][:4]) if found[3][:4].isdigit() else 0,
        )

    def register(self) -> Register:
        return read_register(self._conn)[0]

    def phases(self) -> Iterator[PhaseRow]:
        rows = self._conn.execute(
            "SELECT place, coalesce(number, ''), id, key, coalesce(name, ''),"
            " coalesce(start_actual, start_planned, ''), coalesce(end_actual, end_planned, '')"
            " FROM phases WHERE deleted = 0"
        )
        for _, number, _, key, name, start, end in sorted(rows, key=_place_first):
            yield PhaseRow(str(key), number, name, start, end)

    def groups(self) -> Iterator[GroupRow]:
        yield from self._groups

    def themes(self) -> Iterator[ThemeRow]:
        yield from self._themes

    def stakeholders(self) -> Iterator[StakeholderRow]:
        rows = self._conn.execute(
            "SELECT key, coalesce(shown, ''), coalesce(name, ''), coalesce(kind, ''),"
            " coalesce(role, ''), coalesce(interest, ''), coalesce(influence, ''),"
            " coalesce(involvement, ''), coalesce(position, ''), coalesce(website, ''),"
            f" coalesce(note, ''), coalesce(privacy, '{PRIVACY}'), coalesce(by_name, 0)"
            f" FROM stakeholders WHERE {_LIVE} ORDER BY {_CODES}"
        )
        for key, code, name, kind, *others, by_name in rows:
            groups = self._lists.stakeholders[key][1]
            cells = [code, name, kind, groups, *others, bool(by_name)]
            yield StakeholderRow(*cells)

    def sessions(self) -> Iterator[SessionRow]:
        sums: dict[int, list[_Party]] = {}
        for session, _, party, _ in self._parties():
            sums.setdefault(session, []).append(party)
        for key, phase, code, title, kind, *found in self._conn.execute(
            "SELECT key, phase, coalesce(shown, ''), coalesce(title, ''), coalesce(kind, ''),"
            " coalesce(level, ''), coalesce(date, ''), coalesce(begin, ''), coalesce(\"end\", ''),"
            " coalesce(location, ''), coalesce(question, ''), coalesce(leader, ''),"
            " coalesce(status, ''), coalesce(report_status, ''),"
            f" coalesce(privacy, '{PRIVACY}'), coalesce(impression, ''), coalesce(deviation, ''),"
            f" coalesce(deviation_reason, ''), {checked('session', 'sessions')}"
            f" FROM sessions WHERE {_LIVE} ORDER BY {_BY_DATE}"
        ):
            *others, privacy, impression, deviation, reason, confirmed = found
            parties = sums.get(key, [])
            invited = _total(party.invited for party in parties)
            present = _total(party.present for party in parties)
            phase_key = self._phases.get(phase, "")
            texts = (impression, deviation, reason, bool(confirmed))
            cells = [code, title, kind, phase_key, *others, invited, present, privacy, *texts]
            yield SessionRow(*cells)

    def attendance(self) -> Iterator[AttendanceRow]:
        for _, key, party, told in self._parties():
            stakeholder = self._lists.stakeholders.get(key)
            code, title, kind, date, status, phase, privacy = told
            yield AttendanceRow(
                code,
                title,
                kind,
                date,
                status,
                self._phases.get(phase, ""),
                stakeholder[0] if stakeholder else "",
                self._lists.groups.get(key, ""),
                party.invited,
                party.present,
                party.age or "",
                party.remark or "",
                privacy,
            )

    def inputs(self) -> Iterator[InputRow]:
        return self._inputs.all()

    def follow_ups(self) -> Iterator[FollowUpRow]:
        rows = self._conn.execute(
            "SELECT coalesce(one.shown, ''), coalesce(description, ''),"
            " coalesce(sessions.shown, inputs.shown, ''), coalesce(owner, ''), coalesce(due, ''),"
            " coalesce(one.status, ''), coalesce(done_on, ''), coalesce(result, ''),"
            f" coalesce(evidence, ''), coalesce(one.privacy, '{PRIVACY}')"
            " FROM follow_ups AS one"
            " LEFT JOIN joined ON joined.key = one.origin"
            " LEFT JOIN sessions ON sessions.deleted = 0"
            " AND sessions.key = coalesce(joined.stays, one.origin)"
            " LEFT JOIN inputs ON inputs.deleted = 0"
            " AND inputs.key = coalesce(joined.stays, one.origin)"
            " WHERE one.deleted = 0 AND one.key NOT IN (SELECT key FROM joined)"
            " ORDER BY one.code_number IS NULL, one.code_mark, one.code_number, one.shown"
        )
        for row in rows:
            yield FollowUpRow(*row)

    def _plan_version(self) -> str:
        """The newest version of the plan, with its day and standing; empty without one."""
        found = self._conn.execute(
            "SELECT coalesce(number, ''), coalesce(date, ''), coalesce(status, '')"
            " FROM plan_versions WHERE deleted = 0 ORDER BY place DESC, id DESC LIMIT 1"
        ).fetchone()
        if found is None:
            return ""
        number, date, _ = found
        return f"{number} ({'-'.join(reversed(date.split('-')))})" if date else str(number)

    def _parties(self) -> Iterator[tuple[int, int, _Party, tuple[Any, ...]]]:
        """Session, party, its numbers and what the session tells; each pair once.

        Where two records of a session or party were joined, the numbers of the one that stays
        count; the other's fill what it left empty. Adding them up would count people twice.
        """
        rows = self._conn.execute(_PARTIES)
        for (session, party), several in groupby(rows, key=itemgetter(0, 1)):
            if party not in self._lists.stakeholders and party not in self._lists.groups:
                continue
            found = list(several)
            numbers = zip(*(row[2:6] for row in found), strict=True)
            filled = (next((cell for cell in cells if cell is not None), None) for cells in numbers)
            yield session, party, _Party(*filled), found[0][6:]

    def _read_lists(self) -> ShortLists:
        groups = self._through_joins({int(row.key): row.key for row in self._groups})
        order = {row.key: at for at, row in enumerate(self._groups)}
        stakeholders: dict[int, tuple[str, tuple[str, ...], int]] = {}
        crowds: dict[tuple[int | None, str], int] = {}
        lists = ShortLists(
            joined=self._joined,
            groups=groups,
            group_order=order,
            themes=self._through_joins({int(row.key): row.key for row in self._themes}),
            sessions=self._through_joins(
                {
                    key: SessionTold(code, self._phases.get(phase, ""), date)
                    for key, code, phase, date in self._conn.execute(
                        "SELECT key, coalesce(shown, ''), phase, coalesce(date, '')"
                        f" FROM sessions WHERE {_LIVE}"
                    )
                }
            ),
            stakeholders=stakeholders,
            crowds=crowds,
        )
        members: dict[int, set[str]] = {}
        for owner, group in self._conn.execute(
            "SELECT member.owner, member.member FROM member"
            " JOIN stakeholders ON stakeholders.key = member.owner WHERE member.field = 'group'"
        ):
            if group in groups:
                members.setdefault(self._joined.get(owner, owner), set()).add(groups[group])
        for at, (key, code) in enumerate(
            self._conn.execute(
                f"SELECT key, coalesce(shown, '') FROM stakeholders WHERE {_LIVE} ORDER BY {_CODES}"
            )
        ):
            stakeholders[key] = (code, lists.in_order(members.get(key, set())), at)
        crowds.update(self._read_crowds(lists))
        return lists

    def _read_crowds(self, lists: ShortLists) -> dict[tuple[int | None, str], int]:
        """People of a group at a session: as many as were counted, at least those with a code."""
        counted: dict[tuple[int | None, str], int] = {}
        for session, party, present in self._conn.execute(
            "SELECT session, party, present FROM attendance WHERE present IS NOT NULL"
        ):
            here = self._joined.get(session, session)
            stakeholder = lists.stakeholders.get(self._joined.get(party, party))
            groups = stakeholder[1] if stakeholder else (lists.groups.get(party, ""),)
            for group in groups:
                counted[here, group] = counted.get((here, group), 0) + present
        coded: dict[tuple[int | None, str], int] = {}
        for session, group, count in self._conn.execute(
            'SELECT session, "group", count(*) FROM participants WHERE deleted = 0'
            ' AND key NOT IN (SELECT key FROM joined) GROUP BY session, "group"'
        ):
            key = (self._joined.get(session, session), lists.groups.get(group, ""))
            coded[key] = coded.get(key, 0) + count
        return {key: max(counted.get(key, 0), coded.get(key, 0)) for key in counted | coded}

    def _through_joins(self, found: dict[int, Any]) -> dict[Any, Any]:
        """The same, with the keys of joined records leading to the one that stays."""
        led = {key: found[stays] for key, stays in self._joined.items() if stays in found}
        return found | led

    def _read_groups(self) -> Iterator[GroupRow]:
        rows = self._conn.execute(
            f"SELECT place, coalesce(name, ''), id, key, in_motion FROM groups WHERE {_LIVE}"
        )
        for _, name, _, key, in_motion in sorted(rows, key=_place_first):
            yield GroupRow(str(key), name, bool(in_motion))

    def _read_themes(self) -> Iterator[ThemeRow]:
        """In the order of the tree; what stood in a ring of parents stands at the top."""
        rows = {
            row[3]: row
            for row in self._conn.execute(
                "SELECT place, coalesce(number, ''), id, key, coalesce(name, ''),"
                " coalesce(description, ''), CASE cut WHEN 0 THEN parent END"
                f" FROM themes WHERE {_LIVE}"
            )
        }
        above = self._parents(rows)
        below: dict[int | None, list[tuple[Any, ...]]] = {}
        for row in sorted(rows.values(), key=_place_first, reverse=True):
            below.setdefault(above.get(row[3]), []).append(row)
        waiting = below.get(None, [])
        while waiting:
            _, number, _, key, name, description, _ = waiting.pop()
            yield ThemeRow(str(key), number, name, description, str(above.get(key, "")))
            waiting += below.get(key, [])

    def _parents(self, rows: Mapping[int, tuple[Any, ...]]) -> dict[int, int]:
        """Which theme stands under which, joins followed; joining can close a new ring."""
        above = {}
        for key, row in rows.items():
            parent = self._joined.get(row[6], row[6])
            if parent in rows:
                above[key] = parent
        for key in cut_rings(above, {key: rows[key][2] for key in above}):
            del above[key]
        return above


_PARTIES = f"""
SELECT one.key, coalesce(parties.stays, attendance.party), invited, present, age, remark,
    coalesce(one.shown, ''), coalesce(one.title, ''), coalesce(one.kind, ''),
    coalesce(one.date, ''), coalesce(one.status, ''), one.phase,
    coalesce(one.privacy, '{PRIVACY}')
FROM attendance
    JOIN sessions AS own ON own.key = attendance.session AND own.deleted = 0
    LEFT JOIN joined AS same ON same.key = own.key
    LEFT JOIN joined AS parties ON parties.key = attendance.party
    JOIN sessions AS one ON one.key = coalesce(same.stays, own.key) AND one.deleted = 0
ORDER BY one.date IS NULL, one.date, one.code_number IS NULL, one.code_mark, one.code_number,
    one.shown, one.key, coalesce(parties.stays, attendance.party),
    same.stays IS NOT NULL, parties.stays IS NOT NULL, attendance.session, attendance.party
"""


def _total(numbers: Iterable[int | None]) -> int | None:
    filled = [number for number in numbers if number is not None]
    return sum(filled) if filled else None


def _place_first(row: tuple[Any, ...]) -> tuple[object, ...]:
    """By place; what has none comes after, by number or name as people count (2 before 10); id."""
    place, text, ident = row[:3]
    pieces = _DIGITS.split(text.casefold())
    counted = [(piece, 0) if at % 2 == 0 else ("", int(piece)) for at, piece in enumerate(pieces)]
    return place is None, place or "", [] if place else counted, ident
