"""Where one has been in the window: back and forward, as in a book with a finger between pages."""

from __future__ import annotations

from samen_desktop.gui.page import Place

_MOST = 100


class Visits:
    """Places in order; going somewhere new forgets what was forward."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def note(self, place: Place) -> None:
        """Remember being here now."""
        if 0 <= self._at < len(self._places) and self._places[self._at] == place:
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_MOST]
        self._at = len(self._places) - 1

    def current(self) -> Place | None:
        """Where we are; None before the first visit."""
        return self._places[self._at] if self._places else None

    def back(self) -> Place | None:
        """The place before this one, where we are from now on; None where there is none."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """The place we went back from."""
        return self._step(1)

    def clear(self) -> None:
        self._places.clear()
        self._at = -1

    def _step(self, step: int) -> Place | None:
        at = self._at + step
        if not 0 <= at < len(self._places):
            return None
        self._at = at
        return self._places[at]
