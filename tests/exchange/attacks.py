"""Builders of workbooks that mean harm, or that a careless reader misreads."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
HARMLESS = "<!DOCTYPE x>"


def relations(*targets: tuple[str, str], kinds: str = RELATIONS) -> str:
    """A part of relations rId1, rId2, … from (kind, target)."""
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{kinds}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def sheet(rows: str, *, before: str = "", after: str = "", definitions: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{definitions}<worksheet xmlns="{MAIN}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def text_row(number: int, *texts: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + at)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for at, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


TABLE = text_row(1, "naam", "woorden") + text_row(2, "School A", "Waar kan ik heen?")


def parts(rows: str = TABLE, **more: str) -> dict[str, str]:
    """The parts of a small sound workbook; `more` replaces parts by short names."""
    book = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
        ),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>gedeeld</t></si></sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
            'formatCode="dd\\-mm\\-yyyy"/></numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills>'
            '<borders><border/></borders><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0"/>'
            '<xf numFmtId="164"/></cellXfs><cellStyles>'
            '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": sheet(rows),
    }
    names = {
        "types": "[Content_Types].xml",
        "workbook": "xl/workbook.xml",
        "strings": "xl/sharedStrings.xml",
        "styles": "xl/styles.xml",
        "sheet": "xl/worksheets/sheet1.xml",
    }
    return book | {names[short]: text for short, text in more.items()}


def write(path: Path, content: Mapping[str, str | bytes], *, level: int = 6) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path


def write_swollen(path: Path, unit: bytes, megabytes: int, *, part: str = "") -> Path:
    """A sound workbook whose sheet is one short piece again and again, never whole in memory."""
    content = parts()
    name = part or "xl/worksheets/sheet1.xml"
    content.pop(name, None)
    block = unit * ((1 << 20) // len(unit) + 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for each, text in content.items():
            archive.writestr(each, text)
        with archive.open(name, "w", force_zip64=True) as out:
            out.write(f'<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for _ in range(megabytes):
                out.write(block)
            out.write(b"</sheetData></worksheet>")
    return path


def strict(content: Mapping[str, str]) -> dict[str, str]:
    """The same workbook as Excel saves it under “Strict Open XML”."""
    return {
        name: text.replace(MAIN, STRICT_MAIN).replace(RELATIONS, STRICT_RELATIONS)
        for name, text in content.items()
    }
