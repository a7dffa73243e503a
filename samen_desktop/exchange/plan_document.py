"""Reads the headings of a plan, with the text under each, from a Word or a Markdown document.

The document is a stranger's: it passes the same gate as a workbook, and nothing in it is followed.
What the headings mean for a round is for `core.outlines` and `store`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from samen_desktop.core import outlines
from samen_desktop.core.checks import LONGEST_TEXT
from samen_desktop.core.errors import KnownError
from samen_desktop.core.outlines import Heading
from samen_desktop.core.text import clean
from samen_desktop.core.words import Words

from . import gate

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph

SUFFIXES = (".docx", ".md", ".markdown")
MOST_MARKDOWN = 10 << 20
"""Bytes of a Markdown document; a plan of 200 pages has a twentieth of it."""

_STYLE = re.compile(r"(?:heading|kop|überschrift|titre) ?([1-9])", re.IGNORECASE)
_HASHES = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_UNDERLINED = re.compile(r"\s{0,3}(=+|-+)\s*")
_MARKS = re.compile(r"(\*\*|__|\*|_|`)(\S(?:.*?\S)?)\1|\[([^\]]*)\]\([^)]*\)|<!--.*?-->")

Line = tuple[int, str]
"""A paragraph: its level as a heading, 0 for text; and its words."""


def read_outline(path: Path) -> list[Heading]:
    """The headings of a document in reading order, levels without gaps, numbers as printed.

    Raises KnownError, naming the file, for what is no such document, has no headings, or so many
    that it is no plan. Text before the first heading is left out.
    """
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise _refusal("kind", path)
    lines = _word(path) if suffix == ".docx" else _markdown(path)
    found = list(_headings(lines, path))
    if not found:
        raise _refusal("no-headings" if suffix == ".docx" else "no-hashes", path)
    return outlines.numbered(outlines.levelled(found))


def _headings(lines: Iterable[Line], path: Path) -> Iterator[Heading]:
    level, title, count = 0, "", 0
    texts: list[str] = []
    for depth, words in lines:
        if not depth:
            texts.append(words)
            continue
        if level:
            yield _heading(level, title, texts)
        level, title = depth, words
        texts.clear()
        count += 1
        if count > outlines.MOST_HEADINGS:
            raise _refusal("too-many", path)
    if level:
        yield _heading(level, title, texts)


def _heading(level: int, line: str, texts: list[str]) -> Heading:
    number, title = outlines.split_number(clean(line, one_line=True))
    text = clean("\n".join(texts), one_line=False)
    return Heading(level, number, title[: outlines.LONGEST_TITLE], text[:LONGEST_TEXT])


def _word(path: Path) -> Iterator[Line]:
    """Paragraphs of a Word document. A heading is what its style, or the paragraph, says it is."""
    import docx

    with _passed(path) as file:
        try:
            document = docx.Document(file)
        except Exception as error:  # what a broken package raises is not told anywhere
            raise _refusal("damaged", path) from error
        yield from _paragraphs(document, path)


def _paragraphs(document: Document, path: Path) -> Iterator[Line]:
    from docx.table import Table

    try:
        for item in document.iter_inner_content():
            if not isinstance(item, Table):
                if item.text.strip():
                    yield _level(item), item.text
                continue
            for row in item.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield 0, " | ".join(text for text in cells if text)
    except KnownError:
        raise
    except Exception as error:
        raise _refusal("damaged", path) from error


def _level(paragraph: Paragraph) -> int:
    """1 to 9 for a heading. The names of styles differ by language and by who made the template."""
    from docx.styles.style import CharacterStyle

    outline = _outline_level(paragraph.paragraph_format.element)
    if outline is not None:
        return outline
    style: BaseStyle | None = paragraph.style
    for _ in range(10):  # a style follows another; a ring of them is somebody's damage
        if style is None:
            return 0
        found = _STYLE.fullmatch((style.name or "").strip())
        if found:
            return int(found[1])
        outline = _outline_level(style.element)
        if outline is not None:
            return outline
        style = style.base_style if isinstance(style, CharacterStyle) else None
    return 0


def _outline_level(owner: BaseOxmlElement) -> int | None:
    """The outline level that a paragraph or style names; 0 for text, None where it names none."""
    from docx.oxml.ns import qn

    found = owner.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    value = "" if found is None else str(found.get(qn("w:val"), ""))
    if not value.isdigit():
        return None
    return int(value) + 1 if int(value) < outlines.DEEPEST else 0


def _markdown(path: Path) -> Iterator[Line]:
    """Lines of a Markdown document: headings with hashes or underlined, code left as text."""
    fenced = False
    before: str | None = None
    for line in _decoded(path).splitlines():
        if _FENCE.match(line):
            fenced = not fenced
            line = ""  # noqa: PLW2901 - the sign is no text
        hashes = None if fenced else _HASHES.fullmatch(line)
        under = None if fenced or not (before or "").strip() else _UNDERLINED.fullmatch(line)
        if under is not None and before is not None:
            yield (1 if under[1][0] == "=" else 2), _bare(before)
            before = None
            continue
        if before is not None:
            yield 0, _bare(before)
        before = None
        if hashes is not None and hashes[2]:
            yield len(hashes[1]), _bare(hashes[2])
        else:
            before = line
    if before is not None:
        yield 0, _bare(before)


def _decoded(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_MARKDOWN:
            raise _refusal("too-big", path)
        data = path.read_bytes()
    except OSError as error:
        raise _refusal("missing" if not path.exists() else "no-access", path) from error
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("damaged", path)
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _bare(line: str) -> str:
    """A line without the signs of Markdown for emphasis, links and remarks."""
    return _MARKS.sub(lambda found: found[2] or found[3] or "", line)


def _passed(path: Path) -> IO[bytes]:
    """The file, once it passed the gate: no bomb, no document type definition, every part whole."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise _refusal("missing" if not path.exists() else "no-access", path) from error
    try:
        if file.read(4) != b"PK\x03\x04":
            raise _refusal("damaged", path)
        archive = gate.check_workbook(file, path.name)
        if "word/document.xml" not in archive.namelist():
            raise _refusal("damaged", path)
    except KnownError as error:
        file.close()
        raise (error if error.code in _SENTENCES else _refusal("damaged", path)) from error
    file.seek(0)
    return file


def _refusal(reason: str, path: Path) -> KnownError:
    code = f"plan-{reason}"
    return KnownError(code, _SENTENCES[code].fill(name=path.name, most=outlines.MOST_HEADINGS))


_SENTENCES = {
    "plan-kind": Words(
        "“{name}” is geen Word-document (.docx) en geen Markdown (.md).",
        "“{name}” is neither a Word document (.docx) nor Markdown (.md).",
    ),
    "plan-missing": Words(
        "“{name}” bestaat niet (meer); kies het bestand opnieuw.",
        "“{name}” does not exist (any more); choose the file again.",
    ),
    "plan-no-access": Words(
        "“{name}” kan niet worden gelezen; sluit het in andere programma’s of maak een kopie.",
        "“{name}” cannot be read; close it in other programs or make a copy.",
    ),
    "plan-damaged": Words(
        "“{name}” is beschadigd of is geen Word-document; open het in Word en sla het opnieuw op"
        " als .docx.",
        "“{name}” is damaged or is no Word document; open it in Word and save it again as .docx.",
    ),
    "plan-too-big": Words(
        "“{name}” is veel groter dan een plan en is niet geopend.",
        "“{name}” is far larger than a plan and was not opened.",
    ),
    "plan-no-headings": Words(
        "“{name}” heeft geen koppen; geef de hoofdstukken in Word de stijl Kop 1, Kop 2 enzovoort.",
        "“{name}” has no headings; give its chapters the styles Heading 1, Heading 2 and so on.",
    ),
    "plan-no-hashes": Words(
        "“{name}” heeft geen koppen; begin elk hoofdstuk met # en elke paragraaf met ##.",
        "“{name}” has no headings; begin each chapter with # and each paragraph with ##.",
    ),
    "plan-too-many": Words(
        "“{name}” heeft meer dan {most} koppen; gebruik kopstijlen alleen voor hoofdstukken.",
        "“{name}” has more than {most} headings; use heading styles for chapters only.",
    ),
}
