"""The pane beside a list: one record to read, in sections of a fixed order.

Words, internal note, reading, answer, what several people said differently, history. Changing is
for the form, but for choosing between values that stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from samen_desktop.core import dates
from samen_desktop.core.fields import Field, Privacy, Scalar, Type
from samen_desktop.core.inputs import NOT_WEIGHED
from samen_desktop.core.kinds import KINDS, field_of, split_field
from samen_desktop.core.lists import SHORT_STATUS
from samen_desktop.core.words import Words
from samen_desktop.gui import language, theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section, Sign

from .delegate import SIGNS
from .step_buttons import IconButton, StepButtons
from .work import Change, Told

_HISTORY = 5
_LONG_CODE = 12
"""Letters: the code of a participant is typed, and a long one gives way to the pane."""
_TOLD_APART = 4
_LABEL = 112
_YES_NO = {0: Words("nee", "no"), 1: Words("ja", "yes")}
_HIDDEN = frozenset(
    {"code", "place", "source_key", "joined_into", "answer/status", "attendance", "demo"}
)
_TITLES = frozenset({"name", "title"})


class DetailPane(QWidget):
    """The pane.

    Signals: `step_requested(int)` to the next (1) or previous (-1) row; `go_requested(Place)`;
    `choose_requested(bytes, str, object)` with record, field and the value that is to stay;
    `take_back_requested(bytes)` with a step of the history;
    `edit_requested()` for the form of what is shown.
    """

    step_requested = Signal(int)
    go_requested = Signal(object)
    choose_requested = Signal(bytes, str, object)
    take_back_requested = Signal(bytes)
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editable = True
        """Whether what is shown here can be opened in a form."""
        self._told: Told | None = None
        self._whole_history = False
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.show_nothing()

    def show_nothing(self, *, rows: bool = True) -> None:
        """Nothing is current; `rows`: there are some to choose from."""
        self._told = None
        empty = QWidget()
        empty.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(empty)
        column.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 0)
        if rows:
            column.addWidget(label(self.tr("Choose a row to read it here."), "secondary", empty))
        column.addStretch(1)
        self._scroll.setWidget(empty)

    def show_record(self, told: Told) -> None:
        """Show a record."""
        if self._told is None or told.record.id != self._told.record.id:
            self._whole_history = False
        self._told = told
        self._build(told)

    def _build(self, told: Told) -> None:
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, 10, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.GRID)
        self._heading(column, inside, told)
        self._long_texts(column, inside, told, internal=False)
        self._long_texts(column, inside, told, internal=True)
        self._reading(column, inside, told)
        if told.record.kind == "input":
            self._answer(column, inside, told)
        self._conflicts(column, inside, told)
        self._history(column, inside, told)
        column.addStretch(1)
        self._scroll.setWidget(inside)

    def _heading(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        record = told.record
        who = ", ".join(record.labels.get(each, "") for each in record.members("submitter"))
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
            remark = self.tr("stays in this file") if internal else ""
            icon = "lock" if internal else ""
            words = language.say(field.words)
            column.addSpacing(4)
            column.addWidget(Section(words, inside, remark=remark, icon=icon))
            column.addWidget(label(str(value), "read", inside, wrapped=True))

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
        code = str(told.record.values.get("answer/status") or NOT_WEIGHED)
        words = told.labels.get("processing_status", {}).get(code)
        text = words or language.say(SHORT_STATUS[code]) if code in SHORT_STATUS else code
        icon, role = SIGNS.get(code, ("circle-dashed", "OPN"))
        column.addSpacing(4)
        column.addWidget(Section(self.tr("Answer"), inside))
        line = QHBoxLayout()
        line.setSpacing(6)
        name = label(self.tr("Processing"), "secondary", inside)
        name.setFixedWidth(_LABEL - 6)
        line.addWidget(name)
        line.addWidget(Sign(icon, role, Measure.SIGN, inside))
        line.addWidget(label(text, "body", inside), 1)
        column.addLayout(line)

    def _conflicts(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        if not told.choices:
            return
        column.addSpacing(4)
        column.addWidget(Section(self.tr("Changed in two places"), inside, icon="git-merge"))
        for choice in told.choices:
            column.addWidget(label(choice.label, "secondary", inside))
            for at, side in enumerate(choice.sides):
                line = QHBoxLayout()
                said = QVBoxLayout()
                said.setSpacing(0)
                said.addWidget(label(side.text or "–", "body", inside, wrapped=True))
                who = f"{side.author} · {side.when:%d-%m-%Y %H:%M}"
                said.addWidget(label(who, "secondary", inside, elided=True))
                line.addLayout(said, 1)
                stays = self.tr("Keep this one") if at else self.tr("Keep (shown now)")
                made = button(stays, "outlined", parent=inside)
                made.clicked.connect(partial(self._choose, choice.field, side.value))
                line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
                column.addLayout(line)

    def _choose(self, name: str, value: Scalar) -> None:
        if self._told is not None:
            self.choose_requested.emit(self._told.record.id, name, value)

    def _history(self, column: QVBoxLayout, inside: QWidget, told: Told) -> None:
        order = {
            language.say(each.words)
            for each in KINDS[told.record.kind].fields
            if each.type is Type.ORDER
        }
        lines = _by_step([each for each in told.history if each.field not in order])
        link = ""
        if len(lines) > _HISTORY and not self._whole_history:
            link = self.tr("all %n", "", len(lines))
        section = Section(self.tr("History"), inside, link=link)
        section.link_chosen.connect(self._on_whole_history)
        column.addSpacing(4)
        column.addWidget(section)
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(2, 1)
        offered: set[bytes] = set()
        for change in lines if self._whole_history else lines[:_HISTORY]:
            row = grid.rowCount()
            if change.edit in told.undoable and change.edit not in offered:
                offered.add(change.edit)
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(self._undo_button(inside, change), row, 3, top)
            when = change.when.strftime("%d-%m %H:%M")
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(when, "secondary", inside), row, 0, top)
            grid.addWidget(label(change.author, "secondary", inside, elided=True), row, 1, top)
            grid.addWidget(label(_line(change), "body", inside, wrapped=True), row, 2)
        grid.setColumnMinimumWidth(1, 32)
        column.addLayout(grid)

    def _undo_button(self, inside: QWidget, change: Change) -> QWidget:
        """Takes a step back, whoever made it; Ctrl+Z takes only what was done here."""
        step = language.say(change.step)
        words = self.tr("Undo {step} of {who}").format(step=step, who=change.author)
        made = IconButton("undo-2", words, inside)
        made.clicked.connect(partial(self.take_back_requested.emit, change.edit))
        return made

    def _on_whole_history(self) -> None:
        self._whole_history = True
        if self._told is not None:
            self._build(self._told)


def _by_step(changes: Sequence[Change]) -> list[Change]:
    """Changes with those of one step that filled many fields told as the step: made, read in."""
    told: list[Change] = []
    for _, group in groupby(changes, key=lambda each: (each.when, each.author, each.step)):
        several = list(group)
        if len(several) > _TOLD_APART:
            words = language.say(several[0].step)
            told.append(replace(several[0], field=words, old="", new=""))
        else:
            told += several
    return told


def _line(change: Change) -> str:
    """What a change says in one line: the field, what it was, what it became."""
    field = change.field[:1].lower() + change.field[1:]
    old, new = _cut(change.old), _cut(change.new)
    if not old and not new:
        return field
    return f"{field}: {old} → {new or '–'}" if old else f"{field}: {new}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"


def _field(kind: str, name: str) -> Field | None:
    try:
        return field_of(kind, name)
    except KeyError:
        return None


def _shown(field: Field, told: Told) -> str:
    """A field of the grid in words; empty for what is shown elsewhere or not filled in."""
    record = told.record
    if field.name in _HIDDEN or field.type in {Type.LONG, Type.ORDER, Type.COUNTS}:
        return ""
    if field.name in {"session", "submitter"} and record.kind == "input":
        return ""
    if field.name in _TITLES or (field.name == "summary" and record.kind == "input"):
        return "" if field.name in _TITLES else str(record.values.get("summary") or "")
    if field.type is Type.MEMBERS:
        names = [record.labels.get(each, each) for each in record.members(field.name)]
        return ", ".join(names)
    return _say(field, record.values.get(field.name), told)


def _say(field: Field, value: Scalar, told: Told) -> str:
    if value is None or value == "":
        return ""
    text = str(value)
    if field.type is Type.YES_NO:
        return language.say(_YES_NO[1 if value else 0])
    if field.type is Type.TERM:
        return told.labels.get(field.vocabulary, {}).get(text, text)
    if field.type is Type.REF:
        return told.record.labels.get(text, text)
    return dates.show(text, language.current()) if field.type is Type.DATE else text


def attendance_of(told: Told) -> list[tuple[str, dict[str, Scalar]]]:
    """The parties of a session with what is known of each."""
    found: dict[str, dict[str, Scalar]] = {}
    for name, value in told.record.values.items():
        base, member, part = split_field(name)
        if base == "attendance" and part:
            found.setdefault(member, {})[part] = value
    return [(told.record.labels.get(member, member), parts) for member, parts in found.items()]
