"""The strip under a list: how many rows are chosen, and what can be done with all of them at once.

Setting a field for many opens its editor in the strip itself; no menu, no box.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.fields import Field, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, ListSpec
from samen_desktop.gui import language
from samen_desktop.gui.forms.editors import AnyEditor, ChoiceEditor, editor_of
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import Button, button, command_button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.states import set_state


class SelectionStrip(QWidget):
    """The strip.

    Signals: `field_wanted(str)` when the editor of a field is asked for; `set_requested(str,
    object)` with log field name and value for all chosen rows; `left()` when Esc goes back.
    """

    field_wanted = Signal(str)
    set_requested = Signal(str, object)
    left = Signal()

    def __init__(
        self, spec: ListSpec, commands: Sequence[QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spec = spec
        self._count = 0
        self._gives_way = False
        self._field: Field | None = None
        self._editor: AnyEditor | None = None
        self._in_menu: list[Button] = []
        self.setMinimumHeight(Measure.STRIP)
        self._chosen = label("", "secondary", self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._buttons(commands))
        self._form = QWidget(self)
        self._line = QHBoxLayout(self._form)
        self._line.setContentsMargins(Measure.MARGIN, 4, Measure.MARGIN, 4)
        self._title = label("", "secondary", self._form)
        self._problem = label("", "error", self._form, elided=True)
        self._apply = button(self.tr("Apply"), "outlined", "check", parent=self._form)
        self._apply.clicked.connect(self._on_apply)
        back = button(self.tr("Cancel"), "flat", keys=self.tr("Esc"), parent=self._form)
        back.clicked.connect(self._on_back)
        for widget in (self._title, self._problem, self._apply, back):
            self._line.addWidget(widget, 1 if widget is self._problem else 0)
        self._stack.addWidget(self._form)

    def show_count(self, count: int) -> None:
        """Say how many rows are chosen; without any the strip goes."""
        self._count = count
        self._chosen.setText(self.tr("%n chosen", "", count))
        self.setVisible(count > 0 and not self._gives_way)
        if count == 0:
            self._stack.setCurrentIndex(0)

    def add_command(self, command: QAction) -> None:
        """Give a command a button before those of the list, which give way to it."""
        made = command_button(command, "flat", parent=self._row.parentWidget())
        self._in_menu.append(made)
        self._row.insertWidget(2, made)

    def give_way(self, *, on: bool) -> None:
        """Be away while something else stands in its place."""
        self._gives_way = on
        self.show_count(self._count)

    def open_editor(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Show the editor of a field for all chosen rows."""
        self._field = KINDS[self._spec.kind].field(name)
        if self._editor is not None:
            self._line.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        one = self._field
        if one.type is Type.MEMBERS:
            # A set gets one member more on all rows; taking members out is done per row.
            self._editor = ChoiceEditor(one, self._form)
        else:
            self._editor = editor_of(one, self._form)
        self._editor.setMinimumWidth(240)
        if isinstance(self._editor, ChoiceEditor):
            self._editor.set_choices(choices)
        self._line.insertWidget(1, self._editor)
        self._title.setText(
            self.tr("%1 for %n rows:", "", self._count).replace("%1", language.say(one.words))
        )
        self._problem.setText("")
        self._stack.setCurrentIndex(1)
        self._editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._field is not None:
            self._on_apply()
        else:
            super().keyPressEvent(event)

    def _buttons(self, commands: Sequence[QAction]) -> QWidget:
        row = QWidget(self)
        line = self._row = QHBoxLayout(row)
        line.setContentsMargins(Measure.MARGIN, 4, Measure.GRID, 4)  # flat buttons bring air
        line.setSpacing(Measure.HALF)
        line.addWidget(self._chosen)
        line.addStretch(1)
        if self._spec.kind != DELETED:
            for name in self._spec.bulk:
                field = KINDS[self._spec.kind].field(name)
                made = button(language.say(field.words), "flat", parent=row)
                made.clicked.connect(partial(self.field_wanted.emit, name))
                line.addWidget(made)
        for command in commands:
            made = command_button(command, "flat", parent=row)
            self._in_menu.append(made)
            line.addWidget(made)
        return row

    def minimumSizeHint(self) -> QSize:
        """Room for the fields alone: the commands stand in the menu too."""
        least = super().minimumSizeHint()
        taken = sum(
            each.minimumSizeHint().width() + Measure.HALF
            for each in self._in_menu
            if not each.isHidden()
        )
        return QSize(least.width() - taken, least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out commands, the first one first, until all that stays can be read."""
        room = self.width() - self.minimumSizeHint().width()
        for each in reversed(self._in_menu):
            room -= each.minimumSizeHint().width() + Measure.HALF
            each.setVisible(room >= 0)

    @Slot()
    def _on_apply(self) -> None:
        if self._field is None or self._editor is None:
            return
        try:
            value = self._editor.value()
        except NotAValueError as error:
            self._problem.setText(language.say(error.words))
            set_state(self._editor, "error")
            return
        field = self._field
        self._stack.setCurrentIndex(0)
        if field.type is not Type.MEMBERS:
            self.set_requested.emit(field.name, value)
        elif value is not None:
            self.set_requested.emit(f"{field.name}/{value}", 1)
        self.left.emit()

    @Slot()
    def _on_back(self) -> None:
        self._stack.setCurrentIndex(0)
        self.left.emit()
