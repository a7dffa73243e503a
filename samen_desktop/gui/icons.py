"""Icons by name, tinted with a token: made once per name, tint, size and screen.

The drawings are Lucide's, as SVG under `resources/icons` with their licence. `put` keeps the
icon of a button or menu entry in the tint of the theme that stands.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPainterPath, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from samen_desktop.resources import FOLDER

from . import theme
from .tokens import MARK_DOT, MARK_GROUND, MARK_LINES, Measure

_FOLDER = FOLDER / "icons"
_STROKES = {Measure.SIGN: 2.25, Measure.ICON: 1.75, Measure.BIG_ICON: 1.5}
_NATIVE_STROKE = 'stroke-width="2"'


class _Tinter(QObject):
    """Lives on what carries an icon, and gives it the icon anew when the theme changes."""

    def __init__(self, target: QAbstractButton | QAction, name: str, role: str, size: int) -> None:
        super().__init__(target)
        self.target, self.name, self.role, self.size = target, name, role, size
        theme.current().changed.connect(self.tint)
        self.tint()

    @Slot()
    def tint(self) -> None:
        # What carried it may be gone with its page, and this go along a moment later.
        with suppress(RuntimeError):
            self.target.setIcon(icon(self.name, self.role, self.size))


def pixmap(name: str, role: str = "text2", size: int = Measure.ICON, dpr: float = 0) -> QPixmap:
    """A drawing of `size` logical pixels in the colour of a token or status.

    For painters, which pass the `devicePixelRatio` of what they paint on; 0 is that of the screen.
    Raises FileNotFoundError where there is no such icon.
    """
    ratio = dpr or _screen_ratio()
    return _pixmap(name, theme.current().color(role).rgba(), size, ratio)


def icon(name: str, role: str = "text2", size: int = Measure.ICON) -> QIcon:
    """The icon as the theme stands now; faded where what carries it is disabled."""
    made = QIcon(pixmap(name, role, size))
    made.addPixmap(pixmap(name, "text3", size), QIcon.Mode.Disabled)
    return made


def put(
    target: QAbstractButton | QAction, name: str, role: str = "text2", size: int = Measure.ICON
) -> None:
    """Give a button or action this icon and tint it anew whenever the theme changes."""
    for old in target.findChildren(_Tinter):
        old.deleteLater()
    _Tinter(target, name, role, size)


def mark(size: int) -> QPixmap:
    """The program's mark: a petrol balloon, three white lines and a dot."""
    return _mark(size, _screen_ratio())


def program_icon() -> QIcon:
    """The mark in the sizes that title bars and task bars ask for."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64):
        made.addPixmap(_mark(size, 1.0))
    return made


def names() -> list[str]:
    """All icons there are."""
    return sorted(path.stem for path in _FOLDER.glob("*.svg"))


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return Path(_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=1024)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    stroke = _STROKES.get(size, 1.75)
    source = _source(name).replace("currentColor", QColor.fromRgba(rgba).name())
    source = source.replace(_NATIVE_STROKE, f'stroke-width="{stroke}"')
    made = _blank(size, ratio)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def _blank(size: int, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made


@lru_cache(maxsize=32)
def _mark(size: int, ratio: float) -> QPixmap:
    made = _blank(size, ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(MARK_GROUND))
    balloon = QPainterPath()
    balloon.addRoundedRect(QRectF(0.5, 0.5, 15, 12), 2.4, 2.4)
    tail = QPainterPath()
    tail.moveTo(2.8, 12)
    tail.lineTo(2.8, 15.7)
    tail.lineTo(7.2, 12)
    painter.drawPath(balloon.united(tail))
    painter.setBrush(QColor(MARK_LINES))
    for left, top, width in ((3.2, 3.5, 9.6), (4.2, 6, 8.6), (3.2, 8.5, 5.6)):
        painter.drawRoundedRect(QRectF(left, top, width, 1.2), 0.6, 0.6)
    painter.setBrush(QColor(MARK_DOT))
    painter.drawEllipse(QRectF(10.1, 8, 2.3, 2.3))
    painter.end()
    return made
