"""Bar charts beside a table, native to Excel: titles, visible axes, colours of the palette."""

from __future__ import annotations

from collections.abc import Sequence

from samen_desktop.core.reports.sheet import Chart

from .excel import openpyxl_module
from .styles import ACCENT, FONT, LINE, SECONDARY, TEXT, Foreign

_WIDTH_CM = 15.5
_BAR_CM = 0.62
_AROUND_CM = 3.0
_GAP_ROWS = 1
_ROW_CM = 18 / 72 * 2.54  # a row of one line


def add_charts(worksheet: Foreign, charts: Sequence[Chart], column: int) -> None:
    """Place the charts under each other, their left edge at `column` (from 1).

    Replaces the charts that were there, so that it may be called again when the rows are known.
    """
    worksheet._charts.clear()  # noqa: SLF001 - openpyxl has no other way to take a chart back
    letter = openpyxl_module("openpyxl.utils").get_column_letter(column)
    row = 2
    for chart in charts:
        drawn = _bars(worksheet, chart)
        drawn.height = _AROUND_CM + _BAR_CM * max(1, chart.count)
        drawn.width = _WIDTH_CM
        worksheet.add_chart(drawn, f"{letter}{row}")
        row += int(drawn.height / _ROW_CM) + 1 + _GAP_ROWS


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
