"""The window's words in Dutch, and its plurals in English: nothing missing, nothing broken.

Needs no screen: the catalogues are read as files, by us and by Qt's own tools. Each check has to
catch a catalogue that was spoilt for it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from . import catalogue
from .catalogue import KEPT, REPOSITORY, SOURCES, Message, Said

_FRAME = REPOSITORY / "samen_desktop" / "gui" / "frame"
_LATE = Message(
    Said("Rows", "%n day(s) late of {what}", True), ("%n dag {what}", "%n {what}"), True
)
_OPEN = Message(Said("Menus", "&Open", False), ("&Openen",), True)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """What the sources of today say."""
    return catalogue.collect(SOURCES, tmp_path_factory.mktemp("fresh") / "samen_nl.ts")


@pytest.fixture(scope="module")
def dutch() -> list[Message]:
    return catalogue.read(KEPT / "samen_nl.ts")


@pytest.fixture(scope="module")
def english() -> list[Message]:
    return catalogue.read(KEPT / "samen_en.ts")


# whole


def test_the_catalogues_hold_exactly_what_the_sources_say(
    fresh: list[Message], dutch: list[Message], english: list[Message]
) -> None:
    said = {each.said for each in fresh}
    assert len(said) > 100
    assert {each.said for each in dutch} == said, "run `make i18n` and translate"
    assert {each.said for each in english} == {each for each in said if each.counts}


def test_qt_finds_all_words_of_the_sources(fresh: list[Message]) -> None:
    known = {each.said for each in fresh}
    assert _unheard(SOURCES, known) == []


def test_words_that_qt_cannot_find_are_noticed(tmp_path: Path) -> None:
    source = tmp_path / "page.py"
    source.write_text(
        "class Page:\n"
        "    def say(self, found, name):\n"
        "        self.tr('plain')\n"
        "        f'{self.tr(\"inside\")}'\n"
        "        self.tr(name)\n"
        "        found.tr('of another')\n"
        "        translate('Page', '%n counted', '', found.rows)\n",
        encoding="utf-8",
    )
    known = {each.said for each in catalogue.collect([source], tmp_path / "page.ts")}
    assert Said("Page", "plain", False) in known
    assert [line for _, line in _unheard([source], known)] == [4, 5, 6, 7]


def _unheard(sources: tuple[Path, ...] | list[Path], known: set[Said]) -> list[tuple[str, int]]:
    return [
        (path.name, line)
        for path in sources
        for line, said in catalogue.spoken(path)
        if said is None or said not in known
    ]


def test_no_class_that_counts_is_stood_upon(fresh: list[Message]) -> None:
    """Qt for Python looks plurals up under the name of the lowest class only."""
    counting = {each.said.context for each in fresh if each.said.counts}
    stood_upon = {base for path in SOURCES for base in catalogue.bases(path)}
    assert counting & stood_upon == set()
    assert "Page" in stood_upon


# translated


def test_nothing_is_left_to_translate(dutch: list[Message], english: list[Message]) -> None:
    assert catalogue.unfinished(dutch) == []
    assert catalogue.unfinished(english) == []


@pytest.mark.parametrize(
    "spoilt", [replace(_LATE, finished=False), replace(_LATE, forms=("%n {what}", ""))]
)
def test_what_is_left_is_noticed(spoilt: Message) -> None:
    assert catalogue.unfinished([_LATE, spoilt]) == [spoilt.said]


def test_values_have_the_same_places(dutch: list[Message], english: list[Message]) -> None:
    assert catalogue.uneven(dutch) == []
    assert catalogue.uneven(english) == []


@pytest.mark.parametrize("form", ["%n {wat}", "%n", "{what}", "%1 {what}", "%n {what} %1"])
def test_a_lost_place_is_noticed(form: str) -> None:
    assert catalogue.uneven([_LATE]) == []
    assert catalogue.uneven([replace(_LATE, forms=("%n {what}", form))]) == [_LATE.said]


def test_no_reader_sees_a_plural_in_brackets(dutch: list[Message], english: list[Message]) -> None:
    assert catalogue.with_plural_mark(dutch) == []
    assert catalogue.with_plural_mark(english) == []
    assert catalogue.with_plural_mark([replace(_LATE, forms=("%n day(s)", ""))]) == [_LATE.said]


# letters for Alt


def test_letters_for_alt_stay(dutch: list[Message]) -> None:
    assert catalogue.without_key(dutch) == []
    assert catalogue.without_key([replace(_OPEN, forms=("Openen",))]) == [_OPEN.said]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_letters_for_alt_differ_within_a_menu(language: str, dutch: list[Message]) -> None:
    spoken = {each.said: each.forms[0] for each in dutch} if language == "nl" else {}
    menus = _menus(spoken)
    assert menus
    assert {name: catalogue.clashes(texts) for name, texts in menus.items()} == {
        name: [] for name in menus
    }


def test_a_shared_letter_is_noticed() -> None:
    assert catalogue.clashes(["&Undo", "K&nippen", "Op&Nieuw", "R && n"]) == ["n"]


def _menus(spoken: dict[Said, str]) -> dict[str, list[str]]:
    """The texts of each menu; “Recent” hangs in the first, undo and redo have two forms."""

    def say(owner: str, text: str) -> str:
        said = Said(owner, text, False)
        return spoken[said] if spoken else text

    methods = catalogue.menus(_FRAME / "commands.py", "CommandTable")
    found = {name: [say("CommandTable", each) for each in texts] for name, texts in methods.items()}
    top = catalogue.menus(_FRAME / "menus.py", "Menus")
    bar = [say("Menus", each) for each in top["__init__"] if each != "&Recent"]
    found["file"].append(say("Menus", "&Recent"))
    named = [say("Menus", each) for each in top["show_steps"] if each.endswith("%1")]
    kept = [each for each in found["edit"] if not any(name.startswith(each) for name in named)]
    assert len(found["edit"]) - len(kept) == len(named) == 2
    return {**found, "bar": bar, "edit with names": [*kept, *named]}


# as the window loads them


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_compiled_catalogue_is_that_of_the_words(language: str, tmp_path: Path) -> None:
    words = KEPT / f"samen_{language}.ts"
    kept = (KEPT / f"samen_{language}.qm").read_bytes()
    assert catalogue.compile_to(words, tmp_path / "again.qm") == kept, "run `make i18n`"
    changed = tmp_path / "changed.ts"
    text = words.read_text(encoding="utf-8")
    changed.write_text(text.replace("%n", "nu %n", 2), encoding="utf-8")
    assert catalogue.compile_to(changed, tmp_path / "changed.qm") != kept
