"""The long errands of the plan, each from its wish to its outcome. Knows no widgets.

A document is read and compared beside the round; only looking into the round, and taking the
version in, are done on the round's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.backups import BEFORE_IMPORTING
from samen_desktop.core.fields import Scalar
from samen_desktop.core.outlines import Step
from samen_desktop.gui.errands.long_errands import LongErrands
from samen_desktop.gui.long_work import Refused

from . import work

if TYPE_CHECKING:
    from .work import Chapter, Document, Foreseen

T = TypeVar("T")
translate = QCoreApplication.translate


class PlanErrands(LongErrands):
    """Reading a version in. `refused` hears KnownError, also when it was stopped."""

    def look(
        self, path: Path, then: Callable[[Document, Foreseen], None], refused: Refused
    ) -> None:
        """Read a document and tell what taking it in would do."""
        if self.begin(translate("PlanErrands", "Reading the document"), refused) is None:
            return
        ended = self.ended(refused)

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
        pulse = self.begin(translate("PlanErrands", "Reading in the version"), refused)
        if pulse is None:
            return

        def go_on() -> None:
            taking_in = work.taking_in(document, about)
            self.long.on_round(taking_in, self.after(then), self.ended(refused), writes=True)

        self.back_up_first(pulse, BEFORE_IMPORTING, go_on, refused)
