"""The window with a round open: going about, Ctrl+K, undo, saved or not, closing, commands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from samen_desktop.app.program import Program
from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.frame import ask
from samen_desktop.gui.frame.places import STATIONS
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.tokens import Measure

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from samen_desktop.store.dossier import Dossier

pytestmark = pytest.mark.gui


def rename(name: str) -> object:
    def work(dossier: Dossier) -> None:
        row = dossier.conn.execute("SELECT id FROM rounds WHERE deleted = 0").fetchone()
        with dossier.edit("change_round") as edit:
            edit.set(row[0], "name", name)

    return work


def name_of_round(program: Program) -> str:
    found: list[str] = []
    program.bridge.read(
        lambda dossier: str(dossier.conn.execute("SELECT name FROM rounds").fetchone()[0]),
        found.append,
    )
    return found[0]


def test_it_opens_on_the_overview_and_counts(opened: Program) -> None:
    window = opened.window
    assert window.page is not None
    assert window.page.name == "overview"
    counts = window.room.side_bar._model._counts
    assert counts["inputs"] > 0
    assert set(counts) == {"stakeholders", "sessions", "inputs", "answers", "follow_ups"}


def test_pages_are_made_when_visited(opened: Program) -> None:
    room = opened.window.room
    assert [page.name for page in room.made_pages()] == ["overview"]
    room.go_to_page("inputs")
    assert {page.name for page in room.made_pages()} == {"overview", "inputs"}


def test_back_and_forward(opened: Program, qtbot: QtBot) -> None:
    window = opened.window
    for name in ("inputs", "sessions"):
        window.go_to_page(name)
    for keys, expected in (("Left", "inputs"), ("Left", "overview"), ("Right", "inputs")):
        key = getattr(Qt.Key, f"Key_{keys}")
        QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        assert window.page is not None
        assert window.page.name == expected


def test_every_station_by_alt_and_a_figure(opened: Program, qtbot: QtBot) -> None:
    for number, station in enumerate(STATIONS, 1):
        key = getattr(Qt.Key, f"Key_{number}")
        QTest.keyClick(opened.window, key, Qt.KeyboardModifier.AltModifier)
        assert opened.window.page is not None
        assert opened.window.page.name == station.name


def test_the_side_bar_goes_by_arrows(opened: Program, qtbot: QtBot) -> None:
    bar = opened.window.room.side_bar
    bar.focus_list()
    QTest.keyClick(bar._list, Qt.Key.Key_Down)
    assert opened.window.page is not None
    assert opened.window.page.name == STATIONS[1].name


def test_a_narrow_window_shows_icons_only(opened: Program) -> None:
    opened.window.resize(Measure.NARROW - 1, 700)
    assert opened.window.room.side_bar.width() == Measure.SIDE_NARROW
    opened.window.resize(Measure.NARROW, 700)
    assert opened.window.room.side_bar.width() == Measure.SIDE


def test_an_unknown_place_is_passed_over(opened: Program) -> None:
    opened.window.go(Place("nowhere"))
    assert opened.window.page is not None
    assert opened.window.page.name == "overview"


def test_a_message_waits_on_its_own_page(opened: Program) -> None:
    window = opened.window
    window.post(Message("need", "Kijk hier eens naar."))
    window.go_to_page("inputs")
    assert not window.room.message_bar.isVisible()
    window.go_to_page("overview")
    assert window.room.message_bar.isVisible()
    window.room.message_bar.clear()
    window.go_to_page("inputs")
    window.go_to_page("overview")
    assert not window.room.message_bar.isVisible()


def test_what_a_left_page_says_is_read_where_one_went(opened: Program) -> None:
    """Reading in goes to the list at once and tells there what was done."""
    window = opened.window
    window.go_to_page("read_in")
    left = window.page
    assert left is not None
    left.go_requested.emit(Place("inputs"))
    left.message_posted.emit(Message("information", "Drie rijen ingelezen."))
    shown = window.room.message_bar.message
    assert shown is not None
    assert shown.text == "Drie rijen ingelezen."


def test_ctrl_k_finds_a_record_and_goes_there(opened: Program, qtbot: QtBot) -> None:
    window = opened.window
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window._palette
    assert palette is not None
    QTest.keyClicks(palette._field, "I-0012")
    gone: list[Place] = []
    palette.place_chosen.connect(gone.append)
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert [place.page for place in gone] == ["inputs"]
    assert gone[0].record is not None
    assert window.page is not None
    assert window.page.name == "inputs"


def test_ctrl_k_does_a_command(opened: Program, qtbot: QtBot) -> None:
    window = opened.window
    window.open_palette()
    palette = window._palette
    assert palette is not None
    wanted = window.menus.action("go_follow_ups").text()
    QTest.keyClicks(palette._field, wanted)
    rows = [palette._model.at(row) for row in range(palette._model.rowCount())]
    at = next(at for at, row in enumerate(rows) if row.text == wanted and not row.code)
    for _ in range(at):
        QTest.keyClick(palette._field, Qt.Key.Key_Down)
    QTest.keyClick(palette._field, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.name == "follow_ups"


@pytest.mark.parametrize("typed", ["", "<b>", "I-", "%n _*\"'", "é" * 30])
def test_ctrl_k_takes_anything(opened: Program, typed: str) -> None:
    opened.window.open_palette()
    palette = opened.window._palette
    assert palette is not None
    palette._field.insert(typed)  # QTest knows no letters beyond ASCII
    palette.leave()


def test_ctrl_z_goes_to_the_editor_first_and_then_to_the_round(
    opened: Program, qtbot: QtBot
) -> None:
    before = name_of_round(opened)
    opened.bridge.write(rename("Andere naam"))  # type: ignore[arg-type]
    window = opened.window
    editor = QLineEdit(window.room)
    editor.setAccessibleName("proef")
    editor.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "abc")
    ctrl = Qt.KeyboardModifier.ControlModifier
    while editor.isUndoAvailable():
        QTest.keyClick(editor, Qt.Key.Key_Z, ctrl)
    assert editor.text() == ""
    assert name_of_round(opened) == "Andere naam"
    QTest.keyClick(editor, Qt.Key.Key_Z, ctrl)
    assert name_of_round(opened) == before


def test_undo_names_the_edit(opened: Program) -> None:
    opened.bridge.write(rename("Andere naam"))  # type: ignore[arg-type]
    assert "ronde wijzigen" in opened.window.menus.action("undo").text()
    opened.window.menus.action("undo").trigger()
    assert "ronde wijzigen" in opened.window.menus.action("redo").text()


def refuse(_: object) -> None:
    raise KnownError("full", Words("De schijf is vol.", "The disk is full."))


def test_what_is_not_saved_says_why(opened: Program, qtbot: QtBot) -> None:
    state = opened.window.corner_parts.save_state
    assert state.state == "saved"
    opened.bridge.write(refuse)
    assert state.state == "unsaved"
    opened.window.room.message_bar.clear()
    QTest.mouseClick(state, Qt.MouseButton.LeftButton)
    shown = opened.window.room.message_bar.message
    assert shown is not None
    assert shown.text == "De schijf is vol."
    opened.bridge.write(rename("Weer goed"))  # type: ignore[arg-type]
    assert state.state == "saved"


def test_a_slow_write_is_spoken_of_after_a_while(qapp: QApplication, qtbot: QtBot) -> None:
    from samen_desktop.gui.frame.save_state import SaveState

    bridge = Bridge(inline=True)
    state = SaveState(bridge)
    qtbot.addWidget(state)
    bridge.saving.emit()
    assert state.state == "saved"
    qtbot.waitUntil(lambda: state.state == "saving")
    bridge.saved.emit(None)
    assert state.state == "saved"


def test_closing_asks_only_when_something_would_be_lost(
    opened: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [False, True]

    def confirm(_: object, question: str, why: str, *__: str) -> bool:
        asked.append(why)
        return answers.pop(0)

    monkeypatch.setattr(ask, "confirm", confirm)
    opened.bridge.write(refuse)
    opened.window.close()
    assert opened.window.isVisible()
    assert opened.bridge.facts is not None
    with qtbot.waitSignal(opened.window.finished):
        opened.window.close()
    assert asked == ["De schijf is vol."] * 2


def test_closing_hands_in_what_is_typed(opened: Program, qtbot: QtBot) -> None:
    window = opened.window
    editor = QLineEdit(window.room)
    editor.show()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    handed: list[str] = []
    editor.editingFinished.connect(lambda: handed.append(editor.text()))
    QTest.keyClicks(editor, "half een zin")
    with qtbot.waitSignal(window.finished):
        window.close()
    assert handed == ["half een zin"]


def test_closing_waits_for_the_real_thread(
    qapp: QApplication, own_folder: Path, demo_file: Path, qtbot: QtBot
) -> None:
    from samen_desktop.gui.settings import Settings

    bridge = Bridge()
    program = Program(qapp, own_folder, bridge, Settings(own_folder))
    qtbot.addWidget(program.window)
    with qtbot.waitSignal(bridge.opened):
        program.open_round(demo_file)
    bridge.write(rename("Op de valreep"))  # type: ignore[arg-type]
    with qtbot.waitSignal(program.window.finished):
        program.window.close()
    bridge.stop()
    check = Bridge(inline=True)
    from samen_desktop.gui.frame import work

    check.open(work.opening(demo_file))
    assert check.facts is not None
    assert check.facts.name == "Op de valreep"
    check.stop()


def test_no_two_commands_share_a_shortcut(opened: Program) -> None:
    for station in STATIONS:
        opened.window.go_to_page(station.name)
        keys = Counter(
            action.shortcut().toString()
            for action in opened.window.menus.all_actions()
            if not action.shortcut().isEmpty()
        )
        assert [each for each, count in keys.items() if count > 1] == [], station.name


def test_every_command_has_a_shortcut(opened: Program) -> None:
    assert [
        action.text()
        for action in opened.window.menus.findChildren(type(opened.window.menus.action("new")))
        if action.objectName()
        and action.isVisible()
        and action.shortcut() == QKeySequence()
        and "\t" not in action.text()
    ] == []


def test_a_closed_round_leads_back_to_the_start(opened: Program) -> None:
    opened.window.menus.action("close_round").trigger()
    assert opened.bridge.facts is None
    assert opened.window.page is None
    assert not opened.window.menus.action("undo").isVisible()
    assert opened.window.menus.action("new").shortcut() == QKeySequence("Ctrl+N")


def test_taking_notes_asks_in_which_session_and_comes_back(opened: Program) -> None:
    window = opened.window
    window.go_to_page("inputs")
    window.menus.action("notes").trigger()
    assert window.page is not None
    assert window.page.name == "choose-session"
    window.room.leave()
    assert window.page.name == "inputs"
