"""What a theme gives whoever paints rows: fonts, colours and cut lines, made once and kept.

Asking the theme, or Qt for the width of a text, at each row took most of the time of a page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen

from samen_desktop.gui import theme

_REMEMBERED = 6000


class Ink:
    """Made anew when the theme changes."""

    def __init__(self) -> None:
        current = theme.current()
        self.base = current.color("base")
        self.sel = current.color("sel")
        self.hover = current.color("hover")
        self.hair = current.color("hair")
        self.text = current.color("text")
        self.text2 = current.color("text2")
        self.accent = current.color("accent")
        self.ring = QPen(self.accent, 2)
        self.body: QFont = current.font("body")
        self.strong: QFont = current.font("strong")
        self.metrics = {False: QFontMetrics(self.body), True: QFontMetrics(self.strong)}
        self._cut: dict[tuple[str, int, bool], str] = {}
        self._colors: dict[str, QColor] = {}

    def color(self, role: str) -> QColor:
        """The colour of a sign."""
        if role not in self._colors:
            self._colors[role] = theme.current().color(role)
        return self._colors[role]

    def line(self, text: str, width: int, *, strong: bool = False) -> str:
        """One line of a text, cut to a width."""
        found = self._cut.get((text, width, strong))
        if found is None:
            if len(self._cut) > _REMEMBERED:
                self._cut.clear()
            found = self.metrics[strong].elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._cut[text, width, strong] = found
        return found
