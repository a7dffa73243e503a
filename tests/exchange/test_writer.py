"""The workbook as it lies on disk: read back with openpyxl and as XML, every part of it."""

from __future__ import annotations

import re
import tracemalloc
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samen_desktop.core.reports.editions import COLLEAGUE, INTERN, Edition
from samen_desktop.core.reports.marks import Mark, Marked
from samen_desktop.core.reports.rows import PhaseRow
from samen_desktop.core.reports.sheet import Cell, Column, Kind, Sheet, Workbook
from samen_desktop.core.words import Language, Words
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.safe_cells import LONGEST, storable
from samen_desktop.exchange.writer import CancelledError, Written, write_workbook
from tests.core.reports.made_round import CANARY, MadeRound, dutch, english, overview

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml"
    r"|xl/(workbook|styles|sharedStrings)\.xml|xl/theme/theme1\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/sheet[1-9]\.xml|xl/worksheets/_rels/sheet[1-9]\.xml\.rels"
    r"|xl/tables/table[1-9]\.xml|xl/charts/chart[1-4]\.xml|xl/drawings/drawing1\.xml"
    r"|xl/drawings/_rels/drawing1\.xml\.rels"
)
NASTY = (
    "=1+1", "==", '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A1", "+31612345678", "-1",
    "@SUM(A1)", "'quoted", "\t=1+1", "#N/A", "#REF!", "TRUE", "1e5", "007", "31-02-2022",
    "2022-06-20", " leading", "trailing ", "two  spaces", "line\nbreak", "\n", "a\tb",
    "<b>&amp;</b>", "]]>", "_x000D_", "_x005F_", "x_x0041_", "e\u0301 combining", "עברית",
    "العربية \u200frtl", "\u202ereversed", "👩\u200d👧 family", "漢字かな", "\u200b",
    "\ufeffbom", "\u00a0nbsp", "“”‘’–—…", "&", "0", "NA", "null",
)  # fmt: skip


def write(
    path: Path, made: MadeRound, edition: Edition = COLLEAGUE, language: Language = "nl"
) -> Written:
    label = dutch if language == "nl" else english
    book = overview(made, edition=edition, language=language, label=label).workbook
    return write_workbook(book, path, language=language)


def of_rows(columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> Workbook:
    sheet = Sheet(title="Blad", table="Blad", columns=tuple(columns), rows=lambda: iter(rows))
    return Workbook(
        title="t", sheets=(sheet,), head_left="a & b", head_centre="", head_right="1",
        program="p", page=Words("&P", "&P"),
    )  # fmt: skip


def texts_back(path: Path, texts: Sequence[str]) -> list[Any]:
    rows = [(text,) for text in texts]
    write_workbook(of_rows([Column("Tekst", 40, Kind.LONG)], rows), path, language="nl")
    sheet = load(path)["Blad"]
    assert not formulas(path)
    back = [sheet.cell(row, 1).value for row in range(2, len(texts) + 2)]
    return [text and unescaped(text) for text in back]


def unescaped(text: str) -> str:
    """What Excel shows of a stored text: openpyxl leaves the escape of an underscore as it is."""
    return re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text)


def load(path: Path) -> Any:  # noqa: ANN401 - openpyxl's classes are not ours to name
    return openpyxl_module().load_workbook(path)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def formulas(path: Path) -> int:
    """Cells that a program would calculate."""
    found = 0
    for name, content in parts(path).items():
        if name.startswith("xl/worksheets/sheet"):
            found += sum(1 for _ in ElementTree.fromstring(content).iter(f"{MAIN}f"))
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    path = tmp_path_factory.mktemp("made") / "overzicht.xlsx"
    return path, write(path, MadeRound(80))


def test_what_was_said_to_be_written_was(made: tuple[Path, Written]) -> None:
    path, said = made
    book = load(path)
    assert said.bytes == path.stat().st_size
    for title, rows in said.rows.items():
        assert book[title].max_row == max(rows, 1) + 1
    assert said.rows["Inbreng"] == 79
    assert said.cut_cells == 0


def test_each_sheet_is_one_table_with_its_header_in_row_1(made: tuple[Path, Written]) -> None:
    book = load(made[0])
    names, ids = set(), set()
    for sheet in book:
        (table,) = sheet.tables.values()
        assert table.ref == table.autoFilter.ref == sheet.dimensions
        header = [cell.value for cell in sheet[1]]
        assert [column.name for column in table.tableColumns] == header
        assert all(isinstance(title, str) and title for title in header)
        names.add(table.displayName.lower())
        ids.add(table.id)
    assert len(names) == len(ids) == len(book.sheetnames) == 9


def test_each_sheet_is_frozen_and_prints_on_a4_one_page_wide(made: tuple[Path, Written]) -> None:
    for sheet in load(made[0]):
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize) == ("landscape", 9)
        assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text == "SAMEN 2022"
        assert sheet.oddHeader.center.text.endswith("Demogegevens – deels fictief")
        assert sheet.oddFooter.center.text == "pagina &P van &N"


def test_every_row_has_a_height_and_long_text_a_taller_one(made: tuple[Path, Written]) -> None:
    sheet = load(made[0])["Inbreng"]
    heights = [sheet.row_dimensions[row].height for row in range(2, sheet.max_row + 1)]
    assert all(heights)
    words = [len(sheet.cell(row, 7).value) for row in range(2, sheet.max_row + 1)]
    assert heights[words.index(max(words))] > 3 * min(heights)
    assert all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[1])


def test_dates_are_dates_and_partial_ones_text(made: tuple[Path, Written]) -> None:
    book = load(made[0])
    day = book["Inbreng"]["E2"]
    assert day.value == datetime(2022, 5, 18)  # noqa: DTZ001 - a cell knows no zone
    assert day.number_format == "dd\\-mm\\-yyyy"
    assert "03-2022" in [cell.value for cell in book["Sessies"]["B"]]


def test_status_is_told_by_word_sign_and_colour(made: tuple[Path, Written]) -> None:
    sheet = load(made[0])["Inbreng"]
    last = sheet.max_column
    cell = next(sheet.cell(row, last) for row in range(2, 20) if sheet.cell(row, last).value ==
                "niet overgenomen")  # fmt: skip
    assert cell.number_format == '"✕ "@'
    assert cell.font.color.rgb.endswith(Mark.NOT_ADOPTED.ink)
    assert cell.fill.fgColor.rgb.endswith(Mark.NOT_ADOPTED.tint)
    assert cell.font.b


def test_text_is_calibri_10_wrapped_and_at_the_top(made: tuple[Path, Written]) -> None:
    cell = load(made[0])["Inbreng"]["G2"]
    assert (cell.font.name, cell.font.sz) == ("Calibri", 10)
    assert cell.alignment.wrap_text
    assert cell.alignment.vertical == "top"


def test_properties_name_the_program_and_nobody(made: tuple[Path, Written]) -> None:
    about = load(made[0]).properties
    assert (about.creator, about.lastModifiedBy) == ("SAMEN Desktop", "SAMEN Desktop")
    assert (about.title, about.language) == ("Overzicht SAMEN 2022", "nl-NL")
    assert b"openpyxl" not in b"".join(parts(made[0]).values()).lower()


def test_only_expected_parts_and_no_names_links_comments_or_hidden_things(
    made: tuple[Path, Written],
) -> None:
    found = parts(made[0])
    assert [name for name in found if not PARTS.fullmatch(name)] == []
    everything = b"".join(found.values())
    for word in (
        b"hyperlink",
        b'hidden="1"',
        b'"hidden"',
        b"veryHidden",
        b"comments",
        b"externalLink",
    ):
        assert word not in everything
    names = re.findall(rb'<definedName name="([^"]+)"', found["xl/workbook.xml"])
    assert set(names) == {b"_xlnm.Print_Titles"}


def test_what_an_edition_hides_is_in_no_part(tmp_path: Path, made: tuple[Path, Written]) -> None:
    def canaries(path: Path) -> int:
        return b"".join(parts(path).values()).count(CANARY.encode())

    assert canaries(made[0]) == 0
    write(tmp_path / "intern.xlsx", MadeRound(80), INTERN)
    assert canaries(tmp_path / "intern.xlsx") > 80


def test_charts_are_native_titled_and_point_at_their_rows(made: tuple[Path, Written]) -> None:
    book = load(made[0])
    charts = [content for name, content in parts(made[0]).items() if "charts/chart" in name]
    assert len(charts) == 4
    rows = book["Cijfers"].max_row
    ends = [int(end) for chart in charts for end in re.findall(rb"\$C\$\d+:\$C\$(\d+)", chart)]
    assert max(ends) == rows
    for chart in charts:
        assert chart.count(b"<a:t>") == 3  # title, and a title for each axis
        assert b'<delete val="0"' in chart


def test_text_of_a_person_never_becomes_a_formula(made: tuple[Path, Written]) -> None:
    assert formulas(made[0]) == 0
    sheet = load(made[0])["Inbreng"]
    risky = [row[6] for row in sheet.iter_rows(min_row=2) if str(row[6].value).startswith("=")]
    assert risky
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)
    assert not sheet["G2"].quotePrefix


def test_a_writer_that_trusts_text_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "naive.xlsx"
    book = openpyxl_module().Workbook()
    for text in NASTY:
        book.active.append([text])
    book.save(path)
    assert formulas(path) > 0


def test_nasty_texts_come_back_as_they_were(tmp_path: Path) -> None:
    assert texts_back(tmp_path / "a.xlsx", NASTY) == list(NASTY)


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    given_texts = ["a\x00b", "a\x0bb", "a\r\nb", "a\rb", "\x1b[0m", "\ud800x", "\ufffe", "\x07=1"]
    back = texts_back(tmp_path / "a.xlsx", given_texts)
    assert back == ["ab", "a\nb", "a\nb", "a\nb", "[0m", "x", None, "=1"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=30))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xlsx"
    assert texts_back(path, texts) == [storable(text) or None for text in texts]


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    long, emoji, fits = "woord " * 7000, "😀" * 20_000, "x" * LONGEST
    book = of_rows([Column("Tekst", 40, Kind.LONG)], [(long,), (emoji,), (fits,)])
    assert write_workbook(book, path, language="nl").cut_cells == 2
    sheet = load(path)["Blad"]
    for row, text in ((2, long), (3, emoji)):
        value = sheet.cell(row, 1).value
        assert len(value.encode("utf-16-le")) <= 2 * LONGEST
        missing = re.search(r"… \(vervolg in SAMEN, (\d+) tekens\)$", value)
        assert missing
        assert len(value) - len(missing[0]) + int(missing[1]) == len(text)
    assert sheet.cell(4, 1).value == fits
    assert sheet.row_dimensions[2].height == 409


def test_an_empty_round_gives_tables_with_one_empty_row(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    said = write(path, MadeRound.empty())
    assert said.rows["Inbreng"] == 0
    sheet = load(path)["Inbreng"]
    (table,) = sheet.tables.values()
    assert table.ref.endswith("2")
    assert [cell.value for cell in sheet[2]] == [None] * sheet.max_column


@pytest.mark.parametrize("count", [1, 2, 501])
def test_any_number_of_rows(tmp_path: Path, count: int) -> None:
    path = tmp_path / "n.xlsx"
    assert write(path, MadeRound(count), INTERN).rows["Inbreng"] == count
    assert load(path)["Inbreng"].max_row == count + 1


def test_english(tmp_path: Path) -> None:
    path = tmp_path / "en.xlsx"
    write(path, MadeRound(), language="en")
    book = load(path)
    assert book.sheetnames[0] == "Reading guide"
    assert book.properties.language == "en-GB"
    assert book["Inputs"].oddFooter.center.text == "page &P of &N"


def test_a_page_header_does_not_take_orders_from_a_name(tmp_path: Path) -> None:
    path = tmp_path / "head.xlsx"
    write(path, MadeRound(name="Jeugd & Gezin &P\n2022 " + "lang " * 40))
    sheet = ElementTree.fromstring(parts(path)["xl/worksheets/sheet1.xml"])
    head = sheet.findtext(f".//{MAIN}oddHeader") or ""
    assert "Jeugd && Gezin &&P 2022 " in head
    assert len(head) <= 255
    write(path, MadeRound(name="&" * 300))
    sheet = ElementTree.fromstring(parts(path)["xl/worksheets/sheet1.xml"])
    assert len(sheet.findtext(f".//{MAIN}oddHeader") or "") <= 255


def test_phases_of_one_name_give_columns_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "phases.xlsx"
    phases = tuple(PhaseRow(f"p{at}", "1", "Zelfde\nnaam", "", "") for at in range(3))
    write(path, MadeRound(phase_rows=phases))
    sheet = load(path)["Bereik"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[2:5] == ["Fase 1 Zelfde naam", "Fase 1 Zelfde naam (2)", "Fase 1 Zelfde naam (3)"]
    (table,) = sheet.tables.values()
    assert [column.name for column in table.tableColumns] == titles


def test_marked_words_are_safe_too(tmp_path: Path) -> None:
    path = tmp_path / "mark.xlsx"
    rows: list[tuple[Cell]] = [
        (Marked("=1+1", Mark.ADOPTED),),
        (Marked("gewoon", Mark.ADOPTED),),
        ("kaal",),
        (None,),
    ]
    write_workbook(of_rows([Column("Status", 30, Kind.MARK)], rows), path, language="nl")
    sheet = load(path)["Blad"]
    assert [sheet.cell(row, 1).value for row in range(2, 6)] == ["=1+1", "gewoon", "kaal", None]
    assert sheet["A2"].quotePrefix
    assert formulas(path) == 0


def test_progress_counts_all_rows_and_may_stop_the_work(tmp_path: Path) -> None:
    path = tmp_path / "p.xlsx"
    book = overview(MadeRound(1200), edition=INTERN, language="nl", label=dutch).workbook
    heard: list[int] = []
    said = write_workbook(book, path, language="nl", progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == sum(said.rows.values())

    def stop(rows: int) -> None:
        if rows > 500:
            raise CancelledError

    before = path.read_bytes()
    book = overview(MadeRound(1200), edition=INTERN, language="nl", label=dutch).workbook
    with pytest.raises(CancelledError):
        write_workbook(book, path, language="nl", progress=stop)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["p.xlsx"]


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        def rows() -> Iterator[Sequence[Cell]]:
            return ((f"regel {at} {'woord ' * 30}", at) for at in range(count))

        columns = (Column("Tekst", 40, Kind.LONG), Column("Aantal", 20, Kind.NUMBER))
        sheet = Sheet(title="Blad", table="Blad", columns=columns, rows=rows)
        book = of_rows(columns, [])
        book = Workbook(
            title=book.title, sheets=(sheet,), head_left="", head_centre="", head_right="",
            program="", page=book.page,
        )  # fmt: skip
        tracemalloc.start()
        write_workbook(book, tmp_path / "m.xlsx", language="nl")
        reached = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return reached

    peak(1)
    assert peak(10_000) < 1.1 * peak(1_000)
