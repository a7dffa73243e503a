"""The window, and pictures of its screens: `main.py [FILE]`, `--demo`, `screens`.

Qt is loaded inside, so that every other verb works where there is none.
"""

from __future__ import annotations

import argparse
import os
import re
from importlib.util import find_spec
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store.profile import folder

from . import display
from .saying import Said, UsageError

_NO_QT = Words(
    "Het venster heeft PySide6 nodig; dat staat niet op deze computer.",
    "The window needs PySide6, which is not on this computer.",
)
_NO_DISPLAY = Words(
    "Er is hier geen beeldscherm om een venster op te openen.",
    "There is no display here to open a window on.",
)
_SIZE = Words(
    "Geef de maat als breedte x hoogte, bijvoorbeeld --size 1366x768.",
    "Give the size as width x height, for example --size 1366x768.",
)
_MADE = Words("{count} schermen staan in {folder}.", "{count} screens are in {folder}.")
_FORM = re.compile(r"(\d{3,5})x(\d{3,5})")


def open_window(arguments: argparse.Namespace) -> Said:
    """Work in the window until it is closed."""
    _need_qt()
    if not display.can_open():
        raise KnownError("no_display", _NO_DISPLAY)
    from samen_desktop.app.program import run

    file = Path(arguments.file).absolute() if arguments.file else None
    run(folder(), file, demo=arguments.demo)
    return Said([])


def screens(arguments: argparse.Namespace) -> Said:
    """Every screen as PNG, of a copy of the round, on a screen that nobody sees."""
    _need_qt()
    size = _FORM.fullmatch(arguments.size)
    if size is None:
        raise UsageError(_SIZE.say(arguments.lang))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt looks at it once, when the program starts; the size stays that of the screen itself.
    os.environ["QT_SCALE_FACTOR"] = f"{arguments.scale / 100:g}"
    from samen_desktop.app.screens import Wish, take

    wish = Wish(
        Path(arguments.file),
        Path(arguments.folder),
        arguments.lang,
        tuple(round(int(size[at]) * 100 / arguments.scale) for at in (1, 2)),
        dark=arguments.dark,
    )
    made = take(wish)
    line = _MADE.fill(count=len(made), folder=str(wish.folder)).say(arguments.lang)
    return Said([line], {"files": [str(path) for path in made]})


def _need_qt() -> None:
    if find_spec("PySide6") is None:
        raise KnownError("no_qt", _NO_QT)
