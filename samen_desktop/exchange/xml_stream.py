"""Reading a part of a workbook as a stream of tags, safely: no definitions, no depth, no giants.

The gate has looked at the bytes before; the parser here refuses the same once more, where it sees
what they mean, so that no trick with encodings comes between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

BLOCK = 1 << 16
_MAX_TOKEN = 8 << 20  # one tag or comment; expat keeps it in memory whole
MAX_DEPTH = 64

Tag = tuple[str, dict[str, str]]


class MalformedError(Exception):
    """The part is no XML that a spreadsheet program writes."""


class DefinitionError(Exception):
    """The part brings a document type definition."""


def new_parser() -> expat.XMLParserType:
    """A parser that refuses document type definitions, and so every entity but XML's own five."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_definition
    return parser


def _refuse_definition(*_args: object) -> None:
    raise DefinitionError


def feed(parser: expat.XMLParserType, part: IO[bytes]) -> Iterator[None]:
    """Feed the part block by block; a step after each, and one at its end.

    Raises MalformedError and DefinitionError, and whatever the parser's handlers raise.
    """
    fed = 0
    try:
        while block := part.read(BLOCK):
            parser.Parse(block, False)
            fed += len(block)
            if fed - parser.CurrentByteIndex > _MAX_TOKEN:
                raise MalformedError
            yield
        parser.Parse(b"", True)
        yield
    except expat.ExpatError as error:
        raise MalformedError from error


def tags(part: IO[bytes]) -> Iterator[Tag]:
    """The opening tags of a part, without their prefixes, in order: for parts without text."""
    parser = new_parser()
    found: list[Tag] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise MalformedError
        found.append((local(name), attributes))

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    for _ in feed(parser, part):
        yield from found
        found.clear()


def local(name: str) -> str:
    """The name of a tag or attribute without its prefix."""
    return name.rpartition(":")[2]
