"""Erasing from the window: asked with counts, and afterwards no byte of it is left in our care."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox

from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import attachments, drafts
from samen_desktop.store.care import copying, working
from samen_desktop.store.dossier import Dossier
from tests.builders import a_round, a_session, a_stakeholder, a_writer, an_input, noted
from tests.errands.laptops import merge
from tests.figures import caught, tell

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
SECRET = "Wilhelminadrift"
K = Qt.Key


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path, profile: Path) -> Path:
    """A round in which one party stands wherever something can stand, and an old copy of it."""
    made = tmp_path / "ronde.samen"
    with a_round(made) as dossier:
        with dossier.edit("import") as edit:
            party = a_stakeholder(edit, f"Praktijk {SECRET}", note=f"Tegenover {SECRET}")
            a_stakeholder(edit, "School B")
            edit.create("contact", {"of": party.hex(), "name": f"Jo {SECRET}"})
            a_session(edit, **{f"attendance/{party.hex()}/remark": f"Ook {SECRET}"})
            an_input(edit, f"Ik woon aan de {SECRET}", **{f"submitter/{party.hex()}": 1})
            an_input(edit, "Iets anders")
        letter = tmp_path / f"Brief {SECRET}.txt"
        letter.write_text(f"Aan {SECRET}", encoding="utf-8")
        with dossier.edit("import") as edit:
            attachments.attach(dossier.conn, edit, letter, party)
        letter.unlink()
        for _ in range(2):
            copying.backup(dossier)
        drafts.keep(dossier, "form/stakeholder/new", f"half {SECRET}")
        drafts.keep_beside(drafts.round_id(dossier.conn), {"notes/1": f"nog half {SECRET}"})
        left = working.WorkingCopy(dossier)
        left._hold.close()  # as a killed program leaves it
        copying.give_copy(dossier, tmp_path / "oud.samen", "HR")
    return made


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, path: Path, profile: Path) -> Iterator[Program]:
    settings = Settings(profile)
    dress(qapp, settings)
    made = Program(qapp, profile, Bridge(inline=True), settings)
    made.bridge.broke.connect(_break)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitExposed(made.window)
    made.open_round(path)
    yield made
    made.bridge.stop()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _break(bug: object) -> None:
    raise AssertionError(bug)


def holding(folder: Path, text: str = SECRET) -> list[str]:
    """Names of all files under a folder that hold a text, in any case, or carry it as a name."""
    wanted = text.lower().encode()
    files = (at for at in folder.rglob("*") if at.is_file())
    return sorted(
        at.name
        for at in files
        if wanted in at.read_bytes().lower() or wanted in at.name.lower().encode()
    )


class Box:
    """Answers the next box by keyboard, and keeps what it said: Tab to each wish, then its key."""

    def __init__(self, *wishes: tuple[str, K]) -> None:
        self.said = ""
        self._wishes = wishes
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.said = f"{box.text()}\n{box.informativeText()}"
        box.activateWindow()
        QTest.qWaitForWindowActive(box)
        for words, key in self._wishes:
            self._tab_to(box, words)
            QTest.keyClick(box.focusWidget(), key)
        if box.isVisible():
            self.said = "still open"
            box.reject()

    def _tab_to(self, box: QMessageBox, words: str) -> None:
        for _ in range(8):
            found = box.focusWidget()
            if not words or (isinstance(found, QAbstractButton) and words in found.text()):
                return
            QTest.keyClick(found, K.Key_Tab)


ALONG, AGREED = ("Ook de woorden", K.Key_Space), ("Voorgoed wissen", K.Key_Return)


def pane_of(program: Program, tab: str, page: str) -> ListPane:
    program.window.go(Place(page))
    shown = program.window.page
    assert isinstance(shown, ListPage)
    shown.show_tab(tab)
    pane = shown.pane(tab)
    assert isinstance(pane, ListPane)
    pane.view.setFocus()
    pane.view.go_to(0)
    return pane


def erase_first(pane: ListPane, *wishes: tuple[str, K]) -> str:
    """Shift+Del on the row that is current, and an answer to the question."""
    box = Box(*wishes)
    QTest.keyClick(pane.view, K.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    return box.said


def test_a_party_is_erased_from_everything_in_our_care(
    program: Program, path: Path, tmp_path: Path
) -> None:
    before = holding(tmp_path)
    assert len(before) == 6  # round, old copy, two backups, a working copy, a draft in the profile
    pane = pane_of(program, "stakeholder", "stakeholders")
    said = erase_first(pane, ALONG, AGREED)
    for told in ("S-001", "2 ", "niet ongedaan"):
        assert told in said
    assert holding(tmp_path) == ["oud.samen"]
    assert pane.model.rowCount() == 2
    message = program.window.room.message_bar.message
    assert message is not None
    assert message.wish is None  # there is no undo to offer
    program.bridge.stop()
    after = holding(tmp_path)
    tell(
        "a person erased from the window",
        files_before=len(before),
        files_in_our_care_after=len(set(after) - {"oud.samen"}),
    )
    assert after == ["oud.samen"]
    with Dossier.open(tmp_path / "oud.samen", a_writer(device=b"\x02" * 8)) as other:
        noted(other, "elders gezegd")
    with Dossier.open(path, a_writer()) as dossier:
        merge(dossier, [tmp_path / "oud.samen"])
        dossier.undo()
        dossier.redo()
        assert dossier.conn.execute("SELECT count(*) FROM inputs").fetchone() == (3,)
    assert holding(tmp_path) == ["oud.samen"]


@pytest.mark.parametrize("key", [K.Key_Escape, K.Key_Return])
def test_esc_and_enter_both_leave_everything_as_it_is(
    program: Program, tmp_path: Path, key: K
) -> None:
    before = holding(tmp_path)
    pane = pane_of(program, "stakeholder", "stakeholders")
    assert "S-001" in erase_first(pane, ("", key))
    assert holding(tmp_path) == before


def test_without_the_option_words_of_inputs_stay(program: Program, tmp_path: Path) -> None:
    pane = pane_of(program, "stakeholder", "stakeholders")
    erase_first(pane, AGREED)
    found: list[list[tuple[object, ...]]] = []
    program.bridge.read(
        lambda dossier: dossier.conn.execute("SELECT words FROM inputs ORDER BY key").fetchall(),
        found.append,
    )
    assert [words for (words,) in found[0]] == [f"Ik woon aan de {SECRET}", "Iets anders"]


def test_a_contact_is_erased_from_the_form(program: Program, path: Path, tmp_path: Path) -> None:
    pane = pane_of(program, "stakeholder", "stakeholders")
    row = pane.model.row_at(0)
    assert row is not None
    pane.open_form(row.id)
    assert pane.form is not None
    assert pane.form._contacts is not None
    box = Box(AGREED)
    pane.form._contacts._shown[0].erase_wished.emit()
    assert "Jo" in box.said
    found: list[object] = []
    program.bridge.read(
        lambda dossier: dossier.conn.execute("SELECT name FROM contacts").fetchall(), found.append
    )
    assert found == [[(None,)]]


def test_an_erasure_that_forgets_the_working_copies_is_noticed(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "erase_left", lambda: 0)
    pane = pane_of(program, "stakeholder", "stakeholders")
    erase_first(pane, ALONG, AGREED)
    left = set(holding(tmp_path)) - {"oud.samen"}
    caught("working copies are forgotten", files_left=len(left))
    assert left == {"copy.samen"}
    shutil.rmtree(tmp_path / "profile" / "working")
