"""The filter over a table of chapters or references: what became of them, and `n van m`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.core.outlines import Became
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.filter_button import Choice, FilterButton
from samen_desktop.gui.widgets.labels import label


class BecameFilter(QWidget):
    """The filter. Signals: `changed()` when other rows are to be shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Became] = ()
        self.button = FilterButton("became", self.tr("What became of it"), self)
        self.button.chosen_changed.connect(self._on_chosen)
        self._clear = button(self.tr("clear filter"), "flat", "x", parent=self)
        self._clear.clicked.connect(self.clear)
        self._count = label("", "read_secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Measure.GRID)
        row.addWidget(self.button)
        row.addWidget(self._clear)
        row.addStretch(1)
        row.addWidget(self._count)
        self.show_all([])

    def show_all(self, every: Sequence[Became]) -> None:
        """What became of each of all rows."""
        self._all = every
        self.button.set_choices(
            [
                Choice(each.value, language.say(each.words), count)
                for each in Became
                if (count := sum(one is each for one in every))
            ]
        )
        self._tell()

    def passes(self, became: Became) -> bool:
        """Whether a row is to be shown."""
        return not self.button.chosen or became.value in self.button.chosen

    def choose(self, wanted: Sequence[Became]) -> None:
        """Set the filter; it is told."""
        self.button.set_chosen(frozenset(each.value for each in wanted))
        self._on_chosen(None)

    @Slot()
    def clear(self) -> None:
        """Show all rows."""
        self.choose([])

    @Slot(object)
    def _on_chosen(self, _: object) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        shown = sum(self.passes(each) for each in self._all)
        told = self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(len(self._all)))
        self._count.setText(told)
        self._clear.setEnabled(bool(self.button.chosen))
