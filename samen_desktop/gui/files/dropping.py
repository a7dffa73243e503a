"""Files dropped on the window: tables and plans are read in, a round opened, several merged.

For the frame to install.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

TABLES = frozenset({".xlsx", ".xlsm", ".csv", ".txt", ".tsv"})
PLANS = frozenset({".docx", ".md", ".markdown"})
ROUND = ".samen"


class DropTaker(QObject):
    """Takes what is dropped on a widget.

    Signals: `table_dropped(Path)`, `plan_dropped(Path)`; `round_dropped(Path)` for one,
    `rounds_dropped(list)` for more.
    One file of this machine is taken at a time; anything else shows the sign that forbids.
    """

    table_dropped = Signal(object)
    plan_dropped = Signal(object)
    round_dropped = Signal(object)
    rounds_dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if dropped_files(event.mimeData()):
                event.acceptProposedAction()
            else:
                event.ignore()
            return True
        if isinstance(event, QDropEvent):
            paths = dropped_files(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self._tell(paths)
            return True
        return False

    def _tell(self, paths: list[Path]) -> None:
        if len(paths) > 1:
            self.rounds_dropped.emit(paths)
        elif paths[0].suffix.lower() == ROUND:
            self.round_dropped.emit(paths[0])
        elif paths[0].suffix.lower() in PLANS:
            self.plan_dropped.emit(paths[0])
        else:
            self.table_dropped.emit(paths[0])


def dropped_files(data: QMimeData) -> list[Path]:
    """The one file that was dropped, or several rounds, if we know what to do with them."""
    urls = data.urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    known = {ROUND} if len(urls) > 1 else TABLES | PLANS | {ROUND}
    fits = len(paths) == len(urls) and all(path.suffix.lower() in known for path in paths)
    return paths if fits else []
