"""The long errands of merging, each from its wish to its outcome. Knows no widgets.

Files are copied and checked beside the round; trying and merging are done on the round's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.backups import BEFORE_MERGING
from samen_desktop.core.merging import Told
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.errands import work as copies
from samen_desktop.gui.errands.long_errands import LongErrands
from samen_desktop.gui.long_work import LongWork, Refused

from . import work

if TYPE_CHECKING:
    from .work import Arrived

translate = QCoreApplication.translate


class MergeErrands(LongErrands):
    """Looking at files and merging them. `refused` hears KnownError, also of one that was stopped.

    The copies of the files are kept until `forget`.
    """

    def __init__(self, bridge: Bridge, long_work: LongWork | None = None) -> None:
        super().__init__(bridge, long_work)
        self._arrived: Sequence[Arrived] = ()

    def look(
        self, paths: Sequence[Path], here: Path, then: Callable[[Told], None], refused: Refused
    ) -> None:
        """Copy and check the files and tell what merging them would do."""
        pulse = self.begin(translate("MergeErrands", "Looking at the files"), refused)
        if pulse is None:
            return
        self.forget()
        ended = self.ended(refused)

        def on_arrived(found: list[Arrived]) -> None:
            self._arrived = found
            trying = work.merging(found, language.current(), pulse, dry=True)
            self.long.on_round(trying, self.after(then), ended, writes=False)

        self.long.beside(work.arriving(paths, here, pulse), on_arrived, ended)

    def merge(self, then: Callable[[Told], None], refused: Refused) -> None:
        """Back the round up and merge the files that were looked at, as one step."""
        pulse = self.begin(translate("MergeErrands", "Merging"), refused)
        if pulse is None:
            return
        ended = self.ended(refused)

        def on_backed_up(_: Path) -> None:
            self.bridge.kept.emit()
            merging = work.merging(self._arrived, language.current(), pulse, dry=False)
            self.long.on_round(merging, self.after(on_merged), ended, writes=True)

        def on_merged(told: Told) -> None:
            self.forget()
            then(told)

        backing_up = copies.backing_up(pulse, self.bridge.do_waiting, BEFORE_MERGING)
        self.long.on_round(backing_up, on_backed_up, ended, writes=False)

    def forget(self) -> None:
        """Erase the copies."""
        for each in self._arrived:
            each.erase()
        self._arrived = ()
