"""One block of a text to the XML of a document: paragraphs, headings, tables, contents.

Text is data: signs a document cannot hold are left out, line ends and tabs keep their meaning, and
nothing in it becomes a field, a link or a style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count

from samen_desktop.core.reports.document import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    Look,
    Paragraph,
)
from samen_desktop.core.reports.marks import Marked
from samen_desktop.core.reports.sheet import Cell, Column, Kind
from samen_desktop.core.words import Language, Words

from .safe_cells import storable
from .word_skeleton import (
    CAPTION,
    CELL,
    CELL_HEAD,
    CELL_NUMBER,
    CELL_WORD,
    CODE,
    CONTENTS,
    CONTENTS_TITLE,
    FACTS,
    GRID,
    LOOKS,
)

_TWIPS_PER_MM = 1440 / 25.4
_WORD_MM = 44
_FACT_MM = 126
_BREAKS_FROM = 1200
"""Signs from which a row may break over two pages: it could be taller than one."""

_TOGETHER = 14
"""Rows up to which a table of facts stays on one page."""

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")
_TABLE = Words("Tabel", "Table")
_BOLD = "<w:b/>"
_GAP = "\u2003"


class Blocks:
    """Makes the XML of blocks; numbers tables and the places that the contents lead to."""

    def __init__(self, language: Language) -> None:
        self._table_word = _TABLE.say(language)
        self._tables = count(1)
        self._headings = count(1)
        self._expected: list[str] = []
        self.rows = 0

    def xml(self, block: Block) -> str:
        """One block."""
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return _paragraph(LOOKS[block.look], _runs(block.text))
        if isinstance(block, Grid):
            return self._grid(block)
        if isinstance(block, Facts):
            return _facts(block)
        return self._contents(block)

    def end(self, text: str) -> str:
        """The last paragraph: a document may not end with a table."""
        return _paragraph(LOOKS[Look.NOTE], _runs(text))

    def _heading(self, block: Heading) -> str:
        fresh = "<w:pageBreakBefore/>" if block.fresh else ""
        runs = _runs(" ".join(block.text.split()))
        if block.code:
            code = _runs(block.code, f'<w:rStyle w:val="{CODE}"/>')
            runs = f"{code}{_runs(_GAP)}{runs}"
        number = next(self._headings)
        mark = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(block)}"/>'
        if _anchor(block) not in self._expected:
            mark = ""
        else:
            self._expected.remove(_anchor(block))
        close = f'<w:bookmarkEnd w:id="{number}"/>' if mark else ""
        return _paragraph(f"Heading{block.level}", f"{mark}{runs}{close}", fresh)

    def _grid(self, block: Grid) -> str:
        self.rows += len(block.rows)
        head = "".join(_cell(column, _head(column)) for column in block.columns)
        header = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
        rows = "".join(_row(block.columns, row) for row in block.rows)
        table = _table(GRID, block.name, block.columns)
        return f"{self._caption(block.caption)}{table}{header}{rows}</w:tbl>"

    def _caption(self, text: str) -> str:
        if not text:
            return ""
        number = (
            '<w:fldSimple w:instr=" SEQ Table \\* ARABIC "><w:r><w:t>'
            f"{next(self._tables)}</w:t></w:r></w:fldSimple>"
        )
        return _paragraph(CAPTION, f"{_runs(f'{self._table_word} ')}{number}{_runs(f'. {text}')}")

    def _contents(self, block: Contents) -> str:
        """A table of contents that is right from the start: ways to the places, no page numbers."""
        self._expected = [_anchor(entry) for entry in block.entries]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-2" \\n \\h \\z </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        lines = []
        last = len(block.entries) - 1
        for at, entry in enumerate(block.entries):
            code = f"{entry.code}{_GAP}" if entry.code else ""
            runs = _runs(code + " ".join(entry.text.split()))
            link = f'<w:hyperlink w:anchor="{_anchor(entry)}" w:history="1">{runs}</w:hyperlink>'
            style = CONTENTS[min(entry.level, 2) - 1]
            lines.append(
                _paragraph(style, f"{begin if at == 0 else ''}{link}{end if at == last else ''}")
            )
        return _paragraph(CONTENTS_TITLE, _runs(block.title)) + "".join(lines)


def _anchor(heading: Heading) -> str:
    """The name of a heading's place: made of its code, which no other heading of its level has."""
    letters = re.sub(r"[^0-9A-Za-z]", "_", heading.code)[:24]
    return f"_Toc{heading.level}_{letters}"


def _paragraph(style: str, runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def _runs(text: str, look: str = "") -> str:
    """Text as one run, with real line ends and tabs."""
    if not text.isprintable():
        text = storable(text)
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = []
    for at, line in enumerate(text.split("\n")):
        if at:
            pieces.append("<w:br/>")
        for place, piece in enumerate(line.split("\t")):
            if place:
                pieces.append("<w:tab/>")
            if piece:
                pieces.append(f'<w:t xml:space="preserve">{_escaped(piece)}</w:t>')
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _table(style: str, name: str, columns: Sequence[Column]) -> str:
    whole = sum(_twips(column.width) for column in columns)
    grid = "".join(f'<w:gridCol w:w="{_twips(column.width)}"/>' for column in columns)
    first = "1" if style == GRID else "0"
    caption = _escaped(storable(" ".join(name.split()))).replace('"', "&quot;")
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0"'
        f' w:firstRow="{first}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _twips(millimetres: int) -> int:
    return round(millimetres * _TWIPS_PER_MM)


def _head(column: Column) -> str:
    align = '<w:jc w:val="right"/>' if column.kind is Kind.NUMBER else ""
    return _paragraph(CELL_HEAD, _runs(column.title), align)


def _cell(column: Column, paragraphs: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(column.width)}" w:type="dxa"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    cells = "".join(
        _cell(column, _value(column.kind, value))
        for column, value in zip(columns, row, strict=True)
    )
    return f"<w:tr>{_keeping(row)}{cells}</w:tr>"


def _keeping(row: Sequence[Cell]) -> str:
    longest = max((len(str(value)) for value in row), default=0)
    return "<w:trPr><w:cantSplit/></w:trPr>" if longest < _BREAKS_FROM else ""


def _value(kind: Kind, value: Cell) -> str:
    if isinstance(value, Marked):
        return _paragraph(CELL, _marked(value))
    text = "" if value is None else str(value)
    if kind is Kind.NUMBER:
        return _paragraph(CELL_NUMBER, _runs(text))
    if kind is Kind.DATE:
        text = _shown_date(text)
    return _paragraph(CELL, _runs(text, _BOLD if kind is Kind.CODE else ""))


def _marked(value: Marked) -> str:
    if not value.text:
        return _runs("")
    look = f'<w:b/><w:color w:val="{value.mark.ink}"/>'
    return _runs(f"{value.mark.sign} {value.text}", look)


def _shown_date(text: str) -> str:
    if not _DAY.fullmatch(text):
        return text
    if len(text) == 10:
        try:
            date.fromisoformat(text)
        except ValueError:
            return text
    return "-".join(reversed(text.split("-")))


_FACT_COLUMNS = (Column("", _WORD_MM), Column("", _FACT_MM))


def _facts(block: Facts) -> str:
    last = len(block.rows) - 1
    together = len(block.rows) <= _TOGETHER
    rows = "".join(
        _fact(word, value, keep=together and at < last)
        for at, (word, value) in enumerate(block.rows)
    )
    return f"{_table(FACTS, block.name, _FACT_COLUMNS)}{rows}</w:tbl>"


def _fact(word: str, value: Cell, *, keep: bool) -> str:
    left, right = _FACT_COLUMNS
    cells = _cell(left, _paragraph(CELL_WORD, _runs(word), "<w:keepNext/>" if keep else ""))
    cells += _cell(right, _value(Kind.TEXT, value))
    return f"<w:tr>{_keeping((value,))}{cells}</w:tr>"


def pieces(blocks: Blocks, found: Iterator[Block]) -> Iterator[tuple[bytes, int]]:
    """The XML of blocks piece by piece, with the rows of tables so far."""
    for block in found:
        yield blocks.xml(block).encode(), blocks.rows
