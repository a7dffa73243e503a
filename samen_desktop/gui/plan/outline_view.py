"""The tree of chapters on screen: painted as the lists are, changed and moved by keyboard.

F2 changes the title, Tab goes on to the next cell; Alt with arrows moves the chapter itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .outline_cells import WIDTHS, OutlineCells, OutlineHeader, ground
from .outline_model import (
    FIELDS,
    TITLE,
    Index,
    OutlineModel,
)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_INDENT = 18
_ALT = Qt.KeyboardModifier.AltModifier
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class OutlineView(QTreeView):
    """The tree.

    Signals: `opened(bytes)` when Enter asks for a chapter; `move_wanted(str)` with up, down, in or
    out; `chapter_changed()` when another one is current.
    """

    opened = Signal(object)
    move_wanted = Signal(str)
    chapter_changed = Signal()

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._folded: set[bytes] = set()
        self._cells = OutlineCells(self)
        self.setAccessibleName(self.tr("Chapters"))
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTreePosition(TITLE)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        header = OutlineHeader(self)
        self.setHeader(header)
        header.setStretchLastSection(False)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        self.collapsed.connect(self._on_folded)
        self.expanded.connect(self._on_unfolded)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.current().changed.connect(self.viewport().update)

    def set_statuses(self, statuses: Sequence[tuple[str, str]]) -> None:
        """What the status of a chapter can be."""
        self._cells.statuses = statuses

    def current_chapter(self) -> bytes | None:
        """The chapter that is current."""
        found = self._model.chapter(self.currentIndex())
        return None if found is None else found.id

    def go_to(self, record: bytes | None) -> bool:
        """Let a chapter be current. False where it does not stand here."""
        index = self._model.place_of(record) if record is not None else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def beside(self) -> bytes | None:
        """The chapter that comes next once the current one is gone: beside it, or above."""
        here = self.currentIndex()
        after = here.siblingAtRow(here.row() + 1)
        index = after if after.isValid() else self.indexAbove(here)
        found = self._model.chapter(index) if index.isValid() else None
        return None if found is None else found.id

    def unfold(self) -> None:
        """Show all chapters but those that a person folded away."""
        folded = set(self._folded)
        self.expandAll()
        for record in folded:
            self.collapse(self._model.place_of(record, 0))

    def change(self, column: int = TITLE) -> None:
        """Open the editor of a cell of the current chapter."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index.siblingAtColumn(column))

    # What Qt asks.

    def event(self, event: QEvent) -> bool:
        # Alt with an arrow moves a chapter here; elsewhere it goes back and forward.
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _moves(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Up.value: "up",
            Qt.Key.Key_Down.value: "down",
            Qt.Key.Key_Right.value: "in",
            Qt.Key.Key_Left.value: "out",
        }
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # the editor let it pass, and takes what was typed by itself
        elif event.modifiers() == _ALT and event.key() in ways:
            self.move_wanted.emit(ways[event.key()])
        elif event.key() == Qt.Key.Key_F2:
            self.change()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            record = self.current_chapter()
            if record is not None:
                self.opened.emit(record)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab in a cell goes on to the next one of the same chapter."""
        steps = {
            QAbstractItemDelegate.EndEditHint.EditNextItem: 1,
            QAbstractItemDelegate.EndEditHint.EditPreviousItem: -1,
        }
        by = steps.get(hint, 0)
        column = self.indexAt(editor.geometry().center()).column() + by
        record = self.current_chapter()
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint if by else hint)
        if by and column in FIELDS and record is not None and self.go_to(record):
            self.change(column)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, option, index)
        first = self._model.sibling(index.row(), 0, index)
        if self.hasFocus() and first == self.currentIndex().siblingAtColumn(0):
            painter.setPen(QPen(theme.current().color("accent"), 2))
            rect: QRect = option.rect
            painter.drawRect(
                QRect(1, rect.top() + 1, self.viewport().width() - 2, rect.height() - 3)
            )

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        option = QStyleOptionViewItem()
        under = self.viewport().mapFromGlobal(QCursor.pos()).y()
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        elif self.viewport().underMouse() and rect.top() <= under <= rect.bottom():
            option.state |= QStyle.StateFlag.State_MouseOver
        painter.fillRect(rect, ground(self, option))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.current().color("hair"))
        first = self._model.sibling(index.row(), 0, index)
        if self._model.rowCount(first):
            name = "chevron-down" if self.isExpanded(first) else "chevron-right"
            drawn = icons.pixmap(name, "text2", Measure.SIGN, self.devicePixelRatioF())
            top = rect.center().y() - Measure.SIGN // 2
            painter.drawPixmap(rect.right() - _INDENT + 2, top, drawn)

    @Slot(QModelIndex)
    def _on_folded(self, index: QModelIndex) -> None:
        chapter = self._model.chapter(index)
        if chapter is not None:
            self._folded.add(chapter.id)

    @Slot(QModelIndex)
    def _on_unfolded(self, index: QModelIndex) -> None:
        chapter = self._model.chapter(index)
        if chapter is not None:
            self._folded.discard(chapter.id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, _: QModelIndex, __: QModelIndex) -> None:
        self.chapter_changed.emit()


def _moves(event: QKeyEvent) -> bool:
    return event.modifiers() == _ALT and event.key() in _ARROWS
