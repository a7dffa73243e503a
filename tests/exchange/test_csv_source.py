"""CSV files of strangers: encoding, separator and quoting recognised, or refused with a reason."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import csv_source
from samen_desktop.exchange.table import open_here
from tests import peak

TEXT = "naam;woorden;datum\r\nÉcole;Waar kan ik heen, en wanneer?;18-5-2022\r\n"
READ = [("naam", "woorden", "datum"), ("École", "Waar kan ik heen, en wanneer?", "18-5-2022")]


def written(path: Path, content: str | bytes) -> Path:
    path = path / "lijst.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def cells(path: Path, *, header_row: int | None = None) -> list[tuple[object, ...]]:
    source = open_here(path, header_row=header_row)
    return [source.header, *(row.cells + row.extra for row in source.rows())]


def code_of(path: Path, *, header_row: int | None = None) -> str:
    with pytest.raises(KnownError) as caught:
        cells(path, header_row=header_row)
    assert "lijst.csv" in caught.value.say("nl")
    return caught.value.code


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\r\n", "\n").encode(),
        TEXT.replace("\r\n", "\r").encode(),
        TEXT.rstrip().encode(),
        b"sep=;\r\n" + TEXT.encode(),
        b'"sep=;"\n' + TEXT.encode(),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace(";", "|").encode(),
        b"sep=#\n" + TEXT.replace(";", "#").encode(),
        TEXT.replace("Waar kan ik heen, en wanneer?", '"Waar kan ik heen, en wanneer?"')
        .replace(";", ",")
        .encode(),
    ],
)
def test_one_table_in_many_coats(tmp_path: Path, content: bytes) -> None:
    assert cells(written(tmp_path, content)) == READ


def test_windows_text_is_said(tmp_path: Path) -> None:
    assert open_here(written(tmp_path, TEXT.encode())).notes == ()
    notes = open_here(written(tmp_path, TEXT.encode("cp1252"))).notes
    assert [("cp1252" in note.nl) for note in notes] == [True]


def test_damaged_utf_8_is_not_taken_for_windows_text(tmp_path: Path) -> None:
    content = (TEXT * 5).encode() + b"caf\xe9;x;y\r\n"
    path = written(tmp_path, content)
    assert code_of(path) == "source.encoding"
    assert "regel 11" in _sentence(path)
    assert "Ã" in content.decode("cp1252")  # what guessing would have made of it


def _sentence(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        open_here(path)
    return caught.value.say("nl")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "source.empty"),
        (b"\xef\xbb\xbf", "source.empty"),
        (b" \r\n\r\n", "source.empty"),
        (b";;;\r\n;;\r\n", "source.empty"),
        (b"a;b\r\n1;\x002\r\n", "source.nul"),
        ("a;b\r\n".encode("utf-16-le"), "source.nul"),
        (b"\xff\xfea", "source.encoding"),
        (b"a;b\r\n\x81;\x8d\r\n", "source.encoding"),
        (b'a;b\r\n1;"open\r\n2;3\r\n', "source.open-quote"),
        (b'a;b\r\n1;"open', "source.open-quote"),
        (b'a;b\r\n1;"' + b"x" * 1_000_001 + b'"\r\n', "source.cell-too-long"),
        (b"a;b\r\n" + b"x" * (9 << 20), "source.cell-too-long"),
        (b"a;b\r\n1" + b";" * 200 + b"2\r\n", "source.too-many-columns"),
    ],
)
def test_what_cannot_be_read_has_its_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    assert code_of(written(tmp_path, content)) == code


def test_an_open_quote_would_swallow_rows_unseen(tmp_path: Path) -> None:
    content = 'a;b\r\n1;"open\r\n2;3\r\n4;5\r\n'
    assert len(list(csv.reader(content.splitlines(keepends=True), delimiter=";"))) == 2
    assert "rij 2" in _rows_sentence(written(tmp_path, content))


def _rows_sentence(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        cells(path)
    return caught.value.say("nl")


def test_rows_beyond_the_limit_are_refused_and_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "kop\n" + "x\n" * 10)
    monkeypatch.setattr(csv_source, "MAX_ROWS", 11)
    assert len(cells(path)) == 11
    monkeypatch.setattr(csv_source, "MAX_ROWS", 10)
    assert code_of(path) == "source.too-many-rows"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("'=1+1", "=1+1"),
        ("'+31612345678", "+31612345678"),
        ("'-5", "-5"),
        ("'@naam", "@naam"),
        ("''=1", "''=1"),
        ("'s avonds", "'s avonds"),
        ("'", "'"),
        ("=1+1", "=1+1"),
        ("NA", "NA"),
        ("00123", "00123"),
        ("25,5", "25,5"),
        ("  rand  ", "  rand  "),
        ("   ", None),
        ("", None),
        ('"een ""citaat"""', 'een "citaat"'),
        ('"twee\r\nregels;"', "twee\r\nregels;"),
        ("x" * 40_000, "x" * 40_000),
        ("\u202eomgekeerd \U0001f600", "\u202eomgekeerd \U0001f600"),
    ],
)
def test_cells_stay_text(tmp_path: Path, cell: str, value: str | None) -> None:
    path = written(tmp_path, f"kop;ander;derde\r\n{cell};1;2\r\na;b;c\r\n")
    assert cells(path)[1] == (value, "1", "2")


def test_backslashes_before_quotes_are_understood(tmp_path: Path) -> None:
    path = written(
        tmp_path, 'naam,woorden\n"A","Zij zei \\"ja, graag\\" en C:\\\\map \\d"\n"","b"\n'
    )
    assert cells(path) == [
        ("naam", "woorden"),
        ("A", 'Zij zei "ja, graag" en C:\\map \\d'),
        (None, "b"),
    ]


def test_a_path_at_the_end_of_a_cell_is_no_escape(tmp_path: Path) -> None:
    path = written(tmp_path, 'map;naam\n"C:\\werk\\";"A"\n')
    assert cells(path)[1] == ("C:\\werk\\", "A")


def test_language_is_not_taken_for_a_separator(tmp_path: Path) -> None:
    path = written(tmp_path, "naam\nJansen, Piet\nVries, Anna de\nBakker, Jo\n")
    assert cells(path) == [("naam",), ("Jansen, Piet",), ("Vries, Anna de",), ("Bakker, Jo",)]
    mixed = "naam;woorden\n" + "A;ja, nee, misschien, soms, altijd\n" * 9
    assert len(cells(written(tmp_path, mixed))[1]) == 2


def test_numbers_of_rows_are_those_of_a_spreadsheet(tmp_path: Path) -> None:
    source = open_here(written(tmp_path, 'sep=;\na;b\n\n"x\ny";2\n;\n3;4\n'))
    assert [(row.number, row.cells) for row in source.rows()] == [
        (3, ("x\ny", "2")),
        (5, ("3", "4")),
    ]


def test_ragged_rows_lose_nothing(tmp_path: Path) -> None:
    source = open_here(written(tmp_path, "a;b;c\n1\n1;2;3;4;;5\n1;2;3;;\n"))
    assert [(row.cells, row.extra) for row in source.rows()] == [
        (("1", None, None), ()),
        (("1", "2", "3"), ("4", None, "5")),
        (("1", "2", "3"), ()),
    ]


SECTIONS = (
    "META\nkey;value\njaar;2019\nPROJECTS\nid;naam;kosten\n1;Speeltuin;100\n2;Boom;5\n"
    "VOTES\nwie;wat\nw1;1\n"
)


def test_several_tables_in_one_file_are_not_read_as_one(tmp_path: Path) -> None:
    path = written(tmp_path, SECTIONS)
    assert code_of(path) == "source.sections"
    assert "META, PROJECTS, VOTES" in _sentence(path)
    assert "2, 5, 9" in _sentence(path)
    source = open_here(path, header_row=5)
    assert source.header == ("id", "naam", "kosten")
    assert [row.cells[1] for row in source.rows()] == ["Speeltuin", "Boom"]
    assert "rij 8" in source.notes[0].nl
    assert cells(path, header_row=9) == [("wie", "wat"), ("w1", "1")]
    assert code_of(path, header_row=40) == "source.header-missing"


def test_a_title_above_one_table_is_no_section(tmp_path: Path) -> None:
    path = written(tmp_path, "Lijst van scholen\nnaam;plaats;code\nA;B;1\nlos\nC;D;2\n")
    source = open_here(path)
    assert (source.header_row, source.header) == (2, ("naam", "plaats", "code"))
    assert "Rij 2" in source.notes[0].nl
    assert [row.cells for row in source.rows()][1] == ("los", None, None)


def test_names_of_columns_are_cleaned(tmp_path: Path) -> None:
    path = written(tmp_path, '\ufeff\u200bna\u00a0am ;\u202e;"twee\nregels"\n1;2;3\n')
    assert open_here(path).header == ("na am", "", "twee regels")


@pytest.mark.skipif(peak.UNKNOWN, reason="peak memory is told on Linux only")
def test_a_row_without_end_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"a;b\n" + b";" * (90 << 20))
    program = (
        "import sys\nfrom pathlib import Path\nfrom tests.peak import peak_megabytes\n"
        "from samen_desktop.core.errors import KnownError\n"
        "from samen_desktop.exchange.table import open_here\n"
        "try:\n    list(open_here(Path(sys.argv[1])).rows())\n"
        "except KnownError as error:\n"
        "    print(error.code, peak_megabytes())"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    code, most = told.stdout.split()
    assert code == "source.cell-too-long"
    assert int(most) < 300
