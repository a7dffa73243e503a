"""The form of one record: fields in blocks, problems beside them, saved as one edit.

Half-typed text is kept as a draft within a second of the first unsaved key, and put back when the
form is opened again. Which blocks a kind has is told in `layouts`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import LISTS
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Ticket, Work
from samen_desktop.gui.lists import work
from samen_desktop.gui.lists.erasing import Erasing
from samen_desktop.gui.lists.heard import HeardBlock
from samen_desktop.gui.lists.work import FormFacts, Record
from samen_desktop.gui.page import Message
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.watching.watch import Watch
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Hairline, Section

from .around import Around
from .attendance import AttendanceTable
from .contacts import Contacts
from .editors import ChoiceEditor, MembersEditor, ScaleEditor
from .layouts import FORMS, LEFT, WIDE, Block
from .rows import Row

_TWO_COLUMNS = 720
_ATTENDANCE = "attendance/"
_KEEP_AFTER = 900
"""Milliseconds after the first unsaved key: the draft is on its way within a second."""


class Form(QWidget):
    """A form of one kind.

    Signals: `saved(bytes)` with the record's id; `left()` when the person goes back;
    `message_posted(Message)`, `go_requested(Place)`; `titled(str)` when a record stands in it;
    `take_back_requested(bytes)` with a step of its history.
    """

    go_requested = Signal(object)
    titled = Signal(str)
    take_back_requested = Signal(bytes)
    saved = Signal(bytes)
    left = Signal()
    message_posted = Signal(object)

    def __init__(self, bridge: Bridge, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = KINDS[kind]
        self._record: bytes | None = None
        self._presets: Mapping[str, Scalar] = {}
        self._rows: dict[str, Row] = {}
        self._attendance: AttendanceTable | None = None
        self._contacts: Contacts | None = None
        self._heard: HeardBlock | None = None
        self._reading = Ticket()
        self._typed_since = False
        self._filling = False
        self._erasing = Erasing(bridge, self)
        self._erasing.message_posted.connect(self.message_posted)
        self._erasing.erased.connect(self.show_again)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER)
        self._keeping.timeout.connect(self._on_keep)
        self._build()
        for keys in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    @property
    def record(self) -> bytes | None:
        """The record that is open; None for a new one."""
        return self._record

    def row(self, name: str) -> Row:
        """The row of a field. Raises KeyError where the form has none such."""
        return self._rows[name]

    def open(self, record: bytes | None, presets: Mapping[str, Scalar] | None = None) -> None:
        """Show a record, or an empty form with some values filled in."""
        if self.touched():
            self._say_kept()
        self._record = record
        self._presets = presets or {}
        self._read()

    def refresh(self) -> None:
        """Show what changed elsewhere, unless something half typed stands here."""
        if self._record is not None and not self.touched():
            self._bridge.read(self._asked(), partial(self._on_read_again, self._record))

    @Slot()
    def show_again(self) -> None:
        """Show the record as it stands now; what was half typed is not kept."""
        self._keeping.stop()
        self._read()

    def focus_first(self) -> None:
        """Go to the first field."""
        for row in self._rows.values():
            row.editor.setFocus()
            return

    def touched(self) -> bool:
        """Whether anything stands here that is not saved."""
        extra = bool(self._attendance and self._attendance_touched())
        rows = [*self._rows.values(), *(self._contacts.rows() if self._contacts else ())]
        return extra or any(row.touched() for row in rows)

    @Slot()
    def save(self) -> None:
        """Save what was changed, or say beside the fields what is wrong."""
        rows = [*self._rows.values(), *(self._contacts.rows() if self._contacts else ())]
        wrong = [row for row in rows if not row.check()]
        if wrong:
            wrong[0].editor.setFocus()
            self._scroll.ensureWidgetVisible(wrong[0])
            return
        changes = dict(self._presets) if self._record is None else {}
        for row in self._rows.values():
            changes.update(row.changes())
        if self._attendance is not None:
            changes.update(self._attendance.changes())
        others = self._contacts.changes() if self._contacts is not None else []
        if not changes and not others:
            self.left.emit()
            return
        self._keeping.stop()
        self._typed_since = False
        asked = work.save(self._kind.name, self._record, changes, others)
        self._bridge.write(asked, self._on_saved, self._on_refused)

    @Slot()
    def leave(self) -> None:
        """Go back; what is not saved is kept as a draft, nothing is asked."""
        if self.touched():
            self._say_kept()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS
        how = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(how)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keep_typed()

    def _build(self) -> None:
        self._pairs: list[QBoxLayout] = []
        inside = QWidget(self)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, Measure.MARGIN)
        whole.setSpacing(12)
        sides: tuple[QVBoxLayout, QVBoxLayout] | None = None
        for block in FORMS[self._kind.name]:
            if block.side == WIDE:
                whole.addWidget(self._block(block, inside))
                sides = None
                continue
            if sides is None:
                sides = self._two_sides(whole)
            sides[0 if block.side == LEFT else 1].addWidget(self._block(block, inside))
        whole.addStretch(1)
        self._around = Around(whole, inside)
        self._around.chosen.connect(self._on_chosen)
        self._around.take_back_requested.connect(self.take_back_requested)
        self._scroll = ScrollPane(self, steady=True, sideways=True)
        self._scroll.hold(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(Hairline(self))
        column.addWidget(self._footer())

    def _two_sides(self, whole: QVBoxLayout) -> tuple[QVBoxLayout, QVBoxLayout]:
        pair = QHBoxLayout()
        pair.setSpacing(40)
        self._pairs.append(pair)
        made = []
        for _ in range(2):
            side = QVBoxLayout()
            side.setSpacing(12)
            rest = QVBoxLayout()
            rest.setContentsMargins(0, 0, 0, 0)
            rest.addLayout(side)
            rest.addStretch(1)
            pair.addLayout(rest, 1)
            made.append(side)
        whole.addLayout(pair)
        return made[0], made[1]

    def _block(self, block: Block, parent: QWidget) -> QWidget:
        made = QWidget(parent)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        remark = self.tr("stays in this file") if block.internal else ""
        icon = "lock" if block.internal else ""
        column.addWidget(Section(language.say(block.words), made, remark=remark, icon=icon))
        column.addSpacing(6)
        for name in block.fields:
            field = self._kind.field(name)
            above = block.side == WIDE and field.type in {Type.LONG, Type.TEXT}
            row = self._rows[name] = Row(field, made, above=above)
            if above and field.words == block.words:
                row.name.hide()  # the block's title says it already
            row.edited.connect(self._on_edited)
            row.watch(Watch.of(self._bridge))
            column.addWidget(row)
        if block.extra == "attendance":
            self._attendance = AttendanceTable(self._kind.field("attendance"), made)
            self._attendance.edited.connect(self._on_edited)
            column.addWidget(self._attendance)
        elif block.extra == "contacts":
            self._contacts = Contacts(made)
            self._contacts.edited.connect(self._on_edited)
            self._contacts.erase_requested.connect(self._erasing.ask)
            column.addWidget(self._contacts)
        elif block.extra == "heard":
            self._heard = HeardBlock(made)
            self._heard.go_requested.connect(self.go_requested)
            column.addWidget(self._heard)
        return made

    def _footer(self) -> QWidget:
        footer = QWidget(self)
        footer.setMinimumHeight(Measure.FOOTER)
        line = QHBoxLayout(footer)
        line.setContentsMargins(Measure.MARGIN, 8, Measure.MARGIN, 8)
        self._state = label("", "secondary", footer, elided=True)
        self.back = button(self.tr("Back"), "outlined", keys=self.tr("Esc"), parent=footer)
        self.back.clicked.connect(self.leave)
        self._save = button(self.tr("Save"), "outlined", "check", "Ctrl+S", footer)
        self._save.clicked.connect(self.save)
        line.addWidget(self._state, 1)
        line.addWidget(self.back)
        line.addWidget(self._save)
        return footer

    def _asked(self) -> Work[FormFacts]:
        return work.form(self._kind.name, self._record, self._place(), language.current())

    def _read(self) -> None:
        """Show what stands in the round, with half-typed text of before put back."""
        self._reading.drop()
        self._reading = self._bridge.read(self._asked(), self._on_read)

    def _on_read_again(self, record: bytes, facts: FormFacts) -> None:
        if record == self._record and not self.touched():
            self._on_read(facts)

    def _on_read(self, facts: FormFacts) -> None:
        self._filling = True
        record = facts.record
        values: Mapping[str, Scalar] = record.values if record is not None else self._presets
        labels = dict(record.labels) if record is not None else {}
        for name, row in self._rows.items():
            if isinstance(row.editor, ChoiceEditor | ScaleEditor):
                row.editor.set_choices(_with(facts.choices.get(name, []), values.get(name), labels))
            if isinstance(row.editor, MembersEditor):
                row.editor.set_choices(facts.choices.get(name, []))
                row.show_members(record.members(name) if record is not None else [], labels)
            else:
                row.show_value(values.get(name))
        if self._attendance is not None:
            self._attendance.set_choices(facts.choices.get("attendance", []), facts.terms)
            self._attendance.show_values(values, labels)
        if self._contacts is not None:
            self._contacts.show_contacts(facts.contacts, facts.terms)
        if self._heard is not None:
            self._heard.show_heard(facts.told.heard if facts.told is not None else None)
        self._around.show(facts.told)
        self._filling = False
        self._state.setText("")
        self.titled.emit(self._title(record))
        if facts.draft:
            self._put_back(facts.draft)

    @Slot(str, object)
    def _on_chosen(self, name: str, value: Scalar) -> None:
        """Settle a field with several values; what is half typed elsewhere stands again after."""
        if self._record is not None:
            self.keep_typed()
            chosen = work.choose(self._record, name, value)
            self._bridge.write(chosen, partial(self._on_settled, self._record), self._on_refused)

    def _on_settled(self, record: bytes, _: None) -> None:
        if record == self._record:
            self._read()

    def _title(self, record: Record | None) -> str:
        if record is None:
            kind = language.say(self._kind.words).lower()
            spec = LISTS.get(self._kind.name)
            return language.say(spec.new) if spec is not None else kind
        if record.code == record.title:
            return record.title
        return f"{record.code}  {record.title}".strip()

    def _on_saved(self, record: bytes) -> None:
        self._bridge.write(work.drop_draft(self._place()))
        self._record = record
        if self._typed_since:
            self.keep_typed()
        self._read()  # changes are counted from what stands now
        self.saved.emit(record)

    def _on_refused(self, error: KnownError) -> None:
        self.keep_typed()
        self.message_posted.emit(Message("failed", error.say(language.current())))

    @Slot()
    def _on_edited(self) -> None:
        if not self._filling:
            self._typed_since = True
            self._state.setText(self.tr("changed, not saved yet"))
            if not self._keeping.isActive():
                self._keeping.start()

    @Slot()
    def _on_keep(self) -> None:
        self.keep_typed()

    def _say_kept(self) -> None:
        self.keep_typed()
        text = self.tr("Not saved yet. What you typed is kept and stands here when you return.")
        self.message_posted.emit(Message("information", text))

    def keep_typed(self) -> None:
        """Have what is not saved kept as a draft now."""
        self._keeping.stop()
        texts: dict[str, object] = {
            name: row.editor.raw() for name, row in self._rows.items() if row.touched()
        }
        if self._attendance is not None and self._attendance_touched():
            texts[_ATTENDANCE] = self._attendance.texts()
        if self._contacts is not None:
            texts.update(self._contacts.texts())
        if texts:
            kept = json.dumps(texts, ensure_ascii=False)
            self._bridge.write(work.keep_draft(self._place(), kept))

    def _put_back(self, draft: str) -> None:
        """Show half-typed text again; it counts as not saved."""
        try:
            texts = json.loads(draft)
        except ValueError:
            return
        if not isinstance(texts, dict):
            return
        if self._attendance is not None and isinstance(texts.get(_ATTENDANCE), dict):
            self._attendance.put_back(texts[_ATTENDANCE])
        if self._contacts is not None:
            self._contacts.put_back(texts)
        for name, text in texts.items():
            row = self._rows.get(str(name))
            if row is not None:
                row.editor.put_raw(text)
        self._state.setText(self.tr("put back: what you typed before and did not save"))

    def _attendance_touched(self) -> bool:
        try:
            return bool(self._attendance and self._attendance.changes())
        except ValueError:
            return True

    def _place(self) -> str:
        return f"form/{self._kind.name}/{self._record.hex() if self._record else 'new'}"


def _with(
    choices: list[tuple[str, str]], value: Scalar, labels: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Choices that hold what is filled in too: a record that is gone, a term out of use."""
    code = "" if value is None else str(value)
    if not code or any(code == known for known, _ in choices):
        return choices
    return [*choices, (code, labels.get(code, code))]
