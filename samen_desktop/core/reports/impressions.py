"""The impression of each session as sheets: its head, what was said there, what comes of it.

Domain handbook 11, report 3. Before its report is adopted a session's impression is for inside
only; the state stands with it in every edition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samen_desktop.core.feedback import due_after
from samen_desktop.core.followups import FOLLOW_UP
from samen_desktop.core.inputs import INPUT
from samen_desktop.core.sessions import SESSION
from samen_desktop.core.words import Words

from . import marks
from .answer_rows import AnsweredRow
from .lists import core_of
from .marks import Mark, Marked
from .nota import Answers, answer_column
from .rows import FollowUpRow, SessionRow
from .sheet import Cell, Kind, Sheet
from .view import Shown, View, shown

IMPRESSIONS = Words("Impressies", "Impressions")
SAID = Words("Wat is gezegd", "What was said")
TO_DO = Words("Wat wij doen", "What we do")

ABOUT: Mapping[Words, Words] = {
    IMPRESSIONS: Words(
        "Per sessie wie er was, waar het over ging en de impressie. De stand van het verslag "
        "staat erbij: concept, ter controle bij deelnemers, vastgesteld of gepubliceerd.",
        "For each session who was there, what it was about and the impression, with the state of "
        "its report: draft, with participants for checking, adopted or published.",
    ),
    SAID: Words(
        "Wat in de sessies is gezegd, met wat ermee gebeurt.",
        "What was said in the sessions, with what is done about it.",
    ),
    TO_DO: Words("Acties die uit de sessies komen.", "Follow-ups that came of the sessions."),
}

REPORT_MARKS: Mapping[str, Mark] = {
    "GEEN": Mark.ABSENT,
    "CONCEPT": Mark.OPEN,
    "TERINZ": Mark.PARTLY,
    "VASTG": Mark.DONE,
    "PUBL": Mark.DONE,
}
_NOT_YET = frozenset({"GEPL", "UITGEN", "AFGEL"})
ATTENDING = Words("Aanwezig per groep", "Present by group")
FEEDBACK_DUE = Words("Terugkoppeling uiterlijk", "Feedback by")
FATE = Words("Vervolg", "What happens")
_FEW = Words("enkele", "some")


@dataclass(frozen=True, slots=True)
class Impression:
    """A session that may be shown, with who was there and what came of it."""

    session: SessionRow
    present: str
    feedback_due: str
    follow_ups: tuple[FollowUpRow, ...]


class Impressions:
    """The sessions that this edition may tell about; who was there is read once."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.view: View = answers.view
        present = self._who_was_there()
        gone_on: dict[str, list[FollowUpRow]] = {}
        if not self.view.edition.public:  # a follow-up has no field that the public may see
            for row in self.view.allowed(TO_DO, self.view.source.follow_ups()):
                gone_on.setdefault(row.origin, []).append(row)
        self.shown = tuple(
            Impression(
                row,
                present.get(row.code, ""),
                due_after(row.date),
                tuple(gone_on.get(row.code, ())),
            )
            for row in self._allowed()
        )

    def _allowed(self) -> Iterator[SessionRow]:
        """Sessions that took place; counts those that are held back."""
        view = self.view
        for row in view.source.sessions():
            if row.status in _NOT_YET or not view.sieve.passes(row):
                continue
            held = view.gate.holds_impression(row)
            if held is None:
                yield row
            else:
                view.hold(view.say(IMPRESSIONS), held)

    def said(self, session: str) -> Iterator[AnsweredRow]:
        """What was said there, as far as it may be shown."""
        return self.answers.allowed(SAID, self.answers.source.of_session(session))

    def _who_was_there(self) -> dict[str, str]:
        counts: dict[str, dict[str, int]] = {}
        view = self.view
        for row in view.source.attendance():
            groups = view.groups_of(row.stakeholder) if row.stakeholder else (row.group,)
            name = view.group_list(groups[:1]) or view.stakeholder(row.stakeholder)
            if row.present:
                of = counts.setdefault(row.session, {})
                of[name] = of.get(name, 0) + row.present
        few = view.say(_FEW)
        return {
            session: ", ".join(
                f"{few if view.people(count) is None else count} {name}"
                for name, count in of.items()
            )
            for session, of in counts.items()
        }


def impression_sheets(impressions: Impressions) -> tuple[Sheet, ...]:
    """Report 3: the heads, what was said, what is done."""
    sheets = (_heads(impressions), _said(impressions))
    return sheets if impressions.view.edition.public else (*sheets, _to_do(impressions))


def report_state(view: View, row: SessionRow) -> Cell:
    """How far the report of a session is, as a marked word."""
    words = view.terms("report_status")(row.report_status or "GEEN")
    return Marked(words, REPORT_MARKS.get(row.report_status, Mark.ABSENT))


def _heads(impressions: Impressions) -> Sheet:
    view = impressions.view
    columns = (
        shown(SESSION, "code", 16, Kind.CODE),
        shown(SESSION, "date", 21, Kind.DATE),
        shown(SESSION, "title", 46),
        shown(SESSION, "kind", 30),
        shown(SESSION, "level", 23),
        shown(SESSION, "phase", 27),
        shown(SESSION, "question", 46, Kind.LONG),
        Shown(ATTENDING, 40),
        shown(SESSION, "report_status", 28, Kind.MARK),
        shown(SESSION, "impression", 90, Kind.LONG),
        shown(SESSION, "deviation", 36, Kind.LONG),
        Shown(FEEDBACK_DUE, 27, Kind.DATE),
    )
    kind, level = view.terms("session_kind"), view.terms("level")

    def rows() -> Iterator[Sequence[Cell]]:
        for each in impressions.shown:
            row = each.session
            yield (
                row.code,
                row.date,
                row.title,
                kind(row.kind),
                level(row.level),
                view.phase(row.phase),
                row.question,
                each.present,
                report_state(view, row),
                row.impression,
                "\n".join(filter(None, (row.deviation, row.deviation_reason))),
                each.feedback_due,
            )

    return view.sheet(IMPRESSIONS, Words("Impressies", "Impressions"), columns, rows)


def _said(impressions: Impressions) -> Sheet:
    view, answers = impressions.view, impressions.answers
    columns = (
        Shown(SESSION.words, 17, Kind.TEXT),
        shown(INPUT, "code", 17, Kind.CODE),
        shown(INPUT, "summary", 110, Kind.LONG),
        shown(INPUT, "theme", 50),
        shown(INPUT, "group", 46),
        Shown(FATE, 44, Kind.MARK, answer_column("status", 1).privacy),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for each in impressions.shown:
            for row in impressions.said(each.session.code):
                said = row.input
                yield (
                    each.session.code,
                    said.code,
                    core_of(said),
                    view.theme(said.theme),
                    view.group_list(said.groups),
                    answers.fate(answers.of(row.subject)),
                )

    return view.sheet(SAID, Words("Gezegd", "Said"), columns, rows, choosable=True)


def _to_do(impressions: Impressions) -> Sheet:
    view = impressions.view
    columns = (
        Shown(SESSION.words, 17, Kind.TEXT),
        shown(FOLLOW_UP, "code", 17, Kind.CODE),
        shown(FOLLOW_UP, "description", 110, Kind.LONG),
        shown(FOLLOW_UP, "owner", 50),
        shown(FOLLOW_UP, "due", 26, Kind.DATE),
        shown(FOLLOW_UP, "status", 36, Kind.MARK),
    )
    status = view.terms("follow_up_status")

    def rows() -> Iterator[Sequence[Cell]]:
        for each in impressions.shown:
            for row in each.follow_ups:
                mark = marks.FOLLOW_UP.get(row.status, Mark.OPEN)
                yield (
                    each.session.code,
                    row.code,
                    row.description,
                    row.owner,
                    row.due,
                    Marked(status(row.status), mark) if row.status else "",
                )

    return view.sheet(TO_DO, Words("Doen", "ToDo"), columns, rows)
