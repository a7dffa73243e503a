"""Reading catalogues (.ts), running Qt's tools on them, and finding what the sources say."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import PySide6

REPOSITORY = Path(__file__).resolve().parents[2]
KEPT = REPOSITORY / "resources" / "i18n"
SOURCES = tuple(
    sorted(
        path
        for room in ("gui", "app")
        for path in (REPOSITORY / "samen_desktop" / room).rglob("*.py")
    )
)
_PLACE = re.compile(r"%n|%\d|\{\w+\}")
_ACCELERATOR = re.compile(r"&(?!&)(.)")


@dataclass(frozen=True)
class Said:
    """A string of the sources: its class (or context), its words, whether it counts."""

    context: str
    source: str
    counts: bool


@dataclass(frozen=True)
class Message:
    """One entry of a catalogue; `forms` are its translation: two where it counts."""

    said: Said
    forms: tuple[str, ...]
    finished: bool


def read(path: Path) -> list[Message]:
    """All entries of a catalogue."""
    return [
        _message(context.findtext("name", ""), each)
        for context in ET.parse(path).getroot().iter("context")
        for each in context.iter("message")
    ]


def _message(context: str, found: ET.Element) -> Message:
    counts = found.get("numerus") == "yes"
    told = found.find("translation")
    assert told is not None
    forms = [each.text or "" for each in told.iter("numerusform")] if counts else [told.text or ""]
    said = Said(context, found.findtext("source", ""), counts)
    return Message(said, tuple(forms), told.get("type") is None)


def collect(sources: Sequence[Path], target: Path) -> list[Message]:
    """What Qt's own tool finds in these sources."""
    _run("lupdate", *map(str, sources), "-source-language", "en", "-ts", str(target))
    return read(target)


def compile_to(catalogue: Path, target: Path) -> bytes:
    """A catalogue as the window loads it."""
    _run("lrelease", str(catalogue), "-qm", str(target))
    return target.read_bytes()


def _run(tool: str, *arguments: str) -> None:
    program = shutil.which(tool, path=str(Path(PySide6.__file__).parent))
    assert program is not None, f"{tool} comes with PySide6"
    subprocess.run([program, *arguments, "-silent"], check=True, capture_output=True)


# what may be wrong with a catalogue


def unfinished(messages: Sequence[Message]) -> list[Said]:
    """Entries somebody has yet to translate."""
    return [each.said for each in messages if not each.finished or not all(each.forms)]


def uneven(messages: Sequence[Message]) -> list[Said]:
    """Entries whose places for values differ between source and translation."""
    return [
        each.said
        for each in messages
        if any(_places(form) != _places(each.said.source) for form in each.forms)
    ]


def without_key(messages: Sequence[Message]) -> list[Said]:
    """Entries with a letter for Alt in the source and none or several in the translation."""
    return [
        each.said
        for each in messages
        if len(_ACCELERATOR.findall(each.said.source)) != len(_ACCELERATOR.findall(each.forms[0]))
    ]


def clashes(menu: Sequence[str]) -> list[str]:
    """Letters for Alt that two entries of one menu share."""
    letters = [letter.casefold() for text in menu for letter in _ACCELERATOR.findall(text)]
    return sorted({each for each in letters if letters.count(each) > 1})


def with_plural_mark(messages: Sequence[Message]) -> list[Said]:
    """Entries that would show `(s)` to a reader."""
    return [each.said for each in messages if any("(s)" in form for form in each.forms)]


def _places(text: str) -> list[str]:
    return sorted(_PLACE.findall(text))


# what the sources say


def spoken(path: Path) -> Iterator[tuple[int, Said | None]]:
    """Every `tr` and `translate` of a source with its line; None where the words are not plain."""
    yield from _spoken(ast.parse(path.read_text(encoding="utf-8")), "")


def _spoken(node: ast.AST, owner: str) -> Iterator[tuple[int, Said | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            name = getattr(child.func, "attr", getattr(child.func, "id", ""))
            if name == "tr":
                yield child.lineno, _of_self(child, owner)
            elif name == "translate":
                yield child.lineno, _of_context(child)
        yield from _spoken(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _of_self(call: ast.Call, owner: str) -> Said | None:
    own = isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == "self"
    words = _plain(call.args[:1])
    return Said(owner, words[0], len(call.args) > 2) if own and owner and words else None


def _of_context(call: ast.Call) -> Said | None:
    words = _plain(call.args[:2])
    return Said(words[0], words[1], len(call.args) > 3) if len(words) == 2 else None


def _plain(found: Sequence[ast.expr]) -> list[str]:
    return [
        each.value
        for each in found
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def bases(path: Path) -> Iterator[str]:
    """Names of the classes that classes of this source stand on."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef):
            yield from (ast.unparse(base).rpartition(".")[2] for base in node.bases)


def menus(path: Path, owner: str) -> dict[str, list[str]]:
    """The words of a class by the method that says them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = next(
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == owner
    )
    return {
        method.name: [said.source for _, said in _spoken(method, owner) if said is not None]
        for method in found.body
        if isinstance(method, ast.FunctionDef)
    }
