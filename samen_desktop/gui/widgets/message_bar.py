"""The one line above a page for what belongs to it: text, links, close. Never takes the focus.

One at a time, the newest; it stays until acted on or closed.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.gui import theme
from samen_desktop.gui.page import Message
from samen_desktop.gui.tokens import Measure

from .buttons import Button, button
from .labels import label
from .section import Sign

_EDGE = 3
_ROLES = {"information": "accent", "need": "DEE", "failed": "NOV"}
_SIGNS = {"information": "info", "need": "triangle-alert", "failed": "triangle-alert"}


class MessageBar(QWidget):
    """Shows a message of a page. Signals: `closed()` when it was closed or acted on."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._sign = Sign("info", "accent", parent=self)
        self._text = label("", "body", self, wrapped=True)
        self._link = self._link_button()
        self._second = self._link_button()
        self._close = button("", "flat", "x", parent=self)
        self._close.setAccessibleName(self.tr("Close message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE + 12, 3, 6, 3)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._link)
        row.addWidget(self._second)
        row.addWidget(self._close)
        self.setMinimumHeight(Measure.MESSAGE)
        self._link.clicked.connect(self._on_link_clicked)
        self._second.clicked.connect(self._on_second_clicked)
        self._close.clicked.connect(self.clear)
        self.hide()
        theme.current().changed.connect(self.update)

    @property
    def message(self) -> Message | None:
        """What is shown now."""
        return self._message

    def show_message(self, message: Message) -> None:
        """Show a message instead of the one that stands."""
        self._message = message
        self._sign.show_sign(_SIGNS[message.kind], _ROLES[message.kind])
        self._text.setText(message.text)
        for link, words in ((self._link, message.link), (self._second, message.second_link)):
            link.setText(words)
            link.setVisible(bool(words))
        self.setAccessibleName(message.text)
        self.show()
        self.update()

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        if self._message is not None:
            self._message = None
            self.hide()
            self.closed.emit()

    def hide_quietly(self) -> None:
        """Show nothing for now; nothing is told."""
        self._message = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        kind = self._message.kind if self._message is not None else "information"
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("subtle"))
        painter.setPen(QPen(current.color("hair"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.fillRect(QRect(0, 0, _EDGE, self.height()), current.color(_ROLES[kind]))
        painter.end()

    @Slot()
    def _on_link_clicked(self) -> None:
        if self._message is not None:
            self._act(self._message.wish)

    @Slot()
    def _on_second_clicked(self) -> None:
        if self._message is not None:
            self._act(self._message.second_wish)

    def _act(self, wish: object) -> None:
        """Do the wish, and close unless it put another message here."""
        before = self._message
        if callable(wish):
            wish()
        if self._message is before:
            self.clear()

    def _link_button(self) -> Button:
        return button("", "link", parent=self)
