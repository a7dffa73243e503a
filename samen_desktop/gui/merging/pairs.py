"""Records made on two laptops that look like one: one key joins them, another says they are two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.merging import Pair
from samen_desktop.gui import language
from samen_desktop.gui.files.text_rows import TextRows, TextTable, fit_rows
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section

_MOST_SEEN = 200


class Pairs(QWidget):
    """The proposals. Signals: `joined(Pair)`, `parted(Pair)`."""

    joined = Signal(object)
    parted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: Sequence[Pair] = ()
        self._can_join = False
        name = self.tr("Perhaps the same")
        self._title = Section(name, self, large=True)
        self._rows = TextRows((self.tr("This stays"), self.tr("This joins it")), self)
        self.table = TextTable(name, self._rows, (210,), self)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._why = label("", "secondary", self, wrapped=True)
        self._join = button(self.tr("Join into one"), "outlined", "git-merge", "Ctrl+J", self)
        self._join.clicked.connect(self._on_join)
        self._part = button(self.tr("Not the same"), "outlined", "x", "Ctrl+Shift+J", self)
        self._part.clicked.connect(self._on_part)
        QShortcut(QKeySequence("Ctrl+J"), self, self._on_join)
        QShortcut(QKeySequence("Ctrl+Shift+J"), self, self._on_part)
        buttons = QHBoxLayout()
        buttons.setSpacing(Measure.GRID)
        buttons.addWidget(self._join)
        buttons.addWidget(self._part)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addWidget(self._title)
        column.addWidget(self.table, 100)
        column.addWidget(self._why)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_pairs(self, pairs: Sequence[Pair], *, can_join: bool) -> None:
        """Show these; without `can_join` only to be read, since nothing was merged yet."""
        at = self.table.chosen_row()
        self._pairs = tuple(pairs)
        self._can_join = can_join
        self._rows.show_rows([(each.stays.said(), each.goes.said()) for each in pairs])
        fit_rows(self.table, _MOST_SEEN)
        self._title.set_remark(str(len(pairs)) if pairs else "")
        if pairs:
            self.table.selectRow(max(min(at, len(pairs) - 1), 0))
        self._show_chosen()

    def _chosen(self) -> Pair | None:
        at = self.table.chosen_row()
        return self._pairs[at] if 0 <= at < len(self._pairs) else None

    @Slot(QModelIndex)
    def _on_row_changed(self, _: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        pair = self._chosen()
        for each in (self._join, self._part):
            each.setVisible(self._can_join and pair is not None)
        if pair is None:
            self._why.setText("")
            return
        kind = language.say(KINDS[pair.stays.kind].words)
        self._why.setText(f"{kind}: {language.say(pair.reason)}")

    @Slot()
    def _on_join(self) -> None:
        pair = self._chosen()
        if pair is not None and self._can_join:
            self.joined.emit(pair)

    @Slot()
    def _on_part(self) -> None:
        pair = self._chosen()
        if pair is not None and self._can_join:
            self.parted.emit(pair)
