"""A day of typing in the window, in a hurry; a program of its own that says how it grew.

    python -m tests.faults.growing FILE NOTES [leaky]

Types notes with drafts on the way, by real keys, and looks at other pages in between. Prints one
line of JSON: notes, megabytes in use a quarter on and in the end, kilobytes the file took per note.
`leaky` keeps every text that was ever half typed.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.collecting import Collector
from samen_desktop.gui.notes.page import NotesPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store import profile

A_SITTING = 25
"""Notes typed in one session before something else is looked at."""
_PAGES = ("overview", "inputs", "sessions", "stakeholders")
_WORDS = "de wachttijd is te lang en niemand belt terug"


def megabytes() -> float:
    """What this process holds now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


class Day:
    """The window, and hands that are in a hurry."""

    def __init__(self, program: Program, *, leaky: bool) -> None:
        self._program = program
        self._leaky = leaky
        self._kept: list[bytes] = []
        found: list[list[bytes]] = []
        program.bridge.read(
            lambda d: [row[0] for row in d.conn.execute("SELECT id FROM sessions ORDER BY key")],
            found.append,
        )
        self._sessions = found[0]

    def sit(self, at: int, notes: int) -> None:
        """Take notes in one session, and look around."""
        window = self._program.window
        window.go(Place("notes", record=self._sessions[at % len(self._sessions)]))
        page = window.page
        assert isinstance(page, NotesPage)
        for count in range(notes):
            page.line.setFocus()
            QTest.keyClicks(page.line, _WORDS[: 12 + count])
            page.keep_typed()
            if self._leaky:
                self._kept.append(bytes(100_000))
            QTest.keyClick(page.line, Qt.Key.Key_Return)
            QApplication.processEvents()
        for name in _PAGES:
            window.go_to_page(name)
            QApplication.processEvents()
        # Outside a running loop Qt puts off what is to be deleted.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


def main() -> None:
    path, notes = Path(sys.argv[1]), int(sys.argv[2])
    app = QApplication([])
    Collector(app)
    settings = Settings(profile.folder())
    dress(app, settings)
    program = Program(app, profile.folder(), Bridge(inline=True), settings)
    program.window.resize(1366, 768)
    program.window.show()
    program.open_round(path)
    day = Day(program, leaky=len(sys.argv) > 3)
    size, sittings = path.stat().st_size, notes // A_SITTING
    early = 0.0
    for at in range(sittings):
        day.sit(at, A_SITTING)
        if at == sittings // 4:
            early = megabytes()
    found = {
        "notes": sittings * A_SITTING,
        "early": round(early, 1),
        "late": round(megabytes(), 1),
        "kilobytes_a_note": round((path.stat().st_size - size) / 1024 / notes, 2),
    }
    program.bridge.stop()
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
