"""The long errands of the plan, each from its wish to its outcome. Knows no widgets.

A document is read and compared beside the round; only looking into the round, and taking the
version in, are done on the round's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.outlines import Step
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.errands import long_work_of
from samen_desktop.gui.long_work import CANCELLED, LongWork, Pulse, Refused

from . import work

if TYPE_CHECKING:
    from .work import Chapter, Document, Foreseen

T = TypeVar("T")
translate = QCoreApplication.translate


class PlanErrands:
    """Reading a version in. `refused` hears KnownError, also when it was stopped."""

    def __init__(self, bridge: Bridge, long_work: LongWork | None = None) -> None:
        self.bridge = bridge
        self.long = long_work or long_work_of(bridge)

    def look(
        self, path: Path, then: Callable[[Document, Foreseen], None], refused: Refused
    ) -> None:
        """Read a document and tell what taking it in would do."""
        if self._begin(translate("PlanErrands", "Reading the document"), refused) is None:
            return
        ended = self._ended(refused)

        def on_document(document: Document) -> None:
            def on_standing(old: list[Chapter]) -> None:
                self.long.beside(work.comparing(old, document), on_compared, ended)

            def on_compared(_: list[Step]) -> None:
                self.long.on_round(work.foreseeing(document), on_foreseen, ended, writes=False)

            def on_foreseen(found: Foreseen) -> None:
                self.long.finish()
                then(document, found)

            self.long.on_round(work.standing_chapters, on_standing, ended, writes=False)

        self.long.beside(work.document(path), on_document, ended)

    def take_in(
        self,
        document: Document,
        about: Mapping[str, Scalar],
        then: Callable[[bytes], None],
        refused: Refused,
    ) -> None:
        """Back the round up and take a document in as the next version, as one edit.

        A backup that fails is told and holds nothing up; damage that it shows does.
        """
        pulse = self._begin(translate("PlanErrands", "Reading in the version"), refused)
        if pulse is None:
            return
        ended = self._ended(refused)

        def go_on(_: object) -> None:
            self.long.on_round(work.taking_in(document, about), on_taken_in, ended, writes=True)

        def on_taken_in(version: bytes) -> None:
            self.long.finish()
            then(version)

        def on_no_backup(error: KnownError) -> None:
            if error.code in (CANCELLED, "damaged", "closed"):
                ended(error)
            else:
                self.bridge.failed.emit(error)
                go_on(None)

        backing_up = work.backing_up(pulse, self.bridge.do_waiting)
        self.long.on_round(backing_up, go_on, on_no_backup, writes=False)

    def _begin(self, title: str, refused: Refused) -> Pulse | None:
        try:
            return self.long.begin(title)
        except KnownError as error:
            refused(error)
            return None

    def _ended(self, refused: Refused) -> Refused:
        def ended(error: KnownError) -> None:
            self.long.finish()
            refused(error)

        return ended
