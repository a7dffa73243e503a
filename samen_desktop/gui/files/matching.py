"""The table that says which of their columns means what here: changeable, remembered as rules.

Their header and what stands below it are shown; the third column holds our field and can be
changed in place. What the fields are is told by `core.intake`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Rules, match
from samen_desktop.core.intake.targets import Target
from samen_desktop.gui import language
from samen_desktop.gui.widgets.labels import tip
from samen_desktop.gui.widgets.term_box import TermBox

from .text_rows import PlainCells

Index = QModelIndex | QPersistentModelIndex
FIELD = 2
_EXAMPLES = 3
_LONGEST = 120


class Matching(QAbstractTableModel):
    """Their columns and our fields. Signals: `rules_changed()` when a person changed one."""

    rules_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = (self.tr("Column"), self.tr("For example"), self.tr("Becomes"))
        self._header: tuple[str, ...] = ()
        self._examples: list[str] = []
        self._fields: list[str] = []
        self._target: Target | None = None
        self._beside = Rules()

    def show_table(self, header: Sequence[str], sample: Sequence[Sequence[object]]) -> None:
        """Show the columns of a table with what stands in its first rows."""
        self.beginResetModel()
        self._header = tuple(header)
        self._examples = [_example(sample, at) for at in range(len(header))]
        self._fields = [""] * len(header)
        self.endResetModel()

    def take(self, target: Target, rules: Rules, name: str) -> None:
        """Match to this kind by rules (or, empty, by the headers' own names).

        What cannot be matched is left open. Raises KnownError for rules whose headers are not
        there; then nothing is changed.
        """
        places: dict[str, tuple[int, ...]] = {}
        try:
            places = dict(match(target, self._header, rules, name).places)
        except KnownError as error:
            if rules.columns and error.code == "header-missing":
                raise
            places = _recognised(target, self._header)
        self.beginResetModel()
        self._target, self._beside = target, rules
        self._fields = [""] * len(self._header)
        for field, indexes in places.items():
            for at in indexes:
                self._fields[at] = field
        self.endResetModel()

    def rules(self) -> Rules:
        """What stands now, as rules that can be kept."""
        columns: dict[str, tuple[str, ...]] = {}
        for title, field in zip(self._header, self._fields, strict=True):
            if field and title:
                columns[field] = (*columns.get(field, ()), title)
        return Rules(columns, self._beside.fixed, self._beside.values)

    def choices(self) -> list[tuple[str, str]]:
        """Our fields of this kind as (name, words)."""
        if self._target is None:
            return []
        return [(each.name, language.say(each.words)) for each in self._target.columns]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._header)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.EditRole and column == FIELD:
            return self._fields[row]
        text = (self._header[row], self._examples[row], self._said(row))[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != FIELD:
            return False
        if self._fields[index.row()] != value:
            self._fields[index.row()] = str(value or "")
            self.dataChanged.emit(index, index)
            self.rules_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        editable = index.column() == FIELD and bool(self._header[index.row()])
        return found | Qt.ItemFlag.ItemIsEditable if editable else found

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _said(self, row: int) -> str:
        field = self._fields[row]
        column = self._target.column(field) if self._target is not None and field else None
        return language.say(column.words) if column is not None else self.tr("– not read in")


class FieldChoice(PlainCells):
    """Chooses one of our fields in place; opened by F2, Enter, typing or a click."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = TermBox(self.tr("Becomes"), parent)
        model = index.model()
        if isinstance(model, Matching):
            box.set_terms(model.choices(), empty=self.tr("– not read in"))
        box.code_changed.connect(self._on_code_changed)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, TermBox):
            editor.set_code(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, TermBox):
            model.setData(index, editor.code())

    @Slot(str)
    def _on_code_changed(self, _: str) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


def likeliest(targets: Sequence[Target], header: Sequence[str]) -> Target:
    """The kind whose own words stand in the header most often; the first where none does."""
    return max(targets, key=lambda target: len(_recognised(target, header)))


def _recognised(target: Target, header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The columns known by name, also where a required one is missing."""
    asking_nothing = _Unasking(target.name, target.kind, target.columns, target.instead)
    return dict(match(asking_nothing, header, Rules(), "").places)


class _Unasking(Target):
    """A kind that requires nothing: what is known of a header before somebody completes it."""

    @property
    def required(self) -> tuple[str, ...]:
        return ()


def _example(sample: Sequence[Sequence[object]], at: int) -> str:
    """The first few filled cells of a column on one line."""
    found = [" ".join(str(row[at]).split()) for row in sample if row[at] is not None]
    return " · ".join(found[:_EXAMPLES])[:_LONGEST]
