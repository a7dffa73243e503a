"""Buttons that show their shortcut: primary, flat, outlined and link.

At most one primary button stands on a screen. A button made of a command (`command_button`) takes
text, icon, shortcut and whether it can act from there; else `keys` is only shown, since whoever
owns the command listens for it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QEnterEvent,
    QFontMetrics,
    QIcon,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .labels import tip

Look = Literal["primary", "flat", "outlined", "link"]

_SIDE, _GAP, _KEYS_GAP = 11, 7, 10
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_COLORS = {"primary": "on_accent", "flat": "text", "outlined": "text", "link": "accent"}


class Button(QPushButton):
    """A button that paints icon, text and shortcut side by side."""

    def __init__(
        self,
        text: str,
        look: Look = "flat",
        icon: str = "",
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.look = look
        self._shy = False
        self._icon = icon
        self._keys = keys
        self.setProperty("kind", look)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if look == "link" else self.cursor())
        self._name()
        theme.current().changed.connect(self.update)

    @property
    def keys(self) -> str:
        """The shortcut shown, as the system writes it."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        if keys != self._keys:
            self._keys = keys
            self._name()
            self.updateGeometry()
            self.update()

    def be_shy(self) -> None:
        """Let the words go where there is no room for them; icon and name stay."""
        self._shy = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._name()

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        keys = _KEYS_GAP + self._keys_width() if self._keys else 0
        words = self._words_width() if self._shy else 0
        return QSize(least.width() + words + keys, least.height())

    def minimumSizeHint(self) -> QSize:
        """Room for the words; the shortcut gives way where it must."""
        width = 0 if self.look == "link" else 2 * _SIDE
        width += Measure.ICON if self._icon else 0
        if not self._shy:
            width += self._words_width()
        least = 20 if self.look == "link" else Measure.FIELD
        return QSize(width, theme.current().height(least) if least > 20 else least)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        side = 0 if self.look == "link" else _SIDE
        self._paint_inside(painter, self.rect().adjusted(side, 0, -side, 0))

    def _paint_inside(self, painter: QPainter, room: QRect) -> None:
        current = theme.current()
        color = _COLORS[self.look] if self.isEnabled() else "text3"
        if self.look == "primary" and not self.isEnabled():
            color = "text2"
        left = room.left()
        if self._icon:
            drawn = icons.pixmap(self._icon, color, Measure.ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPoint(left, (self.height() - Measure.ICON) // 2), drawn)
            left += Measure.ICON + _GAP
        painter.setPen(current.color(color))
        painter.setFont(current.font(self._font_kind()))
        if self.look == "link" and (self.underMouse() or self.hasFocus()) and self.isEnabled():
            underlined = painter.font()
            underlined.setUnderline(True)
            painter.setFont(underlined)
        plain = QRect(left, room.top(), room.right() - left + 1, room.height())
        if self._shy and plain.width() < self._text_width():
            return
        shown = painter.fontMetrics().elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            plain.width() + 2,
            int(Qt.TextFlag.TextShowMnemonic),
        )
        painter.drawText(plain, int(_MIDDLE | Qt.TextFlag.TextShowMnemonic), shown)
        if self._keys and plain.width() >= self._text_width() + self._keys_width() + 4:
            painter.setFont(current.font("small"))
            if self.look != "primary" and self.isEnabled():
                painter.setPen(current.color("text2"))
            painter.drawText(room, int(_MIDDLE_RIGHT), self._keys)

    def _words_width(self) -> int:
        if not self.text():
            return 0
        return self._text_width() + (_GAP if self._icon else 0)

    def _font_kind(self) -> str:
        return "strong" if self.look == "primary" else "body"

    def _text_width(self) -> int:
        metrics = QFontMetrics(theme.current().font(self._font_kind()))
        return metrics.size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width() + 1

    def _keys_width(self) -> int:
        return QFontMetrics(theme.current().font("small")).horizontalAdvance(self._keys) + 1

    def _name(self) -> None:
        self.setAccessibleName(self.text().replace("&", ""))
        self.setAccessibleDescription(self._keys)
        self.updateGeometry()


class CommandButton(Button):
    """A button of a command: it shows what the command is now, and does it."""

    def __init__(self, command: QAction, look: Look, icon: str, parent: QWidget | None) -> None:
        super().__init__(command.text(), look, icon, parent=parent)
        self._command = command
        command.changed.connect(self._follow)
        self.clicked.connect(command.trigger)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.setText(self._command.text())
        self.setEnabled(self._command.isEnabled())
        self.setToolTip(tip(self._command.statusTip()))
        self.set_keys(shown_keys(self._command.shortcut()))


def button(
    text: str,
    look: Look = "flat",
    icon: str = "",
    keys: str = "",
    parent: QWidget | None = None,
) -> Button:
    """A button; `icon` is a name under resources/icons, `keys` are shown beside the text."""
    return Button(text, look, icon, keys, parent)


def command_button(
    command: QAction, look: Look = "flat", icon: str = "", parent: QWidget | None = None
) -> CommandButton:
    """A button of a command, which says by `statusTip` why it cannot act now."""
    return CommandButton(command, look, icon, parent)


def shown_keys(keys: QKeySequence) -> str:
    """A shortcut as the system writes it: `Ctrl+Shift+N`."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
