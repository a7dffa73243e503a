"""Plan: the versions, the outline of one of them as a tree, and the chapter that is current.

Every change is one step to undo. Reading a version in, and looking again at what points into
earlier ones, have pages of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes, Ticket
from samen_desktop.gui.forms.form import Form
from samen_desktop.gui.lists.beside import Beside
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button, command_button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Hairline

from . import work
from .chapter_pane import ChapterPane
from .commands import PlanCommands
from .doing import PlanDoing
from .outline_model import OutlineModel
from .outline_view import OutlineView
from .typing_in import Typing
from .typing_line import TypingLine
from .version_list import VersionList

if TYPE_CHECKING:
    from .work import ChapterTold, Outline

_KINDS = ("plan_version", "chapter", "input", "bundle", "term")
_CHAPTER_AFTER = 120
_VERSIONS = 184
_SPLIT = "plan"


class PlanPage(Page):
    """The page of the plan."""

    name = "plan"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._version: bytes | None = None
        self._wanted: bytes | None = None
        self._reading = Ticket()
        self._telling = Ticket()
        self.model = OutlineModel(self)
        self.view = OutlineView(self.model, self)
        self.versions = VersionList(self)
        self.line = TypingLine(self)
        self.typing = Typing(bridge, self.view, self.line, self)
        self.pane = ChapterPane(self)
        self.forms: dict[str, Form] = {}
        self.doing = PlanDoing(bridge, self.view, self.typing, self)
        self.commands_ = PlanCommands(self.doing, self, self.view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CHAPTER_AFTER)
        self._pause.timeout.connect(self._ask_chapter)
        self._build()
        self._connect()

    def title(self) -> str:
        return self.tr("Plan")

    def arrive(self, place: Place) -> None:
        """`record` is a chapter, or a version."""
        self.show_outline()
        if place.record is None:
            self._read()
        else:
            then = partial(self._on_version_found, place.record)
            self.bridge.read(work.version_of(place.record), then)

    def hear(self, changes: Changes) -> None:
        if changes.everything:
            self._version = None
        if self.bridge.facts is not None and changes.touch(*_KINDS) and self.isVisible():
            self._read()
            for form in self.forms.values():
                form.refresh()

    def keep_typed(self) -> None:
        for form in self.forms.values():
            form.keep_typed()

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Ctrl+N", self.tr("new chapter")),
            Hint("F2", self.tr("change in place")),
            Hint(self.tr("Alt+arrows"), self.tr("move chapter")),
            Hint(self.tr("Enter"), self.tr("open")),
            Hint("Ctrl+Shift+L", self.tr("read in a version")),
        )

    def commands(self) -> Sequence[QAction]:
        return self.commands_.all()

    # What others ask.

    def open_form(self, kind: str, record: bytes) -> None:
        """Open a form in the place of the outline."""
        form = self.forms.get(kind)
        if form is None:
            form = self.forms[kind] = Form(self.bridge, kind, self)
            form.left.connect(self.show_outline)
            form.saved.connect(self._on_form_saved)
            form.message_posted.connect(self.message_posted)
            form.go_requested.connect(self.go_requested)
            self._stack.addWidget(form)
        form.open(record)
        self._stack.setCurrentWidget(form)
        form.focus_first()

    @Slot()
    def show_outline(self) -> None:
        """Give the outline its place back."""
        self._stack.setCurrentIndex(0)
        self.view.setFocus()

    # How it is put together.

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._empty = EmptyState(parent=left)
        self._empty.chosen.connect(self._on_empty_chosen)
        self._tree = QStackedWidget(left)
        self._tree.addWidget(self.view)
        self._tree.addWidget(self._empty)
        column.addWidget(self._tree, 1)
        column.addWidget(Hairline(left))
        column.addWidget(self.line)
        self._split = Beside(left, self.pane, form=False, parent=self)
        self._split.put_back(self._settings.state(_SPLIT, "split"))
        self._split.splitterMoved.connect(self._on_split)
        self.versions.setFixedWidth(_VERSIONS)
        front = QWidget(self)
        row = QHBoxLayout(front)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.versions)
        row.addWidget(Hairline(front, upright=True))
        row.addWidget(self._split, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(front)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(Hairline(self))
        whole.addWidget(self._stack, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        row.setSpacing(Measure.GRID)
        row.addWidget(label(self.title(), "title", self))
        self._about = label("", "secondary", self, elided=True)
        row.addSpacing(Measure.GRID)
        row.addWidget(self._about, 1)
        self._waiting = button("", "outlined", "triangle-alert", parent=self)
        self._waiting.clicked.connect(self.doing.look_again)
        row.addWidget(self._waiting)
        fresh = command_button(self.commands_.version, "flat", "file-plus", self)
        fresh.be_shy()
        row.addWidget(fresh)
        row.addWidget(command_button(self.commands_.read, "primary", "table-2", self))
        return row

    def _connect(self) -> None:
        self.model.edited.connect(self._on_edited)
        self.view.opened.connect(partial(self.open_form, "chapter"))
        self.view.move_wanted.connect(self.doing.move)
        self.view.chapter_changed.connect(self._on_chapter_changed)
        self.versions.version_chosen.connect(self._on_version_chosen)
        self.versions.opened.connect(partial(self.open_form, "plan_version"))
        self.pane.step_requested.connect(self._on_step)
        self.pane.go_requested.connect(self.go_requested)
        self.pane.edit_requested.connect(self.doing.open_chapter)
        self.typing.made.connect(self._on_made)
        self.typing.refused.connect(self._on_refused)
        doing = self.doing
        doing.go_requested.connect(self.go_requested)
        doing.form_wanted.connect(self.open_form)
        doing.said.connect(self._say)
        doing.chapter_wanted.connect(self._on_chapter_wanted)
        doing.version_wanted.connect(self._on_version_wanted)
        doing.outline_wanted.connect(self._show_front)
        doing.version_made.connect(self._on_version_made)

    # What happens.

    def _read(self) -> None:
        self._reading.drop()
        asked = work.outline(self._version, language.current())
        self._reading = self.bridge.read(asked, self._on_read)

    def _on_read(self, found: Outline) -> None:
        current = self._wanted or self.view.current_chapter()
        self._wanted = None
        self.doing.shown = found
        self._version = found.shown.id if found.shown is not None else None
        self.view.set_statuses(found.statuses)
        if self.model.show(found.chapters, found.counts, dict(found.statuses)):
            self.view.unfold()
        if not self.view.go_to(current) and found.chapters:
            self.view.go_to(found.chapters[0].id)
        self.versions.show_versions(found.versions, found.shown, found.version_statuses)
        self.typing.show_version(found)
        self._show_state(found)
        self._pause.start()

    def _show_state(self, found: Outline) -> None:
        version = found.shown
        self.versions.setVisible(bool(found.versions))
        self._tree.setCurrentIndex(0 if found.chapters else 1)
        self.line.setVisible(version is not None)
        if version is None:
            self._empty.show_state(
                self.tr("No plan yet."),
                self.tr("Read its outline in from Word, or type it in chapter by chapter."),
                self.tr("Type it in"),
                "Ctrl+Shift+V",
            )
        elif not found.chapters:
            self._empty.show_state(
                self.tr("No chapters yet."),
                self.tr("Type a title below and press Enter; Tab lets the next one come deeper."),
            )
        self._about.setText(version.description if version is not None else "")
        count = found.waiting
        self._waiting.setText(self.tr("%n to look at again", "", count))
        self._waiting.setVisible(count > 0)
        for each in self.commands_.of_chapter():
            each.setEnabled(bool(found.chapters))
        for each in (self.commands_.about, self.commands_.drop, self.commands_.after):
            each.setEnabled(version is not None)
        if not found.chapters:
            self.pane.show_nothing()

    def _on_version_found(self, record: bytes, version: bytes | None) -> None:
        self._version = version
        self._wanted = record
        self._read()

    @Slot(object)
    def _on_version_chosen(self, version: bytes) -> None:
        self._version = version
        self._read()

    def _on_version_made(self, version: bytes) -> None:
        self._version = version
        self._read()
        if self.doing.shown is not None and not self.doing.shown.chapters:
            self.doing.type_after()
        self._say(self.tr("A next version was made; change it here."))

    @Slot()
    def _on_chapter_changed(self) -> None:
        self.typing.follow()
        self._pause.start()

    @Slot()
    def _ask_chapter(self) -> None:
        chapter = self.model.chapter(self.view.currentIndex())
        if chapter is not None and self.bridge.facts is not None:
            self._telling.drop()
            asked = work.chapter(chapter, language.current())
            self._telling = self.bridge.read(asked, self._on_told)

    def _on_told(self, told: ChapterTold) -> None:
        self.pane.show_chapter(told)

    @Slot(int)
    def _on_step(self, by: int) -> None:
        here = self.view.currentIndex()
        index = self.view.indexBelow(here) if by > 0 else self.view.indexAbove(here)
        if index.isValid():
            self.view.setCurrentIndex(index)

    @Slot(object, str, object)
    def _on_edited(self, record: bytes, name: str, value: object) -> None:
        scalar = value if isinstance(value, str) else None
        self._wanted = record
        self.bridge.write(work.changing(record, name, scalar), None, self._on_refused)

    @Slot(object)
    def _on_made(self, record: bytes) -> None:
        self._wanted = record
        self._read()

    @Slot(object)
    def _on_refused(self, error: KnownError) -> None:
        self.message_posted.emit(Message("failed", language.say(error.words)))

    @Slot(bytes)
    def _on_form_saved(self, _: bytes) -> None:
        self.show_outline()

    @Slot()
    def _on_empty_chosen(self) -> None:
        self.doing.make_version()

    @Slot()
    def _on_split(self) -> None:
        if not self._split.stacked:
            self._settings.keep_state(_SPLIT, "split", self._split.saveState())

    @Slot(object)
    def _on_chapter_wanted(self, record: bytes | None) -> None:
        self._wanted = record

    @Slot(object)
    def _on_version_wanted(self, version: bytes | None) -> None:
        self._version = version

    @Slot()
    def _show_front(self) -> None:
        self._stack.setCurrentIndex(0)

    @Slot(str)
    def _say(self, words: str) -> None:
        self.message_posted.emit(Message("information", words, self.tr("Undo"), self.bridge.undo))
