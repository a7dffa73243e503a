"""Saved views of a list: choose one, save what stands here now under a name, rename, delete.

A list and a field under a button; what is wrong is said in it, since no box opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.core.views import LONGEST_NAME, View
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.choice_list import ChoiceModel, ChoiceRows
from samen_desktop.gui.widgets.filter_button import ArrowButton, Choice
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.overlay import Overlay

_EDGE, _WIDTH, _MOST_ROWS = 6, 440, 10
_SIDE, _GAP, _LONGEST = 8, 6, 150
_PLAIN = ""
"""The code of the row that takes all views off; no view has an empty name."""


class ViewsButton(ArrowButton):
    """The name of the view that a list shows, with a bookmark: `Ouders, fase 1`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("kind", "flat")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_view("", changed=False)

    def show_view(self, name: str, *, changed: bool) -> None:
        """Say which view stands; `changed`: the list is no longer as it was saved."""
        told = self.tr("%1 (changed)").replace("%1", name) if changed else name
        self.label = told or self.tr("View")
        self.setAccessibleName(self.tr("View: %1").replace("%1", told) if told else self.label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 2 * _SIDE + 2 * Measure.ICON + 2 * _GAP + self._label_width()
        return QSize(width, theme.current().height(Measure.FIELD))

    def minimumSizeHint(self) -> QSize:
        """Room for the bookmark and the arrow; the name gives way."""
        return QSize(2 * _SIDE + 2 * Measure.ICON + _GAP, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        self._paint_inside(painter, current)

    def _paint_inside(self, painter: QPainter, current: theme.Theme) -> None:
        ratio, top = self.devicePixelRatioF(), (self.height() - Measure.ICON) // 2
        mark = icons.pixmap("bookmark", "text2", Measure.ICON, ratio)
        painter.drawPixmap(QPoint(_SIDE, top), mark)
        painter.setPen(current.color("text"))
        painter.setFont(current.font("body"))
        left = _SIDE + Measure.ICON + _GAP
        room = self.rect().adjusted(left, 0, -_SIDE - Measure.ICON, 0)
        if room.width() >= min(self._label_width(), 3 * Measure.ICON):
            painter.drawText(room, int(_LEFT), self._told(room.width()))
        arrow = icons.pixmap(self.arrow(), "text2", Measure.ICON, ratio)
        painter.drawPixmap(QPoint(self.width() - _SIDE - Measure.ICON, top), arrow)

    def _told(self, width: int = _LONGEST) -> str:
        metrics = QFontMetrics(theme.current().font("body"))
        return metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, min(width, _LONGEST))

    def _label_width(self) -> int:
        metrics = QFontMetrics(theme.current().font("body"))
        return metrics.horizontalAdvance(self._told()) + 2


class ViewsPopup(Overlay):
    """The list and the field.

    Signals: `shown(str)` with the name of a view to show, empty for the plain list;
    `saved(str)` with a name for what stands now; `renamed(str, str)`, `dropped(str)`,
    `made_default(str)`.
    """

    shown = Signal(str)
    saved = Signal(str)
    renamed = Signal(str, str)
    dropped = Signal(str)
    made_default = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._renaming = ""
        self._model = ChoiceModel(self)
        self._list = QListView(self)
        self._list.setAccessibleName(self.tr("Saved views"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceRows(self._list))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.installEventFilter(self)
        self._list.clicked.connect(self._on_clicked)
        self._name = QLineEdit(self)
        self._name.setMaxLength(LONGEST_NAME)
        self._name.installEventFilter(self)
        self._keep = button("", "outlined", "check", parent=self)
        self._keep.clicked.connect(self._on_keep)
        self._problem = label("", "error", self, wrapped=True)
        self._problem.hide()
        self._build()
        self._begin_saving()

    def show_views(self, views: Sequence[View], current: str) -> None:
        """Show these; `current` is the one that stands in the list."""
        default = self.tr("%1 (opens with it)")
        choices = [Choice(_PLAIN, self.tr("All rows, columns as they were"))]
        choices += [
            Choice(view.name, default.replace("%1", view.name) if view.default else view.name)
            for view in views
        ]
        self._model.show_choices(choices, frozenset({current}))
        at = max(0, self._model.row_of(current))
        self._list.setCurrentIndex(self._model.index(at, 0))
        row = theme.current().height(Measure.ROW)
        self._list.setFixedHeight(min(len(choices), _MOST_ROWS) * row + 2)
        self.resize(_WIDTH, self.sizeHint().height())

    def open_below(self, place: QPoint) -> None:
        """Show below a place on the screen; the list has the keys."""
        self.resize(_WIDTH, self.sizeHint().height())
        self.open_at(place, self._list)

    def say(self, problem: str) -> None:
        """Say what is wrong with what was typed."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.resize(_WIDTH, self.sizeHint().height())

    def name_field(self) -> QLineEdit:
        """Where a name is typed."""
        return self._name

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self._list and self._on_list_key(event):
                return True
            if watched is self._name and self._on_name_key(event):
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(6)
        column.addWidget(self._list)
        line = QHBoxLayout()
        for text, keys, does in (
            (self.tr("Rename"), "F2", self._begin_renaming),
            (self.tr("Delete"), "Del", self._on_drop),
            (self.tr("Open with it"), "Ctrl+D", self._on_default),
        ):
            made = button(text, "flat", keys=keys, parent=self)
            made.clicked.connect(does)
            line.addWidget(made)
        column.addLayout(line)
        field = QHBoxLayout()
        field.setSpacing(Measure.GRID)
        field.addWidget(self._name, 1)
        field.addWidget(self._keep)
        column.addLayout(field)
        column.addWidget(self._problem)

    def _on_list_key(self, event: QKeyEvent) -> bool:
        keys = {
            Qt.Key.Key_Return: self._on_show,
            Qt.Key.Key_Enter: self._on_show,
            Qt.Key.Key_Space: self._on_show,
            Qt.Key.Key_F2: self._begin_renaming,
            Qt.Key.Key_Delete: self._on_drop,
            Qt.Key.Key_Escape: self.leave,
        }
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        does = keys.get(Qt.Key(event.key()))
        if ctrl and event.key() == Qt.Key.Key_D:
            does = self._on_default
        elif event.key() == Qt.Key.Key_Down and self._at_end():
            does = self._name.setFocus
        if does is None:
            return False
        does()
        return True

    def _on_name_key(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_keep()
        elif event.key() == Qt.Key.Key_Escape and self._renaming:
            self._begin_saving()
            self._list.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Up:
            self._list.setFocus()
        else:
            return False
        return True

    def _at_end(self) -> bool:
        return self._list.currentIndex().row() == self._model.rowCount() - 1

    def _current(self) -> str:
        index = self._list.currentIndex()
        return self._model.code(index.row()) if index.isValid() else _PLAIN

    def _begin_saving(self) -> None:
        self._renaming = ""
        self._name.clear()
        self._name.setPlaceholderText(self.tr("name for what you see now"))
        self._name.setAccessibleName(self.tr("Name of the view"))
        self._keep.setText(self.tr("Save"))
        self.say("")

    @Slot()
    def _begin_renaming(self) -> None:
        name = self._current()
        if name == _PLAIN:
            return
        self._renaming = name
        self._name.setText(name)
        self._name.selectAll()
        self._keep.setText(self.tr("Rename"))
        self._name.setFocus()

    @Slot()
    def _on_clicked(self) -> None:
        self._on_show()

    @Slot()
    def _on_show(self) -> None:
        name = self._current()
        self.leave()
        self.shown.emit(name)

    @Slot()
    def _on_keep(self) -> None:
        if self._renaming:
            self.renamed.emit(self._renaming, self._name.text())
        else:
            self.saved.emit(self._name.text())

    def done(self) -> None:
        """What was typed was kept: the field is ready for the next."""
        self._begin_saving()
        self._list.setFocus()

    @Slot()
    def _on_drop(self) -> None:
        if self._current() != _PLAIN:
            self.dropped.emit(self._current())

    @Slot()
    def _on_default(self) -> None:
        if self._current() != _PLAIN:
            self.made_default.emit(self._current())


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
