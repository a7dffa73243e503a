"""Previous and next, in one pair of small buttons: the same beside a detail and over a form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.gui.widgets.buttons import Button
from samen_desktop.gui.widgets.labels import tip

_WIDTH = 38


class IconButton(Button):
    """A button that shows only its icon; its name is for who cannot see it."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__("", "flat", icon, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(tip(name))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())


class StepButtons(QWidget):
    """The pair. Signals: `stepped(int)` with -1 for the previous row and 1 for the next."""

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for by, icon, name in (
            (-1, "chevron-up", self.tr("Previous")),
            (1, "chevron-down", self.tr("Next")),
        ):
            made = IconButton(icon, name, self)
            made.clicked.connect(partial(self._step, by))
            line.addWidget(made)

    def _step(self, by: int) -> None:
        self.stepped.emit(by)
