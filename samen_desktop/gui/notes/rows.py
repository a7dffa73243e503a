"""The items of a session as a Qt table, those included that are not on the disk yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QIdentityProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from samen_desktop.core.dates import show
from samen_desktop.core.note_sheet import NoteRow
from samen_desktop.core.notes import Note
from samen_desktop.gui import language

ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which a cell gives its whole row, as `Shown`."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, left to right."""

    CODE = 0
    TIME = 1
    SPEAKER = 2
    TABLE = 3
    THEME = 4
    KIND = 5
    WORDS = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the list. `state`: empty, `saving` or `failed`; `label` is the kind in words."""

    row: NoteRow
    state: str = ""
    label: str = ""

    @property
    def note(self) -> Note:
        return self.row.note


class NoteRows(QAbstractTableModel):
    """Committed items, then those on their way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Shown] = []
        self._committed = 0

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("No."),
            self.tr("Time"),
            self.tr("Speaker"),
            self.tr("Table"),
            self.tr("Theme"),
            self.tr("Kind"),
            self.tr("What was said"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        shown = self._shown[index.row()]
        if role == ROW:
            return shown
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(shown, Column(index.column()))
        return None

    def committed(self) -> list[NoteRow]:
        """The items that are on the disk, in order."""
        return [shown.row for shown in self._shown[: self._committed]]

    def place_of(self, record: bytes) -> int:
        """The row of a committed item, or -1."""
        for place, shown in enumerate(self._shown[: self._committed]):
            if shown.row.id == record:
                return place
        return -1

    def show_committed(self, rows: Sequence[Shown]) -> None:
        """Take over what was read: only what differs is told to the views."""
        same = 0
        old = self._shown[: self._committed]
        while same < min(len(old), len(rows)) and old[same] == rows[same]:
            same += 1
        if len(old) == len(rows):
            if same < len(rows):
                self._shown[same : len(rows)] = rows[same:]
                self._tell(same, len(rows) - 1)
            return
        if len(old) > same:
            self.beginRemoveRows(QModelIndex(), same, len(old) - 1)
            del self._shown[same : len(old)]
            self._committed = same
            self.endRemoveRows()
        if len(rows) > same:
            self.beginInsertRows(QModelIndex(), same, len(rows) - 1)
            self._shown[same:same] = rows[same:]
            self._committed = len(rows)
            self.endInsertRows()

    def add_waiting(self, shown: Shown) -> None:
        """An item that was entered and is on its way to the disk; found again by its token."""
        place = len(self._shown)
        self.beginInsertRows(QModelIndex(), place, place)
        self._shown.append(replace(shown, state="saving"))
        self.endInsertRows()

    def drop_waiting(self, token: str) -> None:
        """That item is on the disk, or was taken back."""
        place = self._waiting(token)
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._shown[place]
            self.endRemoveRows()

    def mark_waiting(self, token: str, state: str) -> None:
        """How that item fares."""
        place = self._waiting(token)
        if place >= 0:
            self._shown[place] = replace(self._shown[place], state=state)
            self._tell(place, place)

    def mark(self, record: bytes, note: Note, state: str) -> None:
        """Show a committed item as it was changed a moment ago."""
        place = self.place_of(record)
        if place >= 0:
            shown = self._shown[place]
            self._shown[place] = replace(shown, row=replace(shown.row, note=note), state=state)
            self._tell(place, place)

    def _waiting(self, token: str) -> int:
        for place in range(self._committed, len(self._shown)):
            if self._shown[place].note.token == token:
                return place
        return -1

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _text(self, shown: Shown, column: Column) -> str:
        row, note = shown.row, shown.note
        if column is Column.SPEAKER:
            return note.owner if note.action else ", ".join(each.text for each in note.speakers)
        if column is Column.KIND:
            return self.tr("follow-up") if note.action else shown.label
        if column is Column.WORDS:
            return self._words(note)
        return {
            Column.CODE: row.code,
            Column.TIME: clock(row.made_at),
            Column.TABLE: note.table,
            Column.THEME: note.themes[0].text if note.themes else "",
        }[column]

    def _words(self, note: Note) -> str:
        words = " ".join(note.words.split())
        if not note.action or not note.due:
            return words
        due = show(note.due, language.current())
        #: An action and its due date, in the list of Notuleren.
        return self.tr("%1, before %2").replace("%2", due, 1).replace("%1", words, 1)


class NamelessRows(QIdentityProxyModel):
    """The same items for a projector: groups instead of speakers, no owners."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and index.column() == Column.SPEAKER:
            shown = super().data(index, ROW)
            if isinstance(shown, Shown):
                return "" if shown.note.action else ", ".join(shown.row.groups)
        found = super().data(index, role)
        if role == Qt.ItemDataRole.DisplayRole and index.column() == Column.WORDS:
            # A name nobody could place stays in the words; here it has to go.
            return " ".join("@…" if word.startswith("@") else word for word in str(found).split())
        return found


def clock(made_at: int) -> str:
    """`20:13` on this laptop."""
    return datetime.fromtimestamp(made_at / 1000).astimezone().strftime("%H:%M") if made_at else ""
