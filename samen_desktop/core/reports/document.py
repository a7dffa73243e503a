"""A report as a text to read: headings, paragraphs, tables, in plain words and in reading order.

What a page looks like and how a file is made is left to whoever writes it. Text is in one language
by the time it comes here. Blocks are iterators: nothing holds a whole report in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from samen_desktop.core.words import Words

from .sheet import Cell, Column

PAGE_MM = 170
"""What a page of text is wide; columns of a table add up to it."""


class Look(Enum):
    """What a paragraph is for, and so how it looks."""

    BODY = "body"
    LEAD = "lead"  # stays on the page of what follows
    LABEL = "label"  # what a reader looks for: "Ons antwoord"
    NOTE = "note"  # small and quiet
    QUOTE = "quote"  # what somebody said
    TITLE = "title"
    SUBTITLE = "subtitle"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 3. `code` stands before the text, in the colour of codes.

    `fresh` begins a new page.
    """

    text: str
    level: int
    code: str = ""
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of text; line ends in it stay."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row that is repeated on each page.

    `name` says what it is to who cannot see it; `caption` stands above it with a number, if any.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one thing: a word on the left, what it is on the right."""

    name: str
    rows: Sequence[tuple[str, Cell]]


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the first two levels that follow, each a way to its place."""

    title: str
    entries: tuple[Heading, ...]


Block = Heading | Paragraph | Grid | Facts | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Blocks in reading order, and what is printed on every page.

    `blocks` is called once. `page` holds `{page}` and `{pages}`.
    """

    title: str
    blocks: Callable[[], Iterator[Block]]
    head_left: str
    head_right: str
    foot_left: str
    program: str
    page: Words
