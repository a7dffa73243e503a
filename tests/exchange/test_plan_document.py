"""Reading a plan's headings from real documents, and refusing what is none, by name."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from samen_desktop.core.errors import KnownError
from samen_desktop.exchange.plan_document import read_outline

PLAN = (("1 Aanleiding", 1), ("7 Samenwerking", 1), ("7.1 Onderwijs", 2), ("Bijlage A Toets", 1))


def a_document(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Implementatieplan", style="Title")
    for line, level in PLAN:
        document.add_heading(line, level)
        document.add_paragraph(f"Tekst bij {line}.")
        document.add_paragraph("Tweede alinea.")
    document.save(str(path))
    return path


def told(path: Path) -> list[tuple[int, str, str, str]]:
    return [(each.level, each.number, each.title, each.text) for each in read_outline(path)]


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as error:
        read_outline(path)
    assert path.name in error.value.words.nl
    assert path.name in error.value.words.en
    return error.value.code


def test_headings_of_a_word_document_come_with_number_title_and_text(tmp_path: Path) -> None:
    assert told(a_document(tmp_path / "plan.docx")) == [
        (1, "1", "Aanleiding", "Tekst bij 1 Aanleiding.\nTweede alinea."),
        (1, "7", "Samenwerking", "Tekst bij 7 Samenwerking.\nTweede alinea."),
        (2, "7.1", "Onderwijs", "Tekst bij 7.1 Onderwijs.\nTweede alinea."),
        (1, "Bijlage A", "Toets", "Tekst bij Bijlage A Toets.\nTweede alinea."),
    ]


def test_a_house_style_and_an_outline_level_make_headings_too(tmp_path: Path) -> None:
    document = docx.Document()
    house = document.styles.add_style("Gemeente kop", WD_STYLE_TYPE.PARAGRAPH)
    house.base_style = document.styles["Heading 2"]
    document.add_heading("Aanpak", 1)
    document.add_paragraph("Scholen", style="Gemeente kop")
    own = document.add_paragraph("Huisartsen")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    own._p.get_or_add_pPr().append(level)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "wie", "wat"
    document.save(str(tmp_path / "plan.docx"))
    assert told(tmp_path / "plan.docx") == [
        (1, "1", "Aanpak", ""),
        (2, "1.1", "Scholen", ""),
        (2, "1.2", "Huisartsen", "wie | wat"),
    ]


def test_markdown_is_read_in_both_ways_of_writing_headings(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "Vooraf\n\nAanleiding\n==========\nTekst met **nadruk** en [een link](https://x.example).\n"
        "## 1.1 Doel ##\n```\n# geen kop\n```\n| a | b |\n\n---\n### Diep\n",
        encoding="utf-8",
    )
    assert told(path) == [
        (1, "", "Aanleiding", "Tekst met nadruk en een link."),
        (2, "1.1", "Doel", "# geen kop\n\n| a | b |\n\n---"),
        (3, "", "Diep", ""),
    ]


def test_markdown_of_an_old_editor_is_read_with_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes("# Coördinatie\n".encode("cp1252"))
    assert told(path) == [(1, "1", "Coördinatie", "")]


def test_what_is_no_document_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"geen zip")
    (tmp_path / "b.docx").write_bytes(a_document(tmp_path / "whole.docx").read_bytes()[:4000])
    with zipfile.ZipFile(tmp_path / "c.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with zipfile.ZipFile(tmp_path / "d.docx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Types/>")
        archive.writestr("word/document.xml", "<a/>")
    with zipfile.ZipFile(tmp_path / "e.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * (40 << 20))
    (tmp_path / "f.md").write_bytes(b"PK\x03\x04\0\0\0")
    assert {refused(tmp_path / f"{name}.docx") for name in "abcde"} == {"plan-damaged"}
    assert refused(tmp_path / "f.md") == "plan-damaged"
    assert refused(tmp_path / "weg.docx") == "plan-missing"
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    assert refused(tmp_path / "plan.pdf") == "plan-kind"


def test_no_headings_and_too_many_are_said_with_what_to_do(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Alleen tekst")
    document.save(str(tmp_path / "plan.docx"))
    assert refused(tmp_path / "plan.docx") == "plan-no-headings"
    (tmp_path / "plan.md").write_text("Alleen tekst\n", encoding="utf-8")
    assert refused(tmp_path / "plan.md") == "plan-no-hashes"
    (tmp_path / "veel.md").write_text("# Kop\n" * 9_999, encoding="utf-8")
    assert refused(tmp_path / "veel.md") == "plan-too-many"


def test_a_very_long_heading_and_text_are_kept_within_what_a_cell_holds(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# {'x' * 5000}\n{'y' * 50_000}\n", encoding="utf-8")
    ((_, _, title, text),) = told(path)
    assert len(title) == 300
    assert len(text) == 32_000
