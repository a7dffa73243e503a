"""The contacts of a stakeholder or participant, inside its form: they stay in this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.people import consent_advice
from samen_desktop.gui.lists.work import Beside, Record
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.section import Hairline

from .editors import ChoiceEditor
from .layouts import FORMS
from .rows import Row

_FIELDS = FORMS["contact"][0].fields


class _Contact(QWidget):
    """The fields of one contact. Signals: `edited()`, `removed()`, `erase_wished()`."""

    edited = Signal()
    removed = Signal()
    erase_wished = Signal()

    def __init__(self, record: Record | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        kind = KINDS["contact"]
        self.rows = [Row(kind.field(name), self) for name in _FIELDS]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            row.edited.connect(self._on_edited)
            column.addWidget(row)
        out = button(self.tr("Remove contact"), "link", parent=self)
        out.clicked.connect(self.removed)
        line = QHBoxLayout()
        line.setSpacing(Measure.MARGIN)
        line.addStretch(1)
        line.addWidget(out)
        if record is not None:
            erase = button(self.tr("Erase for good…"), "link", parent=self)
            erase.clicked.connect(self.erase_wished)
            line.addWidget(erase)
        column.addLayout(line)
        column.addWidget(Hairline(self))
        column.addSpacing(Measure.GRID)

    def fill(self, choices: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        for row in self.rows:
            if isinstance(row.editor, ChoiceEditor):
                row.editor.set_choices(choices.get(row.field.name, ()))
            row.show_value(None if self.record is None else self.record.values.get(row.field.name))
        self.advise()

    def advise(self) -> None:
        """Say what is worth a thought in what stands here now."""
        stands: dict[str, Scalar] = {
            row.field.name: row.editor.value()
            for row in self.rows
            if isinstance(row.editor, ChoiceEditor)
        }
        for row in self.rows:
            if row.field.name == "consent":
                row.advise(consent_advice(stands))

    @Slot()
    def _on_edited(self) -> None:
        self.advise()
        self.edited.emit()

    def changes(self) -> dict[str, Scalar]:
        found: dict[str, Scalar] = {}
        for row in self.rows:
            found.update(row.changes())
        return found


class Contacts(QWidget):
    """All contacts of one record. Signals: `edited()`, `erase_requested(bytes)` with an id."""

    edited = Signal()
    erase_requested = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[_Contact] = []
        self._removed: list[bytes] = []
        self._choices: Mapping[str, Sequence[tuple[str, str]]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        add = button(self.tr("Add contact"), "outlined", "plus", parent=self)
        add.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.addWidget(add)
        line.addStretch(1)
        self._column.addLayout(line)

    def show_contacts(
        self,
        records: Sequence[Record],
        choices: Mapping[str, Sequence[tuple[str, str]]],
    ) -> None:
        """Show what stands; an empty one is offered where there is none yet."""
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self._removed, self._choices = [], [], choices
        shown: Sequence[Record | None] = records or [None]
        for record in shown:
            self._show(record)

    def rows(self) -> list[Row]:
        """All rows, to be checked with those of the form."""
        return [row for contact in self._shown for row in contact.rows]

    def changes(self) -> list[Beside]:
        """What has to be written. Raises NotAValueError."""
        found = [Beside("contact", "of", ident, None) for ident in self._removed]
        for contact in self._shown:
            changes = contact.changes()
            if changes:
                ident = None if contact.record is None else contact.record.id
                found.append(Beside("contact", "of", ident, changes))
        return found

    def texts(self) -> dict[str, object]:
        """What stands in changed fields, for a draft, by place and field."""
        return {
            f"contact/{at}/{row.field.name}": row.editor.raw()
            for at, contact in enumerate(self._shown)
            for row in contact.rows
            if row.touched()
        }

    def put_back(self, texts: Mapping[str, object]) -> None:
        """Put a draft's texts back, in a contact more where it had one more."""
        for name, raw in texts.items():
            base, at, field = (*name.split("/"), "", "")[:3]
            if base != "contact" or not at.isdigit() or int(at) > len(self._shown):
                continue
            contact = self._shown[int(at)] if int(at) < len(self._shown) else self._show(None)
            for row in contact.rows:
                if row.field.name == field:
                    row.editor.put_raw(raw)
            contact.advise()

    def _show(self, record: Record | None) -> _Contact:
        contact = _Contact(record, self)
        contact.fill(self._choices)
        contact.edited.connect(self.edited)
        contact.removed.connect(self._on_removed)
        contact.erase_wished.connect(self._on_erase_wished)
        self._shown.append(contact)
        self._column.insertWidget(self._column.count() - 1, contact)
        return contact

    @Slot()
    def _on_add(self) -> None:
        self._show(None).rows[0].editor.setFocus()

    @Slot()
    def _on_erase_wished(self) -> None:
        contact = self.sender()
        if isinstance(contact, _Contact) and contact.record is not None:
            self.erase_requested.emit(contact.record.id)

    @Slot()
    def _on_removed(self) -> None:
        contact = self.sender()
        if isinstance(contact, _Contact):
            self._shown.remove(contact)
            self._column.removeWidget(contact)
            contact.hide()
            contact.deleteLater()
            if contact.record is not None:
                self._removed.append(contact.record.id)
            self.edited.emit()
