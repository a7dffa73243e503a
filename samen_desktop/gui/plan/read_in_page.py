"""Planversie inlezen: a next version from a Word or Markdown document, seen before it counts.

File, number, date and status above; left what becomes of every chapter, right what would have to
be looked at again and the chapter as it was and becomes. Nothing is written before *Read in*.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core.outlines import Became, Heading, Step, next_number
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.files.preview_page import PreviewPage
from samen_desktop.gui.page import Hint, Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.date_field import DateField
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.term_box import TermBox

from . import work
from .became_filter import BecameFilter
from .diff_pair import DiffPair
from .errands import PlanErrands
from .marked_rows import BECAME_SIGNS, Mark, MarkedRows, MarkedTable

if TYPE_CHECKING:
    from .work import Document, Foreseen, Reference

_SHOWN = (Became.NEW, Became.CHANGED, Became.MOVED, Became.VANISHED, Became.SAME)


class PlanReadInPage(PreviewPage):
    """Reading a version in, with a preview."""

    name = "read_plan"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, settings, parent)
        self._errands = PlanErrands(bridge)
        self._document: Document | None = None
        self._foreseen: Foreseen | None = None
        self._rows_shown: list[Step] = []
        self._add_fields()
        self.lay_out(self._left(), self._right(), (1, 1))
        self.show_state()

    def title(self) -> str:
        return self.tr("Read in a plan version")

    def arrive(self, place: Place) -> None:
        """`words` may name a file to begin with."""
        self.bridge.read(work.version_statuses(language.current()), self._on_statuses)
        if place.words:
            self.choose_file(Path(place.words))
        self.file.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.everything:
            self._forget()
            self.file.clear()
        elif self._document is None or self.long.busy:
            return
        elif changes.touch("plan_version", "chapter"):
            self.look_into(Path(self.file.text()))

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+O", self.tr("choose a file")),
            Hint("Ctrl+Enter", self.tr("read in")),
            Hint(self.tr("Esc"), self.tr("leave it")),
        )

    @property
    def foreseen(self) -> Foreseen | None:
        """What reading in would do; None while no document was looked at."""
        return self._foreseen

    # --- what stands on the page ----------------------------------------------

    def file_hint(self) -> str:
        return self.tr("a Word or Markdown document; or drop one here")

    def file_kinds(self) -> str:
        return self.tr("Word and Markdown (*.docx *.md *.markdown);;All files (*)")

    def _add_fields(self) -> None:
        self._number = QLineEdit(self)
        self._number.setMaxLength(20)
        self._number.textChanged.connect(self.show_state)
        self._date = DateField("", self)
        self._status = TermBox(parent=self)
        self.add_field(self.tr("Version number"), self._number, 0)
        self.add_field(self.tr("Date"), self._date, 1)
        self.add_field(self.tr("Status"), self._status, 2)
        for column in (1, 3, 5):
            self.grid.setColumnStretch(column, 1)

    def _left(self) -> QVBoxLayout:
        self._chapters_title = Section(self.tr("What becomes of the chapters"), self, large=True)
        self.filter = BecameFilter(self)
        self.filter.changed.connect(self._show_chapters)
        headers = (self.tr("No."), self.tr("Chapter"), self.tr("What becomes of it"))
        self.rows = MarkedRows(headers, 2, self, indented=1)
        self.table = MarkedTable(self.tr("Chapters"), self.rows, (72, 0, 148), self)
        self.table.selectionModel().currentRowChanged.connect(self._on_chapter_chosen)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(self._chapters_title)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        return column

    def _right(self) -> QVBoxLayout:
        self._outcome = label("", "read", self, wrapped=True)
        self._again_title = Section(self.tr("To be looked at again"), self, large=True)
        headers = (self.tr("No."), self.tr("Chapter"), self.tr("What becomes of it"))
        self.again = MarkedRows(headers, 2, self)
        self._again_table = MarkedTable(
            self.tr("To be looked at again"), self.again, (72, 0, 148), self
        )
        self._again_table.selectionModel().currentRowChanged.connect(self._on_reference_chosen)
        self._pair_title = Section(self.tr("Was and becomes"), self, large=True)
        self.pair = DiffPair(self)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(Section(self.tr("What will happen"), self, large=True))
        column.addWidget(self._outcome)
        column.addSpacing(Measure.GRID)
        column.addWidget(self._again_title)
        column.addWidget(self._again_table, 2)
        column.addWidget(self._pair_title)
        column.addWidget(self.pair, 3)
        return column

    # --- from file to preview ---------------------------------------------------

    def look_into(self, path: Path) -> None:
        self._forget()
        self._errands.look(path, self._on_looked, self.refused)
        self.show_state()

    def _on_looked(self, document: Document, foreseen: Foreseen) -> None:
        self._document, self._foreseen = document, foreseen
        if not self._number.text().strip():
            self._number.setText(next_number(foreseen.number, "") if foreseen.number else "1.0")
        self.filter.show_all([each.became for each in foreseen.steps])
        self._show_chapters()
        self.again.show_marked([_again(step, each) for step, each in foreseen.affected])
        self._outcome.setText("\n".join(self._outcome_lines(document, foreseen)))
        self.show_state()
        self.table.setFocus()
        self.table.selectRow(0)

    @Slot()
    def _show_chapters(self) -> None:
        foreseen = self._foreseen
        steps = foreseen.steps if foreseen is not None else ()
        self._rows_shown = [each for each in steps if self.filter.passes(each.became)]
        told = []
        for step in self._rows_shown:
            heading = self._heading(step)
            icon, role = BECAME_SIGNS[step.became]
            words = language.say(step.became.words)
            old = self._old(step)
            if step.became is Became.MOVED and old is not None:
                words = self.tr("moved, was %1").replace("%1", old.number)
            cells = (heading.number, heading.title, words)
            told.append((cells, Mark(icon, role, heading.level)))
        self.rows.show_marked(told)

    def _old(self, step: Step) -> Heading | None:
        found = self._foreseen
        return found.old[step.old].heading if found and step.old is not None else None

    def _new(self, step: Step) -> Heading | None:
        found = self._document
        return found.headings[step.new] if found and step.new is not None else None

    def _heading(self, step: Step) -> Heading:
        return self._new(step) or self._old(step) or Heading(1, "", "")

    @Slot(QModelIndex)
    def _on_chapter_chosen(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._rows_shown):
            self._compare(self._rows_shown[index.row()])

    @Slot(QModelIndex)
    def _on_reference_chosen(self, index: QModelIndex) -> None:
        affected = self._foreseen.affected if self._foreseen is not None else ()
        if 0 <= index.row() < len(affected):
            self._compare(affected[index.row()][0])

    def _compare(self, step: Step) -> None:
        was, now = self._old(step), self._new(step)
        gone, new = self.tr("not in this document"), self.tr("not in the version that stands")
        before = self.tr("Was") if was is not None else new
        self.pair.show_pair(was, now, before, self.tr("Becomes") if now is not None else gone)

    def _forget(self) -> None:
        self._document = self._foreseen = None
        self.trouble.hide()
        self._outcome.setText("")
        self.filter.show_all([])
        self._show_chapters()
        self.again.show_marked([])
        self.pair.show_none()

    @Slot()
    def show_state(self) -> None:
        found = self._foreseen
        self.go.setEnabled(found is not None and bool(self._number.text().strip()))
        affected = found is not None and bool(found.affected)
        self._again_title.setVisible(affected)
        self._again_table.setVisible(affected)
        self._pair_title.setVisible(found is not None)
        if found is None:
            words = self.tr("Nothing is written before you choose Read in.")
        elif not self._number.text().strip():
            words = self.tr("Give the version a number first.")
        else:
            words = self.tr("Reading in is one step to undo; a backup is made first.")
        self.decision.setText(words)
        if found is None:
            self._outcome.setText(self.tr("Choose a document; you will see here what happens."))

    def _outcome_lines(self, document: Document, found: Foreseen) -> list[str]:
        count = len(document.headings)
        lines = [self.tr("%n chapter(s) and paragraphs were found.", "", count)]
        if found.number:
            told = ", ".join(
                f"{found.count(each)} {language.say(each.words)}"
                for each in _SHOWN
                if found.count(each)
            )
            since = self.tr("Since version %1: %2.")
            lines.append(since.replace("%1", found.number).replace("%2", told))
            again = self.tr(
                "%n answer(s) and inputs have to be looked at again.", "", len(found.affected)
            )
            lines.append(again)
        return lines

    # --- wishes --------------------------------------------------------------------

    def _on_statuses(self, statuses: list[tuple[str, str]]) -> None:
        fresh = not self._status.count()
        self._status.set_terms(statuses)
        if fresh:
            self._status.set_code("CONCEPT")

    def read_in(self) -> None:
        if self._document is None or not self._date.take():
            return
        about = {
            "number": self._number.text().strip(),
            "date": self._date.iso(),
            "status": self._status.code(),
        }
        self.go.setEnabled(False)
        self._errands.take_in(self._document, about, self._on_taken_in, self.refused)

    def _on_taken_in(self, version: bytes) -> None:
        number = self._number.text().strip()
        again = len(self._foreseen.affected) if self._foreseen is not None else 0
        self._forget()
        self.file.clear()
        self._number.clear()
        self._date.set_iso("")
        said = self.tr("Plan version %1 was read in.").replace("%1", number)
        link = self.tr("Look at places again") if again else ""
        wish = self._go_looking if again else None
        undo = self.tr("Undo")
        self.go_requested.emit(Place("plan", record=version))
        self.message_posted.emit(Message("information", said, undo, self.bridge.undo, link, wish))

    def _go_looking(self) -> None:
        self.go_requested.emit(Place("look_again"))

    def leave(self) -> None:
        self._forget()
        self.file.clear()
        self.go_requested.emit(Place("plan"))


def _again(step: Step, reference: Reference) -> tuple[tuple[str, str, str], Mark]:
    chapter = f"{reference.was.number} {reference.was.title}".strip()
    icon, role = BECAME_SIGNS[step.became]
    return (reference.code, chapter, language.say(step.became.words)), Mark(icon, role)
