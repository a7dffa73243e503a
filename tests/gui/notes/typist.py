"""A program of its own that opens a round and types, until somebody ends it.

    python typist.py FILE idle|busy|careless

Says each word on standard output once its last letter was sent, with the time. `busy` keeps the
round's thread with something long, `careless` keeps no half-typed text at all.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.gui.notes import keeping
from tests.gui.notes.stage import click, on_stage

WORDS_A_LINE = 6


def main() -> None:
    path, mode = Path(sys.argv[1]), sys.argv[2]
    app = QApplication([])
    if mode == "careless":
        keeping._ROW_AFTER_MS = keeping._BESIDE_AFTER_MS = 60_000
    with on_stage(path, inline=False) as stage:
        if mode == "busy":
            stage.bridge.read(lambda _: time.sleep(60), lambda _: None)
        say("ready")
        for count in itertools.count(1):
            for letter in f"w{count:04d} ":
                click(stage.line, letter)
                app.processEvents()
                time.sleep(0.004)
            say(f"{time.monotonic()} w{count:04d}")
            if count % WORDS_A_LINE == 0 and mode != "careless":
                QTest.keyClick(stage.line, Qt.Key.Key_Return)


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
