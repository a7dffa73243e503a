"""The feedback list: who is told what was done with what they said, as a sheet for a mail merge.

Domain handbook 11, report 9. The text for each recipient follows from inputs and answers; own words
that somebody wrote stand before it. Where a child reads it, the sentences are shorter and plainer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samen_desktop.core.feedback import FEEDBACK, SENT
from samen_desktop.core.words import Words

from .answer_rows import PENDING, AnsweredRow, AnswerRow, FeedbackRow
from .document import Block, Heading, Look, Paragraph
from .holding import settled
from .lists import core_of
from .marks import Mark, Marked
from .nota import Answers, visible
from .reach_sheet import shown_date
from .rows import SessionRow
from .sheet import Cell, Kind, Sheet
from .view import Shown, View, shown

TELLING = Words("Terugkoppeling", "Feedback")
TEXTS = Words("Teksten", "Texts")

ABOUT: Mapping[Words, Words] = {
    TELLING: Words(
        "Wie wat te horen krijgt, over welke sessie, wanneer en hoe.",
        "Who is told what, about which session, when and how.",
    ),
    TEXTS: Words(
        "De tekst voor elke ontvanger, om samen te voegen in Word: één rij per ontvanger.",
        "The text for each recipient, to be used for a mail merge in Word: one row per recipient.",
    ),
}

_NUMBERS = Words("Inbreng-nrs", "Input nos.")
_IN_SHORT = Words("Antwoord in het kort", "The answer in short")
_TEXT = Words("Tekst voor de ontvanger", "Text for the recipient")
_SHORTEST = 160

_STATUS_MARKS: Mapping[str, Mark] = {
    "GEPL": Mark.OPEN,
    SENT: Mark.DONE,
    "VERV": Mark.ABSENT,
}


@dataclass(frozen=True, slots=True)
class Told:
    """One recipient as this edition names it, with what it may read back."""

    row: FeedbackRow
    name: str
    inputs: tuple[AnsweredRow, ...]


class Recipients:
    """The recipients of one edition, streamed; the sessions' titles are read once."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.view: View = answers.view
        self._sessions = {
            row.code: row
            for row in self.view.source.sessions()
            if self.view.gate.holds(row) is None
        }

    def all(self, *, counted: bool = True) -> Iterator[Told]:
        """Recipients in the order of the sessions; the public reads of those it may read of.

        What is held back is `counted` where it is told first.
        """
        for row in self.answers.source.feedback():
            kept = (
                self.answers.allowed(TELLING, row.inputs)
                if counted
                else visible(self.answers, row.inputs)
            )
            inputs = tuple(kept)
            passed = inputs or not (self.view.edition.public or self.view.filters)
            if passed:
                yield Told(row, self.name(row), inputs)

    def name(self, row: FeedbackRow) -> str:
        view = self.view
        if row.stakeholder:
            return view.stakeholder(row.stakeholder)
        return view.person(row.person, row.crowd) if row.person else view.group(row.group)

    def session(self, row: FeedbackRow) -> SessionRow | None:
        return self._sessions.get(row.session)


def feedback_sheet(recipients: Recipients) -> Sheet:
    """Report 9: one row for each recipient of each session."""
    view = recipients.view
    columns = (
        Shown(Words("Ontvanger", "Recipient"), 40, Kind.TEXT),
        Shown(Words("Sessie", "Session"), 18),
        Shown(_NUMBERS, 34),
        Shown(_IN_SHORT, 90, Kind.LONG),
        shown(FEEDBACK, "channel", 28),
        shown(FEEDBACK, "due", 22, Kind.DATE),
        shown(FEEDBACK, "sent", 22, Kind.DATE),
        shown(FEEDBACK, "status", 25, Kind.MARK),
        shown(FEEDBACK, "child_friendly", 28),
        shown(FEEDBACK, "remark", 36, Kind.LONG),
    )
    channel, status = view.terms("channel"), view.terms("feedback_status")
    answer_words = (view.say(Words("nee", "no")), view.say(Words("ja", "yes")))

    def rows() -> Iterator[Sequence[Cell]]:
        for told in recipients.all():
            row = told.row
            yield (
                told.name,
                row.session,
                ", ".join(each.input.code for each in told.inputs),
                in_short(recipients.answers, told.inputs),
                channel(row.channel),
                row.due,
                row.sent,
                Marked(status(row.status), _STATUS_MARKS.get(row.status, Mark.OPEN)),
                answer_words[row.child_friendly],
                row.remark,
            )

    return view.sheet(TELLING, Words("Terugkoppeling", "Feedback"), columns, rows, choosable=True)


def texts_sheet(recipients: Recipients) -> Sheet:
    """The letters, one row for each recipient."""
    view = recipients.view
    columns = (
        Shown(Words("Ontvanger", "Recipient"), 60, Kind.TEXT),
        Shown(Words("Sessie", "Session"), 22),
        Shown(_TEXT, 220, Kind.LONG),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        for told in recipients.all(counted=False):
            text = "\n".join(each.text for each in letter(recipients, told))
            yield told.name, told.row.session, text

    return view.sheet(TEXTS, Words("Teksten", "Texts"), columns, rows)


def in_short(answers: Answers, rows: Sequence[AnsweredRow]) -> str:
    """One line for each answer: which inputs, what is done, how it begins."""
    lines: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        answer = answers.of(row.subject)
        fate = answers.fate(answer)
        said = fate.text if isinstance(fate, Marked) else str(fate)
        begins = _first_sentence(answer.text)
        lines.setdefault((said, begins), []).append(row.input.code)
    return "\n".join(
        f"{', '.join(codes)}: {said}{'. ' if begins else ''}{begins}"
        for (said, begins), codes in lines.items()
    )


def letter(recipients: Recipients, told: Told) -> Iterator[Paragraph]:
    """The text for one recipient; it promises nothing that was not approved, in no edition."""
    say, view, row = recipients.view.say, recipients.view, told.row
    words = _CHILD if row.child_friendly else _ADULT
    party = bool(row.stakeholder)
    yield Paragraph(say((_DEAR_PARTY if party else words["dear"]).fill(name=told.name)))
    if row.text and not view.edition.public:
        yield Paragraph(row.text)
    session = recipients.session(row)
    if session is not None and session.date:
        opening = words["opening"].fill(date=shown_date(session.date), title=session.title)
        yield Paragraph(say(opening))
    for each in told.inputs:
        answer = settled(each.subject) or PENDING
        yield Paragraph(say(words["said"].fill(code=each.input.code)), Look.LABEL)
        yield Paragraph(core_of(each.input), Look.QUOTE)
        yield Paragraph(say(words["done"]), Look.LABEL)
        yield from _done(recipients.answers, answer, words)
    yield Paragraph(say(words["close"].fill(round=view.cover.round)))


def _done(answers: Answers, answer: AnswerRow, words: Mapping[str, Words]) -> Iterator[Paragraph]:
    say = answers.view.say
    if answer.status == "OPN":
        yield Paragraph(say(words["pending"]))
        return
    fate = answers.fate(answer)
    said = fate.text if isinstance(fate, Marked) else str(fate)
    yield Paragraph(f"{said[:1].upper()}{said[1:]}. {answer.text}".strip())
    if answer.reason:
        yield Paragraph(say(words["why"].fill(reason=answer.reason)))
    if answer.place.key:
        yield Paragraph(say(words["place"].fill(place=answers.place(answer.place))))


def feedback_blocks(recipients: Recipients) -> Iterator[Block]:
    """A page for each recipient, with the text to send."""
    view = recipients.view
    for told in recipients.all():
        view.tally.shown[view.say(TELLING)] += 1
        yield Heading(told.name, 1, told.row.session, fresh=True)
        yield from letter(recipients, told)


def _first_sentence(text: str) -> str:
    line = " ".join(text.split())
    end = line.find(". ")
    sentence = line if end < 0 else line[: end + 1]
    if len(sentence) <= _SHORTEST:
        return sentence
    return f"{sentence[:_SHORTEST].rpartition(' ')[0]} …"


_DEAR_PARTY = Words("Beste mensen van {name},", "Dear people of {name},")
_ADULT: Mapping[str, Words] = {
    "dear": Words("Beste {name},", "Dear {name},"),
    "opening": Words(
        "Op {date} dacht u met ons mee: {title}. Hieronder staat wat u inbracht en wat wij ermee "
        "doen.",
        "On {date} you thought along with us: {title}. Below is what you said and what we do with "
        "it.",
    ),
    "said": Words("Wat u zei ({code})", "What you said ({code})"),
    "done": Words("Wat wij ermee doen", "What we do with it"),
    "pending": Words(
        "Wij zijn hier nog mee bezig. U hoort van ons als er een antwoord is.",
        "We are still considering this. You will hear from us when there is an answer.",
    ),
    "why": Words("Waarom niet of niet alles: {reason}", "Why not, or not all: {reason}"),
    "place": Words("U vindt het terug in het plan: {place}.", "You find it in the plan: {place}."),
    "close": Words(
        "Dank voor uw bijdrage aan {round}. Hebt u een vraag, neem dan contact met ons op en noem "
        "het nummer dat bij uw inbreng staat.",
        "Thank you for your contribution to {round}. If you have a question, please contact us and "
        "give the number of your input.",
    ),
}
_CHILD: Mapping[str, Words] = {
    "dear": Words("Hallo {name},", "Hello {name},"),
    "opening": Words(
        "Op {date} heb je met ons gepraat. Hier lees je wat je zei. En wat wij ermee doen.",
        "On {date} you talked with us. Here you read what you said. And what we do with it.",
    ),
    "said": Words("Dit zei je ({code})", "This is what you said ({code})"),
    "done": Words("Dit doen wij ermee", "This is what we do with it"),
    "pending": Words(
        "We denken hier nog over na. Je hoort het van ons.",
        "We are still thinking about this. You will hear from us.",
    ),
    "why": Words("Waarom niet of niet alles? {reason}", "Why not, or not all? {reason}"),
    "place": Words("Het staat in het plan: {place}.", "It is in the plan: {place}."),
    "close": Words(
        "Dank je wel dat je meedacht met {round}. Vraag gerust wat je nog wilt weten.",
        "Thank you for thinking along with {round}. Feel free to ask what you want to know.",
    ),
}
