"""Where one organisation or group was heard: its sessions, and per phase what came of them.

Each figure is counted as the list counts it that the figure leads to. What is said of all groups
at once, with who is late, stands in `standing`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.core.heard import HEARD_KINDS, Duty, Heard, InPhase, Meeting
from samen_desktop.core.lists import Query
from samen_desktop.core.reports.reach import HELD
from samen_desktop.core.standing import TO_COME, UNDONE, days_late, last_day
from samen_desktop.store.naming import first_line

from . import listing
from .listing_sql import TITLES


def heard_of(conn: sqlite3.Connection, kind: str, record: bytes, today: date) -> Heard:
    """Where a stakeholder or group was heard. Raises KeyError for a kind that is not heard."""
    who = frozenset({record.hex()})
    by = HEARD_KINDS[kind]
    said: dict[str, frozenset[str]] = {by: who}
    undecided = {**said, "answer/status": frozenset({NOT_WEIGHED})}
    held = {"party": who, "status": frozenset({HELD})}
    return Heard(
        kind,
        record,
        _meetings(conn, who),
        _phases(
            conn,
            today,
            _by_phase(conn, Query("session", filters=held)),
            _by_phase(conn, Query("input", filters=said)),
            _by_phase(conn, Query("input", filters=undecided)),
        ),
        _duties(conn, record, today) if kind == "stakeholder" else (),
    )


def _by_phase(conn: sqlite3.Connection, query: Query) -> dict[str, int]:
    return {facet.value: facet.count for facet in listing.facets(conn, "phase", query)}


def _phases(
    conn: sqlite3.Connection,
    today: date,
    sessions: Mapping[str, int],
    inputs: Mapping[str, int],
    undecided: Mapping[str, int],
) -> tuple[InPhase, ...]:
    rows = conn.execute(
        f"SELECT id, {TITLES['phases']}, coalesce(start_actual, start_planned, ''),"
        " coalesce(end_actual, end_planned, '') FROM phases"
        " WHERE deleted = 0 ORDER BY place IS NULL, place, number, key"
    )
    named = [(ident.hex(), *told) for ident, *told in rows]
    now = today.isoformat()
    return tuple(
        InPhase(
            phase,
            name,
            sessions.get(phase, 0),
            inputs.get(phase, 0),
            undecided.get(phase, 0),
            bool(start) and start <= now[: len(start)],
            bool(end) and end < now[: len(end)],
        )
        for phase, name, start, end in [*named, ("", "", "", "")]
    )


def _meetings(conn: sqlite3.Connection, who: frozenset[str]) -> tuple[Meeting, ...]:
    query = Query("session", filters={"party": who}, sort="date", descending=True)
    wanted = listing.keys(conn, query)
    found: dict[int, Meeting] = {}
    for key in wanted:
        ident, code, title, day, status = conn.execute(
            "SELECT id, coalesce(shown, ''), coalesce(title, ''), coalesce(date, ''),"
            " coalesce(status, '') FROM sessions WHERE key = ?",
            (key,),
        ).fetchone()
        if status == HELD or status in TO_COME:
            found[key] = Meeting(ident, code, first_line(title), day, status == HELD)
    return tuple(found.values())


def _duties(conn: sqlite3.Connection, record: bytes, today: date) -> tuple[Duty, ...]:
    undone = sorted(UNDONE)
    rows = conn.execute(
        "WITH me AS (SELECT key FROM stakeholders WHERE id = ?),"
        " mine AS (SELECT key FROM me UNION SELECT key FROM joined WHERE stays IN me)"
        " SELECT id, coalesce(shown, ''), coalesce(description, ''), coalesce(due, '')"
        " FROM follow_ups WHERE deleted = 0 AND key NOT IN (SELECT key FROM joined)"
        f" AND status IN ({','.join('?' * len(undone))}) AND origin IN"
        " (SELECT owner FROM member WHERE field = 'submitter' AND member IN mine)"
        " ORDER BY due IS NULL, due, key",
        (record, *undone),
    )
    return tuple(
        Duty(ident, code, first_line(text), due, _late(due, today))
        for ident, code, text, due in rows
    )


def _late(due: str, today: date) -> int:
    day = last_day(due)
    return max(0, days_late(day, today)) if day is not None else 0
