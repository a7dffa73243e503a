"""Splitting an input: its words with a cursor in them, and both parts as they will be.

What stands before the cursor stays; what comes after, or is selected, becomes an input of its own.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.triage import Cut, cut, first_cut
from samen_desktop.gui import language
from samen_desktop.gui.lists.side_pages import Question
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label

_LEAST, _MOST, _LINE = 64, 220, 120
_SHOWN = 240
"""Letters of a part that are shown, on the side where it was cut."""


class SplitPage(Question):
    """The page. Signals: `split_requested(Cut)`."""

    split_requested = Signal(object)

    def __init__(
        self, code: str, words: str, chosen: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """`chosen` is where the words were already selected, as a person saw them; or (0, 0)."""
        super().__init__(parent)
        self._words = words
        self._cut: Cut | None = None
        self._begin(self.tr("Split %1").replace("%1", code))
        told = self.tr(
            "Put the cursor where the second part begins, or select the words that become an input"
            " of their own. Speakers, session and date go along."
        )
        self._column.addWidget(label(told, "secondary", self, wrapped=True))
        self.editor = QPlainTextEdit(words, self)
        self.editor.setReadOnly(True)
        self.editor.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(self.tr("Words to split"))
        lines = words.count("\n") + len(words) // _LINE + 2
        tall = lines * self.editor.fontMetrics().lineSpacing() + 2 * Measure.GRID
        self.editor.setFixedHeight(min(max(tall, _LEAST), _MOST))
        self.editor.installEventFilter(self)
        self._column.addWidget(self.editor)
        self._column.addWidget(label(self.tr("%1 keeps").replace("%1", code), "secondary", self))
        self._stays = label("", "read", self, wrapped=True)
        self._column.addWidget(self._stays)
        own = self.tr("Becomes an input of its own")
        self._column.addWidget(label(own, "secondary", self))
        self._goes = label("", "read", self, wrapped=True)
        self._column.addWidget(self._goes)
        split = button(self.tr("Split"), "outlined", "scissors", self.tr("Enter"), self)
        split.clicked.connect(self._on_split)
        self._split = split
        self._footer.addWidget(split)
        self._close_off()
        self._put_cursor(chosen if chosen[1] else (first_cut(words),) * 2)
        self.editor.cursorPositionChanged.connect(self._show_parts)
        self.editor.selectionChanged.connect(self._show_parts)
        self._show_parts()

    def focus_first(self) -> None:
        """Have the words ready for the keyboard."""
        self.editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.editor
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ):
            self._on_split()
            return True
        return super().eventFilter(watched, event)

    def _put_cursor(self, chosen: tuple[int, int]) -> None:
        cursor = self.editor.textCursor()
        start, end = (_units(self._words, at) for at in chosen)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    @Slot()
    def _show_parts(self) -> None:
        cursor = self.editor.textCursor()
        start = _letters(self._words, cursor.selectionStart())
        end = _letters(self._words, cursor.selectionEnd())
        try:
            self._cut = cut(self._words, start, end)
        except KnownError as error:
            self._cut = None
            self._stays.setText("–")
            self._goes.setText(language.say(error.words))
        else:
            stays, goes = " ".join(self._cut.stays.split()), " ".join(self._cut.goes.split())
            self._stays.setText(stays if len(stays) <= _SHOWN else "…" + stays[-_SHOWN:])
            self._goes.setText(goes if len(goes) <= _SHOWN else goes[:_SHOWN] + "…")
        self._split.setEnabled(self._cut is not None)

    @Slot()
    def _on_split(self) -> None:
        if self._cut is not None:
            self.split_requested.emit(self._cut)


def _letters(text: str, units: int) -> int:
    """A place as Python counts, from one as Qt counts: Qt takes an emoji for two."""
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))


def _units(text: str, letters: int) -> int:
    """The way back."""
    return len(text[:letters].encode("utf-16-le")) // 2
