"""What a report will hold and what stays behind, before it is made: counts, and rows with a reason.

A row leads to its record. Where it waits for a person to say that nobody can be known from it, that
is said here, row by row.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.reports.holding import Held, Why
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section

from .text_rows import TextRows, TextTable

if TYPE_CHECKING:
    from .work import Foreseen

_ROWS_HIGH = 8
_MOST = 2000
_CONFIRMABLE = frozenset({Why.LIKELY, Why.ANSWER})


class ForeseenPane(QWidget):
    """The pane.

    Signals: `go_requested(Held)` to the record; `confirm_requested(Held)` once it was read;
    `look_requested()` where the round is too large to look at by itself.
    """

    go_requested = Signal(object)
    confirm_requested = Signal(object)
    look_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: list[Held] = []
        self._title = Section(self.tr("What goes along, what stays behind"), self, large=True)
        self._counts = label("", "body", self, wrapped=True)
        self._reasons = label("", "secondary", self, wrapped=True)
        self._rows = TextRows(
            (self.tr("No."), self.tr("Kind"), self.tr("Why it stays behind")), self
        )
        self._table = TextTable(self.tr("What stays behind"), self._rows, (96, 104), self)
        self._table.setFixedHeight(28 * (_ROWS_HIGH + 1))
        self._table.doubleClicked.connect(self._on_go)
        self._table.selectionModel().selectionChanged.connect(self._show_state)
        self._go = button(self.tr("Show the row"), "outlined", parent=self)
        self._go.clicked.connect(self._on_go)
        self._confirm = button(self.tr("Nobody can be known from it"), "outlined", parent=self)
        self._confirm.clicked.connect(self._on_confirm)
        self._why_not = label("", "secondary", self, wrapped=True)
        self._look = button(self.tr("Look ahead"), "outlined", parent=self)
        self._look.clicked.connect(self.look_requested)
        deeds = QHBoxLayout()
        deeds.setSpacing(Measure.GRID)
        for widget in (self._go, self._confirm):
            deeds.addWidget(widget)
        deeds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        for part in (self._title, self._counts, self._reasons, self._table):
            column.addWidget(part)
        column.addWidget(self._look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(deeds)
        column.addWidget(self._why_not)
        self.clear()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._show([], "", self.tr("…"), look=False)

    def offer(self) -> None:
        """The round is large: looking ahead takes a while, so it is done when asked for."""
        words = self.tr("This round is large: looking ahead takes a while.")
        self._show([], words, "", look=True)

    def show_foreseen(self, found: Foreseen) -> None:
        """Say what would go and what would stay."""
        parts = [f"{title}: {count}" for title, count in found.rows.items() if title]
        counts = " · ".join(parts) or self.tr("%n row(s)", "", sum(found.rows.values()))
        reasons = Counter(held.why for held in found.held_back)
        if not found.held_back:
            self._show([], counts, self.tr("Nothing stays behind."), look=False)
            return
        told = ", ".join(f"{language.say(why.words)}: {count}" for why, count in reasons.items())
        words = self.tr("%n row(s) stay behind.", "", len(found.held_back))
        held = sorted(found.held_back, key=lambda each: each.why not in _CONFIRMABLE)
        self._show(held[:_MOST], counts, f"{words} {told}", look=False)

    def _show(self, held: list[Held], counts: str, reasons: str, *, look: bool) -> None:
        self._held = held
        self._counts.setText(counts)
        self._reasons.setText(reasons)
        self._rows.show_rows(
            [(each.code, language.say(KINDS[each.kind].words), _why(each)) for each in held]
        )
        for widget in (self._table, self._go, self._confirm):
            widget.setVisible(bool(held))
        self._look.setVisible(look)
        self._show_state()

    def _chosen(self) -> Held | None:
        at = self._table.chosen_row()
        return self._held[at] if 0 <= at < len(self._held) else None

    @Slot()
    def _show_state(self) -> None:
        held = self._chosen()
        waits = held is not None and held.why in _CONFIRMABLE
        self._go.setEnabled(held is not None)
        self._confirm.setEnabled(waits)
        why_not = ""
        if self._held and held is None:
            why_not = self.tr("choose a row first")
        elif held is not None and not waits:
            why_not = self.tr("this one waits for something else: see the row")
        self._why_not.setText(why_not)

    @Slot()
    def _on_go(self) -> None:
        held = self._chosen()
        if held is not None:
            self.go_requested.emit(held)

    @Slot()
    def _on_confirm(self) -> None:
        held = self._chosen()
        if held is not None and held.why in _CONFIRMABLE:
            self.confirm_requested.emit(held)


def _why(held: Held) -> str:
    words = language.say(held.why.words)
    if not held.likely:
        return words
    return f"{words}: {', '.join(language.say(each.words) for each in held.likely)}"
