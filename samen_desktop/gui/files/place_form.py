"""A small form for where a file goes: path, button to choose, for a copy its mark, and the deed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from samen_desktop.core import codes
from samen_desktop.gui.frame import ask
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import form_label, label

_MARK_WIDTH = 72
_MARK_LONGEST = 4


class PlaceForm(QWidget):
    """Where to, and go. Signals: `asked(Path, str)` with the place and the mark (or empty)."""

    asked = Signal(object, str)

    def __init__(
        self,
        settings: Settings,
        title: str,
        kinds: str,
        suffix: str,
        parent: QWidget | None = None,
        *,
        with_mark: bool = False,
        does: str = "",
    ) -> None:
        """`does` is the text of the button that does it; without it the form only holds a place."""
        super().__init__(parent)
        self._settings = settings
        self._title, self._kinds, self._suffix = title, kinds, suffix
        self._suggested = ""
        self._ready = True
        self._path = QLineEdit(self)
        self._path.setAccessibleName(title)
        choose = button(self.tr("Choose…"), "outlined", parent=self)
        choose.clicked.connect(self._on_choose_wished)
        first = QHBoxLayout()
        first.setSpacing(Measure.GRID)
        first.addWidget(self._path, 1)
        first.addWidget(choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        self._mark = QLineEdit(self)
        self._mark.setMaxLength(_MARK_LONGEST)
        self._mark.setFixedWidth(_MARK_WIDTH)
        self._trouble = label("", "warning", self, wrapped=True)
        self._go = button(does, "outlined", parent=self)
        self._go.clicked.connect(self.go)
        self._mark.textChanged.connect(self._show_state)
        self._path.textChanged.connect(self._show_state)
        self._with_mark = with_mark
        column.addLayout(self._deed_row(does))
        self.setFocusProxy(self._path)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_state()

    def _deed_row(self, does: str) -> QHBoxLayout:
        mark_label = form_label(self.tr("Mark"), self._mark, self)
        row = QHBoxLayout()
        row.setSpacing(Measure.GRID)
        row.addWidget(mark_label)
        row.addWidget(self._mark)
        row.addWidget(self._trouble, 1)
        row.addWidget(self._go)
        for widget in (mark_label, self._mark, self._trouble):
            widget.setVisible(self._with_mark)
        self._go.setVisible(bool(does))
        return row

    def path(self) -> Path:
        """The place that stands, with the suffix where none was typed."""
        path = Path(self._path.text().strip().strip('"'))
        return path if path.suffix else path.with_name(f"{path.name}{self._suffix}")

    def set_suffix(self, suffix: str) -> None:
        """Another format: what a name ends in follows."""
        if suffix == self._suffix:
            return
        path = Path(self._path.text())
        if path.suffix == self._suffix:
            kept = self._path.text() == self._suggested
            self._path.setText(str(path.with_suffix(suffix)))
            self._suggested = self._path.text() if kept else self._suggested
        self._suffix = suffix

    def suggest(self, path: Path) -> None:
        """Put a place there, unless somebody typed one."""
        if self._path.text() in {"", self._suggested}:
            self._suggested = str(path)
            self._path.setText(self._suggested)
            self._path.setCursorPosition(len(self._suggested))

    def suggest_mark(self, mark: str) -> None:
        """Put a mark there, unless somebody typed one."""
        if not self._mark.text():
            self._mark.setText(mark)

    def set_ready(self, *, ready: bool) -> None:
        """Whether what the form needs from elsewhere is there (a backup that is chosen)."""
        self._ready = ready
        self._show_state()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._path.selectAll()

    def _typed_mark(self) -> str:
        return self._mark.text().strip().upper()

    @Slot()
    def _show_state(self) -> None:
        """A button that cannot act stays; beside it stands why."""
        missing = ""
        if self._with_mark and not codes.is_mark(self._typed_mark()):
            missing = self.tr("two to four letters, such as HR")
        if not self._ready:
            missing = self.tr("choose a backup first")
        self._trouble.setText(missing)
        self._go.setEnabled(not missing and bool(self._path.text().strip()))

    @Slot()
    def _on_choose_wished(self) -> None:
        path = ask.file_to_save(
            self, self._settings, self._title, self._kinds, self.path().name, self._suffix
        )
        if path is not None:
            self._path.setText(str(path))

    @Slot()
    def go(self) -> None:
        """Ask for it, as the button does; where something is missing, go to what is."""
        if self._go.isEnabled():
            self.asked.emit(self.path(), self._typed_mark() if self._with_mark else "")
        elif self._with_mark and not codes.is_mark(self._typed_mark()):
            self._mark.setFocus()
