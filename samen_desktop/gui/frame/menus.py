"""The menus: every command of the window, shown where it can be done.

Who does the work of a command is told by `wire`; a command nobody does is not shown. Undo and redo
name the edit they would take back. Ctrl+Z belongs to the focused editor while that has something
of its own to undo.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from samen_desktop.gui import icons
from samen_desktop.gui.bridge import StepsStatus
from samen_desktop.gui.language import say

from .commands import SEPARATOR, Command, CommandTable

if TYPE_CHECKING:
    from .places import Station

Commands = Callable[[], Sequence[QAction]]


class Menus(QObject):
    """Fills a menu bar and knows every command by name."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._bar = bar
        table = CommandTable()
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._open = False
        self._file = self._menu(self.tr("&File"), table.file())
        self.recent = QMenu(self.tr("&Recent"), bar)
        self._file.insertMenu(self._actions["demo"], self.recent)
        self._edit = self._menu(self.tr("&Edit"), table.edit())
        self._view = self._menu(self.tr("&View"), table.view())
        self._go = self._menu(self.tr("&Go to"), table.go())
        self._page: QMenu | None = None
        self._page_commands: Commands | None = None
        self._help = self._menu(self.tr("&Help"), table.help())
        self.show_open(is_open=False)

    def action(self, name: str) -> QAction:
        """The action of a command. Raises KeyError for a command there is not."""
        return self._actions[name]

    def wire(self, name: str, does: Callable[[], object]) -> None:
        """Let a command do this; from now on it is shown. Raises KeyError."""
        action = self._actions[name]
        action.setData(does)
        action.triggered.connect(self._on_triggered)
        self._fit(name)

    def all_actions(self) -> list[QAction]:
        """Commands that can be chosen now, in the order of the menus, those of the page first."""
        own = self._page_commands() if self._page_commands is not None else ()
        known = [*own, *self._actions.values()]
        return [each for each in known if _can_be_chosen(each)]

    def show_stations(self, stations: Sequence[Station], go: Callable[[str], None]) -> None:
        """Put the pages in the menu Go to, with Alt+1 and so on. Asked for once."""
        before = self._actions["notes"]
        for at, station in enumerate(stations, 1):
            action = QAction(say(station.words), self)
            action.setShortcut(QKeySequence(f"Alt+{at}"))
            action.setObjectName(f"go_{station.name}")
            action.setData(partial(go, station.name))
            action.triggered.connect(self._on_triggered)
            self._actions[f"go_{station.name}"] = action
            self._commands[f"go_{station.name}"] = Command("", "", icon=station.icon)
            self._go.insertAction(before, action)
        self._go.insertSeparator(before)
        self._show_fitting()

    def show_page(self, title: str, commands: Commands | None) -> None:
        """The menu that carries the name of the page, with its own commands; None for no menu."""
        if self._page is not None:
            self._bar.removeAction(self._page.menuAction())
            self._page.deleteLater()
            self._page = None
        self._page_commands = commands
        if commands is not None and commands():
            self._page = QMenu(title, self._bar)
            self._page.aboutToShow.connect(self._fill_page_menu)
            self._bar.insertMenu(self._help.menuAction(), self._page)
            self._fill_page_menu()

    def show_open(self, *, is_open: bool) -> None:
        """Show what fits: with a round open, or on the start screen."""
        self._open = is_open
        self._show_fitting()

    @Slot(object)
    def show_steps(self, steps: StepsStatus) -> None:
        """Undo and redo by the name of the edit they would take back."""
        for name, words, plain, named in (
            ("undo", steps.undo, self.tr("&Undo"), self.tr("&Undo: %1")),
            ("redo", steps.redo, self.tr("&Redo"), self.tr("&Redo: %1")),
        ):
            shown = plain if words is None else named.replace("%1", say(words))
            self._actions[name].setText(shown)

    def check(self, name: str) -> None:
        """Mark the one of its group that stands."""
        self._actions[name].setChecked(True)

    def _menu(self, title: str, commands: Sequence[Command]) -> QMenu:
        menu = QMenu(title, self._bar)
        menu.setToolTipsVisible(False)
        menu.aboutToShow.connect(self._on_menu_opening)
        self._bar.addMenu(menu)
        for command in commands:
            if command is SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._made(command))
        return menu

    def _made(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.name)
        action.setShortcut(QKeySequence(command.keys))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if command.group:
            action.setCheckable(True)
            group = self._groups.setdefault(command.group, QActionGroup(self))
            group.addAction(action)
        self._commands[command.name] = command
        self._actions[command.name] = action
        return action

    def _show_fitting(self) -> None:
        for name in self._actions:
            self._fit(name)
        self.recent.menuAction().setVisible(not self.recent.isEmpty())
        for menu in (self._edit, self._go):
            menu.menuAction().setVisible(self._open)

    def _fit(self, name: str) -> None:
        """Hide a command that cannot be done here; a hidden one hears no shortcut."""
        action, command = self._actions[name], self._commands[name]
        fits = action.data() is not None and (self._open or not command.round)
        action.setVisible(fits)
        action.setEnabled(fits)
        if command.start_keys:
            keys = command.keys if self._open else command.start_keys
            action.setShortcut(QKeySequence(keys))

    @Slot()
    def _on_menu_opening(self) -> None:
        """Icons are drawn when they are first seen; lines stand only between commands."""
        menu = self.sender()
        if not isinstance(menu, QMenu):
            return
        for action in menu.actions():
            command = self._commands.get(action.objectName())
            if command is not None and command.icon and action.icon().isNull():
                icons.put(action, command.icon)
            elif action.isSeparator():
                action.setVisible(_parts_something(menu, action))

    @Slot()
    def _fill_page_menu(self) -> None:
        """A page may offer other commands from one tab to the next."""
        if self._page is not None and self._page_commands is not None:
            wanted = list(self._page_commands())
            if self._page.actions() != wanted:
                for old in self._page.actions():
                    self._page.removeAction(old)
                self._page.addActions(wanted)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            does = action.data()
            does()


def _can_be_chosen(action: QAction) -> bool:
    return action.isVisible() and action.isEnabled() and not action.isSeparator()


def _parts_something(menu: QMenu, separator: QAction) -> bool:
    """Whether a visible command stands between this line and the next, or before it."""
    rows = menu.actions()
    at = rows.index(separator)
    for each in rows[at + 1 :]:
        if each.isSeparator():
            break
        if each.isVisible():
            return any(before.isVisible() and not before.isSeparator() for before in rows[:at])
    return False
