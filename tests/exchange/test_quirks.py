"""Awkward files of others: each is read right or refused with its sentence, none by guessing."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.source_cells import CellFault
from samen_desktop.exchange.table import open_here
from samen_desktop.exchange.xlsx_source import open_workbook
from tests.conftest import REPOSITORY

QUIRKS = REPOSITORY.parent / "shared" / "data" / "quirks"

pytestmark = pytest.mark.skipif(not QUIRKS.is_dir(), reason="the strangers' files are not here")

moment = datetime.fromisoformat
NEW_YEAR = date(2021, 1, 1)
COPY = (
    'This is a "test csv file"\nwith both "line breaks"\nand "escaped\nquotes" that breaks\n'
    "the delimiters"
)

READ: dict[str, list[tuple[object, ...]]] = {
    "calamine__date_1904.xlsx": [
        ("2021-01-01", "15"),
        (date(2021, 1, 2), 16),
        ("255:10:10", 17),
    ],
    "calamine__date_quoted_format.xlsx": [("2021-01-01",), (NEW_YEAR,), (NEW_YEAR,), (NEW_YEAR,)],
    "calamine__errors.xlsx": [
        ("#DIV/0!",),
        *((CellFault(f"#{e}"),) for e in ("NAME?", "VALUE!", "NULL!", "REF!", "NUM!", "N/A")),
    ],
    "calamine__has_x000D_.xlsx": [("ABC DEF",)],
    "calamine__header-row.xlsx": [
        ("Columns", "Column A", "Column B", "Column C"),
        ("put data here", 1, 2, 3),
    ],
    "calamine__merged_range.xlsx": [
        ("A1", "B1", "C1", "", "E1", "F1", "G1", "H1"),
        ("A3", "B3", "C3", None, "E3", "F3", "G3", "H3"),
        ("A4", "B4", "C4", None, "E4", "F4", "G4", "H4"),
    ],
    "calamine__nonstandard-xml-ns-prefix.xlsx": [("a", "b"), (1, 3), (2, 4)],
    "calamine__whitespace_trim.xlsx": [
        ("trimmed value", "value with tabs", "", "clean text"),
        ("  line1\nline2  ", "  line1\nline2  ", None, None),
        ("日期 时间", None, None, None),
    ],
    "phpss__HiddenMergeCellsTest.xlsx": [("", "2"), (12, 4, 3)],  # covered cells do hold values
    "phpss__explicitdate.xlsx": [
        ("42",),
        (1, 2, 3),
        (
            moment("2021-12-31T23:44:51.894"),
            date(2021, 12, 31),
            time(23, 44, 51, 894_000),
            CellFault("="),
            CellFault("="),
        ),
    ],
    "phpss__misleading.xlsx": [
        ("2000-01-01", "", "36526", "123"),
        (date(2012, 2, 29), None, 40968, "456"),
        (date(2023, 12, 31), None, 45291, "789"),
    ],
    "phpss__octo#thorpe.xlsx": [("xyz",)],
    "phpss__rootZipFiles.xlsx": [("TEST CELL",)],
    "phpss__utf16be.bom.xlsx": [("1",)],
    "poi__SampleSS.strict.xlsx": [
        ("Test spreadsheet",),
        ("2nd row", "2nd row 2nd column"),
        ("This one is red",),
    ],
    "poi__TwoSheetsOneHidden.xlsx": [("Sheet2A1",)],
    "poi__workbookProtection-sheet_password-2013.xlsx": [('The password of this Sheet is: "pwd"',)],
    "poi__xxe_in_schema.xlsx": [
        ("", "", "/Test/Test", "Column1", "Column2"),
        (None, None, "1", None, None),
    ],
    "phpss__semicolon_separated.csv": [
        ("This", "Are", "Headers"),
        ("Cell A2", "Number with comma", "25,5"),
        ("Two colons and a comma", "B|3", ":,:"),
    ],
    "phpss__NumberFormatTest.de.csv": [
        ("-123", "1.234", "12.345,67"),
        ("123,4567", "123,456789012", None),
        ("-1.234,567", None, None),
        ("WAHR", "FALSCH", None),
        ("FALSE", "TRUE", None),
    ],
    "phpss__sep.csv": [("A", "1"), ("2", "3")],
    "phpss__premiere.win1252.csv": [
        ("première", "second", "troisième"),
        ("Quatrième", "cinquième", "sixième"),
    ],
    "phpss__premiere.utf16lebom.csv": [
        ("première", "second", "troisième"),
        ("Quatrième", "cinquième", "sixième"),
    ],
    "phpss__linend.mac.csv": [("A", "1"), ("2", "3")],
    "phpss__line_break_in_enclosure_with_escaped_quotes.csv": [
        ("Name", "Copy", "URL"),
        *[("Test", COPY, "http://google.com")] * 4,
    ],
    "phpss__escape.csv": [
        ('a"hello;hello;hello;"', 'b"hello;hello;hello;"', 'c"\\hello;hello;hello;"'),
        ('a"hello;hello;hello;"', 'b"hello;hello;hello;"', 'c"\\hello;hello;hello;"', "d"),
        *[('a"hello;hello;hello;"', 'b"hello;hello;hello;"', 'c"\\hello;hello;hello;"')] * 2,
    ],
    "phpss__encoding.iso88591.csv": [("Å", "1"), ("2", "3")],
    "csvspectrum__comma_in_quotes.csv": [
        ("first", "last", "address", "city", "zip"),
        ("John", "Doe", "120 any st.", "Anytown, WW", "08123"),
    ],
    "csvspectrum__newlines_crlf.csv": [
        ("a", "b", "c"),
        ("1", "2", "3"),
        ("Once upon \na time", "5", "6"),
        ("7", "8", "9"),
    ],
    "csvspectrum__quotes_and_newlines.csv": [("a", "b"), ("1", 'ha \n"ha" \nha'), ("3", "4")],
    "csvspectrum__json.csv": [
        ("key", "val"),
        ("1", '{"type": "Point", "coordinates": [102.0, 0.5]}'),
    ],
}

REFUSED = {
    "calamine__OOM_alloc3.xls": "source.old-xls",
    "calamine__too_small.xls": "source.damaged",
    "calamine__date.ods": "source.ods",
    "calamine__pass_protected.ods": "source.ods",
    "calamine__pass_protected.xlsx": "source.encrypted",
    "calamine__empty_sheet.xlsx": "source.empty",
    "phpss__empty.csv": "source.empty",
    "poi__57893-many-merges.xlsx": "source.empty",
    "poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx": "source.damaged",
    "poi__password.xls": "source.old-xls",
    "poi__poc-shared-strings.xlsx": "source.damaged",
    "poi__poc-xmlbomb.xlsx": "source.unsafe",
    "poi__xlsx-corrupted.xlsx": "source.damaged",
}

BY_OTHERS_TESTS = {"calamine__date_iso.xlsx", "poi__DateFormatTests.xlsx"}


@pytest.mark.parametrize("name", READ)
def test_read_right(name: str) -> None:
    source = open_here(QUIRKS / name)
    assert [source.header, *(row.cells + row.extra for row in source.rows())] == READ[name]


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(KnownError) as caught:
        list(open_here(QUIRKS / name).rows())
    assert caught.value.code == REFUSED[name]
    assert name in caught.value.say("nl")


def test_no_awkward_file_is_forgotten() -> None:
    assert {
        path.name for path in QUIRKS.iterdir()
    } == READ.keys() | REFUSED.keys() | BY_OTHERS_TESTS


def test_iso_dates_are_dates() -> None:
    source = open_here(QUIRKS / "calamine__date_iso.xlsx")
    assert source.header == ("2021-01-01",)
    found = [row.cells[0] for row in source.rows()]
    assert found[:2] == [moment("2021-01-01T10:10:10"), time(10, 10, 10)]


def test_46_date_formats_are_all_dates() -> None:
    source = open_here(QUIRKS / "poi__DateFormatTests.xlsx", sheet="Tests")
    values = {row.cells[2] for row in source.rows()}
    assert moment("1952-10-11T14:35:27") in values
    assert all(isinstance(value, date) for value in values)


def test_line_ends_of_old_excel_come_through() -> None:
    path = QUIRKS / "calamine__has_x000D_.xlsx"
    book = open_workbook(path)
    assert next(book.rows(book.sheets[0])) == (1, ["ABC\r\nDEF"])


SOUND = sorted(name for name in READ if name.endswith(".xlsx"))
ONLY_OURS = {
    "phpss__rootZipFiles.xlsx",  # openpyxl: IndexError
    "poi__SampleSS.strict.xlsx",  # openpyxl: no sheets
    "calamine__has_x000D_.xlsx",  # openpyxl leaves _x000D_ in the text
}


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", [name for name in SOUND if name not in ONLY_OURS])
def test_openpyxl_agrees(name: str) -> None:

    book = openpyxl_module().load_workbook(QUIRKS / name, read_only=True, data_only=True)
    ours = open_workbook(QUIRKS / name)
    for sheet in ours.sheets:
        theirs = book[sheet.title]
        theirs.reset_dimensions()
        judged = {}
        for number, row in enumerate(theirs.iter_rows(values_only=True), 1):
            cells = [_as_ours(value) for value in row]
            while cells and cells[-1] is None:
                cells.pop()
            if cells:
                judged[number] = cells
        read = {n: [_as_theirs(cell) for cell in cells] for n, cells in ours.rows(sheet)}
        assert {n: _trimmed(cells) for n, cells in read.items() if _trimmed(cells)} == judged
    book.close()


def _trimmed(cells: list[object]) -> list[object]:
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _as_theirs(cell: object) -> object:
    """A fault is an error text to openpyxl, and a formula without result nothing."""
    if isinstance(cell, CellFault):
        return None if cell.text == "=" else cell.text
    return cell


def _as_ours(value: object) -> object:
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    if isinstance(value, timedelta):
        hours, rest = divmod(int(value.total_seconds()), 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    if isinstance(value, str) and not value.strip():
        return None
    return value
