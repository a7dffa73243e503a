"""Every screen in both schemes: a picture is made, and it keeps what a screen promises."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from samen_desktop.app.program import Program
from samen_desktop.app.screens import Wish, take
from samen_desktop.core.errors import KnownError
from samen_desktop.gui.frame.places import STATIONS
from tests.gui import walk

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("page", [station.name for station in STATIONS])
def test_each_page_keeps_what_every_screen_promises(opened: Program, page: str) -> None:
    opened.window.go_to_page(page)
    assert walk.faults(opened.window) == []


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True])
def test_pictures_of_all_screens(
    demo_file: Path, tmp_path: Path, own_folder: Path, qapp: object, *, dark: bool
) -> None:
    folder = tmp_path / "pictures"
    made = take(Wish(demo_file, folder, "nl", (1366, 768), dark=dark))
    assert made[0].name == "01-start.png"
    assert len(made) >= len(STATIONS) + 1
    for path in made:
        image = QImage(str(path))
        # The question of the first start is a small window of its own.
        assert image.width() == round(1366 * image.devicePixelRatio()) or "eerste" in path.name
        corner = image.pixelColor(image.width() // 2, image.height() - 60)
        assert (corner.lightness() < 128) is dark, path.name


def test_pictures_of_no_round(tmp_path: Path, own_folder: Path, qapp: object) -> None:
    with pytest.raises(KnownError):
        take(Wish(tmp_path / "weg.samen", tmp_path, "nl", (1366, 768), dark=False))
