"""Herstel: what came out of a damaged file, and the texts that are for a person to judge.

Nothing of these texts counts in the round: who wants one copies it to where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.salvaging import Salvaged, outcome
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.files.text_rows import TextRows, TextTable, fit_rows
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Hint, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Hairline, Section

from . import work

_COUNTS_SEEN = 9


class SalvagedPage(Page):
    """The report of salvaging."""

    name = "salvaged"

    def __init__(self, bridge: Bridge, _: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._found: Salvaged | None = None
        self._arrived = False
        self._build()
        self._show(None)

    def title(self) -> str:
        return self.tr("Salvage")

    def arrive(self, _: Place) -> None:
        self._arrived = True
        self.bridge.read(work.kept, self._show)
        self._apart.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.everything and self._arrived and self.bridge.facts is not None:
            self.bridge.read(work.kept, self._show)

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+Shift+C", self.tr("copy the text")),
            Hint("Ctrl+Shift+W", self.tr("let go of these texts")),
        )

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        body.setSpacing(12)
        body.addWidget(label(self.title(), "title", self))
        self._said = label("", "read", self, wrapped=True)
        body.addWidget(self._said)
        self._counts_title = Section(self.tr("What the salvaged round holds"), self, large=True)
        body.addWidget(self._counts_title)
        headers = (self.tr("What"), self.tr("Here"), self.tr("In the last backup"))
        self._count_rows = TextRows(headers, self)
        self._counts = TextTable(self.tr("Counts"), self._count_rows, (260, 120), self)
        body.addWidget(self._counts)
        self._apart_title = Section(self.tr("Kept apart, for you to judge"), self, large=True)
        body.addWidget(self._apart_title)
        headers = (self.tr("Where"), self.tr("Field"), self.tr("Text as it can still be read"))
        self._apart_rows = TextRows(headers, self)
        self._apart = TextTable(self.tr("Kept apart"), self._apart_rows, (220, 180), self)
        self._apart.selectionModel().currentRowChanged.connect(self._show_chosen)
        body.addWidget(self._apart, 1)
        self._quiet = EmptyState(parent=self)
        self._quiet.setContentsMargins(-Measure.FIRST_COLUMN, 0, 0, 0)
        body.addWidget(self._quiet, 1)
        whole.addLayout(body, 1)
        self._line = Hairline(self)
        whole.addWidget(self._line)
        whole.addWidget(self._footer())

    def _footer(self) -> QWidget:
        self._foot = QWidget(self)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        row.setSpacing(12)
        words = self.tr("These texts are not in the lists. Copy what is right to where it belongs.")
        row.addWidget(label(words, "secondary", self._foot, elided=True), 1)
        forget = button(
            self.tr("Let go of these texts"), "outlined", "trash-2", "Ctrl+Shift+W", self._foot
        )
        forget.setShortcut(QKeySequence("Ctrl+Shift+W"))
        forget.clicked.connect(self._on_forget_wished)
        row.addWidget(forget)
        self._copy = button(self.tr("Copy text"), "primary", "copy", "Ctrl+Shift+C", self._foot)
        self._copy.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self._copy.clicked.connect(self._on_copy_wished)
        row.addWidget(self._copy)
        return self._foot

    def _show(self, found: Salvaged | None) -> None:
        self._found = found
        apart = () if found is None else found.apart
        self._said.setText("" if found is None else "\n".join(map(say, outcome(found))))
        self._said.setVisible(found is not None)
        self._count_rows.show_rows([] if found is None else _counted(found))
        fit_rows(self._counts, _COUNTS_SEEN)
        self._apart_rows.show_rows(
            [(say(each.where), say(each.field), each.text) for each in apart]
        )
        for shown in (self._counts_title, self._counts):
            shown.setVisible(found is not None)
        waiting: tuple[QWidget, ...] = (self._apart_title, self._apart, self._line, self._foot)
        for part in waiting:
            part.setVisible(bool(apart))
        self._quiet.setVisible(not apart)
        self._quiet.show_state(*self._quiet_words(found), met=found is not None)
        if apart:
            self._apart.selectRow(0)
        self._show_chosen()

    def _quiet_words(self, found: Salvaged | None) -> tuple[str, str]:
        if found is not None:
            return self.tr("No text waits for you."), ""
        return (
            self.tr("This round was never salvaged."),
            self.tr("File ▸ Salvage takes what can be read out of a damaged file, into a new one."),
        )

    @Slot()
    def _show_chosen(self) -> None:
        self._copy.setEnabled(self._apart.chosen_row() >= 0)

    @Slot()
    def _on_copy_wished(self) -> None:
        at = self._apart.chosen_row()
        if self._found is not None and 0 <= at < len(self._found.apart):
            QGuiApplication.clipboard().setText(self._found.apart[at].text)

    @Slot()
    def _on_forget_wished(self) -> None:
        self.bridge.write(work.forget, self._on_forgotten)

    def _on_forgotten(self, _: None) -> None:
        self._show(None)


def _counted(found: Salvaged) -> list[tuple[str, str, str]]:
    """A row for each notion there is something of."""
    when = ""
    if found.backup_from:
        when = f" ({datetime.fromisoformat(found.backup_from).astimezone():%d-%m-%Y})"
    rows = []
    for kind in KINDS.values():
        here, there = found.here.get(kind.plural, 0), found.there.get(kind.plural)
        if here or there:
            told = "–" if there is None else f"{there}{when}"
            rows.append((say(kind.words_plural), str(here), told))
    return rows
