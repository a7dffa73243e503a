"""Every domain word is there in both languages, with the same places to fill in.

Walks the modules of `core` and everything that can be reached from their names: dataclasses, enums,
tuples, sets and mappings. So a new word is checked without anybody adding it to a list.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from types import MappingProxyType, ModuleType

import pytest

import samen_desktop.core
from samen_desktop.core.words import Words

UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XXX|TBD)\b|\?\?\?")


def core_modules() -> list[ModuleType]:
    """All modules of `core`, imported."""
    package = samen_desktop.core
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [importlib.import_module(each.name) for each in found]


def words_within(thing: object, seen: set[int]) -> Iterator[Words]:
    """Every Words that can be reached from a value, each value visited once."""
    if id(thing) in seen or isinstance(thing, (str, bytes, int, float, type(None))):
        return
    seen.add(id(thing))
    if isinstance(thing, Words):
        yield thing
        return
    for part in _parts(thing):
        yield from words_within(part, seen)


def _parts(thing: object) -> list[object]:
    if isinstance(thing, type):
        return list(thing) if issubclass(thing, Enum) else []
    if isinstance(thing, Enum):
        return [thing.value, *vars(thing).values()]
    if isinstance(thing, Mapping):
        return [*thing.keys(), *thing.values()]
    if isinstance(thing, (tuple, list, Set)):
        return list(thing)
    if is_dataclass(thing):
        return [getattr(thing, field.name) for field in fields(thing)]
    return []


def words_of(module: ModuleType) -> list[Words]:
    """Every Words reachable from the names of a module."""
    seen: set[int] = set()
    return [found for value in vars(module).values() for found in words_within(value, seen)]


def _places(side: str) -> set[str] | None:
    """The named places of a sentence; None where its braces do not match."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(side) if name is not None}
    except ValueError:
        return None


def faults(words: Words) -> list[str]:
    """What is wrong with a pair, as sentences; empty when it is sound."""
    said = []
    for language, side in (("nl", words.nl), ("en", words.en)):
        if not side.strip():
            said.append(f"{words}: {language} is empty")
        if side != side.strip():
            said.append(f"{words}: {language} begins or ends with a space")
        if UNFINISHED.search(side):
            said.append(f"{words}: {language} is unfinished")
        if _places(side) is None:
            said.append(f"{words}: {language} has a loose brace")
    if _places(words.nl) != _places(words.en):
        said.append(f"{words}: the places to fill in differ")
    return said


@pytest.mark.parametrize("module", core_modules(), ids=lambda module: module.__name__)
def test_all_words_are_sound_in_both_languages(module: ModuleType) -> None:
    assert [said for words in words_of(module) for said in faults(words)] == []


def test_the_words_of_fields_and_terms_are_found() -> None:
    found = {words.nl for module in core_modules() for words in words_of(module)}
    assert {"Woorden", "Kern", "Sessie"} <= found


@pytest.mark.parametrize(
    "broken",
    [
        Words("", "Session"),
        Words("Sessie", "  "),
        Words("Sessie {code}", "Session"),
        Words("Rij {rij}", "Row {row}"),
        Words("Sessie", "TO" + "DO"),
        Words("Rij {rij", "Row {rij}"),
        Words("Sessie ", "Session"),
    ],
)
def test_a_broken_pair_is_caught(broken: Words) -> None:
    assert faults(broken)


class _Step(Enum):
    FIRST = Words("een", "one")

    def __init__(self, words: Words) -> None:
        self.words = words


@dataclass(frozen=True)
class _Box:
    inside: object


@pytest.mark.parametrize(
    "hidden",
    [
        _Step,
        _Box(_Box(_Step.FIRST)),
        {"a": [_Box((Words("een", "one"),))]},
        MappingProxyType({Words("een", "one"): 1}),
        frozenset({Words("een", "one")}),
    ],
)
def test_words_are_found_however_deep_they_lie(hidden: object) -> None:
    module = ModuleType("sample")
    vars(module)["THING"] = hidden
    assert words_of(module) == [Words("een", "one")]


def test_sound_words_pass() -> None:
    assert faults(Words("Rij {row}: geen datum", "Row {row}: no date")) == []
