"""One row of a form: label, editor, and the sentence that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.fields import Field, Privacy, Scalar, Type
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.watching.watch import Warned, Watch
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.section import Sign
from samen_desktop.gui.widgets.states import set_state

from .editors import AnyEditor, DateEditor, LongEditor, MembersEditor, editor_of


class Row(QWidget):
    """A field of a form. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None, *, above: bool = False) -> None:
        """`above` puts the label over the editor: for long texts over the whole width."""
        super().__init__(parent)
        self.field = field
        self.editor: AnyEditor = editor_of(field, self)
        self._was: Scalar | list[str] = None
        self.name = form_label(language.say(field.words), self.editor, self)
        self._wrong = False
        self._advice: Words | None = None
        self._sign = Sign("triangle-alert", "NOV", Measure.SIGN, self)
        self._problem = label("", "error", self, wrapped=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._sign)
        line.addWidget(self._problem, 1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addLayout(line)
        self._column = column
        whole = QVBoxLayout(self) if above else QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 6)
        whole.setSpacing(Measure.HALF if above else 0)
        if not above:
            self.name.setFixedWidth(Measure.LABEL)
            self.name.setWordWrap(True)
            self.name.setMinimumHeight(Measure.FIELD)
            self.editor.setMinimumHeight(Measure.FIELD)
            whole.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        else:
            whole.addWidget(self.name)
        whole.addLayout(column, 1)
        self._say(None)
        self.editor.edited.connect(self._on_edited)
        if isinstance(self.editor, DateEditor):
            self.editor.problem_changed.connect(self._say)

    def watch(self, watch: Watch) -> None:
        """Warn of likely personal data in a text that others may come to read."""
        if isinstance(self.editor, LongEditor) and self.field.privacy is Privacy.PUBLIC:
            self._column.addWidget(Warned(self.editor, watch, self))

    def show_value(self, value: Scalar) -> None:
        """Show what stands; that is what changes are counted from."""
        self._was = value
        self.editor.show_value(value)
        self._say(None)

    def show_members(self, members: list[str], labels: dict[str, str]) -> None:
        """The same for a set."""
        if isinstance(self.editor, MembersEditor):
            self._was = list(members)
            self.editor.name_members(labels)
            self.editor.show_members(members)
            self._say(None)

    def changes(self) -> dict[str, Scalar]:
        """What has to be written, by log field name. Raises NotAValueError."""
        if isinstance(self.editor, MembersEditor):
            was = self._was if isinstance(self._was, list) else []
            now = self.editor.members()
            gone = {f"{self.field.name}/{each}": None for each in was if each not in now}
            come = {f"{self.field.name}/{each}": 1 for each in now if each not in was}
            return {**gone, **come}
        value = self.editor.value()
        return {} if value == self._was else {self.field.name: value}

    def check(self) -> bool:
        """Say what is wrong beside the field; whether nothing is."""
        try:
            changes = self.changes()
        except NotAValueError as error:
            self._say(error.words)
            return False
        value = changes.get(self.field.name, self._was)
        if self.field.required and value in (None, "") and self.field.type is not Type.MEMBERS:
            self._say(
                Words("{field} is nodig om te bewaren.", "{field} is needed to save this.").fill(
                    field=self.field.words
                )
            )
            return False
        self._say(None)
        return True

    def problem(self) -> str:
        """The sentence beside the field; empty where nothing is wrong."""
        return self._problem.text() if self._wrong else ""

    def advise(self, words: Words | None) -> None:
        """Say something worth a thought beside the field; what is wrong with it goes first."""
        self._advice = words
        if not self._wrong:
            self._say(None)

    def touched(self) -> bool:
        """Whether something else stands in the editor than in the round, readable or not."""
        try:
            return bool(self.changes())
        except NotAValueError:
            return True

    def _say(self, words: Words | None) -> None:
        """Say what is wrong; where nothing is, what was advised."""
        self._wrong = words is not None
        shown = words or self._advice
        self._problem.set_kind("error" if self._wrong else "warning")
        self._sign.show_sign("triangle-alert", "NOV" if self._wrong else "DEE")
        self._problem.setText("" if shown is None else language.say(shown))
        self._problem.setVisible(shown is not None)
        self._sign.setVisible(shown is not None)
        set_state(self.editor, "error" if self._wrong else "")

    @Slot()
    def _on_edited(self) -> None:
        if self.field.type is Type.DATE:
            # A date is half typed most of the time: it is judged once the field is left.
            self._say(None)
        else:
            self.check()
        self.edited.emit()
