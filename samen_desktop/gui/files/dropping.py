"""Files dropped on the window: tables are read in, a round is opened. For the frame to install."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

TABLES = frozenset({".xlsx", ".xlsm", ".csv", ".txt", ".tsv"})
ROUND = ".samen"


class DropTaker(QObject):
    """Takes what is dropped on a widget. Signals: `table_dropped(Path)`, `round_dropped(Path)`.

    Only one file of this machine at a time is taken; anything else shows the sign that forbids.
    """

    table_dropped = Signal(object)
    round_dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if dropped_file(event.mimeData()) is None:
                event.ignore()
            else:
                event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent):
            path = dropped_file(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                fits = self.round_dropped if path.suffix.lower() == ROUND else self.table_dropped
                fits.emit(path)
            return True
        return False


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that was dropped, if it is one we know what to do with."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in TABLES | {ROUND} else None
