"""A demo round in a real file behind an inline bridge, and Overzicht on a day of 2022."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samen_desktop import resources
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.overview.page import OverviewPage
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2022, 6, 20)


@pytest.fixture
def bridge(tmp_path: Path, qapp: object) -> Iterator[Bridge]:
    def make() -> Dossier:
        dossier = Dossier.create(tmp_path / "demo.samen", a_writer())
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        return dossier

    made = Bridge(inline=True)
    made.open(make)
    yield made
    made.stop()


@pytest.fixture
def page(bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> OverviewPage:
    made = OverviewPage(bridge, Settings(tmp_path), today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1182, 676)
    made.show()
    made.arrive(Place("overview"))
    return made
