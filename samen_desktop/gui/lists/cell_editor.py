"""Changing one cell in place: an editor over the cell, Enter or leaving it keeps, Esc does not."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent

from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.fields import Field, Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import ListSpec
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.editors import AnyEditor, ChoiceEditor, editor_of, offers_choices
from samen_desktop.gui.page import Message
from samen_desktop.gui.widgets.states import set_state

from . import work
from .view import RecordsView
from .work import Record


class CellEditor(QObject):
    """The editor of one cell.

    Signals: `committed(object)` with the new value; `refused(str)` with the sentence that says what
    is wrong with what was typed; `ended()` when the editor is gone.
    """

    committed = Signal(object)
    refused = Signal(str)
    ended = Signal()

    def __init__(
        self,
        view: RecordsView,
        index: QModelIndex,
        field: Field,
        value: Scalar,
        choices: list[tuple[str, str]],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._was = value
        self._over = False
        self.editor: AnyEditor = editor_of(field, view.viewport())
        if isinstance(self.editor, ChoiceEditor):
            self.editor.set_choices(choices)
        self.editor.show_value(value)
        self._place(view.visualRect(index))
        self.editor.installEventFilter(self)
        if isinstance(self.editor, ChoiceEditor):
            self.editor.code_changed.connect(self._on_chosen)
        self.editor.show()
        self.editor.setFocus()
        if isinstance(self.editor, ChoiceEditor):
            self.editor.showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.editor or self._over:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and not self._popup_is_open():
            self._commit(stay=False)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return False
            self._commit(stay=True)
            return True
        return False

    def _popup_is_open(self) -> bool:
        return isinstance(self.editor, ChoiceEditor) and self.editor.view().isVisible()

    def _place(self, cell: QRect) -> None:
        hint = self.editor.sizeHint()
        wide = max(cell.width(), 140)
        tall = max(cell.height(), min(hint.height(), 96))
        room = self._view.viewport().rect()
        left = max(0, min(cell.left(), room.right() - wide))
        top = max(0, min(cell.top(), room.bottom() - tall))
        self.editor.setGeometry(left, top, wide, tall)

    def _on_chosen(self) -> None:
        self._commit(stay=True)

    def _commit(self, *, stay: bool) -> None:
        """Keep what stands; what cannot be read stays in the editor while it has the focus."""
        try:
            value = self.editor.value()
        except NotAValueError as error:
            set_state(self.editor, "error")
            self.refused.emit(language.say(error.words))
            if not stay:
                self._end()
            return
        self._end()
        if value != self._was:
            self.committed.emit(value)

    def _end(self) -> None:
        if self._over:
            return
        self._over = True
        self.editor.hide()
        self.editor.deleteLater()
        self._view.setFocus()
        self.ended.emit()
        self.deleteLater()


class CellEditing(QObject):
    """Opens an editor where a cell asks for one, and saves what comes out as one edit.

    Signals: `message_posted(Message)` for what cannot be read.
    """

    message_posted = Signal(object)

    def __init__(self, bridge: Bridge, spec: ListSpec, view: RecordsView) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._spec = spec
        self._view = view
        self.open: CellEditor | None = None
        view.cell_edit_requested.connect(self._on_requested)

    @Slot(QModelIndex)
    def _on_requested(self, index: QModelIndex) -> None:
        row = self._view.records.row_at(index.row())
        if row is not None and row.id:
            then = partial(self._prepare, row.key, index.column())
            self._bridge.read(work.record(row.id), then)

    def _prepare(self, key: int, column: int, record: Record) -> None:
        field = self._field(column)
        if offers_choices(field):
            asked = work.choices(field, language.current())
            self._bridge.read(asked, partial(self._open, key, column, record))
        else:
            self._open(key, column, record, [])

    def _open(self, key: int, column: int, record: Record, choices: list[tuple[str, str]]) -> None:
        at = self._view.records.find(key)
        if at < 0:
            return
        field = self._field(column)
        index = self._view.records.index(at, column)
        value = record.values.get(field.name)
        self.open = CellEditor(self._view, index, field, value, choices)
        self.open.committed.connect(partial(self._save, record.id, field.name))
        self.open.refused.connect(self._on_refused)
        self.open.ended.connect(self._on_ended)

    def _field(self, column: int) -> Field:
        return KINDS[self._spec.kind].field(self._spec.columns[column].field)

    def _save(self, record: bytes, name: str, value: object) -> None:
        scalar = value if isinstance(value, str | int) else None
        self._bridge.write(work.save(self._spec.kind, record, {name: scalar}))

    @Slot(str)
    def _on_refused(self, text: str) -> None:
        self.message_posted.emit(Message("need", text))

    @Slot()
    def _on_ended(self) -> None:
        self.open = None
