"""The gate: what is refused, why, and that looking for it is what finds it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import gate
from samen_desktop.exchange.gate import check_workbook, kind_of
from samen_desktop.exchange.table import open_here
from tests import peak
from tests.exchange import attacks
from tests.figures import tell

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        list(open_here(path).rows())
    assert path.name in caught.value.say("nl")
    assert path.name in caught.value.say("en")
    assert "{" not in caught.value.say("nl")
    return caught.value.code


def pass_gate(path: Path) -> None:
    with path.open("rb") as file, check_workbook(file, path.name):
        pass


def test_a_sound_workbook_passes(tmp_path: Path) -> None:
    path = attacks.write(tmp_path / "lijst.xlsx", attacks.parts())
    pass_gate(path)
    assert [row.cells for row in open_here(path).rows()] == [("School A", "Waar kan ik heen?")]


@pytest.mark.parametrize("definitions", [attacks.LAUGHS, attacks.OUTSIDE, attacks.HARMLESS])
@pytest.mark.parametrize("part", ["types", "workbook", "strings", "styles", "sheet"])
def test_definitions_are_refused_in_every_part(tmp_path: Path, part: str, definitions: str) -> None:
    sound = attacks.parts()
    name = next(n for n in attacks.parts(**{part: "x"}) if attacks.parts(**{part: "x"})[n] == "x")
    body = re.sub(r"^<\?xml[^>]*\?>", "", sound[name])
    path = attacks.write(tmp_path / "d.xlsx", sound | {name: definitions + body})
    assert refused(path) == "source.unsafe"


def test_a_definition_behind_a_long_comment_is_found(tmp_path: Path) -> None:
    far = "<!--" + " " * (3 << 20) + "-->" + attacks.LAUGHS
    noise = os.urandom(40_000).hex()
    content = attacks.parts(sheet=f"<!--{noise}-->" + far + attacks.sheet("")[38:])
    path = attacks.write(tmp_path / "ver.xlsx", content, level=1)
    assert refused(path) == "source.unsafe"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_definition_in_wide_letters_is_found(tmp_path: Path, encoding: str) -> None:
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b"\xfe\xff"
    wide = mark + (attacks.HARMLESS + attacks.parts()["xl/sharedStrings.xml"]).encode(encoding)
    path = attacks.write(tmp_path / "wijd.xlsx", attacks.parts() | {"xl/sharedStrings.xml": wide})
    assert refused(path) == "source.unsafe"


def test_an_encoding_that_hides_definitions_is_refused(tmp_path: Path) -> None:
    content = attacks.parts()
    content["docProps/app.xml"] = '<?xml version="1.0" encoding="utf-7"?><x/>'
    assert refused(attacks.write(tmp_path / "u7.xlsx", content)) == "source.unsafe"


def test_the_parser_refuses_definitions_even_when_the_gate_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = attacks.write(
        tmp_path / "d.xlsx",
        attacks.parts(strings=attacks.LAUGHS + f'<sst xmlns="{attacks.MAIN}"><si>&i;</si></sst>'),
    )
    monkeypatch.setattr(gate, "_FORBIDDEN", ())  # the broken gate: it looks for nothing
    pass_gate(path)
    assert refused(path) == "source.unsafe"


def test_swollen_parts_are_refused_before_they_are_inflated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = attacks.write_swollen(tmp_path / "bom.xlsx", b" ", 40)
    assert refused(path) == "source.too-big-inside"
    monkeypatch.setattr(gate, "MAX_RATIO", 10_000)  # the broken gate: ratio is not asked
    pass_gate(path)


@pytest.mark.parametrize(
    ("limit", "value"), [("MAX_SHEET", 1 << 20), ("MAX_ALL", 1 << 20), ("MAX_PARTS", 3)]
)
def test_each_limit_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    path = attacks.write_swollen(
        tmp_path / "groot.xlsx", b"<row/>" + os.urandom(64).hex().encode(), 2
    )
    monkeypatch.setattr(gate, "MAX_RATIO", 10_000)
    pass_gate(path)
    monkeypatch.setattr(gate, limit, value)
    assert refused(path) == "source.too-big-inside"


def test_a_part_outside_the_sheets_has_the_smaller_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MAX_PART", 1 << 20)
    monkeypatch.setattr(gate, "MAX_RATIO", 10_000)
    pass_gate(attacks.write_swollen(tmp_path / "a.xlsx", b" ", 2))
    other = attacks.write_swollen(tmp_path / "b.xlsx", b" ", 2, part="xl/media/beeld.bin")
    assert refused(other) == "source.too-big-inside"


def test_a_part_that_claims_to_be_small_is_damage(tmp_path: Path) -> None:
    path = attacks.write(tmp_path / "leugen.xlsx", attacks.parts())
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        real = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    where = content.rfind(b"xl/worksheets/sheet1.xml") - 46 + 24
    assert int.from_bytes(content[where : where + 4], "little") == real
    content[where : where + 4] = (real // 2).to_bytes(4, "little")
    path.write_bytes(content)
    assert refused(path) == "source.damaged"


def test_a_giant_list_of_parts_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(15_000):
            archive.writestr(f"{number:030}", b"")
    assert refused(path) == "source.too-big-inside"


def test_damage_inside_a_part_is_found_by_its_sum(tmp_path: Path) -> None:
    content = attacks.parts()
    content["docProps/thumbnail.jpeg"] = "x" * 500
    path = tmp_path / "kapot.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    path.write_bytes(path.read_bytes().replace(b"x" * 500, b"x" * 250 + b"y" + b"x" * 249))
    assert refused(path) == "source.damaged"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "source.encrypted"),
        (
            "a.xlsx",
            bytes((1 << 20) - 10).join([OLE, "EncryptedPackage".encode("utf-16-le")]),
            "source.encrypted",
        ),
        ("a.xls", OLE, "source.old-xls"),
        ("a.csv", OLE, "source.old-xls"),
        ("a.xlsx", b"", "source.damaged"),
        ("a.xlsx", b"naam;woorden\n", "source.damaged"),
        ("a.xlsx", b"PK\x03\x04", "source.damaged"),
        ("a.json", b"[]", "source.unknown-kind"),
        ("a.csv", b"%PDF-1.7", "source.unknown-kind"),
        ("a.csv", b"\xef\xbb\xbf <HTML><table>", "source.unknown-kind"),
    ],
)
def test_other_kinds_have_their_own_sentence(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "source.ods"),
        ({"[Content_Types].xml": "<x/>", "xl/workbook.bin": "x"}, "source.xlsb"),
        ({"word/document.xml": "<x/>"}, "source.damaged"),
    ],
)
def test_other_packages_have_their_own_sentence(
    tmp_path: Path, parts: dict[str, str], code: str
) -> None:
    assert refused(attacks.write(tmp_path / "pakket.xlsx", parts)) == code


def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path / "weg.csv") == "source.missing"
    (tmp_path / "map.csv").mkdir()
    assert refused(tmp_path / "map.csv") == "source.not-a-file"
    (tmp_path / "a.csv").write_text("a;b\n")
    assert kind_of(tmp_path / "a.csv") == "csv"
    monkeypatch.setattr(gate, "MAX_FILE", 3)
    assert refused(tmp_path / "a.csv") == "source.too-big"


def test_a_file_held_by_another_program_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n")

    def held(*_args: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", held)  # Windows answers so while Excel has the file
    assert refused(path) == "source.no-access"


MEASURE = """
import sys
from pathlib import Path
from tests.peak import peak_megabytes
from samen_desktop.core.errors import KnownError
from samen_desktop.exchange import gate
from samen_desktop.exchange.table import open_here
gate.MAX_RATIO = int(sys.argv[2])
try:
    for row in open_here(Path(sys.argv[1])).rows():
        pass
    code = "read"
except KnownError as error:
    code = error.code
print(code, peak_megabytes())
"""


@pytest.mark.skipif(peak.UNKNOWN, reason="peak memory is told on Linux only")
@pytest.mark.parametrize(
    ("unit", "megabytes", "behind_the_gate"),
    [
        (b" ", 200, "source.empty"),
        (b"<row><c><v>1</v></c></row>", 100, "source.too-many-rows"),
        (b"<row><c><v>1</v></c>" + b"<c><v>1</v></c>" * 10_000, 50, "source.too-many-columns"),
        (b"<a>", 50, "source.damaged"),
        (b"<c ", 50, "source.damaged"),
        (b"<row><c><v>" + b"1" * (1 << 20), 50, "source.cell-too-long"),
    ],
)
def test_a_bomb_takes_little_memory_even_behind_the_gate(
    tmp_path: Path, unit: bytes, megabytes: int, behind_the_gate: str
) -> None:
    path = attacks.write_swollen(tmp_path / "bom.xlsx", unit, megabytes)

    def measure(ratio: int) -> str:
        told = subprocess.run(
            [sys.executable, "-c", MEASURE, str(path), str(ratio)],
            capture_output=True,
            text=True,
            check=True,
        )
        code, most = told.stdout.split()
        assert int(most) < 300
        return code

    before = measure(gate.MAX_RATIO)
    assert before in ("source.too-big-inside", behind_the_gate)
    assert measure(100_000) == behind_the_gate
    bomb = f"{megabytes} MB of {unit[:12].decode()!r}"
    tell(bomb, at_the_gate=before.removeprefix("source."), behind_it=behind_the_gate[7:])
