"""The start screen: what it offers, what it says of a bad file, what is loaded by then."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from samen_desktop.app.program import Program
from samen_desktop.gui.frame import ask
from samen_desktop.gui.settings import Recent, Settings
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


def test_it_keeps_what_every_screen_promises(program: Program) -> None:
    assert walk.faults(program.window) == []


def test_nothing_heavy_is_loaded_at_the_first_paint(repository: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from samen_desktop.app.program import Program, dress\n"
        "from samen_desktop.gui.bridge import Bridge\n"
        "from samen_desktop.gui.settings import Settings\n"
        "app = QApplication([])\nfolder = Path(sys.argv[1])\nsettings = Settings(folder)\n"
        "dress(app, settings)\nprogram = Program(app, folder, Bridge(), settings)\n"
        "program.window.show()\napp.processEvents()\n"
        "print({name.split('.')[0] for name in sys.modules}"
        " & {'openpyxl', 'sqlite_utils', 'click', 'dateutil', 'sqlite3'})\n"
        "sys.stdout.flush()\nimport os\nos._exit(0)"
    )
    env = {**os.environ, "PYTHONPATH": str(repository), "SAMEN_PROFILE": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env=env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.strip() == "set()", done.stderr


def _missing(path: Path) -> None:
    path.unlink()


def _damaged(path: Path) -> None:
    held = path.read_bytes()
    path.write_bytes(held[:4096] + b"\x55" * 40_000 + held[44_096:])


def _newer(path: Path) -> None:
    conn = sqlite3.connect(path)
    conn.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " SELECT migration_set, 'm9999', applied_at"
        " FROM _sqlite_migrations LIMIT 1"
    )
    conn.commit()
    conn.close()


def _a_poem(path: Path) -> None:
    path.write_text("Geen ronde, maar een gedicht.", encoding="utf-8")


@pytest.mark.parametrize("spoil", [_missing, _damaged, _newer, _a_poem])
def test_a_bad_file_gives_one_sentence_and_nothing_else(
    program: Program, demo_file: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(demo_file)
    program.open_round(demo_file)
    message = program.window.start.message_bar.message
    assert message is not None
    assert demo_file.name in message.text
    assert message.kind == "failed"
    assert program.bridge.facts is None
    assert program.window.page is None


def test_a_round_in_use_elsewhere_is_named(program: Program, demo_file: Path) -> None:
    held = sqlite3.connect(demo_file)
    held.execute("BEGIN EXCLUSIVE")
    program.open_round(demo_file)
    held.close()
    message = program.window.start.message_bar.message
    assert message is not None
    assert demo_file.name in message.text


def test_a_bad_file_leaves_the_open_round_open(opened: Program, tmp_path: Path) -> None:
    opened.open_round(tmp_path / "weg.samen")
    assert opened.bridge.facts is not None
    assert opened.window.room.message_bar.message is not None
    assert opened.window.page is not None


def test_recent_rounds_open_by_enter_and_go_by_delete(
    program: Program, settings: Settings, demo_file: Path, qtbot: QtBot
) -> None:
    settings.add_recent(Recent(str(demo_file.with_name("weg.samen")), "Weg", "2022-06-20T10:00"))
    settings.add_recent(Recent(str(demo_file), "SAMEN 2022", "2022-06-20T11:00"))
    program.window.show_start()
    rounds = program.window.start.part.list
    rounds.setCurrentIndex(rounds.model().index(1, 0))
    QTest.keyClick(rounds, Qt.Key.Key_Delete)
    assert [found.name for found in settings.recent()] == ["SAMEN 2022"]
    rounds.setCurrentIndex(rounds.model().index(0, 0))
    QTest.keyClick(rounds, Qt.Key.Key_Return)
    assert program.bridge.facts is not None
    assert program.bridge.facts.path == demo_file
    assert settings.recent()[0].inputs > 0


def test_a_missing_recent_round_is_marked(
    program: Program, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    from samen_desktop.gui.frame.recent_list import MISSING_ROLE

    settings.add_recent(Recent(str(tmp_path / "weg.samen"), "Weg", "2022-06-20T10:00"))
    program.window.show_start()
    model = program.window.start.part.list.rounds
    qtbot.waitUntil(lambda: model.data(model.index(0, 0), MISSING_ROLE) is True)


def test_a_new_round_is_made_where_it_was_asked(
    program: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Speelruimte.samen"
    monkeypatch.setattr(ask, "round_to_make", lambda *_: path)
    program.window.menus.action("new").trigger()
    asked = program.window.start._new_round
    assert asked is not None
    assert not asked._make.isEnabled()
    QTest.keyClicks(asked._name, "Speelruimteplan 2023")
    QTest.keyClick(asked._name, Qt.Key.Key_Return)
    facts = program.bridge.facts
    assert facts is not None
    assert (facts.path, facts.name) == (path, "Speelruimteplan 2023")
    assert program.window.page is not None


def test_the_demo_is_fresh_each_time(program: Program) -> None:
    program.open_demo()
    facts = program.bridge.facts
    assert facts is not None
    assert facts.demo
    counts: list[int] = []

    def empty_it(dossier: object) -> None:
        conn = dossier.conn  # type: ignore[attr-defined]
        first = conn.execute("SELECT id FROM inputs WHERE deleted = 0 LIMIT 1").fetchone()[0]
        with dossier.edit("delete_input") as edit:  # type: ignore[attr-defined]
            edit.delete(first)

    def count(dossier: object) -> int:
        sql = "SELECT count(*) FROM inputs WHERE deleted = 0"
        return int(dossier.conn.execute(sql).fetchone()[0])  # type: ignore[attr-defined]

    program.bridge.read(count, counts.append)
    program.bridge.write(empty_it)
    program.open_demo()
    program.bridge.read(count, counts.append)
    assert counts[0] == counts[1]
    assert "Demo" in program.window.windowTitle()


def test_settings_survive_rubbish(own_folder: Path) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "window.ini").write_text("[recent]\nrounds=[{1}\nx", encoding="utf-8")
    assert Settings(own_folder).recent() == []
    shutil.rmtree(own_folder)


def test_a_backup_is_put_back_without_a_round(
    program: Program, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = tmp_path / "reserve.samen"
    shutil.copyfile(demo_file, backup)
    _damaged(demo_file)
    monkeypatch.setattr(ask, "backup_to_restore", lambda *_: backup)
    monkeypatch.setattr(ask, "place_to_restore", lambda *_: demo_file)
    program.window.menus.action("restore").trigger()
    facts = program.bridge.facts
    assert facts is not None
    assert facts.path == demo_file


def test_help_needs_no_round_and_esc_leads_back(program: Program) -> None:
    window = program.window
    window.menus.action("shortcuts").trigger()
    assert window._help is not None
    assert window._help.isVisible()
    assert walk.rich_labels(window) == []
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.start.isVisible()
