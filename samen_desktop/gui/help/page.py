"""Help: the guide, all shortcuts, and Info. Needs no open round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version__ as binding_version
from PySide6.QtCore import QSize, Qt, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QKeySequence, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from samen_desktop.gui import language, theme
from samen_desktop.gui.answers.commands import DeskTable
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import places
from samen_desktop.gui.frame.commands import CommandTable
from samen_desktop.gui.page import Hint, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.scroll_pane import ScrollPane
from samen_desktop.gui.widgets.section import Section
from samen_desktop.gui.widgets.segments import Segments

from . import work
from .reading import Block, guide, picture_of

GUIDE, SHORTCUTS, ABOUT = "guide", "shortcuts", "about"
"""Parts of the page a place can name in its `words`."""

_TEXT_WIDTH = 760
_LABEL_WIDTH = 168
_MOST_PICTURE = 760


class Picture(QWidget):
    """A picture as wide as there is room, never wider than it is."""

    def __init__(self, path: Path, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap(str(path))
        self.setAccessibleName(words)
        self.setToolTip("")
        self.setMaximumWidth(min(self._pixmap.width(), _MOST_PICTURE))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.heightForWidth(self.maximumWidth()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width * self._pixmap.height() // max(self._pixmap.width(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._pixmap)
        painter.setPen(theme.current().color("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class HelpPage(Page):
    """The guide, the shortcuts, Info."""

    name = "help"

    def __init__(self, bridge: Bridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._settings = settings
        self._parts = Segments(
            self.tr("Help"),
            [
                (GUIDE, self.tr("Guide")),
                (SHORTCUTS, self.tr("Shortcuts")),
                (ABOUT, self.tr("Info")),
            ],
            self,
        )
        self._parts.chosen_changed.connect(self.show_part)
        self._keys = QVBoxLayout()
        self._keys.setSpacing(Measure.HALF)
        self._stack = QStackedWidget(self)
        self._shown = {
            GUIDE: self._scrolled(self._guide()),
            SHORTCUTS: self._scrolled(self._shortcuts()),
            ABOUT: self._scrolled(self._about()),
        }
        for part in self._shown.values():
            self._stack.addWidget(part)
        head = QHBoxLayout()
        head.setContentsMargins(Measure.MARGIN, 14, Measure.MARGIN, Measure.GRID)
        head.setSpacing(Measure.BLOCK)
        head.addWidget(label(self.title(), "title", self))
        head.addWidget(self._parts, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)

    def title(self) -> str:
        return self.tr("Help")

    def arrive(self, place: Place) -> None:
        """`words` may name a part of the page: `shortcuts`, `about`."""
        self.show_part(place.words if place.words in self._shown else GUIDE)

    @Slot(str)
    def show_part(self, name: str) -> None:
        """Show the guide, the shortcuts or Info."""
        self._parts.choose(name)
        self._stack.setCurrentWidget(self._shown[name])

    def add_hints(self, title: str, hints: Sequence[Hint]) -> None:
        """Add the shortcuts of a page below those of the menus."""
        if hints:
            rows = [(hint.keys, hint.text) for hint in hints]
            self._add_keys(title, rows)

    def _guide(self) -> QWidget:
        inside = QWidget(self)
        text = QWidget(inside)
        text.setMaximumWidth(_TEXT_WIDTH)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Measure.GRID)
        for block in guide(language.current()):
            made = _made(block, text)
            if made is not None:
                column.addWidget(made)
        column.addStretch(1)
        row = QHBoxLayout(inside)
        row.setContentsMargins(Measure.MARGIN, Measure.GRID, Measure.MARGIN, Measure.MARGIN)
        row.addWidget(text, 1)
        row.addStretch(0)
        return inside

    def _shortcuts(self) -> QWidget:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, Measure.GRID, Measure.MARGIN, Measure.MARGIN)
        column.addLayout(self._keys)
        column.addStretch(1)
        table = CommandTable(self)
        for title, commands in (
            (self.tr("File"), table.file()),
            (self.tr("Edit"), table.edit()),
            (self.tr("View"), table.view()),
            (self.tr("Go to"), table.go()),
            (self.tr("Help"), table.help()),
        ):
            rows = []
            for command in commands:
                text, _, beside = command.text.replace("&", "").partition("\t")
                keys = command.keys or beside
                if text and keys:
                    rows.append((_shown(keys), text.rstrip("…")))
            self._add_keys(title, rows)
        desk = [(_shown(keys), text.rstrip("…")) for _, text, keys, _ in DeskTable(self).rows()]
        self._add_keys(language.say(places.title("answers")), desk)
        return inside

    def _add_keys(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        self._keys.addSpacing(Measure.GRID)
        self._keys.addWidget(Section(title, self, large=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Measure.MARGIN)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, (keys, text) in enumerate(rows):
            grid.addWidget(label(keys, "strong", self), at, 0)
            grid.addWidget(label(text, "body", self), at, 1)
        self._keys.addLayout(grid)

    def _about(self) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Measure.MARGIN)
        grid.setVerticalSpacing(Measure.GRID)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        rows = [(language.say(fact.words), fact.text, fact.path) for fact in work.about()]
        rows[2:2] = [("Qt", qVersion(), None), ("PySide6", binding_version, None)]
        for at, (words, text, path) in enumerate(rows):
            grid.addWidget(label(words, "secondary", inside), at, 0)
            grid.addWidget(label(text, "read", inside, wrapped=True), at, 1)
            if path is not None:
                shown = _FolderButton(self.tr("Show"), words, path, inside)
                grid.addWidget(shown.button, at, 2)
        column = QVBoxLayout(inside)
        column.setContentsMargins(Measure.MARGIN, Measure.GRID, Measure.MARGIN, Measure.MARGIN)
        column.setSpacing(Measure.BLOCK)
        told = self.tr("All stays on this laptop. The program makes no connection.")
        column.addWidget(label(told, "read", inside, wrapped=True))
        column.addLayout(grid)
        column.addStretch(1)
        return inside

    def _scrolled(self, inside: QWidget) -> ScrollPane:
        scroll = ScrollPane(self, grounded=False)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a page of reading is gone by with keys
        scroll.setAccessibleName(self.title())
        scroll.hold(inside)
        return scroll


class _FolderButton(QWidget):
    """Opens a folder in the program the system has for that."""

    def __init__(self, text: str, about: str, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self.hide()
        self.button = button(text, "link", parent=parent)
        self.button.setAccessibleName(f"{text}: {about}")
        self.button.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))


def _made(block: Block, parent: QWidget) -> QWidget | None:
    if block.kind == "title":
        return label(block.text, "title", parent, wrapped=True)
    if block.kind == "section":
        return Section(block.text, parent, large=True)
    if block.kind == "picture":
        path = picture_of(block.name, language.current())
        return Picture(path, block.text, parent) if path.exists() else None
    text = f"•  {block.text}" if block.kind == "item" else block.text
    return label(text, "read", parent, wrapped=True)


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
