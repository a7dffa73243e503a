"""A few choices side by side of which one stands: `Stakeholders | Groepen`. Arrows move along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure

_SIDE = 12


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
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        step = steps.get(event.key())
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
