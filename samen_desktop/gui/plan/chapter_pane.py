"""The pane beside the outline: one chapter to read, what answers change in it, what points at it.

Changing the chapter is for the outline and for its form.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import word_diff
from samen_desktop.core.lists import SHORT_STATUS
from samen_desktop.gui import language, theme
from samen_desktop.gui.lists.past import History
from samen_desktop.gui.lists.row_painter import SIGNS
from samen_desktop.gui.lists.step_buttons import StepButtons
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.diff_text import DiffText
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section, Sign

from .marked_rows import Mark, MarkedRows, MarkedTable
from .outline_cells import SIGNS as CHAPTER_SIGNS

if TYPE_CHECKING:
    from .work import ChapterTold, Pointing

_MOST_CHANGES = 20
_LEAST_ROWS = 120


class ChapterPane(QWidget):
    """The pane.

    Signals: `step_requested(int)`; `go_requested(Place)` to what points here; `edit_requested()`.
    """

    step_requested = Signal(int)
    go_requested = Signal(object)
    edit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: ChapterTold | None = None
        self._whole_history = False
        self._scroll = ScrollPane(self, steady=True)
        self._pointing_title = Section(self.tr("Points here"), self)
        headers = (self.tr("No."), self.tr("About"), self.tr("Processing"))
        self.rows = MarkedRows(headers, 2, self)
        self.table = MarkedTable(self.tr("Points here"), self.rows, (68, 0, 124), self)
        self.table.opened.connect(self._on_opened)
        self._below = QWidget(self)
        lower = QVBoxLayout(self._below)
        lower.setContentsMargins(Measure.MARGIN, Measure.GRID, Measure.MARGIN, Measure.GRID)
        lower.setSpacing(Measure.HALF)
        lower.addWidget(self._pointing_title)
        lower.addWidget(self.table, 1)
        self.table.setMinimumHeight(_LEAST_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 3)
        column.addWidget(self._below, 2)
        self.show_nothing()

    def show_nothing(self, words: str = "") -> None:
        """No chapter is current."""
        self._told = None
        self._below.hide()
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 0)
        column.addWidget(label(words, "secondary", empty, wrapped=True))
        column.addStretch(1)
        self._scroll.hold(empty)

    def show_chapter(self, told: ChapterTold) -> None:
        """Show a chapter."""
        if self._told is None or self._told.chapter.id != told.chapter.id:
            self._whole_history = False
        self._told = told
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, 10, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.GRID)
        self._heading(column, inside, told)
        self._text(column, inside, told)
        self._changes(column, inside, told)
        history = History(told.told, inside, whole=self._whole_history)
        history.whole_wanted.connect(self._on_whole_history)
        column.addSpacing(4)
        column.addWidget(history)
        column.addStretch(1)
        self._scroll.hold(inside)
        self._show_pointing(told)

    def _heading(self, column: QVBoxLayout, inside: QWidget, told: ChapterTold) -> None:
        chapter = told.chapter
        line = QHBoxLayout()
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        high = theme.current().height(Measure.FIELD)
        if chapter.number:
            code = label(chapter.number, "code", inside)
            code.setMinimumHeight(high)
            line.addWidget(code, 0, top)
        title = label(chapter.title, "code", inside, wrapped=True)
        title.setMinimumHeight(high)
        line.addWidget(title, 1)
        steps = StepButtons(inside)
        steps.stepped.connect(self.step_requested)
        line.addWidget(steps, 0, top)
        column.addLayout(line)
        second = QHBoxLayout()
        second.setSpacing(6)
        words = told.told.labels.get("chapter_status", {}).get(chapter.status, chapter.status)
        if words:
            icon, role = CHAPTER_SIGNS.get(chapter.status, ("circle-dashed", "OPN"))
            second.addWidget(Sign(icon, role, Measure.SIGN, inside))
            second.addWidget(label(words, "body", inside))
        owner = chapter.owner or self.tr("no owner yet")
        second.addWidget(label(owner, "secondary", inside, elided=True), 1)
        column.addLayout(second)

    def _text(self, column: QVBoxLayout, inside: QWidget, told: ChapterTold) -> None:
        section = Section(self.tr("Text"), inside, link=self.tr("Edit"))
        section.link_chosen.connect(self.edit_requested)
        column.addSpacing(4)
        column.addWidget(section)
        text = told.chapter.text
        if text:
            column.addWidget(label(text, "read", inside, wrapped=True))
        else:
            column.addWidget(label(self.tr("No text yet."), "secondary", inside))

    def _changes(self, column: QVBoxLayout, inside: QWidget, told: ChapterTold) -> None:
        changing = [each for each in told.pointing if each.was or each.change]
        if not changing:
            return
        column.addSpacing(4)
        remark = str(len(changing))
        column.addWidget(Section(self.tr("What answers change here"), inside, remark=remark))
        for each in changing[:_MOST_CHANGES]:
            self._change(column, inside, each)

    def _change(self, column: QVBoxLayout, inside: QWidget, each: Pointing) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        link = button(each.code, "link", parent=inside)
        link.clicked.connect(partial(self._go, each))
        line.addWidget(link)
        line.addWidget(label(each.title, "secondary", inside, elided=True), 1)
        column.addLayout(line)
        was, now = word_diff.compared(each.was, each.change)
        for side, pieces in (("was", was), ("now", now)):
            name = self.tr("Was") if side == "was" else self.tr("Becomes")
            row = QHBoxLayout()
            row.setSpacing(0)
            words = label(name, "secondary", inside)
            words.setFixedWidth(56)
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            text = DiffText("was" if side == "was" else "now", inside)
            text.show_pieces(pieces or [word_diff.Piece("–", changed=False)])
            row.addWidget(text, 1)
            column.addLayout(row)

    def _show_pointing(self, told: ChapterTold) -> None:
        count = len(told.pointing)
        self._below.setVisible(count > 0)
        self._pointing_title.set_remark(str(count))
        self.rows.show_marked([_row(each, told) for each in told.pointing])

    def _go(self, each: Pointing) -> None:
        page = "bundles" if each.kind == "bundle" else "answers"
        self.go_requested.emit(Place(page, record=each.id))

    @Slot(int)
    def _on_opened(self, row: int) -> None:
        if self._told is not None and row < len(self._told.pointing):
            self._go(self._told.pointing[row])

    @Slot()
    def _on_whole_history(self) -> None:
        self._whole_history = True


def _row(each: Pointing, told: ChapterTold) -> tuple[tuple[str, str, str], Mark]:
    icon, role = SIGNS.get(each.status, ("circle-dashed", "OPN"))
    known = told.statuses.get(each.status, each.status)
    words = language.say(SHORT_STATUS[each.status]) if each.status in SHORT_STATUS else known
    return (each.code, each.title, words), Mark(icon, role)
