"""The sheets that list records: sessions, attendance, stakeholders, inputs, follow-ups, themes.

Each turns rows of the round into rows of cells, in the column order of the domain handbook's lists
(2.2 and 11). Titles and privacy come from the fields of the records; what an edition may not show
is dropped by the view.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from samen_desktop.core.fields import Field
from samen_desktop.core.followups import FOLLOW_UP
from samen_desktop.core.inputs import INPUT, THEME
from samen_desktop.core.people import STAKEHOLDER
from samen_desktop.core.sessions import ATTENDANCE, SESSION
from samen_desktop.core.words import Words

from . import marks
from .marks import Mark, Marked
from .rows import FollowUpRow, InputRow
from .sheet import Cell, Kind, Sheet
from .view import Shown, View, shown

SESSIONS = SESSION.words_plural
ATTENDING = Words("Deelname", "Attendance")
STAKEHOLDERS = STAKEHOLDER.words_plural
INPUTS = INPUT.words_plural
FOLLOW_UPS = FOLLOW_UP.words_plural
THEMES = THEME.words_plural

_INPUTS_COUNT = Words("Inbreng", "Inputs")
_SUMMARY_LONGEST = 160
_UNFINISHED = frozenset({"OPEN", "LOOPT", "WACHT"})

_Cells = Iterator[Sequence[Cell]]


def sessions_sheet(view: View) -> Sheet:
    """Late: it says how many inputs each session brought."""
    columns = (
        shown(SESSION, "code", 17, Kind.CODE),
        shown(SESSION, "date", 21, Kind.DATE),
        Shown(Words("Tijd", "Time"), 22),
        shown(SESSION, "title", 50, Kind.LONG),
        shown(SESSION, "kind", 32),
        shown(SESSION, "level", 24),
        shown(SESSION, "phase", 28),
        shown(SESSION, "location", 30),
        shown(SESSION, "question", 42, Kind.LONG),
        shown(SESSION, "leader", 26),
        shown(SESSION, "status", 25, Kind.MARK),
        shown(SESSION, "report_status", 25),
        Shown(Words("Uitgenodigd", "Invited"), 25, Kind.NUMBER),
        Shown(Words("Aanwezig", "Present"), 21, Kind.NUMBER),
        Shown(_INPUTS_COUNT, 19, Kind.NUMBER),
    )
    kind, level = view.terms("session_kind"), view.terms("level")
    status, report = view.terms("session_status"), view.terms("report_status")

    def rows() -> _Cells:
        for row in view.allowed(SESSIONS, view.source.sessions()):
            yield (
                row.code,
                row.date,
                "–".join(filter(None, (row.begin, row.end))),
                row.title,
                kind(row.kind),
                level(row.level),
                view.phase(row.phase),
                row.location,
                row.question,
                row.leader,
                _marked(status(row.status), marks.SESSION.get(row.status)),
                report(row.report_status),
                view.people(row.invited),
                view.people_of(row),
                view.tally.sessions[row.code],
            )

    return view.sheet(SESSIONS, Words("Sessies", "Sessions"), columns, rows, late=True)


def attendance_sheet(view: View) -> Sheet:
    """Who came, per session and party; fills the tally's visits."""
    parts = {part.name: part for part in ATTENDANCE}
    columns = (
        Shown(SESSION.words, 17, Kind.CODE),
        shown(SESSION, "date", 22, Kind.DATE),
        shown(SESSION, "title", 70),
        Shown(Words("Wie", "Who"), 60),
        shown(STAKEHOLDER, "group", 46),
        shown(SESSION, "status", 30, Kind.MARK),
        _part(parts["invited"], 24, Kind.NUMBER),
        _part(parts["present"], 22, Kind.NUMBER),
        _part(parts["age"], 28),
        _part(parts["remark"], 50, Kind.LONG),
    )
    status, age = view.terms("session_status"), view.terms("age_band")

    def rows() -> _Cells:
        for row in view.allowed(ATTENDING, view.source.attendance()):
            groups = view.groups_of(row.stakeholder) if row.stakeholder else (row.group,)
            view.tally.meet(row, groups)
            yield (
                row.session,
                row.date,
                row.title,
                view.stakeholder(row.stakeholder) if row.stakeholder else view.group(row.group),
                view.group_list(groups),
                _marked(status(row.status), marks.SESSION.get(row.status)),
                view.people(row.invited),
                view.people(row.present),
                age(row.age),
                row.remark,
            )

    return view.sheet(ATTENDING, Words("Deelname", "Attendance"), columns, rows)


def stakeholders_sheet(view: View) -> Sheet:
    """Late: it says what each took part in."""
    columns = (
        shown(STAKEHOLDER, "code", 17, Kind.CODE),
        shown(STAKEHOLDER, "name", 54),
        shown(STAKEHOLDER, "kind", 34),
        shown(STAKEHOLDER, "group", 36),
        shown(STAKEHOLDER, "involvement", 28),
        shown(STAKEHOLDER, "role", 28),
        shown(STAKEHOLDER, "interest", 17),
        shown(STAKEHOLDER, "influence", 18),
        shown(STAKEHOLDER, "position", 40, Kind.LONG),
        shown(STAKEHOLDER, "website", 36),
        Shown(SESSIONS, 19, Kind.NUMBER),
        Shown(Words("Aanwezig", "Present"), 22, Kind.NUMBER),
        Shown(_INPUTS_COUNT, 19, Kind.NUMBER),
        Shown(Words("Laatst gehoord", "Last heard"), 22, Kind.DATE),
        shown(STAKEHOLDER, "note", 40, Kind.LONG),
    )
    kind, role = view.terms("stakeholder_kind"), view.terms("force_field_role")
    weight, involvement = view.terms("weight"), view.terms("involvement")

    def rows() -> _Cells:
        for row in view.allowed(STAKEHOLDERS, view.source.stakeholders()):
            part = view.tally.stakeholders[row.code]
            yield (
                row.code,
                view.stakeholder(row.code),
                kind(row.kind),
                view.group_list(row.groups),
                involvement(row.involvement),
                role(row.role),
                weight(row.interest),
                weight(row.influence),
                row.position,
                row.website,
                part.sessions,
                view.people(part.people),
                part.inputs,
                part.last,
                row.note,
            )

    return view.sheet(STAKEHOLDERS, Words("Stakeholders", "Stakeholders"), columns, rows, late=True)


def inputs_sheet(view: View) -> Sheet:
    """What was said; fills the tally."""
    columns = (
        shown(INPUT, "code", 17, Kind.CODE),
        shown(INPUT, "submitter", 28),
        shown(INPUT, "group", 33),
        Shown(Words("Bron", "Source"), 16),
        shown(INPUT, "date", 21, Kind.DATE),
        shown(INPUT, "summary", 44, Kind.LONG),
        shown(INPUT, "words", 80, Kind.LONG),
        shown(INPUT, "theme", 32),
        shown(INPUT, "side_theme", 26),
        shown(INPUT, "kind", 27),
        shown(INPUT, "stance", 19),
        shown(INPUT, "priority", 20),
        shown(INPUT, "status", 24),
        shown(INPUT, "answer/status", 31, Kind.MARK),
        shown(INPUT, "internal_note", 44, Kind.LONG),
    )

    return view.sheet(
        INPUTS, Words("Inbreng", "Inputs"), columns, lambda: _inputs(view), choosable=True
    )


def _inputs(view: View) -> _Cells:
    kind, stance = view.terms("input_kind"), view.terms("stance")
    priority, entry = view.terms("priority"), view.terms("input_status")
    status = view.terms("processing_status")
    fate = {code: Marked(status(code), mark) for code, mark in marks.PROCESSING.items()}
    theme, groups, hear, weighed = view.theme, view.group_list, view.tally.hear, view.fate
    for row in view.allowed(INPUTS, view.source.inputs()):
        stands = weighed(row)
        hear(row, stands)
        side = row.side_themes
        yield (
            row.code,
            view.submitters(row),
            groups(row.groups),
            row.session,
            row.date,
            core_of(row),
            row.words,
            theme(row.theme),
            "; ".join(map(theme, side)) if side else "",
            kind(row.kind),
            stance(row.stance),
            priority(row.priority),
            entry(row.entry_status),
            fate.get(stands, stands),
            row.internal_note,
        )


def follow_ups_sheet(view: View) -> Sheet:
    """What is to be done, and what is late."""
    columns = (
        shown(FOLLOW_UP, "code", 17, Kind.CODE),
        shown(FOLLOW_UP, "description", 90, Kind.LONG),
        shown(FOLLOW_UP, "origin", 24),
        shown(FOLLOW_UP, "owner", 46),
        shown(FOLLOW_UP, "due", 24, Kind.DATE),
        Shown(Words("Dagen te laat", "Days late"), 22, Kind.NUMBER),
        shown(FOLLOW_UP, "status", 34, Kind.MARK),
        shown(FOLLOW_UP, "done_on", 26, Kind.DATE),
        shown(FOLLOW_UP, "result", 60, Kind.LONG),
        shown(FOLLOW_UP, "evidence", 36),
    )
    status = view.terms("follow_up_status")

    def rows() -> _Cells:
        for row in view.allowed(FOLLOW_UPS, view.source.follow_ups()):
            late = _is_late(row, view.today)
            mark = Mark.LATE if late else marks.FOLLOW_UP.get(row.status)
            yield (
                row.code,
                row.description,
                row.origin,
                row.owner,
                row.due,
                _days_late(row, view.today) if late else None,
                _marked(status(row.status), mark),
                row.done_on,
                row.result,
                row.evidence,
            )

    return view.sheet(FOLLOW_UPS, Words("Acties", "FollowUps"), columns, rows)


def themes_sheet(view: View) -> Sheet:
    """Late: it says how much was said about each theme, and about none."""
    columns = (
        shown(THEME, "number", 24, Kind.CODE),
        shown(THEME, "name", 78, Kind.LONG),
        shown(THEME, "parent", 56),
        shown(THEME, "description", 90, Kind.LONG),
        Shown(Words("Inbreng (hoofdthema)", "Inputs (main theme)"), 32, Kind.NUMBER),
        Shown(Words("Inbreng (neventhema)", "Inputs (side theme)"), 32, Kind.NUMBER),
        Shown(Words("Nog te beoordelen", "Not weighed yet"), 28, Kind.NUMBER),
    )

    def rows() -> _Cells:
        tally = view.tally
        for row in view.themes:
            yield (
                row.number,
                row.name,
                view.theme(row.parent),
                row.description,
                tally.themes[row.key],
                tally.side_themes[row.key],
                tally.open_themes[row.key],
            )
        if tally.themes[""]:
            nameless = view.say(Words("(zonder thema)", "(no theme)"))
            yield "", nameless, "", "", tally.themes[""], None, tally.open_themes[""]

    return view.sheet(THEMES, Words("Themas", "Themes"), columns, rows, late=True)


def _part(field: Field, width: int, kind: Kind = Kind.TEXT) -> Shown:
    return Shown(field.words, width, kind, field.privacy)


def _marked(text: str, mark: Mark | None) -> Cell:
    return Marked(text, mark) if mark and text else text


def core_of(row: InputRow) -> str:
    """What an input comes down to: its summary, else its first line, not too long."""
    if row.summary:
        return row.summary
    line = row.words.partition("\n")[0]
    if len(line) <= _SUMMARY_LONGEST:
        return line
    start = line[:_SUMMARY_LONGEST]
    return f"{start.rpartition(' ')[0] or start} …"


def _is_late(row: FollowUpRow, today: str) -> bool:
    """A partial date is late once all it may mean has passed."""
    return bool(row.due) and row.status in _UNFINISHED and row.due < today[: len(row.due)]


def _days_late(row: FollowUpRow, today: str) -> int | None:
    try:
        return (date.fromisoformat(today) - date.fromisoformat(row.due)).days
    except ValueError:  # a partial date has no day to count from
        return None
