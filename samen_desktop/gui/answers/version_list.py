"""Earlier versions of an answer, as they were published: to read, never to change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samen_desktop.core import dates
from samen_desktop.core.answers import ANSWER_VERSION
from samen_desktop.core.desk import Version
from samen_desktop.core.lists import SHORT_STATUS
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Section

_PARTS = ("text", "reason", "was", "change", "place", "approved_by")


class VersionList(QWidget):
    """The versions, the newest first; hidden while nothing was published."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: Sequence[Version] = ()
        self._open = False
        self._section = Section(self.tr("Published"), self)
        self._section.link_chosen.connect(self._on_link)
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, Measure.GRID, 0, 0)
        self._column.setSpacing(Measure.HALF)
        self._column.addWidget(self._section)
        self.hide()

    def show_versions(self, versions: Sequence[Version]) -> None:
        """Show these, folded away until somebody asks."""
        if list(versions) == list(self._versions):
            return
        self._versions = versions
        self._open = False
        self.setVisible(bool(versions))
        self._tell()

    @Slot()
    def _on_link(self) -> None:
        self._open = not self._open
        self._tell()

    def _tell(self) -> None:
        count = self.tr("read %n version(s)", "", len(self._versions))
        self._section.set_link(self.tr("fold") if self._open else count)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.deleteLater()
            self._inside = None
        if self._open:
            self._inside = QWidget(self)
            column = QVBoxLayout(self._inside)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Measure.HALF)
            for each in self._versions:
                self._add(column, self._inside, each)
            self._column.addWidget(self._inside)

    def _add(self, column: QVBoxLayout, inside: QWidget, version: Version) -> None:
        title = self.tr("Version %1").replace("%1", str(version.version))
        day = dates.show(version.date, language.current()) if version.date else ""
        words = SHORT_STATUS.get(version.status)
        status = language.say(words) if words is not None else version.status
        told = " · ".join(part for part in (title, day, status) if part)
        column.addWidget(label(told, "strong", inside, wrapped=True))
        for name in _PARTS:
            text = str(getattr(version, name))
            if text:
                field = ANSWER_VERSION.field(name).words
                column.addWidget(label(language.say(field), "secondary", inside))
                column.addWidget(label(text, "read", inside, wrapped=True))
