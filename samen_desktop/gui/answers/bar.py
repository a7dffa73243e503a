"""The filter bar of the desk: that of a list, over the pile instead of over a table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from samen_desktop.core.answers import BUNDLE
from samen_desktop.core.desk import FILTERS, By, DeskQuery
from samen_desktop.core.lists import Facet, ListSpec
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Work
from samen_desktop.gui.lists.filter_bar import FilterBar

from . import work

_SPEC = ListSpec(
    kind=BUNDLE.name, words=Words("Stapel", "Pile"), new=BUNDLE.words, columns=(), filters=FILTERS
)


class DeskBar(FilterBar):
    """Words and filters of the pile."""

    def __init__(self, bridge: Bridge, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(bridge, _SPEC, hint, parent)

    def query(self, by: By) -> DeskQuery:
        """What the bar says."""
        return DeskQuery(by, self.words(), self.filters())

    def facets_of(self, field: str) -> Work[list[Facet]]:
        return work.facets(field, self.query(By.THEME), language.current())

    def labels_of(self, filters: Mapping[str, frozenset[str]]) -> Work[dict[str, dict[str, str]]]:
        return work.labels(filters, language.current())
