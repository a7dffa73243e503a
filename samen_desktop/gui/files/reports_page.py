"""Rapporten: reports to Excel and Word, what went out, and copies to work in.

Small forms on the page instead of boxes. A file that was made can be opened or shown in its folder.
Backups have a page of their own, which this one leads to.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.backups import reason_words
from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.catalogue import REPORTS
from samen_desktop.core.vocabulary import shipped
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.frame.names import BACKUPS
from samen_desktop.gui.frame.work import opening
from samen_desktop.gui.long_work import CANCELLED
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section

from . import work
from .errands import Errands
from .place_form import PlaceForm
from .progress import ProgressRow
from .reports_part import ReportsPart
from .text_rows import TextRows, TextTable

if TYPE_CHECKING:
    from .work import Backup, HandedOut, SentOut

_BESIDE = 860
"""Pixels under which what goes out and what is kept stand below each other."""
_FORM_BESIDE = 1040
"""The same for the form of a report and what stays behind, which needs more room."""
COPY, SAVE_AS = "copy", "save_as"
"""Parts of the page a place can name in its `words`."""

_TELLING = ("input", "bundle", "session", "stakeholder", "participant", "contact")
_ROWS_HIGH = 5
_LIST_HIGH = 28 * (_ROWS_HIGH + 1)


class ReportsPage(Page):
    """What goes out of a round and what is kept of it."""

    name = "reports"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._errands = Errands(bridge)
        self._build()
        self._commands = [
            self._command(self.tr("Make the report"), "Ctrl+Return", self.reports.make),
            self._command(self.tr("Make a backup"), "Ctrl+Shift+R", self._on_back_up_wished),
        ]

    def title(self) -> str:
        return self.tr("Reports")

    def arrive(self, place: Place) -> None:
        """`words` may name a part of the page: `copy`, `save_as`; or a report: `nota`."""
        self._suggest()
        if place.words in REPORTS:
            self.reports.choose(place.words)
        self.reports.arrive()
        self._read()
        parts = {COPY: self._copy, SAVE_AS: self._save_as}
        part = parts.get(place.words)
        if part is not None:
            self._scroll.ensureWidgetVisible(part)
            part.setFocus()

    def hear(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if changes.touch("export"):
            self._read()
        if changes.touch(*_TELLING):
            self.reports.hear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        how = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(how)
        self._parts.setSpacing(44 if beside else Measure.BLOCK)
        self.reports.stand(beside=self.width() >= _FORM_BESIDE)

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+Enter", self.tr("make the report")),
            Hint("Ctrl+Shift+R", self.tr("make a backup")),
        )

    def commands(self) -> Sequence[QAction]:
        return self._commands

    # --- what stands on the page ----------------------------------------------

    def _build(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.BLOCK)
        column.addWidget(label(self.title(), "title", inside))
        self.reports = ReportsPart(self.bridge, self._settings, self._errands, inside)
        self.reports.made.connect(self._on_made)
        self.reports.refused.connect(self._on_refused)
        self.reports.told.connect(self._on_told)
        self.reports.go_requested.connect(self.go_requested)
        column.addWidget(self.reports)
        parts = self._parts = QHBoxLayout()
        parts.setSpacing(44)
        parts.addLayout(self._left(inside), 1)
        parts.addLayout(self._right(inside), 1)
        column.addLayout(parts)
        column.addStretch(1)
        self._scroll = ScrollPane(self, grounded=False)
        self._scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(ProgressRow(self._errands.long, self))

    def _left(self, inside: QWidget) -> QVBoxLayout:
        self._sent_rows = TextRows(
            (
                self.tr("File"),
                self.tr("Made"),
                self.tr("Edition"),
                self.tr("Rows"),
                self.tr("For"),
            ),
            self,
        )
        self._sent = TextTable(
            self.tr("What went out"), self._sent_rows, (186, 134, 78, 52), inside
        )
        self._sent.setFixedHeight(_LIST_HIGH)
        self._nothing_sent = label(self.tr("Nothing went out yet."), "secondary", inside)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Section(self.tr("What went out"), inside, large=True))
        column.addWidget(self._nothing_sent)
        column.addWidget(self._sent)
        column.addStretch(1)
        return column

    def _right(self, inside: QWidget) -> QVBoxLayout:
        self._newest = label("", "secondary", inside, wrapped=True)
        title = Section(self.tr("Backups"), inside, link=self.tr("All backups"), large=True)
        title.link_chosen.connect(self._on_backups_wished)
        rounds = self.tr("Rounds (*.samen)")
        self._copy = PlaceForm(
            self._settings,
            self.tr("Give a copy"),
            rounds,
            ".samen",
            inside,
            with_mark=True,
            does=self.tr("Give a copy"),
        )
        self._save_as = PlaceForm(
            self._settings,
            self.tr("Save as"),
            rounds,
            ".samen",
            inside,
            with_mark=True,
            does=self.tr("Save as"),
        )
        self._copy.asked.connect(self._on_give_wished)
        self._save_as.asked.connect(self._on_save_as_wished)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self._newest)
        column.addSpacing(12)
        for words, why, form in (
            (
                self.tr("Give a copy"),
                self.tr("For a colleague who works in it too; its codes carry the mark."),
                self._copy,
            ),
            (
                self.tr("Save as"),
                self.tr("A copy for yourself to work in, under another name."),
                self._save_as,
            ),
        ):
            column.addWidget(Section(words, inside, large=True))
            column.addWidget(label(why, "secondary", inside, wrapped=True))
            column.addWidget(form)
        column.addStretch(1)
        return column

    def _command(self, text: str, keys: str, does: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self.addAction(action)
        return action

    # --- what is known -----------------------------------------------------------

    def _suggest(self) -> None:
        """Names beside the round, where nobody typed one."""
        facts = self.bridge.facts
        if facts is None:
            return
        folder = facts.path.parent
        stem = facts.path.stem
        for form, name in (
            (self._copy, self.tr("{round} copy")),
            (self._save_as, self.tr("{round} 2")),
        ):
            form.suggest(folder / f"{name.format(round=stem)}.samen")

    def _read(self) -> None:
        if self.bridge.facts is not None:
            self.bridge.read(work.sent_out, self._on_sent)
            self.bridge.read(work.backups, self._on_backups)
            self.bridge.read(work.own_mark, self._save_as.suggest_mark)

    def _on_sent(self, found: list[SentOut]) -> None:
        self._sent_rows.show_rows(
            [
                (
                    each.file,
                    _moment(each.when),
                    _edition(each.edition),
                    str(each.rows),
                    each.recipient,
                )
                for each in found
            ]
        )
        self._sent.setVisible(bool(found))
        self._nothing_sent.setVisible(not found)

    def _on_backups(self, found: list[Backup]) -> None:
        if not found:
            self._newest.setText(self.tr("There are no backups yet."))
            return
        words = self.tr("The newest is of {when}, {why}; %n in all.", "", len(found))
        when, why = _moment(found[0].when), language.say(reason_words(found[0].reason))
        self._newest.setText(words.format(when=when, why=why))

    # --- wishes ------------------------------------------------------------------

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self._post(Message("information", words))

    @Slot(object, bool)
    def _on_made(self, handed: HandedOut, recorded: bool) -> None:  # noqa: FBT001 - an answer
        path = handed.order.out
        words = self.tr("{name} was made: %n row(s).", "", handed.row_count).format(name=path.name)
        held = sum(handed.held_back.values())
        if held:
            more = self.tr("%n row(s) stayed behind in this edition.", "", held)
            words = f"{words} {more}"
        if not recorded:
            more = self.tr("The round is read-only: what went out was not recorded.")
            words = f"{words} {more}"
        self._say_made(words, path)
        self._read()

    @Slot()
    def _on_back_up_wished(self) -> None:
        self._errands.back_up(self._on_backed_up, self._on_refused)

    def _on_backed_up(self, path: Path) -> None:
        self._post(Message("information", self.tr("A backup was made and checked.")))
        self._read()

    @Slot()
    def _on_backups_wished(self) -> None:
        self.go_requested.emit(Place(BACKUPS))

    @Slot(object, str)
    def _on_give_wished(self, target: Path, mark: str) -> None:
        self._errands.give(target, mark, self._on_copied, self._on_refused)

    @Slot(object, str)
    def _on_save_as_wished(self, target: Path, mark: str) -> None:
        self._errands.give(target, mark, self._on_saved_as, self._on_refused)

    def _on_saved_as(self, path: Path) -> None:
        words = self.tr("{name} was made.").format(name=path.name)
        shown = _Shown(path.parent)
        wish = _Opened(self.bridge, path)
        self._post(
            Message(
                "information", words, self.tr("Go on in it"), wish, self.tr("Show in folder"), shown
            )
        )
        self._suggest()

    def _on_copied(self, path: Path) -> None:
        words = self.tr("{name} was made.").format(name=path.name)
        self._post(Message("information", words, self.tr("Show in folder"), _Shown(path.parent)))
        self._suggest()

    def _on_refused(self, error: KnownError) -> None:
        words = language.say(error.words)
        cancelled = error.code == CANCELLED
        self._post(Message("information" if cancelled else "failed", words))

    def _say_made(self, words: str, path: Path) -> None:
        self._post(
            Message(
                "information",
                words,
                self.tr("Open"),
                _Shown(path),
                self.tr("Show in folder"),
                _Shown(path.parent),
            )
        )

    def _post(self, message: Message) -> None:
        self.message_posted.emit(message)


class _Shown:
    """A file or folder to be opened by the program the system has for it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))


class _Opened:
    """A copy to be opened here, instead of the round it was made of."""

    def __init__(self, bridge: Bridge, path: Path) -> None:
        self._bridge, self._path = bridge, path

    def __call__(self) -> None:
        self._bridge.open(opening(self._path))


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Measure.GRID)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 88)
    grid.setColumnStretch(1, 1)
    return grid


def _moment(when: datetime) -> str:
    return f"{when:%d-%m-%Y %H:%M}"


def _edition(code: str) -> str:
    words = shipped("edition", code)
    return language.say(words) if words is not None else code
