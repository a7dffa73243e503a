"""The title of a section: semibold words, a hairline to the edge, a remark or link at its end.

No boxes around sections: white space and this one line.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

from .buttons import button
from .labels import Label, label


class Hairline(QWidget):
    """One line of one device pixel, across or (upright) down."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        self._upright = upright
        fixed, wide = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else wide, wide if upright else fixed)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(1, 8) if self._upright else QSize(8, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("hair"))
        painter.end()


class Sign(QWidget):
    """A small icon that only accompanies words; it says nothing by itself."""

    def __init__(
        self,
        icon: str,
        role: str = "text2",
        size: int = Measure.ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setFixedSize(size, size)
        theme.current().changed.connect(self.update)

    def show_sign(self, icon: str, role: str) -> None:
        """Be another icon from now on."""
        self._icon, self._role = icon, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn = icons.pixmap(self._icon, self._role, self._size, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, drawn)
        painter.end()


class Section(QWidget):
    """A section's title row. Signals: `link_chosen()`."""

    link_chosen = Signal()

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        link: str = "",
        remark: str = "",
        icon: str = "",
        large: bool = False,
    ) -> None:
        """`icon` stands before the title (a lock for what is internal), `remark` at the end.

        `large` is a section of a whole screen (Te laat); else one of a detail pane (Woorden).
        """
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Measure.GRID)
        if icon:
            row.addWidget(Sign(icon, parent=self))
        self._title = label(title, "section" if large else "strong", self)
        row.addWidget(self._title)
        row.addWidget(Hairline(self), 1)
        self._remark = label(remark, "secondary", self)
        self._remark.setVisible(bool(remark))
        row.addWidget(self._remark)
        self._link = button(link, "link", parent=self)
        self._link.setVisible(bool(link))
        self._link.clicked.connect(self.link_chosen)
        row.addWidget(self._link)

    @property
    def title_label(self) -> Label:
        return self._title

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def set_link(self, text: str) -> None:
        """The link at the end; empty takes it away."""
        self._link.setText(text)
        self._link.setVisible(bool(text))

    def set_remark(self, text: str) -> None:
        """The words at the end; empty takes them away."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))
