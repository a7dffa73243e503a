"""A coordinator's afternoon in the real window, by keyboard alone, read back from the real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from samen_desktop.core.reports.editions import PUBLIC
from samen_desktop.gui import language
from samen_desktop.gui.files.read_in_page import ReadInPage
from samen_desktop.gui.forms.editors import ChoiceEditor
from samen_desktop.gui.frame.palette import Palette
from samen_desktop.gui.frame.recent_list import RecentList
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.widgets.filter_button import FilterButton
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer
from tests.gui.hands import ALT, CTRL, SHIFT, Afternoon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.gui, pytest.mark.e2e]
K = Qt.Key
Start = Callable[[], Afternoon]

CONTACT = "Wilhelmina Kwartelslag"
WORDS = (
    "Waar kan ik heen met een klacht",
    "De bushalte ligt te ver weg",
    "Graag een bankje bij de school",
    "Het spreekuur is te kort",
    "Stuur de brief ook in het Turks",
    "Goed dat u langskomt",
)
STAKEHOLDERS = (
    "Naam;Groep;Contactpersoon\n"
    f"Buurthuis De Zwaan;bewoners;{CONTACT}\n"
    "Ouderraad Oost;ouders;\n"
    "Basisschool De Linde;scholen;\n"
)
SESSIONS = (
    "Titel;Datum;Locatie;Gespreksleider\n"
    "Kennismaking;12-05-2026;Buurthuis;projectleider\n"
    "Wijkavond;19-05-2026;School;projectleider\n"
)


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Starts the program as on a laptop of its own; what is still open at the end is let go."""
    own = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(own))
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    runs: list[Afternoon] = []

    def begin() -> Afternoon:
        runs.append(Afternoon(qtbot, qapp, own))
        return runs[-1]

    yield begin
    for each in runs:
        each.stop()
        each.window.deleteLater()
    # A style sheet put on while the windows of earlier tests stand takes longer with each.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def introduce(run: Afternoon) -> None:
    run.program.introduce()
    run.hands.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    run.hands.type("coördinator")
    run.hands.press(K.Key_Tab)
    run.hands.enter("HR")
    run.hands.until(lambda: QApplication.activeModalWidget() is None)


def new_round(run: Afternoon, path: Path) -> None:
    run.hands.press(K.Key_N, CTRL)
    run.hands.type("Ronde Oost")
    with run.hands.file_named(path):
        run.hands.press(K.Key_Return)
    run.hands.until(run.at("overview"))


def read_in(run: Afternoon, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    run.hands.press(K.Key_I, CTRL | SHIFT)
    run.hands.until(run.at("read_in"))
    page = run.page
    assert isinstance(page, ReadInPage)
    run.hands.enter(str(path))
    run.hands.until(page.go.isEnabled)
    run.hands.press(K.Key_Return, CTRL)
    run.hands.until(lambda: not run.at("read_in")())


def new_session(run: Afternoon) -> None:
    run.hands.press(K.Key_3, ALT)
    run.hands.until(run.at("sessions"))
    page = run.page
    assert isinstance(page, ListPage)
    pane = page.pane("session")
    run.hands.until(lambda: pane.model.rowCount() == 2)
    run.hands.press(K.Key_N, CTRL)
    run.hands.until(lambda: pane.form is not None and pane.form.isVisible())
    run.hands.type("Werkplaats ouders")
    run.hands.tab_to_name("Datum")
    run.hands.type("18 mei")
    run.hands.press(K.Key_S, CTRL)
    run.hands.until(lambda: pane.model.rowCount() == 3 and pane.view.hasFocus())


def notes(run: Afternoon) -> None:
    run.hands.press(K.Key_N, CTRL | SHIFT)
    run.hands.until(run.at("choose-session"))
    run.hands.until(lambda: "Werkplaats" in _current_text())
    run.hands.press(K.Key_Return)
    run.hands.until(run.at("notes"))
    page = run.page
    assert isinstance(page, NotesPage)
    run.hands.until(lambda: not page.line.isReadOnly() and page.line.hasFocus())


def _current_text() -> str:
    found = QApplication.focusWidget()
    return str(found.currentIndex().data() or "") if isinstance(found, QListView) else ""


def take_notes(run: Afternoon) -> None:
    """Six items; a new theme, a new participant and a follow-up on the way; one taken back."""
    page = run.page
    assert isinstance(page, NotesPage)
    hands = run.hands
    hands.enter(f"?zorg @Ouder 1 {WORDS[0]} #Bereikbaarheid")
    hands.enter(f"{WORDS[1]} -")
    hands.enter(f"?wens @Ouder 2 {WORDS[2]}")
    hands.enter(WORDS[3])
    hands.enter(f"{WORDS[4]} #Taal")
    hands.enter(f"{WORDS[5]} +")
    hands.enter("!brief laten vertalen coördinator vóór 01-06-2026")
    hands.enter("dit had ik niet moeten noteren")
    hands.until(lambda: len(page.rows.committed()) == 8)
    hands.press(K.Key_Z, CTRL)
    hands.until(lambda: len(page.rows.committed()) == 7)
    hands.press(K.Key_Escape)
    hands.until(lambda: not run.at("notes")())


def classify(run: Afternoon) -> None:
    """All six get a theme and an input status at once, from the strip under the list."""
    run.hands.press(K.Key_4, ALT)
    run.hands.until(run.at("inputs"))
    page = run.page
    assert isinstance(page, ListPage)
    pane = page.pane("input")
    run.hands.until(lambda: pane.model.rowCount() == len(WORDS) and pane.view.hasFocus())
    run.hands.press(K.Key_A, CTRL)
    for field, letters in (("Thema", "Taal"), ("Status invoer", "gec")):
        run.hands.tab_to(partial(_is_button, field))
        run.hands.press(K.Key_Space)
        run.hands.until(lambda: isinstance(QApplication.focusWidget(), ChoiceEditor))
        run.hands.type(letters)
        wanted = run.edits() + 1
        run.hands.press(K.Key_Return)
        run.hands.until(partial(run.has_edits, wanted))
        run.hands.until(pane.view.hasFocus)


def _is_button(name: str, widget: QWidget) -> bool:
    """A button of the strip, not the filter of the same name above."""
    return widget.accessibleName() == name and not isinstance(widget, FilterButton)


def finish_follow_up(run: Afternoon) -> None:
    run.hands.press(K.Key_6, ALT)
    run.hands.until(run.at("follow_ups"))
    page = run.page
    assert isinstance(page, ListPage)
    pane = page.pane("follow_up")
    run.hands.until(lambda: pane.model.rowCount() == 1 and pane.view.hasFocus())
    run.hands.press(K.Key_Right, times=pane.spec.at("status"))
    run.hands.press(K.Key_F2)
    run.hands.until(lambda: isinstance(QApplication.focusWidget(), QListView))
    run.hands.type("afg")
    run.hands.press(K.Key_Return)
    run.hands.until(lambda: run.ask("SELECT status FROM follow_ups") == [("GEREED",)])


def find(run: Afternoon, word: str) -> None:
    """Ctrl+K to the one input that holds a word."""
    run.hands.press(K.Key_K, CTRL)
    palette = run.window.findChild(Palette)
    assert palette is not None
    run.hands.until(palette.isVisible)
    run.hands.type(word)
    run.hands.until(lambda: any(row.code.startswith("I-") for row in palette._model._rows))
    run.hands.press(K.Key_Return)
    run.hands.until(run.at("inputs"))
    page = run.page
    assert isinstance(page, ListPage)
    pane = page.pane("input")
    run.hands.until(lambda: word in _row_text(pane))


def _row_text(pane: ListPane) -> str:
    row = pane.model.row_at(pane.view.currentIndex().row())
    return " ".join(row.cells) if row is not None else ""


def hand_out(run: Afternoon, path: Path) -> None:
    run.hands.press(K.Key_E, CTRL | SHIFT)
    run.hands.until(run.at("reports"))
    # Of a round nobody checked yet the public edition holds nothing: this one is for colleagues.
    run.hands.tab_to(lambda each: each.accessibleName() == language.say(PUBLIC.words))
    run.hands.press(K.Key_Right)
    field = run.hands.tab_to(lambda each: isinstance(each, QLineEdit) and ".xlsx" in each.text())
    assert isinstance(field, QLineEdit)
    run.hands.press(K.Key_A, CTRL)
    run.hands.type(str(path))
    run.hands.press(K.Key_Return, CTRL)
    run.hands.until(run.window.room.message_bar.isVisible)
    assert path.exists()


def cells(path: Path) -> list[str]:
    """Every text of a workbook."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    found = [str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]
    book.close()
    return found


def afternoon(start: Start, folder: Path) -> Afternoon:
    """All of it, up to a round that is still open."""
    run = start()
    introduce(run)
    new_round(run, folder / "oost.samen")
    read_in(run, folder / "stakeholders.csv", STAKEHOLDERS)
    read_in(run, folder / "sessies.csv", SESSIONS)
    new_session(run)
    notes(run)
    take_notes(run)
    classify(run)
    finish_follow_up(run)
    return run


EXPECTED = [(words, "Taal", "GECTR", "Werkplaats ouders") for words in WORDS]
STANDING = """
    SELECT words, (SELECT name FROM themes WHERE key = theme), inputs.status,
        (SELECT title FROM sessions WHERE key = session)
    FROM inputs WHERE deleted = 0 ORDER BY key
"""


def reopened(start: Start) -> None:
    """Start anew; all of the afternoon must be there."""
    run = start()
    # The round of last time is ready on the start screen.
    run.hands.until(lambda: isinstance(QApplication.focusWidget(), RecentList))
    run.hands.press(K.Key_Return)
    run.hands.until(run.at("overview"))
    assert run.ask(STANDING) == EXPECTED
    assert run.ask("SELECT code FROM participants ORDER BY key") == [("Ouder 1",), ("Ouder 2",)]
    assert run.ask("SELECT status FROM follow_ups") == [("GEREED",)]
    assert run.ask("SELECT name FROM contacts") == [(CONTACT,)]
    run.close()


def test_an_afternoon_by_keyboard_is_all_there_when_the_file_is_opened_again(
    start: Start, tmp_path: Path
) -> None:
    run = afternoon(start, tmp_path)
    find(run, "bankje")
    assert run.ask(STANDING) == EXPECTED
    run.hands.press(K.Key_Z, CTRL)
    run.hands.until(lambda: run.ask("SELECT status FROM follow_ups") == [("OPEN",)])
    run.hands.press(K.Key_Y, CTRL)
    run.hands.until(lambda: run.ask("SELECT status FROM follow_ups") == [("GEREED",)])
    hand_out(run, tmp_path / "overzicht.xlsx")
    told = cells(tmp_path / "overzicht.xlsx")
    assert all(any(words in cell for cell in told) for words in WORDS)
    assert not any(part in cell for part in CONTACT.split() for cell in told)
    run.close()
    reopened(start)


def test_an_afternoon_without_its_last_commit_is_noticed(start: Start, tmp_path: Path) -> None:
    afternoon(start, tmp_path).close()
    with Dossier.open(tmp_path / "oost.samen", Writer("HR", b"\x01" * 8)) as dossier:
        dossier.undo()
    with pytest.raises(AssertionError):
        reopened(start)
