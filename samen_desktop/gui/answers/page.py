"""Beantwoorden: the pile, what was said, the answer; next and previous inside the filter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.core.answers import APPROVED, DRAFT, PUBLISHED, SUBMITTED
from samen_desktop.core.desk import DESK, WAITING, By, PileGroup, Voices
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language, theme
from samen_desktop.gui.bridge import Bridge, Changes, Ticket
from samen_desktop.gui.page import Hint, Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import command_button
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.laying_out import lay_out_now
from samen_desktop.gui.widgets.section import Hairline

from . import work
from .answer_pane import AnswerPane
from .bar import DeskBar
from .commands import DeskCommands
from .doing import Doing
from .item_pane import ItemPane
from .many_pane import ManyPane
from .panes import Front, Panes
from .pile import PilePane
from .saving import Saving
from .work import Similar, Told

_SHOWS = (
    *("bundle", "input", "theme", "chapter", "plan_version", "answer_version", "term"),
    *("session", "stakeholder", "participant", "group", "phase"),
)
"""Kinds whose changes the desk shows."""
_SIMILAR_AFTER = 200
"""Milliseconds of rest at an item before others like it are looked for."""
_ANSWER, _MANY, _NOTHING = range(3)


class AnswersPage(Page):
    """The page."""

    name = "answers"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._begun = False
        self._stale = True
        self._ticket: Ticket | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SIMILAR_AFTER)
        self._rest.timeout.connect(self.ask_similar)
        self.saving = Saving(bridge, self)
        self.offered = DeskCommands(self)
        self.bar = DeskBar(bridge, self.tr("search in inputs…"), self)
        self.pile = PilePane(bridge, self)
        self.middle = ItemPane(self)
        self.answer = AnswerPane(bridge, self)
        named = ("submit", "approve", "publish", "draft", "bundle", "blocks")
        self.many = ManyPane([self.offered.action(each) for each in named], self)
        self.doing = Doing(bridge, self.pile, self.middle, self.answer, self.many, self)
        self._empty = EmptyState(parent=self)
        self._right = QStackedWidget(self)
        self.panes = Panes((self.pile, self.middle, self._right), settings, self.name, self)
        self._lay_out()
        self._connect()
        self._wire()

    # what a page is

    def title(self) -> str:
        return language.say(DESK)

    def arrive(self, place: Place) -> None:
        """Show what a place names: an input or bundle, filters, words; else where one was."""
        wanted = place.record
        if wanted is not None:
            self.bar.fill("", {})
        elif place.filters or place.words:
            self.bar.fill(place.words, place.filters)
        elif not self._begun:
            self.bar.fill("", WAITING)
        elif not self._stale:
            self.pile.view.setFocus()
            return
        self._show(wanted)
        self.pile.view.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.everything:
            self._begun, self._stale = False, True
            self.answer.item = None
            self.pile.let_go()
        elif changes.touch(*_SHOWS):
            if self.isVisible():
                self._again()
            else:
                self._stale = True

    def hints(self) -> Sequence[Hint]:
        return (
            Hint("Alt+↑ Alt+↓", self.tr("previous, next in this filter")),
            Hint("Ctrl+B", self.tr("into a bundle")),
            Hint("Ctrl+U", self.tr("take out")),
            Hint("Ctrl+T", self.tr("text block")),
            Hint("Ctrl+Enter", self.tr("approve")),
        )

    def commands(self) -> Sequence[QAction]:
        return self.offered.all()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.panes.minimumSizeHint().width(), 240)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._begun:
            self._again()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._commit()
        self.saving.keep_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._focus_pile()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """Keep what is half typed and let go."""
        self.saving.keeper.stop()

    # showing

    def _show(self, wanted: bytes | None) -> None:
        self._stale = False
        query = self.bar.query(self.pile.by())
        show = partial(self.pile.show_query, query, wanted)
        if self._begun:
            show()
        else:
            self._begun = True
            self.saving.begin(show)

    def _again(self) -> None:
        """Read pile and item again after a change."""
        self._stale = False
        self.pile.refresh()

    @Slot()
    def _on_filter(self) -> None:
        self._show(None)

    @Slot(int, int)
    def _on_counted(self, shown: int, everything: int) -> None:
        self.bar.show_count(shown, everything, exact=True)
        self._show_number()
        if not shown:
            self._tell_empty(everything)

    def _tell_empty(self, everything: int) -> None:
        """Say in the place of the pile why there is nothing in it."""
        if everything:
            done = dict(self.bar.filters()) == dict(WAITING) and not self.bar.words()
            text = self.tr("Everything is approved.") if done else self.tr("Nothing here now.")
            hint = self.tr("%n without filter.", "", everything)
            self.pile.empty.show_state(text, hint, self.tr("Clear filter"), met=done)
        else:
            text = self.tr("Nothing to answer yet.")
            hint = self.tr("What is said in sessions and letters comes here.")
            self.pile.empty.show_state(text, hint)

    @Slot(object)
    def _on_item(self, key: int | None) -> None:
        row = self.pile.view.current_row()
        item = self.answer.item
        if item is not None and item.key != key:
            self._commit()
            self.saving.keep_now()  # what cannot be saved stands there again when one comes back
            self.answer.item = None
        if self._ticket is not None:
            self._ticket.drop()
        if key is not None and (told := self.pile.take_told(key)) is not None:
            self._on_told(told)
        elif key is not None:
            asked = work.told(key, language.current())
            self._ticket = self.bridge.read(asked, self._on_told)
        elif row is not None:
            self._show_group(row.group)
        else:
            self.middle.show_nothing()
            self._empty.show_state("")
            self._right.setCurrentIndex(_NOTHING)

    def _on_told(self, told: Told | None) -> None:
        self._ticket = None
        if told is None:
            self.middle.show_nothing()
            self._right.setCurrentIndex(_NOTHING)
            return
        before = self.middle.item
        self.middle.show_told(told)
        back = self.answer.show_told(told)
        if self._right.currentIndex() == _NOTHING:
            self._right.setCurrentIndex(_ANSWER)
        self._show_number()
        lay_out_now()
        if back:
            text = self.tr("What you were typing at %1 is back, and not saved yet.")
            self.message_posted.emit(Message("information", text.replace("%1", told.item.code)))
        if before is None or before.inputs != told.item.inputs:
            self._rest.start()

    @Slot()
    def ask_similar(self) -> None:
        """Look for inputs like these: once she rests, so that no step waits for it."""
        item = self.middle.item
        if item is not None and item.inputs:
            asked = work.similar(item.inputs[0].id)
            self.bridge.read(asked, partial(self._on_similar, item.key))

    def _on_similar(self, key: int, found: Sequence[Similar]) -> None:
        if self.middle.item is not None and self.middle.item.key == key:
            self.middle.show_likes(found)

    def _show_group(self, group: PileGroup) -> None:
        title = f"{group.code} {self.pile.model.title_of(group)}".strip()
        self.middle.show_group(title, None)
        text = self.tr("Choose an item of the pile to answer it.")
        self._empty.show_state(text, self.tr("Right arrow opens a group, Alt+↓ goes to the next."))
        self._right.setCurrentIndex(_NOTHING)
        if self.pile.query.by is By.THEME:
            asked = work.theme_voices(group.value)
            self._ticket = self.bridge.read(asked, partial(self._on_voices, title))

    def _on_voices(self, title: str, voices: Voices) -> None:
        self.middle.show_group(title, voices)

    def _show_number(self) -> None:
        self.answer.show_number(self.pile.number(), self.pile.model.pile.shown)

    @Slot(int)
    def _on_chosen(self, count: int) -> None:
        if count > 1:
            if self._right.currentIndex() != _MANY:
                self._commit()
                self.many.clear()
                self.bridge.read(work.offered(language.current()), self.many.show_offered)
            self.many.show_count(count)
            self._right.setCurrentIndex(_MANY)
        elif self._right.currentIndex() == _MANY:
            self._right.setCurrentIndex(_ANSWER if self.answer.item is not None else _NOTHING)

    # saving

    def _commit(self) -> None:
        self.middle.commit()
        self.answer.commit()

    @Slot(object)
    def _on_save(self, changes: dict[str, Scalar]) -> None:
        item = self.answer.item or self.middle.item
        if item is not None:
            self.saving.save(item.id, changes)

    @Slot(str, str)
    def _on_typed(self, name: str, text: str) -> None:
        item = self.answer.item or self.middle.item
        if item is not None:
            self.saving.typed(item.id, name, text)

    @Slot(object, object)
    def _on_not_saved(self, record: bytes, changes: dict[str, Scalar]) -> None:
        if self.answer.item is not None and self.answer.item.id == record:
            self.answer.form.not_saved(changes)

    # commands

    @Slot()
    def _focus_pile(self) -> None:
        self.panes.to_front(Front.PILE)
        self.pile.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _focus_inputs(self) -> None:
        self.panes.to_front(Front.ITEM)
        self.middle.cards.focus_first()

    @Slot()
    def _focus_answer(self) -> None:
        self.panes.to_front(Front.ANSWER)
        if self._right.currentIndex() == _MANY:
            self.many.focus_first()
        elif self.answer.item is not None:
            self.answer.focus_first()

    @Slot()
    def _find(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    @Slot(str)
    def _on_letters(self, letters: str) -> None:
        self._find()
        self.bar.search.insert(letters)

    @Slot(object)
    def _on_go(self, record: bytes) -> None:
        self.pile.show_query(self.pile.query, record)

    @Slot(object)
    def _on_open(self, record: bytes) -> None:
        self.go_requested.emit(Place("inputs", record=record))

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        self.message_posted.emit(Message("need", text))

    def _wire(self) -> None:
        does = self.doing
        for name, work_ in (
            ("previous", partial(self.pile.step, -1)),
            ("next", partial(self.pile.step, 1)),
            ("answer", self._focus_answer),
            ("pile", self._focus_pile),
            ("inputs", self._focus_inputs),
            ("find", self._find),
            ("submit", partial(does.move, SUBMITTED)),
            ("approve", partial(does.move, APPROVED)),
            ("publish", partial(does.move, PUBLISHED)),
            ("draft", partial(does.move, DRAFT)),
            ("blocks", does.text_blocks),
            ("bundle", does.bundle),
            ("take_out", does.take_out),
            ("split", does.split),
            ("like", does.add_first_like),
            ("oppose", does.oppose),
            ("own_change", does.own_change),
            ("undo_bundle", does.take_apart),
            ("nota", partial(self.go_requested.emit, Place("reports", words="nota"))),
        ):
            self.offered.wire(name, _Plain(work_))

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_filter)
        self.bar.left_down.connect(self.pile.view.setFocus)
        self.pile.by_changed.connect(self._on_filter)
        self.pile.counted.connect(self._on_counted)
        self.pile.item_shown.connect(self._on_item)
        self.pile.chosen_changed.connect(self._on_chosen)
        self.pile.view.typed.connect(self._on_letters)
        self.pile.view.entered.connect(self._focus_answer)
        self.pile.view.escaped.connect(self.bar.search.clear)
        for pane in (self.middle, self.answer):
            pane.save_requested.connect(self._on_save)
            pane.typed.connect(self._on_typed)
        self.middle.take_out_requested.connect(self.doing.take_out)
        self.middle.add_requested.connect(self.doing.add_like)
        self.middle.open_requested.connect(self._on_open)
        self.middle.refused.connect(self._on_refused)
        self.answer.state_requested.connect(self.doing.move)
        self.answer.step_requested.connect(self.pile.step)
        self.many.apply_requested.connect(self.doing.answer_many)
        self.doing.said.connect(self.message_posted)
        self.doing.go_requested.connect(self._on_go)
        self.saving.said.connect(self.message_posted)
        self.saving.refused.connect(self._on_not_saved)
        self.pile.empty.chosen.connect(self.bar.clear)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        head = QHBoxLayout()
        head.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        head.addStrut(theme.current().height(Measure.NAV_ITEM))
        head.addWidget(label(self.title(), "title", self), 1)
        for name in ("own_change", "blocks", "nota"):
            shown = command_button(self.offered.action(name), "flat", parent=self)
            shown.be_shy()
            head.addWidget(shown)
        for pane in (self.answer, self.many, self._empty):
            self._right.addWidget(pane)
        self._right.setCurrentIndex(_NOTHING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(Hairline(self))
        column.addWidget(self.panes, 1)


class _Plain:
    """A command without what Qt says of it: whether it is checked."""

    def __init__(self, does: object) -> None:
        self._does = does

    def __call__(self, _: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt has it
        if callable(self._does):
            self._does()
