"""Reservekopieën: what is kept of the round, what each holds, and the ways back to it.

Above the list, below what the chosen one holds beside now and what can be done with it. Looking
changes nothing; a copy stands beside the round; only putting back in place asks before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.files.errands import Errands
from samen_desktop.gui.files.place_form import PlaceForm
from samen_desktop.gui.files.progress import ProgressRow
from samen_desktop.gui.files.text_rows import TextRows, TextTable
from samen_desktop.gui.frame import ask
from samen_desktop.gui.long_work import CANCELLED
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section

from . import work
from .saying import Differences, moment, reason, shown_in_folder, size

if TYPE_CHECKING:
    from .work import Backup, Inside, Listing

_SHOWN_COUNTS = ("input", "session", "stakeholder")
_NO_NOTIONS = frozenset({"round", "term"})
"""Kinds of which a round holds what it needs; their number tells nobody anything."""

_WIDTHS = (130, 176, 70, 70, 70, 96)


class BackupsPage(Page):
    """The backups of the open round.

    Signals: `look_requested(Path)` to open one for reading only; `restore_requested(Path, Path)`
    to put one in the place of a file, which was agreed to.
    """

    look_requested = Signal(object)
    restore_requested = Signal(object, object)
    name = "backups"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._errands = Errands(bridge)
        self._says = Differences(self)
        self._found: Listing | None = None
        self._wanted = ""
        self._build()
        self._commands = [
            self._command(self.tr("Look inside"), "", self.look_inside),
            self._command(self.tr("Restore as a copy"), "Ctrl+Return", self.restore.go),
            self._command(self.tr("Restore in place…"), "Ctrl+Shift+Return", self.restore_in_place),
            self._command(self.tr("Make a backup"), "Ctrl+Shift+R", self.back_up),
        ]
        self._show_choice()

    def title(self) -> str:
        return self.tr("Backups")

    def arrive(self, place: Place) -> None:
        """`words` may name the file of the backup to choose."""
        self._wanted = place.words
        self._suggest()
        self._read()
        self.table.setFocus()

    def hear(self, changes: Changes) -> None:
        if self.isVisible() and not changes.everything:
            self._read()

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Enter", self.tr("look inside")),
            Hint("Ctrl+Enter", self.tr("restore as a copy")),
            Hint("Ctrl+Shift+Enter", self.tr("restore in place")),
            Hint("Ctrl+Shift+R", self.tr("make a backup")),
        )

    def commands(self) -> Sequence[QAction]:
        return self._commands

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        at = self.table.chosen_row()
        if self._found is None or not 0 <= at < len(self._found.backups):
            return None
        return self._found.backups[at]

    # --- what stands on the page ------------------------------------------------

    def _build(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        body.setSpacing(12)
        body.addLayout(self._head())
        kept = self.tr(
            "Made by itself at opening, every half hour of work and before big changes, and checked"
            " each time. All of today and yesterday stay, then one a day, a week and a month."
        )
        body.addWidget(label(kept, "secondary", self, wrapped=True))
        body.addWidget(self._list(), 4)
        self._nothing = EmptyState(parent=self)
        self._nothing.setContentsMargins(-Measure.FIRST_COLUMN, 0, 0, 0)
        self._nothing.show_state(
            self.tr("There are no backups yet."),
            self.tr("One is made at each opening with something new; you can also make one now."),
        )
        self._nothing.hide()
        body.addWidget(self._nothing, 3)
        self._below = QWidget(self)
        parts = QHBoxLayout(self._below)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(40)
        parts.addLayout(self._holds(), 1)
        parts.addLayout(self._ways(), 1)
        body.addWidget(self._below, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(ProgressRow(self._errands.long, self))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.title(), "title", self))
        row.addStretch(1)
        words = self.tr("Make one now")
        self._now = button(words, "outlined", "hard-drive", "Ctrl+Shift+R", self)
        self._now.clicked.connect(self.back_up)
        row.addWidget(self._now)
        return row

    def _list(self) -> TextTable:
        counted = [language.say(KINDS[name].words_plural) for name in _SHOWN_COUNTS]
        headers = (
            self.tr("Made"),
            self.tr("Why"),
            self.tr("Size"),
            *counted,
            self.tr("Compared with now"),
        )
        self._rows = TextRows(headers, self)
        self.table = TextTable(self.tr("Backups"), self._rows, _WIDTHS, self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.selectionModel().selectionChanged.connect(self._show_choice)
        self.table.activated.connect(self.look_inside)
        return self.table

    def _holds(self) -> QVBoxLayout:
        headers = (self.tr("Notion"), self.tr("Then"), self.tr("Now"), self.tr("Difference"))
        self._held_rows = TextRows(headers, self)
        self._held_title = Section(self.tr("What it holds"), self, large=True)
        self.held = TextTable(self.tr("What it holds"), self._held_rows, (190, 80, 80), self)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(self._held_title)
        column.addWidget(self.held, 1)
        return column

    def _ways(self) -> QVBoxLayout:
        self._look = button(self.tr("Look inside"), "outlined", "search", "Enter", self)
        self._look.clicked.connect(self.look_inside)
        self.restore = PlaceForm(
            self._settings,
            self.tr("Restore as a copy"),
            self.tr("Rounds (*.samen)"),
            ".samen",
            self,
            with_mark=True,
            does=self.tr("Restore as a copy"),
        )
        self.restore.asked.connect(self._on_copy_wished)
        self._in_place = button(
            self.tr("Restore in place…"), "outlined", "archive-restore", "Ctrl+Shift+Enter", self
        )
        self._in_place.clicked.connect(self.restore_in_place)
        self._target = label("", "secondary", self, wrapped=True)
        look = QHBoxLayout()
        look.setSpacing(Measure.GRID)
        look.addWidget(self._look)
        words = self.tr("For reading only; the round stays as it is.")
        look.addWidget(label(words, "secondary", self, wrapped=True), 1)
        place = QHBoxLayout()
        place.setSpacing(Measure.GRID)
        place.addWidget(self._in_place)
        place.addWidget(self._target, 1)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addWidget(Section(self.tr("Back to this one"), self, large=True))
        column.addLayout(look)
        column.addWidget(self.restore)
        column.addLayout(place)
        column.addStretch(1)
        return column

    def _command(self, text: str, keys: str, does: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self.addAction(action)
        return action

    # --- what is known ------------------------------------------------------------

    def _suggest(self) -> None:
        facts = self.bridge.facts
        if facts is not None and facts.writable:
            name = self.tr("{round} restored").format(round=facts.path.stem)
            self.restore.suggest(facts.path.with_name(f"{name}.samen"))

    def _read(self) -> None:
        facts = self.bridge.facts
        if facts is not None:
            asked = work.listing(facts.path, writable=facts.writable)
            self.bridge.read(asked, self._on_listed)

    def _on_listed(self, found: Listing) -> None:
        before = self.chosen
        if self._found is not None:
            # What a backup holds does not change; only what stands beside it does.
            same = self._found.now == found.now
            found.insides.update(self._found.insides if same else {})
        self._found = found
        self._show_list(self._wanted or (before.path.name if before is not None else ""))
        self._wanted = ""
        if any(each.path not in found.insides for each in found.backups):
            self._errands.beside(
                self.tr("Looking at the backups"),
                lambda pulse: work.looking_inside(found, pulse),
                self._on_looked_inside,
                self._on_not_looked,
            )

    def _on_looked_inside(self, found: Listing) -> None:
        if found is self._found:
            chosen = self.chosen
            self._show_list(chosen.path.name if chosen is not None else "")

    def _on_not_looked(self, error: KnownError) -> None:
        """Something else takes its time: the list stands, the counts come another time."""

    def _show_list(self, name: str) -> None:
        found = self._found
        if found is None:
            return
        self._rows.show_rows([self._row(each, found) for each in found.backups])
        if not found.backups and self.table.hasFocus():
            self._now.setFocus()  # a list that hides would take the keyboard with it
        self.table.setVisible(bool(found.backups))
        self._below.setVisible(bool(found.backups))
        self._nothing.setVisible(not found.backups)
        names = [each.path.name for each in found.backups]
        if names:
            self.table.selectRow(names.index(name) if name in names else 0)
        self._show_choice()

    def _row(self, backup: Backup, found: Listing) -> tuple[str, ...]:
        inside = found.insides.get(backup.path)
        known = backup.path in found.insides
        counts = [
            str(inside.counts.get(KINDS[name].plural, 0)) if inside is not None else ""
            for name in _SHOWN_COUNTS
        ]
        differs = self._says.in_short(backup, inside) if known else "…"
        return (moment(backup.when), reason(backup.reason), size(backup.bytes), *counts, differs)

    @Slot()
    def _show_choice(self) -> None:
        backup, found = self.chosen, self._found
        inside = found.insides.get(backup.path) if found is not None and backup else None
        self._held_rows.show_rows(self._notions(inside, found))
        ready = backup is not None and backup.whole
        self.restore.set_ready(ready=ready)
        self._look.setEnabled(ready)
        target = found.target if found is not None else None
        self._in_place.setEnabled(ready and target is not None)
        if target is None:
            words = self.tr("The file of this round is not known on this laptop.")
        else:
            words = self.tr("In the place of {name}, which is kept beside it.")
            words = words.format(name=target.name)
        self._target.setText(words)

    def _notions(self, inside: Inside | None, found: Listing | None) -> list[Sequence[str]]:
        rows: list[Sequence[str]] = []
        if inside is None or found is None:
            return rows
        for kind in KINDS.values():
            if kind.name in _NO_NOTIONS:
                continue
            then = inside.counts.get(kind.plural, 0)
            now = found.now.counts.get(kind.plural, 0)
            if then or now:
                words = language.say(kind.words_plural)
                rows.append((words, str(then), str(now), self._says.between(then, now)))
        # What differs comes first: it is what one looks for.
        return sorted(rows, key=lambda row: row[1] == row[2])

    # --- wishes ---------------------------------------------------------------------

    @Slot()
    def look_inside(self) -> None:
        """Open the chosen one for reading only."""
        backup = self.chosen
        if backup is not None and backup.whole:
            self.look_requested.emit(backup.path)

    @Slot()
    def restore_in_place(self) -> None:
        """Put the chosen one in the place of the round, once that is agreed to."""
        backup = self.chosen
        target = self._found.target if self._found is not None else None
        if backup is None or target is None or not backup.whole:
            return
        question = self.tr("Put the backup of {when} in the place of {name}?")
        consequence = self.tr(
            "This cannot be undone. The file as it is now is kept beside it, and codes that were"
            " given are not given again."
        )
        agreed = ask.confirm(
            self,
            question.format(when=moment(backup.when), name=target.name),
            consequence,
            self.tr("Put it back"),
            self.tr("Cancel"),
        )
        if agreed:
            self.restore_requested.emit(backup.path, target)

    @Slot()
    def back_up(self) -> None:
        """Make one now."""
        self._errands.back_up(self._on_backed_up, self._on_refused)

    def _on_backed_up(self, path: Path) -> None:
        self._wanted = path.name
        self._post(Message("information", self.tr("A backup was made and checked.")))
        self._read()

    @Slot(object, str)
    def _on_copy_wished(self, target: Path, mark: str) -> None:
        backup = self.chosen
        if backup is not None:
            self._errands.restore(backup.path, target, mark, self._on_copied, self._on_refused)

    def _on_copied(self, path: Path) -> None:
        words = self.tr("{name} was made.").format(name=path.name)
        self._post(Message("information", words, self.tr("Show in folder"), shown_in_folder(path)))
        self._suggest()

    def _on_refused(self, error: KnownError) -> None:
        cancelled = error.code == CANCELLED
        words = language.say(error.words)
        self._post(Message("information" if cancelled else "failed", words))

    def _post(self, message: Message) -> None:
        self.message_posted.emit(message)
