"""Help without a round: the guide in both languages, all shortcuts, versions and places."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from samen_desktop import __version__
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame.commands import CommandTable
from samen_desktop.gui.help.page import HelpPage, Picture
from samen_desktop.gui.help.pages import PAGES
from samen_desktop.gui.help.reading import Block, blocks, guide, picture_of
from samen_desktop.gui.page import Hint, Place
from samen_desktop.gui.settings import Settings
from tests.gui import walk
from tests.help_pictures import MOST_BYTES, PICTURES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HelpPage:
    monkeypatch.setenv("SAMEN_PROFILE", str(tmp_path / "profile"))
    made = PAGES["help"](Bridge(inline=True), Settings(tmp_path))
    assert isinstance(made, HelpPage)
    qtbot.addWidget(made)
    made.resize(1182, 676)
    made.show()
    return made


def said(page: HelpPage) -> str:
    """All words that can be seen now."""
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_the_guide_is_taken_apart() -> None:
    text = "# Titel\n\nTekst met *Inlezen*.\n- een\n![Lijst](inputs.png)\n## Kop\n<b>geen html</b>"
    assert list(blocks(text)) == [
        Block("title", "Titel"),
        Block("text", "Tekst met “Inlezen”."),
        Block("item", "een"),
        Block("picture", "Lijst", "inputs.png"),
        Block("section", "Kop"),
        Block("text", "<b>geen html</b>"),
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_picture_of_the_guide_is_there_and_small(language: Language) -> None:
    named = [block.name for block in guide(language) if block.kind == "picture"]
    assert set(named) == set(PICTURES)
    for name in named:
        path = picture_of(name, language)
        assert not QImage(str(path)).isNull(), path
        assert path.stat().st_size < MOST_BYTES


def test_the_pictures_are_shown_and_fit_their_column(page: HelpPage) -> None:
    shown = [each for each in page.findChildren(Picture) if each.isVisible()]
    assert len(shown) == len(PICTURES)
    for each in shown:
        assert each.accessibleName()
        assert each.height() == each.heightForWidth(each.width())


def test_both_languages_tell_the_same() -> None:
    dutch, english = guide("nl"), guide("en")
    assert [(each.kind, each.name) for each in dutch] == [
        (each.kind, each.name) for each in english
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_part_of_the_guide_is_short(language: Language) -> None:
    parts: list[int] = []
    for block in guide(language):
        if block.kind in ("title", "section"):
            parts.append(0)
        parts[-1] += len(block.text.split())
    assert len(parts) > 8
    assert max(parts) < 190


def test_all_shortcuts_of_the_menus_are_listed(qtbot: QtBot, page: HelpPage) -> None:
    page.arrive(Place("help", words="shortcuts"))
    page.add_hints("Inbreng", [Hint("F2", "wijzigen")])
    qtbot.waitUntil(lambda: "wijzigen" in said(page))
    shown = said(page)
    table = CommandTable()
    for command in (*table.file(), *table.edit(), *table.view(), *table.go(), *table.help()):
        assert command.keys in shown


def test_info_tells_versions_and_places(page: HelpPage, tmp_path: Path) -> None:
    page.arrive(Place("help", words="about"))
    shown = said(page)
    for words in (__version__, sqlite3.sqlite_version, str(tmp_path / "profile")):
        assert words in shown


def test_the_parts_are_chosen_with_the_keys(page: HelpPage) -> None:
    page.arrive(Place("help"))
    assert page._parts.chosen() == "guide"
    QTest.keyClick(page._parts, Qt.Key.Key_Right)
    assert page._parts.chosen() == "shortcuts"
    assert page._stack.currentWidget() is page._shown["shortcuts"]


@pytest.mark.parametrize("part", ["guide", "shortcuts", "about"])
def test_the_page_keeps_its_promises(page: HelpPage, part: str) -> None:
    page.arrive(Place("help", words=part))
    page.grab()
    assert walk.faults(page) == []
