"""What a theme gives whoever paints: fonts, colours, widths and cut lines, made once and kept.

Asking the theme, or Qt for the width of a text, at each row took most of the time of a page.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen

_REMEMBERED = 6000


class Ink:
    """That of one scheme; `Theme.ink` gives the one that counts now."""

    def __init__(self, color: Callable[[str], QColor], font: Callable[[str], QFont]) -> None:
        """`color` and `font` give those of a token; see `Theme`."""
        self.color = color
        self.base = color("base")
        self.sel = color("sel")
        self.hover = color("hover")
        self.hair = color("hair")
        self.text = color("text")
        self.text2 = color("text2")
        self.accent = color("accent")
        self.ring = QPen(self.accent, 2)
        self.body: QFont = font("body")
        self.strong: QFont = font("strong")
        self.metrics = {False: QFontMetrics(self.body), True: QFontMetrics(self.strong)}
        self._cut: dict[tuple[str, int, bool], str] = {}
        self._wide: dict[tuple[str, bool], int] = {}

    def line(self, text: str, width: int, *, strong: bool = False) -> str:
        """One line of a text, cut to a width."""
        found = self._cut.get((text, width, strong))
        if found is None:
            if len(self._cut) > _REMEMBERED:
                self._cut.clear()
            found = self.metrics[strong].elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._cut[text, width, strong] = found
        return found

    def width(self, text: str, *, strong: bool = False) -> int:
        """How wide a text is on one line."""
        found = self._wide.get((text, strong))
        if found is None:
            if len(self._wide) > _REMEMBERED:
                self._wide.clear()
            found = self._wide[text, strong] = self.metrics[strong].horizontalAdvance(text)
        return found

    def base_line(self, high: int, *, strong: bool = False) -> int:
        """Where letters stand in a line that is so high."""
        metrics = self.metrics[strong]
        return (high - metrics.height()) // 2 + metrics.ascent()
