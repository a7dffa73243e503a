"""Makes the pictures of the guide anew: `python -m tests.help_pictures`.

They show the window itself on the demo round, in light colours and in both languages, on a day in
the middle of the round. A test asks that each picture the guide names is there, and small.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samen_desktop import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from samen_desktop.core.words import Language

FOLDER = resources.FOLDER / "help"
MOST_BYTES = 60_000
_SIZE = (1080, 640)
_TODAY = "2022-06-20"


class Picture(NamedTuple):
    """A part of one of the pictures that `screens` makes: `rect` is left, top, width, height."""

    screen: str
    rect: tuple[int, int, int, int]


PICTURES = {
    "overview.png": Picture("overzicht", (56, 36, 1024, 400)),
    "stakeholders.png": Picture("lijst-groepen", (56, 36, 1024, 420)),
    "inputs.png": Picture("inbreng", (56, 36, 1024, 420)),
    "notes.png": Picture("voorstellen", (0, 36, 1080, 604)),
}
"""By the name the guide calls them."""


def make(language: Language, folder: Path) -> list[Path]:
    """Make all pictures in a language."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QImage

    from samen_desktop.app.screens import Wish, take

    made = []
    with tempfile.TemporaryDirectory(prefix="samen-") as name:
        place = Path(name)
        file = _demo(place / "SAMEN 2022.samen")
        screens = take(Wish(file, place, language, _SIZE, dark=False, today=_TODAY))
        taken = {path.stem.partition("-")[2]: path for path in screens}
        for target, picture in PICTURES.items():
            path = folder / language / target
            path.parent.mkdir(parents=True, exist_ok=True)
            part = QImage(str(taken[picture.screen])).copy(*picture.rect)
            _in_few_colors(part).save(str(path), quality=0)
            made.append(path)
    return made


def _in_few_colors(image: QImage) -> QImage:
    """The picture in its 256 most frequent colours: a window has hardly more."""
    from PySide6.QtGui import QImage as Image

    plain = image.convertToFormat(Image.Format.Format_RGB32)
    seen = Counter(memoryview(plain.constBits()).cast("B").cast("I").tolist())
    # Colours that nearly are another one would push out those of small signs.
    near: dict[int, int] = {}
    for color, _ in seen.most_common():
        near.setdefault(color & 0xF8F8F8, color)
    return plain.convertToFormat(Image.Format.Format_Indexed8, list(near.values())[:256])


def _demo(path: Path) -> Path:
    from samen_desktop.store.dossier import Dossier
    from samen_desktop.store.seed import write_round
    from tests.builders import a_writer

    with Dossier.create(path, a_writer()) as dossier, dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    return path


def main() -> None:
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        make(language, FOLDER)


if __name__ == "__main__":
    main()
