"""The matrix per chapter as a sheet: what each part of the plan took in, and which text it gave.

For those who write the plan (domain handbook 11, report 2). An input stands under every chapter it
is about; what has no place in the plan yet comes at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samen_desktop.core.inputs import INPUT
from samen_desktop.core.plans import CHAPTER, PLAN_VERSION
from samen_desktop.core.words import Words

from .answer_rows import NOWHERE, AnsweredRow, ChapterRow
from .lists import core_of
from .nota import Answers, answer_column, visible
from .sheet import Cell, Kind, Sheet
from .view import Shown, shown

MATRIX = Words("Verwerking per hoofdstuk", "Processing by chapter")

ABOUT: Mapping[Words, Words] = {
    MATRIX: Words(
        "Per hoofdstuk en paragraaf van het plan de inbreng die daar is verwerkt of daarover "
        "gaat. Een inbreng kan bij meer hoofdstukken staan. Onderaan staat wat nog geen plaats "
        "in het plan heeft.",
        "For each chapter and paragraph of the plan the inputs that were processed there or are "
        "about it. An input may stand with several chapters. At the end stands what has no place "
        "in the plan yet.",
    ),
}

_NOWHERE = Words("(nog geen plaats in het plan)", "(no place in the plan yet)")


def matrix_sheet(answers: Answers) -> Sheet:
    """Report 2: one row for each input in each chapter."""
    view = answers.view
    columns = (
        shown(CHAPTER, "number", 17, Kind.TEXT),
        Shown(CHAPTER.words, 34),
        Shown(Words("Paragraaf", "Paragraph"), 36),
        shown(CHAPTER, "owner", 26),
        shown(INPUT, "code", 17, Kind.TEXT),
        shown(INPUT, "bundle", 15),
        shown(INPUT, "group", 34),
        shown(INPUT, "summary", 50, Kind.LONG),
        answer_column("status", 29, Kind.MARK),
        answer_column("was", 44, Kind.LONG),
        Shown(Words("Tekst wordt", "Text becomes"), 44, Kind.LONG),
        Shown(PLAN_VERSION.words, 22),
        shown(CHAPTER, "status", 24),
        answer_column("state", 20),
    )
    status = view.terms("chapter_status")

    def rows() -> Iterator[Sequence[Cell]]:
        for chapter, row in _allowed(answers):
            said, answer = row.input, answers.of(row.subject)
            named = bool(chapter.key)
            yield (
                chapter.number,
                chapter.top if named else view.say(_NOWHERE),
                chapter.name if chapter.name != chapter.top else "",
                chapter.owner,
                said.code,
                row.subject.bundle,
                view.group_list(said.groups),
                core_of(said),
                answers.fate(answer),
                answer.was,
                answer.change,
                chapter.version,
                status(chapter.status),
                answers.state(answer.state),
            )

    return view.sheet(MATRIX, Words("Matrix", "Matrix"), columns, rows, choosable=True)


def _allowed(answers: Answers) -> Iterator[tuple[ChapterRow, AnsweredRow]]:
    if answers.view.edition.public:
        yield from _settled(answers)
        return
    for chapter, row in answers.source.processed():
        for kept in answers.allowed(MATRIX, (row,)):
            yield chapter, kept


def _settled(answers: Answers) -> Iterator[tuple[ChapterRow, AnsweredRow]]:
    """In public an input stands where its settled answer has it, else at the end.

    The place of a draft would tell what is meant to be done.
    """
    for chapter, row in answers.source.processed(before=True):
        if chapter.key and answers.of(row.subject).place.key == chapter.key:
            for kept in visible(answers, (row,)):
                yield chapter, kept
    for row in answers.allowed(MATRIX, answers.source.answered()):
        if not answers.of(row.subject).place.key:
            yield NOWHERE, row
