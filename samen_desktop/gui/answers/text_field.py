"""A field of several lines that grows with what stands in it, and tells when it is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from samen_desktop.core.checks import read_value
from samen_desktop.core.fields import Field, Scalar
from samen_desktop.gui import language, theme

_AIR, _BARE_AIR = 16, 8


class GrowingText(QPlainTextEdit):
    """The field. Signals: `typed()` at each change by a person, `left()` when the focus goes."""

    typed = Signal()
    left = Signal()

    def __init__(
        self,
        field: Field,
        lines: tuple[int, int],
        parent: QWidget | None = None,
        *,
        bare: bool = False,
    ) -> None:
        """`lines`: the fewest and the most it is high; more than that is scrolled."""
        super().__init__(parent)
        self._field = field
        self._least, self._most = lines
        self._bare = bare
        self._filling = False
        if bare:
            self.setProperty("kind", "bare")
        self.setAccessibleName(language.say(field.words))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2 if not bare else 0)
        self.textChanged.connect(self._on_text_changed)
        theme.current().changed.connect(self._dress)
        self._dress()

    def value(self) -> Scalar:
        """What stands here as the round keeps it. Raises NotAValueError."""
        return read_value(self._field, self.toPlainText())

    def text(self) -> str:
        """What stands here as it was typed."""
        return self.toPlainText()

    def put(self, text: str) -> None:
        """Show a text; nothing is told. The cursor stays where it can."""
        if text == self.toPlainText():
            return
        at = self.textCursor().position() if self.hasFocus() else 0
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        if at:
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(text)))
            self.setTextCursor(cursor)

    def insert(self, text: str) -> None:
        """Put a text in where the cursor stands, as if it was typed; undo takes it back whole."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.position()]
        apart = "" if not before or before[-1:].isspace() else " "
        cursor.insertText(apart + text)
        self.setTextCursor(cursor)

    def select_all(self) -> None:
        """Choose all of it, to be typed over."""
        self.selectAll()
        self.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _dress(self) -> None:
        self.setFont(theme.current().font("read"))
        self._fit()

    @Slot()
    def _on_text_changed(self) -> None:
        self._fit()
        if not self._filling:
            self.typed.emit()

    def _fit(self) -> None:
        told = round(self.document().documentLayout().documentSize().height())
        lines = min(max(told, self._least), self._most)
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if told > self._most else policy.ScrollBarAlwaysOff
        if bar != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        air = _BARE_AIR if self._bare else _AIR
        high = lines * self.fontMetrics().lineSpacing() + air
        if high != self.minimumHeight():
            self.setFixedHeight(high)
