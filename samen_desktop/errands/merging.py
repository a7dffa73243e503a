"""Files of the same round from other laptops into this one, or only what would happen.

One edit, so one undo. The trial is the same work taken back whole. A file that cannot come in is
refused by its name; the others still do. Choosing files and saying the outcome is for the command
line and the window.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core import edits
from samen_desktop.core.backups import BEFORE_MERGING
from samen_desktop.core.errors import KnownError
from samen_desktop.core.merging import Choice, FileTold, Named, Pair, Told
from samen_desktop.core.words import Language, Words
from samen_desktop.store import database
from samen_desktop.store.care import arriving, copying
from samen_desktop.store.care.copies import Between
from samen_desktop.store.care.working import WorkingCopy
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import merged as reading
from samen_desktop.store.steps.merge import Beat, Merge, Merged
from samen_desktop.store.steps.undo import Steps, Undone

_CANCELLED = "cancelled"
"""Code of the error by which a person stops long work."""


class _DryRunError(Exception):
    """Leaves the merge, so that nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that somebody brought: its checked copy, or why there is none."""

    name: str
    copy: WorkingCopy | None = None
    refused: KnownError | None = None

    def erase(self) -> None:
        """Let go of the copy. May be called twice."""
        if self.copy is not None:
            self.copy.erase()


def arrive(paths: Sequence[Path], here: Path, between: Between | None = None) -> list[Arrived]:
    """Copy and check these files, for the round that lies `here`. Touches no open round.

    Whatever `between` raises stops the work, and then no copy is left.
    """
    found: list[Arrived] = []
    try:
        for name, path in _named(paths):
            found.append(_arrived(name, path, here, between))
    except BaseException:
        for each in found:
            each.erase()
        raise
    return found


def merge(
    dossier: Dossier,
    arrived: Sequence[Arrived],
    language: Language,
    *,
    dry: bool,
    beat: Beat | None = None,
) -> Told:
    """Merge the files; with `dry` nothing of it is kept. Tells what came, file by file.

    What `beat` raises takes all of it back. Back up first: see `back_up`.
    """
    told = Told()
    try:
        with ExitStack() as open_files, dossier.merging() as going:
            taken = [_taken(dossier, going, each, open_files, beat) for each in arrived]
            going.settle()
            told = _told(dossier, taken, language)
            if dry:
                raise _DryRunError
            going.keep(reading.as_text(told.files))
    except _DryRunError:
        pass
    return told


def back_up(dossier: Dossier) -> Path:
    """The verified backup that a merge wants before it. Raises KnownError."""
    return copying.backup(dossier, reason=BEFORE_MERGING)


def redo(dossier: Dossier, merge_id: bytes) -> Undone | None:
    """Make a merge stand again that was undone. None where it stands."""
    undo = Steps(dossier.log).undo_of(merge_id)
    return None if undo is None else dossier.take_back(undo)


def undo(dossier: Dossier, merge_id: bytes) -> Undone | None:
    """Take a whole merge back, whatever was done since. None where it is not here or undone."""
    steps = Steps(dossier.log)
    found = dossier.log.edit(merge_id)
    if found is None or steps.stands_undone(merge_id):
        return None
    return dossier.take_back(steps.last(found))


@dataclass(frozen=True, slots=True)
class Standing:
    """What merging left to be done in the round as it stands, and what was merged before."""

    choices: tuple[Choice, ...]
    pairs: tuple[Pair, ...]
    past: tuple[reading.Past, ...]
    twice: tuple[Named, ...]


def standing(dossier: Dossier, language: Language) -> Standing:
    """All that waits for a person, of any merge."""
    conn = dossier.conn
    return Standing(
        tuple(reading.waiting(conn, language)),
        tuple(reading.pairs(conn)),
        tuple(reading.past(conn)),
        tuple(reading.given_twice(conn)),
    )


def join(dossier: Dossier, pair: Pair) -> None:
    """Read two records as one from now on; one step to undo."""
    with dossier.edit(edits.JOIN, pair.stays.code) as edit:
        edit.join(pair.goes.record, pair.stays.record)


def keep_apart(dossier: Dossier, pair: Pair) -> None:
    """Never propose these two again, in this copy of the round."""
    dossier.write_local(reading.apart_key(pair.stays.record, pair.goes.record), 1)


def is_same_round(dossier: Dossier, path: Path) -> bool:
    """Whether a file is a copy of this round. Raises KnownError for what is no round."""
    db = database.open_file(path, read_only=True, check=False)
    with closing(db.conn):
        return copying.round_id(db.conn) == copying.round_id(dossier.conn)


@dataclass(frozen=True, slots=True)
class _Taken:
    name: str
    merged: Merged
    refused: KnownError | None = None
    undone: bytes | None = None


def _named(paths: Sequence[Path]) -> Iterable[tuple[str, Path]]:
    """Each file once, with its folder where two carry the same name."""
    once = {path.resolve(): path for path in paths}
    names = [path.name for path in once.values()]
    for path in once.values():
        twice = names.count(path.name) > 1
        yield (f"{path.parent.name}/{path.name}" if twice else path.name), path


def _arrived(name: str, path: Path, here: Path, between: Between | None) -> Arrived:
    try:
        return Arrived(name, arriving.arrive(path, here, between))
    except KnownError as error:
        if error.code == _CANCELLED:
            raise
        return Arrived(name, refused=error)


def _taken(
    dossier: Dossier, going: Merge, each: Arrived, open_files: ExitStack, beat: Beat | None
) -> _Taken:
    if each.copy is None:
        return _Taken(each.name, Merged(), each.refused)
    conn = open_files.enter_context(each.copy.reading())
    try:
        _refuse_other_round(dossier, conn, each.name)
        merged = going.take(conn, each.name, beat)
    except KnownError as error:
        if error.code not in _OF_THE_FILE:
            raise
        return _Taken(each.name, Merged(), error)
    undone = None if merged.edits else reading.undone_merge(dossier.conn, conn)
    return _Taken(each.name, merged, undone=undone)


_OF_THE_FILE = frozenset({"merge_damaged", "other_round", "damaged"})
"""What is wrong with one file alone. A full disk or a cancelled merge stops them all."""


def _refuse_other_round(dossier: Dossier, other: sqlite3.Connection, name: str) -> None:
    if copying.round_id(other) != copying.round_id(dossier.conn):
        raise KnownError(
            "other_round",
            Words(
                "{name} is een andere ronde en is niet samengevoegd.",
                "{name} is another round and was not merged.",
            ).fill(name=name),
        )


def _told(dossier: Dossier, taken: Sequence[_Taken], language: Language) -> Told:
    conn = dossier.conn
    touched = frozenset().union(*(each.merged.records for each in taken))
    choices = reading.waiting(conn, language, touched) if touched else []
    return Told(
        tuple(_file_told(each, choices) for each in taken),
        tuple(choices),
        tuple(each for each in reading.pairs(conn) if _new_pair(each, touched)),
        tuple(reading.kept(conn, touched)) if touched else (),
        tuple(reading.given_twice(conn, touched)) if touched else (),
        next((each.undone for each in taken if each.undone is not None), None),
    )


def _new_pair(pair: Pair, touched: frozenset[bytes]) -> bool:
    return pair.stays.record in touched or pair.goes.record in touched


def _file_told(taken: _Taken, choices: Sequence[Choice]) -> FileTold:
    merged = taken.merged
    return FileTold(
        taken.name,
        None if taken.refused is None else taken.refused.words,
        len(merged.edits),
        merged.new,
        merged.changed,
        sum(any(side.edit in merged.edits for side in each.sides) for each in choices),
        merged.ahead,
    )
