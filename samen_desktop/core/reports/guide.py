"""The sheet Leeswijzer: what this file is, what it leaves out, and how to read its words and signs.

Comes first in the workbook and is written last, when all rows are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from samen_desktop.core.words import Words

from . import lists, marks
from .figures import FIGURES
from .marks import Marked
from .reach_sheet import REACH, phase_title, shown_date
from .sheet import Cell, Kind, Sheet
from .view import Shown, View

GUIDE = Words("Leeswijzer", "Reading guide")
DEMO = Words("Demogegevens – deels fictief", "Demo data – partly fictitious")

OVERVIEW: Mapping[Words, Words] = {
    lists.SESSIONS: Words(
        "Gesprekken en brieven op datum. Aantallen zijn opgeteld over de deelnemende partijen.",
        "Meetings and letters by date. Numbers are added up over the parties that took part.",
    ),
    lists.ATTENDING: Words(
        "Per sessie wie er was: een organisatie of een groep, met aantallen.",
        "For each session who was there: an organisation or a group, with numbers.",
    ),
    lists.STAKEHOLDERS: Words(
        "Organisaties en groepen met wat zij bijdroegen.",
        "Organisations and groups with what they contributed.",
    ),
    REACH: Words(
        "Per groep en fase of zij gehoord is: in een gehouden sessie met aanwezigen, of door "
        "inbreng of een brief. Aanwezigen zijn opgeteld over sessies: wie vaker kwam, telt vaker. "
        "Een organisatie telt in elk van haar groepen, in het totaal één keer.",
        "For each group and phase whether it was heard: in a held session with people present, or "
        "by input or a letter. Attendances are added up over sessions: who came twice counts "
        "twice. An organisation counts in each of its groups, in the total once.",
    ),
    lists.INPUTS: Words(
        "Elke inbreng op een eigen rij. Kern is de samenvatting of anders de eerste regel; Woorden "
        "is wat gezegd of geschreven is. Excel toont hooguit 409 punten van een rij; langere tekst "
        "staat wel in de cel.",
        "Each input in a row of its own. Summary is the summary or else the first line; Words is "
        "what was said or written. Excel shows at most 409 points of a row; longer text does stand "
        "in the cell.",
    ),
    lists.FOLLOW_UPS: Words(
        "Wat nog moet gebeuren, door wie en wanneer. Rood: te laat op de dag van dit bestand.",
        "What is still to be done, by whom and when. Red: late on the day of this file.",
    ),
    lists.THEMES: Words(
        "Onderwerpen met het aantal inbrengen als hoofd- en als neventhema.",
        "Subjects with the number of inputs as main and as side theme.",
    ),
    FIGURES: Words(
        "Tellingen van de inbreng in dit bestand, met grafieken.",
        "Counts of the inputs in this file, with charts.",
    ),
}

_MEANINGS: Mapping[str, Words] = {
    "OVG": Words("Geheel overgenomen in het plan.", "Adopted in the plan in full."),
    "DEE": Words(
        "Voor een deel overgenomen; bij de rij staat welk deel niet en waarom.",
        "Adopted in part; the row says which part was not and why.",
    ),
    "NOV": Words("Niet overgenomen; de reden staat bij de rij.", "Not adopted; the row says why."),
    "TKN": Words(
        "Gelezen en meegewogen; er werd geen wijziging gevraagd of nodig.",
        "Read and weighed; no change was asked for or needed.",
    ),
    "BRK": Words("Stond al in het plan.", "Was in the plan already."),
    "BUI": Words(
        "Gaat over iets anders; doorgegeven aan wie erover gaat.",
        "Is about something else; passed on to whom it concerns.",
    ),
    "VRG": Words(
        "Een vraag, met antwoord en zonder wijziging.", "A question, answered, no change."
    ),
    "OPN": Words("Er is nog niet over besloten.", "Not decided on yet."),
}


_PENDING_MEANS = Words(
    "Er is nog geen antwoord dat is goedgekeurd.", "There is no approved answer yet."
)


def guide_sheet(view: View, program: str, about: Mapping[Words, Words]) -> Sheet:
    """Late, and first in the workbook: so it is asked for after all others.

    `about` says of each sheet, by its title, what it is.
    """
    columns = (
        Shown(Words("Onderwerp", "Subject"), 60, Kind.CODE),
        Shown(Words("Toelichting", "Explanation"), 248, Kind.LONG),
    )

    def rows() -> Iterator[Sequence[Cell]]:
        yield from cover_rows(view, program)
        yield from _per_sheet(view, about)
        yield from held_rows(view)
        yield from legend_rows(view)

    return view.sheet(GUIDE, Words("Leeswijzer", "Guide"), columns, rows, late=True)


def cover_rows(view: View, program: str) -> Iterator[tuple[str, str]]:
    """What is said of every report: round, moment, edition, filters, phases, plan."""
    cover, say = view.cover, view.say
    if cover.demo:
        yield say(Words("Let op", "Note")), say(DEMO)
    yield say(Words("Consultatieronde", "Consultation round")), cover.round
    if cover.municipality:
        yield say(Words("Gemeente", "Municipality")), cover.municipality
    moment = cover.as_of.strftime("%d-%m-%Y %H:%M")
    yield say(Words("Stand", "As of")), moment
    yield say(Words("Gemaakt met", "Made with")), program
    yield say(Words("Editie", "Edition")), say(view.edition.words)
    yield say(Words("Niet in deze editie", "Not in this edition")), say(view.edition.left_out)
    yield (
        say(Words("Filter", "Filter")),
        cover.filters
        or say(view.filters.words)
        or say(Words("geen, alle rijen", "none, all rows")),
    )
    for phase in view.phases:
        dates = " – ".join(filter(None, map(shown_date, (phase.start, phase.end))))
        yield say(phase_title(view, phase)), dates or say(Words("zonder datum", "no dates"))
    yield (
        say(Words("Planversie", "Plan version")),
        cover.plan_version or say(Words("nog geen", "none yet")),
    )


def _per_sheet(view: View, about: Mapping[Words, Words]) -> Iterator[Sequence[Cell]]:
    for title, words in about.items():
        count = view.tally.shown[view.say(title)]
        if title is lists.INPUTS:
            rows = Words("{count} van {of} rijen.", "{count} of {of} rows.").fill(
                count=count, of=view.cover.inputs
            )
        else:
            rows = (
                Words("1 rij.", "1 row.")
                if count == 1
                else Words("{count} rijen.", "{count} rows.").fill(count=count)
            )
        sheet = Words("Blad {title}", "Sheet {title}").fill(title=view.say(title))
        yield view.say(sheet), f"{view.say(rows)} {view.say(words)}"


def held_rows(view: View) -> Iterator[tuple[str, str]]:
    """How many rows are missing, and why; never which."""
    title = view.say(Words("Achtergehouden", "Held back"))
    if not view.tally.held_back:
        yield title, view.say(Words("Geen rijen.", "No rows."))
        return
    counts = []
    for sheet, count in view.tally.held_back.items():
        reasons = (
            f"{number} {view.say(why.words)}"
            for (of, why), number in view.tally.reasons.items()
            if of == sheet
        )
        counts.append(f"{sheet} {count} ({', '.join(reasons)})")
    yield (
        title,
        view.say(
            Words(
                "{counts}. Deze rijen tellen ook niet mee in de aantallen.",
                "{counts}. These rows are not in the counts either.",
            ).fill(counts="; ".join(counts))
        ),
    )


def legend_rows(view: View) -> Iterator[tuple[Marked, str]]:
    """The processing statuses with their signs, and what each means."""
    label = view.terms("processing_status")
    for code, mark in marks.PROCESSING.items():
        words = _MEANINGS[code]
        if code == "OPN" and view.edition.public:
            words = _PENDING_MEANS
        yield Marked(label(code), mark), view.say(words)
