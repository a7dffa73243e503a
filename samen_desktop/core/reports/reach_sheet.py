"""The sheet Bereik: groups down, phases across, in words.

The rule is `reach`'s; here stands how a cell says it. What was heard is plain text; only what asks
for attention carries a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samen_desktop.core.words import Words

from .marks import Mark, Marked
from .reach import NO_PHASE, Period, Place, State, reach
from .rows import GroupRow, PhaseRow
from .sheet import Cell, Kind, Sheet
from .view import Shown, View

REACH = Words("Bereik", "Reach")

_INPUTS = Words("{count} inbreng", "{count} inputs")
_ONE_INPUT = Words("1 inbreng", "1 input")
_SESSIONS = Words("{count} sessies", "{count} sessions")
_ONE_SESSION = Words("1 sessie", "1 session")
_LETTERS = Words("{count} brieven", "{count} letters")
_ONE_LETTER = Words("1 brief", "1 letter")
_PEOPLE = Words("{count} aanwezig", "{count} present")

_TO_HEAR = Words("nog te horen: {code} op {date}", "still to hear: {code} on {date}")
_TO_HEAR_SOME_DAY = Words(
    "nog te horen: {code}, datum onbekend", "still to hear: {code}, no date yet"
)
_OVERDUE = Words(
    "nog te horen: {code} van {date} is niet gehouden",
    "still to hear: {code} of {date} was not held",
)
_UNPLANNED = Words("nog te horen, niets gepland", "still to hear, nothing planned")
_NOT_YET = Words("nog niets gepland", "nothing planned yet")
_NOT_HEARD = Words("niet gehoord", "not heard")
_NEVER = Words("nog nooit", "never yet")


def reach_sheet(view: View) -> Sheet:
    """Late: it needs all visits and inputs counted."""
    columns = (
        Shown(Words("Groep", "Group"), 48, Kind.CODE),
        Shown(Words("In motie genoemd", "Named in motion"), 24),
        *(Shown(phase_title(view, phase), 56, Kind.MARK) for phase in view.phases),
        Shown(Words("Buiten de fasen", "Outside the phases"), 40, Kind.MARK),
        Shown(Words("Aanwezigen opgeteld", "Attendances added up"), 27, Kind.NUMBER),
        Shown(Words("Inbreng", "Inputs"), 20, Kind.NUMBER),
        Shown(Words("Laatst gehoord", "Last heard"), 27, Kind.DATE),
    )
    sheet = view.sheet(REACH, Words("Bereik", "Reach"), columns, lambda: _rows(view), late=True)
    return Sheet(
        title=sheet.title,
        table=sheet.table,
        columns=sheet.columns,
        rows=sheet.rows,
        late=True,
        total=True,
    )


def phase_title(view: View, phase: PhaseRow) -> Words:
    """What a phase is called."""
    name = view.phase(phase.key)
    return Words(f"Fase {name}".rstrip(), f"Phase {name}".rstrip())


def _rows(view: View) -> Iterator[Sequence[Cell]]:
    found = reach(
        [group.key for group in view.groups],
        [Period(phase.key, phase.end) for phase in view.phases],
        view.tally.visits,
        view.tally.said(),
        view.today,
    )
    keys = [*(phase.key for phase in view.phases), NO_PHASE]
    starts = {phase.key: phase.start for phase in view.phases}
    for group in view.groups:
        total = found.groups[group.key]
        yield (
            group.name,
            view.say(Words("ja", "yes") if group.in_motion else Words("nee", "no")),
            *(_cell(view, found.cells[group.key, key], starts.get(key, "")) for key in keys),
            view.people(total.people),
            total.inputs,
            total.last or _never(view, group),
        )
    yield (
        view.say(Words("Totaal, ieder één keer geteld", "Total, each counted once")),
        "",
        *(_heard(view, found.phases[key]) for key in keys),
        view.people(found.whole.people),
        found.whole.inputs,
        found.whole.last,
    )


def _cell(view: View, place: Place, start: str) -> Cell:
    """What one group in one phase says; `start` is when the phase begins."""
    begun = not start or start <= view.today[: len(start)]
    if place.state is State.HEARD:
        return _heard(view, place)
    if place.state is State.PLANNED:
        return Marked(_planned(view, place, _TO_HEAR), Mark.OPEN)
    if place.state is State.OVERDUE:
        return Marked(_planned(view, place, _OVERDUE), Mark.LATE)
    if place.state is State.UNPLANNED:
        words, mark = (_UNPLANNED, Mark.MISSING) if begun else (_NOT_YET, Mark.OPEN)
        return Marked(view.say(words), mark)
    return Marked(view.say(_NOT_HEARD), Mark.ABSENT) if place.state is State.NOT_HEARD else None


def _heard(view: View, place: Place) -> str:
    parts = (
        (place.inputs, _ONE_INPUT, _INPUTS),
        (len(place.sessions), _ONE_SESSION, _SESSIONS),
        (len(place.letters), _ONE_LETTER, _LETTERS),
        (view.people(place.people), _PEOPLE, _PEOPLE),
    )
    return ", ".join(
        view.say((one if count == 1 else many).fill(count=count))
        for count, one, many in parts
        if count
    )


def _planned(view: View, place: Place, words: Words) -> str:
    day, code = place.planned or ("", "")
    if not day:
        return view.say(_TO_HEAR_SOME_DAY.fill(code=code))
    return view.say(words.fill(code=code, date=shown_date(day)))


def _never(view: View, group: GroupRow) -> Cell:
    mark = Mark.LATE if group.in_motion else Mark.ABSENT
    return Marked(view.say(_NEVER), mark)


def shown_date(iso: str) -> str:
    """An ISO date, whole or partial, as people write it here."""
    return "-".join(reversed(iso.split("-")))
