"""Files shipped beside the program: where they are, and the rounds among them read as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .core.errors import KnownError
from .core.words import Words

FOLDER = Path(__file__).resolve().parent.parent / "resources"

RoundData = dict[str, list[dict[str, Any]]]
"""Records by the name of their file (`round`, `phases` …), in order, as JSON holds them."""


def demo() -> RoundData:
    """The demo round."""
    return _read(FOLDER / "demo")


def template(name: str) -> RoundData:
    """A template for a new round. Raises KnownError with the names there are."""
    names = sorted(folder.name for folder in (FOLDER / "templates").iterdir() if folder.is_dir())
    if name not in names:
        raise KnownError(
            "no_template",
            Words(
                "Er is geen sjabloon “{name}”; wel: {names}.",
                "There is no template “{name}”; there are: {names}.",
            ).fill(name=name, names=", ".join(names)),
        )
    return _read(FOLDER / "templates" / name)


def _read(folder: Path) -> RoundData:
    found: RoundData = {}
    for path in sorted(folder.glob("*.json")):
        records = json.loads(path.read_text(encoding="utf-8"))
        found[path.stem] = records if isinstance(records, list) else [records]
    return found
