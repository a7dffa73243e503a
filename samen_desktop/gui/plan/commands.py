"""The commands of the page of the plan, with their shortcuts: for its menu and for Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from samen_desktop.gui import icons


class Doing(Protocol):
    """What can be wished on the page."""

    def type_after(self) -> None: ...
    def type_before(self) -> None: ...
    def type_under(self) -> None: ...
    def change_cell(self) -> None: ...
    def open_chapter(self) -> None: ...
    def move(self, way: str) -> None: ...
    def delete_chapter(self) -> None: ...
    def make_version(self) -> None: ...
    def open_version(self) -> None: ...
    def delete_version(self) -> None: ...
    def read_version(self) -> None: ...
    def look_again(self) -> None: ...


class PlanCommands(QObject):
    """The commands. Those of the outline's own keys listen only while it has the keyboard."""

    def __init__(self, doing: Doing, page: QWidget, outline: QWidget) -> None:
        super().__init__(page)
        self._page, self._outline = page, outline
        tree, whole = Qt.ShortcutContext.WidgetShortcut, None
        self.after = self._made(
            self.tr("New chapter after"), "Ctrl+N", "plus", doing.type_after, whole
        )
        self.before = self._made(
            self.tr("New chapter before"), "Ctrl+B", "", doing.type_before, tree
        )
        self.under = self._made(self.tr("New chapter under"), "Ctrl+U", "", doing.type_under, tree)
        self.change = self._made(
            self.tr("Change in place"), "F2", "pen-line", doing.change_cell, tree
        )
        self.open = self._made(self.tr("Open chapter\tEnter"), "", "", doing.open_chapter, tree)
        # Elsewhere Alt with an arrow goes back and forward: the outline hears these by itself.
        self.moves = [
            self._made(text, "", "", _Moved(doing, way), tree)
            for text, way in (
                (self.tr("Move up\tAlt+↑"), "up"),
                (self.tr("Move down\tAlt+↓"), "down"),
                (self.tr("Move in\tAlt+→"), "in"),
                (self.tr("Move out\tAlt+←"), "out"),
            )
        ]
        self.delete = self._made(
            self.tr("Delete chapter"), "Del", "trash-2", doing.delete_chapter, tree
        )
        self.version = self._made(
            self.tr("New version by hand"), "Ctrl+Shift+V", "file-plus", doing.make_version, whole
        )
        self.about = self._made(
            self.tr("About this version"), "Ctrl+Shift+A", "", doing.open_version, whole
        )
        self.drop = self._made(
            self.tr("Delete version"), "", "trash-2", doing.delete_version, whole
        )
        self.read = self._made(
            self.tr("Read in a version…"), "Ctrl+Shift+L", "table-2", doing.read_version, whole
        )
        self.look = self._made(
            self.tr("Look at places again"), "Ctrl+Shift+R", "repeat-2", doing.look_again, whole
        )

    def all(self) -> list[QAction]:
        """In the order of the menu."""
        chapter = [self.after, self.before, self.under, self.change, self.open, *self.moves]
        return [*chapter, self.delete, self.read, self.version, self.about, self.drop, self.look]

    def of_chapter(self) -> list[QAction]:
        """Those that need a chapter to be current."""
        return [self.before, self.under, self.change, self.open, *self.moves, self.delete]

    def _made(
        self,
        text: str,
        keys: str,
        icon: str,
        does: Callable[[], None],
        context: Qt.ShortcutContext | None,
    ) -> QAction:
        made = QAction(text, self)
        if icon:
            icons.put(made, icon)
        if keys:
            made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(context or Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(does)
        (self._page if context is None else self._outline).addAction(made)
        return made


class _Moved:
    """Moving one way, as something a command can do."""

    def __init__(self, doing: Doing, way: str) -> None:
        self._doing, self._way = doing, way

    def __call__(self) -> None:
        self._doing.move(self._way)
