"""A demo round in a real file behind the real thread, and a profile of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from samen_desktop import resources
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def profile_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot, profile_folder: Path) -> Iterator[Bridge]:
    def make() -> Dossier:
        dossier = Dossier.create(tmp_path / "demo.samen", a_writer())
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        return dossier

    made = Bridge()
    with qtbot.waitSignal(made.opened, timeout=10_000):
        made.open(make)
    yield made
    made.stop()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three inputs as somebody else's CSV; one of them does not fit."""
    path = tmp_path / "reacties.csv"
    lines = (
        "Reactie;Wie;Wanneer;Kleur",
        "Waar kan ik heen?;Ouder 1;18-05-2022;rood",
        "Wie belt mij terug?;Ouder 2;19-05-2022;blauw",
        ";Ouder 3;32-05-2022;geel",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
