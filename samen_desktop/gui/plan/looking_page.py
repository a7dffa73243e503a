"""Vindplaatsen nakijken: what points into an earlier version, one by one or many at once.

Left what points where and what became of that place; right the chapter as it was and as it is.
Nagekeken leads on to the chapter that followed; of one that is gone another place is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.outlines import Became
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.section import Hairline, Section
from samen_desktop.gui.widgets.term_box import TermBox

from . import work
from .became_filter import BecameFilter
from .diff_pair import DiffPair
from .marked_rows import BECAME_SIGNS, Mark, MarkedRows, MarkedTable

if TYPE_CHECKING:
    from .work import Reference, Waiting

_KINDS = ("plan_version", "chapter", "input", "bundle")


class LookingPage(Page):
    """Looking again."""

    name = "look_again"

    def __init__(self, bridge: Bridge, _: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._found: Waiting | None = None
        self._shown: list[Reference] = []
        self._first = True
        self._build()

    def title(self) -> str:
        return self.tr("Look at places again")

    def arrive(self, place: Place) -> None:
        self._first = True
        self.bridge.read(work.waiting, self._on_read)
        self.table.setFocus()

    def hear(self, changes: Changes) -> None:
        if self.bridge.facts is not None and changes.touch(*_KINDS) and self.isVisible():
            self.bridge.read(work.waiting, self._on_read)

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+Enter", self.tr("looked at")),
            Hint("Ctrl+L", self.tr("choose another place")),
            Hint("Ctrl+A", self.tr("choose all")),
            Hint(self.tr("Enter"), self.tr("to the answer")),
            Hint(self.tr("Esc"), self.tr("back to the plan")),
        )

    # --- what stands on the page ----------------------------------------------

    def _build(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        body.setSpacing(12)
        body.addWidget(label(self.title(), "title", self))
        self.filter = BecameFilter(self)
        self.filter.changed.connect(self._show_rows)
        self._empty = EmptyState(parent=self)
        self._empty.setContentsMargins(-Measure.FIRST_COLUMN, 0, 0, 0)
        self._empty.chosen.connect(self._on_left)
        self._parts = QWidget(self)
        parts = QHBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(40)
        parts.addLayout(self._left(), 1)
        parts.addLayout(self._right(), 1)
        body.addWidget(self.filter)
        body.addWidget(self._empty)
        body.addWidget(self._parts, 1)
        body.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(Hairline(self))
        whole.addLayout(self._footer())

    def _left(self) -> QVBoxLayout:
        headers = (
            self.tr("No."),
            self.tr("About"),
            self.tr("Place"),
            self.tr("What became of it"),
        )
        self.rows = MarkedRows(headers, 3, self)
        self.table = MarkedTable(
            self.tr("What points into an earlier version"),
            self.rows,
            (72, 0, 116, 128),
            self,
            many=True,
        )
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.selectionModel().selectionChanged.connect(self._show_footer)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(self.table, 1)
        return column

    def _right(self) -> QVBoxLayout:
        self._title = Section("", self, large=True)
        self.pair = DiffPair(self)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(self._title)
        column.addWidget(self.pair, 1)
        return column

    def _footer(self) -> QHBoxLayout:
        self._decision = label("", "secondary", self, elided=True)
        self.place = TermBox(parent=self)
        self.place.setMinimumWidth(240)
        self._place_label = form_label(self.tr("Another place"), self.place, self)
        self._move = button(self.tr("Point there"), "outlined", keys="Ctrl+L", parent=self)
        self._move.setShortcut(QKeySequence("Ctrl+L"))
        self._move.clicked.connect(self._on_move_wished)
        self._back = button(self.tr("Close"), "outlined", keys=self.tr("Esc"), parent=self)
        self._back.clicked.connect(self._on_left)
        QShortcut(QKeySequence("Esc"), self, self._on_left)
        self._done = button(self.tr("Looked at"), "primary", "check", "Ctrl+Enter", self)
        self._done.setShortcut(QKeySequence("Ctrl+Return"))
        self._done.clicked.connect(self._on_done_wished)
        row = QHBoxLayout()
        row.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        row.setSpacing(12)
        row.addWidget(self._decision, 1)
        row.addWidget(self._place_label)
        row.addWidget(self.place)
        row.addWidget(self._move)
        row.addWidget(self._back)
        row.addWidget(self._done)
        return row

    # --- what is shown ------------------------------------------------------------

    def _on_read(self, found: Waiting) -> None:
        self._found = found
        every = [each.became for each in found.references]
        self.filter.show_all(every)
        wanted = [each for each in Became if each.needs_look and each in every]
        if self._first and wanted and len(wanted) < len(set(every)):
            self.filter.choose(wanted)
        self._first = False
        self.place.set_terms(
            [(each.id.hex(), f"{each.number} {each.title}".strip()) for each in found.chapters]
        )
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        at = max(self.table.currentIndex().row(), 0)
        references = self._found.references if self._found is not None else ()
        self._shown = [each for each in references if self.filter.passes(each.became)]
        self.rows.show_marked([_row(each) for each in self._shown])
        self._parts.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        if references:
            words = self.tr("Nothing with this filter.")
            self._empty.show_state(words, self.tr("%n without filter.", "", len(references)))
        else:
            words = self.tr("Nothing has to be looked at again.")
            self._empty.show_state(words, "", self.tr("To the plan"), met=True)
        if self._shown:
            self.table.choose_row(min(at, len(self._shown) - 1))
        else:
            self.pair.show_none()
        self._show_footer()

    @Slot()
    def _show_footer(self) -> None:
        chosen = self.chosen()
        ahead = [each for each in chosen if each.now is not None]
        self._done.setEnabled(bool(ahead))
        for each in (self._place_label, self.place, self._move):
            each.setEnabled(bool(chosen))
        if not chosen:
            words = ""
        elif len(ahead) == len(chosen):
            words = self.tr("%n chosen; looked at, it points at the new place.", "", len(chosen))
        elif ahead:
            words = self.tr("%n chosen; those whose place is gone stay.", "", len(chosen))
        else:
            words = self.tr("This place is gone: choose another one.")
        self._decision.setText(words)

    def chosen(self) -> list[Reference]:
        """What is chosen in the table."""
        return [self._shown[row] for row in self.table.chosen_rows() if row < len(self._shown)]

    @Slot(QModelIndex)
    def _on_row(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self._shown) or self._found is None:
            return
        one = self._shown[index.row()]
        self._title.set_title(f"{one.code}  {one.title}".strip()[:60])
        now = one.now.heading if one.now is not None else None
        number = self._found.number
        version = self.tr("Version %1").replace("%1", number)
        gone = self.tr("Not in version %1 any more").replace("%1", number)
        self.pair.show_pair(one.was.heading, now, self.tr("Was"), version if now else gone)

    # --- wishes --------------------------------------------------------------------

    @Slot()
    def _on_done_wished(self) -> None:
        chosen = [each for each in self.chosen() if each.now is not None]
        if chosen:
            self.bridge.write(work.leading_on(chosen), self._on_done, self._on_refused)

    def _on_done(self, count: int) -> None:
        self._say(self.tr("%n place(s) looked at.", "", count))

    @Slot()
    def _on_move_wished(self) -> None:
        chosen, code = self.chosen(), self.place.code()
        if not chosen:
            return
        if not code:
            self.place.setFocus()
            self.place.showPopup()
            return
        asked = work.placing_again(chosen, bytes.fromhex(code))
        self.bridge.write(
            asked, partial(self._on_moved, self.place.currentText()), self._on_refused
        )

    def _on_moved(self, where: str, count: int) -> None:
        self.place.set_code("")
        self._say(self.tr("%n now point(s) at %1.", "", count).replace("%1", where))
        self.table.setFocus()

    def _on_refused(self, error: KnownError) -> None:
        self.message_posted.emit(Message("failed", language.say(error.words)))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        one = self._shown[row]
        page = "bundles" if one.kind == "bundle" else "answers"
        self.go_requested.emit(Place(page, record=one.id))

    @Slot()
    def _on_left(self) -> None:
        self.go_requested.emit(Place("plan"))

    def _say(self, words: str) -> None:
        self.message_posted.emit(Message("information", words, self.tr("Undo"), self.bridge.undo))


def _row(each: Reference) -> tuple[tuple[str, str, str, str], Mark]:
    icon, role = BECAME_SIGNS[each.became]
    place = f"{each.was.number} {each.was.title}".strip()
    return (each.code, each.title, place, language.say(each.became.words)), Mark(icon, role)
