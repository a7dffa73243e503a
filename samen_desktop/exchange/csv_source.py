"""The rows of a stranger's CSV file: its encoding, separator and quoting recognised, never assumed.

What cannot be recognised with certainty is refused. Which row is the header is left to `source`.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TextIO

from .refusals import refusal
from .source_cells import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Cell, FilledRows

_BLOCK = 1 << 20
_LONGEST_LINE = 8 << 20
_LONGEST_LINE = 8 * MAX_CELL
"""Characters read before a line counts as having no end, so that it never fills the memory."""
_SAMPLE = 1 << 16
_SECTIONS_WITHIN = 1_000
_SEPARATORS = ";\t|,"
_SEP_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_QUOTED = re.compile(r'(^|[;,\t|\r\n])[ ]*"(?:[^"]|"")*"')
_QUOTED_ANYWHERE = re.compile(r'"[^"]*"')
_ESCAPED_QUOTE = re.compile(r'\\"(?=[^;,\t|\r\n"])')
_DOUBLED_QUOTE = re.compile(r'[^;,\t|\r\n"]""')
_LONE_BACKSLASH = re.compile(r'\\(?=[^\\"])')
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r")


@dataclass(frozen=True, slots=True)
class CsvTable:
    """How to read one CSV file. `sections`: row and title of each of several tables, else none."""

    path: Path
    encoding: str
    separator: str
    backslashes: bool
    sep_line: bool
    sections: tuple[tuple[int, str], ...] = ()

    def rows(self) -> FilledRows:
        """The filled rows from the first on. Raises KnownError, also halfway."""
        filled = 0
        for number, record in self._records():
            cells: list[Cell] = [_cell(text) for text in record]
            if cells.count(None) == len(cells):
                continue
            filled += 1
            if filled > MAX_ROWS:
                raise refusal("too-many-rows", self.path.name)
            if len(cells) > MAX_COLUMNS and any(c is not None for c in cells[MAX_COLUMNS:]):
                raise refusal("too-many-columns", self.path.name, row=number)
            yield number, cells[:MAX_COLUMNS]

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        """Every record with its number as a spreadsheet counts: blank lines too, `sep=` not."""
        number = 0
        csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
        with self.path.open(encoding=self.encoding, newline="") as text:
            if self.sep_line:
                next(text)
            lines = _Lines(text, backslashes=self.backslashes)
            try:
                for record in self._reader(lines):
                    number += 1
                    yield number, record
                    lines.next_record = True
            except csv.Error as error:
                raise refusal("cell-too-long", self.path.name, row=number + 1) from error
            except UnicodeError as error:
                raise refusal("changed", self.path.name) from error
            if len(list(self._reader([*lines.held, "\n", "x"]))) < 2:
                raise refusal("open-quote", self.path.name, row=number)

    def _reader(self, lines: Iterable[str]) -> Iterator[list[str]]:
        escape = "\\" if self.backslashes else None
        return csv.reader(lines, delimiter=self.separator, escapechar=escape)

    def find_sections(self) -> tuple[tuple[int, str], ...]:
        """Titles of tables in one file: rows of one short cell, each right above a row of texts."""
        first = list(_titles(islice(self._records(), _SECTIONS_WITHIN)))
        return tuple(_titles(self._records())) if len(first) > 1 else ()


class _Lines:
    """The lines of a file, remembering those of the record at hand."""

    def __init__(self, text: TextIO, *, backslashes: bool) -> None:
        self.held: list[str] = []
        self.next_record = True
        self._text = text
        self._backslashes = backslashes

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise csv.Error("line without end")
            if self.next_record:
                self.held.clear()
                self.next_record = False
            mended = _LONE_BACKSLASH.sub(r"\\\\", line) if self._backslashes else line
            self.held.append(mended)
            yield mended


def open_csv(path: Path) -> CsvTable:
    """Look the whole file through once, and say how to read it. Raises KnownError."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, newline="") as text:
        sample = text.read(_SAMPLE)
        if text.read(1):
            sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    told = _SEP_LINE.match(sample)
    backslashes = bool(_ESCAPED_QUOTE.search(sample)) and not _DOUBLED_QUOTE.search(sample)
    table = CsvTable(
        path=path,
        encoding=encoding,
        separator=told[1] if told else _separator(sample, backslashes=backslashes),
        backslashes=backslashes,
        sep_line=told is not None,
    )
    return replace(table, sections=table.find_sections())


def _cell(text: str) -> str | None:
    if not text or text.isspace():
        return None
    if text[0] == "'" and text.startswith(_GUARDED):
        return text[1:]  # the one apostrophe that keeps spreadsheets from calculating
    return text


def _encoding(path: Path) -> str:
    """UTF-8, UTF-16 with its mark, or what Dutch Windows wrote before: cp1252."""
    with path.open("rb") as file:
        head = file.read(3)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    elif head == codecs.BOM_UTF8:
        candidates = ["utf-8-sig"]
    else:
        candidates = ["utf-8", "cp1252"]
    for encoding in candidates:
        try:
            _check_text(path, encoding)
        except UnicodeDecodeError:
            if encoding == "utf-8" and _looks_like_cp1252(path):
                continue
            raise refusal("encoding", path.name, line=_bad_line(path, encoding)) from None
        return encoding
    raise AssertionError("cp1252 either reads or refuses")


def _check_text(path: Path, encoding: str) -> None:
    decode = codecs.getincrementaldecoder(encoding)().decode
    length, line, filled = 0, 1, False
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            text = decode(block)
            if "\0" in text:
                raise refusal("nul", path.name)
            filled = filled or not text.isspace()
            end = max(text.rfind("\n"), text.rfind("\r"))
            length = length + len(text) if end < 0 else len(text) - end
            if length > _LONGEST_LINE:
                raise refusal("cell-too-long", path.name, row=line)
            line += text.count("\n")
        decode(b"", True)
    if not filled:
        raise refusal("empty", path.name)


def _looks_like_cp1252(path: Path) -> bool:
    """Whether most high bytes make no sense as UTF-8; else the file is UTF-8 with damage."""
    content = path.read_bytes()
    sound = sum(len(found) for found in _MULTIBYTE.findall(content))
    return len(_HIGH.findall(content)) > 2 * sound


def _bad_line(path: Path, encoding: str) -> int:
    content = path.read_bytes()
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 1


def _separator(sample: str, *, backslashes: bool) -> str:
    """The sign that splits most lines into equally many cells, outside quotation marks.

    Where the first line has none of the signs, a comma before a blank is taken for a comma of
    language: a list of names in one column is not two columns.
    """
    if backslashes:
        plain = _QUOTED_ANYWHERE.sub("", sample.replace('\\"', '"'))
    else:
        plain = _QUOTED.sub(r"\1", sample)
    lines = [line for line in plain.splitlines() if line.strip()]
    if lines and not any(sign in lines[0] for sign in _SEPARATORS):
        lines = [line.replace(", ", " ") for line in lines]
    best = max(_SEPARATORS, key=lambda sign: _evenness(lines, sign))
    return best if any(best in line for line in lines) else ";"


def _evenness(lines: list[str], sign: str) -> tuple[bool, float, int]:
    counts = Counter(line.count(sign) for line in lines)
    in_first = bool(lines) and sign in lines[0]
    split = {count: often for count, often in counts.items() if count}
    if not split:
        return (in_first, 0.0, 0)
    usual = max(split, key=lambda count: (split[count], count))
    return (in_first, split[usual] / len(lines), usual)


def _titles(records: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, str]]:
    above: tuple[int, str] | None = None
    for number, record in records:
        if above is not None and len(record) > 1 and all(_is_label(text) for text in record):
            yield above
        lone = len(record) == 1 and _is_label(record[0])
        above = (number, record[0].strip()) if lone else None


def _is_label(text: str) -> bool:
    text = text.strip()
    return 0 < len(text) <= 60 and not text[0].isdigit()
