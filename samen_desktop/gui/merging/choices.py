"""Values that two people gave the same field, side by side; one key keeps one of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.merging import Choice
from samen_desktop.gui.files.text_rows import TextRows, TextTable, fit_rows
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import Button, button
from samen_desktop.gui.widgets.labels import Label, label
from samen_desktop.gui.widgets.section import Section

_MOST_SEEN = 200
_MOST_SIDES = 4
"""Values shown side by side: more laptops than that hardly ever change one field."""


class Choices(QWidget):
    """The list of choices, and under it the values of the chosen one.

    Signals: `chosen(Choice, object)` with the value that is to stay.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._can_choose = False
        self._title = Section(self.tr("Changed in two places"), self, large=True)
        headers = (self.tr("No."), self.tr("Field"), self.tr("Shown now"), self.tr("Other"))
        self._rows = TextRows(headers, self)
        name = self.tr("Changed in two places")
        self.table = TextTable(name, self._rows, (96, 132, 150), self)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._sides = [_Side(at, self) for at in range(_MOST_SIDES)]
        self._hint = label("", "secondary", self, wrapped=True)
        self._later = button(self.tr("Later"), "outlined", keys="Ctrl+0", parent=self)
        self._later.clicked.connect(self._on_later)
        self._build()
        for at, side in enumerate(self._sides):
            side.kept.connect(self._on_kept)
            QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self, side.keep)
        QShortcut(QKeySequence("Ctrl+0"), self, self._on_later)

    def show_choices(self, choices: Sequence[Choice], *, can_choose: bool) -> None:
        """Show these; without `can_choose` only to be read, since nothing was merged yet."""
        at = self.table.chosen_row()
        self._choices = tuple(choices)
        self._can_choose = can_choose
        self._rows.show_rows([_row(each) for each in choices])
        fit_rows(self.table, _MOST_SEEN)
        self._title.set_remark(str(len(choices)) if choices else "")
        self._hint.setText("" if can_choose else self.tr("You choose after merging."))
        self._hint.setVisible(not can_choose and bool(choices))
        if choices:
            self.table.selectRow(max(min(at, len(choices) - 1), 0))
        self._show_chosen()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Measure.BLOCK)
        grid.setVerticalSpacing(12)
        for at, side in enumerate(self._sides):
            grid.addWidget(side, at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        last = QHBoxLayout()
        last.addWidget(self._later)
        last.addWidget(self._hint, 1)
        last.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addWidget(self._title)
        column.addWidget(self.table, 100)
        column.addLayout(grid)
        column.addLayout(last)
        column.addStretch(1)

    def _chosen(self) -> Choice | None:
        at = self.table.chosen_row()
        return self._choices[at] if 0 <= at < len(self._choices) else None

    @Slot(QModelIndex)
    def _on_row_changed(self, _: QModelIndex) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        choice = self._chosen()
        for at, side in enumerate(self._sides):
            side.show_side(choice, at, can_choose=self._can_choose)
        self._later.setVisible(self._can_choose and len(self._choices) > 1)

    @Slot(object)
    def _on_kept(self, value: object) -> None:
        choice = self._chosen()
        if choice is not None and self._can_choose:
            self.chosen.emit(choice, value)

    @Slot()
    def _on_later(self) -> None:
        """Leave this one as it is and look at the next."""
        count = len(self._choices)
        if count:
            self.table.selectRow((self.table.chosen_row() + 1) % count)


class _Side(QWidget):
    """One value with who gave it when. Signals: `kept(object)` with the value."""

    kept = Signal(object)

    def __init__(self, at: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = at
        self._value: object = None
        self._who: Label = label("", "secondary", self, elided=True)
        self._text: Label = label("", "read", self, wrapped=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = self.tr("Keep this one") if at == 0 else self.tr("Take this one")
        self._keep: Button = button(words, "outlined", keys=f"Ctrl+{at + 1}", parent=self)
        self._keep.clicked.connect(self.keep)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.HALF)
        column.addWidget(self._who)
        column.addWidget(self._text, 1)
        column.addLayout(row)

    def show_side(self, choice: Choice | None, at: int, *, can_choose: bool) -> None:
        """Show one value of a choice, or nothing where it has not as many."""
        side = choice.sides[at] if choice is not None and at < len(choice.sides) else None
        self.setVisible(side is not None)
        if side is None:
            return
        self._value = side.value
        when = side.when.strftime("%d-%m-%Y %H:%M")
        self._who.setText(f"{side.author} · {when}")
        self._text.setText(_short(side.text) or self.tr("(empty)"))
        self._keep.setVisible(can_choose)

    @Slot()
    def keep(self) -> None:
        if self.isVisible():
            self.kept.emit(self._value)


def _row(choice: Choice) -> tuple[str, str, str, str]:
    texts = [" ".join(side.text.split()) or "–" for side in choice.sides]
    return choice.code or choice.title, choice.label, texts[0], " / ".join(texts[1:])


def _short(text: str) -> str:
    """The whole of it stands in the record; here the beginning tells two values apart."""
    return text if len(text) <= 400 else text[:399] + "…"
