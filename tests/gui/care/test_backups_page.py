"""Reservekopieën, by hand: every kind is listed, looked into, and put back as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from samen_desktop.core.backups import MANUAL, REASONS
from samen_desktop.gui.care import work
from samen_desktop.gui.care.page import BackupsPage
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer
from tests.figures import caught, tell
from tests.gui import walk
from tests.gui.hands import CTRL, SHIFT

from .conftest import Answer, Run

pytestmark = pytest.mark.gui
K = Qt.Key


def _go(run: Run) -> BackupsPage:
    """Ctrl+Shift+T, and the list is there."""
    run.hands.press(K.Key_T, CTRL | SHIFT)
    run.hands.until(run.at("backups"))
    page = run.page
    assert isinstance(page, BackupsPage)
    run.hands.until(_counted(page))
    return page


def _counted(page: BackupsPage) -> Callable[[], bool]:
    def counted() -> bool:
        found = page._found
        if found is None or page._errands.long.busy:
            return False
        return all(each.path in found.insides for each in found.backups)

    return counted


def _keep(run: Run, reason: str) -> Path:
    made: list[Path | None] = []
    run.bridge.read(work.keeping(reason, run.bridge.do_waiting), made.append)
    run.hands.until(lambda: bool(made))
    assert made[0] is not None
    return made[0]


def test_every_kind_of_backup_is_put_back_by_hand(run: Run, file: Path) -> None:
    run.open(file)
    for count, reason in enumerate(REASONS):
        run.note(f"vóór {reason}")
        before = run.log()
        kept = _keep(run, reason)
        run.note(f"na {reason}")
        assert run.log() != before
        page = _go(run)
        run.hands.press(K.Key_Home)
        assert page.chosen is not None
        assert (page.chosen.path, page.chosen.reason) == (kept, reason)
        answer = Answer(QMessageBox.ButtonRole.DestructiveRole)
        run.hands.press(K.Key_Return, CTRL | SHIFT)
        assert "cannot be undone" in answer.asked
        run.hands.until(partial(_has_replaced, file, count + 1))
        run.hands.until(lambda: run.said("Jeugd vervangen"))
        assert run.log() == before, reason
    # What was replaced is kept, whole, with the note that was made after the backup.
    with Dossier.open(_replaced(file)[0], a_writer(), read_only=True) as old:
        rows = old.conn.execute("SELECT words FROM inputs ORDER BY key").fetchall()
    assert rows[-1] == (f"na {MANUAL}",)
    # Nothing is given twice: the numbers of the notes that were undone this way are not used again.
    run.note("de volgende")
    numbers = [int(str(code)) for (code,) in run.ask("SELECT code_number FROM inputs")]
    assert max(numbers) == 2 + 2 * len(REASONS) + 1
    tell("put back by hand from the window", kinds=len(REASONS), equal_to_before=len(REASONS))


def _replaced(file: Path) -> list[Path]:
    """What was replaced, the oldest first: several may be made within a second."""
    # A name with a dot before it is of a copy still being made.
    found = file.parent.glob("[!.]*vervangen*.samen")
    return sorted(found, key=lambda each: each.stat().st_mtime_ns)


def _has_replaced(file: Path, count: int) -> bool:
    return len(_replaced(file)) == count


def test_the_test_sees_a_backup_that_lacks_something(run: Run, file: Path) -> None:
    """The broken variant: a backup of a moment too early is not the round as it was."""
    run.open(file)
    kept = _keep(run, MANUAL)
    run.note("telt mee")
    before = run.log()
    shutil.copyfile(kept, kept.with_name(kept.name.replace("Z-", "Z-2-")))
    _go(run)
    answer = Answer(QMessageBox.ButtonRole.DestructiveRole)
    run.hands.press(K.Key_Return, CTRL | SHIFT)
    run.hands.until(lambda: run.said("vervangen"))
    assert answer.asked
    assert run.log() != before
    caught("a backup of a moment too early", kinds=1, equal_to_before=0)


def test_saying_no_changes_nothing(run: Run, file: Path) -> None:
    run.open(file)
    _keep(run, MANUAL)
    run.note("blijft")
    before = run.log()
    _go(run)
    answer = Answer(QMessageBox.ButtonRole.RejectRole)
    run.hands.press(K.Key_Return, CTRL | SHIFT)
    assert answer.asked
    assert run.log() == before
    assert _replaced(file) == []


def test_the_list_says_what_differs_from_now(run: Run, file: Path) -> None:
    run.open(file)
    _keep(run, MANUAL)
    run.note("erbij")
    page = _go(run)
    row = [str(page._rows.index(0, at).data()) for at in range(page._rows.columnCount())]
    assert row[1] == "made by hand"
    assert row[3:6] == ["2", "1", "1"]
    assert row[6].startswith("1 step")
    held = {
        str(page._held_rows.index(at, 0).data()): [
            str(page._held_rows.index(at, column).data()) for column in (1, 2, 3)
        ]
        for at in range(page._held_rows.rowCount())
    }
    assert held["Inputs"] == ["2", "3", "+1"]
    assert held["Sessions"] == ["1", "1", "the same"]
    assert page._held_rows.index(0, 0).data() == "Inputs"  # what differs comes first
    assert walk.faults(page) == []


def test_a_damaged_one_is_marked_and_cannot_be_chosen_to_go_back_to(run: Run, file: Path) -> None:
    run.open(file)
    kept = _keep(run, MANUAL)
    kept.write_bytes(kept.read_bytes()[:-4096])
    page = _go(run)
    assert page._rows.index(0, 6).data() == "damaged"
    assert not page._look.isEnabled()
    assert not page._in_place.isEnabled()
    run.hands.press(K.Key_Return, CTRL | SHIFT)
    run.hands.press(K.Key_Return)
    assert run.open_at(file)()


def test_one_looks_inside_for_reading_only_and_comes_back(run: Run, file: Path) -> None:
    run.open(file)
    kept = _keep(run, MANUAL)
    run.note("later")
    page = _go(run)
    page.table.setFocus()
    run.hands.press(K.Key_Return)
    run.hands.until(run.open_at(kept))
    band = run.window.room.band
    run.hands.until(band.isVisible)
    assert "made by hand" in band.accessibleName()
    assert walk.faults(run.window) == []
    before = kept.read_bytes()
    run.note("mag niet")
    assert kept.read_bytes() == before
    assert run.ask("SELECT count(*) FROM inputs") == [(2,)]
    assert all(str(kept) != each.path for each in run.settings.recent())
    # From inside it can be put back as well, to where the round lies.
    band._backups.click()
    run.hands.until(run.at("backups"))
    again = run.page
    assert isinstance(again, BackupsPage)
    run.hands.until(_counted(again))
    assert again.chosen is not None
    assert again.chosen.path == kept
    assert again._found is not None
    assert again._found.target == file
    band._back.click()
    run.hands.until(run.open_at(file))
    run.hands.until(lambda: not band.isVisible())
    assert run.ask("SELECT count(*) FROM inputs") == [(3,)]


def test_one_is_restored_as_a_copy_with_a_mark(run: Run, file: Path) -> None:
    run.open(file)
    _keep(run, MANUAL)
    page = _go(run)
    run.hands.press(K.Key_Return, CTRL)  # no mark yet: the keyboard goes where it is typed
    run.hands.type("jv")
    run.hands.press(K.Key_Return, CTRL)
    run.hands.until(lambda: run.said("was made"))
    with Dossier.open(page.restore.path(), a_writer()) as copy:
        assert copy.local("mark") == "JV"
    assert run.open_at(file)()


def test_one_is_made_by_hand_and_chosen(run: Run, file: Path) -> None:
    run.open(file)
    page = _go(run)
    assert page._nothing.isVisible()
    run.hands.press(K.Key_R, CTRL | SHIFT)
    run.hands.until(lambda: page.chosen is not None)
    assert page.chosen is not None
    assert page.chosen.reason == MANUAL
    assert run.said("made and checked")
