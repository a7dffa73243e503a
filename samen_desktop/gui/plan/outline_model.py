"""The outline of a version as a tree for a view: chapters with owner, status and what points there.

Changing a cell is only asked for here; who owns the model writes it and shows the outline again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from samen_desktop.core.kinds import KINDS
from samen_desktop.gui import language
from samen_desktop.gui.widgets.labels import tip

if TYPE_CHECKING:
    from .work import Chapter, Counts

Index = QModelIndex | QPersistentModelIndex

NUMBER, TITLE, OWNER, STATUS, INPUTS, ANSWERS = range(6)
FIELDS = {NUMBER: "number", TITLE: "title", OWNER: "owner", STATUS: "status"}
"""Columns that can be changed in place, with the fields they hold."""

CODE_ROLE = Qt.ItemDataRole.UserRole
"""The code of a status, where the cell shows its words."""


@dataclass(slots=True)
class _Node:
    chapter: Chapter
    above: int
    row: int
    below: list[int] = field(default_factory=list)


class OutlineModel(QAbstractItemModel):
    """The tree.

    Signals: `edited(bytes, str, object)` with chapter, field and the value that was typed.
    """

    edited = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._counts: Mapping[int, Counts] = {}
        self._statuses: Mapping[str, str] = {}

    def show(
        self,
        chapters: Sequence[Chapter],
        counts: Mapping[int, Counts],
        statuses: Mapping[str, str],
    ) -> bool:
        """Show this outline. False where it has the shape it had, and only cells changed."""
        shape = [(node.chapter.id, node.chapter.level) for node in self._nodes]
        self._counts, self._statuses = counts, statuses
        if shape and shape == [(each.id, each.level) for each in chapters]:
            for node, chapter in zip(self._nodes, chapters, strict=True):
                node.chapter = chapter
            self._tell_changed(QModelIndex())
            return False
        self.beginResetModel()
        self._build(chapters)
        self.endResetModel()
        return True

    def chapter(self, index: Index) -> Chapter | None:
        """The chapter at a place."""
        return self._nodes[index.internalId()].chapter if index.isValid() else None

    def place_of(self, record: bytes, column: int = TITLE) -> QModelIndex:
        """Where a chapter stands; no place where it does not."""
        for at, node in enumerate(self._nodes):
            if node.chapter.id == record:
                return self.createIndex(node.row, column, at)
        return QModelIndex()

    def chapters(self) -> list[Chapter]:
        """All of them, from top to bottom."""
        return [node.chapter for node in self._nodes]

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        below = self._below(parent)
        if not (0 <= row < len(below) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        if index is None:
            return QModelIndex()
        above = self._nodes[index.internalId()].above if index.isValid() else -1
        return QModelIndex() if above < 0 else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _: Index = QModelIndex()) -> int:
        return ANSWERS + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        chapter, column = self._nodes[index.internalId()].chapter, index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._cell(chapter, column, shown=role == Qt.ItemDataRole.DisplayRole)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(str(self._cell(chapter, column, shown=True)))
        if role == CODE_ROLE and column == STATUS:
            return chapter.status
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if section in {INPUTS, ANSWERS}:
                side = Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = super().flags(index)
        changed = index.isValid() and index.column() in FIELDS
        return plain | Qt.ItemFlag.ItemIsEditable if changed else plain

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        chapter = self.chapter(index)
        if role != Qt.ItemDataRole.EditRole or chapter is None or index.column() not in FIELDS:
            return False
        typed = " ".join(str(value or "").split())
        if typed == self._cell(chapter, index.column(), shown=False):
            return False
        if index.column() == TITLE and not typed:
            return False
        self.edited.emit(chapter.id, FIELDS[index.column()], typed or None)
        return True

    def _cell(self, chapter: Chapter, column: int, *, shown: bool) -> str:
        if column in {INPUTS, ANSWERS}:
            counts = self._counts.get(chapter.key)
            number = 0 if counts is None else counts[column - INPUTS]
            return str(number) if number else ""
        if column == STATUS and shown:
            return self._statuses.get(chapter.status, chapter.status)
        return (chapter.number, chapter.title, chapter.owner, chapter.status)[column]

    def _header(self, column: int) -> str:
        kind = KINDS["chapter"]
        return (
            self.tr("No."),
            language.say(kind.field("title").words),
            self.tr("Owner"),
            self.tr("Status"),
            self.tr("Inputs"),
            self.tr("Answers"),
        )[column]

    def _below(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].below if parent.isValid() else self._top

    def _build(self, chapters: Sequence[Chapter]) -> None:
        self._nodes, self._top = [], []
        last: dict[int, int] = {}
        for at, chapter in enumerate(chapters):
            above = last.get(chapter.level - 1, -1) if chapter.level > 1 else -1
            row = self._nodes[above].below if above >= 0 else self._top
            self._nodes.append(_Node(chapter, above, len(row)))
            row.append(at)
            last[chapter.level] = at

    def _tell_changed(self, parent: QModelIndex) -> None:
        rows = self.rowCount(parent)
        if not rows:
            return
        first, end = self.index(0, 0, parent), self.index(rows - 1, ANSWERS, parent)
        self.dataChanged.emit(first, end)
        for row in range(rows):
            self._tell_changed(self.index(row, 0, parent))
