"""The rows of the pile: groups, and under an open one its items. Reads nothing by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from samen_desktop.core.desk import Pile, PileGroup, PileItem
from samen_desktop.core.fields import Scalar
from samen_desktop.gui.widgets.labels import tip

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PileRow(NamedTuple):
    """A group, or an item of it at its place among the others (from 0)."""

    group: PileGroup
    item: PileItem | None
    at: int
    open: bool


class PileModel(QAbstractListModel):
    """The pile as one flat list of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pile = Pile((), 0, 0)
        self._items: dict[Scalar, list[PileItem]] = {}
        self._rows: list[PileRow] = []
        self._none = self.tr("none")

    # what others ask

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._told(row)
        return tip(self._told(row)) if role == Qt.ItemDataRole.ToolTipRole else None

    def row_at(self, at: int) -> PileRow | None:
        """The row at a place."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def find(self, key: int) -> int:
        """The place of an item; -1 where it is not in sight."""
        for at, row in enumerate(self._rows):
            if row.item is not None and row.item.key == key:
                return at
        return -1

    def find_group(self, value: Scalar) -> int:
        """The place of a group; -1 where there is none."""
        for at, row in enumerate(self._rows):
            if row.item is None and row.group.value == value:
                return at
        return -1

    def opened(self) -> list[Scalar]:
        """Values of the open groups."""
        return list(self._items)

    def number_of(self, row: PileRow) -> int:
        """Which one of all items this is, from 1; counted over the groups that are closed too."""
        before = 0
        for group in self.pile.groups:
            if group.value == row.group.value:
                break
            before += group.count
        return before + row.at + 1

    def title_of(self, group: PileGroup) -> str:
        """What a group is called."""
        return group.title or self._none

    # what is shown

    def show_pile(self, pile: Pile, items: Mapping[Scalar, list[PileItem]]) -> None:
        """Show another pile, with the items of its open groups."""
        self.beginResetModel()
        self.pile = pile
        self._items = dict(items)
        self._lay()
        self.endResetModel()

    def open_group(self, value: Scalar, items: list[PileItem]) -> None:
        """Show the items of a group."""
        at = self.find_group(value)
        if at < 0 or value in self._items:
            return
        group = self._rows[at].group
        self._items[value] = items
        if items:
            self.beginInsertRows(_NOWHERE, at + 1, at + len(items))
        self._rows[at] = PileRow(group, None, -1, open=True)
        self._rows[at + 1 : at + 1] = _rows_of(group, items)
        if items:
            self.endInsertRows()
        self.dataChanged.emit(self.index(at), self.index(at))

    def close_group(self, value: Scalar) -> None:
        """Hide the items of a group."""
        at = self.find_group(value)
        items = self._items.pop(value, None)
        if at < 0 or items is None:
            return
        group = self._rows[at].group
        if items:
            self.beginRemoveRows(_NOWHERE, at + 1, at + len(items))
        self._rows[at] = PileRow(group, None, -1, open=False)
        del self._rows[at + 1 : at + 1 + len(items)]
        if items:
            self.endRemoveRows()
        self.dataChanged.emit(self.index(at), self.index(at))

    def _lay(self) -> None:
        rows: list[PileRow] = []
        for group in self.pile.groups:
            items = self._items.get(group.value)
            rows.append(PileRow(group, None, -1, open=items is not None))
            rows += _rows_of(group, items or ())
        shown = {group.value for group in self.pile.groups}
        # What a person works on stays in sight also when its group has nothing else left.
        for value in [each for each in self._items if each not in shown]:
            kept = self._items.pop(value)
            rows += _rows_of(PileGroup(value, "", "", 0), kept)
        self._rows = rows

    def _told(self, row: PileRow) -> str:
        if row.item is None:
            parts = (row.group.code, self.title_of(row.group), str(row.group.count))
        else:
            count = str(row.item.inputs) if row.item.inputs else ""
            parts = (row.item.code, row.item.title, count)
        return " ".join(part for part in parts if part)


def _rows_of(group: PileGroup, items: Sequence[PileItem]) -> list[PileRow]:
    return [PileRow(group, item, at, open=False) for at, item in enumerate(items)]
