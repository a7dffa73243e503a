"""The one line in which everything is typed: signs tinted while typing, one line always."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeGuard

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from samen_desktop.core.notes import lines_of
from samen_desktop.core.shorthand import Line, Sign
from samen_desktop.gui import theme

Understand = Callable[[str], Line]

_TINTS = {
    Sign.THEME: ("sel", "accent", True),
    Sign.SPEAKER: ("VRG", "VRG", False),
    Sign.KIND: ("VRG", "VRG", True),
    Sign.ACTION: ("DEE", "DEE", True),
    Sign.OWNER: ("VRG", "VRG", False),
    Sign.DUE: ("DEE", "DEE", False),
    Sign.QUOTE: ("TKN", "text", False),
}
_STANCE_TINTS = {"POSIT": "OVG", "KRITI": "NOV", "GEMEN": "DEE"}


class Tints(QSyntaxHighlighter):
    """Shows in the line what is understood of it."""

    def __init__(self, document: QTextDocument, understand: Understand) -> None:
        super().__init__(document)
        self._understand = understand

    def highlightBlock(self, text: str) -> None:
        for part in self._understand(text).parts:
            made = tint_of(part.sign, part.value)
            if made is not None:
                self.setFormat(part.start, part.end - part.start, made)


class NoteLine(QPlainTextEdit):
    """One line; `before` sees each key first and says whether it was used.

    Signals: `lines_pasted(list)` for a text of several lines, which is not inserted; `left()` when
    the focus goes.
    """

    lines_pasted = Signal(object)
    left = Signal()

    def __init__(
        self,
        understand: Understand,
        before: Callable[[QKeyEvent], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before = before
        self.setProperty("kind", "bare")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.setCursorWidth(2)
        self._tints = Tints(self.document(), understand)
        self.dress()

    def dress(self) -> None:
        """Take the fonts and tints of the theme that stands."""
        font = QFont(theme.current().font("line"))
        self.setFont(font)
        self.setFixedHeight(QFontMetrics(font).height() + 6)
        self._tints.rehighlight()

    def text(self) -> str:
        """What stands in the line."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Let this stand in the line, the cursor behind it; there is nothing to undo then."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a stretch; can be undone by a key like what was typed."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def delete_word(self) -> None:
        """Delete to the end of the word behind the cursor."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        lines = lines_of(source.text())
        if len(lines) > 1:
            self.lines_pasted.emit(lines)
        elif lines:
            # One line keeps its blanks at both ends: she may paste into a sentence.
            self.insertPlainText(" ".join(source.text().splitlines()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._before(event):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Keys with Ctrl and the function keys are the page's here, whatever menu also has them.
        if event.type() == QEvent.Type.ShortcutOverride and _is_command(event):
            event.accept()
            return True
        # Tab would go to the next field before anybody could take a suggestion with it.
        if _is_tab(event) and self._before(event):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def tint_of(sign: Sign, value: str) -> QTextCharFormat | None:
    """How a part is shown; None for plain text."""
    current = theme.current()
    ground, color, strong = _TINTS.get(sign, ("", "", False))
    if sign is Sign.STANCE:
        ground = color = _STANCE_TINTS.get(value, "TKN")
        strong = True
    if not ground:
        return None
    made = QTextCharFormat()
    fill = current.color("sel") if ground == "sel" else current.tint(ground)
    if fill is not None:
        made.setBackground(fill)
    made.setForeground(current.color(color))
    if strong:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made


def _is_tab(event: QEvent) -> TypeGuard[QKeyEvent]:
    pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab


def _is_command(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    if Qt.Key.Key_F2 <= event.key() <= Qt.Key.Key_F9:
        return event.key() in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F9)
    if event.key() == Qt.Key.Key_Escape:
        return True
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() in _DIGITS
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return control and event.key() in PAGE_KEYS


_DIGITS = frozenset(Qt.Key(int(Qt.Key.Key_1) + number) for number in range(9))
PAGE_KEYS = frozenset(
    {
        *_DIGITS,
        Qt.Key.Key_J,
        Qt.Key.Key_Z,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
    }
)
"""What, with Ctrl, belongs to Notuleren while its line has the focus."""
