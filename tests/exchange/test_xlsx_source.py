"""Workbooks of strangers: read as Excel shows them, or refused; openpyxl judges the sound ones."""

from __future__ import annotations

import random
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import xlsx_book, xlsx_numbers, xlsx_source
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.source_cells import CellFault
from samen_desktop.exchange.table import open_here
from samen_desktop.exchange.xlsx_book import Shown, shown_by, unescape
from tests.exchange import attacks

moment = datetime.fromisoformat


def cells(
    path: Path, *, sheet: str | None = None, header_row: int | None = None
) -> list[tuple[object, ...]]:
    """Header and rows together."""
    source = open_here(path, sheet=sheet, header_row=header_row)
    return [source.header, *(row.cells + row.extra for row in source.rows())]


def code_of(path: Path, *, sheet: str | None = None, header_row: int | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        cells(path, sheet=sheet, header_row=header_row)
    return caught.value.code


def workbook(path: Path, rows: list[list[Any]], **about: object) -> Path:
    book = openpyxl_module().Workbook()
    for name, value in about.items():
        setattr(book, name, value)
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def one(path: Path, cell: str, **parts: str) -> object:
    """The value of one cell, given as XML, under a header."""
    rows = attacks.text_row(1, "kop") + f'<row r="2">{cell}</row><row r="3"><c><v>1</v></c></row>'
    written = attacks.write(path / "een.xlsx", attacks.parts(rows, **parts))
    found = {row.number: row.cells[0] for row in open_here(written).rows()}
    return found.get(2)


ROWS: list[list[Any]] = [
    ["tekst", "geheel", "breuk", "dag", "moment", "tijd", "ja", "leeg"],
    [
        "Één ☕ <b>&",
        7,
        7.25,
        date(2022, 5, 18),
        moment("2022-05-18T14:30"),
        time(9, 5),
        True,
        None,
    ],
    ["=1+1'", -3, 1e-9, date(1900, 1, 1), moment("2022-12-31T23:59:59"), time(0), False, None],
    [
        "regel\ntwee",
        10**14,
        0.1,
        date(1900, 3, 1),
        moment("1999-01-01T00:01"),
        time(23, 59),
        True,
        0,
    ],
]


@pytest.mark.parametrize("from_1904", [False, True])
def test_values_come_back_as_they_were_written(tmp_path: Path, from_1904: bool) -> None:
    rows = [row[:] for row in ROWS]
    about: dict[str, object] = {}
    if from_1904:
        about["epoch"] = openpyxl_module("openpyxl.utils.datetime").CALENDAR_MAC_1904
        rows = [
            [date(2022, 5, 18) if v in (date(1900, 1, 1), date(1900, 3, 1)) else v for v in row]
            for row in rows
        ]
        rows[3][4] = moment("2010-01-01T00:01")
    for row in rows[1:]:
        row[0] = "'" + row[0]
    path = workbook(tmp_path / "w.xlsx", rows, **about)
    assert cells(path) == [tuple(row) for row in rows]


def test_openpyxl_reads_the_same_from_the_same_file(tmp_path: Path) -> None:
    chance = random.Random(1)
    values: list[Any] = [
        None, "tekst", "  rand  ", 0, 12, -4.5, 1e20, True, False, "#N/A tekst", "_x", "é\u200b",
        date(2022, 5, 18), moment("2022-05-18T12:00:01"), time(12), timedelta(hours=3),
    ]  # fmt: skip
    rows = [[f"kop {n}" for n in range(8)]]
    rows += [[chance.choice(values) for _ in range(8)] for _ in range(200)]
    path = workbook(tmp_path / "w.xlsx", rows)
    theirs = openpyxl_module().load_workbook(path, read_only=True, data_only=True)
    judged = [[_as_ours(v) for v in row] for row in theirs.active.iter_rows(values_only=True)]
    theirs.close()
    ours = [list(row) for row in cells(path)]
    assert ours == [row for row in judged if any(v is not None for v in row)]


def _as_ours(value: object) -> object:
    if isinstance(value, timedelta):
        return xlsx_numbers.elapsed(str(value / timedelta(days=1)))
    if isinstance(value, datetime) and value.time() == time():
        return value.date()
    return value


def test_a_sheet_that_lies_about_its_size_is_read_whole(tmp_path: Path) -> None:
    rows = "".join(attacks.text_row(n, f"rij {n}") for n in range(1, 51))
    lie = attacks.sheet(rows, before='<dimension ref="A1"/>')
    path = attacks.write(tmp_path / "l.xlsx", attacks.parts(sheet=lie))
    assert len(cells(path)) == 50
    book = openpyxl_module().load_workbook(path, read_only=True)  # the trusting reader
    assert len(list(book.worksheets[0].iter_rows())) == 1
    book.close()


@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        "<mergeCells>"
        + "".join(f'<mergeCell ref="A{n}:{chr(66 + n * 7 % 25)}{n * 31}"/>' for n in range(50_000))
        + "</mergeCells>",
    ],
)
def test_ranges_without_end_are_not_followed(tmp_path: Path, after: str) -> None:
    content = attacks.parts(sheet=attacks.sheet(attacks.TABLE, after=after))
    assert len(cells(attacks.write(tmp_path / "m.xlsx", content))) == 2


def test_a_sheet_that_claims_everything_costs_nothing(tmp_path: Path) -> None:
    claim = attacks.sheet(attacks.TABLE, before='<dimension ref="A1:XFD1048576"/>')
    assert len(cells(attacks.write(tmp_path / "c.xlsx", attacks.parts(sheet=claim)))) == 2


def test_a_far_row_is_read_and_keeps_its_number(tmp_path: Path) -> None:
    far = attacks.TABLE + attacks.text_row(1_048_576, "School Z", "ver weg")
    source = open_here(attacks.write(tmp_path / "v.xlsx", attacks.parts(far)))
    assert [row.number for row in source.rows()] == [2, 1_048_576]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ('<row r="3"><c r="XFD3"><v>1</v></c></row>', "source.too-many-columns"),
        ('<row r="3"><c r="GS3"><v>1</v></c></row>', "source.too-many-columns"),
        ('<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="3"><v>1</v></c></row>', "source.damaged"),
        ('<row r="0"><c r="A0"><v>1</v></c></row>', "source.damaged"),
        ('<row r="99999999999"><c r="A9"><v>1</v></c></row>', "source.damaged"),
        ('<row r="drie"><c r="A3"><v>1</v></c></row>', "source.damaged"),
        ('<row r="3"><row r="4"/></row>', "source.damaged"),
        ('<row r="2"><c><v>1</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>2</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3"><c r="B3"/></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3" t="s"><v>99</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3" t="s"><v>-1</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3"><v>een</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3" t="zz"><v>1</v></c></row>', "source.damaged"),
        ('<row r="3"><c r="A3"><v>1</v></c>', "source.damaged"),
    ],
)
def test_impossible_rows_are_refused(tmp_path: Path, row: str, code: str) -> None:
    path = attacks.write(tmp_path / "o.xlsx", attacks.parts(attacks.TABLE + row))
    assert code_of(path) == code


def test_blank_cells_far_out_do_not_count(tmp_path: Path) -> None:
    styled = '<row r="3"><c r="XFD3" s="1"/></row>' + '<row ht="20"/>' * 3
    path = attacks.write(tmp_path / "b.xlsx", attacks.parts(attacks.TABLE + styled))
    assert len(cells(path)) == 2


def test_too_many_rows_are_refused_and_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "r.xlsx", [["kop"]] + [[n] for n in range(10)])
    monkeypatch.setattr(xlsx_source, "MAX_ROWS", 11)
    assert len(cells(path)) == 11
    monkeypatch.setattr(xlsx_source, "MAX_ROWS", 10)
    assert code_of(path) == "source.too-many-rows"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>3.0</v></c>", 3),
        ("<c><v>1E3</v></c>", 1000),
        ("<c><v>2.5</v></c>", 2.5),
        ("<c><v>1E400</v></c>", CellFault("1E400")),
        ("<c><v>NaN</v></c>", CellFault("NaN")),
        ("<c><v></v></c>", None),
        ('<c t="b"><v>1</v></c>', True),
        ('<c t="b"><v>0</v></c>', False),
        ('<c t="e"><v>#N/A</v></c>', CellFault("#N/A")),
        ('<c t="str"><f>A1</f><v>#N/A</v></c>', "#N/A"),
        ('<c t="str"><f>A1</f><v></v></c>', None),
        ("<c><f>A1+1</f></c>", CellFault("=")),
        ("<c><f>A1+1</f><v/></c>", CellFault("=")),
        ("<c><f>A1+1</f><v>8</v></c>", 8),
        ('<c t="s"><v>0</v></c>', "gedeeld"),
        ('<c t="inlineStr"><is><t>a</t></is></c>', "a"),
        ('<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', "ab"),
        ('<c t="inlineStr"><is><t>字</t><rPh sb="0" eb="1"><t>じ</t></rPh></is></c>', "字"),
        ('<c t="inlineStr"><is><t>  </t></is></c>', None),
        ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', "a\rb"),
        ('<c t="d"><v>2022-05-18</v></c>', date(2022, 5, 18)),
        ('<c t="d"><v>2022-05-18T00:00:00Z</v></c>', date(2022, 5, 18)),
        ('<c t="d"><v>2022-05-18T09:30:00</v></c>', moment("2022-05-18T09:30")),
        ('<c t="d"><v>09:30:00</v></c>', time(9, 30)),
        ('<c t="d"><v>mei</v></c>', CellFault("mei")),
        ('<c s="1"><v>44699</v></c>', date(2022, 5, 18)),
        ('<c s="1"><v>44699.604166666664</v></c>', moment("2022-05-18T14:30")),
        ('<c s="1"><v>-1</v></c>', CellFault("-1")),
        ('<c s="1"><v>9999999</v></c>', CellFault("9999999")),
        ('<c s="1"><v>0.5</v></c>', time(12)),
        ('<c s="1" t="inlineStr"><is><t>18-05-2022</t></is></c>', "18-05-2022"),
        ('<c s="77"><v>5</v></c>', 5),
    ],
)
def test_cells_mean_what_excel_shows(tmp_path: Path, cell: str, value: object) -> None:
    found = one(tmp_path, cell)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("dd-mm-yyyy", Shown.DATE),
        ("[$-413]d mmmm yyyy;@", Shown.DATE),
        ('yyyy"-"mm', Shown.DATE),
        ("h:mm", Shown.DATE),
        ("[h]:mm", Shown.ELAPSED),
        ("[ss].00", Shown.ELAPSED),
        ("General", Shown.NUMBER),
        ('0 "dagen"', Shown.NUMBER),
        ("0\\d", Shown.NUMBER),
        ("[Red]0", Shown.NUMBER),
        ("0_d", Shown.NUMBER),
        ('"$"#,##0_);[Red]\\("$"#,##0\\)', Shown.NUMBER),
        ("0;[Red]yyyy", Shown.NUMBER),
        ("0.00E+00", Shown.NUMBER),
        ("@", Shown.NUMBER),
    ],
)
def test_number_formats_are_told_apart(code: str, shown: Shown) -> None:
    assert shown_by(code) is shown


def test_elapsed_time_is_text(tmp_path: Path) -> None:
    styles = attacks.parts()["xl/styles.xml"].replace("dd\\-mm\\-yyyy", "[h]:mm")
    assert one(tmp_path, '<c s="1"><v>1.5</v></c>', styles=styles) == "36:00:00"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a_x000D_\nb", "a\r\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041_", "_x0041_"),
        ("_x005F_", "_x005F_"),
        ("snake_x_case", "snake_x_case"),
        ("_x000B_", "\x0b"),
    ],
)
def test_escapes_are_undone(written: str, meant: str) -> None:
    assert unescape(written) == meant


def test_an_escaped_underscore_in_shared_text_survives(tmp_path: Path) -> None:
    strings = f'<sst xmlns="{attacks.MAIN}"><si><t>_x005F_x000D_</t></si></sst>'
    assert one(tmp_path, '<c t="s"><v>0</v></c>', strings=strings) == "_x000D_"
    book = openpyxl_module().load_workbook(tmp_path / "een.xlsx")  # the reader that forgets it
    assert book.active["A2"].value != "_x005F_x000D_"


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    path = attacks.write(tmp_path / "strikt.xlsx", attacks.strict(attacks.parts()))
    assert cells(path)[1] == ("School A", "Waar kan ik heen?")
    with pytest.warns(UserWarning, match="invalid specification"):
        book = openpyxl_module().load_workbook(path, read_only=True)  # the reader that sees nothing
    assert book.worksheets == []
    book.close()


def test_prefixes_do_not_matter(tmp_path: Path) -> None:
    content = {
        name: text.replace("<", "<x:")
        .replace("<x:/", "</x:")
        .replace("<x:?", "<?")
        .replace(f'xmlns="{attacks.MAIN}"', f'xmlns:x="{attacks.MAIN}"')
        if "/worksheets/" in name or name == "xl/workbook.xml"
        else text
        for name, text in attacks.parts().items()
    }
    assert len(cells(attacks.write(tmp_path / "p.xlsx", content))) == 2


def test_sheets_are_found_by_name_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    book = openpyxl_module().Workbook()
    book.active.title = "Verborgen"
    book.active.append(["geheim"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Leeg")
    book.create_sheet("Inbreng École").append(["naam", "woorden"])
    book.create_sheet("Meer").append(["iets"])
    book.save(tmp_path / "b.xlsx")
    source = open_here(tmp_path / "b.xlsx")
    assert source.sheet == "Inbreng École"
    assert source.sheets == ("Verborgen", "Leeg", "Inbreng École", "Meer")
    assert "“Meer”" in source.notes[0].nl
    assert "Verborgen" not in source.notes[0].nl
    assert open_here(tmp_path / "b.xlsx", sheet="inbreng ecole").sheet == "Inbreng École"
    assert open_here(tmp_path / "b.xlsx", sheet="Verborgen").header == ("geheim",)
    assert code_of(tmp_path / "b.xlsx", sheet="Leeg") == "source.empty-sheet"
    with pytest.raises(KnownError) as caught:
        open_here(tmp_path / "b.xlsx", sheet="Blad9")
    assert caught.value.code == "source.sheet-missing"
    assert "“Inbreng École”" in caught.value.say("nl")


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert code_of(workbook(tmp_path / "l.xlsx", [])) == "source.empty"


def test_the_header_is_found_below_a_title_and_said(tmp_path: Path) -> None:
    rows = [["Inbreng voorjaar"], [], ["toelichting bij de lijst"], ["naam", "woorden", "datum"]]
    path = workbook(tmp_path / "t.xlsx", [*rows, ["A", "x", 1], ["B", "y", 2]])
    source = open_here(path)
    assert (source.header_row, source.header) == (4, ("naam", "woorden", "datum"))
    assert "Rij 4" in source.notes[0].nl
    assert [row.number for row in source.rows()] == [5, 6]
    chosen = open_here(path, header_row=5)
    assert chosen.header == ("A", "x", "1")
    assert chosen.notes == ()
    assert code_of(path, header_row=2) == "source.header-missing"
    assert code_of(path, header_row=70) == "source.header-missing"


def test_what_stands_beside_the_header_is_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path / "x.xlsx", [["a", "b"], [1, 2, None, "los"], [3], [None, None, 4]])
    assert [(row.cells, row.extra) for row in open_here(path).rows()] == [
        ((1, 2), (None, "los")),
        ((3, None), ()),
        ((None, None), (4,)),
    ]


def test_double_headers_are_said(tmp_path: Path) -> None:
    source = open_here(workbook(tmp_path / "d.xlsx", [["naam", "naam", "x"], [1, 2, 3]]))
    assert source.header == ("naam", "naam", "x")
    assert "“naam”" in source.notes[0].nl


def test_one_long_text_repeated_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strings = f'<sst xmlns="{attacks.MAIN}"><si><t>{"x" * 40_000}</t></si></sst>'
    rows = "".join(f'<row r="{n}"><c t="s"><v>0</v></c></row>' for n in range(1, 40))
    path = attacks.write(tmp_path / "h.xlsx", attacks.parts(rows, strings=strings))
    assert len(cells(path)) == 39  # a long text is kept whole
    monkeypatch.setattr(xlsx_source, "MAX_ALL", 1_000_000)
    assert code_of(path) == "source.too-big-inside"


def test_a_hollow_sheet_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hollow = attacks.TABLE + "<row/>" * 20_000
    path = attacks.write(tmp_path / "h.xlsx", attacks.parts(hollow))
    assert len(cells(path)) == 2
    monkeypatch.setattr(xlsx_source, "_PATIENCE", -1.0)
    assert code_of(path) == "source.too-slow"


def test_too_many_texts_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strings = f'<sst xmlns="{attacks.MAIN}">' + "<si><t>a</t></si>" * 50 + "</sst>"
    path = attacks.write(tmp_path / "s.xlsx", attacks.parts(strings=strings))
    assert len(cells(path)) == 2
    monkeypatch.setattr(xlsx_book, "_MAX_STRINGS", 20)
    assert code_of(path) == "source.damaged"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "v.xlsx", [["a"], [1]])
    source = open_here(path)
    workbook(path, [["a"], [1], ["een rij erbij"]])
    with pytest.raises(KnownError) as caught:
        list(source.rows())
    assert caught.value.code == "source.changed"
    path.unlink()
    with pytest.raises(KnownError):
        list(source.rows())


@pytest.mark.parametrize("missing", ["xl/worksheets/sheet1.xml", "xl/workbook.xml"])
def test_a_promised_part_that_is_missing_is_damage(tmp_path: Path, missing: str) -> None:
    content = attacks.parts()
    del content[missing]
    assert code_of(attacks.write(tmp_path / "m.xlsx", content)) == "source.damaged"


@pytest.mark.parametrize("target", ["/../../../../etc/passwd", "file:///etc/passwd", "../../x.xml"])
def test_relations_lead_nowhere_outside(tmp_path: Path, target: str) -> None:
    content = attacks.parts()
    content["xl/_rels/workbook.xml.rels"] = attacks.relations(("worksheet", target))
    assert code_of(attacks.write(tmp_path / "t.xlsx", content)) == "source.damaged"


def test_damage_anywhere_gives_a_sentence_or_the_table(tmp_path: Path) -> None:
    sound = workbook(
        tmp_path / "gaaf.xlsx",
        [[f"kop {n}" for n in range(5)]]
        + [[n, "x", n / 3, date(2022, 5, 1), "é"] for n in range(30)],
    )
    chance = random.Random(7)
    whole = sound.read_bytes()
    with zipfile.ZipFile(sound) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    target = tmp_path / "fuzz.xlsx"
    read = refused = 0
    for turn in range(150):
        if turn % 3 == 0:
            target.write_bytes(whole[: chance.randrange(4, len(whole))])
        elif turn % 3 == 1:
            broken = bytearray(whole)
            for _ in range(chance.randrange(1, 20)):
                broken[chance.randrange(4, len(broken))] = chance.randrange(256)
            target.write_bytes(broken)
        else:
            name = chance.choice(list(content))
            part = bytearray(content[name])
            for _ in range(chance.randrange(1, 8)):
                at = chance.randrange(len(part))
                part[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
            attacks.write(target, content | {name: bytes(part)})
        try:
            assert cells(target)
            read += 1
        except KnownError:
            refused += 1
    assert read > 5
    assert refused > 80
