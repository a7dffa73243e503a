"""The figures of the fault tests: printed where a test runs, and kept for the page about them.

Which tests there are stands in `faults/table.py`, which also runs them and writes the page.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

KEPT_AT = "SAMEN_FIGURES"
"""Names a file that takes one line of JSON for every figure: `make faults` sets it."""


def count(name: str, ordinary: int) -> int:
    """How often a fault is tried: a few times, or as often as the environment says under `name`."""
    return int(os.environ.get(name, str(ordinary)))


def tell(name: str, **found: float | str) -> None:
    """Print what a test found: `places=40, lost=0` becomes *40 places, 0 lost*."""
    _keep(name, _in_words(found), broken=False)


def caught(name: str, **found: float | str) -> None:
    """Print how a deliberately broken variant was noticed, in the same words."""
    _keep(name, _in_words(found), broken=True)


def _keep(name: str, words: str, *, broken: bool) -> None:
    sys.stdout.write(f"\n{name}{' (broken on purpose)' if broken else ''}: {words}\n")
    if KEPT_AT in os.environ:
        line = json.dumps({"name": name, "found": words, "broken": broken})
        with Path(os.environ[KEPT_AT]).open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")


def _in_words(found: dict[str, float | str]) -> str:
    return ", ".join(_worded(key.replace("_", " "), value) for key, value in found.items())


def _worded(what: str, value: float | str) -> str:
    return f"{value:,} {what}" if isinstance(value, int) else f"{what} {value}"
