"""What every test of the window stands on: what refers to itself is collected on its own thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from samen_desktop.gui import language


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program (`gui.collecting`): a widget must not die on the round's thread."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A test that lets the window speak leaves no language behind."""
    yield
    app = QCoreApplication.instance()
    if app is not None:
        language.unload(app)
