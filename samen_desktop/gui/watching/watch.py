"""Watches what is typed for likely personal data, and says so while there is time to change it.

One watch serves all screens of a round, since the names it knows are read once. What is looked for
is for `core.privacy`; nothing is ever refused here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from samen_desktop.core import privacy
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Sign

from . import work

_REST_MS = 250
"""A long text is looked through once the keys rest, so that no key waits for it."""

_LOOKS_LIKE = Words("Lijkt op {what}: blijft uit openbare stukken.", "Looks like {what}: kept out.")
_HEALTH = Words(
    "Lijkt {what}: schrijf niets waaraan iemand te herkennen is.",
    "Looks like {what}: write nothing by which somebody can be known.",
)
_AND = Words(" en ", " and ")


class Watch(QObject):
    """Knows the names of the open round. Signals: `learned()` when these changed."""

    learned = Signal()

    def __init__(self, bridge: Bridge) -> None:
        """Made by `of`, once for each bridge."""
        super().__init__(bridge)
        self._bridge = bridge
        self._register = privacy.NOBODY
        self._year = 0
        bridge.changed.connect(self._on_changed)
        if bridge.facts is not None:
            self._read()

    @classmethod
    def of(cls, bridge: Bridge) -> Watch:
        """The one watch of this bridge."""
        return bridge.findChild(cls) or cls(bridge)

    def say(self, text: str) -> str:
        """One sentence on what a text seems to give away; empty where that is nothing."""
        found = privacy.kinds(privacy.findings(text, self._register, self._year))
        holding = [each for each in found if each.holds_back]
        named = [language.say(each.words) for each in holding or found]
        if not named:
            return ""
        head, last = named[:-1], named[-1]
        what = language.say(_AND).join([", ".join(head), last]) if head else last
        return language.say((_LOOKS_LIKE if holding else _HEALTH).fill(what=what))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.touch("contact", "round"):
            self._read()

    def _read(self) -> None:
        self._bridge.read(work.read_register, self._on_read)

    def _on_read(self, found: tuple[privacy.Register, int]) -> None:
        self._register, self._year = found
        self.learned.emit()


class Warned(QWidget):
    """The line under an editor that says what its text gives away; hidden while that is nothing."""

    def __init__(self, editor: QPlainTextEdit, watch: Watch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._watch = watch
        self._words = label("", "warning", self, wrapped=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(Sign("triangle-alert", "DEE", Measure.SIGN, self))
        line.addWidget(self._words, 1)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        editor.textChanged.connect(self._rest.start)
        watch.learned.connect(self._rest.start)
        self.hide()

    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    @Slot()
    def look(self) -> None:
        """Look through the text as it stands."""
        said = self._watch.say(self._editor.toPlainText())
        self._words.setText(said)
        self.setVisible(bool(said))
