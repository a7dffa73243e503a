"""The guide as blocks: a small part of Markdown, read from the files under resources/help.

Titles, paragraphs, list items and pictures on lines of their own; anything else is plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from samen_desktop.core.words import Language
from samen_desktop.resources import FOLDER

_PICTURE = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<name>[\w-]+\.png)\)")
_STRONG = re.compile(r"\*([^*]+)\*")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the guide; of a picture `text` says what it shows and `name` its file."""

    kind: Literal["title", "section", "text", "item", "picture"]
    text: str
    name: str = ""


def guide(language: Language) -> list[Block]:
    """The guide in a language."""
    path = FOLDER / "help" / f"{language}.md"
    return list(blocks(path.read_text(encoding="utf-8")))


def blocks(text: str) -> Iterator[Block]:
    """Take a text apart."""
    for line in filter(None, map(str.strip, text.splitlines())):
        picture = _PICTURE.fullmatch(line)
        if picture is not None:
            yield Block("picture", picture["words"], picture["name"])
        elif line.startswith("## "):
            yield Block("section", _plain(line[3:]))
        elif line.startswith("# "):
            yield Block("title", _plain(line[2:]))
        elif line.startswith("- "):
            yield Block("item", _plain(line[2:]))
        else:
            yield Block("text", _plain(line))


def picture_of(name: str, language: Language) -> Path:
    """Where a picture of the guide lies that shows the window in that language."""
    return FOLDER / "help" / language / name


def _plain(text: str) -> str:
    """Names of commands stand between quotes on screen: labels know no other emphasis."""
    return _STRONG.sub("“\\1”", text)
