"""A filter of a list: name and value on a button, a list of choices with counts under it.

`Groep`, `Groep: ouders`, `Groep: ouders, bonden`, `Groep: ouders +2`. The list has a search field;
Space or Enter marks a choice at once, Esc closes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .choice_list import ChoicePopup
from .labels import tip
from .states import set_state

_SIDE, _GAP, _ARROW = 11, 6, 14
_LONGEST_VALUE = 180


@dataclass(frozen=True, slots=True)
class Choice:
    """A value a filter can have: its code, its words, and how many rows have it (None: unknown).

    `short` stands on the button where the words are long: `TH4`, `SE-07`.
    """

    code: str
    text: str
    count: int | None = None
    short: str = ""


class ArrowButton(QToolButton):
    """Words, a value behind them where there is one, and an arrow: something opens below."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = text
        self.setProperty("kind", "filter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text)
        theme.current().changed.connect(self.update)

    def value(self) -> str:
        """What stands behind the words."""
        return ""

    def arrow(self) -> str:
        """The icon at the end: down, or up while what it opens is open."""
        return "chevron-up" if self.isChecked() else "chevron-down"

    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + _GAP + _ARROW + self._label_width() + self._value_width()
        return QSize(width, theme.current().height(Measure.FIELD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        color = current.color("text" if self.isEnabled() else "text3")
        painter.setPen(color)
        room = self.rect().adjusted(_SIDE, 0, -_SIDE - _ARROW - _GAP, 0)
        painter.setFont(current.font("body"))
        painter.drawText(room, int(_LEFT), self._name_part())
        room.setLeft(room.left() + self._label_width())
        painter.setFont(current.font("strong"))
        painter.drawText(room, int(_LEFT), self._shown_value())
        self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:
        role = "text2" if self.isEnabled() else "text3"
        drawn = icons.pixmap(self.arrow(), role, _ARROW, self.devicePixelRatioF())
        place = QRect(self.width() - _SIDE - _ARROW + 2, 0, _ARROW, self.height())
        painter.drawPixmap(QPoint(place.left(), (self.height() - _ARROW) // 2), drawn)

    def _name_part(self) -> str:
        return f"{self.label}: " if self.value() else self.label

    def _shown_value(self) -> str:
        return theme.current().ink.line(self.value(), _LONGEST_VALUE, strong=True)

    def _label_width(self) -> int:
        return theme.current().ink.width(self._name_part())

    def _value_width(self) -> int:
        return theme.current().ink.width(self._shown_value(), strong=True) + 2


class FilterButton(ArrowButton):
    """A filter button.

    Signals: `opening()` before the list is shown, so that whoever owns the list can count anew and
    call `set_choices`; `chosen_changed(object)` with a frozenset of codes, at each mark.
    """

    opening = Signal()
    chosen_changed = Signal(object)

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        """`name` is the field it filters, `text` what people call that."""
        super().__init__(text, parent)
        self.name = name
        self._choices: Sequence[Choice] = ()
        self._chosen: frozenset[str] = frozenset()
        self._popup: ChoicePopup | None = None
        self.clicked.connect(self.open_list)
        self._tell()

    @property
    def chosen(self) -> frozenset[str]:
        """Codes of the marked choices; empty: the filter is not set."""
        return self._chosen

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """What can be chosen, with counts; marks stay."""
        self._choices = choices
        if self._popup is not None:
            self._popup.show_choices(choices, self._chosen)
        self._tell()

    def set_chosen(self, codes: frozenset[str]) -> None:
        """Mark these; nothing is told."""
        self._chosen = codes
        if self._popup is not None:
            self._popup.show_choices(self._choices, codes)
        self._tell()

    def value(self) -> str:
        """What stands behind the name: `ouders`, `ouders, bonden`, `ouders +2`."""
        words = {choice.code: choice.short or choice.text for choice in self._choices}
        named = [words.get(code, code) for code in self._ordered()]
        if len(named) > 2:
            return f"{named[0]} +{len(named) - 1}"
        return ", ".join(named)

    @Slot()
    def open_list(self) -> None:
        """Show the choices under the button."""
        self.opening.emit()
        self._popup = ChoicePopup(self.label, self)
        self._popup.show_choices(self._choices, self._chosen)
        self._popup.marked.connect(self._on_marked)
        self._popup.closed.connect(self._on_popup_closed)
        self._popup.open_below(self.mapToGlobal(QPoint(0, self.height() + 2)), self.width())

    @Slot(str)
    def _on_marked(self, code: str) -> None:
        self._chosen = self._chosen ^ {code}
        if self._popup is not None:
            self._popup.show_choices(self._choices, self._chosen)
        self._tell()
        self.chosen_changed.emit(self._chosen)

    @Slot()
    def _on_popup_closed(self) -> None:
        if self._popup is not None:
            self._popup.deleteLater()
            self._popup = None

    def _ordered(self) -> list[str]:
        known = [choice.code for choice in self._choices if choice.code in self._chosen]
        return known + sorted(self._chosen.difference(known))

    def _tell(self) -> None:
        set_state(self, "set" if self._chosen else "")
        value = self.value()
        self.setAccessibleName(f"{self.label}: {value}" if value else self.label)
        self.setToolTip(tip(", ".join(self._texts())) if len(self._chosen) > 2 else "")
        self.updateGeometry()
        self.update()

    def _texts(self) -> list[str]:
        words = {choice.code: choice.text for choice in self._choices}
        return [words.get(code, code) for code in self._ordered()]


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
