"""The gate before a stranger's file: what kind it is, and whether a workbook is safe to open.

Everything that can be known without understanding the contents is decided here, within seconds and
in little memory: size, kind, packing, damage, document type definitions. What stands in the sheets
is left to `xlsx_source` and `csv_source`.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, Literal

from .refusals import refusal

MAX_FILE = 100 << 20
MAX_SHEET = 600 << 20
MAX_PART = 128 << 20
MAX_ALL = 800 << 20
MAX_RATIO = 200
MAX_PARTS = 2_000
MAX_DIRECTORY = 1 << 20
"""Bytes of the list of parts: above it, reading the list alone would take the memory."""

_BLOCK = 1 << 20
_RATIO_FROM = 1 << 20  # below this size a part cannot hurt, whatever its ratio
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_TABLE = (b"%pdf", b"{\\rtf", b"<html", b"<!doc", b"<?xml")
_TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv", ".tab", ""})
_BOOK_SUFFIXES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlsb"})
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_ENCODINGS = frozenset(b"utf-8 utf8 utf-16 utf-16le utf-16be us-ascii ascii".split())
_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")


def kind_of(path: Path) -> Literal["csv", "xlsx"]:
    """What the file is, by its first bytes. Raises KnownError for all we do not read, each its own.

    The file must be an ordinary one, readable and no larger than `MAX_FILE`.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise refusal("not-a-file", path.name)
        if about.st_size > MAX_FILE:
            raise refusal("too-big", path.name, most=MAX_FILE >> 20)
        with path.open("rb") as file:
            return _kind(file, path.name, path.suffix.casefold())
    except FileNotFoundError:
        raise refusal("missing", path.name) from None
    except (OSError, ValueError):
        raise refusal("no-access", path.name) from None


def _kind(file: IO[bytes], name: str, suffix: str) -> Literal["csv", "xlsx"]:
    head = file.read(512)
    if head.startswith(b"PK\x03\x04"):
        return "xlsx"
    if head.startswith(_OLE):
        raise refusal("encrypted" if _is_encrypted(file) else "old-xls", name)
    if suffix in _BOOK_SUFFIXES:
        raise refusal("damaged", name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if suffix not in _TEXT_SUFFIXES or start.startswith(_NO_TABLE):
        raise refusal("unknown-kind", name)
    return "csv"


def _is_encrypted(file: IO[bytes]) -> bool:
    """Whether an OLE file wraps an encrypted workbook; otherwise it is one of before 2007."""
    before = b""
    file.seek(0)
    while block := file.read(_BLOCK):
        if _ENCRYPTED in before + block:
            return True
        before = block[-len(_ENCRYPTED) :]
    return False


def check_workbook(file: IO[bytes], name: str) -> zipfile.ZipFile:
    """Let a workbook through the gate: every part was read once, and is sound.

    Sizes are counted while inflating, so no part can pretend to be small. Raises KnownError.
    """
    try:
        _check_directory(file, name)
        archive = zipfile.ZipFile(file)
        _check_kind(archive, name)
        _check_claims(archive.infolist(), name)
        for info in archive.infolist():
            _check_part(archive, info, name)
    except DAMAGE as error:
        raise refusal("damaged", name) from error
    return archive


DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,  # NotImplementedError is one: a way of packing that `zipfile` does not know
)
"""What reading a broken archive can raise."""


def _check_directory(file: IO[bytes], name: str) -> None:
    """Look at the size of the list of parts before `zipfile` takes the whole list into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - (1 << 16) - 98))
    tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0:
        raise refusal("damaged", name)
    (length,) = struct.unpack_from("<L", tail, end + 12)
    if end >= 76 and tail.startswith(b"PK\x06\x07", end - 20):  # the list is told in 64 bits
        (length,) = struct.unpack_from("<Q", tail, end - 76 + 40)
    if length > MAX_DIRECTORY:
        raise refusal("too-big-inside", name)


def _check_kind(archive: zipfile.ZipFile, name: str) -> None:
    """Packages of other programs, which are zip files too."""
    names = set(archive.namelist())
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            if part.read(64).startswith(b"application/vnd.oasis.opendocument"):
                raise refusal("ods", name)
    if any(part.casefold().endswith("workbook.bin") for part in names):
        raise refusal("xlsb", name)
    if "[Content_Types].xml" not in names:
        called = Path(name).suffix.casefold()
        raise refusal("damaged" if called in _BOOK_SUFFIXES else "unknown-kind", name)


def _check_claims(parts: list[zipfile.ZipInfo], name: str) -> None:
    """What the list of parts says; `zipfile` never gives more of a part than its list says."""
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_ALL:
        raise refusal("too-big-inside", name)
    if len({part.filename for part in parts}) != len(parts):
        raise refusal("damaged", name)
    for part in parts:
        most = MAX_SHEET if "sheets/" in part.filename.casefold() else MAX_PART
        swollen = part.file_size > max(_RATIO_FROM, part.compress_size * MAX_RATIO)
        if part.file_size > most or swollen:
            raise refusal("too-big-inside", name)
        if part.flag_bits & 1:
            raise refusal("encrypted", name)
        if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise refusal("damaged", name)


def _check_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> None:
    """Inflate a part to its end: it counts the bytes, checks the sum and looks for definitions."""
    with archive.open(info) as part:
        block = part.read(_BLOCK)
        wanted = _forbidden(info.filename, block, name)
        before, count = b"", 0
        while block:
            count += len(block)
            if count > info.file_size:
                raise refusal("too-big-inside", name)
            if wanted:
                seen = before + block
                if any(mark in seen for mark in wanted):
                    raise refusal("unsafe", name)
                before = block[-32:]
            block = part.read(_BLOCK)


def _forbidden(part: str, head: bytes, name: str) -> tuple[bytes, ...]:
    """The bytes a document type definition would begin with in this part; none if it is no XML."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
        return tuple(mark.encode(e) for mark in _FORBIDDEN for e in ("utf-16-le", "utf-16-be"))
    plain = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not part.casefold().endswith(_XML_SUFFIXES) and not plain.startswith(b"<"):
        return ()
    declared = _DECLARED.match(plain)
    if declared is not None and declared[1].lower() not in _ENCODINGS:
        raise refusal("unsafe", name)
    return tuple(mark.encode() for mark in _FORBIDDEN)
