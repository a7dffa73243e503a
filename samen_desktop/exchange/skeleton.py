"""The workbook without its rows: openpyxl makes sheets, tables, charts, print set-up, properties.

It is made twice: once before the rows, for what stands around them, and once after, when the sizes
of tables and charts are known. The rows themselves are left to `writer`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from samen_desktop.core.reports.sheet import Sheet, Workbook
from samen_desktop.core.words import Language

from .charts import add_charts
from .excel import openpyxl_module
from .styles import FONT, SECONDARY, Foreign, Styles, height, lines_of_header, width

MAKER = "SAMEN Desktop"
LANGUAGES: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
_A4 = 9
_MARGIN, _HEAD_MARGIN, _HEAD = 0.4, 0.65, 0.3  # inches
_LEFT, _CENTRE, _RIGHT = 60, 70, 27  # with their commands these are the 255 signs Excel takes
_CM_PER_POINT = 2.54 / 72
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><Application>SAMEN Desktop</Application></Properties>'
)
"""Instead of openpyxl's, which names itself and its version."""

_DIMENSION = re.compile(rb"<dimension [^>]*/>")


class Skeleton:
    """One openpyxl workbook with a header row per sheet and no other cells."""

    def __init__(self, book: Workbook, language: Language) -> None:
        self._book = openpyxl_module().Workbook()
        self._book.remove(self._book.active)
        self._describe(book, language)
        self._sheets = [self._sheet(sheet, book, language) for sheet in book.sheets]
        self.styles = Styles(self._sheets[0])

    def part(self, index: int) -> str:
        """The name of the part that holds sheet number `index` (from 0)."""
        return f"xl/worksheets/sheet{index + 1}.xml"

    def around(self) -> dict[str, tuple[bytes, bytes]]:
        """What stands before and after the data rows, by the name of the sheet's part."""
        parts = self.parts()
        split = {}
        for index in range(len(self._sheets)):
            name = self.part(index)
            # The stated size would be that of the header alone; readers can do without one.
            head, tail = _DIMENSION.sub(b"", parts[name]).split(b"</sheetData>")
            split[name] = (head, b"</sheetData>" + tail)
        return split

    def settle(self, index: int, sheet: Sheet, rows: int) -> None:
        """Tell the table and the charts of a sheet how many data rows there are."""
        worksheet = self._sheets[index]
        table = worksheet.tables[sheet.table]
        # A table without a data row is no table to Excel: the writer leaves an empty row then.
        table.ref = f"A1:{self._letter(len(sheet.columns))}{max(1, rows) + 1}"
        table.autoFilter.ref = table.ref
        _draw(worksheet, sheet)

    def parts(self) -> dict[str, bytes]:
        """All parts of the workbook as it stands, by name."""
        saved = io.BytesIO()
        with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
            _writer_in_memory()(self._book, archive).save()
        with zipfile.ZipFile(saved) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["docProps/app.xml"] = APP
        return parts

    def _describe(self, book: Workbook, language: Language) -> None:
        about = self._book.properties
        about.title = book.title
        about.creator = about.lastModifiedBy = MAKER
        about.language = LANGUAGES[language]

    def _sheet(self, sheet: Sheet, book: Workbook, language: Language) -> Foreign:
        worksheet = self._book.create_sheet(sheet.title)
        styles = Styles(worksheet)
        for number, column in enumerate(sheet.columns, 1):
            cell = worksheet.cell(1, number, column.title)
            cell.data_type = "s"
            styles.header(cell)
            worksheet.column_dimensions[self._letter(number)].width = width(column.width)
        worksheet.row_dimensions[1].height = height(lines_of_header(sheet.columns))
        worksheet.freeze_panes = "B2"
        worksheet.sheet_view.showGridLines = False
        worksheet.add_table(self._table(sheet))
        self._print_setup(worksheet, book, language)
        _draw(worksheet, sheet)
        return worksheet

    def _table(self, sheet: Sheet) -> Foreign:
        tables = openpyxl_module("openpyxl.worksheet.table")
        ref = f"A1:{self._letter(len(sheet.columns))}2"
        table = tables.Table(displayName=sheet.table, ref=ref)
        table.autoFilter = openpyxl_module("openpyxl.worksheet.filters").AutoFilter(ref=ref)
        table.tableColumns = [
            tables.TableColumn(id=number, name=column.title)
            for number, column in enumerate(sheet.columns, 1)
        ]
        return table

    def _print_setup(self, worksheet: Foreign, book: Workbook, language: Language) -> None:
        worksheet.print_title_rows = "1:1"
        worksheet.sheet_properties.pageSetUpPr = openpyxl_module(
            "openpyxl.worksheet.properties"
        ).PageSetupProperties(fitToPage=True)
        setup, margins = worksheet.page_setup, worksheet.page_margins
        setup.orientation, setup.paperSize = "landscape", _A4
        setup.fitToWidth, setup.fitToHeight = 1, 0
        margins.left = margins.right = _MARGIN
        margins.top = margins.bottom = _HEAD_MARGIN
        margins.header = margins.footer = _HEAD
        head, foot = worksheet.oddHeader, worksheet.oddFooter
        _put(head.left, _plain(book.head_left, _LEFT))
        _put(head.center, _plain(book.head_centre, _CENTRE))
        _put(head.right, _plain(book.head_right, _RIGHT))
        _put(foot.left, "&A")
        _put(foot.center, book.page.say(language))
        _put(foot.right, _plain(book.program, _RIGHT))

    def _letter(self, number: int) -> str:
        letter: str = openpyxl_module("openpyxl.utils").get_column_letter(number)
        return letter


def _writer_in_memory() -> type[Foreign]:
    """openpyxl's writer, which would put each sheet in a file of the temp folder on its way.

    Headers hold the round's own words: a killed program would leave them there.
    """
    excel = openpyxl_module("openpyxl.writer.excel")

    class InMemory(excel.ExcelWriter):  # type: ignore[misc, name-defined]
        def write_worksheet(self, ws: Foreign) -> None:
            drawing = ws._drawing = excel.SpreadsheetDrawing()  # noqa: SLF001 - openpyxl's own
            drawing.charts, drawing.images = ws._charts, ws._images  # noqa: SLF001
            out = io.BytesIO()
            writer = excel.WorksheetWriter(ws, out)
            writer.write()
            ws._rels = writer._rels  # noqa: SLF001
            self._archive.writestr(ws.path[1:], out.getvalue())
            self.manifest.append(ws)

    return InMemory


def _draw(worksheet: Foreign, sheet: Sheet) -> None:
    table = sum(column.width for column in sheet.columns) / 10
    add_charts(worksheet, sheet.charts(), table, worksheet.row_dimensions[1].height * _CM_PER_POINT)


def _put(place: Foreign, text: str) -> None:
    place.text, place.size, place.font, place.color = text, 9, f"{FONT},Regular", SECONDARY


def _plain(text: str, longest: int) -> str:
    """Text for a page header, where `&` begins a command and all three parts share 255 signs."""
    line = " ".join(text.split())
    cut = line
    while len(cut) + cut.count("&") > longest:
        cut = cut[:-1]
    return (cut if cut == line else f"{cut[:-1]}…").replace("&", "&&")
