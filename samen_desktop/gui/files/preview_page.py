"""A page that reads a file in: chosen above, seen in two parts, decided below.

What is read, what would become of it and the doing are for the pages made from this one. Nothing is
written before *Read in* is chosen.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.errands.long_errands import long_work_of
from samen_desktop.gui.frame import ask
from samen_desktop.gui.long_work import CANCELLED
from samen_desktop.gui.page import Page
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.section import Hairline

from .progress import ProgressRow

_FILE_COLUMNS = 5
"""Columns of the grid that the name of the file spans: three fields with two labels between."""


class PreviewPage(Page):
    """What such pages share; a page adds its own fields, and calls `lay_out` with its parts."""

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self.long = long_work_of(bridge)
        self.file = QLineEdit(self)
        self.file.setPlaceholderText(self.file_hint())
        self.file.returnPressed.connect(self._on_path_typed)
        self.grid = self._grid()
        self.trouble = label("", "error", self, wrapped=True)
        self.trouble.hide()
        self.decision = label("", "secondary", self, elided=True)
        self.go = button(self.tr("Read in"), "primary", keys="Ctrl+Enter", parent=self)
        self.go.setShortcut(QKeySequence("Ctrl+Return"))
        self.go.clicked.connect(self._on_go_wished)

    # what a page made from this one says

    def file_hint(self) -> str:
        """What stands in the field for the file while that is empty."""
        raise NotImplementedError

    def file_kinds(self) -> str:
        """Kinds of files that may be chosen, as Qt's box for files reads them."""
        raise NotImplementedError

    def look_into(self, path: Path) -> None:
        """Read a file and show what it would do."""
        raise NotImplementedError

    def show_state(self) -> None:
        """Say what can be decided now."""
        raise NotImplementedError

    def read_in(self) -> None:
        """Do what was shown."""
        raise NotImplementedError

    def leave(self) -> None:
        """Forget the file, and go where this page is come to from."""
        raise NotImplementedError

    # what they share

    def choose_file(self, path: Path) -> None:
        """Look into a file."""
        self.file.setText(str(path))
        self._settings.last_folder = str(path.parent)
        self.look_into(path)

    def refused(self, error: KnownError) -> None:
        """Say why there is no preview."""
        stopped = error.code == CANCELLED
        words = self.tr("Stopped; there is no preview.") if stopped else language.say(error.words)
        self.trouble.setText(words)
        self.trouble.show()
        self.show_state()

    def add_field(self, text: str, field: QWidget, column: int) -> None:
        """Put a field in the second row; columns count from 0, a label and its field in each."""
        self.grid.addWidget(form_label(text, field, self), 1, 2 * column)
        self.grid.addWidget(field, 1, 2 * column + 1)

    def lay_out(
        self, left: QLayout, right: QLayout, shares: tuple[int, int], note: QWidget | None = None
    ) -> None:
        """Put the page together; `shares` is how the parts share its width."""
        body = QVBoxLayout()
        body.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        body.setSpacing(12)
        body.addWidget(label(self.title(), "title", self))
        body.addLayout(self.grid)
        for each in (note, self.trouble):
            if each is not None:
                body.addWidget(each)
        parts = QHBoxLayout()
        parts.setSpacing(40)
        parts.addLayout(left, shares[0])
        parts.addLayout(right, shares[1])
        body.addLayout(parts, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addWidget(ProgressRow(self.long, self))
        whole.addWidget(Hairline(self))
        whole.addLayout(self._footer())

    def _grid(self) -> QGridLayout:
        choose = button(self.tr("Choose…"), "outlined", "folder-open", "Ctrl+O", self)
        choose.setShortcut(QKeySequence("Ctrl+O"))
        choose.clicked.connect(self._on_choose_wished)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Measure.GRID)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, Measure.LABEL)
        grid.addWidget(form_label(self.tr("File"), self.file, self), 0, 0)
        grid.addWidget(self.file, 0, 1, 1, _FILE_COLUMNS)
        grid.addWidget(choose, 0, 1 + _FILE_COLUMNS)
        return grid

    def _footer(self) -> QHBoxLayout:
        leave = button(self.tr("Cancel"), "outlined", keys=self.tr("Esc"), parent=self)
        leave.setShortcut(QKeySequence("Esc"))
        leave.clicked.connect(self._on_left)
        row = QHBoxLayout()
        row.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        row.setSpacing(12)
        row.addWidget(self.decision, 1)
        row.addWidget(leave)
        row.addWidget(self.go)
        return row

    @Slot()
    def _on_path_typed(self) -> None:
        typed = self.file.text().strip().strip('"')
        if typed:
            self.choose_file(Path(typed))

    @Slot()
    def _on_choose_wished(self) -> None:
        path = ask.file_to_open(self, self._settings, self.title(), self.file_kinds())
        if path is not None:
            self.choose_file(path)

    @Slot()
    def _on_go_wished(self) -> None:
        self.read_in()

    @Slot()
    def _on_left(self) -> None:
        self.long.cancel()
        self.leave()
