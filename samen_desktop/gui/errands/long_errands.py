"""A long errand from its wish to its outcome: begun or refused, done, ended. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from samen_desktop.core.errors import KnownError
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.long_work import CANCELLED, LongWork, Pulse, Refused

from . import work

T = TypeVar("T")

_HOLDS_UP = frozenset({CANCELLED, "damaged", work.CLOSED})
"""Codes by which a backup that was not made stops what was to follow it."""


def long_work_of(bridge: Bridge) -> LongWork:
    """The one piece of long work of a window: made with the first page that asks."""
    found = bridge.findChild(LongWork)
    return found if isinstance(found, LongWork) else LongWork(bridge, bridge)


class LongErrands:
    """Long errands, one at a time. `refused` hears KnownError, also when one was stopped."""

    def __init__(self, bridge: Bridge, long_work: LongWork | None = None) -> None:
        self.bridge = bridge
        self.long = long_work or long_work_of(bridge)

    def begin(self, title: str, refused: Refused) -> Pulse | None:
        """Begin what is called `title`; None, and `refused` told, where something else goes on."""
        try:
            return self.long.begin(title)
        except KnownError as error:
            refused(error)
            return None

    def after(self, then: Callable[[T], None]) -> Callable[[T], None]:
        """What hears a result: the errand is over, then it is told."""

        def done(result: T) -> None:
            self.long.finish()
            then(result)

        return done

    def ended(self, refused: Refused) -> Refused:
        """What hears that it came to nothing: the errand is over, then it is told."""

        def heard(error: KnownError) -> None:
            self.long.finish()
            refused(error)

        return heard

    def back_up_first(
        self, pulse: Pulse, reason: str, go_on: Callable[[], None], refused: Refused
    ) -> None:
        """Make a verified backup, then go on.

        One that fails is told and holds nothing up; damage that it shows does.
        """
        ended = self.ended(refused)

        def on_kept(_: Path) -> None:
            self.bridge.kept.emit()
            go_on()

        def on_not_kept(error: KnownError) -> None:
            if error.code in _HOLDS_UP:
                ended(error)
            else:
                self.bridge.failed.emit(error)
                go_on()

        backing_up = work.backing_up(pulse, self.bridge.do_waiting, reason)
        self.long.on_round(backing_up, on_kept, on_not_kept, writes=False)
