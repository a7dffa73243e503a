"""Thirty items of the demo's kind by keyboard alone: how many keys beyond the text itself."""

from __future__ import annotations

import statistics
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.notes.stage import ALT, CTRL, Stage, on_stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
K = Qt.Key
DEMANDED_MEDIAN = 6


@dataclass(frozen=True)
class Said:
    """An item of the demo: who said what, about which theme, how."""

    words: str
    kind: str
    theme: str
    speaker: str
    table: str


KIND_KEYS = {"ZORG": "?z ", "WENS": "?w ", "VRAAG": "? ", "ERVAR": "?e "} | {
    "FEIT": "?f ", "STEUN": "?st ", "BEZWA": "?b ", "RANDV": "?ra ", "AANBOD": "?aanb ",
}  # fmt: skip
"""What she types for a kind."""


EVENINGS = {"SE-07": 18, "SE-09": 12}
"""Sessions of the demo, parents and young people, with how many items of each; thirty in all."""


def an_evening(stage: Stage, session: str) -> list[Said]:
    """Items of a session of the demo as they fell, table by table."""
    rows = stage.ask(
        'SELECT inputs.words, inputs.kind, themes.number, participants.shown, inputs."table"'
        " FROM inputs JOIN themes ON themes.key = inputs.theme"
        " JOIN sessions ON sessions.key = inputs.session"
        " JOIN member ON member.owner = inputs.key AND member.field = 'submitter'"
        " JOIN participants ON participants.key = member.member"
        " WHERE sessions.shown = ? AND inputs.kind IS NOT NULL"
        ' GROUP BY inputs.key ORDER BY inputs."table", inputs.key LIMIT ?',
        session,
        EVENINGS[session],
    )
    return [
        Said(str(words).replace("\n", " "), str(kind), str(theme), str(who), str(table or ""))
        for words, kind, theme, who, table in rows
    ]


def note(stage: Stage, said: Said, so_far: Said | None) -> int:
    """Note one item with the keys the program offers. Gives the keys beyond the text itself."""
    keyboard = stage.keyboard
    before = keyboard.keys
    if so_far is None or said.table != so_far.table:
        keyboard.press(K.Key_F4)
        if said.table:
            keyboard.type(said.table)
        keyboard.press(K.Key_Return)
    keyboard.type(KIND_KEYS[said.kind])
    if so_far is None or said.theme != so_far.theme:
        slots = stage.page.understanding.slots
        if said.theme in slots:
            keyboard.press(K(int(K.Key_1) + slots.index(said.theme)), CTRL)
        else:
            keyboard.type(f"#{said.theme} ")
    if so_far is None or said.speaker != so_far.speaker:
        slots = stage.page.understanding.speaker_slots
        if said.speaker in slots:
            keyboard.press(K(int(K.Key_1) + slots.index(said.speaker)), ALT)
        else:
            speaker(stage, said.speaker)
    keyboard.enter(said.words)
    return keyboard.keys - before - len(said.words)


def speaker(stage: Stage, name: str) -> None:
    """By number and Tab where the list offers that one first, else as it is written."""
    stage.keyboard.type(f"@{name.rpartition(' ')[2]}")
    first = stage.page.naming.popup.current()
    if first is not None and first.code == name:
        stage.keyboard.press(K.Key_Tab)
        return
    while not stage.line.text().endswith("@"):
        stage.keyboard.press(K.Key_Backspace)
    stage.keyboard.type(f"{name} ")


def test_thirty_items_by_keyboard_alone(qtbot: QtBot, round_file: Path) -> None:
    beyond: list[int] = []
    for session in EVENINGS:
        with on_stage(round_file, session=session) as stage:
            evening = an_evening(stage, session)
            count = stage.page.rows.rowCount()
            so_far = None
            for said in evening:
                beyond.append(note(stage, said, so_far))
                so_far = said
            made = [row.note for row in stage.page.rows.committed()[count:]]
            got = [
                Said(each.words, each.kind, each.themes[0].text, each.speakers[0].text, each.table)
                for each in made
            ]
            assert got == evening
    assert len(beyond) == 30
    figures = f"median {statistics.median(beyond)}, most {max(beyond)}, {sorted(beyond)}"
    sys.stdout.write(f"keys per item beyond the text itself: {figures}\n")
    assert statistics.median(beyond) <= DEMANDED_MEDIAN


def test_a_way_without_what_stays_would_need_too_many(stage: Stage) -> None:
    """The same items with nothing kept from line to line: the yardstick can say no."""
    beyond = [
        len(f"#{said.theme} @{said.speaker} {KIND_KEYS[said.kind]}") + 1
        for said in an_evening(stage, "SE-07")
    ]
    assert statistics.median(beyond) > DEMANDED_MEDIAN
