"""The one door from the window to the file: the dossier on a thread of its own, as signals.

No keystroke waits for a disk: wishes queue here and are done one after the other; answers come back
on the window's thread in the same order. What is read or written is told by the caller as a
function of the dossier; what a change means for a screen is for the screens.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier

T = TypeVar("T")
Work = Callable[["Dossier"], T]
"""Something to do with the open round, on its thread. May raise KnownError."""


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What the frame of the window shows of the open round."""

    path: Path
    name: str
    demo: bool
    writable: bool
    backup: tuple[datetime, str] | None = None
    """When (local time) and why it was made, where the file is a backup."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Names of the kinds of records that were touched; all of them where `everything` is set."""

    kinds: frozenset[str]
    everything: bool = False

    def touch(self, *kinds: str) -> bool:
        """Whether a screen that shows these kinds has to look again."""
        return self.everything or not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class StepsStatus:
    """What undo and redo would do now; None where there is nothing."""

    undo: Words | None
    redo: Words | None


@dataclass(frozen=True, slots=True)
class Bug:
    """A fault of ours on the round's thread: the type and the place, no words of a person."""

    kind: str
    place: str


class Ticket:
    """A wish on its way. Once dropped, its answer is thrown away: a newer one counts."""

    __slots__ = ("_dropped",)

    def __init__(self) -> None:
        self._dropped = False

    def drop(self) -> None:
        self._dropped = True

    @property
    def dropped(self) -> bool:
        return self._dropped


@dataclass(slots=True)
class _Job:
    work: Callable[[Dossier], Any] | None
    then: Callable[[Any], None] | None
    refused: Callable[[KnownError], None] | None
    ticket: Ticket
    writes: bool
    reads: bool = False
    """Only looks: a copy of the round may answer it."""


class Bridge(QObject):
    """The open round as signals.

    Signals: `opened(RoundFacts)`, `closed()`; `changed(Changes)` after each commit;
    `steps_changed(StepsStatus)`; `saving()` when a write was asked for, `saved(datetime)` when no
    write is waiting any more, `unsaved(KnownError | Bug)` when one did not reach the disk;
    `failed(KnownError)` for a wish that named nobody to hear it; `broke(Bug)` for a fault of ours;
    `kept()` is sent by whoever had a backup of the round made.
    """

    opened = Signal(object)
    closed = Signal()
    changed = Signal(object)
    steps_changed = Signal(object)
    saving = Signal()
    saved = Signal(object)
    unsaved = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    kept = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        """`inline` does every wish at once on the calling thread: for tests and pictures."""
        super().__init__(parent)
        self.inline = inline
        self._dossier: Dossier | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._held: _Job | None = None
        self._instead: Dossier | None = None
        self._writes = 0
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread: threading.Thread | None = None
        self.facts: RoundFacts | None = None
        self.before_closing: Work[None] | None = None
        """Done on the round's thread before it lets go of a round; raises nothing."""
        if not inline:
            self._thread = threading.Thread(target=self._run, name="round", daemon=True)
            self._thread.start()

    def open(
        self,
        make: Callable[[], Dossier],
        refused: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Close what is open and open what `make` gives, on the round's thread."""

        def swap(_: Dossier) -> tuple[RoundFacts, StepsStatus]:
            dossier = make()
            self._let_go()
            self._dossier = dossier
            return _facts(dossier), _steps(dossier)

        self._ask(_Job(swap, self._on_opened, refused, Ticket(), writes=False))

    def close(self) -> None:
        """Close the round; everything asked for before is done first."""

        def let_go(_: Dossier) -> None:
            self._let_go()

        self._ask(_Job(let_go, self._on_closed, None, Ticket(), writes=False))

    def stop(self) -> None:
        """Close the round and end the thread; returns when all that was asked for is done."""
        self.close()
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def read(
        self,
        work: Work[T],
        then: Callable[[T], None],
        refused: Callable[[KnownError], None] | None = None,
    ) -> Ticket:
        """Read from the round; `then` gets the result on the window's thread."""
        return self._ask(_Job(work, then, refused, Ticket(), writes=False, reads=True))

    def write(
        self,
        work: Work[T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[KnownError], None] | None = None,
    ) -> Ticket:
        """Change the round. `then` is called once it is on the disk, `refused` if it is not."""
        self._writes += 1
        self.saving.emit()
        return self._ask(_Job(work, then, refused, Ticket(), writes=True))

    def undo(self, then: Callable[[object], None] | None = None) -> None:
        """Take back the newest step made here."""
        self.write(lambda dossier: dossier.undo(), then)

    def redo(self, then: Callable[[object], None] | None = None) -> None:
        """Do again what was undone last."""
        self.write(lambda dossier: dossier.redo(), then)

    def do_waiting(self) -> None:
        """Do what waits in the queue: for long work on the round's thread, between its steps."""
        while (job := self._waiting()) is not None:
            self._do(job)

    @contextmanager
    def lending(self, copy: Dossier) -> Iterator[Callable[[], None]]:
        """While an edit that takes long has the round in hand: reads are answered from a copy.

        Gives what does the reads that wait, to be called between the steps of the edit. What
        changes the round waits until the edit is done, and so do reads asked for after it.
        """
        self._instead = copy
        try:
            yield self._do_reads
        finally:
            self._instead = None

    def _do_reads(self) -> None:
        while (job := self._waiting()) is not None:
            if not job.reads:
                self._held = job
                return
            self._do(job)

    def _let_go(self) -> None:
        if self._dossier is not None:
            if self.before_closing is not None:
                self.before_closing(self._dossier)
            self._dossier.close()
            self._dossier = None

    def _waiting(self) -> _Job | None:
        """The next job, if one waits; None also where the thread is to end."""
        if self._held is not None:
            return self._take_held()
        try:
            job = self._jobs.get_nowait()
        except queue.Empty:
            return None
        if job is None:
            self._jobs.put(None)
        return job

    def _take_held(self) -> _Job | None:
        job, self._held = self._held, None
        return job

    def _ask(self, job: _Job) -> Ticket:
        if self.inline:
            self._on_answered(self._result_of(job))
        else:
            self._jobs.put(job)
        return job.ticket

    def _run(self) -> None:
        while (job := self._take_held() or self._jobs.get()) is not None:
            self._do(job)

    def _do(self, job: _Job) -> None:
        self._answered.emit(self._result_of(job))

    def _result_of(self, job: _Job) -> _Answer:
        dossier = self._instead if job.reads and self._instead is not None else self._dossier
        try:
            # `open` is asked for while nothing is open yet; its work looks at no dossier.
            result = job.work(dossier)  # type: ignore[arg-type, misc]
        except KnownError as error:
            return _Answer(job, error=error.with_traceback(None))
        except Exception as error:  # a bug must not end the round's thread
            if self._dossier is None and job.then != self._on_opened:
                job.ticket.drop()  # asked by a screen that had not heard yet that all is closed
                return _Answer(job)
            known = _known(error, self._dossier)
            if known is not None:
                return _Answer(job, error=known)
            return _Answer(job, bug=_bug(error))
        kinds = self._dossier.take_touched() if self._dossier is not None else frozenset()
        steps = _steps(self._dossier) if kinds and self._dossier is not None else None
        return _Answer(job, result=result, kinds=kinds, steps=steps)

    @Slot(object)
    def _on_answered(self, answer: _Answer) -> None:
        job = answer.job
        then, refused = job.then, job.refused
        # The round's thread still holds the job. Who asked may be a widget that nobody else holds
        # any more: let go of here, it is destroyed here; there, Qt crashes later or never ends.
        job.work = job.then = job.refused = None
        if answer.kinds:
            self.changed.emit(Changes(answer.kinds))
        if answer.steps is not None:
            self.steps_changed.emit(answer.steps)
        if job.writes:
            self._tell_saved(answer)
        if answer.bug is not None:
            self.broke.emit(answer.bug)
        elif answer.error is not None:
            (refused if refused is not None and _is_there(refused) else self.failed.emit)(
                answer.error
            )
        elif then is not None and not job.ticket.dropped and _is_there(then):
            then(answer.result)

    def _tell_saved(self, answer: _Answer) -> None:
        self._writes -= 1
        fault = answer.error or answer.bug
        if fault is not None:
            self.unsaved.emit(fault)
        elif self._writes == 0:
            self.saved.emit(datetime.now().astimezone())

    def _on_opened(self, found: tuple[RoundFacts, StepsStatus]) -> None:
        self.facts, steps = found
        self.opened.emit(self.facts)
        self.changed.emit(Changes(frozenset(), everything=True))
        self.steps_changed.emit(steps)

    def _on_closed(self, _: object) -> None:
        self.facts = None
        self.closed.emit()


@dataclass(slots=True)
class _Answer:
    job: _Job
    result: Any = None
    error: KnownError | None = None
    bug: Bug | None = None
    kinds: frozenset[str] = frozenset()
    steps: StepsStatus | None = None


def _facts(dossier: Dossier) -> RoundFacts:
    row = dossier.conn.execute(
        "SELECT name, demo FROM rounds WHERE deleted = 0 ORDER BY key LIMIT 1"
    ).fetchone()
    name, demo = row or ("", 0)
    path = dossier.path
    return RoundFacts(path, name or path.stem, bool(demo), dossier.writable, _backup(path))


def _backup(path: Path) -> tuple[datetime, str] | None:
    from samen_desktop.store.care.thinning import parse_name

    found = parse_name(path.stem)
    return None if found is None else (found[0].astimezone(), found[1])


def _steps(dossier: Dossier) -> StepsStatus:
    from samen_desktop.core.edits import words_of
    from samen_desktop.store.steps.undo import Steps

    steps = Steps(dossier.log)
    undo, redo = steps.to_undo(), steps.to_redo()
    undone = steps.step_of(redo) if redo is not None else None
    return StepsStatus(
        words_of(undo.name) if undo is not None else None,
        words_of(undone.name) if undone is not None else None,
    )


def _known(error: Exception, dossier: Dossier | None) -> KnownError | None:
    """What a disk or a damaged file does while a screen reads is no fault of ours."""
    from samen_desktop.store import failures

    return None if dossier is None else failures.known(error, dossier.path)


def _is_there(hearer: Callable[..., object]) -> bool:
    """Whether who asked is still there: Qt destroys a page of a round that was closed meanwhile."""
    while isinstance(hearer, partial):
        hearer = hearer.func
    owner = getattr(hearer, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


def _bug(error: Exception) -> Bug:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return Bug(type(error).__name__, "")
    code = place.tb_frame.f_code
    return Bug(type(error).__name__, f"{Path(code.co_filename).name}:{place.tb_lineno}")
