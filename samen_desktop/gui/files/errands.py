"""Errands of the window: reading in, handing out, copying, each from its wish to its outcome.

Ties the pieces of `work` together over the round's thread and a thread beside it; knows no widgets.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.backups import BEFORE_IMPORTING
from samen_desktop.core.intake.mapping import Matched
from samen_desktop.gui.errands import work as copies
from samen_desktop.gui.errands.long_errands import LongErrands
from samen_desktop.gui.long_work import Pulse, Refused

from . import work

if TYPE_CHECKING:
    from .work import Dossier, Foreseen, HandedOut, Order, ReadIn, Source, SourceRow, WorkingCopy

T = TypeVar("T")
translate = QCoreApplication.translate


class Errands(LongErrands):
    """Reading in, handing out, copying."""

    def open_table(
        self,
        path: Path,
        sheet: str | None,
        header_row: int | None,
        then: Callable[[tuple[Source, list[SourceRow]]], None],
        refused: Refused,
    ) -> None:
        """Open a stranger's file beside the round."""
        self._beside(
            translate("Errands", "Opening the file"),
            work.table_in(path, sheet, header_row),
            then,
            refused,
        )

    def preview(
        self,
        source: Source,
        matched: Matched,
        then: Callable[[ReadIn], None],
        refused: Refused,
    ) -> None:
        """See what reading in would do, in a copy; the round stays as it is."""
        pulse = self.begin(translate("Errands", "Trying out"), refused)
        if pulse is None:
            return
        ended = self.ended(refused)

        def on_copied(copy: WorkingCopy) -> None:
            trying = work.trying_out(copy, source, matched, pulse)
            self.long.beside(trying, self.after(then), ended)

        copying = copies.working_copy(pulse, self.bridge.do_waiting)
        self.long.on_round(copying, on_copied, ended, writes=False)

    def read_in(
        self,
        source: Source,
        matched: Matched,
        total: int,
        then: Callable[[ReadIn], None],
        refused: Refused,
    ) -> None:
        """Back the round up and read a table in as one edit; `total` rows are expected.

        A backup that fails is told and holds nothing up; damage that it shows does.
        """
        pulse = self.begin(translate("Errands", "Reading in"), refused)
        if pulse is None:
            return

        def go_on() -> None:
            reading = work.reading_in(source, matched, pulse, self.bridge, total)
            self.long.on_round(reading, self.after(then), self.ended(refused), writes=True)

        self.back_up_first(pulse, BEFORE_IMPORTING, go_on, refused)

    def hand_out(
        self, order: Order, then: Callable[[HandedOut, bool], None], refused: Refused
    ) -> None:
        """Make reports from a copy; `then` hears too whether the round could record it."""
        pulse = self.begin(translate("Errands", "Making the report"), refused)
        if pulse is None:
            return
        ended = self.ended(refused)

        def on_copied(copy: WorkingCopy) -> None:
            self.long.beside(work.writing(copy, order, pulse), on_written, ended)

        def on_written(handed: HandedOut) -> None:
            def on_recorded(recorded: bool) -> None:  # noqa: FBT001 - the answer of a call
                self.long.finish()
                then(handed, recorded)

            recording = work.recording(handed)
            self.long.on_round(recording, on_recorded, ended, writes=True)

        copying = copies.working_copy(pulse, self.bridge.do_waiting)
        self.long.on_round(copying, on_copied, ended, writes=False)

    def foresee(self, order: Order, then: Callable[[Foreseen], None], refused: Refused) -> None:
        """See what an order would give, from a copy of the round."""
        pulse = self.begin(translate("Errands", "Looking ahead"), refused)
        if pulse is None:
            return
        ended = self.ended(refused)

        def on_copied(copy: WorkingCopy) -> None:
            seeing = work.foreseeing(copy, order, pulse)
            self.long.beside(seeing, self.after(then), ended)

        copying = copies.working_copy(pulse, self.bridge.do_waiting)
        self.long.on_round(copying, on_copied, ended, writes=False)

    def back_up(
        self, then: Callable[[Path], None], refused: Refused, folder: Path | None = None
    ) -> None:
        """A verified backup in the profile, or in a folder."""

        def told(path: Path) -> None:
            self.bridge.kept.emit()
            then(path)

        self._on_round(
            translate("Errands", "Making a backup"),
            lambda pulse: copies.backing_up(pulse, self.bridge.do_waiting, folder=folder),
            told,
            refused,
        )

    def give(self, target: Path, mark: str, then: Callable[[Path], None], refused: Refused) -> None:
        """A copy with a mark of its own."""
        self._on_round(
            translate("Errands", "Making a copy"),
            lambda pulse: work.giving(target, mark, pulse, self.bridge.do_waiting),
            then,
            refused,
        )

    def restore(
        self,
        backup: Path,
        target: Path,
        mark: str,
        then: Callable[[Path], None],
        refused: Refused,
    ) -> None:
        """Put a backup back as a marked copy beside the round."""
        restoring = work.restoring_beside(backup, target, mark)
        self._beside(translate("Errands", "Restoring the backup"), restoring, then, refused)

    def beside(
        self,
        title: str,
        work_of: Callable[[Pulse], Callable[[], T]],
        then: Callable[[T], None],
        refused: Refused,
    ) -> None:
        """Something else that is done beside the round, with its pulse."""
        pulse = self.begin(title, refused)
        if pulse is not None:
            self.long.beside(work_of(pulse), self.after(then), self.ended(refused))

    def _on_round(
        self,
        title: str,
        work_of: Callable[[Pulse], Callable[[Dossier], T]],
        then: Callable[[T], None],
        refused: Refused,
    ) -> None:
        pulse = self.begin(title, refused)
        if pulse is not None:
            self.long.on_round(work_of(pulse), self.after(then), self.ended(refused), writes=False)

    def _beside(
        self, title: str, job: Callable[[], T], then: Callable[[T], None], refused: Refused
    ) -> None:
        if self.begin(title, refused) is not None:
            self.long.beside(job, self.after(then), self.ended(refused))
