"""A document without its text: python-docx makes page, styles, header, footer and properties.

The text itself is left to `word_writer`. Nothing of the machine or of a person gets in: what the
template brings along (a thumbnail, its maker's name) is taken out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from samen_desktop.core.reports.document import Document, Look
from samen_desktop.core.words import Language

from .skeleton import APP, LANGUAGES, MAKER
from .styles import ACCENT, FONT, HAIR, LINE, SECONDARY, SUBTLE, TEXT
from .word import docx_module

BODY = "word/document.xml"
GRID, FACTS = "SamenTable", "SamenFacts"
CELL, CELL_HEAD, CELL_WORD, CELL_NUMBER = (
    "SamenCell", "SamenCellHead", "SamenCellWord", "SamenCellNumber",
)  # fmt: skip
CAPTION, CODE = "Caption", "SamenCode"
CONTENTS = ("SamenContents1", "SamenContents2")
CONTENTS_TITLE = "SamenContentsTitle"
LOOKS: Mapping[Look, str] = {
    Look.BODY: "BodyText",
    Look.LEAD: "SamenLead",
    Look.LABEL: "SamenLabel",
    Look.NOTE: "SamenNote",
    Look.QUOTE: "SamenQuote",
    Look.TITLE: "Title",
    Look.SUBTITLE: "Subtitle",
}

_MARK = "SAMEN-TEXT-HERE"
_MARGIN_MM, _TOP_MM, _HEAD_MM = 20, 26, 12
_TEXT_MM = 170
_UNWANTED = ("thumbnail", "customXml")

Foreign = Any
"""An object of python-docx: its classes are known only once it is loaded, at its first use."""


class WordSkeleton:
    """One document with an empty body."""

    def __init__(self, text: Document, language: Language) -> None:
        self._document = docx_module().Document()
        self._clear()
        self._describe(text, language)
        self._page()
        for style in _styles():
            self._style(*style)
        self._tables()
        self._margins(text, language)

    def parts(self) -> dict[str, bytes]:
        """All parts but the body, by name."""
        parts = self._saved()
        del parts[BODY]
        return parts

    def around(self) -> tuple[bytes, bytes]:
        """What stands before and after the text in the body's part."""
        body = self._saved()[BODY]
        at = body.index(_MARK.encode())
        start = body.rindex(b"<w:p>", 0, at)
        end = body.index(b"</w:p>", at) + len(b"</w:p>")
        return body[:start], body[end:]

    def _saved(self) -> dict[str, bytes]:
        saved = io.BytesIO()
        self._document.save(saved)
        with zipfile.ZipFile(saved) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["docProps/app.xml"] = APP
        return parts

    def _clear(self) -> None:
        package, part = self._document.part.package, self._document.part
        for rels in (package.rels, part.rels):
            for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNWANTED)]:
                del rels[key]
        self._document.add_paragraph(_MARK)

    def _describe(self, text: Document, language: Language) -> None:
        about = self._document.core_properties
        about.title, about.author, about.last_modified_by = text.title, MAKER, MAKER
        about.comments = about.keywords = about.subject = about.category = ""
        about.language = LANGUAGES[language]
        about.created = about.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        about.revision = 1
        for found in self._document.styles.element.iter(_name("w:lang")):
            for part, value in (("val", LANGUAGES[language]), ("eastAsia", LANGUAGES[language])):
                found.set(_name(f"w:{part}"), value)
        settings = self._document.settings.element
        for found in settings.findall(_name("w:themeFontLang")):
            found.set(_name("w:val"), LANGUAGES[language])

    def _page(self) -> None:
        millimetres = docx_module("docx.shared").Mm
        section = self._document.sections[0]
        section.page_width, section.page_height = millimetres(210), millimetres(297)
        section.left_margin = section.right_margin = millimetres(_MARGIN_MM)
        section.top_margin = section.bottom_margin = millimetres(_TOP_MM)
        section.header_distance = section.footer_distance = millimetres(_HEAD_MM)

    def _style(self, ident: str, name: str, based: str, look: str, paragraph: str) -> None:
        """A paragraph style made anew, in place of one of that name in the template."""
        styles = self._document.styles.element
        for found in styles.findall(_name("w:style")):
            if ident == found.get(_name("w:styleId")):
                styles.remove(found)
        base = f'<w:basedOn w:val="{based}"/>' if based else ""
        default = ' w:default="1"' if ident == "Normal" else ""
        follow = "" if ident.startswith("SamenCell") else '<w:next w:val="BodyText"/>'
        styles.append(
            _element(
                f'<w:style w:type="paragraph"{default} w:styleId="{ident}"><w:name w:val="{name}"/>'
                f"{base}{follow}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
            )
        )

    def _tables(self) -> None:
        styles = self._document.styles.element
        styles.append(
            _element(
                f'<w:style w:type="character" w:customStyle="1" w:styleId="{CODE}">'
                '<w:name w:val="SAMEN nummer"/>'
                f'<w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:style>'
            )
        )
        styles.append(_element(_table_style(GRID, "SAMEN tabel", 0, "", _HEAD_ROW)))
        shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SUBTLE}"/></w:tcPr>'
        styles.append(_element(_table_style(FACTS, "SAMEN feiten", 113, shade, "")))

    def _margins(self, text: Document, language: Language) -> None:
        section = self._document.sections[0]
        above, below = section.header.paragraphs[0], section.footer.paragraphs[0]
        tab = _TEXT_MM * 1440 / 25.4
        for place, side in ((above, "bottom"), (below, "top")):
            place.style = self._document.styles["Header"]
            place._p.get_or_add_pPr().extend(  # noqa: SLF001 - python-docx has no borders
                [
                    _element(
                        f'<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="6"'
                        f' w:color="{LINE}"/></w:pBdr>'
                    ),
                    _element(f'<w:tabs><w:tab w:val="right" w:pos="{tab:.0f}"/></w:tabs>'),
                ]
            )
        above.add_run(f"{_line(text.head_left)}\t{_line(text.head_right)}")
        below.add_run(f"{_line(text.foot_left)} · {text.program}\t")
        before, _, rest = text.page.say(language).partition("{page}")
        between, _, after = rest.partition("{pages}")
        below.add_run(before)
        _field(below, "PAGE")
        below.add_run(between)
        _field(below, "NUMPAGES")
        below.add_run(after)


def _styles() -> list[tuple[str, str, str, str, str]]:
    """Style id, name, base, look of the letters, look of the paragraph."""
    return [
        ("Normal", "Normal", "", _letters(22, TEXT), _spacing(0, 0)),
        ("BodyText", "Body Text", "Normal", "", _spacing(0, 120, 276)),
        ("Title", "Title", "Normal", _letters(52, ACCENT, bold=True), _spacing(1200, 120)),
        ("Subtitle", "Subtitle", "Normal", _letters(30, SECONDARY), _spacing(0, 480)),
        ("Heading1", "heading 1", "Normal", _letters(36, ACCENT, bold=True), _heading(0, 360, 160)),
        ("Heading2", "heading 2", "Normal", _letters(28, TEXT, bold=True), _heading(1, 280, 100)),
        (
            "Heading3", "heading 3", "Normal", _letters(24, TEXT, bold=True),
            _heading(
                2, 320, 80,
                f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="{ACCENT}"/></w:pBdr>',
            ),
        ),
        ("Caption", "caption", "Normal", _letters(20, SECONDARY), _keep(_spacing(120, 80))),
        ("Header", "header", "Normal", _letters(18, SECONDARY), _spacing(0, 0)),
        (LOOKS[Look.LEAD], "SAMEN inleiding", "BodyText", "", "<w:keepNext/>"),
        (LOOKS[Look.LABEL], "SAMEN kopje", "Normal", _letters(20, SECONDARY, bold=True),
         _keep(_spacing(160, 40))),
        (LOOKS[Look.NOTE], "SAMEN noot", "Normal", _letters(20, SECONDARY), _spacing(100, 120)),
        (LOOKS[Look.QUOTE], "SAMEN woorden", "Normal", "",
         _quoted() + _spacing(0, 120, 276) + '<w:ind w:left="284"/>'),
        (CELL, "SAMEN cel", "Normal", _letters(20, TEXT), _spacing(40, 40)),
        (CELL_HEAD, "SAMEN kolomkop", CELL, _letters(20, SECONDARY, bold=True),
         _keep(_spacing(40, 40))),
        (CELL_WORD, "SAMEN woord", CELL, _letters(20, SECONDARY), _spacing(40, 40)),
        (CELL_NUMBER, "SAMEN getal", CELL, "", '<w:jc w:val="right"/>'),
        (CONTENTS_TITLE, "SAMEN inhoud", "Normal", _letters(28, ACCENT, bold=True),
         '<w:pageBreakBefore/>' + _spacing(0, 160)),
        (CONTENTS[0], "toc 1", "Normal", _letters(22, TEXT, bold=True), _spacing(120, 20)),
        (CONTENTS[1], "toc 2", "Normal", "", _spacing(0, 20) + '<w:ind w:left="340"/>'),
    ]  # fmt: skip


def _letters(half_points: int, ink: str, *, bold: bool = False) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    weight = "<w:b/>" if bold else ""
    return (
        f'{fonts}{weight}<w:color w:val="{ink}"/><w:sz w:val="{half_points}"/>'
        f'<w:szCs w:val="{half_points}"/>'
    )


def _spacing(before: int, after: int, line: int = 252) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _keep(paragraph: str) -> str:
    return f"<w:keepNext/>{paragraph}"


def _quoted() -> str:
    return f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="{LINE}"/></w:pBdr>'


def _heading(level: int, before: int, after: int, border: str = "") -> str:
    return (
        f"<w:keepNext/><w:keepLines/>{border}{_spacing(before, after)}"
        f'<w:outlineLvl w:val="{level}"/>'
    )


_HEAD_ROW = (
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8"'
    f' w:space="0" w:color="{SECONDARY}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
)


def _table_style(ident: str, name: str, left: int, cells: str, head: str) -> str:
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>'
        f"<w:bottom {edge}/><w:insideH {edge}/></w:tblBorders><w:tblCellMar>"
        f'<w:left w:w="{left}" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>"
        f"{cells}{head}</w:style>"
    )


def _field(paragraph: Foreign, code: str) -> None:
    """A field that the reader's program fills in; it opens with a number that is likely right."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            paragraph.add_run()._r.append(  # noqa: SLF001 - python-docx has no fields
                _element(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
            )
        paragraph.add_run()._r.append(_element(f'<w:fldChar w:fldCharType="{kind}"/>'))  # noqa: SLF001
        if kind == "separate":
            paragraph.add_run("1")


def _line(text: str) -> str:
    return " ".join(text.split())


def _name(name: str) -> str:
    found: str = docx_module("docx.oxml.ns").qn(name)
    return found


def _element(xml: str) -> Foreign:
    spaces = docx_module("docx.oxml.ns").nsdecls("w")
    at = min(xml.index(sign) for sign in " >/" if sign in xml)
    return docx_module("docx.oxml").parse_xml(f"{xml[:at]} {spaces}{xml[at:]}")
