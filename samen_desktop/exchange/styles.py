"""How cells look: the light palette, Calibri 10, and the style numbers a workbook gives them.

Status colours belong to the marks (`core.reports.marks`); the rest of the palette stands here. A
sign is part of the number format, so that the value of a cell stays the plain word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samen_desktop.core.reports.marks import Mark
from samen_desktop.core.reports.sheet import Column, Kind

from .excel import openpyxl_module
from .safe_cells import Style, lines_of

FONT = "Calibri"
SIZE = 10
TEXT, SECONDARY, ACCENT = "1A2226", "51606A", "0B6573"
SELECTED, SUBTLE, LINE, HAIR = "DBEDF0", "F7F9FA", "CBD3D7", "E3E8EA"

LINE_POINTS = 12.75
PADDING_POINTS = 4.0
TALLEST_POINTS = 409.0  # Excel shows no taller row

_PIXELS_PER_MM = 96 / 25.4
_DIGIT_PIXELS = 7  # widest digit of the default font, the unit of a column width
_MM_PER_SIGN = 1.47  # an average character of Calibri 10 on a screen, in running Dutch
_BOLD = 1.05
_MARGIN_MM = 2.0
_BUTTON_MM = 5
_DATE = "dd\\-mm\\-yyyy"


def width(millimetres: int) -> float:
    """A column width as a workbook stores it."""
    return round(millimetres * _PIXELS_PER_MM / _DIGIT_PIXELS, 2)


def room(millimetres: int, *, bold: bool = False) -> int:
    """How many average characters fit on one line of a column."""
    return max(1, int((millimetres - _MARGIN_MM) / (_MM_PER_SIGN * (_BOLD if bold else 1))))


def height(lines: int) -> float:
    """The height in points of a row of so many lines."""
    return min(TALLEST_POINTS, lines * LINE_POINTS + PADDING_POINTS)


def lines_of_header(columns: Iterable[Column]) -> int:
    """How many lines the header row takes; a filter button takes its share of each."""
    return max(
        lines_of(column.title, room(column.width - _BUTTON_MM, bold=True)) for column in columns
    )


Foreign = Any
"""An object of openpyxl: its classes are known only once openpyxl is loaded, at its first use."""


@dataclass(frozen=True, slots=True)
class _Look:
    """All that tells one cell style from another here; `code` is the number format."""

    bold: bool
    ink: str
    fill: str
    code: str
    number: bool


class Styles:
    """Gives style numbers within one openpyxl workbook; equal looks get equal numbers."""

    def __init__(self, worksheet: Foreign) -> None:
        self._worksheet = worksheet
        self._looks = openpyxl_module("openpyxl.styles")
        self._cell = openpyxl_module("openpyxl.cell.cell").Cell
        self._known: dict[_Look, tuple[int, int]] = {}

    def header(self, cell: Foreign) -> None:
        """Dress a header cell."""
        looks = self._looks
        cell.font = self._font(bold=True)
        cell.fill = looks.PatternFill("solid", fgColor=SELECTED)
        cell.border = looks.Border(bottom=looks.Side(style="medium", color=ACCENT))
        cell.alignment = looks.Alignment(wrap_text=True, vertical="bottom")

    def of(self, column: Column, *, total: bool = False) -> Style:
        """Styles for the text, numbers or dates of a column; `total` for a row that sums up."""
        bold = total or column.kind is Kind.CODE
        code = _DATE if column.kind is Kind.DATE else "0" if column.kind is Kind.NUMBER else "@"
        look = _Look(bold, TEXT, SUBTLE if total else "", code, column.kind is Kind.NUMBER)
        return Style(*self._numbers(look), room=room(column.width, bold=bold))

    def marked(self, column: Column, mark: Mark, *, total: bool = False) -> Style:
        """Styles for a marked word in this column."""
        fill = mark.tint or (SUBTLE if total else "")
        look = _Look(True, mark.ink, fill, f'"{mark.sign} "@', number=False)
        signs = room(column.width, bold=True) - len(mark.sign) - 1
        return Style(*self._numbers(look), room=max(1, signs))

    def _font(self, *, bold: bool, ink: str = TEXT) -> Foreign:
        return self._looks.Font(name=FONT, size=SIZE, bold=bold, color=ink)

    def _numbers(self, look: _Look) -> tuple[int, int]:
        """The style's number, and that of the same style for risky text; asked for once."""
        if look not in self._known:
            self._known[look] = (
                self._dressed(look, quoted=False),
                self._dressed(look, quoted=True),
            )
        return self._known[look]

    def _dressed(self, look: _Look, *, quoted: bool) -> int:
        looks = self._looks
        cell = self._cell(self._worksheet, row=1, column=1)
        cell.font = self._font(bold=look.bold, ink=look.ink)
        if look.fill:
            cell.fill = looks.PatternFill("solid", fgColor=look.fill)
        cell.border = looks.Border(
            bottom=looks.Side(style="thin", color=LINE),
            right=looks.Side(style="thin", color=HAIR),
        )
        # A number never wraps; wrapped, some programs forget its indent.
        cell.alignment = looks.Alignment(
            wrap_text=not look.number,
            vertical="top",
            horizontal="right" if look.number else "left",
            indent=int(look.number),
        )
        cell.number_format = look.code
        cell.quotePrefix = quoted
        number: int = cell.style_id
        return number
