"""The overview of a round: nine sheets in reading order, for one edition and one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samen_desktop import __version__
from samen_desktop.core.words import Language, Words

from .editions import Edition
from .figures import figures_sheet
from .guide import DEMO, guide_sheet
from .lists import (
    attendance_sheet,
    follow_ups_sheet,
    inputs_sheet,
    sessions_sheet,
    stakeholders_sheet,
    themes_sheet,
)
from .reach_sheet import reach_sheet
from .rows import OverviewSource
from .sheet import Workbook
from .view import Label, View

PROGRAM = f"SAMEN Desktop {__version__}"


@dataclass(frozen=True, slots=True)
class Overview:
    """The workbook, and by sheet title how many rows the edition held back.

    `held_back` fills up while the workbook's rows are read and is right once all have been.
    """

    workbook: Workbook
    held_back: Mapping[str, int]


def overview(
    source: OverviewSource, *, edition: Edition, language: Language, label: Label
) -> Overview:
    """The overview of a round. Reads the short lists now, the long ones while they are written."""
    view = View(source, edition, language, label)
    cover = view.cover
    stamp = view.say(Words("stand {moment}", "as of {moment}")).format(
        moment=cover.as_of.strftime("%d-%m-%Y %H:%M")
    )
    words = view.say(Words("Editie {words}", "Edition {words}").fill(words=view.say(edition.words)))
    workbook = Workbook(
        title=view.say(Words("Overzicht {round}", "Overview {round}").fill(round=cover.round)),
        sheets=(
            guide_sheet(view, PROGRAM),
            sessions_sheet(view),
            attendance_sheet(view),
            stakeholders_sheet(view),
            reach_sheet(view),
            inputs_sheet(view),
            follow_ups_sheet(view),
            themes_sheet(view),
            figures_sheet(view),
        ),
        head_left=cover.round,
        head_centre=f"{words} · {view.say(DEMO)}" if cover.demo else words,
        head_right=stamp,
        program=PROGRAM,
        page=Words("pagina &P van &N", "page &P of &N"),
    )
    return Overview(workbook, view.tally.held_back)
