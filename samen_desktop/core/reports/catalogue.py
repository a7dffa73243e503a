"""Which reports there are, and how one or several of them become a workbook or a document.

Each report says its own sheets or blocks; here they get their guide or cover, their page headers
and one view, so that all of a file counts the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samen_desktop import __version__
from samen_desktop.core.errors import KnownError
from samen_desktop.core.inputs import INPUT
from samen_desktop.core.words import Words

from . import feedback_list, guide, held_list, impressions, matrix, nota, overview
from .answer_rows import AnswerSource
from .document import Block, Document, Facts, Heading, Look, Paragraph
from .feedback_list import Recipients, feedback_blocks, feedback_sheet, texts_sheet
from .figures import figures_sheet
from .guide import DEMO, cover_rows, guide_sheet, held_rows
from .impression_document import impression_blocks
from .impressions import Impressions, impression_sheets
from .matrix import matrix_sheet
from .nota import Answers, nota_sheet, subjects_sheet
from .nota_document import NotaText
from .sheet import Sheet, Workbook
from .view import View

PROGRAM = f"SAMEN Desktop {__version__}"

_PAGE = Words("pagina &P van &N", "page &P of &N")
_PAGE_OF = Words("{page} van {pages}", "{page} of {pages}")


@dataclass(frozen=True, slots=True)
class Report:
    """`name` is what the command line and the export record call it, `also` what else people type.

    `document`: it can be a text as well as a workbook. `internal`: it is for the house only.
    """

    name: str
    also: str
    words: Words
    document: bool = False
    internal: bool = False


REPORTS: Mapping[str, Report] = {
    report.name: report
    for report in (
        Report("nota", "beantwoording", nota.NOTA, document=True),
        Report("matrix", "verwerking", matrix.MATRIX),
        Report("impression", "impressie", impressions.IMPRESSIONS, document=True),
        Report("feedback", "terugkoppeling", feedback_list.TELLING, document=True),
        Report("overview", "overzicht", Words("Overzicht", "Overview")),
        Report("held-back", "achtergehouden", held_list.HELD, internal=True),
    )
}


def report(name: str) -> Report:
    """The report of that name, in either language. Raises KnownError where there is none."""
    wanted = name.casefold()
    for each in REPORTS.values():
        if wanted in (each.name, each.also):
            return each
    known = ", ".join(each.also for each in REPORTS.values())
    raise KnownError(
        "no_report",
        Words(
            "Er is geen rapport “{name}”; wel: {known}.",
            "There is no report “{name}”; there are: {names}.",
        ).fill(name=name[:40], known=known, names=", ".join(REPORTS)),
    )


def check_internal(reports: Sequence[Report], view_code: str) -> None:
    """Refuse what is for inside in another edition than the internal one. Raises KnownError."""
    for each in reports:
        if each.internal and view_code != "intern":
            raise KnownError(
                "internal_only",
                Words(
                    "“{name}” is er alleen in de editie intern: kies die editie.",
                    "“{english}” exists in the edition intern only: choose that edition.",
                ).fill(name=each.words.nl, english=each.words.en),
            )


def workbook(reports: Sequence[Report], source: AnswerSource, view: View) -> Workbook:
    """These reports as one workbook: a guide, and the sheets of each, every sheet once."""
    answers = Answers(view, source)
    sheets: dict[str, Sheet] = {}
    names = {each.name for each in reports}
    for each in reports:
        for sheet in _SHEETS[each.name](answers, names):
            sheets.setdefault(sheet.title, sheet)
    if names & {"nota", "overview"}:
        figures = figures_sheet(view)
        sheets[figures.title] = figures
    about = {title: words for title, words in _ABOUT.items() if view.say(title) in sheets}
    centre = view.say(
        Words("Editie {words}", "Edition {words}").fill(words=view.say(view.edition.words))
    )
    return Workbook(
        title=title_of(reports, view),
        sheets=(guide_sheet(view, PROGRAM, about), *sheets.values()),
        head_left=view.cover.round,
        head_centre=f"{centre} · {view.say(DEMO)}" if view.cover.demo else centre,
        head_right=_stamp(view),
        program=PROGRAM,
        page=_PAGE,
    )


def document(reports: Sequence[Report], source: AnswerSource, view: View) -> Document:
    """These reports as one text: a cover, then each with its own headings."""
    answers = Answers(view, source)
    texts = [_BLOCKS[each.name](answers) for each in reports]
    title = title_of(reports, view)

    def blocks() -> Iterator[Block]:
        yield Paragraph(title, Look.TITLE)
        yield Paragraph(view.cover.round, Look.SUBTITLE)
        yield Facts(view.say(guide.GUIDE), list(cover_rows(view, PROGRAM)))
        for text in texts:
            yield from text()
        yield Heading(view.say(_END), 1, fresh=reports[-1].name == "feedback")
        yield Facts(view.say(_END), [*_counted(view), *held_rows(view)])

    edition = Words("editie {words}", "edition {words}").fill(words=view.say(view.edition.words))
    return Document(
        title=f"{title} {view.cover.round}",
        blocks=blocks,
        head_left=f"{title} · {view.cover.round}",
        head_right=" · ".join(
            filter(None, (view.say(DEMO) if view.cover.demo else "", view.say(edition)))
        ),
        foot_left=_stamp(view),
        program=PROGRAM,
        page=_PAGE_OF,
    )


def title_of(reports: Sequence[Report], view: View) -> str:
    """What a file with these reports is called."""
    words = " · ".join(view.say(each.words) for each in reports)
    if [each.name for each in reports] == ["overview"]:
        return f"{words} {view.cover.round}"
    return words


_END = Words("Wat staat er in dit document", "What this document holds")


def _counted(view: View) -> Iterator[tuple[str, str]]:
    for title, count in view.tally.shown.items():
        yield title, view.say(Words("{count} rijen", "{count} rows").fill(count=count))
    whole = Words("{count} in de ronde", "{count} in the round").fill(count=view.cover.inputs)
    yield view.say(INPUT.words_plural), view.say(whole)


def _stamp(view: View) -> str:
    words = Words("stand {moment}", "as of {moment}")
    return view.say(words).format(moment=view.cover.as_of.strftime("%d-%m-%Y %H:%M"))


def _nota_sheets(answers: Answers, names: Collection[str]) -> Sequence[Sheet]:
    hears = "overview" not in names  # inputs are counted once
    return (nota_sheet(answers, hears=hears), subjects_sheet(answers))


def _feedback_sheets(answers: Answers, _: Collection[str]) -> Sequence[Sheet]:
    recipients = Recipients(answers)
    return (feedback_sheet(recipients), texts_sheet(recipients))


_SHEETS: Mapping[str, Callable[[Answers, Collection[str]], Sequence[Sheet]]] = {
    "overview": lambda answers, _: overview.sheets(answers.view),
    "nota": _nota_sheets,
    "matrix": lambda answers, _: (matrix_sheet(answers),),
    "impression": lambda answers, _: impression_sheets(Impressions(answers)),
    "feedback": _feedback_sheets,
    "held-back": lambda answers, _: (held_list.held_sheet(answers),),
}

_BLOCKS: Mapping[str, Callable[[Answers], Callable[[], Iterator[Block]]]] = {
    "nota": lambda answers: NotaText(answers).blocks,
    "impression": lambda answers: lambda: impression_blocks(Impressions(answers)),
    "feedback": lambda answers: lambda: feedback_blocks(Recipients(answers)),
}

_ABOUT: Mapping[Words, Words] = {
    **nota.ABOUT,
    **matrix.ABOUT,
    **impressions.ABOUT,
    **feedback_list.ABOUT,
    **held_list.ABOUT,
    **guide.OVERVIEW,
}
