"""The bar above a list: search, filters with counts, a way to clear them, and n van m always."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.lists import Facet, Filter, ListSpec, Query
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Work
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.filter_button import ArrowButton, Choice, FilterButton
from samen_desktop.gui.widgets.flow import Flow
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.search_box import SearchBox

from . import work

_NUMBERED = frozenset({"theme", "session", "phase"})


class FilterBar(QWidget):
    """The bar.

    Signals: `changed()` when words or filters are others; `left_down()` when the list is asked for.
    """

    changed = Signal()
    left_down = Signal()

    def __init__(
        self, bridge: Bridge, spec: ListSpec, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._spec = spec
        self._buttons: dict[str, FilterButton] = {}
        self._count_long = 0
        self._labels: dict[str, dict[str, str]] = {}
        self._kept: list[FilterButton] | None = None
        self.search = SearchBox(hint, self)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(216)
        self.search.searched.connect(self._on_searched)
        self.search.left_down.connect(self.left_down)
        self.search.escaped.connect(self.left_down)
        self._wipe = button(self.tr("clear filter"), "flat", "x", parent=self)
        self._wipe.clicked.connect(self.clear)
        self._wipe.setEnabled(False)
        self._shown = label("", "read", self)
        self._of = label("", "read_secondary", self)
        self._build()

    def _build(self) -> None:
        first = self._first = QHBoxLayout()
        first.setSpacing(Measure.GRID)
        first.addWidget(self.search, 100)
        self._apart = QWidget(self)
        self._second = Flow(self._apart)
        self._second.setContentsMargins(0, Measure.GRID, 0, 0)
        for each in self._spec.filters:
            first.addWidget(self._button(each))
        self._more = ArrowButton(self.tr("More"), self)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._apart.setVisible)
        self._apart.hide()
        first.addWidget(self._more)
        first.addWidget(self._wipe)
        first.addStretch(1)
        first.addWidget(self._shown)
        first.addSpacing(-4)
        first.addWidget(self._of)
        column = QVBoxLayout(self)
        column.setContentsMargins(Measure.MARGIN, 0, Measure.MARGIN, 18)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._apart)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for what never goes behind `More`."""
        fixed = (self.search.minimumWidth(), self._more, self._wipe, self._shown, self._of)
        wide = 2 * Measure.MARGIN + sum(_wide(each) for each in fixed)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put filters that are less used, or for which there is no room, behind `More`."""
        fixed = (self.search.minimumWidth(), self._more, self._wipe, self._shown, self._of)
        room = self.width() - 2 * Measure.MARGIN - sum(_wide(each) for each in fixed)
        kept: list[FilterButton] = []
        for each in self._spec.filters:
            made = self._buttons[each.field]
            room -= _wide(made)
            if each.apart or room < 0:
                break
            kept.append(made)
        behind = [made for made in self._buttons.values() if made not in kept]
        if kept == self._kept:
            return
        self._kept = kept
        for at, made in enumerate(kept, start=1):
            self._second.removeWidget(made)
            self._first.insertWidget(at, made)
        for made in behind:
            self._first.removeWidget(made)
            self._second.removeWidget(made)
            self._second.addWidget(made)
            made.setParent(self._apart)
            made.show()
        self._more.setVisible(bool(behind))
        self._more.setChecked(any(made.chosen for made in behind))

    def words(self) -> str:
        """What is searched."""
        return self.search.words()

    def filters(self) -> Mapping[str, frozenset[str]]:
        """Filters that are set, by field."""
        return {name: made.chosen for name, made in self._buttons.items() if made.chosen}

    def fill(self, words: str, filters: Mapping[str, frozenset[str]]) -> None:
        """Set words and filters; nothing is told."""
        self.search.blockSignals(True)
        self.search.setText(words)
        self.search.blockSignals(False)
        for name, made in self._buttons.items():
            made.set_chosen(filters.get(name, frozenset()))
        if any(made.chosen and made not in (self._kept or ()) for made in self._buttons.values()):
            self._more.setChecked(True)
        self._wipe.setEnabled(bool(words or any(filters.values())))
        set_filters = {name: values for name, values in filters.items() if name in self._buttons}
        if any(set_filters.values()):
            self._bridge.read(self.labels_of(set_filters), self._on_labels)

    def facets_of(self, field: str) -> Work[list[Facet]]:
        """What asks for the choices of a filter; a bar over no list has its own."""
        query = Query(self._spec.kind, words=self.words(), filters=self.filters())
        return work.facets(field, query, language.current())

    def labels_of(self, filters: Mapping[str, frozenset[str]]) -> Work[dict[str, dict[str, str]]]:
        """What asks for the words of values that are set, by filter."""
        return work.labels(Query(self._spec.kind, filters=filters), language.current())

    @Slot()
    def clear(self) -> None:
        """Take all words and filters off."""
        self.fill("", {})
        self.changed.emit()

    def show_count(self, shown: int, everything: int, *, exact: bool) -> None:
        """`38 van 412`; with a plus while the number may still grow."""
        locale = self.locale()
        plus = "" if exact else "+"
        now, of_all = f"{locale.toString(shown)}{plus}", locale.toString(everything)
        self._shown.setText(now)
        self._of.setText(self.tr("of %1").replace("%1", of_all))
        if len(now) + len(of_all) != self._count_long:  # while typing it hardly ever changes
            self._count_long = len(now) + len(of_all)
            self._fit()

    def _button(self, each: Filter) -> FilterButton:
        made = FilterButton(each.field, language.say(each.words), self)
        made.opening.connect(partial(self._ask_facets, each.field))
        made.chosen_changed.connect(self._on_chosen)
        self._buttons[each.field] = made
        return made

    def _ask_facets(self, field: str) -> None:
        self._bridge.read(self.facets_of(field), partial(self._on_facets, field))

    def _on_facets(self, field: str, found: list[Facet]) -> None:
        made = self._buttons[field]
        known = {facet.value for facet in found}
        choices = [
            Choice(facet.value, facet.label, facet.count, _short(field, facet.label))
            for facet in found
        ]
        # A value that is set stays to be taken off, also where nothing has it now.
        gone = self._labels.get(field, {})
        for code in sorted(made.chosen - known):
            text = gone.get(code, code)
            choices.append(Choice(code, text, 0, _short(field, text)))
        self._labels[field] = {choice.code: choice.text for choice in choices}
        made.set_choices(choices)

    def _on_labels(self, labels: dict[str, dict[str, str]]) -> None:
        for field, words in labels.items():
            self._labels[field] = words
            self._buttons[field].set_choices(
                [Choice(code, text, None, _short(field, text)) for code, text in words.items()]
            )
        self._fit()

    @Slot(str)
    def _on_searched(self, _: str) -> None:
        self._tell()

    @Slot(object)
    def _on_chosen(self, _: object) -> None:
        self._tell()
        self._fit()

    def _tell(self) -> None:
        self._wipe.setEnabled(bool(self.words() or self.filters()))
        self.changed.emit()


def _short(field: str, text: str) -> str:
    """The number of a record that goes by one: its name is too long for a button."""
    return text.split(" ", 1)[0] if field in _NUMBERED else ""


def _wide(each: QWidget | int) -> int:
    """What a part of the bar takes, with the air beside it."""
    return (each if isinstance(each, int) else each.sizeHint().width()) + Measure.GRID
