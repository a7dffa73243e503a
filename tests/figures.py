"""The figures of the fault tests: printed where a test runs, and kept for the page about them.

What a figure means and which test gives it stands in `faults/catalogue.py`; the page is written
from both by `faults/page.py`.
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
    """Print what a test found under its name in the catalogue, numbers with the words for them."""
    words = ", ".join(_worded(key.replace("_", " "), value) for key, value in found.items())
    sys.stdout.write(f"\n{name}: {words}\n")
    if KEPT_AT in os.environ:
        with Path(os.environ[KEPT_AT]).open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"name": name, "found": words}) + "\n")


def _worded(what: str, found: float | str) -> str:
    return f"{found:,} {what}" if isinstance(found, int) else f"{what} {found}"
