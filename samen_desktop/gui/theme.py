"""How the window looks now: palette, style sheet and fonts from the tokens, in light and dark.

Fusion on every system, so that it looks the same everywhere. Who paints by itself (delegates,
painters, tinted icons) asks `current()` and repaints on `changed`. Under the system's high contrast
its own palette stands and all tints are off; signs and words stay.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from .ink import Ink
from .style_sheet import style_sheet
from .tokens import BASE_POINTS, DARK, LIGHT, TYPE, Tokens, statuses

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "subtle",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "pop",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "base",
    QPalette.ColorRole.Midlight: "subtle",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
}
_FADED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_HEIGHT_AIR = 12
"""Pixels above and below the letters of a row together."""


class Theme(QObject):
    """The tokens that stand now, and fonts made of them once.

    Signals: `changed()` after palette and style sheet are set anew.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self._family = ""
        self._points = BASE_POINTS
        self._forced: bool | None = None
        self._ink: Ink | None = None
        self._color = lru_cache(maxsize=256)(self._made_color)
        self._font = lru_cache(maxsize=64)(self._made_font)

    @property
    def contrasting(self) -> bool:
        """Whether the system asks for high contrast."""
        hints = QApplication.styleHints().accessibility()
        return hints.contrastPreference() == Qt.ContrastPreference.HighContrast

    def color(self, name: str) -> QColor:
        """The colour of a token, or of a status by its code, as it stands now."""
        return self._color(name)

    def tint(self, code: str) -> QColor | None:
        """The fill of a status, or None where it has none."""
        tint = self.tokens.statuses[code].tint
        return QColor(tint) if tint else None

    def font(self, kind: str) -> QFont:
        """The font of a kind in the table of type sizes; not to be changed by who gets it."""
        return self._font(kind)

    @property
    def ink(self) -> Ink:
        """What painters of rows and small parts use, kept until the scheme changes."""
        if self._ink is None:
            self._ink = Ink(self.color, self.font)
        return self._ink

    def height(self, least: int) -> int:
        """A row's height: what the measure says, or more where the system's letters are large."""
        return max(least, round(QFontMetricsF(self.font("body")).height()) + _HEIGHT_AIR)

    def put_on(self, app: QApplication, *, dark: bool | None = None) -> None:
        """Dress the program; `dark` None follows the system, also when that changes later."""
        hints = app.styleHints()
        self._forced = dark
        if not self._family:
            system = app.font()
            self._family = system.family()
            self._points = system.pointSizeF() if system.pointSizeF() > 0 else BASE_POINTS
            app.setStyle("Fusion")
            hints.colorSchemeChanged.connect(self._on_scheme_changed)
            hints.accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)
        self._dress(app)

    @Slot()
    def _on_scheme_changed(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._dress(app)

    def _dress(self, app: QApplication) -> None:
        if self.contrasting:
            app.setPalette(QPalette())
            self.tokens = contrast_tokens(app.palette())
        else:
            self.tokens = DARK if self._is_dark(app) else LIGHT
            app.setPalette(palette(self.tokens))
        self._color.cache_clear()
        self._font.cache_clear()
        self._ink = None
        app.setStyleSheet(style_sheet(self.tokens, self._points))
        self.changed.emit()

    def _is_dark(self, app: QApplication) -> bool:
        if self._forced is not None:
            return self._forced
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _made_color(self, name: str) -> QColor:
        return QColor(self.tokens.color(name))

    def _made_font(self, kind: str) -> QFont:
        size = TYPE[kind]
        font = QFont(self._family) if self._family else QFont()
        font.setPointSizeF(size.points * self._points / BASE_POINTS)
        if size.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


def palette(tokens: Tokens) -> QPalette:
    """The palette of a scheme, with its disabled group."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(tokens.color(name)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    made.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(tokens.border))
    made.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.HighlightedText, QColor(tokens.text2)
    )
    return made


def contrast_tokens(system: QPalette) -> Tokens:
    """Tokens of the system's own high-contrast palette: two colours, and one that points."""
    base = system.color(QPalette.ColorRole.Base).name()
    text = system.color(QPalette.ColorRole.Text).name()
    points = system.color(QPalette.ColorRole.Highlight).name()
    on_points = system.color(QPalette.ColorRole.HighlightedText).name()
    return Tokens(
        dark=system.color(QPalette.ColorRole.Base).lightness() < 128,
        window=base,
        base=base,
        subtle=base,
        pop=base,
        pop_edge=text,
        text=text,
        text2=text,
        text3=text,
        accent=points,
        accent_hover=points,
        on_accent=on_points,
        sel=base,
        hover=base,
        hair=text,
        border=text,
        control=text,
        past=base,
        current=base,
        scroll=text,
        statuses=statuses(dict.fromkeys(LIGHT.statuses, (text, ""))),
    )


@lru_cache(maxsize=1)
def current() -> Theme:
    """The one theme of the program; light until somebody puts it on."""
    return Theme()


def apply(app: QApplication, dark: bool | None = None) -> Theme:  # noqa: FBT001 - None is the rule
    """Dress the program in light, in dark, or (None) as the system is."""
    theme = current()
    theme.put_on(app, dark=dark)
    return theme
