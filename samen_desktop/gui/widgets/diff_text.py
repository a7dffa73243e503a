"""A text with its changes marked by form: what came is underlined, what went is struck out.

Plain text in lines of its own making; which pieces changed is told by whoever shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from samen_desktop.core.word_diff import Piece
from samen_desktop.gui import theme

Side = Literal["was", "now"]

_LONGEST = 20_000
"""Characters that are laid out, as in a label."""
_LEAST = 120


class DiffText(QWidget):
    """One side of a comparison: of `was` what is gone is marked, of `now` what was added."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._pieces: list[Piece] = []
        self._layouts: list[QTextLayout] = []
        self._width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._forget)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show this text."""
        self._pieces = _cut(pieces)
        self.setAccessibleName("".join(piece.text for piece in self._pieces))
        changed = " … ".join(piece.text.strip() for piece in self._pieces if piece.changed)
        gone, added = self.tr("gone: %1"), self.tr("added: %1")
        told = (gone if self._side == "was" else added).replace("%1", changed)
        self.setAccessibleDescription(told if changed else "")
        self._forget()

    def text(self) -> str:
        """The text that is shown."""
        return "".join(piece.text for piece in self._pieces)

    def marked(self) -> list[str]:
        """The stretches that are marked."""
        return [piece.text for piece in self._pieces if piece.changed]

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        self._lay_out(max(width, _LEAST))
        return round(sum(each.boundingRect().height() for each in self._layouts)) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out(max(self.width(), _LEAST))
        painter = QPainter(self)
        painter.setPen(theme.current().color("text"))
        top = 0.0
        for each in self._layouts:
            each.draw(painter, QPointF(0, top))
            top += each.boundingRect().height()
        painter.end()

    def _forget(self) -> None:
        self._width = 0
        self.updateGeometry()
        self.update()

    def _lay_out(self, width: int) -> None:
        if width == self._width:
            return
        self._width = width
        self._layouts = [self._paragraph(each, width) for each in _paragraphs(self._pieces)]

    def _paragraph(self, pieces: Sequence[Piece], width: int) -> QTextLayout:
        layout = QTextLayout("".join(piece.text for piece in pieces), theme.current().font("read"))
        formats, at = [], 0
        for piece in pieces:
            if piece.changed and piece.text:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = at, len(piece.text), self._mark()
                formats.append(span)
            at += len(piece.text)
        layout.setFormats(formats)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _mark(self) -> QTextCharFormat:
        made = QTextCharFormat()
        if self._side == "was":
            made.setFontStrikeOut(True)
            made.setForeground(theme.current().color("text2"))
        else:
            made.setFontUnderline(True)
            made.setFontWeight(QFont.Weight.DemiBold)
        return made


def _cut(pieces: Sequence[Piece]) -> list[Piece]:
    told, room = [], _LONGEST
    for piece in pieces:
        if room <= 0:
            break
        told.append(Piece(piece.text[:room], piece.changed))
        room -= len(piece.text)
    return told


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of each line of the text."""
    told: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        told[-1].append(Piece(first, piece.changed))
        told += [[Piece(each, piece.changed)] for each in others]
    return told
