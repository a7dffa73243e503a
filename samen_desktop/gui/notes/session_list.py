"""Which session to take notes in, where none was chosen: a short list, today's first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from samen_desktop.core.dates import show
from samen_desktop.core.note_sheet import SessionFacts
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.page import Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label

from . import work
from .session_rows import FACTS, SessionPainter

_SESSION = int(Qt.ItemDataRole.UserRole)


class SessionList(Page):
    """Signals: `session_chosen(bytes)` by Enter or a click; `leave_requested()` by Esc."""

    session_chosen = Signal(object)
    leave_requested = Signal()
    name = "choose-session"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._model = QStandardItemModel(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setFrameShape(QListView.Shape.NoFrame)
        self._view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._view.setAccessibleName(self.tr("Sessions"))
        self._view.setItemDelegate(SessionPainter(self._view))
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.activated.connect(self._on_chosen)
        self._none = label(
            self.tr("No sessions yet. Plan one under Sessions."), "read_secondary", self
        )
        self._none.hide()
        room = QVBoxLayout(self)
        room.setContentsMargins(Measure.MARGIN, 16, Measure.MARGIN, Measure.GRID)
        room.setSpacing(Measure.GRID)
        room.addWidget(label(self.tr("Take notes in which session?"), "title", self))
        room.addWidget(
            label(
                self.tr("Type part of the title, Enter begins, Esc goes back."), "secondary", self
            )
        )
        room.addWidget(self._none)
        room.addWidget(self._view, 1)
        self.setFocusProxy(self._view)
        self._read()

    def title(self) -> str:
        return self.tr("Take notes")

    def arrive(self, place: Place) -> None:
        self._read()
        self._view.setFocus()

    def hear(self, changes: Changes) -> None:
        if changes.touch("session"):
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave_requested.emit()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        today = datetime.now().astimezone().date().isoformat()
        self.bridge.read(work.read_sessions(today, language.current()), self._show)

    def _show(self, sessions: list[SessionFacts]) -> None:
        self._model.clear()
        for session in sessions:
            day = show(session.date, language.current()) if session.date else ""
            facts = [session.title, session.code, session.kind, day]
            item = QStandardItem(" · ".join(fact for fact in facts if fact))
            item.setData(session.id, _SESSION)
            item.setData(session, FACTS)
            self._model.appendRow(item)
        self._none.setVisible(not sessions)
        self._view.setCurrentIndex(self._model.index(0, 0))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        session = index.data(_SESSION)
        if isinstance(session, bytes):
            self.session_chosen.emit(session)
