"""The demo round in a real file behind a bridge, and pages of lists on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from samen_desktop import resources
from samen_desktop.gui import theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.pages import PAGES, ListPage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from samen_desktop.store.steps.editing import Writer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def demo_round(path: Path) -> Dossier:
    dossier = Dossier.create(path, Writer("HR coördinator", b"\x01" * 8))
    with dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    return dossier


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once; tests that write take a copy."""
    path = tmp_path_factory.mktemp("demo") / "demo.samen"
    demo_round(path).close()
    return path


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> None:
    """The program in its own look, put on once."""
    theme.apply(qapp, dark=False)


@pytest.fixture
def bridge(demo_file: Path, tmp_path: Path, dressed: None) -> Iterator[Bridge]:
    """A bridge that does every wish at once, with a copy of the demo open."""
    path = tmp_path / "round.samen"
    path.write_bytes(demo_file.read_bytes())
    made = Bridge(inline=True)
    broken: list[object] = []
    made.broke.connect(broken.append)
    made.open(lambda: Dossier.open(path, Writer("HR coördinator", b"\x01" * 8)))
    yield made
    made.stop()
    assert broken == []


def ask(bridge: Bridge, work: Callable[[Dossier], object]) -> list[object]:
    """What the round answers, in a list."""
    found: list[object] = []
    bridge.read(work, found.append)
    return found


def codes(pane: ListPane) -> list[str]:
    """The first column of all rows."""
    rows = [pane.model.row_at(at) for at in range(pane.model.rowCount())]
    return [row.cells[0] for row in rows if row is not None]


class Shown:
    """A page on screen, with what it said."""

    def __init__(self, page: ListPage) -> None:
        self.page = page
        self.messages: list[Message] = []
        self.places: list[Place] = []
        page.message_posted.connect(self.messages.append)
        page.go_requested.connect(self.places.append)


@pytest.fixture
def show(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> Callable[..., Shown]:
    kept: list[Shown] = []

    def make(name: str, place: Place | None = None) -> Shown:
        page = PAGES[name](bridge, Settings(tmp_path))
        assert isinstance(page, ListPage)
        shown = Shown(page)
        kept.append(shown)
        qtbot.addWidget(page)
        bridge.changed.connect(page.hear)
        page.resize(1182, 676)
        page.show()
        page.arrive(place or Place(name))
        return shown

    return make
