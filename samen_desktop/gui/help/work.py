"""What help asks of the program: versions and places. Needs no round."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samen_desktop.errands.about import Fact


def about() -> list[Fact]:
    """Versions, and where files lie."""
    from samen_desktop.errands.about import about as read

    return read()
