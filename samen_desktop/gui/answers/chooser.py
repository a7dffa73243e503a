"""A list over the window to choose one record by typing.

The bundle an input goes into, or the input that says the opposite. Words are searched in the round;
what was found for older words is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from samen_desktop.gui.bridge import Bridge, Ticket, Work
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.overlay import Overlay
from samen_desktop.gui.widgets.search_box import SearchBox

from .choice_rows import CHOICE, ChoicePainter, Choices, LineChoice, row_height

_WIDTH, _ROWS = 460, 9
Finding = Callable[[str], Work[list[LineChoice]]]
"""What finds choices for words that were typed; for no words, those to begin with."""


class Chooser(Overlay):
    """The list. Signals: `chosen(str)` with the value of a choice, after it went."""

    chosen = Signal(str)

    def __init__(self, bridge: Bridge, title: str, finding: Finding, over: QWidget) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._finding = finding
        self._ticket: Ticket | None = None
        self._model = Choices(self)
        self._search = SearchBox(self.tr("search…"), self)
        self._search.setAccessibleName(title)
        self._search.installEventFilter(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoicePainter(self._list))
        self._list.setAccessibleName(title)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setFixedHeight(_ROWS * row_height())
        self._nothing = label(self.tr("Nothing found."), "secondary", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(label(title, "strong", self))
        column.addWidget(self._search)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._search.searched.connect(self._find)
        self._search.escaped.connect(self.leave)
        self._list.clicked.connect(self._on_clicked)

    def begin(self, place: QPoint) -> None:
        """Show with the upper left corner at a place on the screen, ready to type."""
        self._find("")
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        self.open_at(place, self._search)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            key = event.key()
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self._step(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(self._list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _find(self, words: str) -> None:
        if self._ticket is not None:
            self._ticket.drop()
        self._ticket = self._bridge.read(self._finding(words), self._on_found)

    def _on_found(self, found: Sequence[LineChoice]) -> None:
        self._model.show_choices(found)
        self._list.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(not found)

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if count:
            row = (self._list.currentIndex().row() + by) % count
            self._list.setCurrentIndex(self._model.index(row))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index)

    def _take(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE)
        if isinstance(choice, LineChoice):
            self.leave()
            self.chosen.emit(choice.value)
