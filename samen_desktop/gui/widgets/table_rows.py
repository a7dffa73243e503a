"""Which rows of a table are in sight and which are chosen: for those who paint it as a page."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTableView


def rows_in(view: QTableView, area: QRect) -> tuple[range, int]:
    """The rows in a part of the viewport, and where row 0 begins, in pixels from its top.

    All rows are as high as the vertical header says.
    """
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return range(0), 0
    last = last if last >= 0 else view.model().rowCount() - 1
    high = view.verticalHeader().defaultSectionSize()
    return range(first, last + 1), view.rowViewportPosition(first) - first * high


def chosen_spans(view: QTableView) -> list[tuple[int, int]]:
    """The chosen rows as pairs of the first and the last of those that stand together."""
    chosen = view.selectionModel().selection()
    found = [chosen.at(place) for place in range(chosen.size())]
    return [(each.top(), each.bottom()) for each in found]
