"""Where a round stands on a day, read from the derived tables in three steps.

The first reads the short lists and is asked for first; the second counts the inputs, the third
looks who is still to hear. Gone records and those joined into another are left out. The rules
about days stand in `core.standing`, those about reach in `core.reports.reach`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.core.reports.reach import Period, Said, State, Visit, reach
from samen_desktop.core.standing import (
    REPORT_BEGUN,
    TO_COME,
    UNDONE,
    Coming,
    Course,
    Fates,
    Late,
    PhaseSpan,
    SessionDot,
    Unheard,
    Why,
    current_phase,
    days_late,
    first_day,
    is_coming,
    last_day,
    report_due,
)
from samen_desktop.store.naming import first_line

from .overview import RoundOverview

_LIVE = "deleted = 0 AND key NOT IN (SELECT key FROM joined)"
_Row = tuple[str, ...]


def read_course(conn: sqlite3.Connection, today: date) -> Course:
    """Phases, sessions, what is late and what comes within two weeks."""
    phases = tuple(_phases(conn).values())
    sessions = _sessions(conn)
    follow_ups = _follow_ups(conn)
    late = [*_late_sessions(sessions, today), *_late_follow_ups(follow_ups, today)]
    coming = [*_coming_sessions(sessions, today), *_coming_follow_ups(follow_ups, today)]
    return Course(
        today=today,
        phases=phases,
        sessions=tuple(dot for dot, _ in sessions if dot.status != "AFGEL" and dot.date),
        late=tuple(sorted(late, key=lambda each: (-each.days, each.kind, each.code))),
        coming=tuple(sorted(coming, key=lambda each: (each.day, each.begin or "~", each.code))),
        current=current_phase(phases, today),
    )


def read_fates(conn: sqlite3.Connection) -> Fates:
    """How many inputs there are by processing status, and from how many sessions and letters."""
    inputs, sources = conn.execute(
        f"SELECT count(*), count(DISTINCT session) FROM inputs WHERE {_LIVE}"
    ).fetchone()
    statuses = dict(
        conn.execute(
            "SELECT answers.status, count(*) FROM inputs JOIN answers"
            " ON answers.owner = coalesce(answer_owner, key)"
            f" WHERE answers.status <> ? AND {_LIVE} GROUP BY answers.status",
            (NOT_WEIGHED,),
        )
    )
    statuses[NOT_WEIGHED] = inputs - sum(statuses.values())
    return Fates(inputs, sources, statuses)


def read_unheard(conn: sqlite3.Connection, today: date) -> tuple[Unheard, ...]:
    """Groups not heard in the current phase, and those that were never heard in any."""
    source = RoundOverview(conn)
    ids = dict(conn.execute("SELECT key, id FROM groups"))
    phases = _phases(conn)
    current = current_phase(tuple(phases.values()), today)
    now = next((key for key, phase in phases.items() if phase is current), None)
    groups = {group.key: group.name for group in source.groups()}
    found = reach(
        list(groups),
        [Period(key, phase.end) for key, phase in phases.items()],
        _visits(source),
        _said(conn),
        today.isoformat(),
    )
    unheard = []
    for key, name in groups.items():
        never = not found.groups[key].heard
        here = found.cells.get((key, now)) if now is not None else None
        if not never and (here is None or here.heard):
            continue
        planned = here.planned if here is not None else found.groups[key].planned
        state = here.state if here is not None else _state_of(planned, today)
        day, code = planned or ("", "")
        number = current.number if current is not None and here is not None else ""
        unheard.append(Unheard(ids[int(key)], name, number, never, state, code, day))
    return tuple(unheard)


def _state_of(planned: tuple[str, str] | None, today: date) -> State:
    """What to say of a group outside any current phase."""
    if planned is None:
        return State.NOT_HEARD
    day = last_day(planned[0])
    return State.OVERDUE if day is not None and day < today else State.PLANNED


def _phases(conn: sqlite3.Connection) -> dict[str, PhaseSpan]:
    """The phases by the key that reach knows them by, in the round's order."""
    rows = {
        str(key): PhaseSpan(*row)
        for key, *row in conn.execute(
            "SELECT key, id, coalesce(number, ''), coalesce(name, ''),"
            " coalesce(start_planned, ''), coalesce(end_planned, ''), coalesce(start_actual, ''),"
            " coalesce(end_actual, '') FROM phases WHERE deleted = 0"
        )
    }
    return {phase.key: rows[phase.key] for phase in RoundOverview(conn).phases()}


def _sessions(conn: sqlite3.Connection) -> list[tuple[SessionDot, _Row]]:
    """Each session with its report status and leader."""
    rows = conn.execute(
        "SELECT id, coalesce(shown, ''), coalesce(title, ''), coalesce(date, ''),"
        " coalesce(begin, ''), coalesce(status, ''), coalesce(report_status, ''),"
        f" coalesce(leader, '') FROM sessions WHERE {_LIVE} ORDER BY date, key"
    )
    return [(SessionDot(*row[:6]), row[6:]) for row in rows]


def _follow_ups(conn: sqlite3.Connection) -> list[tuple[bytes, str, str, str, str]]:
    marks = ",".join("?" * len(UNDONE))
    rows = conn.execute(
        "SELECT id, coalesce(shown, ''), coalesce(description, ''), coalesce(owner, ''), due"
        f" FROM follow_ups WHERE {_LIVE} AND due IS NOT NULL AND status IN ({marks})",
        sorted(UNDONE),
    )
    return rows.fetchall()


def _late_sessions(sessions: list[tuple[SessionDot, _Row]], today: date) -> Iterator[Late]:
    for dot, (report, leader) in sessions:
        day = last_day(dot.date)
        if day is None:
            continue
        if dot.status in TO_COME:
            why, due = Why.NOT_HELD, day
        elif dot.held and report in REPORT_BEGUN:
            why, due = Why.REPORT, report_due(day)
        else:
            continue
        if (days := days_late(due, today)) > 0:
            yield Late(why, "session", dot.id, dot.code, dot.title, leader, due, days)


def _late_follow_ups(
    follow_ups: list[tuple[bytes, str, str, str, str]], today: date
) -> Iterator[Late]:
    for ident, code, description, owner, due in follow_ups:
        day = last_day(due)
        if day is not None and (days := days_late(day, today)) > 0:
            yield Late(Why.DUE, "follow_up", ident, code, first_line(description), owner, day, days)


def _coming_sessions(sessions: list[tuple[SessionDot, _Row]], today: date) -> Iterator[Coming]:
    for dot, _ in sessions:
        day = first_day(dot.date)
        whole = len(dot.date) == len("2022-06-20")
        if day is not None and whole and dot.status in TO_COME and is_coming(day, today):
            yield Coming("session", dot.id, dot.code, dot.title, day, dot.begin)


def _coming_follow_ups(
    follow_ups: list[tuple[bytes, str, str, str, str]], today: date
) -> Iterator[Coming]:
    for ident, code, description, _, due in follow_ups:
        day = last_day(due)
        if day is not None and is_coming(day, today):
            yield Coming("follow_up", ident, code, first_line(description), day, "")


def _visits(source: RoundOverview) -> Iterator[Visit]:
    groups_of = {row.code: row.groups for row in source.stakeholders()}
    for row in source.attendance():
        groups = (row.group,) if row.group else groups_of.get(row.stakeholder, ())
        yield Visit(
            row.session,
            row.session_kind,
            row.status,
            row.phase,
            row.date,
            groups,
            row.present or 0,
        )


def _said(conn: sqlite3.Connection) -> Iterator[Said]:
    """Inputs by group and phase, counted by SQLite: a round may have a hundred thousand."""
    for group, phase, count, last in conn.execute(_SAID):
        yield Said((str(group),), "" if phase is None else str(phase), count, last or "")


_SAID = f"""
WITH live AS (SELECT key, session, date FROM inputs WHERE {_LIVE}),
own AS (
    SELECT member.owner AS input, member.member AS party FROM member
    WHERE member.field = 'group' AND member.owner IN (SELECT key FROM live)
    AND member.member IN (SELECT key FROM groups WHERE deleted = 0)
),
by_submitter AS (
    SELECT one.owner AS input, coalesce(led.stays, one.member) AS who FROM member AS one
    LEFT JOIN joined AS led ON led.key = one.member
    WHERE one.field = 'submitter' AND one.owner IN (SELECT key FROM live)
    AND one.owner NOT IN (SELECT input FROM own)
),
heard AS (
    SELECT input, party FROM own
    UNION ALL
    SELECT input, member.member FROM by_submitter
    JOIN stakeholders ON stakeholders.key = who AND stakeholders.deleted = 0
    JOIN member ON member.owner = who AND member.field = 'group'
    UNION ALL
    SELECT input, participants."group" FROM by_submitter
    JOIN participants ON participants.key = who AND participants.deleted = 0
)
SELECT coalesce(party_led.stays, heard.party) AS party, sessions.phase,
    count(DISTINCT heard.input), max(coalesce(live.date, sessions.date))
FROM heard JOIN live ON live.key = heard.input
LEFT JOIN joined AS party_led ON party_led.key = heard.party
LEFT JOIN joined AS session_led ON session_led.key = live.session
LEFT JOIN sessions ON sessions.deleted = 0
    AND sessions.key = coalesce(session_led.stays, live.session)
GROUP BY 1, 2
"""
