"""The impressions as a text: per session its head, the impression, what was said, what we do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samen_desktop.core.inputs import INPUT, THEME
from samen_desktop.core.people import GROUP
from samen_desktop.core.rounds import PHASE
from samen_desktop.core.sessions import SESSION
from samen_desktop.core.words import Words

from .document import Block, Contents, Facts, Grid, Heading, Look, Paragraph
from .impressions import (
    ATTENDING,
    FATE,
    FEEDBACK_DUE,
    IMPRESSIONS,
    SAID,
    TO_DO,
    Impression,
    Impressions,
)
from .impressions import report_state as state_of
from .lists import core_of
from .reach_sheet import shown_date
from .sheet import Cell, Column, Kind

_OPEN = frozenset({"CONCEPT", "TERINZ"})
_NOTHING = Words(
    "Van deze sessie is geen inbreng die in deze editie past.",
    "Of this session there is no input that fits this edition.",
)
_DRAFT = Words(
    "Dit verslag is nog niet vastgesteld: deelnemers kunnen er nog op reageren.",
    "This report is not adopted yet: participants can still react to it.",
)
_NONE = Words(
    "Er is geen sessie waarvan de impressie in deze editie past.",
    "There is no session of which the impression fits this edition.",
)


def impression_blocks(impressions: Impressions) -> Iterator[Block]:
    """Each session on a new page."""
    view = impressions.view
    view.tally.shown[view.say(IMPRESSIONS)] = len(impressions.shown)
    entries = tuple(Heading(each.session.title, 1, each.session.code) for each in impressions.shown)
    if not entries:
        yield Paragraph(view.say(_NONE))
        return
    yield Contents(view.say(Words("Inhoud", "Contents")), entries)
    for each in impressions.shown:
        yield from _session(impressions, each)


def _session(impressions: Impressions, each: Impression) -> Iterator[Block]:
    say, row = impressions.view.say, each.session
    yield Heading(row.title, 1, row.code, fresh=True)
    yield Facts(row.title, _head(impressions, each))
    if row.report_status in _OPEN:
        yield Paragraph(say(_DRAFT), Look.NOTE)
    if row.impression:
        yield Heading(say(SESSION.field("impression").words), 2)
        yield Paragraph(row.impression)
    if row.deviation:
        yield Heading(say(SESSION.field("deviation").words), 2)
        yield Paragraph("\n".join(filter(None, (row.deviation, row.deviation_reason))))
    yield Heading(say(SAID), 2)
    yield _said(impressions, each) or Paragraph(say(_NOTHING))
    if each.follow_ups:
        yield Heading(say(TO_DO), 2)
        yield _to_do(impressions, each)


def _head(impressions: Impressions, each: Impression) -> list[tuple[str, Cell]]:
    view, row = impressions.view, each.session
    kind, level = view.terms("session_kind"), view.terms("level")
    when = " ".join(filter(None, (shown_date(row.date), _hours(row.begin, row.end))))
    facts: list[tuple[Words, Cell]] = [
        (SESSION.field("date").words, when),
        (SESSION.field("kind").words, kind(row.kind)),
        (SESSION.field("level").words, level(row.level)),
        (PHASE.words, view.phase(row.phase)),
        (SESSION.field("location").words, row.location),
        (SESSION.field("question").words, row.question),
        (ATTENDING, each.present),
        (SESSION.field("report_status").words, state_of(view, row)),
        (FEEDBACK_DUE, shown_date(each.feedback_due)),
    ]
    return [(view.say(words), value) for words, value in facts if value]


def _hours(begin: str, end: str) -> str:
    return f"({'–'.join(filter(None, (begin, end)))})" if begin or end else ""


def _said(impressions: Impressions, each: Impression) -> Grid | None:
    view, answers = impressions.view, impressions.answers
    rows: list[Sequence[Cell]] = [
        (
            row.input.code,
            core_of(row.input),
            view.theme(row.input.theme),
            view.group_list(row.input.groups),
            answers.fate(answers.of(row.subject)),
        )
        for row in impressions.said(each.session.code)
    ]
    view.tally.shown[view.say(SAID)] += len(rows)
    if not rows:
        return None
    return Grid(
        view.say(SAID),
        (
            Column(view.say(INPUT.field("code").words), 17, Kind.CODE),
            Column(view.say(INPUT.field("summary").words), 53),
            Column(view.say(THEME.words), 33),
            Column(view.say(GROUP.words), 38),
            Column(view.say(FATE), 29, Kind.MARK),
        ),
        rows,
        caption=view.say(
            Words("Inbreng in {code}", "Inputs in {code}").fill(code=each.session.code)
        ),
    )


def _to_do(impressions: Impressions, each: Impression) -> Grid:
    view = impressions.view
    say, status = view.say, view.terms("follow_up_status")
    return Grid(
        say(TO_DO),
        (
            Column(say(INPUT.field("code").words), 17, Kind.CODE),
            Column(say(Words("Actie", "Follow-up")), 82),
            Column(say(Words("Wie", "Who")), 30),
            Column(say(Words("Wanneer", "When")), 18, Kind.DATE),
            Column(say(Words("Status", "Status")), 23),
        ),
        [
            (row.code, row.description, row.owner, row.due, status(row.status))
            for row in each.follow_ups
        ],
    )
