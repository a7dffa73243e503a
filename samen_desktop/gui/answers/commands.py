"""The commands of the desk: words, shortcut and icon of each, for menu, Ctrl+K and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from samen_desktop.gui import icons


class DeskTable(QObject):
    """What there is to do at the desk, in the language that stands; Help shows it too."""

    def rows(self) -> tuple[tuple[str, str, str, str], ...]:
        """Name, words, shortcut and icon of each, in the order of the menu."""
        return (
            ("previous", self.tr("Previous item"), "Alt+Up", "arrow-up"),
            ("next", self.tr("Next item"), "Alt+Down", "arrow-down"),
            ("answer", self.tr("To the answer"), "Ctrl+Shift+W", "pen-line"),
            ("pile", self.tr("To the pile"), "Ctrl+Shift+L", "layers"),
            ("inputs", self.tr("To the inputs"), "Ctrl+I", "inbox"),
            ("find", self.tr("Search in the pile"), "Ctrl+F", "search"),
            ("submit", self.tr("Submit for approval"), "Ctrl+Shift+Return", "user-round"),
            ("approve", self.tr("Approve"), "Ctrl+Return", "check"),
            ("publish", self.tr("Publish"), "Ctrl+Shift+P", "globe"),
            ("draft", self.tr("Back to draft"), "Ctrl+Shift+R", "undo-2"),
            ("blocks", self.tr("Text block…"), "Ctrl+T", "table-2"),
            ("bundle", self.tr("Into a bundle"), "Ctrl+B", "layers"),
            ("take_out", self.tr("Take out of the bundle"), "Ctrl+U", "scissors"),
            ("split", self.tr("Into a bundle of their own"), "Ctrl+Shift+U", "scissors"),
            ("like", self.tr("Add the most alike"), "Ctrl+L", "plus"),
            ("oppose", self.tr("Contradicts…"), "Ctrl+E", "thumbs-down"),
            ("own_change", self.tr("Official's own change…"), "Ctrl+Shift+A", "plus"),
            ("undo_bundle", self.tr("Take the bundle apart"), "Ctrl+D", "x"),
            ("nota", self.tr("Make the nota"), "Ctrl+Shift+M", "file-text"),
        )


class DeskCommands(QObject):
    """All commands, by name. Whoever does their work says so with `wire`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._actions: dict[str, QAction] = {}
        for name, text, keys, icon in DeskTable(self).rows():
            action = QAction(text, owner)
            action.setObjectName(name)
            if keys:
                action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if icon:
                icons.put(action, icon)
            owner.addAction(action)
            self._actions[name] = action
        # Both keys that say Enter.
        for name, keys in (("approve", "Ctrl+Return"), ("submit", "Ctrl+Shift+Return")):
            enter = keys.replace("Return", "Enter")
            self._actions[name].setShortcuts([QKeySequence(enter), QKeySequence(keys)])

    def action(self, name: str) -> QAction:
        """The action of a command. Raises KeyError for a command there is not."""
        return self._actions[name]

    def wire(self, name: str, does: Callable[[], object]) -> None:
        """Let a command do this."""
        self._actions[name].triggered.connect(does)

    def all(self) -> list[QAction]:
        """All of them, in the order of the menu."""
        return list(self._actions.values())
