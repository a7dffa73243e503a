"""The nota van beantwoording as sheets: each input with its answer, and the bundles they stand in.

The columns are those of the domain handbook (11, report 1). The public reads an answer once it is
approved; before that it reads that it is still being considered. A number that was not adopted
never stands without its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from samen_desktop.core.answers import ANSWER_FIELDS, BUNDLE, PREFIX, leads_to_change
from samen_desktop.core.fields import Field
from samen_desktop.core.inputs import INPUT, OWN_CHANGE
from samen_desktop.core.words import Words

from . import marks
from .answer_rows import PENDING, AnsweredRow, AnswerRow, AnswerSource, ChapterRow, SubjectRow
from .counting import count
from .holding import settled
from .lists import core_of
from .marks import Marked
from .reach_sheet import shown_date
from .sheet import Cell, Kind, Sheet
from .view import Shown, View, shown

NOTA = Words("Nota van beantwoording", "Response memorandum")
SUBJECTS = BUNDLE.words_plural

ABOUT: Mapping[Words, Words] = {
    NOTA: Words(
        "Elke inbreng op een eigen rij, met het antwoord dat erbij hoort. Inbreng in een bundel "
        "deelt het antwoord van die bundel.",
        "Each input in a row of its own, with the answer that belongs to it. Inputs in a bundle "
        "share the answer of that bundle.",
    ),
    SUBJECTS: Words(
        "Inbreng die over hetzelfde gaat en samen één antwoord krijgt. Sessies, partijen en "
        "personen zijn apart geteld: tien opmerkingen van één partij zijn geen tien partijen.",
        "Inputs about the same that get one answer together. Sessions, parties and persons are "
        "counted apart: ten remarks of one party are not ten parties.",
    ),
}

_FIELDS = {field.name.removeprefix(PREFIX): field for field in ANSWER_FIELDS}
_BY_OFFICIALS = Words("ambtshalve", "by officials")


class Answers:
    """How answers are said in one edition: which one counts, and its words."""

    def __init__(self, view: View, source: AnswerSource) -> None:
        self.view = view
        self.source = source
        status = view.terms("processing_status")
        self.leads = view.terms("leads_to_change")
        self.state = view.terms("answer_state")
        self._fates = {code: Marked(status(code), mark) for code, mark in marks.PROCESSING.items()}

    def of(self, subject: SubjectRow) -> AnswerRow:
        """The answer this edition reads."""
        if not self.view.edition.public:
            return subject.answer
        return settled(subject) or PENDING

    def fate(self, answer: AnswerRow) -> Cell:
        return self._fates.get(answer.status, answer.status)

    def leads_to(self, answer: AnswerRow) -> str:
        return self.leads(answer.leads_to_change or leads_to_change(answer.status))

    def version(self, answer: AnswerRow) -> str:
        """Which version it is and when that was published; empty before the first one."""
        if not answer.published:
            return ""
        return f"{answer.version} ({shown_date(answer.published)})"

    def place(self, chapter: ChapterRow) -> str:
        """Where in the plan, with the version of the plan that says so."""
        if not chapter.version:
            return chapter.name
        words = Words("{name} (versie {version})", "{name} (version {version})")
        return self.view.say(words.fill(name=chapter.name, version=chapter.version))

    def allowed(self, sheet: Words, rows: Iterable[AnsweredRow]) -> Iterator[AnsweredRow]:
        """The rows this edition may show; counts what it holds back."""
        for row in rows:
            if next(self.view.allowed(sheet, (row.input,)), None) is None:
                continue
            held = self.view.gate.holds_subject(row.subject, row.input.code)
            if held is None:
                yield row
            else:
                self.view.hold(self.view.say(sheet), held)

    def submitters(self, row: AnsweredRow) -> str:
        """Who said it; an official's own change has nobody and says so."""
        who = self.view.submitters(row.input)
        own = row.input.kind == OWN_CHANGE and not who
        return self.view.say(_BY_OFFICIALS) if own else who


def answer_column(name: str, width: int, kind: Kind = Kind.TEXT) -> Shown:
    """A column that shows a field of an answer."""
    field: Field = _FIELDS[name]
    return Shown(field.words, width, kind, field.privacy)


def nota_sheet(answers: Answers, *, hears: bool = True) -> Sheet:
    """Report 1: one row for each input; fills the tally unless another sheet does."""
    view = answers.view
    columns = (
        shown(INPUT, "code", 16, Kind.CODE),
        shown(INPUT, "submitter", 24),
        shown(INPUT, "group", 34),
        Shown(Words("Bron", "Source"), 14),
        shown(INPUT, "date", 20, Kind.DATE),
        Shown(Words("Samenvatting inbreng", "Summary of input"), 44, Kind.LONG),
        shown(INPUT, "theme", 25),
        shown(INPUT, "bundle", 14),
        answer_column("text", 54, Kind.LONG),
        answer_column("status", 28, Kind.MARK),
        answer_column("reason", 40, Kind.LONG),
        Shown(Words("Leidt tot aanpassing", "Leads to change"), 22),
        answer_column("change", 36, Kind.LONG),
        answer_column("place", 28),
        answer_column("version", 21),
        answer_column("state", 19),
        shown(INPUT, "handler", 24),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for row in answers.allowed(NOTA, answers.source.answered()):
            if hears:
                view.tally.hear(row.input, answers.of(row.subject).status)
            yield _nota_row(answers, row)

    return view.sheet(NOTA, Words("Nota", "Memorandum"), columns, rows, choosable=True)


def _nota_row(answers: Answers, row: AnsweredRow) -> Sequence[Cell]:
    view, said, answer = answers.view, row.input, answers.of(row.subject)
    return (
        said.code,
        answers.submitters(row),
        view.group_list(said.groups),
        said.session,
        said.date,
        core_of(said),
        view.theme(said.theme),
        row.subject.bundle,
        answer.text,
        answers.fate(answer),
        answer.reason,
        answers.leads_to(answer),
        answer.change,
        answers.place(answer.place),
        answers.version(answer),
        answers.state(answer.state),
        row.subject.handler,
    )


def subjects_sheet(answers: Answers) -> Sheet:
    """The bundles, each with what it counts: inputs, sessions, parties, persons."""
    view = answers.view
    columns = (
        shown(BUNDLE, "code", 15, Kind.CODE),
        shown(BUNDLE, "title", 40),
        shown(BUNDLE, "summary", 56, Kind.LONG),
        shown(BUNDLE, "theme", 30),
        Shown(INPUT.words_plural, 18, Kind.NUMBER),
        Shown(Words("Sessies", "Sessions"), 18, Kind.NUMBER),
        Shown(Words("Organisaties", "Organisations"), 25, Kind.NUMBER),
        Shown(Words("Personen", "Persons"), 21, Kind.NUMBER),
        answer_column("text", 60, Kind.LONG),
        answer_column("status", 28, Kind.MARK),
        answer_column("reason", 42, Kind.LONG),
        answer_column("change", 40, Kind.LONG),
        answer_column("place", 30),
        answer_column("version", 21),
        answer_column("state", 19),
        shown(BUNDLE, "handler", 24),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for theme in filter(view.sieve.theme, answers.source.themes_answered()):
            for subject, inputs in answers.source.subjects(theme):
                shown_inputs = list(visible(answers, inputs)) if subject.bundle else []
                if shown_inputs:
                    yield _subject_row(answers, subject, shown_inputs)

    return view.sheet(SUBJECTS, Words("Bundels", "Bundles"), columns, rows)


def visible(answers: Answers, rows: Iterable[AnsweredRow]) -> Iterator[AnsweredRow]:
    """What may be shown of rows whose holding back is counted elsewhere."""
    view = answers.view
    classes = view.edition.row_classes()
    for row in rows:
        if not view.sieve.passes(row.input) or row.input.privacy not in classes:
            continue
        if view.gate.holds(row.input) is None and (
            view.gate.holds_subject(row.subject, row.input.code) is None
        ):
            yield row


def _subject_row(
    answers: Answers, subject: SubjectRow, inputs: Sequence[AnsweredRow]
) -> Sequence[Cell]:
    view, answer = answers.view, answers.of(subject)
    counted = count(inputs)
    return (
        subject.bundle,
        subject.title,
        subject.summary,
        view.theme(subject.theme),
        len(inputs),
        counted.sessions,
        counted.parties,
        view.people(counted.persons),
        answer.text,
        answers.fate(answer),
        answer.reason,
        answer.change,
        answers.place(answer.place),
        answers.version(answer),
        answers.state(answer.state),
        subject.handler,
    )
