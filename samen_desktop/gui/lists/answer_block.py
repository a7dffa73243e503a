"""What was done with an input: the answer that counts for it, its bundle's or its own, to read.

Writing it is for the desk, where a link leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.answers import DRAFT, NOT_WEIGHED
from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import SHORT_STATUS
from samen_desktop.gui import language
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section, Sign

from .row_painter import SIGNS
from .work import Record

_LABEL = 112
_TOLD = ("answer/text", "answer/reason", "answer/change", "answer/place", "handler")


class AnswerBlock(QWidget):
    """The answer section of an input's detail. Signals: `go_requested(Place)`."""

    go_requested = Signal(object)

    def __init__(
        self,
        record: Record,
        owner: Record,
        labels: Mapping[str, Mapping[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`owner` carries the answer: the bundle, or the input itself."""
        super().__init__(parent)
        self._labels = labels
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        section = Section(self.tr("Answer"), self, link=self.tr("To the desk"))
        section.link_chosen.connect(partial(self._go, record.id))
        column.addWidget(section)
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(0)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(1, 1)
        if owner.id != record.id:
            link = button(owner.code, "link", parent=self)
            link.clicked.connect(partial(self._go, owner.id))
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(link)
            line.addWidget(label(owner.title, "body", self, elided=True), 1)
            self._row(grid, language.say(KINDS["bundle"].words), line)
        self._row(grid, self.tr("Processing"), self._status(owner))
        for name in _TOLD:
            text = self._text(owner, name, owner.values.get(name))
            if text:
                words = KINDS["bundle"].field(name).words
                line = QHBoxLayout()
                line.addWidget(label(text, "read", self, wrapped=True), 1)
                self._row(grid, language.say(words), line)
        column.addLayout(grid)

    def _status(self, owner: Record) -> QHBoxLayout:
        code = str(owner.values.get("answer/status") or NOT_WEIGHED)
        words = self._labels.get("processing_status", {}).get(code)
        text = words or (language.say(SHORT_STATUS[code]) if code in SHORT_STATUS else code)
        icon, role = SIGNS.get(code, ("circle-dashed", "OPN"))
        state = str(owner.values.get("answer/state") or DRAFT)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(Sign(icon, role, Measure.SIGN, self))
        line.addWidget(label(text, "body", self))
        line.addWidget(label(self._labels.get("answer_state", {}).get(state, ""), "small", self), 1)
        return line

    def _text(self, owner: Record, name: str, value: Scalar) -> str:
        if value is None:
            return ""
        is_ref = KINDS["bundle"].field(name).type is Type.REF
        return owner.labels.get(str(value), "") if is_ref else str(value)

    def _row(self, grid: QGridLayout, name: str, line: QHBoxLayout) -> None:
        row = grid.rowCount()
        named = label(name, "secondary", self, wrapped=True)
        named.setFixedWidth(_LABEL)
        grid.addWidget(named, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(line, row, 1)

    def _go(self, record: bytes) -> None:
        self.go_requested.emit(Place("answers", record=record))
