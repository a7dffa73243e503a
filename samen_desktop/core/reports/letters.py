"""The text that one recipient reads, to be looked at and sent; the list of all is `feedback_list`.

A recipient reads what it said itself, and answers only once they are approved.
"""

from __future__ import annotations

from dataclasses import dataclass

from samen_desktop.core.answers import NOT_WEIGHED

from .answer_rows import PENDING, AnswerRow, AnswerSource, FeedbackRow, SubjectRow
from .document import Paragraph
from .feedback_list import TELLING, Recipients, Told, letter
from .holding import settled
from .nota import Answers
from .view import View


@dataclass(frozen=True, slots=True)
class Letter:
    """The text for one recipient. `open` counts what it still waits for, of `said` inputs."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    said: int
    open: int

    @property
    def text(self) -> str:
        """All of it as plain text, paragraphs apart."""
        return "\n\n".join(each.text for each in self.paragraphs)


class _Approved(Answers):
    """Answers as people outside read them, in an edition that is for inside."""

    def of(self, subject: SubjectRow) -> AnswerRow:
        return settled(subject) or PENDING


def letter_for(source: AnswerSource, view: View, row: FeedbackRow) -> Letter:
    """The letter of one row of the feedback."""
    answers = _Approved(view, source)
    recipients = Recipients(answers)
    told = Told(row, recipients.name(row), tuple(answers.allowed(TELLING, row.inputs)))
    waiting = sum(answers.of(each.subject).status == NOT_WEIGHED for each in told.inputs)
    return Letter(told.name, tuple(letter(recipients, told)), len(told.inputs), waiting)
