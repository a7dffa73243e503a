"""Bar charts beside a table, native to Excel: titles, visible axes, colours of the palette."""

from __future__ import annotations

from collections.abc import Sequence

from samen_desktop.core.reports.sheet import Chart

from .excel import openpyxl_module
from .styles import ACCENT, FONT, LINE, SECONDARY, TEXT, Foreign

_WIDTH_CM, _GAP_CM = 15.5, 0.6
_BAR_CM = 0.52
_AROUND_CM = 2.7
_PAGE_CM = 27.7, 17.7
"""What a page holds of a sheet, wide and high, before it is shrunk to one page wide."""
_WIDER = 1.07  # some programs draw columns this much wider than Excel does
_SURE_CM, _UNSURE_CM = 1.0, 2.4  # a page ends between two rows, and each program finds its own


def add_charts(worksheet: Foreign, charts: Sequence[Chart], table_cm: float, top_cm: float) -> None:
    """Place the charts under each other, to the right of a table that is so wide.

    `top_cm` is the height of the header row, which is repeated on every page. A chart that would be
    cut in two by the end of a page begins on the next. Replaces the charts that were there, so that
    it may be called again when the rows are known.
    """
    worksheet._charts.clear()  # noqa: SLF001 - openpyxl has no other way to take a chart back
    left = table_cm * _WIDER + _GAP_CM
    wide, high = _PAGE_CM
    page = high * max(1.0, (left + _WIDTH_CM) / wide) - _SURE_CM
    at, page_end = top_cm + _GAP_CM, page
    for chart in charts:
        height = _AROUND_CM + _BAR_CM * max(1, chart.count)
        if at + height > page_end and height < page - top_cm:
            at, page_end = page_end + _UNSURE_CM, page_end + page - top_cm
        drawn = _bars(worksheet, chart)
        drawn.anchor = _at(left, at, height)
        worksheet.add_chart(drawn)
        at += height + _GAP_CM


def _at(left: float, top: float, height: float) -> Foreign:
    """A place on the sheet that does not depend on how high a program makes the rows."""
    module = openpyxl_module("openpyxl.drawing.spreadsheet_drawing")
    shapes = openpyxl_module("openpyxl.drawing.xdr")
    to_emu = openpyxl_module("openpyxl.utils.units").cm_to_EMU
    return module.AbsoluteAnchor(
        pos=shapes.XDRPoint2D(to_emu(left), to_emu(top)),
        ext=shapes.XDRPositiveSize2D(to_emu(_WIDTH_CM), to_emu(height)),
    )


def _bars(worksheet: Foreign, chart: Chart) -> Foreign:
    module = openpyxl_module("openpyxl.chart")
    bars = module.BarChart()
    bars.type, bars.style, bars.gapWidth = "bar", 10, 40
    first, last = chart.first + 2, chart.first + 1 + max(1, chart.count)
    values = module.Reference(worksheet, min_col=chart.values + 1, min_row=first, max_row=last)
    names = module.Reference(worksheet, min_col=chart.names + 1, min_row=first, max_row=last)
    series = module.Series(values, title=chart.values_title)
    series.graphicalProperties.solidFill = ACCENT
    series.graphicalProperties.line.solidFill = ACCENT
    series.dPt.extend(_point(index, ink) for index, ink in enumerate(chart.inks) if ink)
    bars.series.append(series)
    bars.set_categories(names)
    bars.title = _title(chart.title, size=12, bold=True)
    bars.legend = None
    bars.dataLabels = _labels()
    _axis(bars.x_axis, chart.names_title)
    _axis(bars.y_axis, chart.values_title)
    # First row on top, as in the table.
    bars.x_axis.scaling.orientation = "maxMin"
    bars.y_axis.crosses = "max"
    bars.y_axis.scaling.min = 0
    bars.y_axis.majorGridlines.spPr = _line(LINE)
    bars.y_axis.number_format = "0"
    return bars


def _point(index: int, ink: str) -> Foreign:
    point = openpyxl_module("openpyxl.chart.marker").DataPoint(idx=index)
    point.graphicalProperties.solidFill = ink
    point.graphicalProperties.line.solidFill = ink
    return point


def _axis(axis: Foreign, title: str) -> None:
    axis.delete = False  # openpyxl leaves it open, and some programs then hide the axis
    axis.title = _title(title, size=9, bold=False)
    axis.txPr = _text_properties(9, SECONDARY)
    axis.majorTickMark = "none"
    axis.spPr = _line(LINE)


def _labels() -> Foreign:
    labels = openpyxl_module("openpyxl.chart.label").DataLabelList()
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.txPr = _text_properties(9, TEXT)
    return labels


def _line(ink: str) -> Foreign:
    shapes = openpyxl_module("openpyxl.chart.shapes")
    look = shapes.GraphicalProperties()
    look.line.solidFill = ink
    return look


def _characters(size: int, ink: str, *, bold: bool) -> Foreign:
    text = openpyxl_module("openpyxl.drawing.text")
    font = text.Font(typeface=FONT)
    return text.CharacterProperties(sz=size * 100, b=bold, solidFill=ink, latin=font)


def _text_properties(size: int, ink: str) -> Foreign:
    text = openpyxl_module("openpyxl.drawing.text")
    rich = openpyxl_module("openpyxl.chart.text").RichText
    properties = text.ParagraphProperties(defRPr=_characters(size, ink, bold=False))
    return rich(p=[text.Paragraph(pPr=properties, endParaRPr=text.CharacterProperties())])


def _title(words: str, *, size: int, bold: bool) -> Foreign:
    text = openpyxl_module("openpyxl.drawing.text")
    charts = openpyxl_module("openpyxl.chart.text")
    titles = openpyxl_module("openpyxl.chart.title")
    look = _characters(size, TEXT if bold else SECONDARY, bold=bold)
    run = text.RegularTextRun(rPr=look, t=words)
    paragraph = text.Paragraph(pPr=text.ParagraphProperties(defRPr=look), r=[run])
    return titles.Title(tx=charts.Text(rich=charts.RichText(p=[paragraph])), overlay=False)
