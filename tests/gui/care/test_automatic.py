"""Backups by themselves: when they are made, that work goes on, and what is said of a failure."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from samen_desktop.core.backups import BEFORE_DELETING, BEFORE_IMPORTING, CHANGES, OPENING
from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Rules, match
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.core.words import Words
from samen_desktop.exchange.source import open_source
from samen_desktop.gui.care import work
from samen_desktop.gui.errands.long_errands import long_work_of
from samen_desktop.gui.files.errands import Errands
from samen_desktop.gui.lists.pages import ListPage
from samen_desktop.gui.lists.row_commands import MANY
from samen_desktop.store.care import copies, rotation
from samen_desktop.store.care.thinning import parse_name
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted

from .conftest import Run

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
K = Qt.Key


def _reasons(own: Path) -> list[str]:
    """Why the backups in the profile were made, the oldest first."""
    found = sorted((own / "backups").rglob("*.samen"), key=lambda each: each.stat().st_mtime_ns)
    named = [parse_name(each.stem) for each in found]
    return [each[1] for each in named if each is not None]


def _put(order: list[str], word: str) -> Callable[[object], None]:
    return lambda _: order.append(word)


@pytest.fixture
def keeping(run: Run) -> Run:
    """The program as it is started for a person."""
    run.program.care.keep_backups()
    return run


def _opened(run: Run, file: Path) -> None:
    settled: list[bool] = []
    run.program.care.automatic.settled.connect(lambda: settled.append(True))
    run.program.care.automatic.troubled.connect(lambda _: settled.append(True))
    run.open(file)
    run.hands.until(lambda: bool(settled))


def _half_hour(run: Run) -> None:
    """What the clock would do."""
    timer = run.program.care.automatic.timer
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_one_at_opening_and_one_after_half_an_hour_of_changes(
    keeping: Run, file: Path, own: Path
) -> None:
    _opened(keeping, file)
    assert _reasons(own) == [OPENING]
    automatic = keeping.program.care.automatic
    assert not automatic.timer.isActive()  # nothing was changed
    keeping.note("een")
    assert automatic.timer.isActive()
    assert automatic.timer.interval() == 30 * 60 * 1000
    strip = keeping.window.room.strip
    keeping.hands.until(lambda: strip._remark.startswith("backup "))
    strip.show_remark("")
    _half_hour(keeping)
    keeping.hands.until(lambda: strip._remark.startswith("backup "))
    assert _reasons(own) == [OPENING, CHANGES]
    assert not automatic.timer.isActive()


def test_none_is_made_where_nothing_is_new(
    keeping: Run, file: Path, own: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    _opened(keeping, file)
    keeping.close()
    assert _reasons(own) == [OPENING]
    again = Run(qtbot, qapp, own)
    again.program.care.keep_backups()
    _opened(again, file)
    assert _reasons(own) == [OPENING]
    again.close()
    again.window.deleteLater()


def test_a_demo_and_a_backup_that_is_looked_into_get_none(keeping: Run, own: Path) -> None:
    keeping.program.open_demo()
    keeping.hands.until(lambda: keeping.bridge.facts is not None)
    keeping.ask("SELECT 1")
    assert _reasons(own) == []


def test_notes_are_written_between_the_steps(
    keeping: Run, file: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small steps, and a note asked for at each: all are on the disk before the backup is done."""
    with Dossier.open(file, a_writer()) as dossier:
        for at in range(150):
            noted(dossier, f"Noot {at} " * 80)
    monkeypatch.setattr(copies, "_PAGES", 8)
    _opened(keeping, file)
    keeping.note("maakt er een nodig")
    order: list[str] = []
    keeping.bridge.kept.connect(lambda: order.append("backup"))
    _half_hour(keeping)
    for at in range(5):
        keeping.bridge.write(partial(noted, words=f"typt door {at}"), _put(order, "note"))
    keeping.hands.until(lambda: "backup" in order)
    assert order.index("backup") == 5
    assert keeping.ask("SELECT count(*) FROM inputs WHERE words LIKE 'typt door%'") == [(5,)]


def test_a_backup_that_fails_is_told_and_work_goes_on(keeping: Run, file: Path, own: Path) -> None:
    own.mkdir(exist_ok=True)
    (own / "backups").write_text("geen map", encoding="utf-8")
    _opened(keeping, file)
    keeping.hands.until(lambda: keeping.said("No backup could be made"))
    assert keeping.program.care.automatic.timer.isActive()  # it is tried again
    keeping.note("gaat gewoon door")
    assert keeping.ask("SELECT count(*) FROM inputs") == [(3,)]
    (own / "backups").unlink()
    _half_hour(keeping)
    keeping.hands.until(lambda: _reasons(own) == [CHANGES])


def test_closing_in_the_midst_leaves_nothing_half(
    keeping: Run, file: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "_PAGES", 1)
    keeping.open(file)
    keeping.close()
    left = [each.name for each in own.rglob("*") if ".tmp" in each.name or "-journal" in each.name]
    assert left == []
    assert _reasons(own) in ([], [OPENING])


def test_before_reading_in(keeping: Run, file: Path, own: Path, tmp_path: Path) -> None:
    table = tmp_path / "reacties.csv"
    table.write_text("Reactie;Wie\nEen bankje graag;Ouder 1\n", encoding="utf-8")
    _opened(keeping, file)
    source = open_source(table)
    matched = match(TARGETS["inputs"], source.header, Rules(), source.name)
    done: list[object] = []
    refused: list[KnownError] = []
    Errands(keeping.bridge).read_in(source, matched, 1, done.append, refused.append)
    keeping.hands.until(lambda: bool(done or refused))
    assert not refused
    assert _reasons(own) == [OPENING, BEFORE_IMPORTING]
    kept = rotation.newest_of(file)
    assert kept is not None
    with Dossier.open(kept.path, a_writer(), read_only=True) as before:
        assert before.conn.execute("SELECT count(*) FROM inputs").fetchone() == (2,)
    assert keeping.ask("SELECT count(*) FROM inputs") == [(3,)]


@pytest.mark.parametrize(("rows", "kept"), [(MANY, True), (MANY - 1, False)])
def test_before_many_rows_are_deleted(
    keeping: Run, file: Path, own: Path, *, rows: int, kept: bool
) -> None:
    with Dossier.open(file, a_writer()) as dossier:
        for at in range(rows - 2):
            noted(dossier, f"weg {at}")
    _opened(keeping, file)
    keeping.window.go_to_page("inputs")
    page = keeping.page
    assert isinstance(page, ListPage)
    view = page.pane("input").view
    keeping.hands.until(lambda: len(view.records.keys) == rows)
    view.setFocus()
    keeping.hands.press(K.Key_A, Qt.KeyboardModifier.ControlModifier)
    keeping.hands.press(K.Key_Delete)
    keeping.hands.until(lambda: keeping.said("deleted"))
    assert _reasons(own) == ([OPENING, BEFORE_DELETING] if kept else [OPENING])
    keeping.hands.until(lambda: keeping.window.room.strip._remark.startswith("backup "))
    assert keeping.ask("SELECT count(*) FROM inputs WHERE deleted = 0") == [(0,)]


def test_the_weekly_check_is_told_and_not_repeated(
    keeping: Run, file: Path, own: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keeping.program.care.inspector.found, timeout=10_000) as heard:
        _opened(keeping, file)
    assert heard.args == [[]]
    assert keeping.said("weekly check found nothing")
    keeping.hands.until(lambda: bool(keeping.ask("SELECT 1 FROM local WHERE key = 'checked_at'")))
    asked: list[object] = []
    keeping.bridge.read(work.newest_to_check, asked.append)
    keeping.hands.until(lambda: bool(asked))
    assert asked == [None]


def test_a_silent_change_is_found_by_the_weekly_check_and_not_by_sqlite(
    keeping: Run, file: Path, qtbot: QtBot
) -> None:
    content = bytearray(file.read_bytes())
    at = content.index(b"Waar kan ik heen?")
    while at >= 0:  # in the log and in the table: only the hash of the row is not along
        content[at] = ord("D")
        at = content.find(b"Waar kan ik heen?", at)
    file.write_bytes(content)
    with qtbot.waitSignal(keeping.program.care.inspector.found, timeout=10_000):
        _opened(keeping, file)
    message = keeping.message()
    assert message is not None
    assert message.kind == "failed"
    assert "row of the log is damaged" in message.text
    assert message.link == "Mend…"
    # The broken variant: SQLite's own check finds nothing.
    assert keeping.ask("PRAGMA integrity_check") == [("ok",)]


def test_damage_leads_to_a_salvaged_copy(run: Run, file: Path, tmp_path: Path) -> None:
    run.open(file)
    run.program.care.openings.tell_damage([Words("stuk", "broken"), Words("meer", "more")])
    assert run.said("broken", "1 more")
    before = file.read_bytes()
    target = tmp_path / "hersteld.samen"
    with run.hands.file_named(target):
        run.follow("Mend…")
    run.hands.until(lambda: target.exists() and not long_work_of(run.bridge).busy)
    assert file.read_bytes() == before
