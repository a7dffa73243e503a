"""Inlezen: a stranger's table into the round, on a page of its own, seen before it counts.

File, kind, sheet and header row above; left which column becomes what, right what would happen and
what does not fit; below the decision. Nothing is written before *Read in* is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.errors import KnownError, Problem
from samen_desktop.core.intake.mapping import Matched, Rules, match
from samen_desktop.core.intake.targets import TARGETS, Target
from samen_desktop.core.kinds import KINDS
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import ask
from samen_desktop.gui.page import Hint, Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.term_box import TermBox

from . import work
from .errands import Errands
from .matching import FIELD, FieldChoice, Matching, likeliest
from .preview_page import PreviewPage
from .text_rows import TextRows, TextTable

if TYPE_CHECKING:
    from .work import ReadIn, Source, SourceRow

_SETTLE_MS = 400
_LISTS = {"input": "inputs", "stakeholder": "stakeholders", "session": "sessions"}

_LEAST_BOX, _LEAST_ROW = 72, 44


class ReadInPage(PreviewPage):
    """Reading in with a preview."""

    name = "read_in"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, settings, parent)
        self._errands = Errands(bridge)
        self._path: Path | None = None
        self._source: Source | None = None
        self._matched: Matched | None = None
        self._preview: ReadIn | None = None
        self._back = Place("inputs")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._try_out)
        self._commands = [
            self._command(self.tr("Load a mapping…"), "Ctrl+Shift+L", self._on_load_wished),
            self._command(self.tr("Save the mapping…"), "Ctrl+Shift+M", self._on_save_wished),
        ]
        self._add_fields()
        self._notes = label("", "secondary", self, wrapped=True)
        self._notes.hide()
        self.lay_out(self._left(), self._right(), (3, 2), self._notes)
        self.show_state()

    def title(self) -> str:
        return self.tr("Read in")

    def arrive(self, place: Place) -> None:
        """`words` may name a file to begin with, `filters["kind"]` as what."""
        kinds = place.filters.get("kind", frozenset())
        if place.words:
            self.choose_file(Path(place.words))
        for kind in kinds & TARGETS.keys():
            self._kind.set_code(kind)
        if self._path is None:
            self.file.setFocus()

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+O", self.tr("choose a file")),
            Hint("F2", self.tr("change a column")),
            Hint("Ctrl+Enter", self.tr("read in")),
            Hint(self.tr("Esc"), self.tr("leave it")),
        )

    def commands(self) -> Sequence[QAction]:
        return self._commands

    # --- what stands on the page ----------------------------------------------

    def file_hint(self) -> str:
        return self.tr("an Excel or CSV file; or drop one here")

    def file_kinds(self) -> str:
        return self.tr("Tables (*.xlsx *.csv *.txt);;All files (*)")

    def _add_fields(self) -> None:
        self._kind = TermBox(parent=self)
        self._kind.set_terms(
            [(name, language.say(KINDS[each.kind].words_plural)) for name, each in TARGETS.items()],
            empty=None,
        )
        self._kind.set_code("inputs")
        self._kind.code_changed.connect(self._on_kind_changed)
        self._sheet = TermBox(parent=self)
        self._sheet.setEnabled(False)
        self._sheet.code_changed.connect(self._on_place_changed)
        self._row = QLineEdit(self)
        self._row.setMaximumWidth(72)
        self._row.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._row.editingFinished.connect(self._on_place_changed)
        for box in (self._kind, self._sheet):
            box.setMinimumWidth(_LEAST_BOX)
        self._row.setMinimumWidth(_LEAST_ROW)
        self.add_field(self.tr("As"), self._kind, 0)
        self.add_field(self.tr("Sheet"), self._sheet, 1)
        self.add_field(self.tr("Header row"), self._row, 2)
        for column, share in ((1, 2), (3, 2), (5, 1)):
            self.grid.setColumnStretch(column, share)

    def _left(self) -> QVBoxLayout:
        self._matching = Matching(self)
        self._matching.rules_changed.connect(self._on_rules_changed)
        self._columns = TextTable(self.tr("Columns"), self._matching, (180, 260), self)
        choice = FieldChoice(self._columns)
        self._columns.setItemDelegateForColumn(FIELD, choice)
        self._columns.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        triggers = QAbstractItemView.EditTrigger
        self._columns.setEditTriggers(
            triggers.EditKeyPressed
            | triggers.AnyKeyPressed
            | triggers.SelectedClicked
            | triggers.DoubleClicked
        )
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(Section(self.tr("Which column becomes what"), self, large=True))
        column.addWidget(self._columns, 1)
        return column

    def _right(self) -> QVBoxLayout:
        self._outcome = label("", "read", self, wrapped=True)
        self._problems_title = Section(self.tr("What does not fit"), self, large=True)
        self._problem_rows = TextRows((self.tr("Where"), self.tr("What")), self)
        self._problems = TextTable(self.tr("What does not fit"), self._problem_rows, (120,), self)
        self._problem = label("", "read", self, wrapped=True)
        self._problems.selectionModel().currentRowChanged.connect(self._on_problem_chosen)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(Section(self.tr("What will happen"), self, large=True))
        column.addWidget(self._outcome)
        column.addSpacing(12)
        column.addWidget(self._problems_title)
        column.addWidget(self._problems, 100)
        column.addWidget(self._problem)
        column.addStretch(1)
        return column

    def _command(self, text: str, keys: str, does: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self.addAction(action)
        return action

    # --- from file to preview ---------------------------------------------------

    def _target(self) -> Target:
        return TARGETS[self._kind.code()]

    def look_into(self, path: Path) -> None:
        """Sheet and header row are found by themselves."""
        self._open(path, None, None)

    def _open(self, path: Path, sheet: str | None, row: int | None) -> None:
        self._path = path
        self._forget()
        self._errands.open_table(path, sheet, row, self._on_opened, self.refused)
        self.show_state()

    def _on_opened(self, found: tuple[Source, list[SourceRow]]) -> None:
        source, sample = found
        fresh = self._source is None or self._source.sha256 != source.sha256
        self._source = source
        self._sheet.set_terms([(each, each) for each in source.sheets], empty=None)
        self._sheet.set_code(source.sheet)
        self._sheet.setEnabled(len(source.sheets) > 1)
        self._row.setText(str(source.header_row))
        self._notes.setText(" ".join(language.say(note) for note in source.notes))
        self._notes.setVisible(bool(source.notes))
        self._matching.show_table(source.header, [row.cells for row in sample])
        if fresh:
            self._kind.set_code(likeliest(list(TARGETS.values()), source.header).name)
        self._take(Rules())

    def _take(self, rules: Rules) -> None:
        if self._source is None:
            return
        try:
            self._matching.take(self._target(), rules, self._source.name)
        except KnownError as error:
            self.refused(error)
            return
        self._columns.setCurrentIndex(self._matching.index(0, FIELD))
        self._try_out()

    @Slot()
    def _try_out(self) -> None:
        """See what reading in would do with the columns as they stand."""
        self._forget()
        source = self._source
        if source is None:
            return
        try:
            self._matched = match(
                self._target(), source.header, self._matching.rules(), source.name
            )
        except KnownError as error:
            self.refused(error)
            return
        self._errands.preview(source, self._matched, self._on_preview, self.refused)
        self.show_state()

    def _on_preview(self, found: ReadIn) -> None:
        self._preview = found
        self._outcome.setText("\n".join(self._outcome_lines(found)))
        self._problem_rows.show_rows([_row_of(each) for each in found.problems])
        self.show_state()

    @Slot(QModelIndex)
    def _on_problem_chosen(self, index: QModelIndex) -> None:
        """The whole sentence of the row that is chosen: a row shows only its beginning."""
        found = self._preview.problems if self._preview is not None else []
        at = index.row()
        self._problem.setText(language.say(found[at].words) if 0 <= at < len(found) else "")

    def _forget(self) -> None:
        self._matched = None
        self._preview = None
        self._outcome.setText("")
        self.trouble.hide()
        self._problem_rows.show_rows([])
        self._problem.setText("")

    def show_state(self) -> None:
        found = self._preview
        self.go.setEnabled(found is not None and found.added > 0 and not self.long.busy)
        has_problems = found is not None and bool(found.problems)
        self._problems_title.setVisible(has_problems)
        self._problems.setVisible(has_problems)
        if found is None:
            words = self.tr("Nothing is written before you choose Read in.")
        elif found.added:
            words = self.tr("%n row(s) will be read in, as one step to undo.", "", found.added)
        else:
            words = self.tr("There is nothing to read in.")
        self.decision.setText(words)
        if self._source is None:
            self._outcome.setText(self.tr("Choose a file; you will see here what would happen."))

    def _outcome_lines(self, found: ReadIn) -> list[str]:
        lines = [self.tr("%n row(s) were read.", "", found.rows)]
        if found.added:
            codes = " … ".join(each for each in found.codes if each)
            new = self.tr("%n of them are new", "", found.added)
            lines.append(f"{new}: {codes}" if codes else f"{new}.")
        if found.known:
            lines.append(self.tr("%n were here already.", "", found.known))
        if found.skipped:
            lines.append(self.tr("%n do not fit.", "", found.skipped))
        for kind, count in found.made.items():
            words = KINDS[kind].words if count == 1 else KINDS[kind].words_plural
            made = f"{count} {language.say(words).lower()}"
            lines.append(self.tr("Made besides: {made}.").format(made=made))
        if found.before:
            lines.append(self.tr("This file was read in before."))
        if self._matched is not None and self._matched.unused:
            unused = ", ".join(self._matched.unused)
            lines.append(self.tr("Not read in: {columns}.").format(columns=unused))
        return lines

    # --- wishes --------------------------------------------------------------------

    @Slot()
    def _on_kind_changed(self) -> None:
        self._take(Rules())

    @Slot()
    def _on_place_changed(self) -> None:
        source, typed = self._source, self._row.text().strip()
        if source is None or self._path is None:
            return
        row = int(typed) if typed.isdigit() else source.header_row
        if (self._sheet.code(), row) != (source.sheet, source.header_row):
            other_sheet = self._sheet.code() != source.sheet
            self._open(self._path, self._sheet.code() or None, None if other_sheet else row)

    @Slot()
    def _on_rules_changed(self) -> None:
        self._forget()
        self.show_state()
        self._settle.start()

    @Slot()
    def _on_load_wished(self) -> None:
        kinds = self.tr("Mappings (*.json)")
        path = ask.file_to_open(self, self._settings, self.tr("Load a mapping"), kinds)
        if path is not None:
            self.load_mapping(path)

    @Slot()
    def _on_save_wished(self) -> None:
        kinds, name = self.tr("Mappings (*.json)"), f"{self._target().name}.json"
        title = self.tr("Save the mapping")
        path = ask.file_to_save(self, self._settings, title, kinds, name, ".json")
        if path is not None:
            self.save_mapping(path)

    def load_mapping(self, path: Path) -> None:
        """Match by the rules of a file."""
        try:
            self._take(work.rules_in(path, self._target()))
        except KnownError as error:
            self.refused(error)

    def save_mapping(self, path: Path) -> None:
        """Keep the rules that stand, as the command line reads them."""
        try:
            path.write_text(self._matching.rules().as_json() + "\n", encoding="utf-8")
        except OSError:
            words = self.tr("{name} cannot be written here.").format(name=path.name)
            self.message_posted.emit(Message("failed", words))
        else:
            words = self.tr("The mapping is kept in {name}.").format(name=path.name)
            self.message_posted.emit(Message("information", words))

    def read_in(self) -> None:
        source, matched, preview = self._source, self._matched, self._preview
        if source is None or matched is None or preview is None or self.long.busy:
            return
        self.go.setEnabled(False)
        self._errands.read_in(source, matched, preview.rows, self._on_read_in, self._on_not_read_in)

    def _on_read_in(self, found: ReadIn) -> None:
        target = self._target()
        words = self.tr("%n row(s) were read in.", "", found.added)
        self._clear()
        self.go_requested.emit(Place(_LISTS.get(target.kind, "follow_ups")))
        undo = self.tr("Undo")
        self.message_posted.emit(Message("information", words, undo, self._on_undo_wished))

    def _on_not_read_in(self, error: KnownError) -> None:
        self.message_posted.emit(Message("failed", language.say(error.words)))
        self.show_state()

    @Slot()
    def _on_undo_wished(self) -> None:
        self.bridge.undo()

    def leave(self) -> None:
        self._clear()
        self.go_requested.emit(self._back)

    def _clear(self) -> None:
        self._forget()
        self._source = None
        self._path = None
        self.file.clear()
        self._row.clear()
        self._notes.hide()
        self._matching.show_table((), ())
        self.show_state()


def _row_of(problem: Problem) -> tuple[str, str]:
    """Where it stands, as a spreadsheet says it, and what does not fit."""
    row = str(problem.row) if problem.row is not None else ""
    where = " · ".join(part for part in (problem.sheet, row, problem.column) if part)
    return where, language.say(problem.words)
