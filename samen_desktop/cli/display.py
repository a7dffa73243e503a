"""Whether a window can be shown here; asked before Qt is loaded."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

_ALWAYS = ("win32", "darwin")
_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb")


def is_there() -> bool:
    """Whether there is a Qt, and a display that a person sees."""
    if find_spec("PySide6") is None:
        return False
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(_WITHOUT_DISPLAY):
        return False
    return can_open()


def can_open() -> bool:
    """Whether Qt can open a window at all, be it one that nobody sees."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in _ALWAYS or any(os.environ.get(name) for name in named)
