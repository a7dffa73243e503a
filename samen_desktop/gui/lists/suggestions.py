"""What goes with an input, in the detail pane: a suggested theme, inputs like it, split-off parts.

Only shown and never applied by itself; why something is suggested stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section


class Like(Protocol):
    """An input like the one that is shown."""

    @property
    def record(self) -> bytes: ...
    @property
    def code(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def shared(self) -> tuple[str, ...]: ...


class Theme(Protocol):
    """A theme that is suggested."""

    @property
    def theme(self) -> bytes: ...
    @property
    def title(self) -> str: ...
    @property
    def because(self) -> tuple[str, ...]: ...


class Suggestions(Protocol):
    """All of it, for one record."""

    @property
    def record(self) -> bytes: ...
    @property
    def theme(self) -> Theme | None: ...
    @property
    def alike(self) -> Sequence[Like]: ...
    @property
    def parts(self) -> Sequence[tuple[bytes, str]]: ...


class SuggestionPart(QWidget):
    """The part of the pane. Signals: `theme_taken(bytes)`, `go_requested(Place)`."""

    theme_taken = Signal(bytes)
    go_requested = Signal(object)

    def __init__(self, found: Suggestions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(Measure.GRID)
        if found.theme is not None:
            self._theme(found.theme)
        if found.parts:
            self._parts(found.parts)
        if found.alike:
            self._alike(found.alike)

    def _theme(self, theme: Theme) -> None:
        section = Section(self.tr("Suggested theme"), self, link=self.tr("Accept"))
        section.link_chosen.connect(partial(self.theme_taken.emit, theme.theme))
        self._column.addWidget(section)
        self._column.addWidget(label(theme.title, "body", self, wrapped=True))
        because = self.tr("because of %1").replace("%1", ", ".join(theme.because))
        self._column.addWidget(label(because, "secondary", self, wrapped=True))

    def _parts(self, parts: Sequence[tuple[bytes, str]]) -> None:
        self._column.addWidget(Section(self.tr("Split off from this one"), self))
        line = QHBoxLayout()
        for record, code in parts:
            line.addWidget(self._link(record, code))
        line.addStretch(1)
        self._column.addLayout(line)

    def _alike(self, alike: Sequence[Like]) -> None:
        title, remark = self.tr("Looks like this"), self.tr("by words, on this laptop")
        self._column.addWidget(Section(title, self, remark=remark))
        for each in alike:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(self._link(each.record, each.code))
            line.addWidget(label(each.title, "body", self, elided=True), 1)
            self._column.addLayout(line)
            shared = self.tr("both: %1").replace("%1", ", ".join(each.shared))
            self._column.addWidget(label(shared, "secondary", self, elided=True))

    def _link(self, record: bytes, code: str) -> QWidget:
        made = button(code, "link", parent=self)
        place = Place("inputs", record=record)
        made.clicked.connect(partial(self.go_requested.emit, place))
        return made
