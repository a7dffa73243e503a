"""The second window: what was said, by group, without names; large letters for a projector."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samen_desktop.core.note_sheet import SessionFacts
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label

from .list_view import NoteTable
from .rows import Column, NamelessRows, NoteRows

_SIZE = (1024, 640)


class Projector(QWidget):
    """A window of its own; goes to the second screen where there is one."""

    def __init__(self, rows: NoteRows, settings: Settings) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._settings = settings
        self._rows = NamelessRows(self)
        self._rows.setSourceModel(rows)
        self._title = label("", "title", self, elided=True)
        self.table = NoteTable(self._rows, self, large=True)
        self.table.setColumnHidden(Column.TABLE, True)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.table.viewport().backgroundRole())
        room = QVBoxLayout(self)
        room.setContentsMargins(16, Measure.MARGIN, Measure.MARGIN, Measure.MARGIN)
        room.setSpacing(Measure.GRID * 2)
        room.addWidget(self._title)
        room.addWidget(self.table)
        self._title.setContentsMargins(Measure.CELL_PADDING, 0, 0, 0)
        self._rows.rowsInserted.connect(self._on_more)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)

    def put(self, session: SessionFacts) -> None:
        """Show whose list this is."""
        self._title.setText(session.title)
        self.setWindowTitle(session.title)

    def show_beside(self, window: QWidget) -> None:
        """Open, on another screen than the window's where there is one, full there."""
        others = [screen for screen in QGuiApplication.screens() if screen is not window.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            kept = self._settings.state("notes", "projector")
            if kept.isEmpty() or not self.restoreGeometry(kept):
                self.resize(*_SIZE)
            self.show()
        self.table.scrollToBottom()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.isFullScreen():
            self._settings.keep_state("notes", "projector", self.saveGeometry())
        super().closeEvent(event)

    @Slot()
    def _on_more(self) -> None:
        self.table.scrollToBottom()
