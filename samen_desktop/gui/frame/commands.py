"""The table of the window's commands: name, words, shortcut, icon, and in which menu they stand.

Who does their work is told elsewhere; the pages bring commands of their own.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject


class Command(NamedTuple):
    """One command. `round`: only with a round open; `start_keys`: its shortcut while none is."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    round: bool = True
    start_keys: str = ""
    group: str = ""


SEPARATOR = Command("", "")


class CommandTable(QObject):
    """The commands of each menu, in the language that stands. `&` marks the letter for Alt."""

    def file(self) -> tuple[Command, ...]:
        return (
            Command(
                "new",
                self.tr("&New round…"),
                "Ctrl+Shift+B",
                "file-plus",
                False,
                start_keys="Ctrl+N",
            ),
            Command("open", self.tr("&Open…"), "Ctrl+O", "folder-open", False),
            Command(
                "demo",
                self.tr("&Demo round"),
                "Ctrl+Shift+D",
                "graduation-cap",
                False,
                start_keys="Ctrl+D",
            ),
            SEPARATOR,
            Command("save_as", self.tr("Save &as…"), "Ctrl+Shift+S"),
            Command("give_copy", self.tr("&Give a copy…"), "Ctrl+Shift+G"),
            Command("merge", self.tr("&Merge…"), "Ctrl+M", "git-merge"),
            SEPARATOR,
            Command("read_in", self.tr("Read &in a file…"), "Ctrl+Shift+I", "table-2"),
            Command("hand_out", self.tr("Overview to &Excel…"), "Ctrl+Shift+E", "file-spreadsheet"),
            SEPARATOR,
            Command("back_up", self.tr("Make a &backup"), "Ctrl+Shift+K", "hard-drive"),
            Command(
                "restore", self.tr("Res&tore a backup…"), "Ctrl+Shift+T", "archive-restore", False
            ),
            Command(
                "salvage", self.tr("Sal&vage a damaged file…"), "Ctrl+Shift+H", "file-check", False
            ),
            SEPARATOR,
            Command("close_round", self.tr("&Close round"), "Ctrl+W"),
            Command("quit", self.tr("&Quit"), "Ctrl+Q", round=False),
        )

    def edit(self) -> tuple[Command, ...]:
        return (
            Command("undo", self.tr("&Undo"), "Ctrl+Z", "undo-2"),
            Command("redo", self.tr("&Redo"), "Ctrl+Y", "redo-2"),
            SEPARATOR,
            Command("cut", self.tr("Cu&t\tCtrl+X")),
            Command("copy", self.tr("&Copy\tCtrl+C")),
            Command("paste", self.tr("&Paste\tCtrl+V")),
            SEPARATOR,
            Command("palette", self.tr("Search &everything"), "Ctrl+K", "search"),
            Command("deleted", self.tr("&Deleted…"), "Ctrl+Shift+Del", "trash-2"),
        )

    def view(self) -> tuple[Command, ...]:
        return (
            Command("scheme_light", self.tr("&Light"), "Ctrl+Shift+1", round=False, group="scheme"),
            Command("scheme_dark", self.tr("&Dark"), "Ctrl+Shift+2", round=False, group="scheme"),
            Command(
                "scheme_system",
                self.tr("As the &system"),
                "Ctrl+Shift+3",
                round=False,
                group="scheme",
            ),
            SEPARATOR,
            Command(
                "language_nl", self.tr("&Nederlands"), "Ctrl+Shift+4", round=False, group="language"
            ),
            Command(
                "language_en", self.tr("&English"), "Ctrl+Shift+5", round=False, group="language"
            ),
        )

    def help(self) -> tuple[Command, ...]:
        return (
            Command("help", self.tr("&Help"), "F1", "circle-question-mark", False),
            Command("shortcuts", self.tr("&Shortcuts"), "Ctrl+F1", "hash", False),
            Command("about", self.tr("&Info"), "Ctrl+Shift+F1", "info", False),
        )

    def go(self) -> tuple[Command, ...]:
        return (
            Command("notes", self.tr("&Take notes"), "Ctrl+Shift+N", "mic"),
            SEPARATOR,
            Command("back", self.tr("&Back"), "Alt+Left"),
            Command("forward", self.tr("&Forward"), "Alt+Right"),
        )
