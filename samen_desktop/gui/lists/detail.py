"""The pane beside a list: one record to read, in sections of a fixed order.

Words, internal note, reading, answer, what several people said differently, history. Changing is
for the form, but for choosing between values that stand side by side.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import dates
from samen_desktop.core.answers import PREFIX
from samen_desktop.core.fields import Field, Privacy, Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.gui import language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import Label, label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section

from .answer_block import AnswerBlock
from .heard import HeardBlock
from .past import History, Versions, in_words
from .step_buttons import StepButtons
from .suggestions import SuggestionPart, Suggestions
from .work import Record, Told

_NAMED = 3
"""Submitters in the heading; where there are more, all of them stand among the details."""
_LONG_CODE = 12
"""Letters: the code of a participant is typed, and a long one gives way to the pane."""
_LABEL = 112
_HIDDEN = frozenset(
    {"code", "place", "source_key", "joined_into", "answer/status", "attendance", "demo"}
)
_ANSWERED = frozenset({"bundle", "handler"})
"""Fields of an input that are read in the section of its answer."""
_TITLES = frozenset({"name", "title"})


class DetailPane(QWidget):
    """The pane.

    Signals: `step_requested(int)` to the next (1) or previous (-1) row; `go_requested(Place)`;
    `part_wanted(bytes)` when a feedback is shown, of which others know what stands beside it;
    `choose_requested(bytes, str, object)` with record, field and the value that is to stay;
    `take_back_requested(bytes)` with a step of the history; `edit_requested()` for the form of what
    is shown. `suggestions_wanted(bytes)` when an input is shown, `theme_taken(bytes, bytes)` with
    the input and the theme that was suggested for it.
    """

    step_requested = Signal(int)
    go_requested = Signal(object)
    choose_requested = Signal(bytes, str, object)
    take_back_requested = Signal(bytes)
    part_wanted = Signal(bytes)
    edit_requested = Signal()
    suggestions_wanted = Signal(bytes)
    theme_taken = Signal(bytes, bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editable = True
        """Whether what is shown here can be opened in a form."""
        self._told: Told | None = None
        self._words: Label | None = None
        self._room: QVBoxLayout | None = None
        self._whole_history = False
        self._scroll = ScrollPane(self, steady=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.show_nothing()

    def show_nothing(self, *, rows: bool = True) -> None:
        """Nothing is current; `rows`: there are some to choose from."""
        self._told = self._words = self._room = None
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 0)
        if rows:
            column.addWidget(label(self.tr("Choose a row to read it here."), "secondary", empty))
        column.addStretch(1)
        self._scroll.hold(empty)

    def show_record(self, told: Told) -> None:
        """Show a record."""
        if self._told is None or told.record.id != self._told.record.id:
            self._whole_history = False
        self._told = told
        self._build(told)

    def show_suggestions(self, found: Suggestions) -> None:
        """Show what goes with the input that is shown; what was asked of another is dropped."""
        shown = self._told is not None and found.record == self._told.record.id
        if self._room is None or not shown or not (found.theme or found.alike or found.parts):
            return
        part = SuggestionPart(found, self._scroll.widget())
        part.theme_taken.connect(partial(self._take_theme, found.record))
        part.go_requested.connect(self.go_requested)
        self._room.addWidget(part)

    def show_part(self, record: bytes, part: QWidget) -> None:
        """Show what others know of the record that is shown; of another one it is dropped."""
        if self._room is None or self._told is None or self._told.record.id != record:
            part.deleteLater()
        else:
            self._room.addWidget(part)
            part.show()  # now, so that it is laid out with the rest

    def chosen_words(self, record: bytes) -> tuple[int, int]:
        """From where to where the words of this record are selected; the same twice for nothing."""
        if self._words is None or self._told is None or self._told.record.id != record:
            return 0, 0
        return self._words.selection()

    def _take_theme(self, record: bytes, theme: bytes) -> None:
        self.theme_taken.emit(record, theme)

    def _build(self, told: Told) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, 10, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.GRID)
        self._words = self._room = None
        self._heading(column, inside, told)
        self._long_texts(column, inside, told, internal=False)
        self._long_texts(column, inside, told, internal=True)
        if told.record.kind == "feedback":
            self._room = QVBoxLayout()
            column.addLayout(self._room)
        self._reading(column, inside, told)
        if told.record.kind == "input":
            self._answer(column, inside, told)
            self._room = QVBoxLayout()
            column.addLayout(self._room)
        self._heard(column, inside, told)
        self._past(column, inside, told)
        column.addStretch(1)
        if told.record.kind == "feedback":
            self.part_wanted.emit(told.record.id)
        self._scroll.hold(inside)
        if self._room is not None and told.record.kind == "input":
            self.suggestions_wanted.emit(told.record.id)

    def _heading(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        record = told.record
        names = [record.labels.get(each, "") for each in record.members("submitter")]
        who = ", ".join(names[:_NAMED])
        if len(names) > _NAMED:
            who += " " + self.tr("and %n more", "", len(names) - _NAMED)
        line = QHBoxLayout()
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        if record.code:
            code = label(record.code, "code", inside, elided=len(record.code) > _LONG_CODE)
            code.setMinimumHeight(theme.current().height(Measure.FIELD))
            line.addWidget(code, 0, top)
        title = who if record.kind == "input" else record.title
        if title == record.code:  # a participant has no name but the code
            title = ""
        # What the row cuts off is read here, however long it is.
        named = label(title, "body" if record.code else "code", inside, wrapped=True)
        named.setMinimumHeight(theme.current().height(Measure.FIELD))
        line.addWidget(named, 1)
        steps = StepButtons(inside)
        steps.stepped.connect(self.step_requested)
        line.addWidget(steps, 0, top)
        column.addLayout(line)
        if told.session is not None:
            column.addLayout(self._where(inside, told))

    def _where(self, inside: QWidget, told: Told) -> QHBoxLayout:
        session = told.session
        line = QHBoxLayout()
        line.setSpacing(6)
        if session is not None:
            link = button(session.code, "link", parent=inside)
            place = Place("sessions", record=session.id)
            link.clicked.connect(partial(self.go_requested.emit, place))
            line.addWidget(link)
            day = told.record.values.get("date") or session.values.get("date")
            when = dates.show(str(day), language.current()) if day else ""
            rest = " · ".join(filter(None, (session.title, when)))
            line.addWidget(label(rest, "secondary", inside, elided=True), 1)
        return line

    def _long_texts(
        self, column: QVBoxLayout, inside: QWidget, told: Told, *, internal: bool
    ) -> None:
        for field in KINDS[told.record.kind].fields:
            value = told.record.values.get(field.name)
            is_internal = field.privacy in {Privacy.INTERN, Privacy.NEVER}
            if field.type is not Type.LONG or not value or is_internal != internal:
                continue
            if field.name.startswith(PREFIX):  # read in the answer's own section
                continue
            remark = self.tr("stays in this file") if internal else ""
            icon = "lock" if internal else ""
            words = language.say(field.words)
            column.addSpacing(4)
            column.addWidget(Section(words, inside, remark=remark, icon=icon))
            text = label(str(value), "read", inside, wrapped=True)
            column.addWidget(text)
            if field.name == "words":
                self._words = text

    def _reading(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        for field in KINDS[told.record.kind].fields:
            text = _shown(field, told)
            if text:
                row = grid.rowCount()
                name = label(language.say(field.words), "secondary", inside, wrapped=True)
                name.setFixedWidth(_LABEL)
                grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(text, "body", inside, wrapped=True), row, 1)
        if grid.rowCount() > 1:
            title = self.tr("Reading") if told.record.kind == "input" else self.tr("Details")
            section = Section(title, inside, link=self.tr("Edit") if self.editable else "")
            section.link_chosen.connect(self.edit_requested)
            column.addSpacing(4)
            column.addWidget(section)
            column.addLayout(grid)

    def _answer(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        block = AnswerBlock(told.record, told.answer or told.record, told.labels, inside)
        block.go_requested.connect(self.go_requested)
        column.addSpacing(4)
        column.addWidget(block)

    def _heard(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        if told.heard is not None:
            heard = HeardBlock(inside)
            heard.show_heard(told.heard)
            heard.go_requested.connect(self.go_requested)
            column.addSpacing(4)
            column.addWidget(Section(self.tr("Heard"), inside))
            column.addWidget(heard)

    def _past(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        if told.choices:
            column.addSpacing(4)
            versions = Versions(told, inside)
            versions.chosen.connect(self._choose)
            column.addWidget(versions)
        history = History(told, inside, whole=self._whole_history)
        history.whole_wanted.connect(self._on_whole_history)
        history.take_back_requested.connect(self.take_back_requested)
        column.addSpacing(4)
        column.addWidget(history)

    @Slot()
    def _on_whole_history(self) -> None:
        self._whole_history = True

    @Slot(str, object)
    def _choose(self, name: str, value: Scalar) -> None:
        if self._told is not None:
            self.choose_requested.emit(self._told.record.id, name, value)


def _in_heading(field: Field, record: Record) -> bool:
    """Whether the heading of an input says it already."""
    few = len(record.members("submitter")) <= _NAMED
    return field.name == "session" or (field.name == "submitter" and few)


def _shown(field: Field, told: Told) -> str:
    """A field of the grid in words; empty for what is shown elsewhere or not filled in."""
    record = told.record
    if record.kind == "input" and (field.name.startswith(PREFIX) or field.name in _ANSWERED):
        return ""
    if field.name in _HIDDEN or field.type in {Type.LONG, Type.ORDER, Type.COUNTS}:
        return ""
    if record.kind == "input" and _in_heading(field, record):
        return ""
    if field.name in _TITLES or (field.name == "summary" and record.kind == "input"):
        return "" if field.name in _TITLES else str(record.values.get("summary") or "")
    if field.type is Type.MEMBERS:
        names = [record.labels.get(each, each) for each in record.members(field.name)]
        return ", ".join(names)
    return in_words(field, record.values.get(field.name), told)
