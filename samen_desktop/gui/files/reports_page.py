"""Rapporten: the overview to Excel, what went out, and copies to work in.

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
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.backups import reason_words
from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.editions import EDITIONS
from samen_desktop.core.vocabulary import shipped
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.frame.names import BACKUPS
from samen_desktop.gui.frame.work import opening
from samen_desktop.gui.long_work import CANCELLED
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.segments import Segments

from . import work
from .errands import Errands
from .place_form import PlaceForm
from .progress import ProgressRow
from .text_rows import TextRows, TextTable

if TYPE_CHECKING:
    from .work import Backup, HandedOut, SentOut

_BESIDE = 860
"""Pixels under which what goes out and what is kept stand below each other."""
COPY, SAVE_AS = "copy", "save_as"
"""Parts of the page a place can name in its `words`."""

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
            self._command(self.tr("Make the overview"), "Ctrl+Return", self._on_make_wished),
            self._command(self.tr("Make a backup"), "Ctrl+Shift+R", self._on_back_up_wished),
        ]

    def title(self) -> str:
        return self.tr("Reports")

    def arrive(self, place: Place) -> None:
        """`words` may name a part of the page: `copy`, `save_as`."""
        self._suggest()
        self._read()
        parts = {COPY: self._copy, SAVE_AS: self._save_as}
        part = parts.get(place.words)
        if part is not None:
            self._scroll.ensureWidgetVisible(part)
            part.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.touch("export") and self.isVisible():
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE
        how = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(how)
        self._parts.setSpacing(44 if beside else Measure.BLOCK)

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+Enter", self.tr("make the overview")),
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
        parts = self._parts = QHBoxLayout()
        parts.setSpacing(44)
        parts.addLayout(self._left(inside), 1)
        parts.addLayout(self._right(inside), 1)
        column.addLayout(parts)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(ProgressRow(self._errands.long, self))

    def _left(self, inside: QWidget) -> QVBoxLayout:
        self._sent_rows = TextRows(
            (self.tr("File"), self.tr("Made"), self.tr("Edition"), self.tr("Rows")), self
        )
        self._sent = TextTable(self.tr("What went out"), self._sent_rows, (220, 120, 96), inside)
        self._sent.setFixedHeight(_LIST_HIGH)
        self._nothing_sent = label(self.tr("Nothing went out yet."), "secondary", inside)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(Section(self.tr("Overview to Excel"), inside, large=True))
        column.addLayout(self._order_form(inside))
        column.addSpacing(12)
        column.addWidget(Section(self.tr("What went out"), inside, large=True))
        column.addWidget(self._nothing_sent)
        column.addWidget(self._sent)
        column.addStretch(1)
        return column

    def _order_form(self, inside: QWidget) -> QVBoxLayout:
        self._edition = Segments(
            self.tr("Edition"),
            [(code, language.say(each.words)) for code, each in reversed(EDITIONS.items())],
            inside,
        )
        self._edition.chosen_changed.connect(self._on_edition_chosen)
        self._language = Segments(
            self.tr("Language"), [("nl", "Nederlands"), ("en", "English")], inside
        )
        self._language.choose(language.current())
        self._out = PlaceForm(
            self._settings,
            self.tr("Save the overview"),
            self.tr("Excel workbook (*.xlsx)"),
            ".xlsx",
            inside,
        )
        self._left_out = label("", "secondary", inside, wrapped=True)
        make = button(
            self.tr("Make the overview"), "primary", "file-spreadsheet", "Ctrl+Enter", inside
        )
        make.clicked.connect(self._on_make_wished)
        grid = _grid()
        for at, (words, field) in enumerate(
            (
                (self.tr("Edition"), self._edition),
                (self.tr("Language"), self._language),
                (self.tr("Save as"), self._out),
            )
        ):
            grid.addWidget(form_label(words, field, inside), at, 0)
            grid.addWidget(field, at, 1)
        grid.addWidget(self._left_out, 3, 1)
        column = QVBoxLayout()
        column.setSpacing(Measure.GRID)
        column.addLayout(grid)
        column.addWidget(make, 0, Qt.AlignmentFlag.AlignRight)
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
        overview = self.tr("{round} overview {edition}").format(
            round=stem, edition=self._edition.chosen()
        )
        self._out.suggest(folder / f"{overview}.xlsx")
        for form, name in (
            (self._copy, self.tr("{round} copy")),
            (self._save_as, self.tr("{round} 2")),
        ):
            form.suggest(folder / f"{name.format(round=stem)}.samen")
        edition = EDITIONS[self._edition.chosen()]
        words = self.tr("Left out: {what}").format(what=language.say(edition.left_out))
        self._left_out.setText(words)

    def _read(self) -> None:
        if self.bridge.facts is not None:
            self.bridge.read(work.sent_out, self._on_sent)
            self.bridge.read(work.backups, self._on_backups)
            self.bridge.read(work.own_mark, self._save_as.suggest_mark)

    def _on_sent(self, found: list[SentOut]) -> None:
        self._sent_rows.show_rows(
            [
                (each.file, _moment(each.when), _edition(each.edition), str(each.rows))
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

    @Slot()
    def _on_edition_chosen(self) -> None:
        self._suggest()

    @Slot()
    def _on_make_wished(self) -> None:
        try:
            order = work.order_of(self._out.path(), self._edition.chosen(), self._language.chosen())
        except KnownError as error:
            self._on_refused(error)
            return
        self._errands.hand_out(order, self._on_made, self._on_refused)

    def _on_made(self, handed: HandedOut, recorded: bool) -> None:  # noqa: FBT001 - an answer
        path = handed.order.out
        words = self.tr("{name} was made: %n row(s).", "", handed.row_count).format(name=path.name)
        held = sum(handed.held_back.values())
        if held:
            more = self.tr("%n row(s) were held back for their privacy class.", "", held)
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
