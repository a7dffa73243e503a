"""A few choices side by side of which one stands: `Stakeholders | Groepen`. Arrows move along.

`Scale` is the same for a value that may be missing: low, medium, high.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure

_SIDE = 12
_MOVES = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
_EMPTIES = frozenset({Qt.Key.Key_Delete.value, Qt.Key.Key_Backspace.value})


class _Segment(QToolButton):
    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * _SIDE
        return QSize(width, theme.current().height(Measure.FIELD))


class Segments(QWidget):
    """One of a few. Signals: `chosen_changed(str)` with the name, when a person chose another."""

    chosen_changed = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """`name` is for a screen reader; choices are (name, text), the first one stands."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Measure.HALF)
        for each, text in choices:
            segment = _Segment(each, text, self)
            self._segments[each] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        row.addStretch(1)
        if choices:
            self._segments[choices[0][0]].setChecked(True)
        self._group.buttonClicked.connect(self._on_button_clicked)

    def chosen(self) -> str:
        """The name of the one that stands."""
        found = self._group.checkedButton()
        return found.name if isinstance(found, _Segment) else ""

    def choose(self, name: str) -> None:
        """Let another stand; nothing is told. Raises KeyError for a name there is not."""
        self._segments[name].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _MOVES.get(event.key())
        names = list(self._segments)
        if not step or not names:
            super().keyPressEvent(event)
            return
        at = (names.index(self.chosen()) + step) % len(names)
        segment = self._segments[names[at]]
        segment.setFocus()
        segment.click()

    @Slot(QAbstractButton)
    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _Segment):
            self.chosen_changed.emit(button.name)


class _Step(_Segment):
    """One of a scale: its keys are those of the whole."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES or event.key() in _EMPTIES:
            event.ignore()
        else:
            super().keyPressEvent(event)


class Scale(QWidget):
    """Steps of a scale, as wide as a field; none may be chosen.

    Arrows move along, Del empties, as does a second click on what stands. Signals:
    `chosen_changed(str)` with the code, empty for none, when a person chose.
    """

    chosen_changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._chosen = ""
        self._steps: dict[str, _Step] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def set_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """What can be chosen, as (code, text), from low to high."""
        if [(code, each.text()) for code, each in self._steps.items()] == list(steps):
            return
        for old in self._steps.values():
            self._row.removeWidget(old)
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._steps = {code: self._step(code, text) for code, text in steps}
        for at, each in enumerate(self._steps.values()):
            each.setProperty("place", "first" if at == 0 else "next")
        self.choose(self._chosen)

    def chosen(self) -> str:
        """The code of the step that stands; empty for none."""
        return self._chosen

    def choose(self, code: str) -> None:
        """Let another stand, or none; nothing is told."""
        self._chosen = code
        self._group.setExclusive(False)  # else Qt lets nobody take the last one away
        for each, step in self._steps.items():
            step.setChecked(each == code)
            step.setFont(theme.current().font("strong" if each == code else "body"))
        self._group.setExclusive(True)
        self._keep_one_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        codes, key = list(self._steps), event.key()
        if key in _EMPTIES:
            self._take("")
        elif key in _MOVES and codes:
            at = codes.index(self._chosen) + _MOVES[key] if self._chosen in codes else 0
            self._take(codes[max(0, min(at, len(codes) - 1))])
        else:
            super().keyPressEvent(event)

    def _take(self, code: str) -> None:
        changed = code != self._chosen
        self.choose(code)
        stop = self._steps.get(code) or next(iter(self._steps.values()), None)
        if stop is not None:
            stop.setFocus()
        if changed:
            self.chosen_changed.emit(code)

    def _keep_one_stop(self) -> None:
        """Tab comes by once: at what stands, else at the first."""
        stop = self._steps.get(self._chosen) or next(iter(self._steps.values()), None)
        for each in self._steps.values():
            one = each is stop
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one else Qt.FocusPolicy.ClickFocus)
        if stop is not None:
            self.setFocusProxy(stop)

    def _step(self, code: str, text: str) -> _Step:
        made = _Step(code, text, self)
        made.setProperty("kind", "scale")
        made.setAccessibleName(f"{self._name}: {text}")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(partial(self._on_clicked, code))
        self._group.addButton(made)
        self._row.addWidget(made, 1)
        return made

    def _on_clicked(self, code: str) -> None:
        self._take("" if code == self._chosen else code)
