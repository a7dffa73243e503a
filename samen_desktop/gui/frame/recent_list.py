"""Rounds that were open on this laptop, as rows of two lines: name and place, when and counts.

Whether a file is still there is looked up beside the window's thread: a network place may not
answer for a minute.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from samen_desktop.core.text import fold
from samen_desktop.gui import icons, theme
from samen_desktop.gui.settings import Recent
from samen_desktop.gui.tokens import Measure

from .start_rows import lines, paint_ring, row_height

translate = QCoreApplication.translate

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
RECENT_ROLE = Qt.ItemDataRole.UserRole
MISSING_ROLE = RECENT_ROLE + 1
_BEFORE_TEXT = 46
_ASK_MS = 40
Answer = queue.SimpleQueue[frozenset[str]]

translate = QCoreApplication.translate


class RecentModel(QAbstractListModel):
    """Recent rounds that hold the searched words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Recent] = ()
        self._shown: list[Recent] = []
        self._missing: frozenset[str] = frozenset()
        self._answer: Answer = queue.SimpleQueue()
        self._asking = QTimer(self)
        self._asking.setInterval(_ASK_MS)
        self._asking.timeout.connect(self._on_looked)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        found = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.name}, {shown_place(found.path)}"
        if role == RECENT_ROLE:
            return found
        if role == MISSING_ROLE:
            return found.path in self._missing
        return None

    def show_rounds(self, rounds: Sequence[Recent]) -> None:
        """Show these, and look whether their files are there."""
        self._all = rounds
        self.search("")
        paths = [found.path for found in rounds]
        self._answer = queue.SimpleQueue()
        threading.Thread(target=_look, args=(paths, self._answer), daemon=True).start()
        self._asking.start()

    def search(self, words: str) -> None:
        """Show only those whose name or place holds the words."""
        plain = fold(words)
        self.beginResetModel()
        self._shown = [
            found for found in self._all if plain in fold(found.name) or plain in fold(found.path)
        ]
        self.endResetModel()

    def at(self, row: int) -> Recent:
        return self._shown[row]

    @Slot()
    def _on_looked(self) -> None:
        if self._answer.empty():
            return
        self._asking.stop()
        self._missing = self._answer.get()
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))


def _look(paths: list[str], answer: Answer) -> None:
    """Runs beside the window and so knows nothing of it: what goes last may not go there."""
    answer.put(frozenset(path for path in paths if not Path(path).exists()))


class _RecentDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        current = theme.current()
        found: Recent = index.data(RECENT_ROLE)
        missing = bool(index.data(MISSING_ROLE))
        room: QRect = option.rect
        painter.save()
        self._paint_ground(painter, option)
        name = "file-x" if missing else _icon(found.path)
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(name, "text2", Measure.BIG_ICON, ratio)
        top = room.center().y() - Measure.BIG_ICON // 2
        painter.drawPixmap(room.left() + 12, top, drawn)
        first, second = lines(room.adjusted(_BEFORE_TEXT, 0, -12, 0))
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        painter.drawText(first, int(_RIGHT), shown_moment(found.opened))
        second.setRight(second.right() - self._paint_counts(painter, second, found, missing))
        painter.setPen(current.color("text2"))
        place = painter.fontMetrics().elidedText(
            shown_place(found.path), Qt.TextElideMode.ElideMiddle, second.width()
        )
        painter.drawText(second, int(_LEFT), place)
        first.setRight(first.right() - 130)
        painter.setFont(current.font("read_strong"))
        painter.setPen(current.color("text2" if missing else "text"))
        title = painter.fontMetrics().elidedText(
            found.name, Qt.TextElideMode.ElideRight, first.width()
        )
        painter.drawText(first, int(_LEFT), title)
        painter.restore()

    def _paint_counts(
        self,
        painter: QPainter,
        room: QRect,
        found: Recent,
        missing: bool,  # noqa: FBT001 - of the row
    ) -> int:
        """Paint what stands right on the second line. Returns the width it took."""
        current = theme.current()
        text = self.tr("file not found") if missing else self._counts(found)
        width = painter.fontMetrics().horizontalAdvance(text)
        if missing:
            painter.setPen(current.color("DEE"))
            ratio = painter.device().devicePixelRatioF()
            drawn = icons.pixmap("triangle-alert", "DEE", Measure.SIGN, ratio)
            left = room.right() - width - Measure.SIGN - 6
            painter.drawPixmap(left, room.center().y() - Measure.SIGN // 2, drawn)
            width += Measure.SIGN + 6
        painter.drawText(room, int(_RIGHT), text)
        return width + 12

    def _counts(self, found: Recent) -> str:
        if not found.inputs:
            return ""
        told = self.tr("%n input(s)", "", found.inputs)
        rest = self.tr("all weighed")
        if found.open_inputs:
            rest = self.tr("%n not weighed yet", "", found.open_inputs)
        return f"{told} · {rest}"

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        current = theme.current()
        room: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            focused = self._view.hasFocus()
            painter.fillRect(room, current.color("sel" if focused else "hover"))
            if focused:
                paint_ring(painter, room)
                return
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(room, current.color("hover"))
        line = QRect(room.left(), room.bottom(), room.width(), 1)
        painter.fillRect(line, current.color("hair"))


class RecentList(QListView):
    """The list. Signals: `chosen(str)` with a path; `forgotten(str)` when Delete was pressed."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rounds = RecentModel(self)
        self.setModel(self.rounds)
        self.setItemDelegate(_RecentDelegate(self))
        self.setAccessibleName(self.tr("Recent rounds"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._on_clicked(index)
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.forgotten.emit(self.rounds.at(index.row()).path)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update(self.currentIndex())  # asking for the viewport here costs a tenth of the start

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update(self.currentIndex())

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rounds.at(index.row()).path)


def shown_place(path: str) -> str:
    """Where a file lies, as folders one reads: `Documenten › Consultaties › SAMEN 2022.samen`."""
    place = Path(path)
    try:
        place = place.relative_to(Path.home())
    except (ValueError, RuntimeError):
        return " › ".join(named for part in place.parts if (named := part.strip("\\/")))
    return " › ".join(place.parts)


def shown_moment(iso: str) -> str:
    """`vandaag 08:55`, `gisteren 16:42`, `vrijdag 17-06`, `08-06-2022`."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    today = datetime.now().astimezone().date()
    days = (today - moment.date()).days
    clock = f"{moment:%H:%M}"
    if days == 0:
        return translate("RecentList", "today %1").replace("%1", clock)
    if days == 1:
        return translate("RecentList", "yesterday %1").replace("%1", clock)
    if timedelta(days=1) < today - moment.date() < timedelta(days=7):
        return f"{_weekdays()[moment.weekday()]} {moment:%d-%m}"
    return f"{moment:%d-%m-%Y}"


def _weekdays() -> tuple[str, ...]:
    return (
        translate("RecentList", "Monday"),
        translate("RecentList", "Tuesday"),
        translate("RecentList", "Wednesday"),
        translate("RecentList", "Thursday"),
        translate("RecentList", "Friday"),
        translate("RecentList", "Saturday"),
        translate("RecentList", "Sunday"),
    )


def _icon(path: str) -> str:
    home = Path.home().anchor
    return "file-text" if Path(path).anchor in {home, ""} else "hard-drive"
