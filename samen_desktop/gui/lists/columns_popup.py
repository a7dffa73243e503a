"""Which columns a list has, and in which order: a list with check marks under a button.

Space or Enter takes a column in or out, Ctrl with an arrow moves it, Esc closes; each is seen in
the list at once.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from samen_desktop.core.lists import ListSpec
from samen_desktop.core.views import Layout, moved, standard, toggled
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.choice_list import ChoicePopup
from samen_desktop.gui.widgets.filter_button import Choice
from samen_desktop.gui.widgets.labels import label

_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnsPopup(ChoicePopup):
    """The list. Signals: `chosen(Layout)` at each change."""

    chosen = Signal(object)

    def __init__(self, name: str, spec: ListSpec, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._spec = spec
        self._layout = standard(spec)
        self._left_out: frozenset[str] = frozenset()
        column = self.layout()
        foot = QWidget(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(Measure.GRID, 0, 0, 0)
        line.addWidget(label(self.tr("Ctrl+↑ ↓ moves"), "small", foot), 1)
        again = button(self.tr("As it was"), "flat", "undo-2", parent=foot)
        again.clicked.connect(self._on_again)
        line.addWidget(again)
        if column is not None:
            column.addWidget(foot)
        self.marked.connect(self._on_marked)

    def show_layout(self, layout: Layout, left_out: frozenset[str], current: str = "") -> None:
        """Show the columns of a list; `left_out` are chosen, and have no room now."""
        self._layout, self._left_out = layout, left_out
        words = {column.field: language.say(column.words) for column in self._spec.columns}
        rest = [name for name in words if name not in layout.columns]
        no_room = self.tr("%1 (no room now)")
        choices = [
            Choice(name, no_room.replace("%1", words[name]) if name in left_out else words[name])
            for name in (*layout.columns, *rest)
        ]
        self.show_choices(choices, frozenset(layout.columns))
        at = self._model.row_of(current)
        if at >= 0:
            self._list.setCurrentIndex(self._model.index(at, 0))

    def show_room(self, left_out: frozenset[str]) -> None:
        """Say for which chosen columns there is no room now."""
        self._left_out = left_out

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and Qt.Key(event.key()) in _BY
        ):
            self._move(_BY[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        index = self._list.currentIndex()
        if index.isValid():
            name = self._model.code(index.row())
            self._tell(moved(self._layout, name, by), name)

    def _on_marked(self, name: str) -> None:
        self._tell(toggled(self._spec, self._layout, name), name)

    def _on_again(self) -> None:
        self._tell(standard(self._spec), "")

    def _tell(self, layout: Layout, current: str) -> None:
        self._layout = layout
        self.chosen.emit(layout)
        # Whoever owns the list says by now what had no room; the order is already right here.
        self.show_layout(self._layout, self._left_out, current)
