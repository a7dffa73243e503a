"""What a record was: values that stand side by side, and who changed what when.

The same under a detail and in a form. Which value stays is written by whoever shows this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import dates
from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section

from .step_buttons import IconButton
from .work import Change, Told

_SHOWN = 5
_TOLD_APART = 4
_AUTHOR = 104
_YES_NO = {0: Words("nee", "no"), 1: Words("ja", "yes")}
_TOP = Qt.AlignmentFlag.AlignTop


class Versions(QWidget):
    """Fields with several values, each with a button to keep it.

    Signals: `chosen(str, object)` with the field and the value that is to stay.
    """

    chosen = Signal(str, object)

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addWidget(Section(self.tr("Changed in two places"), self, icon="git-merge"))
        for choice in told.choices:
            column.addWidget(label(choice.label, "secondary", self, wrapped=True))
            for at, side in enumerate(choice.sides):
                stays = self.tr("Keep this one") if at else self.tr("Keep (shown now)")
                line = QHBoxLayout()
                said = QVBoxLayout()
                said.setSpacing(0)
                said.addWidget(label(side.text or "–", "body", self, wrapped=True))
                who = f"{side.author} · {side.when:%d-%m-%Y %H:%M}"
                said.addWidget(label(who, "secondary", self, elided=True))
                line.addLayout(said, 1)
                made = button(stays, "outlined", parent=self)
                made.clicked.connect(partial(self.chosen.emit, choice.field, side.value))
                line.addWidget(made, 0, _TOP)
                column.addLayout(line)


class History(QWidget):
    """The changes of a record, the newest first.

    Signals: `whole_wanted()` when all are shown; `take_back_requested(bytes)` with a step.
    """

    whole_wanted = Signal()
    take_back_requested = Signal(bytes)

    def __init__(self, told: Told, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        order = {
            language.say(each.words)
            for each in KINDS[told.record.kind].fields
            if each.type is Type.ORDER
        }
        self._undoable = set(told.undoable)
        self._lines = _by_step([each for each in told.history if each.field not in order])
        self._section = Section(self.tr("History"), self)
        self._section.link_chosen.connect(self._on_whole)
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(4)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnMinimumWidth(1, 32)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        column.addWidget(self._section)
        column.addLayout(self._grid)
        shown = self._lines if whole else self._lines[:_SHOWN]
        if len(shown) < len(self._lines):
            self._section.set_link(self.tr("all %n", "", len(self._lines)))
        self._add(shown)

    def _add(self, lines: Sequence[Change]) -> None:
        this_year = datetime.now().astimezone().year
        for change in lines:
            row = self._grid.rowCount()
            pattern = "%d-%m %H:%M" if change.when.year == this_year else "%d-%m-%Y"
            when = label(change.when.strftime(pattern), "secondary", self)
            when.setToolTip(change.when.strftime("%d-%m-%Y %H:%M"))
            self._grid.addWidget(when, row, 0, _TOP)
            who = label(change.author, "secondary", self, elided=True)
            who.setMaximumWidth(_AUTHOR)
            self._grid.addWidget(who, row, 1, _TOP)
            self._grid.addWidget(label(_line(change), "body", self, wrapped=True), row, 2)
            if change.edit in self._undoable:
                self._undoable.discard(change.edit)  # once for each step
                self._grid.addWidget(self._undo_button(change), row, 3, _TOP)

    def _undo_button(self, change: Change) -> QWidget:
        """Takes a step back, whoever made it; Ctrl+Z takes only what was done here."""
        step = language.say(change.step)
        words = self.tr("Undo {step} of {who}").format(step=step, who=change.author)
        made = IconButton("undo-2", words, self)
        made.clicked.connect(partial(self.take_back_requested.emit, change.edit))
        return made

    @Slot()
    def _on_whole(self) -> None:
        self._section.set_link("")
        self._add(self._lines[_SHOWN:])
        self.whole_wanted.emit()


def in_words(field: Field, value: Scalar, told: Told) -> str:
    """A value of a record as people read it; empty for none."""
    if value is None or value == "":
        return ""
    text = str(value)
    if field.type is Type.YES_NO:
        return language.say(_YES_NO[1 if value else 0])
    if field.type is Type.TERM:
        return told.labels.get(field.vocabulary, {}).get(text, text)
    if field.type is Type.REF:
        return told.record.labels.get(text, text)
    return dates.show(text, language.current()) if field.type is Type.DATE else text


def _by_step(changes: Sequence[Change]) -> list[Change]:
    """Changes with those of one step that filled many fields told as the step: made, read in."""
    told: list[Change] = []
    for _, group in groupby(changes, key=lambda each: (each.when, each.author, each.step)):
        several = list(group)
        if len(several) > _TOLD_APART:
            words = language.say(several[0].step)
            told.append(replace(several[0], field=words, old="", new=""))
        else:
            told += several
    return told


def _line(change: Change) -> str:
    """What a change says in one line: the field, what it was, what it became."""
    field = change.field[:1].lower() + change.field[1:]
    old, new = _cut(change.old), _cut(change.new)
    if not old and not new:
        return field
    return f"{field}: {old} → {new or '–'}" if old else f"{field}: {new}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"
