"""The bar under the list while inputs are cleaned up: what each key gives, and what is suggested.

Every key is a button too. What a key does is for `mode`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import Button, button
from samen_desktop.gui.widgets.choice_list import ChoicePopup
from samen_desktop.gui.widgets.filter_button import Choice
from samen_desktop.gui.widgets.flow import Flow
from samen_desktop.gui.widgets.labels import label, tip
from samen_desktop.gui.widgets.section import Hairline

from .work import Advice, OfferedTheme

_LONGEST_NAME = 14
_ROOMY = 400
"""Height of list and bar together from which all keys are told."""
_FIRST_WORD = re.compile(r"[\s/]")


class TriageBar(QWidget):
    """The bar.

    Signals: `key_chosen(str)` with the key that a button stands for; `theme_chosen(str)` with the
    id in hex of a theme out of the whole list.
    """

    key_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[tuple[str, str]] = ()
        self._popup: ChoicePopup | None = None
        self._left = label("", "secondary", self)
        self._suggestion = label("", "body", self, elided=True)
        self._take = button(self.tr("Accept"), "outlined", keys=self.tr("Space"), parent=self)
        self._take.clicked.connect(partial(self.key_chosen.emit, " "))
        self._themes = QWidget(self)
        self._theme_row = Flow(self._themes)
        self._kinds = QWidget(self)
        self._kind_row = Flow(self._kinds)
        self._build()
        self.show_advice(Advice(None))

    def show_offered(
        self,
        themes: Sequence[OfferedTheme],
        all_themes: Sequence[tuple[str, str]],
        kinds: Mapping[str, str],
    ) -> None:
        """Show what digits and letters give; `kinds` are words by letter."""
        self._all = all_themes
        _empty(self._theme_row)
        _empty(self._kind_row)
        for at, theme in enumerate(themes, start=1):
            text = theme.title
            short = text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"
            made = self._key(self._themes, short, str(at))
            made.setToolTip(tip(text))
            self._theme_row.addWidget(made)
        self._theme_row.addWidget(self._key(self._themes, self.tr("All themes…"), "0"))
        for letter, words in kinds.items():
            made = self._key(self._kinds, _FIRST_WORD.split(words, maxsplit=1)[0], letter)
            made.setToolTip(tip(words))
            self._kind_row.addWidget(made)

    def show_waiting(self, count: int) -> None:
        """Say how many inputs are still to be done."""
        self._left.setText(self.tr("%n still raw or without a theme", "", count))

    def show_advice(self, told: Advice) -> None:
        """Show which theme is suggested for the current input, and because of which words."""
        found = told.theme
        self._take.setEnabled(found is not None or told.settles)
        self._take.setText(self.tr("Leave it so") if told.settles else self.tr("Accept"))
        if found is None:
            settles = self.tr("Theme and kind are there already.")
            none = self.tr("No theme to suggest for this one.")
            self._suggestion.setText(settles if told.settles else none)
            return
        because = self.tr("%1, because of %2").replace("%2", ", ".join(found.because))
        self._suggestion.setText(because.replace("%1", found.title))

    def suggestion(self) -> str:
        """What is suggested, in words."""
        return self._suggestion.text()

    def open_all_themes(self) -> None:
        """Show all themes to choose one from."""
        self._popup = ChoicePopup(self.tr("All themes"), self)
        self._popup.show_choices([Choice(code, text) for code, text in self._all], frozenset())
        self._popup.marked.connect(self._on_marked)
        self._popup.closed.connect(self._popup.deleteLater)
        self._popup.open_below(self.mapToGlobal(QPoint(Measure.MARGIN, 0)), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        place = self.parentWidget()
        if place is not None:
            place.removeEventFilter(self)
            place.installEventFilter(self)
        self._fit()

    def _fit(self) -> None:
        """Leave the rows of the list their room: in a low window the keys work unseen."""
        place = self.parentWidget()
        roomy = place is None or place.height() >= _ROOMY
        self._themes.setVisible(roomy)
        self._kinds.setVisible(roomy)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(self.tr("Classify"), "strong", self))
        head.addWidget(self._left)
        head.addStretch(1)
        told = QHBoxLayout()
        told.setSpacing(Measure.GRID)
        told.addWidget(label(self.tr("Suggestion"), "secondary", self))
        told.addWidget(self._suggestion, 1)
        told.addWidget(self._take)
        for text, key in (
            (self.tr("Next"), "n"),
            (self.tr("Split"), "/"),
            (self.tr("Checked"), "x"),
        ):
            head.addWidget(self._key(self, text, key))
        stop = self._key(self, self.tr("Stop"), self.tr("Esc"))
        stop.clicked.disconnect()
        stop.clicked.connect(partial(self.key_chosen.emit, ""))
        head.addWidget(stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(self))
        inside = QVBoxLayout()
        inside.setContentsMargins(Measure.MARGIN, 6, Measure.GRID, Measure.GRID)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addLayout(told)
        for row, flow in ((self._themes, self._theme_row), (self._kinds, self._kind_row)):
            flow.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(row)
        column.addLayout(inside)

    def _key(self, parent: QWidget, text: str, key: str) -> Button:
        made = button(text.replace("&", "&&"), "flat", keys=key, parent=parent)
        made.clicked.connect(partial(self.key_chosen.emit, key))
        return made

    def _on_marked(self, code: str) -> None:
        if self._popup is not None:
            self._popup.leave()
        self.theme_chosen.emit(code)


def _empty(row: Flow) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
