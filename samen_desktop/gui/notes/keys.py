"""The keys of Notuleren in one table: used by the line, shown in menus and in the help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_COUNTED = _CTRL | _SHIFT | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Doing(Protocol):
    """What keys may ask of the page."""

    def enter(self) -> None: ...
    def split(self) -> None: ...
    def delete(self) -> None: ...
    def take_back(self) -> None: ...
    def step_out(self) -> None: ...
    def take_recent(self, slot: int) -> None: ...
    def take_recent_speaker(self, slot: int) -> None: ...
    def choose(self, what: Literal["theme", "speaker", "table"]) -> None: ...
    def step_agenda(self, by: int) -> None: ...
    def toggle_projector(self) -> None: ...


class Walking(Protocol):
    """What keys may ask of the items that are there."""

    def walk(self, by: int) -> None: ...
    def join(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Binding:
    """A key and what it does; `text` is empty for keys that need no entry of their own."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier
    do: Callable[[], None]
    text: str = ""


class Keys:
    """Looks keys up."""

    def __init__(self, found: Sequence[Binding]) -> None:
        self._found = {(each.key, each.modifiers): each for each in found}

    def use(self, event: QKeyEvent) -> bool:
        """Do what belongs to a key. False where nothing does."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Enter:
            key = Qt.Key.Key_Return
        binding = self._found.get((key, event.modifiers() & _COUNTED))
        if binding is None:
            return False
        binding.do()
        return True

    def actions(self, parent: QObject) -> list[QAction]:
        """Menu entries that show the key; the key itself goes by `use`."""
        made = []
        for each in self._found.values():
            if each.text:
                action = QAction(each.text, parent)
                action.setShortcut(QKeySequence(QKeyCombination(each.modifiers, each.key)))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.triggered.connect(each.do)
                made.append(action)
        return made


def bindings(page: Doing, items: Walking) -> Keys:
    """All keys of Notuleren."""
    found = [
        Binding(Qt.Key.Key_Return, _NONE, page.enter),
        Binding(Qt.Key.Key_Return, _CTRL, page.enter),
        Binding(Qt.Key.Key_Escape, _NONE, page.step_out),
        Binding(Qt.Key.Key_Z, _CTRL, page.take_back),
        Binding(
            Qt.Key.Key_Up,
            _NONE,
            partial(items.walk, -1),
            QCoreApplication.translate("Keys", "Edit the previous item"),
        ),
        Binding(Qt.Key.Key_Down, _NONE, partial(items.walk, 1)),
        Binding(Qt.Key.Key_Up, _CTRL, partial(items.walk, -1)),
        Binding(Qt.Key.Key_Down, _CTRL, partial(items.walk, 1)),
        Binding(
            Qt.Key.Key_Return,
            _CTRL | _SHIFT,
            page.split,
            QCoreApplication.translate("Keys", "Split at the cursor"),
        ),
        Binding(
            Qt.Key.Key_J,
            _CTRL,
            items.join,
            QCoreApplication.translate("Keys", "Join with the previous item"),
        ),
        Binding(
            Qt.Key.Key_Delete,
            _CTRL,
            page.delete,
            QCoreApplication.translate("Keys", "Delete the item"),
        ),
        Binding(
            Qt.Key.Key_F2,
            _NONE,
            partial(page.choose, "theme"),
            QCoreApplication.translate("Keys", "Theme that stays"),
        ),
        Binding(
            Qt.Key.Key_F3,
            _NONE,
            partial(page.choose, "speaker"),
            QCoreApplication.translate("Keys", "Speaker that stays"),
        ),
        Binding(
            Qt.Key.Key_F4,
            _NONE,
            partial(page.choose, "table"),
            QCoreApplication.translate("Keys", "Table that stays"),
        ),
        Binding(
            Qt.Key.Key_PageDown,
            _CTRL,
            partial(page.step_agenda, 1),
            QCoreApplication.translate("Keys", "Next agenda item"),
        ),
        Binding(
            Qt.Key.Key_PageUp,
            _CTRL,
            partial(page.step_agenda, -1),
            QCoreApplication.translate("Keys", "Previous agenda item"),
        ),
        Binding(
            Qt.Key.Key_F9,
            _NONE,
            page.toggle_projector,
            QCoreApplication.translate("Keys", "Screen without names"),
        ),
    ]
    found += [
        Binding(Qt.Key(int(Qt.Key.Key_1) + slot), _CTRL, partial(page.take_recent, slot))
        for slot in range(9)
    ]
    found += [
        Binding(Qt.Key(int(Qt.Key.Key_1) + slot), _ALT, partial(page.take_recent_speaker, slot))
        for slot in range(9)
    ]
    return Keys(found)
