"""When a part of the window is laid out: once for many changes, and before it is painted.

Left to itself Qt lays a pane out anew for each widget that comes or goes, and paints it before the
last of its bars has come: several times the work of one step from record to record.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout

_DEEPEST = 4
"""How often a layout that is done asks that of the one around it, in any pane of ours."""


@contextmanager
def laid_out_once(*layouts: QLayout) -> Iterator[None]:
    """Nothing in these is laid out while widgets come and go; afterwards all of it is."""
    for each in layouts:
        each.setEnabled(False)
    try:
        yield
    finally:
        for each in layouts:
            each.setEnabled(True)
            each.invalidate()


def lay_out_now() -> None:
    """Do all laying out that waits, so that what is painted next is painted once."""
    for _ in range(_DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
