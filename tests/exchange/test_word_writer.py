"""A Word document as it lies on disk: read back with python-docx and as XML, every part of it."""

from __future__ import annotations

import itertools
import re
import tracemalloc
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn

from samen_desktop.core.reports.catalogue import REPORTS, document
from samen_desktop.core.reports.document import (
    Block,
    Contents,
    Document,
    Facts,
    Grid,
    Heading,
    Look,
    Paragraph,
)
from samen_desktop.core.reports.editions import COLLEAGUE, Edition
from samen_desktop.core.reports.marks import Mark, Marked
from samen_desktop.core.reports.sheet import Column, Kind
from samen_desktop.core.reports.view import View
from samen_desktop.core.words import Language, Words
from samen_desktop.exchange.word import docx_module
from samen_desktop.exchange.word_writer import write_document
from samen_desktop.exchange.writer import CancelledError
from tests.core.reports.made_round import CANARY, MadeRound, dutch, english

from .test_writer import NASTY

if TYPE_CHECKING:
    from docx.document import Document as Opened

PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml|word/(document|styles|settings"
    r"|stylesWithEffects|fontTable|webSettings|numbering|header1|footer1)\.xml"
    r"|word/theme/theme1\.xml|word/_rels/document\.xml\.rels"
)
COLUMNS = (Column("Nr", 20, Kind.CODE), Column("Wat", 110), Column("Vervolg", 40, Kind.MARK))


def text_of(blocks: Sequence[Block]) -> Document:
    return Document(
        title="Nota", blocks=lambda: iter(blocks), head_left="Nota", head_right="openbaar",
        foot_left="stand 20-06-2022", program="SAMEN Desktop",
        page=Words("{page} van {pages}", "{page} of {pages}"),
    )  # fmt: skip


def written(path: Path, *blocks: Block, language: Language = "nl") -> Opened:
    write_document(text_of(blocks), path, language=language)
    return docx.Document(str(path))


def nota(
    path: Path, made: MadeRound, edition: Edition = COLLEAGUE, language: Language = "nl"
) -> Path:
    view = View(made, edition, language, dutch if language == "nl" else english)
    names = ("nota", "impression", "feedback")
    text = document([REPORTS[name] for name in names], made, view)
    write_document(text, path, language=language)
    return path


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_headings_are_headings_and_tables_have_a_header_row_on_each_page(tmp_path: Path) -> None:
    found = written(
        tmp_path / "a.docx",
        Heading("Beantwoording", 1, "4"),
        Heading("Niet eens, en dan?", 3, "B-12"),
        Paragraph("Ons antwoord", Look.LABEL),
        Grid("Inbreng", COLUMNS, [("I-0001", "Waar?", Marked("overgenomen", Mark.ADOPTED))]),
        Facts("Antwoord", [("Verwerking", Marked("niet overgenomen", Mark.NOT_ADOPTED))]),
    )
    assert [(each.style.name, each.text) for each in found.paragraphs if each.style][:3] == [
        ("Heading 1", "4\u2003Beantwoording"),
        ("Heading 3", "B-12\u2003Niet eens, en dan?"),
        ("SAMEN kopje", "Ons antwoord"),
    ]
    grid, facts = found.tables
    first, second = grid.rows
    assert first._tr.trPr is not None
    assert first._tr.trPr.find(qn("w:tblHeader")) is not None
    assert second._tr.trPr is None or second._tr.trPr.find(qn("w:tblHeader")) is None
    assert [cell.text for cell in second.cells] == ["I-0001", "Waar?", "✓ overgenomen"]
    assert grid._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Inbreng"
    assert facts.rows[0].cells[1].text == "✕ niet overgenomen"
    assert grid.style is not None
    assert grid.style.name == "SAMEN tabel"


def test_a_caption_counts_and_the_contents_lead_somewhere(tmp_path: Path) -> None:
    entries = (Heading("Over deze nota", 1, "1"), Heading("Wonen", 2, "4.1"))
    path = tmp_path / "a.docx"
    written(
        path, Contents("Inhoud", entries), *entries,
        *(Grid("g", COLUMNS, [("a", "b", "c")], caption=f"Tabel van {at}") for at in range(2)),
    )  # fmt: skip
    body = part(path, "word/document.xml")
    assert re.findall(r"SEQ Table.*?<w:t>(\d)</w:t>", body) == ["1", "2"]
    ways = set(re.findall(r'w:anchor="([^"]+)"', body))
    places = set(re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', body))
    assert ways == places
    assert len(ways) == 2
    assert "TOC \\o" in body


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_language_and_properties_are_set_and_name_nobody(
    tmp_path: Path, language: Language, tag: str
) -> None:
    path = nota(tmp_path / "a.docx", MadeRound(30), language=language)
    about = docx.Document(str(path)).core_properties
    assert about.language == tag
    assert about.author == about.last_modified_by == "SAMEN Desktop"
    assert about.title.endswith("SAMEN 2022")
    assert not about.comments
    assert f'w:lang w:val="{tag}"' in part(path, "word/styles.xml")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    assert [name for name in names if not PARTS.fullmatch(name)] == []
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_header_and_footer_say_what_it_is_and_which_page(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    found = written(path, Paragraph("x"))
    section = found.sections[0]
    assert section.header.paragraphs[0].text == "Nota\topenbaar"
    foot = part(path, "word/footer1.xml")
    assert " PAGE " in foot
    assert " NUMPAGES " in foot
    assert "stand 20-06-2022" in foot
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_no_paragraph_is_there_for_its_space_alone(tmp_path: Path) -> None:
    found = docx.Document(str(nota(tmp_path / "a.docx", MadeRound(60))))
    assert [each.style for each in found.paragraphs if not each.text.strip()] == []
    last = found.element.body[-2]
    assert last.tag == qn("w:p")  # no table stands at the end, nor two next to each other
    tags = [each.tag for each in found.element.body]
    assert not any(a == b == qn("w:tbl") for a, b in itertools.pairwise(tags))


def test_awkward_text_is_data(tmp_path: Path) -> None:
    texts = [*NASTY, "nul\x00teken", "vt\x0bvan Word", "los \ud800 halfje", "{ HYPERLINK x }"]
    path = tmp_path / "a.docx"
    found = written(
        path,
        *(Paragraph(text) for text in texts),
        Grid("g\"<'", COLUMNS, [(text, text, Marked(text, Mark.OPEN)) for text in texts]),
    )
    kept = [each.text for each in found.paragraphs]
    assert "=1+1" in kept
    assert "<b>&amp;</b>" in kept
    assert "nulteken" in kept
    assert "vt\nvan Word" in kept
    assert "los  halfje" in kept
    body = part(path, "word/document.xml")
    assert "fldChar" not in body
    assert "hyperlink " not in body
    assert len(found.tables[0].rows) == len(texts) + 1


def test_a_text_of_many_pages_is_whole_and_may_break_over_them(tmp_path: Path) -> None:
    long = "Een zin van een paar woorden. " * 1400
    found = written(tmp_path / "a.docx", Grid("g", COLUMNS, [("a", long, ""), ("b", "kort", "")]))
    first, second = found.tables[0].rows[1:]
    assert first.cells[1].text == long
    assert first._tr.trPr is None
    assert second._tr.trPr is not None  # a short row stays on one page


def test_the_edition_for_colleagues_holds_no_canary(tmp_path: Path) -> None:
    path = nota(tmp_path / "a.docx", MadeRound(60))
    body = part(path, "word/document.xml")
    for field in ("kent de wethouder", "stil overleg", "besloten"):
        assert f"{CANARY} {field}" not in body


def test_stopping_halfway_leaves_nothing(tmp_path: Path) -> None:
    heard: list[int] = []

    def progress(rows: int) -> None:
        heard.append(rows)
        if rows > 3:
            raise CancelledError

    grids = [Grid("g", COLUMNS, [("a", "b", "c")] * 2) for _ in range(10)]
    with pytest.raises(CancelledError):
        write_document(text_of(grids), tmp_path / "a.docx", language="nl", progress=progress)
    assert heard == [2, 4]
    assert list(tmp_path.iterdir()) == []


def test_many_blocks_are_streamed_and_not_held(tmp_path: Path) -> None:
    sentence = "Waar kan ik heen als het niet gaat? " * 20

    def blocks(count: int) -> Iterator[Block]:
        for number in range(count):
            yield Grid(f"Inbreng {number}", COLUMNS, [(f"I-{number}", f"{sentence}{number}", "")])
            yield Paragraph(f"{number}")

    def peak(count: int, *, hold: bool) -> int:
        text = text_of(())
        kept = list(blocks(count)) if hold else None

        def source() -> Iterator[Block]:
            return iter(kept) if kept is not None else blocks(count)

        tracemalloc.start()
        held = [block for block in source()] if hold else []  # noqa: C416 - made while it counts
        strung = [str(block) for block in held]
        streamed = Document(
            title=text.title, blocks=source, head_left="", head_right="", foot_left="",
            program="p", page=text.page,
        )  # fmt: skip
        write_document(streamed, tmp_path / "a.docx", language="nl")
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert bool(strung) == hold
        return found

    docx_module().Document()  # what is loaded once is no memory of ours
    small = peak(200, hold=False)
    assert peak(2000, hold=False) < small * 1.3
    # The broken variant: all of it in memory first.
    assert peak(2000, hold=True) > small * 1.3


def test_only_python_docx_comes_through() -> None:
    with pytest.raises(ValueError, match="lxml"):
        docx_module("lxml.etree")


def test_openpyxl_still_leaves_lxml_alone() -> None:
    from samen_desktop.exchange.excel import openpyxl_module

    docx_module().Document()
    xml: Any = openpyxl_module("openpyxl.xml")
    assert xml.LXML is False
