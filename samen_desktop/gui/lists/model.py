"""The table model of a list: all keys in an array, rows fetched by page when they are looked at.

While rows are on their way the old ones stay on screen; answers to questions nobody asks any more
are dropped. How a cell looks is for the delegate.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)

from samen_desktop.core.lists import ListRow, ListSpec, Query, Show
from samen_desktop.core.views import standard
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.widgets.labels import tip

from . import work
from .work import PAGE, First, Whole

_Index = QModelIndex | QPersistentModelIndex

REST = 200
"""Milliseconds without a key after which the count of a search is made exact."""
_KEPT = 4096
"""Rows that are remembered; those looked at longest ago go first."""


class RecordsModel(QAbstractTableModel):
    """Rows of one list.

    Signals: `counted(shown, all, exact)`; `settled()` when the rows of a question stand.
    """

    counted = Signal(int, int, bool)
    settled = Signal()

    def __init__(self, bridge: Bridge, spec: ListSpec, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.query = Query(spec.kind, sort=spec.sort)
        self.columns = standard(spec).columns
        self._bridge = bridge
        self._keys: array[int] = array("q")
        self._rows: dict[int, ListRow] = {}
        self._stale: Mapping[int, ListRow] = {}
        self._asked: dict[int, Ticket] = {}
        self._waiting: list[Ticket] = []
        self._all = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ask_whole)

    @property
    def keys(self) -> Sequence[int]:
        """Keys of all rows in order, as far as they are known."""
        return self._keys

    def key_at(self, row: int) -> int | None:
        """The key of a row; None outside the list."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def find(self, key: int) -> int:
        """The row of a key, -1 where it is not in the list."""
        try:
            return self._keys.index(key)
        except ValueError:
            return -1

    def row_at(self, row: int) -> ListRow | None:
        """What stands in a row; None while it is fetched for the first time."""
        if not 0 <= row < len(self._keys):
            return None
        key = self._keys[row]
        found = self._rows.get(key)
        if found is None:
            self._fetch(row // PAGE)
            found = self._rows.get(key) or self._stale.get(key)
        return found

    def show(self, query: Query) -> None:
        """Show the rows of this query; the old ones stay until the first new ones are there."""
        self.query = query
        self._forget_questions()
        ticket = self._bridge.read(
            work.first(query, language.current(), self.columns), self._on_first
        )
        self._waiting.append(ticket)

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Have these columns in the rows from now on, by field; what is missing is read."""
        missing = set(columns).difference(self.columns)
        self.columns = columns
        if missing and self._keys:
            self.refresh()

    def refresh(self) -> None:
        """Look again, since something changed; what is on screen stays until then."""
        self._forget_questions()
        self._stale = {**self._stale, **self._rows} if len(self._stale) < _KEPT else self._rows
        self._rows = {}
        self._ask_whole()

    def _forget_questions(self) -> None:
        for ticket in (*self._waiting, *self._asked.values()):
            ticket.drop()
        self._waiting.clear()
        self._asked.clear()
        self._rest.stop()

    def _on_first(self, found: First) -> None:
        self.beginResetModel()
        self._keys = found.keys
        self._stale = {}
        self._rows = {row.key: row for row in found.rows}
        self.endResetModel()
        narrowed = self.query.narrowed
        if not found.more and not narrowed:
            self._all = len(found.keys)
        exact = not found.more and (self._all > 0 or not narrowed)
        self.counted.emit(len(found.keys), max(self._all, len(found.keys)), exact)
        self.settled.emit()
        if not exact:
            if self.query.words:
                self._rest.start()
            else:
                self._ask_whole()

    @Slot()
    def _ask_whole(self) -> None:
        self._waiting.append(self._bridge.read(work.whole(self.query), self._on_whole))

    def _on_whole(self, found: Whole) -> None:
        if not found.done:
            self._waiting.append(self._bridge.read(work.more(found), self._on_whole))
            return
        keys, had = found.keys, len(self._keys)
        if keys == self._keys:
            if had:
                self.dataChanged.emit(self.index(0, 0), self.index(had - 1, self.columnCount() - 1))
        elif 0 < had < len(keys) and keys[:had] == self._keys:
            self.beginInsertRows(QModelIndex(), had, len(keys) - 1)
            self._keys = keys
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._keys = keys
            self.endResetModel()
        self._all = found.all
        self.counted.emit(len(keys), found.all, True)
        self.settled.emit()

    def _fetch(self, page: int) -> None:
        if page in self._asked:
            return
        wanted = self._keys[page * PAGE : (page + 1) * PAGE]
        self._asked[page] = Ticket()
        asked = work.rows(self.spec.kind, wanted, language.current(), self.columns)
        ticket = self._bridge.read(asked, partial(self._on_rows, page))
        if page in self._asked:  # the answer is there already where the bridge works inline
            self._asked[page] = ticket

    def _on_rows(self, page: int, rows: list[ListRow]) -> None:
        self._asked.pop(page, None)
        if len(self._rows) > _KEPT:
            for key in list(self._rows)[: _KEPT // 2]:
                del self._rows[key]
        first = page * PAGE
        width = len(self.spec.columns)
        for key in self._keys[first : first + PAGE]:
            # What went a moment ago has no row any more; it is not asked for again and again.
            self._rows.setdefault(key, ListRow(key, b"", "", ("",) * width, ("",) * width, 0))
        self._rows.update((row.key, row) for row in rows)
        last = min(first + PAGE, len(self._keys)) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.spec.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        text = row.cells[index.column()]
        return (tip(text) or None) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.spec.columns):
            return None
        column = self.spec.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return language.say(column.words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column.show in {Show.NUMBER, Show.COUNT}
            return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITED if self.spec.columns[index.column()].edited else _READ


# Put together once: Qt asks for the flags of each cell it paints.
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _READ | Qt.ItemFlag.ItemIsEditable
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)
