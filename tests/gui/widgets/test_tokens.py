"""Colours, icons and the style sheet: contrast counted, every icon drawn, no colour elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from samen_desktop.gui import icons, theme
from samen_desktop.gui.style_sheet import style_sheet
from samen_desktop.gui.theme import contrast_tokens
from samen_desktop.gui.tokens import DARK, LIGHT, TYPE, Tokens

pytestmark = pytest.mark.gui

READABLE = 4.5
VISIBLE = 3.0


def _light(color: str) -> float:
    """Relative luminance as WCAG 2 counts it."""
    found = QColor(color)
    parts = [found.redF(), found.greenF(), found.blueF()]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def faint(tokens: Tokens) -> list[str]:
    """Pairs of text and ground that cannot be read well."""
    grounds = ("base", "window", "sel", "hover", "subtle")
    pairs = [
        (name, tokens.color(name), tokens.color(ground))
        for name in ("text", "text2", "accent", *tokens.statuses)
        for ground in grounds
    ]
    pairs += [("text3", tokens.text3, tokens.base), ("on accent", tokens.on_accent, tokens.accent)]
    pairs += [
        (f"{status.code} on its tint", status.text, status.tint)
        for status in tokens.statuses.values()
        if status.tint
    ]
    said = [name for name, text, ground in pairs if contrast(text, ground) < READABLE]
    if contrast(tokens.control, tokens.base) < VISIBLE:
        said.append("control")
    return said


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_text_can_be_read(tokens: Tokens) -> None:
    assert faint(tokens) == []


def test_faint_text_would_be_noticed() -> None:
    from dataclasses import replace

    assert "text2" in faint(replace(LIGHT, text2="#A0A8AC"))


def test_every_status_has_a_sign_of_its_own_that_is_drawn() -> None:
    signs = [status.sign for status in LIGHT.statuses.values()]
    assert len(set(signs)) == len(signs)
    assert set(signs) <= set(icons.names())


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_drawn_in_its_tint(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "NOV", 16, 2.0).toImage()
    tint = theme.current().color("NOV")
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert drawn
    assert all(abs(pixel.red() - tint.red()) < 4 for pixel in drawn)


def test_the_licence_of_the_icons_lies_beside_them(repository: Path) -> None:
    assert "ISC" in (repository / "resources" / "icons" / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_whole(qapp: QApplication, tokens: Tokens) -> None:
    assert "$" not in style_sheet(tokens, 9.0)


def test_the_program_follows_light_and_dark(qapp: QApplication) -> None:
    heard: list[bool] = []
    worn = theme.apply(qapp, dark=True)
    worn.changed.connect(lambda: heard.append(worn.tokens.dark))
    theme.apply(qapp, dark=False)
    assert heard == [False]
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(LIGHT.base)
    assert worn.color("text") == QColor(LIGHT.text)


def test_larger_letters_make_higher_rows(qapp: QApplication) -> None:
    worn = theme.apply(qapp, dark=False)
    before = worn.height(28)
    worn._points = 18.0
    worn._font.cache_clear()
    try:
        assert worn.height(28) > before
        assert worn.font("title").pointSizeF() == TYPE["title"].points * 2
    finally:
        worn._points = 9.0
        worn._font.cache_clear()


def test_high_contrast_takes_the_systems_two_colours() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.Base, QColor("black"))
    system.setColor(QPalette.ColorRole.Text, QColor("yellow"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    made = contrast_tokens(system)
    assert made.dark
    assert {status.text for status in made.statuses.values()} == {QColor("yellow").name()}
    assert {status.tint for status in made.statuses.values()} == {""}


COLOR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\"")


def test_no_colour_and_no_style_sheet_but_in_their_rooms(repository: Path) -> None:
    said = []
    for path in sorted((repository / "samen_desktop" / "gui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if path.name != "tokens.py" and COLOR.search(source):
            said.append(f"{path.name} has a colour")
        if path.name != "theme.py" and ".setStyleSheet(" in source:
            said.append(f"{path.name} sets a style sheet")
        if path.name != "ask.py" and re.search(r"\bQ(Message|Input)(Box|Dialog)\b", source):
            said.append(f"{path.name} opens a box")
        if path.name not in {"labels.py"} and re.search(r"\bQLabel\(", source):
            said.append(f"{path.name} makes a label of its own")
    assert said == []
