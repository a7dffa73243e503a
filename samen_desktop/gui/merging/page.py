"""Samenvoegen: what others did on their laptops, seen before it counts and settled afterwards.

Above the files with what each brings, or the merges made before; below what two people changed
differently and what was perhaps made twice. Nothing is written before *Merge* is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.merging import Choice, Pair, Told, notices, twice_told
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.files.progress import ProgressRow
from samen_desktop.gui.files.text_rows import TextRows, TextTable, fit_rows
from samen_desktop.gui.frame import ask
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Hairline, Section

from . import work
from .choices import Choices
from .errands import MergeErrands
from .pairs import Pairs
from .rows import FileRows

if TYPE_CHECKING:
    from .work import Past, Standing

_TWICE_SEEN = 5
_FILES_SEEN = 5
"""Rows of the table of files that are seen at once."""


class MergePage(Page):
    """Merging with a preview."""

    name = "merge"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._errands = MergeErrands(bridge)
        self._paths: list[Path] = []
        self._told: Told | None = None
        self._past: Sequence[tuple[Past, tuple[str, ...]]] = ()
        self._arrived_here = False
        self._texts = FileRows(self)
        self._build()
        self._show_state()

    def title(self) -> str:
        return self.tr("Merge")

    def arrive(self, place: Place) -> None:
        """`words` may name files to begin with, one on a line."""
        self._arrived_here = True
        paths = [Path(line) for line in place.words.split("\n") if line]
        if paths:
            self.choose_files(paths)
        else:
            self._read()
        self._files.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.everything:
            self._leave_files()
        if self._arrived_here and self.bridge.facts is not None:
            self._read()

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+Shift+O", self.tr("choose files")),
            Hint("Ctrl+Enter", self.tr("merge")),
            Hint("Ctrl+1", self.tr("keep this value")),
            Hint("Ctrl+J", self.tr("join into one")),
            Hint(self.tr("Esc"), self.tr("leave it")),
        )

    def choose_files(self, paths: Sequence[Path]) -> None:
        """Look at these files beside those that stand here already."""
        facts = self.bridge.facts
        if facts is None or self._errands.long.busy:
            return
        self._paths += [path for path in paths if path not in self._paths]
        self._told = None
        self._trouble.hide()
        self._errands.look(self._paths, facts.path, self._on_looked, self._on_refused)
        self._show_state()

    # --- what stands on the page ----------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        body.setSpacing(12)
        body.addLayout(self._head())
        body.addLayout(self._files_part())
        self._quiet = EmptyState(parent=self)
        self._quiet.setContentsMargins(-Measure.FIRST_COLUMN, 0, 0, 0)
        self._quiet.chosen.connect(self._on_choose_wished)
        body.addWidget(self._quiet, 1)
        parts = QHBoxLayout()
        parts.setSpacing(40)
        self._choices = Choices(self)
        self._choices.chosen.connect(self._on_chosen)
        self._pairs = Pairs(self)
        self._pairs.joined.connect(self._on_joined)
        self._pairs.parted.connect(self._on_parted)
        parts.addWidget(self._choices, 3)
        parts.addWidget(self._pairs, 2)
        body.addLayout(parts, 1)
        whole.addLayout(body, 1)
        whole.addWidget(ProgressRow(self._errands.long, self))
        whole.addWidget(Hairline(self))
        whole.addLayout(self._footer())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.title(), "title", self))
        row.addStretch(1)
        words, keys = self.tr("Choose files…"), "Ctrl+Shift+O"
        choose = button(words, "outlined", "folder-open", keys, self)
        choose.setShortcut(QKeySequence(keys))
        choose.clicked.connect(self._on_choose_wished)
        row.addWidget(choose)
        return row

    def _files_part(self) -> QVBoxLayout:
        self._files_title = Section("", self, large=True)
        headers = (self.tr("File"), self.tr("What it brings"), self.tr("Remark"))
        self._rows = TextRows(headers, self)
        self._files = TextTable(self.tr("Files"), self._rows, (260, 520), self)
        self._files.selectionModel().currentRowChanged.connect(self._show_footer)
        self._notices = label("", "read", self, wrapped=True)
        self._trouble = label("", "error", self, wrapped=True)
        self._trouble.hide()
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(self._files_title)
        column.addWidget(self._files)
        column.addWidget(self._notices)
        column.addWidget(self._trouble)
        return column

    def _footer(self) -> QHBoxLayout:
        self._decision = label("", "secondary", self)
        self._back = button(self.tr("Undo this merge"), "outlined", "undo-2", parent=self)
        self._back.clicked.connect(self._on_back_wished)
        leave = button(self.tr("Cancel"), "outlined", keys=self.tr("Esc"), parent=self)
        # A button that gets other words forgets its shortcut; a shortcut of its own does not.
        QShortcut(QKeySequence("Esc"), self, self._on_left)
        leave.clicked.connect(self._on_left)
        self._go = button(self.tr("Merge"), "primary", keys="Ctrl+Enter", parent=self)
        self._go.setShortcut(QKeySequence("Ctrl+Return"))
        self._go.clicked.connect(self._on_merge_wished)
        self._leave = leave
        row = QHBoxLayout()
        row.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        row.setSpacing(12)
        row.addWidget(self._decision, 1)
        row.addWidget(self._back)
        row.addWidget(leave)
        row.addWidget(self._go)
        return row

    # --- from files to outcome --------------------------------------------------

    def _on_looked(self, told: Told) -> None:
        self._told = told
        self._show_told(told)

    def _show_told(self, told: Told) -> None:
        self._rows.show_rows(self._texts.of_files(told.files))
        lines = [language.say(words) for words in notices(told)]
        if not told.edits and told.undone is not None:
            lines.append(self.tr("This was merged before and undone since; it can be redone."))
        self._notices.setText("\n".join(lines))
        self._choices.show_choices(told.choices, can_choose=False)
        self._pairs.show_pairs(told.pairs, can_join=False)
        self._show_state()

    def _read(self) -> None:
        """What waits in the round as it stands; while files are looked at, those stand here."""
        if not self._paths:
            self.bridge.read(work.standing(language.current()), self._on_standing)

    def _on_standing(self, found: Standing) -> None:
        if self._paths:
            return
        at = self._files.chosen_row()
        self._past = self._texts.of_past(found.past)
        self._rows.show_rows([row for _, row in self._past])
        if self._past:
            self._files.selectRow(max(min(at, len(self._past) - 1), 0))
        lines = [language.say(words) for words in twice_told(found.twice[:_TWICE_SEEN])]
        self._notices.setText("\n".join(lines))
        self._choices.show_choices(found.choices, can_choose=True)
        self._pairs.show_pairs(found.pairs, can_join=True)
        self._show_state()

    def _on_refused(self, error: KnownError) -> None:
        self._trouble.setText(language.say(error.words))
        self._trouble.show()
        self._leave_files()
        self._read()

    def _show_state(self) -> None:
        looking = bool(self._paths)
        title = self.tr("What would come in") if looking else self.tr("Merged before")
        self._files_title.set_title(title)
        has_rows = self._rows.rowCount() > 0
        self._files_title.setVisible(looking or has_rows)
        self._files.setVisible(looking or has_rows)
        self._notices.setVisible(bool(self._notices.text()))
        has_choices = self._choices.table.model().rowCount() > 0
        has_pairs = self._pairs.table.model().rowCount() > 0
        self._choices.setVisible(has_choices)
        self._pairs.setVisible(has_pairs)
        fit_rows(self._files, _FILES_SEEN)
        self._quiet.setVisible(not (has_choices or has_pairs))
        self._show_quiet()
        self._show_footer()

    def _show_quiet(self) -> None:
        """What stands where there is nothing to choose or join."""
        if self._paths:
            self._quiet.show_state("")
        elif self._rows.rowCount():
            self._quiet.show_state(self.tr("Nothing waits for a choice."), met=True)
        else:
            self._quiet.show_state(
                self.tr("Here comes together what others did on their laptops."),
                self.tr(
                    "Choose their files, or drop them on the window. You see what would come in"
                    " before anything is written."
                ),
                self.tr("Choose files…"),
                "Ctrl+Shift+O",
            )

    @Slot()
    def _show_footer(self) -> None:
        told = self._told
        ready = told is not None and told.edits > 0 and not self._errands.long.busy
        self._go.setEnabled(ready)
        self._go.setVisible(bool(self._paths))
        self._leave.setText(self.tr("Cancel") if self._paths else self.tr("Close"))
        past = self._chosen_past()
        redoable = told is not None and not told.edits and told.undone is not None
        undone = redoable or (past is not None and past.undone)
        self._back.setVisible(redoable or past is not None)
        self._back.setText(self.tr("Redo this merge") if undone else self.tr("Undo this merge"))
        self._decision.setText(self._decision_words(told))

    def _decision_words(self, told: Told | None) -> str:
        if not self._paths:
            return ""
        if told is None:
            return self.tr("Nothing is written before you choose Merge.")
        if not told.edits:
            return self.tr("There is nothing new; merging would change nothing.")
        return self.tr("Merging is one step to undo; a backup is made first.")

    def _chosen_past(self) -> Past | None:
        at = self._files.chosen_row()
        if self._paths or not 0 <= at < len(self._past):
            return None
        return self._past[at][0]

    # --- wishes --------------------------------------------------------------------

    @Slot()
    def _on_choose_wished(self) -> None:
        kinds = self.tr("Rounds (*.samen);;All files (*)")
        paths = ask.files_to_open(self, self._settings, self.tr("Merge files"), kinds)
        if paths:
            self.choose_files(paths)

    @Slot()
    def _on_merge_wished(self) -> None:
        if self._go.isEnabled() and self._paths:
            self._go.setEnabled(False)
            self._errands.merge(self._on_merged, self._on_not_merged)

    def _on_merged(self, told: Told) -> None:
        self._leave_files()
        self._read()
        self._say(self.tr("%n step(s) came in.", "", told.edits), undo=True)
        self._files.setFocus()

    def _on_not_merged(self, error: KnownError) -> None:
        self.message_posted.emit(Message("failed", language.say(error.words)))
        self._show_state()

    @Slot()
    def _on_back_wished(self) -> None:
        past, told = self._chosen_past(), self._told
        if past is not None:
            wish = work.bringing_back if past.undone else work.taking_back
            self.bridge.write(wish(past.edit), partial(self._on_back, undone=not past.undone))
        elif told is not None and told.undone is not None:
            self._leave_files()
            redo = work.bringing_back(told.undone)
            self.bridge.write(redo, partial(self._on_back, undone=False))

    def _on_back(self, overtaken: int, *, undone: bool) -> None:
        words = self.tr("The merge was undone.") if undone else self.tr("The merge stands again.")
        later = self.tr("%n record(s) changed since stay as they are.", "", overtaken)
        self._say(f"{words} {later}" if overtaken else words, undo=False)
        self._read()

    @Slot(object, object)
    def _on_chosen(self, choice: Choice, value: object) -> None:
        kept = value if isinstance(value, str | int) else None
        words = self.tr("{field} of {record} is settled.")
        said = words.format(field=choice.label, record=choice.code or choice.title)
        asked = work.choosing(choice.record, choice.field, kept)
        self.bridge.write(asked, partial(self._on_settled, said))

    @Slot(object)
    def _on_joined(self, pair: Pair) -> None:
        said = self.tr("{one} is read as {other} from now on.").format(
            one=pair.goes.said(), other=pair.stays.said()
        )
        self.bridge.write(work.joining(pair), partial(self._on_settled, said))

    @Slot(object)
    def _on_parted(self, pair: Pair) -> None:
        self.bridge.write(work.parting(pair), self._on_apart)

    def _on_settled(self, said: str, _: object) -> None:
        self._say(said, undo=True)

    def _on_apart(self, _: object) -> None:
        self._read()

    def _say(self, words: str, *, undo: bool) -> None:
        link = self.tr("Undo") if undo else ""
        wish = self.bridge.undo if undo else None
        self.message_posted.emit(Message("information", words, link, wish))

    @Slot()
    def _on_left(self) -> None:
        if self._paths:
            self._errands.long.cancel()
            self._leave_files()
            self._read()
        else:
            self.go_requested.emit(Place("overview"))

    def _leave_files(self) -> None:
        """Let go of the files that were looked at."""
        if not self._errands.long.busy:
            self._errands.forget()
        self._paths = []
        self._told = None
        self._rows.show_rows([])
        self._notices.setText("")
        self._choices.show_choices((), can_choose=False)
        self._pairs.show_pairs((), can_join=False)
        self._show_state()
