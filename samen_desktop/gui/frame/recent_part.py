"""The right half of the start screen: the rounds of last time, and what there is to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.gui.settings import Recent
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.message_bar import MessageBar
from samen_desktop.gui.widgets.search_box import SearchBox

from .recent_list import RecentList
from .start_rows import row_height

_SEARCH_WIDTH, _LEAST_SEARCH = 200, 120
_MOST_ROWS = 6


class RecentPart(QWidget):
    """Recent rounds. Signals: `chosen(str)` and `forgotten(str)` with a path."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RecentList(self)
        self.search = SearchBox(self.tr("search recent…"), self)
        self.search.setMinimumWidth(_LEAST_SEARCH)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.empty = EmptyState(
            self.tr("No rounds on this laptop yet."),
            self.tr("Make one, open one, or look around in the demo."),
            parent=self,
        )
        self.message_bar = MessageBar(self)
        head = QHBoxLayout()
        head.setSpacing(Measure.GRID)
        head.addWidget(label(self.tr("Recent"), "section", self))
        head.addStretch(1)
        head.addWidget(self.search, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(46)
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addSpacing(16)
        column.addWidget(self.message_bar)
        column.addStretch(1)
        self.search.searched.connect(self.list.rounds.search)
        self.search.left_down.connect(self.list.setFocus)
        self.list.chosen.connect(self.chosen)
        self.list.forgotten.connect(self.forgotten)

    def show_recent(self, rounds: Sequence[Recent]) -> None:
        """These rounds; the first one is ready to be opened."""
        self.list.rounds.show_rounds(rounds)
        self.list.setVisible(bool(rounds))
        self.search.setVisible(bool(rounds))
        self.empty.setVisible(not rounds)
        self.list.setFixedHeight(min(len(rounds), _MOST_ROWS) * row_height() + 2)
        if rounds:
            self.list.setCurrentIndex(self.list.rounds.index(0, 0))
