"""The right pane: the answer of the current item, the steps it goes, and the footer to go on.

Fields are saved as they are left. A key that is pressed is safe within a second: half-typed text is
kept beside the round until its field is saved, and stands in the field again when one comes back.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.answers import APPROVED, PUBLISHED
from samen_desktop.core.desk import DeskItem
from samen_desktop.core.fields import Scalar
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Hairline

from .answer_form import STATUS, AnswerForm
from .steps import Steps
from .work import Told

_TITLED = 430


class AnswerPane(QWidget):
    """The pane.

    Signals: `save_requested(object)` with fields to be written; `typed(str, str)` with a field and
    what stands there; `state_requested(str)` with the state an answer is to get;
    `step_requested(int)`.
    """

    save_requested = Signal(object)
    typed = Signal(str, str)
    state_requested = Signal(str)
    step_requested = Signal(int)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: DeskItem | None = None
        self.form = AnswerForm(bridge, self)
        self.steps = Steps(self)
        self._title = label(self.tr("Answer"), "section", self)
        self._open = label("", "secondary", self)
        self._number = label("", "read", self)
        self._next = button("", "primary", parent=self)
        self._scroll = ScrollPane(self, steady=True)
        self._lay_out()
        self.form.typed.connect(self._on_typed)
        self.form.changed.connect(self._on_changed)
        self.steps.wanted.connect(self.state_requested)
        self._next.clicked.connect(self._on_next)

    def show_told(self, told: Told) -> list[str]:
        """Show an item. Returns fields in which half-typed text of before stands again."""
        other = self.item is None or self.item.id != told.item.id
        self.item = told.item
        self.steps.show_state(told.item.state)
        self.form.show_told(told, other=other)
        back = self.form.put_typed(told.typed) if other else []
        if other:
            self._scroll.verticalScrollBar().setValue(0)
        self._tell()
        return back

    def show_number(self, number: int, shown: int) -> None:
        """`48 van 96`."""
        locale = self.locale()
        text = self.tr("%1 of %2").replace("%1", locale.toString(number))
        self._number.setText(text.replace("%2", locale.toString(shown)) if number else "")

    def let_go(self) -> None:
        """Hand over what is not saved; nothing is current any more."""
        self.commit()
        self.item = None

    def commit(self) -> None:
        """Hand over what was changed and not saved yet."""
        if self.item is None:
            return
        changes = self.form.changes()
        if changes:
            self.form.saved(changes)
            self.save_requested.emit(changes)

    def lacking(self) -> Mapping[str, str]:
        """What keeps the answer from being approved, by field."""
        return self.form.lacking()

    def focus_first(self) -> None:
        """Have the answer ready for the keyboard."""
        self.form.widget(STATUS).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_on(self, name: str) -> None:
        """Go to a field."""
        field = self.form.widget(name)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is no room for both, the steps tell well enough what this is.
        self._title.setVisible(self.width() >= _TITLED)

    def _tell(self) -> None:
        """Say in the footer what is still open, and what comes next."""
        state = self.item.state if self.item is not None else ""
        count = len(self.form.lacking())
        done = state in {APPROVED, PUBLISHED}
        self._open.setText(self.tr("%n rule(s) open", "", count) if count and not done else "")
        if state == APPROVED:
            words, keys = self.tr("Publish"), "Ctrl+Shift+P"
        elif state == PUBLISHED:
            words, keys = self.tr("New version"), "Ctrl+Shift+R"
        else:
            words, keys = self.tr("Approve"), "Ctrl+Enter"
        self._next.setText(words)
        self._next.set_keys(keys)
        self._next.setEnabled(done or not count)

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        self._tell()
        self.typed.emit(name, self.form.text_of(name))

    @Slot(str)
    def _on_changed(self, _: str) -> None:
        self._tell()
        self.commit()

    @Slot()
    def _on_next(self) -> None:
        state = self.item.state if self.item is not None else ""
        wanted = {APPROVED: PUBLISHED, PUBLISHED: "CONCEPT"}.get(state, APPROVED)
        self.state_requested.emit(wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, Measure.ICON, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self.steps)
        inside = QWidget(self._scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 4, Measure.MARGIN, 12)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll.hold(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Hairline(self))
        whole.addWidget(self._footer())

    def _footer(self) -> QWidget:
        foot = QWidget(self)
        foot.setMinimumHeight(theme.current().height(Measure.FOOTER))
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 4, Measure.MARGIN, 4)
        row.setSpacing(Measure.HALF)
        for icon, by, name in (
            ("arrow-up", -1, self.tr("Previous")),
            ("arrow-down", 1, self.tr("Next")),
        ):
            made = button("", "flat", icon, parent=foot)
            made.setAccessibleName(name)
            made.clicked.connect(self._on_up if by < 0 else self._on_down)
            row.addWidget(made)
        row.addWidget(self._number)
        row.addStretch(1)
        row.addWidget(self._open)
        row.addSpacing(Measure.GRID)
        row.addWidget(self._next)
        return foot

    @Slot()
    def _on_up(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _on_down(self) -> None:
        self.step_requested.emit(1)


Changes = Mapping[str, Scalar]
"""Fields to be written, by log name."""
