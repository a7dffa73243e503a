"""The one way to make a label: plain text always, in a size and colour of the table of tokens.

Text from a file may look like HTML; a label of Qt's would read it, and open the files it names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from samen_desktop.gui import theme

_WIDEST_WORD = 200
_LONGEST = 20_000
"""Characters a label lays out; longer text costs seconds and belongs in an editor."""
_LONGEST_TIP = 2_000
_PIECE = 24
_ENDLESS = re.compile(r"\S{37,}")
"""Longer than the words of any language we know; Qt would cut it off at the edge."""
_BREAK = "\u200b"

KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "body": ("body", "text"),
        "secondary": ("body", "text2"),
        "strong": ("strong", "text"),
        "small": ("small", "text2"),
        "read": ("read", "text"),
        "read_secondary": ("read", "text2"),
        "section": ("section", "text"),
        "code": ("section", "text"),
        "title": ("title", "text"),
        "figure": ("figure", "text"),
        "error": ("body", "NOV"),
        "warning": ("body", "DEE"),
        "met": ("body", "OVG"),
        "link": ("body", "accent"),
    }
)
"""Kinds of labels: a type size and a colour token each."""


class Label(QLabel):
    """A label of plain text. `elided` cuts one line to its width and shows all as a tool tip.

    `flowing` takes the width there is, as a paragraph or as one `elided` line: it asks for none of
    its own, which Qt would find by laying the text out three times over.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        parent: QWidget | None = None,
        *,
        elided: bool = False,
        flowing: bool = False,
    ) -> None:
        super().__init__(parent)
        self._whole = ""
        self._elided = elided
        self._flowing = flowing
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        # On a ground of another role Qt would take another colour than the one set here.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self.kind = kind
        self._dress()
        if flowing and not elided:
            self.setWordWrap(True)
        self.setText(text)
        theme.current().changed.connect(self._dress)

    def setText(self, text: str) -> None:
        self._whole = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        if self._elided:
            self._whole = " ".join(self._whole.split())
            self.setAccessibleName(self._whole)
            if self.toolTip():
                self.setToolTip("")
        self._heights.clear()
        super().setText(_breakable(self._whole) if self.wordWrap() else self._whole)

    def setWordWrap(self, on: bool) -> None:  # noqa: FBT001 - as Qt has it
        super().setWordWrap(on)
        self.setText(self._whole)

    def text(self) -> str:
        """The text as it was given."""
        return self._whole

    def selection(self) -> tuple[int, int]:
        """From where to where its text is selected, as places in the text that was given."""
        start = self.selectionStart()
        if start < 0:
            return 0, 0
        shown = super().text().encode("utf-16-le")
        before = shown[: start * 2].decode("utf-16-le", "ignore").replace(_BREAK, "")
        return len(before), len(before) + len(self.selectedText().replace(_BREAK, ""))

    def set_kind(self, kind: str) -> None:
        """Look like another kind from now on."""
        self.kind = kind
        self._dress()

    def sizeHint(self) -> QSize:
        if self._flowing:
            return QSize(_WIDEST_WORD, self.fontMetrics().lineSpacing())
        return super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        if self._elided:
            return QSize(24, self.fontMetrics().lineSpacing())
        if self._flowing:
            return self.sizeHint()
        hint = super().minimumSizeHint()
        # One very long word must not make the whole pane wider than the window.
        return QSize(min(hint.width(), _WIDEST_WORD), hint.height()) if self.wordWrap() else hint

    def heightForWidth(self, width: int) -> int:
        # A layout asks again and again, and Qt lays out the whole text each time.
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = super().heightForWidth(width)
        return known

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elided:
            super().paintEvent(event)
            return
        if not self._whole:
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip(tip(self._whole) if shown != self._whole else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    @Slot()
    def _dress(self) -> None:
        font, color = KINDS[self.kind]
        current = theme.current()
        self.setFont(current.font(font))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, current.color(color))
        self.setPalette(palette)


def label(
    text: str = "",
    kind: str = "body",
    parent: QWidget | None = None,
    *,
    wrapped: bool = False,
    elided: bool = False,
    flowing: bool = False,
) -> Label:
    """A label of a kind in `KINDS`. Words people read (`read`) can be selected by mouse and keys.

    Raises KeyError for a kind there is not.
    """
    made = Label(text, kind, parent, elided=elided, flowing=flowing)
    if not flowing:
        made.setWordWrap(wrapped)
    if kind == "read":
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def form_label(text: str, field: QWidget, parent: QWidget | None = None) -> Label:
    """The label of a field: its text names the field for a screen reader too."""
    made = Label(text, "secondary", parent)
    made.setBuddy(field)
    field.setAccessibleName(text)
    return made


def tip(text: str) -> str:
    """Text for a tool tip: Qt reads what looks like HTML there, so that is taken as written."""
    from html import escape

    short = text if len(text) <= _LONGEST_TIP else text[:_LONGEST_TIP] + "…"
    return f"<p style='white-space:pre-wrap'>{escape(short)}</p>" if short else ""


def elide(text: str, width: int, metrics: QFontMetrics) -> str:
    """One line of a text cut to a width, for painters."""
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def _breakable(text: str) -> str:
    """The text with a place to break in words no pane has room for; links stay whole to copy."""
    return _ENDLESS.sub(lambda found: _BREAK.join(_pieces(found.group())), text)


def _pieces(word: str) -> list[str]:
    if "://" in word:
        return [word]
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]
