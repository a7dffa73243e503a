"""The nota van beantwoording as a text: about this nota, in numbers, the talks, the answers.

For a council member who reads it on paper: per theme what was said, by whom, what we answer and
what was done with it. Nothing here is held in memory beyond one bundle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samen_desktop.core.answers import needs_reason
from samen_desktop.core.inputs import INPUT
from samen_desktop.core.sessions import SESSION
from samen_desktop.core.words import Words

from . import marks
from .answer_rows import AnsweredRow, AnswerRow, SubjectRow
from .counting import Voices
from .document import Block, Contents, Facts, Grid, Heading, Look, Paragraph
from .guide import held_rows, legend_rows
from .lists import SESSIONS, core_of
from .nota import NOTA, Answers, visible
from .sheet import Cell, Column, Kind
from .view import View

_ABOUT = Words("Over deze nota", "About this memorandum")
_NUMBERS = Words("De inbreng in cijfers", "The inputs in numbers")
_TALKS = Words("De gesprekken", "The talks")
_THEMES = Words("Beantwoording per thema", "Answers by theme")
_OWN = Words("Ambtshalve wijzigingen", "Changes by officials")
_NO_THEME = Words("Overig", "Other")
_WHAT = Words("Wat is gezegd", "What was said")
_ANSWER = Words("Ons antwoord", "Our answer")
_PENDING = Words(
    "Deze inbreng is nog in behandeling. Zodra er een antwoord is, komt het in de volgende versie.",
    "This is still being considered. As soon as there is an answer it comes in the next version.",
)
_FATE = Words("Verwerking", "Processing")
_WHY = {
    "DEE": Words("Waarom niet alles", "Why not all"),
    "NOV": Words("Waarom niet", "Why not"),
}
_REASON = Words("Motivering", "Reason")
_CHANGE = Words("Wijziging in het plan", "Change in the plan")
_PLACE = Words("Vindplaats", "Place in the plan")
_VERSION = Words("Versie van het antwoord", "Version of the answer")
_STATE = Words("Status antwoord", "State of the answer")
_MANY = Words(
    "Over dit thema kregen wij {inputs}, in {sessions} en van {groups}. {bundles}",
    "About this theme we received {inputs}, in {sessions} and from {groups}. {bundles}",
)
_BUNDLED = Words(
    "Wij beantwoorden ze in {subjects}.",
    "We answer them in {subjects}.",
)
_CODES = Words(
    "Personen staan in deze nota met een code; wie meedeed, kent de eigen code.",
    "Persons appear in this memorandum by a code; who took part knows their own.",
)


_HOW = Words(
    "In deze nota staat wat er is gezegd over het plan, wat wij daarop antwoorden en wat er in het "
    "plan is veranderd. Wat over hetzelfde gaat, staat bij elkaar en krijgt samen één antwoord. "
    "Elke inbreng houdt zijn eigen nummer: zo vindt u terug wat er met uw inbreng is gedaan.",
    "This memorandum tells what was said about the plan, what we answer and what was changed in "
    "the plan. What is about the same stands together and gets one answer. Each input keeps its "
    "own number: so you find back what was done with yours.",
)


_WHOLE = 600
"""Signs up to which what somebody said is printed whole."""


class NotaText:
    """The nota of one edition as blocks."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._view: View = answers.view
        self._themes = tuple(filter(self._view.sieve.theme, answers.source.themes_answered()))

    def blocks(self) -> Iterator[Block]:
        """In reading order; what is counted is counted before it is told."""
        view, say = self._view, self._view.say
        counted = self._count()
        yield Contents(say(Words("Inhoud", "Contents")), tuple(self._entries()))
        yield Heading(say(_ABOUT), 1, "1", fresh=True)
        yield Paragraph(say(_HOW))
        yield Paragraph(say(_CODES))
        yield Facts(say(_ABOUT), list(held_rows(view)))
        yield Heading(say(_NUMBERS), 1, "2")
        yield from self._numbers(counted)
        yield Heading(say(_TALKS), 1, "3")
        yield self._talks()
        yield Heading(say(_THEMES), 1, "4", fresh=True)
        for number, theme in enumerate(self._themes, 1):
            yield from self._theme(theme, number)
        yield from self._own_changes()

    def _entries(self) -> Iterator[Heading]:
        say = self._view.say
        for number, words in enumerate((_ABOUT, _NUMBERS, _TALKS, _THEMES), 1):
            yield Heading(say(words), 1, str(number))
        for number, theme in enumerate(self._themes, 1):
            yield Heading(self._theme_name(theme), 2, f"4.{number}")

    def _theme_name(self, key: str) -> str:
        named = {row.key: row.name for row in self._view.themes}
        return named.get(key) or self._view.say(_NO_THEME)

    def _count(self) -> Voices:
        """All inputs once, so that the first pages can say how many there are."""
        voices = Voices()
        for row in self._answers.allowed(NOTA, self._answers.source.answered()):
            voices.hear(row)
            self._view.tally.hear(row.input, self._answers.of(row.subject).status)
        self._view.tally.shown[self._view.say(NOTA)] = voices.inputs
        return voices

    def _numbers(self, counted: Voices) -> Iterator[Block]:
        view, say = self._view, self._view.say
        words = Words(
            "Deze nota bevat {inputs}, uit {sessions}, van {parties} en {persons}.",
            "This memorandum holds {inputs}, from {sessions}, by {parties} and {persons}.",
        )
        yield Paragraph(
            say(
                words.fill(
                    inputs=say(_inputs(counted.inputs)),
                    sessions=say(_sessions(counted.sessions)),
                    parties=say(_parties(counted.parties)),
                    persons=say(_persons(counted.persons)),
                )
            )
        )
        rows: list[Sequence[Cell]] = []
        for (label, means), code in zip(legend_rows(view), marks.PROCESSING, strict=True):
            rows.append((label, view.tally.statuses[code], means))
        caption = Words("Inbreng per verwerking", "Inputs by processing")
        yield Grid(
            say(caption),
            (
                Column(say(_FATE), 50, Kind.MARK),
                Column(say(Words("Aantal", "Number")), 20, Kind.NUMBER),
                Column(say(Words("Betekenis", "Meaning")), 100),
            ),
            rows,
            caption=say(caption),
        )
        yield Paragraph(
            say(
                Words(
                    "Wat niet of niet helemaal is overgenomen, staat hierna met de reden erbij.",
                    "What was not adopted, or not in full, stands below with the reason.",
                )
            ),
            Look.NOTE,
        )

    def _talks(self) -> Block:
        view = self._view
        kind = view.terms("session_kind")
        rows = [
            (row.code, row.date, row.title, kind(row.kind), view.people_of(row))
            for row in view.allowed(SESSIONS, view.source.sessions())
            if row.status == "GEHOUD"
        ]
        caption = view.say(Words("Gesprekken en brieven", "Talks and letters"))
        return Grid(
            caption,
            (
                Column(view.say(INPUT.field("code").words), 17, Kind.CODE),
                Column(view.say(SESSION.field("date").words), 25, Kind.DATE),
                Column(view.say(SESSION.field("title").words), 72),
                Column(view.say(SESSION.field("kind").words), 36),
                Column(view.say(Words("Aanwezig", "Present")), 20, Kind.NUMBER),
            ),
            rows,
            caption=caption,
        )

    def _theme(self, theme: str, number: int) -> Iterator[Block]:
        yield Heading(self._theme_name(theme), 2, f"4.{number}")
        voices, subjects = Voices(), 0
        for _, rows in self._shown(theme):
            subjects += 1
            for row in rows:
                voices.hear(row)
        if not subjects:
            yield Paragraph(
                self._view.say(
                    Words(
                        "Bij dit thema is geen inbreng die in deze editie past.",
                        "There is no input on this theme that fits this edition.",
                    )
                )
            )
            return
        yield Paragraph(self._intro(voices, subjects), Look.LEAD)
        for subject, rows in self._shown(theme):
            yield from self._subject(subject, rows)

    def _shown(self, theme: str) -> Iterator[tuple[SubjectRow, tuple[AnsweredRow, ...]]]:
        for subject, inputs in self._answers.source.subjects(theme):
            rows = tuple(visible(self._answers, inputs))
            if rows:
                yield subject, rows

    def _intro(self, voices: Voices, subjects: int) -> str:
        say = self._view.say
        bundled = _BUNDLED.fill(subjects=say(_subjects(subjects)))
        return say(
            _MANY.fill(
                inputs=say(_inputs(voices.inputs)),
                sessions=say(_sessions(voices.sessions)),
                groups=say(_groups(len(voices.groups))),
                bundles=say(bundled) if voices.inputs > 1 else "",
            )
        ).strip()

    def _subject(self, subject: SubjectRow, rows: Sequence[AnsweredRow]) -> Iterator[Block]:
        say, first = self._view.say, rows[0].input
        title = subject.title or core_of(first)
        yield Heading(title, 3, subject.bundle or first.code)
        yield Paragraph(say(_WHAT), Look.LABEL)
        if subject.summary:
            yield Paragraph(subject.summary, Look.LEAD)
        yield self._inputs(rows, subject)
        yield from self._answer(self._answers.of(subject))

    def _inputs(self, rows: Sequence[AnsweredRow], subject: SubjectRow) -> Grid:
        view, answers = self._view, self._answers
        say = view.say
        name = Words("Inbreng bij {code}", "Inputs of {code}").fill(
            code=subject.bundle or rows[0].input.code
        )
        return Grid(
            say(name),
            (
                Column(say(INPUT.field("code").words), 18, Kind.CODE),
                Column(say(INPUT.field("submitter").words), 38),
                Column(say(Words("Bron", "Source")), 16),
                Column(say(INPUT.words), 98),
            ),
            [
                (row.input.code, answers.submitters(row), row.input.session, _said(row, subject))
                for row in rows
            ],
        )

    def _answer(self, answer: AnswerRow) -> Iterator[Block]:
        view, answers = self._view, self._answers
        say = view.say
        yield Paragraph(say(_ANSWER), Look.LABEL)
        yield Paragraph(answer.text or say(_PENDING), Look.LEAD)
        why = _WHY.get(answer.status, _REASON)
        reason = answer.reason if needs_reason(answer.status) or answer.reason else ""
        facts: list[tuple[str, Cell]] = [(say(_FATE), answers.fate(answer))]
        facts += [(say(why), reason)] if reason else []
        facts += [(say(_CHANGE), answer.change)] if answer.change else []
        facts += [(say(_PLACE), answers.place(answer.place))] if answer.place.key else []
        facts += [(say(_VERSION), answers.version(answer))] if answer.published else []
        if not view.edition.public and answer.state:
            facts.append((say(_STATE), answers.state(answer.state)))
        yield Facts(say(_ANSWER), facts)

    def _own_changes(self) -> Iterator[Block]:
        begun = False
        for row in visible(self._answers, self._answers.source.own_changes()):
            if not begun:
                begun = True
                yield Heading(self._view.say(_OWN), 1, "5", fresh=True)
            yield from self._subject(row.subject, (row,))


def _said(row: AnsweredRow, subject: SubjectRow) -> str:
    """What a line of a bundle comes down to; an input by itself has its core above it already."""
    words = row.input.words
    alone = not subject.bundle and len(words) <= _WHOLE
    return words if alone else core_of(row.input)


def _number(count: int, one: Words, many: Words) -> Words:
    return one if count == 1 else many.fill(count=count)


def _inputs(count: int) -> Words:
    return _number(
        count, Words("1 inbreng", "1 input"), Words("{count} inbrengen", "{count} inputs")
    )


def _sessions(count: int) -> Words:
    return _number(
        count, Words("1 sessie", "1 session"), Words("{count} sessies", "{count} sessions")
    )


def _groups(count: int) -> Words:
    return _number(count, Words("1 groep", "1 group"), Words("{count} groepen", "{count} groups"))


def _subjects(count: int) -> Words:
    return _number(
        count, Words("1 onderwerp", "1 subject"), Words("{count} onderwerpen", "{count} subjects")
    )


def _parties(count: int) -> Words:
    return _number(
        count,
        Words("1 organisatie", "1 organisation"),
        Words("{count} organisaties", "{count} organisations"),
    )


def _persons(count: int) -> Words:
    return _number(
        count, Words("1 persoon", "1 person"), Words("{count} personen", "{count} persons")
    )
