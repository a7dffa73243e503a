"""An input as a card: its code, who said it and where, the words, what contradicts it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.desk import DeskInput
from samen_desktop.gui import theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import Label, label
from samen_desktop.gui.widgets.laying_out import laid_out_once
from samen_desktop.gui.widgets.section import Sign

_BAR = 3
_NARROW = QSize(200, 0)
"""What a card asks for: the width there is; its height follows from that."""

_LONGEST_CODE = 12
"""Letters of a code that was typed by hand: a longer one gives way to the pane."""


def short_code(code: str) -> str:
    """A code as there is room for it."""
    return code if len(code) <= _LONGEST_CODE else code[: _LONGEST_CODE - 1] + "…"


class _Words(Label):
    """What was said, to be selected with the mouse.

    Made ready for that when the mouse comes: Qt keeps what can be selected as a document, and lays
    that out much slower than words alone.
    """

    def setText(self, text: str) -> None:
        if text != self.text():
            self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        super().setText(text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().enterEvent(event)


class InputCard(QWidget):
    """A card. The arrows go from card to card, Space chooses.

    Signals: `stepped(int)` to the card above or below; `chosen_changed()`; `opened()` on Enter.
    """

    stepped = Signal(int)
    chosen_changed = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input: DeskInput | None = None
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._check = Sign("check", "accent", Measure.SIGN, self)
        self._code = label("", "strong", self)
        self._who = label("", "secondary", self, elided=True, flowing=True)
        self._who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cited = Sign("quote", "text2", Measure.SIGN, self)
        self._cited.setToolTip(self.tr("may be quoted"))
        self._words = _Words("", "read", self, flowing=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._against = label("", "warning", self, flowing=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._check)
        head.addWidget(self._code)
        head.addWidget(self._cited)
        head.addWidget(self._who, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_BAR + 12, 3, Measure.GRID, 5)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._against)
        self._check.hide()
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return _NARROW

    def minimumSizeHint(self) -> QSize:
        return _NARROW

    def show_input(self, shown: DeskInput) -> None:
        """Show an input; another one is not chosen."""
        if self.input is None or self.input.id != shown.id:
            self.choose(chosen=False)
        self.input = shown
        who = shown.who or (self.tr("municipality") if shown.own_change else "")
        told = " · ".join(part for part in (who, shown.source) if part)
        self._code.setText(short_code(shown.code))
        self._who.setText(told)
        self._cited.setVisible(shown.quote)
        self._words.setText(shown.words or shown.summary)
        others = ", ".join(code for _, code in shown.contradicts)
        self._against.setText(self.tr("contradicts %1").replace("%1", others) if others else "")
        self._against.setVisible(bool(others))
        self.setAccessibleName(f"{shown.code} {told}: {shown.words or shown.summary}"[:300])

    def choose(self, *, chosen: bool) -> None:
        """Choose it or not; nothing is told."""
        self.chosen = chosen
        self._check.setVisible(chosen)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space:
            self._toggle()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        lit = self.hasFocus() or self.chosen
        if lit:
            painter.fillRect(self.rect(), current.color("sel" if self.chosen else "hover"))
        bar = self.rect()
        bar.setWidth(_BAR)
        painter.fillRect(bar, current.color("accent" if lit else "hair"))
        if self.hasFocus():
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _toggle(self) -> None:
        self.choose(chosen=not self.chosen)
        self.chosen_changed.emit()


class InputCards(QWidget):
    """The cards of an item, made once and used again.

    Signals: `current_changed()`; `chosen_changed()`; `open_requested(object)` with an input's id.
    """

    current_changed = Signal()
    chosen_changed = Signal()
    open_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[InputCard] = []
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addStretch(1)

    def sizeHint(self) -> QSize:
        return _NARROW

    def minimumSizeHint(self) -> QSize:
        return _NARROW

    def show_inputs(self, inputs: list[DeskInput]) -> None:
        """Show these."""
        with laid_out_once(self._column):
            while len(self._cards) < len(inputs):
                self._add()
            for card, each in zip(self._cards, inputs, strict=False):
                card.show_input(each)
                card.show()
            for card in self._cards[len(inputs) :]:
                card.choose(chosen=False)
                card.input = None
                card.hide()
        self._shown = len(inputs)

    def cards(self) -> list[InputCard]:
        """The cards that are shown."""
        return self._cards[: self._shown]

    def chosen(self) -> list[DeskInput]:
        """Inputs that are chosen, else the one that has the keyboard."""
        marked = [card.input for card in self.cards() if card.chosen and card.input is not None]
        if marked:
            return marked
        return [card.input for card in self.cards() if card.hasFocus() and card.input is not None]

    def focus_first(self) -> None:
        """Give the first card the keyboard."""
        for card in self.cards()[:1]:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self) -> None:
        card = InputCard(self)
        card.stepped.connect(self._on_stepped)
        card.chosen_changed.connect(self.chosen_changed)
        card.opened.connect(self._on_opened)
        self._cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        shown = self.cards()
        card = self.sender()
        if isinstance(card, InputCard) and card in shown:
            at = min(max(shown.index(card) + by, 0), len(shown) - 1)
            shown[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.current_changed.emit()

    @Slot()
    def _on_opened(self) -> None:
        card = self.sender()
        if isinstance(card, InputCard) and card.input is not None:
            self.open_requested.emit(card.input.id)
