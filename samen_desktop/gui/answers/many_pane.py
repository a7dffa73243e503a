"""The right pane while several items are chosen: one answer, or a part of it, for all of them.

What is left empty stays as it is with each. All of it is one edit.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import answers
from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.fields import Field, Scalar
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button, command_button
from samen_desktop.gui.widgets.flow import Flow
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Hairline
from samen_desktop.gui.widgets.term_box import TermBox

from .choice_line import ChoiceLine
from .choice_rows import LineChoice
from .field_head import FieldHead
from .text_field import GrowingText
from .work import Offered

_FIELDS: Mapping[str, Field] = {
    each.name: each for each in (*answers.ANSWER_FIELDS, answers.HANDLER)
}
STATUS, TEXT, REASON = "answer/status", "answer/text", "answer/reason"
PLACE, HANDLER = "answer/place", "handler"


class ManyPane(QWidget):
    """The pane. Signals: `apply_requested(object)` with the fields that are to change."""

    apply_requested = Signal(object)

    def __init__(self, commands: list[QAction], parent: QWidget | None = None) -> None:
        """`commands` are what else can be done with all chosen items."""
        super().__init__(parent)
        self._title = label("", "section", self)
        self.status = TermBox(language.say(_FIELDS[STATUS].words), self)
        self.text = GrowingText(_FIELDS[TEXT], (4, 10), self)
        self.reason = GrowingText(_FIELDS[REASON], (2, 6), self)
        self.place = ChoiceLine(language.say(_FIELDS[PLACE].words), self)
        self.handler = ChoiceLine(language.say(_FIELDS[HANDLER].words), self, free=True)
        self._problem = label("", "error", self, wrapped=True)
        self._apply = button(self.tr("Apply to all"), "primary", "check", parent=self)
        self._apply.clicked.connect(self.apply)
        inside, column = self._scrolled()
        column.setContentsMargins(20, 10, Measure.MARGIN, 12)
        column.setSpacing(6)
        column.addWidget(self._title)
        explain = self.tr("What you leave empty stays as it is. Undo takes all of it back at once.")
        column.addWidget(label(explain, "secondary", self, wrapped=True))
        for name, editor in (
            (STATUS, self.status),
            (TEXT, self.text),
            (REASON, self.reason),
            (PLACE, self.place),
            (HANDLER, self.handler),
        ):
            column.addSpacing(4)
            column.addWidget(FieldHead(language.say(_FIELDS[name].words), editor, self))
            column.addWidget(editor)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._apply)
        column.addLayout(row)
        column.addSpacing(Measure.GRID)
        column.addWidget(Hairline(inside))
        others = QWidget(inside)
        flow = Flow(others)
        for command in commands:
            flow.addWidget(command_button(command, "outlined", parent=others))
        column.addWidget(others)
        column.addStretch(1)

    def _scrolled(self) -> tuple[QWidget, QVBoxLayout]:
        scroll = ScrollPane(self)
        inside = QWidget(scroll)
        scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return inside, QVBoxLayout(inside)

    def show_count(self, count: int) -> None:
        """How many are chosen."""
        self._title.setText(self.tr("%n items chosen", "", count))

    def show_offered(self, offered: Offered) -> None:
        """What can be chosen."""
        self.status.set_terms(offered.statuses)
        self.handler.set_choices([LineChoice(each, "", each) for each in offered.handlers])
        self.place.set_choices(
            [LineChoice(each.id, each.number, each.title) for each in offered.chapters]
        )

    def clear(self) -> None:
        """Begin anew."""
        self.status.set_code("")
        for line in (self.handler, self.place):
            line.put("", "")
        for text in (self.text, self.reason):
            text.put("")
        self._problem.setText("")

    def focus_first(self) -> None:
        """Have the pane ready for the keyboard."""
        self.status.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def apply(self) -> None:
        """Ask for what is filled in, for all chosen items."""
        try:
            values: dict[str, Scalar] = {
                STATUS: self.status.code() or None,
                TEXT: self.text.value(),
                REASON: self.reason.value(),
                PLACE: self.place.value(),
                HANDLER: self.handler.value(),
            }
        except NotAValueError as error:
            self._problem.setText(language.say(error.words))
            return
        if self.place.is_open():
            self._problem.setText(self.tr("Choose a chapter of the plan from the list."))
            return
        changes = {name: value for name, value in values.items() if value is not None}
        self._problem.setText("" if changes else self.tr("Fill in what all of them get."))
        if changes:
            self.apply_requested.emit(changes)
