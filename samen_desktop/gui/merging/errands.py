"""The long errands of merging, each from its wish to its outcome. Knows no widgets.

Files are copied and checked beside the round; trying and merging are done on the round's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.errors import KnownError
from samen_desktop.core.merging import Told
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.errands import long_work_of
from samen_desktop.gui.long_work import LongWork, Pulse, Refused

from . import work

if TYPE_CHECKING:
    from .work import Arrived

translate = QCoreApplication.translate


class MergeErrands:
    """Looking at files and merging them. `refused` hears KnownError, also of one that was stopped.

    The copies of the files are kept until `forget`.
    """

    def __init__(self, bridge: Bridge, long_work: LongWork | None = None) -> None:
        self.bridge = bridge
        self.long = long_work or long_work_of(bridge)
        self._arrived: Sequence[Arrived] = ()

    def look(
        self, paths: Sequence[Path], here: Path, then: Callable[[Told], None], refused: Refused
    ) -> None:
        """Copy and check the files and tell what merging them would do."""
        pulse = self._begin(translate("MergeErrands", "Looking at the files"), refused)
        if pulse is None:
            return
        self.forget()
        ended = self._ended(refused)

        def on_arrived(found: list[Arrived]) -> None:
            self._arrived = found
            trying = work.merging(found, language.current(), pulse, dry=True)
            self.long.on_round(trying, self._after(then), ended, writes=False)

        self.long.beside(work.arriving(paths, here, pulse), on_arrived, ended)

    def merge(self, then: Callable[[Told], None], refused: Refused) -> None:
        """Back the round up and merge the files that were looked at, as one step."""
        pulse = self._begin(translate("MergeErrands", "Merging"), refused)
        if pulse is None:
            return
        ended = self._ended(refused)

        def on_backed_up(_: Path) -> None:
            self.bridge.kept.emit()
            merging = work.merging(self._arrived, language.current(), pulse, dry=False)
            self.long.on_round(merging, self._after(on_merged), ended, writes=True)

        def on_merged(told: Told) -> None:
            self.forget()
            then(told)

        backing_up = work.backing_up(pulse, self.bridge.do_waiting)
        self.long.on_round(backing_up, on_backed_up, ended, writes=False)

    def forget(self) -> None:
        """Erase the copies."""
        for each in self._arrived:
            each.erase()
        self._arrived = ()

    def _begin(self, title: str, refused: Refused) -> Pulse | None:
        try:
            return self.long.begin(title)
        except KnownError as error:
            refused(error)
            return None

    def _after(self, then: Callable[[Told], None]) -> Callable[[Told], None]:
        def done(result: Told) -> None:
            self.long.finish()
            then(result)

        return done

    def _ended(self, refused: Refused) -> Refused:
        def ended(error: KnownError) -> None:
            self.long.finish()
            refused(error)

        return ended
