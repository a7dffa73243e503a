"""The line above a field: what it is called, and at its end what is owed or met, with a sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Sign

_LOOKS = {
    "": ("", "secondary", ""),
    "remark": ("info", "secondary", "text2"),
    "met": ("check", "met", "OVG"),
    "advice": ("info", "warning", "DEE"),
    "owed": ("triangle-alert", "error", "NOV"),
}


class FieldHead(QWidget):
    """The line. It tells the field's name to a screen reader, with what is owed."""

    def __init__(self, text: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._name = text
        self._said: tuple[str, str] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        named = label(text, "strong", self)
        named.setBuddy(field)
        row.addWidget(named)
        row.addStretch(1)
        self._sign = Sign("check", "OVG", Measure.SIGN, self)
        row.addWidget(self._sign)
        self._words = label("", "secondary", self, elided=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words)
        self.say("")

    def say(self, text: str, look: str = "remark") -> None:
        """Say this at the end: a `remark`, what is `met`, an `advice`, what is `owed`; or nothing.

        Raises KeyError for a look there is not.
        """
        if (text, look) == self._said:
            return
        self._said = (text, look)
        icon, kind, role = _LOOKS[look if text else ""]
        self._sign.setVisible(bool(icon))
        if icon:
            self._sign.show_sign(icon, role)
        if kind != self._words.kind:
            self._words.set_kind(kind)
        self._words.setText(text)
        self._field.setAccessibleName(self._name)
        self._field.setAccessibleDescription(text)

    def said(self) -> str:
        """What stands at the end."""
        return self._words.text()
