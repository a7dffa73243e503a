"""Reusable texts: chosen by typing, put in where the cursor stands; made, changed and deleted here.

Enter puts in, Ctrl+N makes a new one of what is selected, F2 changes, Del deletes, Esc goes back.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.answers import TEXT_BLOCK
from samen_desktop.core.checks import NotAValueError, missing, read_value
from samen_desktop.core.text import fold
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.overlay import Overlay
from samen_desktop.gui.widgets.search_box import SearchBox

from . import work
from .choice_rows import CHOICE, ChoicePainter, Choices, LineChoice, row_height
from .text_field import GrowingText
from .work import Block

_WIDTH, _ROWS, _PREVIEW = 520, 7, 280
_TITLE, _TEXT = TEXT_BLOCK.field("title"), TEXT_BLOCK.field("text")


class TextBlocks(Overlay):
    """The list over the window. Signals: `taken(str)` with the text to put in, after it went."""

    taken = Signal(str)

    def __init__(self, bridge: Bridge, over: QWidget) -> None:
        super().__init__(over)
        self._bridge = bridge
        self._blocks: list[Block] = []
        self._edited: bytes | None = None
        self._wanted: bytes | None = None
        self._new_text = ""
        self._model = Choices(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._list_page())
        self._stack.addWidget(self._edit_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addWidget(self._stack)
        for keys, does in (("Ctrl+N", self._on_new), ("F2", self._on_change)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._on_save)

    def begin(self, place: QPoint, new_text: str) -> None:
        """Show at a place on the screen; `new_text` is what a new one would begin with."""
        self._new_text = new_text
        self._search.clear()
        self._stack.setCurrentIndex(0)
        self._read()
        self.setFixedWidth(_WIDTH)
        self.adjustSize()
        self.open_at(place, self._search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentIndex() == 1:
            self._to_list()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            count = self._model.rowCount()
            by = -1 if key == Qt.Key.Key_Up else 1
            if count:
                row = (self._list.currentIndex().row() + by) % count
                self._list.setCurrentIndex(self._model.index(row))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_take()
        elif key == Qt.Key.Key_Delete and not self._search.text():
            self._on_delete()
        else:
            return False
        return True

    # the list

    def _list_page(self) -> QWidget:
        page = QWidget(self)
        title = self.tr("Text blocks")
        self._search = SearchBox(self.tr("search…"), page)
        self._search.setAccessibleName(title)
        self._search.installEventFilter(self)
        self._search.searched.connect(self._fill)
        self._search.escaped.connect(self.leave)
        self._list = QListView(page)
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoicePainter(self._list))
        self._list.setAccessibleName(title)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setFixedHeight(_ROWS * row_height())
        self._list.viewport().setAutoFillBackground(False)
        self._list.doubleClicked.connect(self._on_take)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._preview = label("", "secondary", page, wrapped=True)
        self._preview.setMinimumHeight(3 * self._preview.fontMetrics().lineSpacing())
        self._preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(title, "strong", page))
        column.addWidget(self._search)
        column.addWidget(self._list)
        column.addWidget(self._preview)
        row = QHBoxLayout()
        row.setSpacing(Measure.HALF)
        for text, keys, does in (
            (self.tr("Put in"), "Enter", self._on_take),
            (self.tr("New"), "Ctrl+N", self._on_new),
            (self.tr("Change"), "F2", self._on_change),
            (self.tr("Delete"), "Del", self._on_delete),
        ):
            made = button(text, "flat", keys=keys, parent=page)
            made.clicked.connect(does)
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        return page

    def _read(self) -> None:
        self._bridge.read(work.text_blocks, self._on_read)

    def _on_read(self, found: Sequence[Block]) -> None:
        self._blocks = list(found)
        self._fill(self._search.words())

    @Slot(str)
    def _fill(self, words: str) -> None:
        plain = fold(words)
        shown = [each for each in self._blocks if plain in fold(f"{each.title} {each.text}")]
        self._model.show_choices(
            [
                LineChoice(each.id.hex(), "", each.title, " ".join(each.text.split())[:60])
                for each in shown
            ]
        )
        ids = [each.id for each in shown]
        at = ids.index(self._wanted) if self._wanted in ids else 0
        self._list.setCurrentIndex(self._model.index(at))
        if not shown:
            empty = self.tr("No text blocks yet. Ctrl+N makes one of what is selected.")
            self._preview.setText(self.tr("Nothing found.") if self._blocks else empty)

    def _current(self) -> Block | None:
        choice = self._list.currentIndex().data(CHOICE)
        if not isinstance(choice, LineChoice):
            return None
        return next((each for each in self._blocks if each.id.hex() == choice.value), None)

    @Slot(QModelIndex)
    def _on_current(self, _: QModelIndex) -> None:
        block = self._current()
        text = "" if block is None else " ".join(block.text.split())
        self._preview.setText(text if len(text) <= _PREVIEW else text[:_PREVIEW] + "…")

    @Slot()
    def _on_take(self) -> None:
        block = self._current()
        if block is not None and self._stack.currentIndex() == 0:
            self.leave()
            self.taken.emit(block.text)

    @Slot()
    def _on_delete(self) -> None:
        block = self._current()
        if block is not None and self._stack.currentIndex() == 0:
            self._bridge.write(work.delete_block(block.id), self._on_written)

    def _on_written(self, _: object) -> None:
        self._read()

    # making and changing

    def _edit_page(self) -> QWidget:
        page = QWidget(self)
        self._title = QLineEdit(page)
        self._text = GrowingText(_TEXT, (7, 12), page)
        self._problem = label("", "error", page, wrapped=True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field, editor in ((_TITLE, self._title), (_TEXT, self._text)):
            column.addWidget(form_label(language.say(field.words), editor, page))
            column.addWidget(editor)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        save = button(self.tr("Save"), "outlined", "check", keys="Ctrl+Enter", parent=page)
        save.clicked.connect(self._on_save)
        back = button(self.tr("Back"), "flat", keys=self.tr("Esc"), parent=page)
        back.clicked.connect(self._to_list)
        row.addWidget(save)
        row.addWidget(back)
        row.addStretch(1)
        column.addLayout(row)
        return page

    def _edit(self, ident: bytes | None, title: str, text: str) -> None:
        self._edited = ident
        self._title.setText(title)
        self._text.put(text)
        self._problem.setText("")
        self._turn(1, self._title)

    @Slot()
    def _on_new(self) -> None:
        self._edit(None, self._search.words(), self._new_text)

    @Slot()
    def _on_change(self) -> None:
        block = self._current()
        if block is not None and self._stack.currentIndex() == 0:
            self._edit(*block)

    @Slot()
    def _on_save(self) -> None:
        if self._stack.currentIndex() != 1:
            return
        try:
            values = {
                "title": read_value(_TITLE, self._title.text()),
                "text": self._text.value(),
            }
        except NotAValueError as error:
            self._problem.setText(language.say(error.words))
            return
        lacking = missing(TEXT_BLOCK, values)
        if lacking:
            self._problem.setText(language.say(next(iter(lacking.values()))))
            return
        self._bridge.write(work.save_block(self._edited, values), self._on_saved)

    def _on_saved(self, ident: bytes) -> None:
        self._wanted = ident
        self._search.clear()
        self._read()
        self._to_list()

    @Slot()
    def _to_list(self) -> None:
        self._turn(0, self._search)

    def _turn(self, page: int, focus: QWidget) -> None:
        """Show the other page. Hiding what has the keyboard would give it to somebody else."""
        self.setFocus()
        self._stack.setCurrentIndex(page)
        focus.setFocus()
