"""Which rows an edition may show, and why it holds the others back.

The public edition is stricter than a privacy class: a row must have been checked, and a text with
likely personal data waits until a person confirmed that row. What was held back is counted by
reason; which rows they are is said inside the house only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache, partial
from itertools import chain

from samen_desktop.core.privacy import Likely, Register, findings, kinds
from samen_desktop.core.words import Words

from .answer_rows import AnswerRow, SubjectRow
from .editions import Edition
from .rows import AttendanceRow, FollowUpRow, InputRow, SessionRow, StakeholderRow

CHECKED = frozenset({"GECTR", "TERUG"})
"""Input statuses of a row that a person went through."""

ADOPTED = frozenset({"VASTG", "PUBL"})
"""Report statuses of a session whose impression may be read by anybody."""

_FEW = 4096

Row = InputRow | SessionRow | AttendanceRow | FollowUpRow | StakeholderRow


class Why(Enum):
    """Why a row is held back, in the order in which it is looked at."""

    CLASS = "class"
    UNCHECKED = "unchecked"
    REPORT = "report"
    LIKELY = "likely"
    ANSWER = "answer"

    @property
    def words(self) -> Words:
        return _WORDS[self]


_WORDS = {
    Why.CLASS: Words("privacyklasse te besloten", "privacy class too closed"),
    Why.UNCHECKED: Words("nog niet gecontroleerd", "not checked yet"),
    Why.REPORT: Words("verslag nog niet vastgesteld", "report not adopted yet"),
    Why.LIKELY: Words("mogelijk een persoonsgegeven", "likely personal data"),
    Why.ANSWER: Words(
        "mogelijk een persoonsgegeven in het antwoord", "likely personal data in the answer"
    ),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A row that was held back: its kind of record, its code, and why. For inside the house."""

    kind: str
    code: str
    why: Why
    likely: tuple[Likely, ...] = ()


class Gate:
    """The rules of one edition: `register` holds the names to look for, `year` is the round's."""

    def __init__(self, edition: Edition, register: Register, year: int = 0) -> None:
        self._public = edition.public
        self._classes = edition.row_classes()
        # A text is looked at more than once: for a count, for its row, for its bundle.
        self._looked = lru_cache(maxsize=_FEW)(partial(_look, register, year))

    def holds(self, row: Row) -> Held | None:
        """Why the edition does not show this row; None where it does."""
        kind, code = _NAMED[type(row)](row)
        if row.privacy not in self._classes:
            return Held(kind, code, Why.CLASS)
        if not self._public:
            return None
        if isinstance(row, InputRow) and row.entry_status not in CHECKED:
            return Held(kind, code, Why.UNCHECKED)
        if isinstance(row, InputRow | SessionRow) and not row.checked:
            return self._likely(kind, code, Why.LIKELY, _texts(row))
        return None

    def holds_impression(self, row: SessionRow) -> Held | None:
        """The same for what was written about a session as a whole."""
        held = self.holds(row)
        if held or not self._public:
            return held
        if row.report_status not in ADOPTED:
            return Held("session", row.code, Why.REPORT)
        texts = (row.impression, row.deviation, row.deviation_reason)
        return None if row.checked else self._likely("session", row.code, Why.LIKELY, texts)

    def holds_subject(self, subject: SubjectRow, code: str) -> Held | None:
        """The same for an answer and the words of its bundle; `code` names an input by itself."""
        if not self._public or subject.checked:
            return None
        read = settled(subject)
        texts = [subject.title, subject.summary]
        if read is not None:
            texts += [read.text, read.reason, read.was, read.change]
        kind = "bundle" if subject.bundle else "input"
        return self._likely(kind, subject.bundle or code, Why.ANSWER, tuple(texts))

    def _likely(self, kind: str, code: str, why: Why, texts: tuple[str, ...]) -> Held | None:
        found = set(chain.from_iterable(map(self._looked, filter(None, texts))))
        if not found:
            return None
        return Held(kind, code, why, tuple(each for each in Likely if each in found))


def _look(register: Register, year: int, text: str) -> tuple[Likely, ...]:
    """What holds a text back."""
    said = kinds(findings(text, register, year))
    return tuple(each for each in said if each.holds_back)


def settled(subject: SubjectRow) -> AnswerRow | None:
    """The answer the public may read: the one that stands, else what was published before."""
    return subject.answer if subject.answer.settled else subject.last


def _texts(row: InputRow | SessionRow) -> tuple[str, ...]:
    if isinstance(row, InputRow):
        return row.words, row.summary
    return row.title, row.location, row.question


_NAMED: Mapping[type, Callable[..., tuple[str, str]]] = {
    InputRow: lambda row: ("input", row.code),
    SessionRow: lambda row: ("session", row.code),
    AttendanceRow: lambda row: ("session", row.session),
    FollowUpRow: lambda row: ("follow_up", row.code),
    StakeholderRow: lambda row: ("stakeholder", row.code),
}
