"""Which undo is meant: the focused editor's while it has something of its own, else the round's.

Also cut, copy and paste from the menu, which go to the editor that had the focus before the menu.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from samen_desktop.gui.bridge import Bridge

Editor = QLineEdit | QPlainTextEdit | QTextEdit


class Undoing(QObject):
    """Watches which editor has the focus in a window, and sends undo and redo where they belong."""

    def __init__(self, window: QWidget, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._editor: Editor | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def editor(self) -> Editor | None:
        """The editor that has the focus, or had it before a menu took it."""
        return self._editor

    @Slot()
    def undo(self) -> None:
        if self._editor is not None and can_undo(self._editor):
            self._editor.undo()
        else:
            self._bridge.undo()

    @Slot()
    def redo(self) -> None:
        if self._editor is not None and can_redo(self._editor):
            self._editor.redo()
        else:
            self._bridge.redo()

    @Slot()
    def cut(self) -> None:
        if self._editor is not None:
            self._editor.cut()

    @Slot()
    def copy(self) -> None:
        if self._editor is not None:
            self._editor.copy()

    @Slot()
    def paste(self) -> None:
        if self._editor is not None:
            self._editor.paste()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let an editor keep Ctrl+Z only while it has something to undo; else the menu hears it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, Editor)
        ):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not can_undo(watched)
            redo = event.matches(QKeySequence.StandardKey.Redo) and not can_redo(watched)
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return  # a menu or popup: the editor is the same as before
        if self._editor is not None and self._editor is not now:
            self._editor.removeEventFilter(self)
            self._editor = None
        if isinstance(now, Editor) and self._editor is None:
            self._editor = now
            now.installEventFilter(self)
            now.destroyed.connect(self._on_editor_destroyed)

    @Slot(QObject)
    def _on_editor_destroyed(self, _: QObject) -> None:
        self._editor = None


def can_undo(editor: Editor) -> bool:
    """Whether an editor has something of its own to take back."""
    if isinstance(editor, QLineEdit):
        return editor.isUndoAvailable()
    return editor.document().isUndoAvailable()


def can_redo(editor: Editor) -> bool:
    """Whether an editor has taken back something of its own."""
    if isinstance(editor, QLineEdit):
        return editor.isRedoAvailable()
    return editor.document().isRedoAvailable()
