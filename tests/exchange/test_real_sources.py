"""Real files of municipalities, platforms and ministries open whole: every row, every header."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from pathlib import Path

import pytest

from samen_desktop.core.dates import is_iso, read_date
from samen_desktop.core.errors import KnownError
from samen_desktop.core.text import clean_name
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.source_cells import MAX_COLUMNS
from samen_desktop.exchange.table import open_here
from tests.conftest import REPOSITORY

DATA = REPOSITORY.parent / "shared" / "data"
SECTIONED = "Netherlands_Amsterdam_179.pb.csv"
FILES = sorted(path for room in ("real", "tools") for path in (DATA / room).glob("*.csv"))
BOOKS = sorted(path for room in ("real", "tools") for path in (DATA / room).glob("*.xlsx"))

pytestmark = pytest.mark.skipif(not FILES, reason="the strangers' files are not here")


def plain_rows(path: Path) -> list[list[str]]:
    """The rows as the csv module gives them, told by hand how these files were written."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    first = text.splitlines()[0]
    separator = max(";,", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return [row for row in rows if any(cell.strip() for cell in row)]


@pytest.mark.parametrize("path", [p for p in FILES if p.name != SECTIONED], ids=lambda p: p.name)
def test_every_row_of_a_csv_file_arrives(path: Path) -> None:
    source = open_here(path)
    plain = plain_rows(path)
    assert source.header == tuple(clean_name(cell) for cell in plain[0])
    rows = list(source.rows())
    assert len(rows) == len(plain) - 1
    assert not any(row.extra for row in rows)
    for row, theirs in zip(rows, plain[1:], strict=True):
        given = ["" if cell is None else cell for cell in row.cells]
        padded = theirs + [""] * (len(given) - len(theirs))
        assert given == ["" if cell.isspace() else cell for cell in padded]


def test_each_table_of_a_file_of_three_can_be_chosen() -> None:
    path = DATA / "real" / SECTIONED
    lines = [line.split(";") for line in path.read_text("utf-8").splitlines()]
    titles = [n for n, line in enumerate(lines) if len(line) == 1] + [len(lines)]
    assert len(titles) == 4
    for at, after in pairwise(titles):
        source = open_here(path, header_row=at + 2)
        assert source.header == tuple(clean_name(cell) for cell in lines[at + 1])
        assert len(list(source.rows())) == after - at - 2


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("path", BOOKS, ids=lambda p: p.name)
def test_every_row_of_every_sheet_arrives(path: Path) -> None:
    book = openpyxl_module().load_workbook(path, read_only=True, data_only=True)
    for title in open_here(path).sheets:
        theirs = book[title]
        theirs.reset_dimensions()
        if max(len(row) for row in theirs.iter_rows(values_only=True)) > MAX_COLUMNS:
            with pytest.raises(KnownError):
                open_here(path, sheet=title)
            continue
        source = open_here(path, sheet=title)
        filled = [
            number
            for number, row in enumerate(theirs.iter_rows(values_only=True), 1)
            if any(str(cell).strip() for cell in row if cell is not None)
        ]
        found = [row.number for row in source.rows() if _has_value(row.cells + row.extra)]
        assert found == [number for number in filled if number > source.header_row]
    book.close()


def _has_value(cells: tuple[object, ...]) -> bool:
    """A formula without a result is a fault to us, and nothing to openpyxl."""
    return any(cell is not None and str(cell) != "=" for cell in cells)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("decide_madrid_2019_comments.csv", "date"),
        ("polis_austria_klimarat_comments.csv", "datetime"),
        ("polis_nz_affordable_housing_comments.csv", "datetime"),
        ("polis_vtaiwan_uberx_comments.csv", "datetime"),
        ("rijksoverheid_agendas_rutte3.csv", "datum"),
        ("bewindspersonen_ministeries_rutte4.csv", "start_date"),
        ("eindhoven_moties.csv", "datum"),
        ("amsterdam_buurtbudgetten_deel1.csv", "jaar"),
    ],
)
def test_their_dates_are_understood(name: str, column: str) -> None:
    source = open_here(DATA / "real" / name)
    at = source.header.index(column)
    cells = {row.cells[at] for row in source.rows()}
    assert cells
    for cell in cells - {None}:
        assert is_iso(read_date(str(cell)))


def test_milliseconds_and_written_dates_of_one_platform_agree() -> None:
    source = open_here(DATA / "real" / "polis_nz_affordable_housing_comments.csv")
    for row in source.rows():
        counted = read_date(str(row.cells[0]), milliseconds=True)
        assert counted[:4] == read_date(str(row.cells[1]))[:4]
