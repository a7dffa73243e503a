"""Cleaning up inputs in their list: the mode in which keys give theme and kind.

In the mode a digit gives a theme, with Ctrl a side theme, a letter the kind; who is done with a row
comes to the next one that waits, inside the filter. Nothing is applied that a person did not press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent

from samen_desktop.core import triage
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.lists.list_pane import ListPane

from . import work
from .bar import TriageBar
from .row_commands import TriageCommands
from .work import Advice, Done, Offered

_SUGGEST_AFTER = 120
_READ_AFTER = 300
"""Milliseconds that a row is read before inputs like it are looked for: keys go before."""
_TAKEN_LETTERS = frozenset("nx")


class Triage(QObject):
    """The commands and the mode, for one list of inputs."""

    def __init__(self, bridge: Bridge, pane: ListPane) -> None:
        super().__init__(pane)
        self._bridge, self._pane = bridge, pane
        self._offered: Offered | None = None
        self._kinds: dict[str, str] = {}
        self._advice = Advice(None)
        self._suggested_for: bytes | None = None
        self._asked: Ticket | None = None
        self.bar = TriageBar(pane)
        self.bar.hide()
        self.bar.key_chosen.connect(self._on_key_chosen)
        self.bar.theme_chosen.connect(self._on_theme_chosen)
        pane.put_below_list(self.bar)
        self.rows = TriageCommands(bridge, pane)
        self.rows.settled.connect(self._on_rows_settled)
        self.mode = self.rows.command(self.tr("Classify"), "hash", "F8", self._on_mode)
        self.mode.setCheckable(True)
        self.next = self.rows.command(
            self.tr("Next to classify"), "arrow-down", "Shift+F8", self.go_on
        )
        self._timer = self._alarm(_SUGGEST_AFTER, self._ask_suggestion)
        self._read: bytes | None = None
        self._reading = self._alarm(_READ_AFTER, self._ask_what_goes_with)
        pane.view.installEventFilter(self)
        pane.view.current_changed.connect(self._on_current_changed)
        pane.model.settled.connect(self._on_settled)
        pane.detail.theme_taken.connect(self._on_taken_in_detail)
        pane.detail.suggestions_wanted.connect(self._on_suggestions_wanted)

    def commands(self) -> Sequence[QAction]:
        """The commands for the page's menu."""
        return (self.mode, self.next, *self.rows.offered())

    @Slot()
    def go_on(self) -> None:
        """Go to the next row that waits, from the current one on and then from the top."""
        self._go_to_first(self.rows.after_chosen())

    def _go_to_first(self, keys: Sequence[int]) -> None:
        self._bridge.read(work.next_waiting(keys), self._on_next)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._pane.view
            and self.mode.isChecked()
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    # the mode

    @Slot()
    def _on_mode(self) -> None:
        on = self.mode.isChecked()
        self._pane.strip.give_way(on=on)
        self.bar.setVisible(on)
        if on:
            self._bridge.read(work.offered(language.current()), self._on_offered)
        self._pane.view.setFocus()

    def _on_offered(self, found: Offered) -> None:
        first = self._offered is None
        self._offered = found
        self._kinds = triage.letters(found.kinds, _TAKEN_LETTERS)
        words = dict(found.kinds)
        kinds = {letter: words[code] for letter, code in self._kinds.items()}
        self.bar.show_offered(found.themes, found.all_themes, kinds)
        self.bar.show_waiting(found.waiting)
        self._ask_suggestion()
        if first:
            self._begin()

    def _begin(self) -> None:
        """Start where something waits: at the current row, or after it."""
        key = self._pane.view.current_key()
        if key is not None:
            self._go_to_first([key, *self.rows.after_chosen()])

    def _on_key(self, event: QKeyEvent) -> bool:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if event.key() == Qt.Key.Key_Escape and plain:
            self.mode.trigger()
            return True
        digit = event.key() - Qt.Key.Key_0
        if ctrl and 1 <= digit <= triage.MOST_OFFERED:
            return self._give_theme(digit, side=True)
        return plain and self._does(event.text().lower())

    def _does(self, key: str) -> bool:
        """What one key does. False for a key that means nothing here: it is the list's."""
        keys: Mapping[str, Callable[[], None]] = {
            " ": self._take,
            "0": self.bar.open_all_themes,
            "#": self.bar.open_all_themes,
            "n": self.go_on,
            "x": self.rows.check.trigger,
            "/": self.rows.split.trigger,
        }
        if key in keys:
            keys[key]()
            return True
        if key in self._kinds:
            self._give({"kind": self._kinds[key]})
            return True
        if key.isdecimal() and key.isascii() and len(key) == 1:
            return self._give_theme(int(key), side=False)
        # Letters that give nothing are no words to search while one is classifying.
        return len(key) == 1 and key.isprintable()

    def _give_theme(self, digit: int, *, side: bool) -> bool:
        themes = self._offered.themes if self._offered is not None else []
        if digit <= len(themes):
            ident = themes[digit - 1].id.hex()
            self._give({f"side_theme/{ident}": 1} if side else {"theme": ident}, stay=side)
        return True

    def _take(self) -> None:
        """Take over what is suggested; where nothing is, say that the row is right as it stands."""
        row = self._pane.model.row_at(self._pane.view.currentIndex().row())
        fits = row is not None and row.id == self._suggested_for
        theme = self._advice.theme
        if theme is not None and fits and self._pane.view.chosen_count() <= 1:
            self._give({"theme": theme.theme.hex()})
        else:
            self._give({})

    def _give(self, changes: Mapping[str, Scalar], *, stay: bool = False) -> None:
        keys = self._pane.view.chosen_keys()
        if keys:
            # Where to go on is known now: what is done may leave the list.
            then = partial(self._on_given, [] if stay else self.rows.after_chosen())
            self._bridge.write(work.classify(keys, changes), then)

    def _on_given(self, after: Sequence[int], done: Done) -> None:
        self._bridge.read(work.waiting(), self.bar.show_waiting)
        if done.changed > 1:
            self.rows.say(self.tr("%n rows changed.", "", done.changed), undo=True)
        if after and not done.waiting:
            self._go_to_first(after)
        else:
            self._ask_suggestion()

    def _on_next(self, key: int | None) -> None:
        if key is None:
            self.rows.say(self.tr("Nothing in this list waits to be classified."), undo=False)
            return
        self._pane.view.go_to(self._pane.model.find(key))
        self._timer.start()

    @Slot(str)
    def _on_key_chosen(self, key: str) -> None:
        self._pane.view.setFocus()
        if key:
            self._does(key)
        else:
            self.mode.trigger()

    @Slot(str)
    def _on_theme_chosen(self, ident: str) -> None:
        self._pane.view.setFocus()
        self._give({"theme": ident})

    @Slot(object)
    def _on_rows_settled(self, after: Sequence[int]) -> None:
        if self.mode.isChecked():
            self._go_to_first(after)

    # suggestions

    @Slot(object)
    def _on_current_changed(self, _: object) -> None:
        if self.mode.isChecked():
            self._advice = Advice(None)
            self._timer.start()

    @Slot()
    def _on_settled(self) -> None:
        if self.mode.isChecked():
            self._timer.start()
            self._bridge.read(work.waiting(), self.bar.show_waiting)

    @Slot()
    def _ask_suggestion(self) -> None:
        row = self._pane.model.row_at(self._pane.view.currentIndex().row())
        if row is None or not row.id:
            self.bar.show_advice(Advice(None))
            return
        if self._asked is not None:
            self._asked.drop()
        then = partial(self._on_suggested, row.id)
        self._asked = self._bridge.read(work.advice(row.id), then)

    def _on_suggested(self, record: bytes, told: Advice) -> None:
        self._suggested_for, self._advice = record, told
        self.bar.show_advice(told)

    @Slot(bytes)
    def _on_suggestions_wanted(self, record: bytes) -> None:
        self._read = record
        self._reading.start()

    @Slot()
    def _ask_what_goes_with(self) -> None:
        if self._read is not None and self._pane.isVisible():
            self._bridge.read(work.suggested(self._read), self._pane.detail.show_suggestions)

    @Slot(bytes, bytes)
    def _on_taken_in_detail(self, record: bytes, theme: bytes) -> None:
        self._bridge.write(work.classify_one(record, {"theme": theme.hex()}))

    def _alarm(self, after: int, does: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(does)
        return made
