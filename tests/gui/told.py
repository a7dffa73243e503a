"""A program of its own over a round that is full of one name, which does all it can to tell it.

    python -m tests.gui.told FOLDER [careless]

Makes the round, visits every screen, types, backs up, hands out, merges a copy, meets faults whose
words hold the name, and crashes in the end. Prints the titles of its windows and the temporary
files that held the name when they were thrown away. `careless` logs what an exception says.
"""

from __future__ import annotations

import faulthandler
import json
import logging
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop import resources
from samen_desktop.app.program import Program, dress
from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.errands.handing_out import Order, write
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.collecting import Collector
from samen_desktop.gui.frame import ask, faults
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import profile
from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer, noted
from tests.errands.laptops import merge
from tests.gui.test_every_screen import screens

NAME = "Kanariegeel"


def full_round(path: Path) -> None:
    """The demo with the name in every text of every record but the round's own."""
    with Dossier.create(path, a_writer()) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        with dossier.edit("change_input") as edit:
            for kind in KINDS.values():
                names = [each.name for each in kind.fields if each.type in {Type.TEXT, Type.LONG}]
                found = dossier.conn.execute(f"SELECT id FROM {kind.plural} WHERE deleted = 0")
                for (record,) in found.fetchall() if kind.name != "round" else ():
                    for name in names:
                        edit.set(record, name, f"{NAME} {kind.name} {name}")
        with dossier.edit("change_input") as edit:
            session = dossier.conn.execute("SELECT id FROM sessions LIMIT 1").fetchone()[0]
            for at in range(3):
                edit.create(
                    "input",
                    {"words": f"{NAME} zei {at}", "session": session.hex(), "status": "RUW"},
                )


class Fleeting:
    """Hears of temporary files that are thrown away or moved, and looks what they held."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self._place = tempfile.gettempdir()
        sys.addaudithook(self._hear)

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        if event in {"os.remove", "os.rename"} and str(given[0]).startswith(self._place):
            path = Path(os.fsdecode(given[0]))
            if path.is_file() and NAME.encode() in path.read_bytes():
                self.told.append(path.name)


def raising() -> None:
    """A fault of ours whose words are somebody's name."""
    raise ValueError(NAME)


def faults_with_words(program: Program) -> Iterator[None]:
    """Every way by which a fault is heard, each with the name in its words."""
    QTimer.singleShot(0, raising)
    yield
    thread = threading.Thread(target=raising, name=NAME)
    thread.start()
    thread.join()
    yield
    program.bridge.read(lambda _: raising(), lambda _: None)
    yield
    program.bridge.read(lambda d: d.conn.execute(f"SELECT {NAME}"), lambda _: None)
    program.bridge.write(lambda d: d.conn.execute(f"INSERT INTO {NAME} VALUES (1)"))
    yield


def work(program: Program, folder: Path) -> list[str]:
    """All that a person does in a day, and the titles of the windows meanwhile."""
    titles = []
    for _, shown in screens(program):
        titles.append(shown.window().windowTitle())
    _type(program)
    program.window.menus.action("back_up").trigger()
    program.window.go(Place("read_in", words=str(broken_workbook(folder))))
    for _ in faults_with_words(program):
        QTest.qWait(20)
        titles += [each.windowTitle() for each in QApplication.topLevelWidgets()]
    return titles


def _type(program: Program) -> None:
    found: list[bytes] = []
    sql = "SELECT id FROM sessions LIMIT 1"
    program.bridge.read(lambda d: d.conn.execute(sql).fetchone()[0], found.append)
    program.window.go(Place("notes", record=found[0]))
    page = program.window.page
    assert isinstance(page, NotesPage)
    QTest.keyClicks(page.line, f"{NAME} half")
    page.keep_typed()
    program.window.go_to_page("overview")


def broken_workbook(folder: Path) -> Path:
    """What openpyxl and the unpacker stumble over, with the name inside."""
    path = folder / "stuk.xlsx"
    path.write_bytes(b"PK\x03\x04" + NAME.encode() * 50)
    return path


def beside_the_window(folder: Path) -> None:
    """Handing out and merging, as the command line does."""
    path = folder / "ronde.samen"
    with Dossier.open(path, a_writer()) as dossier:
        write(dossier.conn, Order(folder / "overzicht.xlsx", "intern", "nl"))
        copying.give_copy(dossier, folder / "HR.samen", "HR")
    with Dossier.open(folder / "HR.samen", a_writer(device=b"\x02" * 8)) as other:
        noted(other, f"{NAME} elders")
    with Dossier.open(path, a_writer()) as dossier:
        merge(dossier, [folder / "HR.samen"])


def main() -> None:
    folder = Path(sys.argv[1])
    own = profile.folder()
    fleeting = Fleeting()
    full_round(folder / "ronde.samen")
    beside_the_window(folder)
    app = QApplication([])
    Collector(app)
    settings = Settings(own)
    dress(app, settings)
    program = Program(app, own, Bridge(inline=True), settings)
    log = faults.write_log(own)
    ask.tell_fault = _box  # type: ignore[assignment]
    hearing = faults.Hearing(program.window, log, program.window.keep_typed)
    if len(sys.argv) > 2:
        sys.excepthook = lambda _, error, __: logging.getLogger("samen_desktop").error("%s", error)
    faults.watch_crashes(own)
    program.bridge.broke.connect(hearing.on_broke)
    program.window.resize(1366, 768)
    program.window.show()
    program.open_round(folder / "ronde.samen")
    titles = work(program, folder)
    settings.flush()
    sys.stdout.write(f"{json.dumps([titles, fleeting.told])}\n")
    sys.stdout.flush()
    assert faulthandler.is_enabled()
    os.kill(os.getpid(), signal.SIGSEGV)


def _box(parent: QWidget | None, kind: str, place: str, *others: Any) -> None:  # noqa: ANN401
    window = QWidget(parent)
    window.setWindowTitle(f"{kind} {place}")
    others[-1]()


if __name__ == "__main__":
    main()
