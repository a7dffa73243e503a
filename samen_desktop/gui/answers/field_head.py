"""The line above a field: what it is called, and at its end what is owed or met, with a sign.

Painted, not laid out: a form has eight of them, and each changes with each item of the pile.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import tip

_LOOKS = {
    "": ("", "text2"),
    "remark": ("", "text2"),
    "met": ("check", "OVG"),
    "advice": ("info", "DEE"),
    "owed": ("triangle-alert", "NOV"),
}
"""By look: the sign, and the colour of sign and words."""
_GAP = 6


class FieldHead(QWidget):
    """The line. It tells the field's name to a screen reader, with what is owed."""

    def __init__(self, text: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._name = text
        self._text = ""
        self._look = _LOOKS[""]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._on_theme_changed)
        self._tell()

    def say(self, text: str, look: str = "remark") -> None:
        """Say this at the end: a `remark`, what is `met`, an `advice`, what is `owed`; or nothing.

        Raises KeyError for a look there is not.
        """
        shown = _LOOKS[look if text else ""]
        if (text, shown) == (self._text, self._look):
            return
        self._text, self._look = text, shown
        self._tell()
        self.update()

    def _tell(self) -> None:
        self._field.setAccessibleName(self._name)
        self._field.setAccessibleDescription(self._text)
        self.setToolTip("")

    def said(self) -> str:
        """What stands at the end."""
        return self._text

    def sizeHint(self) -> QSize:
        ink = theme.current().ink
        high = max(ink.metrics[True].height(), Measure.SIGN)
        return QSize(ink.width(self._name, strong=True), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = theme.current().ink
        painter = QPainter(self)
        base = ink.base_line(self.height(), strong=True)
        painter.setFont(ink.strong)
        painter.setPen(ink.text)
        painter.drawText(0, base, self._name)
        text, (icon, role) = self._text, self._look
        if text:
            left = ink.width(self._name, strong=True) + 2 * _GAP
            taken = Measure.SIGN + _GAP if icon else 0
            shown = ink.line(text, self.width() - left - taken)
            left = self.width() - ink.width(shown)
            painter.setFont(ink.body)
            painter.setPen(ink.color(role))
            painter.drawText(left, base, shown)
            if icon:
                drawn = icons.pixmap(icon, role, Measure.SIGN, self.devicePixelRatioF())
                painter.drawPixmap(left - taken, (self.height() - Measure.SIGN) // 2, drawn)
            if shown != text:
                self.setToolTip(tip(text))
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
