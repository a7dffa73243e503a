"""The parts of a workbook around its sheets: which sheets there are, its strings, styles and epoch.

Written straight on the format and not on openpyxl, because strangers' files need more than it
gives: openpyxl opens a strict workbook as one without sheets, loses `_x005F_` in text, cannot tell
a formula without a result from a blank cell, stops at a broken style or print area that has no
bearing on the data, and follows a sheet's false claim about its own size. It remains the judge in
the tests: what both can read, both must read alike.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import IO

from .source_cells import MAX_CELL
from .xml_stream import MAX_DEPTH, MalformedError, feed, local, new_parser, tags

_MAX_SHEETS = 1_000
_MAX_STRINGS = 5_000_000
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DATE_SIGN = re.compile(r"[dmyhs]", re.IGNORECASE)


class Shown(Enum):
    """How a number format shows a number."""

    NUMBER = 0
    DATE = 1
    ELAPSED = 2


# ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in East Asian programs
_BUILT_IN = dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), Shown.DATE) | {
    46: Shown.ELAPSED
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its title, whether people see it, and the part that holds its cells."""

    title: str
    visible: bool
    part: str


@dataclass(slots=True)
class Book:
    """A workbook through the gate: where its sheets are and what their cells refer to."""

    archive: zipfile.ZipFile
    sheets: list[Sheet] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    from_1904: bool = False
    strings_part: str = ""

    def open(self, part: str) -> IO[bytes]:
        """A part as a stream. Raises MalformedError where the archive has none such."""
        try:
            return self.archive.open(part)
        except KeyError:
            raise MalformedError from None

    def strings(self) -> list[str]:
        """The texts that cells refer to by number. Raises MalformedError."""
        if not self.strings_part:
            return []
        with self.open(self.strings_part) as part:
            return read_strings(part)


def open_book(archive: zipfile.ZipFile) -> Book:
    """Find the parts. Raises MalformedError, and DefinitionError for a hostile part."""
    book = Book(archive)
    parts = {name.replace("\\", "/").casefold(): name for name in archive.namelist()}
    main = "xl/workbook.xml"
    for kind, target in _relations(book, parts, "").values():
        if kind == "officeDocument":
            main = target
    relations = _relations(book, parts, main)
    for kind, target in relations.values():
        if kind == "sharedStrings":
            book.strings_part = target
        elif kind == "styles":
            with book.open(target) as part:
                book.shown = _read_styles(tags(part))
    with book.open(main) as part:
        _read_workbook(book, tags(part), relations)
    return book


def _relations(book: Book, parts: dict[str, str], source: str) -> dict[str, tuple[str, str]]:
    """id → kind and part: the relations of a part ("" is the package) to parts that are there."""
    folder, name = posixpath.split(source)
    path = parts.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold())
    if path is None:
        return {}
    found = {}
    with book.open(path) as part:
        for tag, about in tags(part):
            if tag != "Relationship" or about.get("TargetMode") == "External":
                continue
            target = posixpath.normpath(posixpath.join("/", folder, about.get("Target", "")))
            known = parts.get(target.lstrip("/").replace("\\", "/").casefold())
            if known is not None:
                kind = about.get("Type", "").rpartition("/")[2]
                found[about.get("Id", "")] = (kind, known)
    return found


def _read_workbook(
    book: Book, content: Iterator[tuple[str, dict[str, str]]], relations: dict[str, tuple[str, str]]
) -> None:
    root, _ = next(content, ("", {}))
    if root != "workbook":
        raise MalformedError
    for tag, about in content:
        if tag == "workbookPr":
            book.from_1904 = about.get("date1904") in ("1", "true", "on")
        elif tag == "sheet":
            _add_sheet(book, about, relations)
    if not book.sheets:
        raise MalformedError


def _add_sheet(book: Book, about: dict[str, str], relations: dict[str, tuple[str, str]]) -> None:
    ids = [value for name, value in about.items() if ":" in name and local(name) == "id"]
    kind, part = relations.get(ids[0] if ids else "", ("", ""))
    if kind in ("chartsheet", "dialogsheet", "xlMacrosheet"):
        return
    if not part or len(book.sheets) >= _MAX_SHEETS:
        raise MalformedError  # a sheet that is promised and missing must not be passed over
    visible = about.get("state", "visible") == "visible"
    book.sheets.append(Sheet(unescape(about.get("name", "")), visible, part))


def _read_styles(content: Iterator[tuple[str, dict[str, str]]]) -> list[Shown]:
    """How each cell style shows a number, by the number of the style."""
    custom: dict[int, Shown] = {}
    shown: list[Shown] = []
    inside = ""
    for tag, about in content:
        if tag in ("numFmts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            inside = tag
        elif tag == "numFmt" and inside == "numFmts":
            custom[int(about["numFmtId"])] = shown_by(about.get("formatCode", ""))
        elif tag == "xf" and inside == "cellXfs":
            number = int(about.get("numFmtId", "0"))
            shown.append(custom.get(number) or _BUILT_IN.get(number, Shown.NUMBER))
    return shown


def shown_by(code: str) -> Shown:
    """What a number format makes of a number; quoted signs and later sections do not count."""
    code = _NOT_SHOWN.sub("", code).partition(";")[0]
    if _ELAPSED.search(code):
        return Shown.ELAPSED
    if code.strip().casefold() in ("general", "standard", "standaard"):
        return Shown.NUMBER
    return Shown.DATE if _DATE_SIGN.search(code) else Shown.NUMBER


def read_strings(part: IO[bytes]) -> list[str]:
    """The texts of a shared strings part; what phonetic runs repeat in kana is left out."""
    reader = _StringReader()
    parser = new_parser()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    for _ in feed(parser, part):
        if len(reader.strings) > _MAX_STRINGS:
            raise MalformedError
    return reader.strings


class _StringReader:
    """Takes the texts out of the stream of tags."""

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pieces: list[str] = []
        self._length = 0
        self._depth = 0
        self._inside = False
        self._phonetic = False

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise MalformedError
        tag = local(name)
        if tag == "t":
            self._inside = not self._phonetic
        elif tag == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        self._depth -= 1
        tag = local(name)
        if tag == "t":
            self._inside = False
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "si":
            self.strings.append(unescape("".join(self._pieces)))
            self._pieces.clear()
            self._length = 0

    def characters(self, text: str) -> None:
        if self._inside:
            self._length += len(text)
            if self._length > MAX_CELL:
                raise MalformedError
            self._pieces.append(text)


def unescape(text: str) -> str:
    """Undo the `_x000D_` Excel writes for control characters, and `_x005F_` for the underscore.

    Other `_x0041_` stay as they are: programs that do not escape mean them literally.
    """
    return _ESCAPE.sub(_unescaped, text) if "_x" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    if code < 32:
        return chr(code)
    if code == 0x5F and _ESCAPE.match(found.string, found.end() - 1):
        return "_"
    return found[0]
