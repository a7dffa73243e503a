"""One editor per type of field: what a person fills in, read into the value the round keeps.

An editor shows no problem itself; who owns it asks `value()` and says what was wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.checks import LONGEST_TEXT, NotAValueError, read_value
from samen_desktop.core.dates import NotADateError
from samen_desktop.core.fields import Field, Scalar, Type
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.check_box import CheckBox
from samen_desktop.gui.widgets.date_field import DateField
from samen_desktop.gui.widgets.segments import Scale
from samen_desktop.gui.widgets.term_box import TermBox

from .tags import Tags

_ROOM = LONGEST_TEXT + 2000
"""Characters a field takes before the widget itself stops: over the limit, so that it is said."""
_MOST_LINES = 8


class Editor(Protocol):
    """What every editor can do."""

    def value(self) -> Scalar:
        """The value as the round keeps it. Raises NotAValueError."""
        ...

    def show_value(self, value: Scalar) -> None:
        """Show a value; nothing is told."""
        ...

    def raw(self) -> object:
        """What stands in the editor, readable or not, for a draft: text or a list of texts."""
        ...

    def put_raw(self, raw: object) -> None:
        """Put a draft's text back; what is no draft of this editor is left alone."""
        ...


class LineEditor(QLineEdit):
    """One line: text, a time, a whole number. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.setMaxLength(_ROOM)
        self.textEdited.connect(self._tell)

    def value(self) -> Scalar:
        return read_value(self._field, self.text())

    def show_value(self, value: Scalar) -> None:
        text = "" if value is None else str(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def raw(self) -> object:
        return self.text()

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, str):
            self.setText(raw)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class LongEditor(QPlainTextEdit):
    """Several lines. Tab goes to the next field. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._filling = False
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._fit()
        self.textChanged.connect(self._tell)

    def value(self) -> Scalar:
        return read_value(self._field, self.toPlainText())

    def show_value(self, value: Scalar) -> None:
        text = "" if value is None else str(value)
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False
        self._fit()

    def raw(self) -> object:
        return self.toPlainText()

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, str):
            self.setPlainText(raw)

    def _fit(self) -> None:
        """As high as the text needs, from three to eight lines."""
        letters = self.fontMetrics()
        room = max(20, self.width() // max(1, letters.averageCharWidth()))
        lines = sum(1 + len(line) // room for line in self.toPlainText().split("\n")[:_MOST_LINES])
        self.setFixedHeight(min(max(lines, 3), _MOST_LINES) * letters.lineSpacing() + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _tell(self) -> None:
        self._fit()
        if not self._filling:
            self.edited.emit()


class DateEditor(DateField):
    """A date as it is typed. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(language.say(field.words), parent)
        self.textEdited.connect(self._on_edited)
        self.date_changed.connect(self._on_edited)

    def value(self) -> Scalar:
        # Only read: who asks while a person types must not change what is half typed.
        try:
            return self.read() or None
        except NotADateError as error:
            raise NotAValueError(error.words) from None

    def show_value(self, value: Scalar) -> None:
        self.set_iso("" if value is None else str(value))

    def raw(self) -> object:
        return self.text()

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, str):
            self.setText(raw)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()


class ChoiceEditor(TermBox):
    """One of a list: a term, or another record. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(language.say(field.words), parent)
        self.code_changed.connect(self._tell)

    def value(self) -> Scalar:
        return self.code() or None

    def show_value(self, value: Scalar) -> None:
        self.set_code("" if value is None else str(value))

    def raw(self) -> object:
        return self.code()

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, str):
            self.set_code(raw)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be chosen."""
        self.set_terms(choices)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class ScaleEditor(Scale):
    """A step of a short scale, all of them in sight. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(language.say(field.words), parent)
        self.chosen_changed.connect(self._tell)

    def value(self) -> Scalar:
        return self.chosen() or None

    def show_value(self, value: Scalar) -> None:
        self.choose("" if value is None else str(value))

    def raw(self) -> object:
        return self.chosen()

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, str):
            self.choose(raw)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be chosen."""
        self.set_steps(choices)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class YesNoEditor(CheckBox):
    """Yes or no. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(language.say(Words("ja", "yes")), parent)
        self._was_empty = True
        self.clicked.connect(self._tell)

    def value(self) -> Scalar:
        if self._was_empty and not self.isChecked():
            return None
        return int(self.isChecked())

    def show_value(self, value: Scalar) -> None:
        self._was_empty = value is None
        self.setChecked(bool(value))

    def raw(self) -> object:
        return str(int(self.isChecked()))

    def put_raw(self, raw: object) -> None:
        self.setChecked(raw == "1")

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()


class MembersEditor(QWidget):
    """A set of other records, as tags with a box to add one. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, str] = {}
        self._members: list[str] = []
        self._tags = Tags(self)
        self._tags.removed.connect(self._on_removed)
        self._add = TermBox(language.say(field.words), self)
        self._add.code_changed.connect(self._on_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.HALF)
        column.addWidget(self._add)
        column.addWidget(self._tags)
        self.setFocusProxy(self._add)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """What can be added."""
        self._choices.update(choices)
        self._offer()

    def name_members(self, labels: dict[str, str]) -> None:
        """How members are called that are not among the choices."""
        self._choices = {**labels, **self._choices}

    def members(self) -> list[str]:
        """Ids in hex of the members."""
        return list(self._members)

    def show_members(self, members: Sequence[str]) -> None:
        """Show these members."""
        self._members = list(members)
        self._offer()

    def value(self) -> Scalar:
        """Sets have no single value: see `members`."""
        return None

    def show_value(self, value: Scalar) -> None:
        """Sets are shown by `show_members`."""

    def raw(self) -> object:
        return list(self._members)

    def put_raw(self, raw: object) -> None:
        if isinstance(raw, list):
            self.show_members([each for each in raw if isinstance(each, str)])

    def _offer(self) -> None:
        known = [(code, text) for code, text in self._choices.items() if code not in self._members]
        self._add.set_terms(known, empty=self.tr("+ add"))
        self._add.set_code("")
        self._tags.show_tags([(code, self._choices.get(code, code)) for code in self._members])

    @Slot(str)
    def _on_added(self, code: str) -> None:
        if code:
            self._members.append(code)
            self._offer()
            self.edited.emit()

    @Slot(str)
    def _on_removed(self, code: str) -> None:
        self._members.remove(code)
        self._offer()
        self._add.setFocus()
        self.edited.emit()


AnyEditor = (
    LineEditor | LongEditor | DateEditor | ChoiceEditor | ScaleEditor | YesNoEditor | MembersEditor
)

_SCALES = frozenset({"weight"})
"""Vocabularies that are a few steps from low to high: shown side by side."""

_EDITORS: dict[Type, type[AnyEditor]] = {
    Type.LONG: LongEditor,
    Type.DATE: DateEditor,
    Type.TERM: ChoiceEditor,
    Type.REF: ChoiceEditor,
    Type.YES_NO: YesNoEditor,
    Type.MEMBERS: MembersEditor,
}


def editor_of(field: Field, parent: QWidget | None = None) -> AnyEditor:
    """The editor of a field, named after it for who cannot see."""
    kind = ScaleEditor if field.vocabulary in _SCALES else _EDITORS.get(field.type, LineEditor)
    made = kind(field, parent)
    made.setAccessibleName(language.say(field.words))
    policy = made.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    made.setSizePolicy(policy)
    return made


def offers_choices(field: Field) -> bool:
    """Whether an editor of this field wants choices."""
    return field.type in {Type.TERM, Type.REF, Type.MEMBERS}
