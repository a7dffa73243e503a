"""The overview of a round: its lists and figures in reading order, for one edition and language."""

from __future__ import annotations

from collections.abc import Sequence

from .lists import (
    attendance_sheet,
    follow_ups_sheet,
    inputs_sheet,
    sessions_sheet,
    stakeholders_sheet,
    themes_sheet,
)
from .reach_sheet import reach_sheet
from .sheet import Sheet
from .view import View


def sheets(view: View) -> Sequence[Sheet]:
    """The sheets but guide and figures, which any workbook with counts has."""
    return (
        sessions_sheet(view),
        attendance_sheet(view),
        stakeholders_sheet(view),
        reach_sheet(view),
        inputs_sheet(view),
        # A follow-up has no field that the public may see.
        *(() if view.edition.public else (follow_ups_sheet(view),)),
        themes_sheet(view),
    )
