"""What the commands of the desk do: one wish, one edit, one message that offers to take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop.core.answers import APPROVED, DRAFT, PUBLISHED, SUBMITTED
from samen_desktop.core.desk import DeskInput, DeskItem
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Work
from samen_desktop.gui.page import Message

from . import work
from .answer_form import TEXT
from .answer_pane import AnswerPane
from .blocks import TextBlocks
from .chooser import Chooser
from .item_pane import ItemPane
from .many_pane import ManyPane
from .own_change import OwnChange
from .pile import PilePane
from .text_field import GrowingText


class Doing(QObject):
    """Does it, with the panes of the page.

    Signals: `said(Message)`; `go_requested(object)` with the id of the input or bundle to go to.
    """

    said = Signal(object)
    go_requested = Signal(object)

    def __init__(
        self,
        bridge: Bridge,
        pile: PilePane,
        middle: ItemPane,
        answer: AnswerPane,
        many: ManyPane,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._pile, self._middle, self._answer, self._many = pile, middle, answer, many
        self._page = page
        self._blocks: TextBlocks | None = None
        self._own: OwnChange | None = None
        self._writing_in: GrowingText | None = None

    # the way of an answer

    @Slot(str)
    def move(self, state: str) -> None:
        """Bring the answer, or those of all chosen items, to a state."""
        several = self._several()
        idents = several or self._current()
        if not idents:
            return
        self._answer.commit()
        if not several and state in {SUBMITTED, APPROVED} and self._lacks(state):
            return
        wish, told = self._way(state, idents)
        self._bridge.write(
            wish, partial(self._on_moved, told, on=state != DRAFT and not several), self._refused
        )

    def _way(self, state: str, idents: list[bytes]) -> tuple[Work[int], Callable[[int], str]]:
        ways: dict[str, tuple[Work[int], Callable[[int], str]]] = {
            SUBMITTED: (work.submit(idents), self._told_submitted),
            APPROVED: (work.approve(idents), self._told_approved),
            PUBLISHED: (work.publish(idents), self._told_published),
            DRAFT: (work.take_back(idents), self._told_draft),
        }
        return ways[state]

    def _lacks(self, state: str) -> bool:
        """Say what is still owed and go there, where anything is."""
        item = self._answer.item
        lacking = self._answer.lacking()
        if item is None or not lacking or item.state in {APPROVED, PUBLISHED}:
            return False
        name, why = next(iter(lacking.items()))
        text = self.tr("%1 cannot be approved yet: %2")
        if state == SUBMITTED:
            text = self.tr("%1 cannot be submitted yet: %2")
        self.said.emit(Message("need", text.replace("%1", item.code).replace("%2", why)))
        self._answer.focus_on(name)
        return True

    def _on_moved(self, told: Callable[[int], str], count: int, *, on: bool) -> None:
        self._say(told(count), undo=count > 0)
        if on and count:
            self._pile.step(1)

    def _told_submitted(self, count: int) -> str:
        return self.tr("%n answer(s) submitted for approval.", "", count)

    def _told_approved(self, count: int) -> str:
        return self.tr("%n answer(s) approved.", "", count)

    def _told_published(self, count: int) -> str:
        return self.tr("%n answer(s) published.", "", count)

    def _told_draft(self, count: int) -> str:
        return self.tr("%n answer(s) are drafts again.", "", count)

    # many at once

    @Slot(object)
    def answer_many(self, changes: dict[str, Scalar]) -> None:
        """The same fields for all chosen items."""
        idents = self._several()
        if idents:
            self._bridge.write(work.answer_many(idents, changes), self._on_answered, self._refused)

    def _on_answered(self, count: int) -> None:
        self._many.clear()
        self._say(self.tr("%n answer(s) changed.", "", count), undo=count > 0)

    # bundles

    @Slot()
    def bundle(self) -> None:
        """Chosen items into one bundle; of a single one it is asked which."""
        several = self._several()
        if several:
            self._bundle(several)
            return
        for ident in self._current():
            finding = partial(self._bundles, ident)
            self._choose(self.tr("Into which bundle?"), finding, partial(self._into, ident))

    @Slot()
    def take_out(self) -> None:
        """The input with the keyboard, or those that are chosen, out of the bundle."""
        self._take_out(together=False)

    @Slot()
    def split(self) -> None:
        """The same into a new bundle of their own."""
        self._take_out(together=True)

    @Slot(object)
    def add_like(self, record: bytes) -> None:
        """An input that looks like these into the bundle, or with the one into a new bundle."""
        self._bundle([*self._current(), record])

    @Slot()
    def add_first_like(self) -> None:
        """The one that is the most alike."""
        first = self._middle.likes.first()
        if first is None:
            self.said.emit(Message("need", self.tr("Nothing in this round looks like this.")))
        else:
            self.add_like(first)

    @Slot()
    def take_apart(self) -> None:
        """A bundle away: its inputs stand on their own again."""
        item = self._middle.item
        if item is not None and item.kind == "bundle":
            told = self.tr("%1 was taken apart.").replace("%1", item.code)
            self._bridge.write(work.delete_bundle(item.id), lambda _: self._say(told))

    def _bundle(self, idents: Sequence[bytes]) -> None:
        self._bridge.write(work.bundle(idents), self._on_bundled, self._refused)

    def _on_bundled(self, record: bytes) -> None:
        self._say(self.tr("Put together in one bundle."))
        self.go_requested.emit(record)

    def _bundles(self, ident: bytes, words: str) -> work.FindWork:
        made = None if words else self.tr("a new bundle of its own")
        return work.found("bundle", words, {ident}, made)

    def _into(self, ident: bytes, value: str) -> None:
        if value:
            self._bundle([bytes.fromhex(value), ident])
        else:
            self._bundle([ident])

    def _take_out(self, *, together: bool) -> None:
        item = self._middle.item
        inputs = self._middle.cards.chosen()
        if item is None or item.kind != "bundle":
            return
        if not inputs:
            text = self.tr("Choose an input in the bundle first, with the arrows and Space.")
            self.said.emit(Message("need", text))
            self._middle.cards.focus_first()
            return
        wish = work.take_out([each.id for each in inputs], together=together)
        self._bridge.write(wish, partial(self._on_taken_out, len(inputs)), self._refused)

    def _on_taken_out(self, count: int, _: bytes | None) -> None:
        self._say(self.tr("%n input(s) taken out of the bundle.", "", count))

    # the rest

    @Slot()
    def oppose(self) -> None:
        """Choose the input that says the opposite of the one with the keyboard."""
        one = self._input()
        if one is not None:
            title = self.tr("%1 contradicts:").replace("%1", one.code)
            finding = partial(self._inputs, one.id)
            self._choose(title, finding, partial(self._oppose, one.id))

    def _inputs(self, ident: bytes, words: str) -> work.FindWork:
        return work.found("input", words, {ident})

    def _oppose(self, one: bytes, value: str) -> None:
        self._bridge.write(work.oppose(one, bytes.fromhex(value)), self._on_opposed, self._refused)

    def _on_opposed(self, linked: bool) -> None:  # noqa: FBT001 - the answer of the round
        text = self.tr("Contradiction noted.") if linked else self.tr("Contradiction taken away.")
        self._say(text)

    @Slot()
    def own_change(self) -> None:
        """Write down a change that nobody asked for."""
        if self._own is None:
            self._own = OwnChange(self._page)
            self._own.made.connect(self._on_own_change)
        self._own.begin(self._place())

    @Slot(str)
    def _on_own_change(self, words: str) -> None:
        self._bridge.write(work.own_change(words), self._on_own_made, self._refused)

    def _on_own_made(self, record: bytes) -> None:
        self._say(self.tr("Official's own change added."))
        self.go_requested.emit(record)

    @Slot()
    def text_blocks(self) -> None:
        """Open the reusable texts for the field with the keyboard, else for the answer."""
        focused = QApplication.focusWidget()
        several = bool(self._several())
        if isinstance(focused, GrowingText):
            self._writing_in = focused
        else:
            text = self._many.text if several else self._answer.form.text_field(TEXT)
            self._writing_in = text
        field = self._writing_in
        if self._blocks is None:
            self._blocks = TextBlocks(self._bridge, self._page)
            self._blocks.taken.connect(self._on_block)
        selected = field.textCursor().selectedText().replace("\u2029", "\n")
        self._blocks.begin(self._place(), selected or field.text())

    @Slot(str)
    def _on_block(self, text: str) -> None:
        if self._writing_in is not None:
            self._writing_in.setFocus()
            self._writing_in.insert(text)

    def _choose(
        self, title: str, finding: Callable[[str], work.FindWork], then: Callable[[str], None]
    ) -> None:
        chooser = Chooser(self._bridge, title, finding, self._page)
        chooser.chosen.connect(then)
        chooser.closed.connect(chooser.deleteLater)
        chooser.begin(self._place())

    def _place(self) -> QPoint:
        """Where a list over the page opens: over the middle pane."""
        return self._middle.mapToGlobal(QPoint(20, 40))

    def _input(self) -> DeskInput | None:
        item: DeskItem | None = self._middle.item
        chosen = self._middle.cards.chosen()
        if chosen:
            return chosen[0]
        return item.inputs[0] if item is not None and item.inputs else None

    def _several(self) -> list[bytes]:
        chosen = self._pile.view.chosen()
        return [each.id for each in chosen] if len(chosen) > 1 else []

    def _current(self) -> list[bytes]:
        item = self._answer.item
        return [] if item is None else [item.id]

    def _say(self, text: str, *, undo: bool = True) -> None:
        link = self.tr("Undo") if undo else ""
        self.said.emit(Message("information", text, link, self._bridge.undo if undo else None))

    def _refused(self, error: KnownError) -> None:
        self.said.emit(Message("need", error.say(language.current())))
