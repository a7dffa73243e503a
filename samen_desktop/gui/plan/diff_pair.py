"""A chapter as it was and as it is, side by side, with the words that changed marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samen_desktop.core import word_diff
from samen_desktop.core.outlines import Heading
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.diff_text import DiffText
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane

_TOP = Qt.AlignmentFlag.AlignTop


class DiffPair(ScrollPane):
    """Two columns that scroll together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # long chapters are read with the arrows
        self.setAccessibleName(self.tr("Was and is"))
        inside = QWidget()
        self.was, self.now = DiffText("was", inside), DiffText("now", inside)
        self._was_title = label("", "secondary", inside, wrapped=True)
        self._now_title = label("", "secondary", inside, wrapped=True)
        self._note = label("", "secondary", inside, wrapped=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Measure.MARGIN)
        grid.setVerticalSpacing(6)
        grid.addWidget(self._was_title, 0, 0, _TOP)
        grid.addWidget(self._now_title, 0, 1, _TOP)
        grid.addWidget(self.was, 1, 0)
        grid.addWidget(self.now, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Measure.GRID, 0)
        column.addWidget(self._note)
        column.addLayout(grid)
        column.addStretch(1)
        self.hold(inside)
        self.show_none()

    def show_none(self, note: str = "") -> None:
        """Nothing is compared."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        for each in (self._was_title, self._now_title):
            each.setText("")
        self.was.show_pieces([])
        self.now.show_pieces([])

    def show_pair(
        self, was: Heading | None, now: Heading | None, was_title: str, now_title: str
    ) -> None:
        """Show a chapter of two versions; None where one has it not."""
        self._note.hide()
        self._was_title.setText(was_title)
        self._now_title.setText(now_title)
        before, after = word_diff.compared(_whole(was), _whole(now))
        if was is None or now is None:  # all of it is new or gone: marking it tells nothing
            before = [word_diff.Piece(each.text, changed=False) for each in before]
            after = [word_diff.Piece(each.text, changed=False) for each in after]
        self.was.show_pieces(before)
        self.now.show_pieces(after)
        self.verticalScrollBar().setValue(0)


def _whole(heading: Heading | None) -> str:
    if heading is None:
        return ""
    title = f"{heading.number}  {heading.title}".strip()
    return f"{title}\n\n{heading.text}" if heading.text else title
