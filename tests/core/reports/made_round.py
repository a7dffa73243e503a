"""A round made up for tests: rows as a source hands them, with canaries an edition must hide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple

from samen_desktop.core.privacy import Register
from samen_desktop.core.reports.answer_rows import (
    NOWHERE,
    AnsweredRow,
    AnswerRow,
    ChapterRow,
    FeedbackRow,
    SubjectRow,
)
from samen_desktop.core.reports.catalogue import REPORTS, workbook
from samen_desktop.core.reports.editions import Edition
from samen_desktop.core.reports.filters import NONE, Filters
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
from samen_desktop.core.reports.sheet import Workbook
from samen_desktop.core.reports.view import Label, View
from samen_desktop.core.vocabulary import shipped
from samen_desktop.core.words import Language

CANARY = "KANARIE"
"""Begins every text that the edition for colleagues must not hold."""

PHASES = (
    PhaseRow("p0", "0", "Voorbereiden", "2022-01-01", "2022-03-31"),
    PhaseRow("p1", "1", "Ophalen en plan", "2022-04-01", "2022-09-28"),
    PhaseRow("p2", "2", "Uitwerken", "2022-09-29", "2022-12-31"),
)
GROUPS = (
    GroupRow("g1", "ouders", True),
    GroupRow("g2", "ervaringsdeskundigen", True),
    GroupRow("g3", "adviesorganen", True),
    GroupRow("g4", "jeugdhulporganisaties", True),
    GroupRow("g5", "bonden", False),
)
THEMES = (
    ThemeRow("t1", "TH1", "Afbakening basis–specialistisch", "", ""),
    ThemeRow(
        "t2", "TH4", "Continuïteit en overgang (tussen wal en schip)", "Wie valt ertussen?", ""
    ),
    ThemeRow("t3", "TH4.1", "Lopende behandelrelaties", "", "t2"),
    ThemeRow("t4", "TH9", "Rechtspositie, klacht, privacy", "", ""),
)
STAKEHOLDER = StakeholderRow(
    "S-001", "Aanbieder A (fictief)", "JEUGDH", ("g4",), "UITVO", "HOOG", "HOOG", "MEEDEN",
    f"{CANARY} is tegen", "https://example.org", f"{CANARY} belt liever", "COLLEG",
)  # fmt: skip
STAKEHOLDERS = (
    STAKEHOLDER,
    replace(STAKEHOLDER, code="S-002", name="Bond A (fictief)", kind="VAKBO", groups=("g4", "g5")),
    replace(STAKEHOLDER, code="S-003", name=f"{CANARY} stil overleg", privacy="INTERN"),
)
SESSION = SessionRow(
    "SE-01", "Ouders in gesprek, wijkcentrum", "OUDER", "p1", "RAADPL", "2022-05-18", "19:30",
    "21:30", "Wijkcentrum De Es", "Wat hebben ouders nodig om mee te kunnen denken?",
    "coördinator", "GEHOUD", "VASTG", 40, 26, "COLLEG",
)  # fmt: skip
SESSIONS = (
    SESSION,
    replace(SESSION, code="SE-02", title="Kleine aanbieders en zelfstandigen", kind="RONDE",
            date="2022-04-14", invited=20, present=17),
    replace(SESSION, code="SE-03", title="Advies op het concept", kind="SCHRIF", date="2022-03",
            phase="p0", begin="", end="", present=None, invited=None),
    replace(SESSION, code="SE-04", title="Ervaringsdeskundigen", status="GEPL", date="2022-06-28",
            present=None, report_status="GEEN"),
    replace(SESSION, code="SE-05", title=f"{CANARY} besloten", privacy="INTERN"),
)  # fmt: skip
VISIT = AttendanceRow(
    "SE-01", "Ouders in gesprek, wijkcentrum", "OUDER", "2022-05-18", "GEHOUD", "p1", "", "g1", 40,
    26, "VOLWAS", "", "COLLEG",
)  # fmt: skip
ATTENDANCE = (
    VISIT,
    replace(VISIT, session="SE-02", title="Kleine aanbieders en zelfstandigen", group="",
            stakeholder="S-001", date="2022-04-14", session_kind="RONDE", present=9, invited=10),
    replace(VISIT, session="SE-02", title="Kleine aanbieders en zelfstandigen", group="",
            stakeholder="S-002", date="2022-04-14", session_kind="RONDE", present=8, invited=10),
    replace(VISIT, session="SE-03", title="Advies op het concept", group="g3", date="2022-03",
            session_kind="SCHRIF", phase="p0", present=None, invited=None),
    replace(VISIT, session="SE-04", title="Ervaringsdeskundigen", group="g2", status="GEPL",
            date="2022-06-28", present=None),
    replace(VISIT, session="SE-05", title=f"{CANARY} besloten", group="g1", privacy="INTERN"),
)  # fmt: skip
INPUT = InputRow(
    "I-0001", "SE-01", "p1", (), ("Ouder 4",), ("g1",), "2022-05-18", "",
    "Waar kan ik heen als ik het niet eens ben zonder beschikking? Ik kreeg drie keer een ander "
    "antwoord.\nEn wie belt mij terug?", "t4", (), "ZORG", "KRITI", "NORM", "GECOD", "OVG",
    f"{CANARY} kent de wethouder", "COLLEG",
)  # fmt: skip
_WORDS = (
    "Bang om tussen wal en schip te vallen bij de overgang.",
    "Laat lopende behandelrelaties uitlopen; " * 7 + "dat is voor kinderen het rustigst.",
    "Beschrijf met voorbeelden wat basis en wat specialistisch is.",
    "=1+1 zei iemand, en niemand lachte",
    "Eén telefoonnummer, en binnen vijf dagen terugkoppeling.",
)
_STATUSES = ("OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN")


def inputs(count: int) -> Iterator[InputRow]:
    """So many inputs, in the order of their codes; every fiftieth is internal."""
    yield INPUT
    for number in range(2, count + 1):
        yield replace(
            INPUT,
            code=f"I-{number:04d}",
            session=f"SE-0{1 + number % 3}",
            phase="p0" if number % 3 == 2 else "p1",
            stakeholders=("S-001", "S-002", "S-003")[: number % 4],
            participants=() if number % 4 else (f"Ouder {number % 9}",),
            groups=(("g1",), ("g4",), ("g4", "g5"), ())[number % 4],
            date=f"2022-0{4 + number % 3}-{10 + number % 18}",
            summary="" if number % 3 else "Kern in één regel",
            words=_WORDS[number % len(_WORDS)],
            theme=("t1", "t2", "t3", "t4", "")[number % 5],
            side_themes=("t1",) if number % 7 == 0 else (),
            status=_STATUSES[number % len(_STATUSES)],
            privacy="INTERN" if number % 50 == 0 else "COLLEG",
        )


FOLLOW_UP = FollowUpRow(
    "A-001", "Vragen over rechtspositie uitzoeken met juridische zaken", "SE-01", "beleidsadviseur",
    "2022-06-10", "OPEN", "", "", "", "COLLEG",
)  # fmt: skip
FOLLOW_UPS = (
    FOLLOW_UP,
    replace(
        FOLLOW_UP, code="A-002", status="GEREED", done_on="2022-06-01", result="Brief verstuurd"
    ),
    replace(FOLLOW_UP, code="A-003", due="2022-05", status="LOOPT"),
    replace(FOLLOW_UP, code="A-004", due="2022-06-20", status="WACHT"),
    replace(FOLLOW_UP, code="A-005", description=f"{CANARY} intern", privacy="INTERN"),
)


@dataclass
class MadeRound:
    """An OverviewSource over rows in memory; the inputs are made while they are read."""

    count: int = 60
    name: str = "SAMEN 2022"
    demo: bool = True
    phase_rows: tuple[PhaseRow, ...] = PHASES
    group_rows: tuple[GroupRow, ...] = GROUPS
    theme_rows: tuple[ThemeRow, ...] = THEMES
    stakeholder_rows: tuple[StakeholderRow, ...] = STAKEHOLDERS
    session_rows: tuple[SessionRow, ...] = SESSIONS
    attendance_rows: tuple[AttendanceRow, ...] = ATTENDANCE
    follow_up_rows: tuple[FollowUpRow, ...] = FOLLOW_UPS
    input_rows: tuple[InputRow, ...] | None = None
    names: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    @classmethod
    def empty(cls) -> MadeRound:
        return cls(0, "Leeg", False, (), (), (), (), (), (), (), ())

    def cover(self) -> Cover:
        count = self.count if self.input_rows is None else len(self.input_rows)
        return Cover(
            round=self.name,
            municipality="Groningen",
            demo=self.demo,
            as_of=datetime(2022, 6, 20, 8, 55),  # noqa: DTZ001 - local, as the round says it
            inputs=count,
        )

    def register(self) -> Register:
        return Register(self.names)

    def phases(self) -> Iterator[PhaseRow]:
        return iter(self.phase_rows)

    def groups(self) -> Iterator[GroupRow]:
        return iter(self.group_rows)

    def themes(self) -> Iterator[ThemeRow]:
        return iter(self.theme_rows)

    def stakeholders(self) -> Iterator[StakeholderRow]:
        return iter(self.stakeholder_rows)

    def sessions(self) -> Iterator[SessionRow]:
        return iter(self.session_rows)

    def attendance(self) -> Iterator[AttendanceRow]:
        return iter(self.attendance_rows)

    def inputs(self) -> Iterator[InputRow]:
        if self.input_rows is not None:
            return iter(self.input_rows)
        return inputs(self.count) if self.count else iter(())

    def follow_ups(self) -> Iterator[FollowUpRow]:
        return iter(self.follow_up_rows)

    # --- answers: three inputs to a bundle, each status with all that belongs to it ---

    def answered(self) -> Iterator[AnsweredRow]:
        for number, row in enumerate(self.inputs()):
            yield AnsweredRow(row, self.subject(row, number))

    def subject(self, row: InputRow, number: int) -> SubjectRow:
        bundle = f"B-{number // 3 + 1:02d}" if number % 7 else ""
        return SubjectRow(
            bundle, "Terug te vinden zijn", "Mensen willen weten wat ermee gebeurt.", row.theme,
            f"{CANARY} behandelaar", False, answer(row.status),
        )  # fmt: skip

    def themes_answered(self) -> tuple[str, ...]:
        return tuple(row.key for row in self.theme_rows)

    def subjects(self, theme: str) -> Iterator[tuple[SubjectRow, tuple[AnsweredRow, ...]]]:
        for row in self.answered():
            if row.input.theme == theme:
                yield row.subject, (row,)

    def own_changes(self) -> Iterator[AnsweredRow]:
        return iter(())

    def of_session(self, code: str) -> Iterator[AnsweredRow]:
        return (row for row in self.answered() if row.input.session == code)

    def processed(self, *, before: bool = False) -> Iterator[tuple[ChapterRow, AnsweredRow]]:
        for row in self.answered():
            yield row.subject.answer.place, row

    def feedback(self) -> Iterator[FeedbackRow]:
        for row in self.answered():
            yield FeedbackRow(
                "S-001", "", ("", 0), "", row.input.session, (row,), "EMAIL", "2022-06-30", "",
                "GEPL", False, f"{CANARY} eigen tekst", f"{CANARY} opmerking",
            )  # fmt: skip


PLACE = ChapterRow("c1", "6.2", "Rechtspositie", "6 Waar u heen kunt", f"{CANARY}", "INBEW", "0.9")


def answer(status: str) -> AnswerRow:
    """A published answer of that status; none where nothing was weighed."""
    if status == "OPN":
        return AnswerRow(place=NOWHERE)
    return AnswerRow(
        status=status,
        text="Wie het niet eens is met de hulp, kan een tweede gesprek vragen.",
        reason="Op papier bij elke vorm van hulp kost te veel tijd." if status != "OVG" else "",
        was="Er stond niets over onenigheid.",
        change="Nieuwe alinea over de route bij onenigheid.",
        place=PLACE,
        state="PUBL",
        approved_by=f"{CANARY} wethouder",
        version=1,
        published="2022-06-10",
    )


class Made(NamedTuple):
    """A workbook and, once it was read, the rows held back by sheet."""

    workbook: Workbook
    held_back: Mapping[str, int]


def reports(
    made: MadeRound,
    *names: str,
    edition: Edition,
    language: Language = "nl",
    label: Label | None = None,
    filters: Filters = NONE,
) -> Made:
    """These reports of a round as one workbook."""
    view = View(made, edition, language, label or dutch, filters)
    return Made(workbook([REPORTS[name] for name in names], made, view), view.tally.held_back)


def overview(made: MadeRound, *, edition: Edition, language: Language, label: Label) -> Made:
    """The overview alone."""
    return reports(made, "overview", edition=edition, language=language, label=label)


def dutch(vocabulary: str, code: str) -> str:
    """The label a code was shipped with."""
    words = shipped(vocabulary, code)
    return words.nl if words else code


def english(vocabulary: str, code: str) -> str:
    """The same in English."""
    words = shipped(vocabulary, code)
    return words.en if words else code
