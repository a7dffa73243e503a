"""A round taken apart over three laptops, edited in the window of each, and put together again.

By keys alone: copies are given, notes typed, a cell changed, a row deleted; in the evening two
laptops merge the files in another order and have one round. Again changes nothing; undo takes it
all back.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton

from samen_desktop.core.merging import Told
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.merging.page import MergePage
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.store import profile
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import Dump, dump
from samen_desktop.store.steps.merge import Union, same_log
from tests.builders import a_round, a_session, a_writer, an_input
from tests.figures import caught, tell
from tests.gui.hands import ALT, CTRL, SHIFT, Afternoon

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.gui, pytest.mark.e2e, pytest.mark.slow]
K = Qt.Key


def _a_session_is_chosen() -> bool:
    found = QApplication.focusWidget()
    return isinstance(found, QListView) and bool(found.currentIndex().data())


class Sitting:
    """Somebody at a laptop of her own with one file open in the window."""

    def __init__(self, run: Afternoon, path: Path) -> None:
        self.run, self.hands, self.path = run, run.hands, path
        run.program.open_round(path)
        self.hands.until(run.at("overview"))

    def give_copy(self, path: Path, mark: str) -> None:
        """Ctrl+Shift+G, the place, the mark, and the button."""
        hands = self.hands
        hands.press(K.Key_G, CTRL | SHIFT)
        hands.until(self.run.at("reports"))
        hands.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        hands.press(K.Key_A, CTRL)
        hands.type(str(path))
        hands.press(K.Key_Tab, times=2)
        hands.type(mark)
        hands.tab_to(lambda each: isinstance(each, QPushButton) and "geven" in each.text())
        hands.press(K.Key_Space)
        bar = self.run.window.room.message_bar
        hands.until(lambda: bar.message is not None and path.name in bar.message.text)

    def note(self, *lines: str) -> None:
        """Type notes in the one session there is."""
        hands = self.hands
        hands.press(K.Key_N, CTRL | SHIFT)
        hands.until(self.run.at("choose-session"))
        hands.until(_a_session_is_chosen)
        hands.press(K.Key_Return)
        hands.until(self.run.at("notes"))
        page = self.run.page
        assert isinstance(page, NotesPage)
        hands.until(lambda: not page.line.isReadOnly() and page.line.hasFocus())
        before = len(page.rows.committed())
        for line in lines:
            hands.enter(line)
        hands.until(lambda: len(page.rows.committed()) == before + len(lines))
        hands.press(K.Key_Escape)
        hands.until(lambda: not self.run.at("notes")())

    def _inputs(self, first: str) -> ListPane:
        self.hands.press(K.Key_4, ALT)
        self.hands.until(self.run.at("inputs"))
        page = self.run.page
        assert isinstance(page, ListPage)
        pane = page.pane("input")
        assert isinstance(pane, ListPane)
        self.hands.until(lambda: bool(pane.model.rowCount()) and pane.view.hasFocus())
        self.hands.press(K.Key_Home, CTRL)
        for _ in range(pane.model.rowCount()):
            row = pane.model.row_at(pane.view.currentIndex().row())
            if row is not None and first in row.cells:
                return pane
            self.hands.press(K.Key_Down)
        raise AssertionError(first)

    def summarise(self, code: str, text: str) -> None:
        """F2 in the cell of the summary."""
        pane = self._inputs(code)
        self.hands.press(K.Key_Left, times=len(pane.spec.columns))
        self.hands.press(K.Key_Right, times=pane.spec.at("summary"))
        wanted = self.run.edits() + 1
        self.hands.press(K.Key_F2)
        self.hands.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.hands.press(K.Key_A, CTRL)
        self.hands.enter(text)
        self.hands.until(partial(self.run.has_edits, wanted))

    def delete(self, code: str) -> None:
        """Del on the row."""
        self._inputs(code)
        wanted = self.run.edits() + 1
        self.hands.press(K.Key_Delete)
        self.hands.until(partial(self.run.has_edits, wanted))

    def look_at(self, *paths: Path) -> Told:
        """Ctrl+M, the files, and what would come of it."""
        hands = self.hands
        hands.press(K.Key_M, CTRL)
        hands.until(self.run.at("merge"))
        page = self.run.page
        assert isinstance(page, MergePage)
        for path in paths:
            with hands.file_named(path):
                hands.press(K.Key_O, CTRL | SHIFT)
            hands.until(lambda: page._told is not None and not page._errands.long.busy)
        assert page._told is not None
        return page._told

    def merge(self, *paths: Path) -> None:
        """The same, and Ctrl+Enter."""
        self.look_at(*paths)
        page = self.run.page
        assert isinstance(page, MergePage)
        self.hands.press(K.Key_Return, CTRL)
        self.hands.until(lambda: not page._paths and bool(page._past))


Sit = Callable[[str, Path], AbstractContextManager[Sitting]]


@pytest.fixture
def sit(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Sit]:
    """Lets somebody sit down at a laptop with a profile of its own, until she leaves."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    runs: list[Afternoon] = []

    @contextmanager
    def at(who: str, path: Path) -> Iterator[Sitting]:
        own = tmp_path / f"profile {who}"
        monkeypatch.setenv("SAMEN_PROFILE", str(own))
        profile.introduce(who, "notulist")
        runs.append(Afternoon(qtbot, qapp, own))
        yield Sitting(runs[-1], path)
        runs[-1].close()

    yield at
    for each in runs:
        each.stop()
        each.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "ronde.samen"
    with a_round(path) as dossier, dossier.edit("import") as edit:
        session = a_session(edit, "Drie tafels")
        for at in range(3):
            an_input(edit, f"van tevoren {at}", session=session.hex())
    return path


def said(path: Path) -> Dump:
    with Dossier.open(path, a_writer()) as dossier:
        return dump(dossier.log)


def taken_apart(sit: Sit, home: Path) -> tuple[Path, Path]:
    """Two copies given; all three worked in, at the same things."""
    hr, jv = home.with_name("HR.samen"), home.with_name("JV.samen")
    with sit("CO", home) as co:
        co.give_copy(hr, "HR")
        co.give_copy(jv, "JV")
        co.note("aan tafel een", "en nog iets aan tafel een")
        co.summarise("I-0001", "zoals CO het kort zegt")
        co.delete("I-0003")
    with sit("HR", hr) as other:
        other.note("aan tafel twee")
        other.summarise("I-0001", "zoals HR het kort zegt")
        other.summarise("I-0003", "dit is belangrijk")
    with sit("JV", jv) as other:
        other.note("aan tafel drie", "en meer aan tafel drie")
        other.summarise("I-0002", "zoals JV het kort zegt")
    return hr, jv


def compared(one: Path, other: Path) -> bool:
    with Dossier.open(one, a_writer()) as first, Dossier.open(other, a_writer()) as second:
        return dump(first.log) == dump(second.log) and same_log(first.conn, second.conn)


def test_three_laptops_become_one_round_in_any_order_and_undo_takes_it_back(
    sit: Sit, home: Path
) -> None:
    hr, jv = taken_apart(sit, home)
    before, of_co = said(home), shutil.copyfile(home, home.with_name("CO.samen"))
    with sit("CO", home) as co:
        told = co.look_at(hr, jv)
        assert [each.new.get("input") for each in told.files] == [1, 2]
        assert [each.field for each in told.choices if each.code == "I-0001"] == ["summary"]
        assert {each.author for each in told.choices[0].sides} == {"CO notulist", "HR notulist"}
        assert [each.code for each in told.kept] == ["I-0003"]
        co.hands.press(K.Key_Escape)
        co.merge(hr, jv)
    with sit("HR", hr) as other:
        other.merge(jv, of_co)
    assert compared(home, hr)
    merged = said(home)
    assert len(merged) == len(before) + 3 + 1  # three notes, and the one that was deleted
    with sit("CO", home) as co:
        count = co.run.edits()
        assert co.look_at(jv, hr).edits == 0
        co.hands.press(K.Key_Return, CTRL)
        assert co.run.edits() == count
        co.hands.press(K.Key_Escape)
        co.hands.press(K.Key_Z, CTRL)
        co.hands.until(lambda: co.run.edits() == count + 1)
    assert said(home) == before
    with sit("CO", home) as co:
        co.hands.press(K.Key_Y, CTRL)
        co.hands.until(lambda: co.run.edits() == count + 2)
    assert said(home) == merged
    tell(
        "three laptops in the window",
        orders=2,
        diverged=0,
        changed_by_doing_it_again=0,
        undo_or_redo_unequal=0,
    )


def test_a_merge_that_leaves_a_step_out_is_noticed(
    sit: Sit, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hr, jv = taken_apart(sit, home)
    of_co = shutil.copyfile(home, home.with_name("CO.samen"))
    with sit("CO", home) as co:
        co.merge(hr, jv)
    begin = Union.__init__

    def all_but_one(self: Union, *given: object) -> None:
        begin(self, *given)  # type: ignore[arg-type]
        del self.edits[-1:]

    monkeypatch.setattr(Union, "__init__", all_but_one)
    with sit("HR", hr) as other:
        other.merge(jv, of_co)
    same = compared(home, hr)
    caught("a merge that leaves a step out", orders=2, diverged=int(not same))
    assert not same
