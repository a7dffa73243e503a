"""The one table of colours, type sizes and measures; nobody writes a colour anywhere else.

Palette, style sheet, delegates, painters and icon tints all read it. Each text colour keeps the
contrast that WCAG 2 asks (4.5) on every ground it stands on; tests/gui/test_tokens.py counts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple


class Status(NamedTuple):
    """How a state is told: in a colour and a sign (an icon's name), always beside its word."""

    code: str
    sign: str
    text: str
    tint: str
    """Fill behind the text in bars and cells; empty: none, with a dashed edge."""


@dataclass(frozen=True)
class Tokens:
    """All colours of one scheme, as `#RRGGBB`."""

    dark: bool
    window: str
    base: str
    subtle: str
    pop: str
    pop_edge: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    sel: str
    hover: str
    hair: str
    border: str
    control: str
    past: str
    current: str
    scroll: str
    statuses: Mapping[str, Status] = field(repr=False)

    def color(self, name: str) -> str:
        """A colour by the name of its token, or of a status (`OVG`) for its text.

        Raises AttributeError for a name there is not.
        """
        status = self.statuses.get(name)
        if status is not None:
            return status.text
        found: str = getattr(self, name)
        return found


_SIGNS: Final = {
    "OVG": "circle-check",
    "DEE": "contrast",
    "NOV": "circle-x",
    "TKN": "circle-minus",
    "BRK": "circle-equal",
    "BUI": "circle-arrow-right",
    "VRG": "circle-question-mark",
    "OPN": "circle-dashed",
}


def statuses(colors: Mapping[str, tuple[str, str]]) -> Mapping[str, Status]:
    """All states with the text and tint given by code."""
    return MappingProxyType(
        {code: Status(code, sign, *colors[code]) for code, sign in _SIGNS.items()}
    )


LIGHT: Final = Tokens(
    dark=False,
    window="#F2F5F6",
    base="#FFFFFF",
    subtle="#F7F9FA",
    pop="#FFFFFF",
    pop_edge="#9AA7AE",
    text="#1A2226",
    text2="#51606A",
    text3="#6A767D",
    accent="#0B6573",
    accent_hover="#084E59",
    on_accent="#FFFFFF",
    sel="#DBEDF0",
    hover="#EEF4F5",
    hair="#E3E8EA",
    border="#CBD3D7",
    control="#7F8C95",
    past="#D5DDE0",
    current="#8CC3CB",
    scroll="#BAC4C9",
    statuses=statuses(
        {
            "OVG": ("#1A6E3B", "#E2F2E8"),
            "DEE": ("#8A5200", "#FBEFD8"),
            "NOV": ("#B3261E", "#FCE8E6"),
            "TKN": ("#51606A", "#EDF1F2"),
            "BRK": ("#51690F", "#EEF3DC"),
            "BUI": ("#6A3FA0", "#F1EBF9"),
            "VRG": ("#1E59A6", "#E5EEF9"),
            "OPN": ("#51606A", ""),
        }
    ),
)

DARK: Final = Tokens(
    dark=True,
    window="#12181B",
    base="#192024",
    subtle="#1F272C",
    pop="#242D32",
    pop_edge="#46545C",
    text="#E4E9EB",
    text2="#A6B3B9",
    text3="#8B989F",
    accent="#57B8C6",
    accent_hover="#7CCCD7",
    on_accent="#04252B",
    sel="#143F49",
    hover="#212B30",
    hair="#283137",
    border="#374249",
    control="#70808A",
    past="#323E44",
    current="#1F6A77",
    scroll="#46545C",
    statuses=statuses(
        {
            "OVG": ("#6DC78D", "#1B3527"),
            "DEE": ("#E2AC4D", "#3A2D14"),
            "NOV": ("#F58B80", "#40211F"),
            "TKN": ("#A6B3B9", "#273036"),
            "BRK": ("#B5C86E", "#2C331A"),
            "BUI": ("#C3A8EC", "#30264A"),
            "VRG": ("#8AB7F2", "#1C2E48"),
            "OPN": ("#A6B3B9", ""),
        }
    ),
)

MARK_GROUND: Final = "#0B6573"
MARK_LINES: Final = "#FFFFFF"
MARK_DOT: Final = "#F2C46D"
"""The balloon of the program's mark, the same in both schemes."""


class TypeSize(NamedTuple):
    """Points at a system font of 9 points, and whether semibold."""

    points: float
    strong: bool = False


TYPE: Final[Mapping[str, TypeSize]] = MappingProxyType(
    {
        "small": TypeSize(8.25),
        "small_strong": TypeSize(8.25, strong=True),
        "body": TypeSize(9),
        "strong": TypeSize(9, strong=True),
        "read": TypeSize(10),
        "read_strong": TypeSize(10, strong=True),
        "item": TypeSize(11),
        "section": TypeSize(11, strong=True),
        "line": TypeSize(13),
        "title": TypeSize(14, strong=True),
        "figure": TypeSize(18, strong=True),
    }
)
"""`read` is for words people wrote, `item` and `line` for Notuleren, `figure` for key figures."""

BASE_POINTS: Final = 9.0


class Measure:
    """Lengths in logical pixels; heights are minimums that grow with the system's letters."""

    GRID = 8
    HALF = 4
    MARGIN = 24
    BLOCK = 20
    RADIUS = 4
    TAG_RADIUS = 3
    ICON, SIGN, BIG_ICON = 16, 14, 20
    ROW = HEADER = FIELD = 28
    NAV_ITEM = 32
    RECORD_HEADER = 32
    FORM_ROW = 34
    NOTE_ROW = 36
    START_ROW = NOTE_LINE = 56
    MENU_BAR = 36
    SCREEN_HEADER = 56
    FILTER_BAR = 48
    STATUS_BAR = 24
    STRIP = 40
    MESSAGE = 36
    FOOTER = 48
    SIDE, SIDE_NARROW = 184, 56
    SEARCH_WIDTH = 288
    DETAIL, DETAIL_MIN, DETAIL_MAX = 408, 360, 480
    LABEL = 112
    CELL_PADDING, FIRST_COLUMN = 8, 24
    NARROW, STACKED = 1200, 1024
    """Under these widths the side bar shows icons only; the detail goes below its list."""
    LEAST_WIDTH, LEAST_HEIGHT = 960, 600
