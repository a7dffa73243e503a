"""The middle pane: what the answer is about. A bundle with its inputs, or one input; or a group.

Title and summary of a bundle are changed where they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core.answers import BUNDLE
from samen_desktop.core.checks import NotAValueError, read_value
from samen_desktop.core.desk import DeskItem, Voices
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.laying_out import laid_out_once
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section, Sign

from .cards import InputCards, short_code
from .like_list import LikeList
from .text_field import GrowingText
from .version_list import VersionList
from .work import MOST_SIMILAR, Similar, Told

_MOST_CARDS = 40
"""Cards of a large bundle that are shown at once; the others are asked for."""
TITLE, SUMMARY = "title", "summary"


class TitleLine(QLineEdit):
    """A title that is changed where it stands. Signals: `left()` when the focus goes."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bare")
        self.setAccessibleName(language.say(BUNDLE.field(TITLE).words))
        theme.current().changed.connect(self._dress)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    @Slot()
    def _dress(self) -> None:
        self.setFont(theme.current().font("section"))


class ItemPane(QWidget):
    """The pane.

    Signals: `save_requested(object)` with fields of the bundle; `typed(str, str)`;
    `take_out_requested()`; `add_requested(object)` with the id of an input that looks like these;
    `open_requested(object)` with the id of an input; `refused(str)` with a sentence.
    """

    save_requested = Signal(object)
    typed = Signal(str, str)
    take_out_requested = Signal()
    add_requested = Signal(object)
    open_requested = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: DeskItem | None = None
        self._whole = False
        self._code = label("", "code", self)
        self.title = TitleLine(self)
        self._plain = label("", "code", self, flowing=True)
        self._scissors = button("", "flat", "scissors", parent=self)
        self._scissors.setAccessibleName(self.tr("Take out of the bundle"))
        self._scissors.setToolTip(f"{self.tr('Take out of the bundle')} (Ctrl+U)")
        self._counts = label("", "secondary", self, flowing=True)
        self.summary = GrowingText(BUNDLE.field(SUMMARY), (1, 8), self, bare=True)
        self.summary.setPlaceholderText(self.tr("neutral summary of what was said"))
        self._again = _Warning(self)
        self._section = Section(self.tr("Inputs"), self)
        self.cards = InputCards(self)
        self.likes = LikeList(self)
        self.versions = VersionList(self)
        self._scroll = ScrollPane(self, steady=True)
        self._lay_out()
        self._connect()
        self.show_nothing()

    # what others ask

    def show_told(self, told: Told) -> None:
        """Show an item; of the same one what is being typed stays as it is."""
        item = told.item
        other = self.item is None or self.item.id != item.id
        if other:
            self._whole = False
            self.likes.show_found(())
            self._scroll.verticalScrollBar().setValue(0)
        before = self.item
        self.item = item
        with laid_out_once(self._column):
            self._show_item(told, before, other=other)

    def _show_item(self, told: Told, before: DeskItem | None, *, other: bool) -> None:
        item = told.item
        is_bundle = item.kind == "bundle"
        self._code.setText(short_code(item.code))
        self._code.show()
        for name, text in self._texts(item).items():
            if other or self._text(name) == ("" if before is None else self._texts(before)[name]):
                self._put(name, told.typed.get(name, text) if other else text)
        self.title.setVisible(is_bundle)
        self._plain.setVisible(not is_bundle)
        self._plain.setText("" if is_bundle else item.title)
        self.summary.setVisible(is_bundle)
        self._scissors.setVisible(is_bundle)
        self._counts.setText(self.count(item.voices))
        self._counts.show()
        self._again.say("" if item.again is None else language.say(item.again))
        self.versions.show_versions(item.versions)
        self._show_cards()

    def show_group(self, title: str, voices: Voices | None) -> None:
        """Show what a group of the pile holds; of a theme who said it as well."""
        self.show_nothing()
        self._plain.setText(title)
        self._plain.show()
        self._counts.setText("" if voices is None else self.count(voices))
        self._counts.setVisible(voices is not None)

    def show_nothing(self) -> None:
        """Nothing is current."""
        self.item = None
        hidden = (self._code, self.title, self._plain, self.summary, self._scissors, self._counts)
        for each in (*hidden, self._section, self.cards, self.likes, self.versions):
            each.hide()
        self._again.say("")

    def show_likes(self, found: Sequence[Similar]) -> None:
        """Show what looks like this, but for what is in it already."""
        own = {each.id for each in self.item.inputs} if self.item is not None else set()
        self.likes.show_found([each for each in found if each.record not in own][:MOST_SIMILAR])

    def count(self, voices: Voices) -> str:
        """Who said it, counted three ways, and the parties by name."""
        parties = self.tr("%n organisation(s) or group(s)", "", len(voices.parties))
        named = [name for name in voices.parties if name]
        told = ", ".join(named[:6]) + (" …" if len(named) > 6 else "")
        parts = [
            self.tr("%n input(s)", "", voices.inputs),
            self.tr("%n session(s)", "", voices.sessions),
            f"{parties}: {told}" if told else parties,
            self.tr("%n person(s)", "", voices.people),
        ]
        return " · ".join(parts)

    def commit(self) -> None:
        """Hand over what was changed and not saved yet."""
        item = self.item
        if item is None or item.kind != "bundle":
            return
        try:
            changes = self._changes(item)
        except NotAValueError as error:
            self.refused.emit(language.say(error.words))
            return
        if changes.get(TITLE, "") is None:
            self.title.setText(self._texts(item)[TITLE])  # a bundle always has a title
            del changes[TITLE]
        if changes:
            self.save_requested.emit(changes)

    # how it goes

    def _changes(self, item: DeskItem) -> dict[str, Scalar]:
        values: dict[str, Scalar] = {
            TITLE: read_value(BUNDLE.field(TITLE), self.title.text()),
            SUMMARY: self.summary.value(),
        }
        return {name: value for name, value in values.items() if value != item.values.get(name)}

    def _texts(self, item: DeskItem) -> Mapping[str, str]:
        return {name: str(item.values.get(name) or "") for name in (TITLE, SUMMARY)}

    def _text(self, name: str) -> str:
        return self.title.text() if name == TITLE else self.summary.text()

    def _put(self, name: str, text: str) -> None:
        if name == SUMMARY:
            self.summary.put(text)
        elif text != self.title.text():
            self.title.setText(text)
            self.title.setCursorPosition(0)

    def _show_cards(self) -> None:
        if self.item is None:
            return
        inputs = list(self.item.inputs)
        rest = 0 if self._whole else max(0, len(inputs) - _MOST_CARDS)
        self._section.set_link(self.tr("show %n more", "", rest) if rest else "")
        self._section.show()
        self.cards.show_inputs(inputs if self._whole else inputs[:_MOST_CARDS])
        self.cards.show()

    def _connect(self) -> None:
        self.title.textEdited.connect(partial(self._on_typed, TITLE))
        self.summary.typed.connect(partial(self._on_typed, SUMMARY))
        self.title.left.connect(self.commit)
        self.title.returnPressed.connect(self.commit)
        self.summary.left.connect(self.commit)
        self._scissors.clicked.connect(self.take_out_requested)
        self._section.link_chosen.connect(self._on_whole)
        self.likes.add_requested.connect(self.add_requested)
        self.cards.open_requested.connect(self.open_requested)

    def _on_typed(self, name: str, _: str = "") -> None:
        self.typed.emit(name, self._text(name))

    @Slot()
    def _on_whole(self) -> None:
        self._whole = True
        self._show_cards()

    def _lay_out(self) -> None:
        inside = QWidget(self._scroll)
        head = QHBoxLayout()
        head.setSpacing(Measure.GRID)
        head.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        head.addWidget(self._plain, 1)
        head.addWidget(self._scissors, 0, Qt.AlignmentFlag.AlignTop)
        high = theme.current().height(Measure.FIELD)
        for named in (self._code, self._plain):
            named.setMinimumHeight(high)
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.ICON, 10, 12, Measure.MARGIN)
        column.setSpacing(Measure.GRID)
        column.addLayout(head)
        for each in (self._counts, self._again, self.summary, self._section, self.cards):
            column.addWidget(each)
        column.addWidget(self.likes)
        column.addWidget(self.versions)
        column.addStretch(1)
        self._scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


class _Warning(QWidget):
    """A sign and a sentence; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "warning", self, flowing=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Sign("triangle-alert", "DEE", Measure.SIGN, self))
        row.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))
