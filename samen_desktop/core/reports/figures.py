"""The sheet Cijfers: counts of the inputs in one table, each part with a chart beside it.

Counts only, no shares: with small numbers a percentage says more than is known. A count of what was
not adopted never stands alone: it points at the rows, where the reasons are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from samen_desktop.core.words import Words

from . import marks
from .sheet import Cell, Chart, Kind, Sheet
from .view import Shown, View

FIGURES = Words("Cijfers", "Figures")

_MOST = 25
_COUNT = Words("aantal inbrengen", "number of inputs")
_STATUS = Words("Verwerking", "Processing")
_THEME = Words("Hoofdthema", "Main theme")
_SESSION = Words("Sessie", "Session")
_GROUP = Words("Groep", "Group")
_REASONS = Words("De reden staat bij de rij.", "The row says why.")
_EACH_GROUP = Words("Telt bij elke eigen groep.", "Counts with each of its groups.")

Count = tuple[str, int]


def figures_sheet(view: View) -> Sheet:
    """Late: it needs all inputs counted."""
    columns = (
        Shown(Words("Onderdeel", "Part"), 34, Kind.CODE),
        Shown(Words("Naam", "Name"), 74, Kind.LONG),
        Shown(Words("Aantal inbrengen", "Number of inputs"), 27, Kind.NUMBER),
        Shown(Words("Toelichting", "Note"), 46),
    )
    sizes = [1, 1, 1, 1]

    def rows() -> Iterator[Sequence[Cell]]:
        parts = list(_parts(view))
        sizes[:] = [len(counts) for _, counts in parts]
        for words, counts in parts:
            for name, count, note in _noted(view, words, counts):
                yield view.say(words), name, count, note

    sheet = view.sheet(FIGURES, Words("Cijfers", "Figures"), columns, rows, late=True)
    return replace(sheet, charts=lambda: _charts(view, sizes))


def _parts(view: View) -> Iterator[tuple[Words, list[Count]]]:
    tally, status = view.tally, view.terms("processing_status")
    yield _STATUS, [(status(code), tally.statuses[code]) for code in marks.PROCESSING]
    none = Words("(geen)", "(none)")
    yield (
        _THEME,
        _most(
            view,
            [(view.theme(theme.key), tally.themes[theme.key]) for theme in view.themes],
            (view.say(none), tally.themes[""]),
        ),
    )
    yield (
        _SESSION,
        _most(
            view,
            [(code, count) for code, count in sorted(tally.sessions.items()) if code],
            (view.say(none), tally.sessions[""]),
        ),
    )
    by_group = tally.by_group()
    yield (
        _GROUP,
        _most(
            view,
            [(group.name, by_group[group.key]) for group in view.groups],
            (view.say(none), by_group[""]),
        ),
    )


def _most(view: View, counts: list[Count], without: Count) -> list[Count]:
    """At most so many that a chart stays readable; the small ones together, the rest in order."""
    if len(counts) > _MOST:
        kept = {name for name, _ in sorted(counts, key=lambda each: -each[1])[: _MOST - 1]}
        rest = [count for name, count in counts if name not in kept]
        others = Words("({count} andere)", "({count} others)").fill(count=len(rest))
        counts = [each for each in counts if each[0] in kept]
        counts.append((view.say(others), sum(rest)))
    return [*counts, without] if without[1] or not counts else counts


def _noted(view: View, words: Words, counts: Iterable[Count]) -> Iterator[tuple[str, int, str]]:
    adopted_less = {view.terms("processing_status")(code) for code in ("NOV", "DEE")}
    for at, (name, count) in enumerate(counts):
        note = ""
        if words is _STATUS and name in adopted_less:
            note = view.say(_REASONS)
        if words is _GROUP and at == 0:
            note = view.say(_EACH_GROUP)
        yield name, count, note


def _charts(view: View, sizes: Sequence[int]) -> list[Chart]:
    titles = (
        (
            _STATUS,
            Words(
                "Inbreng per verwerking (redenen staan bij de rijen)",
                "Inputs by processing (reasons stand with the rows)",
            ),
        ),
        (_THEME, Words("Inbreng per hoofdthema", "Inputs by main theme")),
        (_SESSION, Words("Inbreng per sessie", "Inputs by session")),
        (_GROUP, Words("Inbreng per groep", "Inputs by group")),
    )
    charts, first = [], 0
    for (words, title), size in zip(titles, sizes, strict=True):
        inks = tuple(mark.ink for mark in marks.PROCESSING.values()) if words is _STATUS else ()
        charts.append(
            Chart(
                title=view.say(title),
                names_title=view.say(words),
                values_title=view.say(_COUNT),
                first=first,
                count=size,
                names=1,
                values=2,
                inks=inks,
            )
        )
        first += size
    return charts
