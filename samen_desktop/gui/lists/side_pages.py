"""Two questions a list asks on its own page, not in a box: which record stays, what goes along.

Both show what will happen before anything is written; both can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import ListRow
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.term_box import TermBox

_SHOWN = 12
_SEVERAL = {"input": Words("inbrengen", "inputs")}


class Question(QWidget):
    """A page with a title, what there is to see, and a footer. Signals: `left()`."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Measure.MARGIN, 16, Measure.MARGIN, 16)
        self._column.setSpacing(10)
        self._footer = QHBoxLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self, title: str) -> None:
        self._column.addWidget(Section(title, self, large=True))

    def _close_off(self) -> None:
        """The footer last, with the way back in it."""
        back = button(self.tr("Back"), "outlined", keys=self.tr("Esc"), parent=self)
        back.clicked.connect(self.left)
        self._footer.insertWidget(0, back)
        self._footer.addStretch(1)
        self._column.addLayout(self._footer)
        self._column.addStretch(1)


class JoinPage(Question):
    """Which of the chosen records stays. Signals: `join_requested(bytes)` with its id."""

    join_requested = Signal(bytes)

    def __init__(
        self,
        rows: Sequence[ListRow],
        belongs: Mapping[bytes, Mapping[str, int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._begin(self.tr("Join"))
        self._rows = rows
        self._belongs = belongs
        self._group = QButtonGroup(self)
        explain = self.tr("Choose which one stays. The others are read as that one from then on.")
        self._column.addWidget(label(explain, "secondary", self, wrapped=True))
        for at, row in enumerate(rows):
            choice = QRadioButton(" ".join(filter(None, row.cells[:2])).replace("&", "&&"), self)
            choice.setAccessibleName(" ".join(filter(None, row.cells[:2])))
            self._group.addButton(choice, at)
            self._column.addWidget(choice)
        self._preview = label("", "read", self, wrapped=True)
        self._column.addWidget(self._preview)
        join = button(self.tr("Join"), "outlined", "git-merge", parent=self)
        join.clicked.connect(self._on_join)
        self._footer.addWidget(join)
        self._close_off()
        self._group.idToggled.connect(self._on_toggled)
        buttons = self._group.buttons()
        if buttons:
            buttons[0].setChecked(True)

    def focus_first(self) -> None:
        """Have the first choice ready for the keyboard."""
        self._group.buttons()[0].setFocus()

    def preview(self) -> str:
        """What will happen, in one sentence."""
        return self._preview.text()

    @Slot()
    def _on_toggled(self) -> None:
        at = self._group.checkedId()
        if at < 0:
            return
        stays = " ".join(filter(None, self._rows[at].cells[:2]))
        counts: dict[str, int] = {}
        for place, row in enumerate(self._rows):
            for kind, count in self._belongs.get(row.id, {}).items() if place != at else ():
                counts[kind] = counts.get(kind, 0) + count
        told = [f"{count} {language.say(_counted(kind, count))}" for kind, count in counts.items()]
        along = ", ".join(told).lower() or self.tr("nothing else")
        text = self.tr("%1 stays. Goes along from the others: %2. Undo takes it back.")
        self._preview.setText(text.replace("%1", stays).replace("%2", along))

    @Slot()
    def _on_join(self) -> None:
        self.join_requested.emit(self._rows[self._group.checkedId()].id)


class DeletePage(Question):
    """Sessions that have inputs: move those, or delete them along.

    Signals: `delete_requested(object)` with the id of the session they move to, or None to let
    them go along.
    """

    delete_requested = Signal(object)

    def __init__(
        self,
        inputs: Sequence[tuple[bytes, str, str]],
        sessions: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._begin(self.tr("Delete"))
        text = self.tr("%n inputs belong to what you delete.", "", len(inputs))
        self._column.addWidget(label(text, "read", self))
        for _, code, words in inputs[:_SHOWN]:
            line = QHBoxLayout()
            name = label(code, "strong", self)
            name.setFixedWidth(80)
            line.addWidget(name)
            line.addWidget(label(words, "body", self, elided=True), 1)
            self._column.addLayout(line)
        if len(inputs) > _SHOWN:
            more = self.tr("and %n more", "", len(inputs) - _SHOWN)
            self._column.addWidget(label(more, "secondary", self))
        self._to = TermBox(self.tr("Move the inputs to"), self)
        self._to.set_terms(sessions, empty=self.tr("choose a session"))
        self._to.code_changed.connect(self._on_chosen)
        self._to.setMaximumWidth(480)
        self._column.addWidget(self._to)
        self._move = button(self.tr("Move the inputs, delete"), "outlined", parent=self)
        self._move.setEnabled(False)
        self._move.clicked.connect(self._on_move)
        along = button(self.tr("Delete the inputs too"), "outlined", "trash-2", parent=self)
        along.clicked.connect(self._on_along)
        self._footer.addWidget(self._move)
        self._footer.addWidget(along)
        self._close_off()

    def focus_first(self) -> None:
        """Have the choice of a session ready for the keyboard."""
        self._to.setFocus()

    @Slot(str)
    def _on_chosen(self, code: str) -> None:
        self._move.setEnabled(bool(code))

    @Slot()
    def _on_move(self) -> None:
        self.delete_requested.emit(bytes.fromhex(self._to.code()))

    @Slot()
    def _on_along(self) -> None:
        self.delete_requested.emit(None)


def _counted(kind: str, count: int) -> Words:
    """What so many records are called: a page full is `inbreng`, two of them are `inbrengen`."""
    if count == 1:
        return KINDS[kind].words
    return _SEVERAL.get(kind, KINDS[kind].words_plural)
