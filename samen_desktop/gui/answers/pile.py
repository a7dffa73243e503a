"""The left pane: the pile by theme, chapter or handler, and the way through it.

Next and previous stay inside the filter and go on in the next group; a group is read when it is
opened. What a person works on stays in sight until she goes on, whatever the filter says of it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.core.desk import By, DeskQuery, Pile, PileItem
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.segments import Segments

from . import work
from .pile_model import PileModel, PileRow
from .pile_view import PileView
from .work import Lying, Told


class PilePane(QWidget):
    """The pane.

    Signals: `item_shown(object)` with the key of the item that is current, or None;
    `counted(int, int)` shown and in all; `chosen_changed(int)`; `by_changed()`.
    """

    item_shown = Signal(object)
    counted = Signal(int, int)
    chosen_changed = Signal(int)
    by_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.query = DeskQuery()
        self.model = PileModel(self)
        self.view = PileView(self.model, self.tr("Pile"), self)
        self.empty = EmptyState(parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._ticket: Ticket | None = None
        self._shown: int | None = None
        self._wanted: bytes | None = None
        self._quiet = False
        self._fresh = True
        self._told: Told | None = None
        self._all: int | None = None
        self._by = Segments(
            self.tr("Sorted by"),
            [
                (By.THEME.value, self.tr("Theme")),
                (By.CHAPTER.value, self.tr("Chapter")),
                (By.HANDLER.value, self.tr("Handler")),
            ],
            self,
        )
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read)
        self._lay_out()
        self._by.chosen_changed.connect(self._on_by)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.chosen_changed.connect(self.chosen_changed)
        self.view.toggled.connect(self._on_toggled)

    # what others ask

    def show_query(self, query: DeskQuery, wanted: bytes | None = None) -> None:
        """Show what a query leaves: what is wanted in it, else what was current, else the first."""
        item = self.current_item()
        self.query = query
        self._wanted = wanted if wanted is not None or item is None else item.id
        self._fresh = True
        self._read()

    def refresh(self) -> None:
        """Read the pile again, once all that is under way was told."""
        self._all = None
        self._soon.start()

    def step(self, by: int) -> bool:
        """Go to the next or previous item, into the next group where this one ends.

        False where there is none.
        """
        at = self.view.currentIndex().row() + by
        while 0 <= at < self.model.rowCount():
            row = self.model.row_at(at)
            if row is not None and row.item is not None:
                self.view.go_to(at)
                return True
            if row is not None and not row.open and row.group.count:
                self._open(row, by)
                return True
            at += by
        return False

    def current_item(self) -> PileItem | None:
        """The item that is current."""
        row = self.view.current_row()
        return None if row is None else row.item

    def take_told(self, key: int) -> Told | None:
        """What was read of an item together with the pile, once; None where it has to be asked."""
        told, self._told = self._told, None
        return told if told is not None and told.item.key == key else None

    def number(self) -> int:
        """Which one of all items is current, from 1; 0 for none."""
        row = self.view.current_row()
        return 0 if row is None or row.item is None else self.model.number_of(row)

    def let_go(self) -> None:
        """Forget what was worked on: another round comes."""
        self._shown = self._all = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The margin gives way before the words of what it is sorted by do.
        room = self.width() - self._by.minimumSizeHint().width() - Measure.HALF
        self._ways.setContentsMargins(
            max(Measure.HALF, min(Measure.MARGIN, room)), 0, Measure.HALF, 6
        )

    # how it goes

    def _read(self) -> None:
        self._soon.stop()
        if self._ticket is not None:
            self._ticket.drop()
        row = self.view.current_row()
        kept = None
        if row is not None and row.item is not None and not self._fresh:
            kept = work.Kept(row.group.value, row.at, row.item.key)
        opened = [] if self._fresh else self.model.opened()
        enter = language.current() if self._fresh else None
        asked = work.lying(self.query, opened, kept, self._wanted, self._all, enter=enter)
        self._ticket = self._bridge.read(asked, self._on_lying)

    def _on_lying(self, lying: Lying) -> None:
        self._ticket = None
        self._wanted = None
        self._told = lying.told
        self._all = lying.pile.all
        at, chosen = self.view.currentIndex().row(), {each.key for each in self.view.chosen()}
        bar = self.view.verticalScrollBar().value()
        self._quiet = True
        fresh, self._fresh = self._fresh, False
        pile = lying.pile if fresh else self._as_it_lay(lying.pile)
        self.model.show_pile(pile, lying.items)
        self.view.verticalScrollBar().setValue(bar)
        self._put_current(lying, at, chosen, fresh=fresh)
        self._quiet = False
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.counted.emit(lying.pile.shown, lying.pile.all)
        if not fresh or self.view.current_row() is not None or not self.step(1):
            self._on_current_changed()

    def _as_it_lay(self, pile: Pile) -> Pile:
        """The groups in the order a person saw them: `most first` must not turn under her hands."""
        places = {group.value: at for at, group in enumerate(self.model.pile.groups)}
        groups = sorted(pile.groups, key=lambda group: places.get(group.value, len(places)))
        return replace(pile, groups=groups)

    def _put_current(self, lying: Lying, at: int, chosen: set[int], *, fresh: bool) -> None:
        """The item of before where it is still there, else what came in its place."""
        found = -1
        for key in (lying.wanted, self._shown):
            if found < 0 and key is not None:
                found = self.model.find(key)
        if found < 0 and at >= 0 and not fresh:
            found = min(at, self.model.rowCount() - 1)
        if found < 0:
            return
        self.view.go_to(found, centred=fresh)
        if len(chosen) > 1:
            flag = self.view.selectionModel().SelectionFlag.Select
            for key in chosen:
                place = self.model.find(key)
                if place >= 0:
                    self.view.selectionModel().select(self.model.index(place), flag)

    def _open(self, row: PileRow, by: int = 0) -> None:
        value = row.group.value
        asked = work.items(self.query, value)
        self._bridge.read(asked, partial(self._on_items, value, by))

    def _on_items(self, value: Scalar, by: int, items: list[PileItem]) -> None:
        self.model.open_group(value, items)
        at = self.model.find_group(value)
        if by and at >= 0 and items:
            self.view.go_to(at + 1 if by > 0 else at + len(items))

    @Slot(int)
    def _on_toggled(self, at: int) -> None:
        row = self.model.row_at(at)
        if row is None or row.item is not None:
            return
        if row.open:
            self.model.close_group(row.group.value)
        else:
            self._open(row)

    @Slot()
    def _on_current_changed(self) -> None:
        if self._quiet:
            return
        item = self.current_item()
        key = None if item is None else item.key
        self._shown = key
        self.item_shown.emit(key)

    @Slot(str)
    def _on_by(self, _: str) -> None:
        self.by_changed.emit()

    def by(self) -> By:
        """What the pile is sorted into."""
        return By(self._by.chosen())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Measure.MARGIN, 12, Measure.ICON, 6)
        head.addWidget(label(self.tr("Pile"), "section", self), 1)
        head.addWidget(label(self.tr("most first"), "secondary", self))
        ways = self._ways = QHBoxLayout()
        ways.addWidget(self._by, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(ways)
        column.addWidget(self._stack, 1)
