"""What merging asks of files and of the round, piece by piece; long pieces beat and can be stopped.

What is heavy is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from samen_desktop.core.fields import Scalar
from samen_desktop.core.merging import Pair, Told
from samen_desktop.core.words import Language
from samen_desktop.gui.long_work import Pulse

if TYPE_CHECKING:
    from samen_desktop.errands import merging as _merging
    from samen_desktop.store import dossier as _dossier
    from samen_desktop.store.reading import merged as _merged

    # The page names these types too, and may not import the store itself.
    Arrived = _merging.Arrived
    Dossier = _dossier.Dossier
    Past = _merged.Past
    Standing = _merging.Standing


def arriving(paths: Sequence[Path], here: Path, pulse: Pulse) -> Callable[[], list[Arrived]]:
    """Copy and check files, beside the round."""

    def work() -> list[Arrived]:
        from samen_desktop.errands.merging import arrive

        def between(remaining: int, total: int) -> None:
            pulse.beat(total - remaining, total)

        return arrive(paths, here, between)

    return work


def merging(
    arrived: Sequence[Arrived], spoken: Language, pulse: Pulse, *, dry: bool
) -> Callable[[Dossier], Told]:
    """Merge the files, or with `dry` only see what would happen."""

    def work(dossier: Dossier) -> Told:
        from samen_desktop.errands.merging import merge

        return merge(dossier, arrived, spoken, dry=dry, beat=pulse.beat)

    return work


def standing(spoken: Language) -> Callable[[Dossier], Standing]:
    """What waits to be chosen or joined, and what was merged before."""

    def work(dossier: Dossier) -> Standing:
        from samen_desktop.errands.merging import standing as read

        return read(dossier, spoken)

    return work


def choosing(record: bytes, name: str, value: Scalar) -> Callable[[Dossier], None]:
    """Settle a field with several values."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.store.records import choose

        choose(dossier, record, name, value)

    return work


def joining(pair: Pair) -> Callable[[Dossier], None]:
    """Read two records as one."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.errands.merging import join

        join(dossier, pair)

    return work


def parting(pair: Pair) -> Callable[[Dossier], None]:
    """Never propose these two again."""

    def work(dossier: Dossier) -> None:
        from samen_desktop.errands.merging import keep_apart

        keep_apart(dossier, pair)

    return work


def taking_back(merge: bytes) -> Callable[[Dossier], int]:
    """Take a whole merge back; tells how many records stay, since they were changed later."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.errands.merging import undo

        undone = undo(dossier, merge)
        return 0 if undone is None else undone.overtaken

    return work


def bringing_back(merge: bytes) -> Callable[[Dossier], int]:
    """Make a merge stand again; tells how many records stay, since they were changed later."""

    def work(dossier: Dossier) -> int:
        from samen_desktop.errands.merging import redo

        redone = redo(dossier, merge)
        return 0 if redone is None else redone.overtaken

    return work


def same_round(path: Path) -> Callable[[Dossier], bool]:
    """Whether a file is a copy of the round that is open. Raises KnownError for what is none."""

    def work(dossier: Dossier) -> bool:
        from samen_desktop.errands.merging import is_same_round

        return is_same_round(dossier, path)

    return work
