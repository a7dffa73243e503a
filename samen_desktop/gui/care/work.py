"""What looking after the file asks of the round, and of files beside it, piece by piece.

Long pieces let others through between their steps. What is heavy is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.gui.errands.work import DoWaiting, between
from samen_desktop.gui.long_work import Pulse

if TYPE_CHECKING:
    from samen_desktop.store import dossier as _dossier
    from samen_desktop.store.care import comparing as _comparing
    from samen_desktop.store.care import conflict_copies as _conflict_copies
    from samen_desktop.store.care import places as _places
    from samen_desktop.store.care import thinning as _thinning

    # The pages name these types too, and may not import the store themselves.
    Backup = _thinning.Backup
    ConflictCopy = _conflict_copies.ConflictCopy
    Dossier = _dossier.Dossier
    Finding = _places.Finding
    Inside = _comparing.Inside
    Present = _comparing.Present

NONE_KEPT = "none_kept"
"""Code of the error where a backup was asked for and there is no sound one."""

_CHECKED_AT = "checked_at"
_WEEK = timedelta(days=7)


@dataclass(slots=True)
class Heard:
    """What opening a round turned out: told by the round's thread, read once it is open."""

    cut_off: bool = False
    damage: Sequence[Words] = ()
    replaced: Path | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is to say of an open file: its place, copies beside it, the home it is from."""

    finding: Finding | None
    conflicts: Sequence[ConflictCopy]
    home: Path | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The backups of the open round, what it holds now, and the file one would be put back in."""

    backups: Sequence[Backup]
    now: Present
    target: Path | None
    insides: dict[Path, Inside | None] = field(default_factory=dict)


# --- opening --------------------------------------------------------------------


def opening(
    path: Path, heard: Heard, filesystem: str = "", *, anyway: bool = False
) -> Callable[[], Dossier]:
    """Open a round as `store.care.opening` says. Raises KnownError with the code of the case."""

    def make() -> Dossier:
        from samen_desktop.store.care.opening import open_round
        from samen_desktop.store.profile import read

        opened = open_round(path, read().writer(), filesystem=filesystem, anyway=anyway)
        heard.cut_off, heard.damage = opened.cut_off, opened.damage
        return opened.dossier

    return make


def looking_into(path: Path) -> Callable[[], Dossier]:
    """Open a backup, or a file that may not be written, for reading only."""

    def make() -> Dossier:
        from samen_desktop.store.care.opening import look_into
        from samen_desktop.store.profile import read

        return look_into(path, read().writer())

    return make


def looking_into_newest(path: Path) -> Callable[[], Dossier]:
    """Open the newest sound backup of a file that cannot be opened itself, for reading only."""

    def make() -> Dossier:
        from samen_desktop.store.care.rotation import newest_of

        found = newest_of(path)
        if found is None:
            raise KnownError(
                NONE_KEPT,
                Words(
                    "Van {name} is op deze laptop geen reservekopie die heel is.",
                    "There is no sound backup of {name} on this laptop.",
                ).fill(name=path.name),
            )
        return looking_into(found.path)()

    return make


def may_have_backups(path: Path) -> bool:
    """Whether this laptop keeps backups of a file, sound or not. Looks at names only."""
    from samen_desktop.store.care.rotation import round_in
    from samen_desktop.store.profile import backup_folder

    ident = round_in(path)
    return ident is not None and any(backup_folder(ident).glob("*.samen"))


def borrowing(home: Path, heard: Heard) -> Callable[[], Dossier]:
    """Take a copy of a file onto this laptop and open that; the one taken before, if it waits."""

    def make() -> Dossier:
        from samen_desktop.store.care.borrowing import borrow

        return opening(borrow(home).path, heard)()

    return make


def putting_aside(path: Path, heard: Heard) -> Callable[[], Dossier]:
    """Give another file's journal another name, then open the file."""

    def make() -> Dossier:
        from samen_desktop.store.care.side_files import put_aside

        put_aside(path)
        return opening(path, heard)()

    return make


def restoring(backup: Path, target: Path, heard: Heard) -> Callable[[], Dossier]:
    """Put a backup in the place of a file that nobody has open, and open it."""

    def make() -> Dossier:
        from samen_desktop.store.care.restoring import restore

        heard.replaced = restore(backup, target).replaced
        return opening(target, heard, anyway=True)()

    return make


def surroundings(path: Path, filesystem: str) -> Callable[[Dossier], Surroundings]:
    """What there is to say of where an open file lies."""

    def work(dossier: Dossier) -> Surroundings:
        from samen_desktop.store.care import borrowing, conflict_copies, opening

        copy = borrowing.of_copy(path)
        if copy is not None:
            return Surroundings(None, (), copy.home)
        conflicts = conflict_copies.beside(path, dossier.conn)
        return Surroundings(opening.look(path, filesystem), conflicts, None)

    return work


# --- copies -----------------------------------------------------------------------


def keeping(
    reason: str, do_waiting: DoWaiting, *, always: bool = True
) -> Callable[[Dossier], Path | None]:
    """A verified backup in the profile; typing goes on while it is made and checked.

    Without `always` none is made, and None is told, where the newest one holds all that stands.
    """

    def work(dossier: Dossier) -> Path | None:
        from samen_desktop.store.care.copying import backup, is_kept

        if not always and is_kept(dossier.conn):
            return None
        step = between(dossier, do_waiting)
        return backup(dossier, reason=reason, between=step, meanwhile=do_waiting)

    return work


def rescuing(target: Path, do_waiting: DoWaiting) -> Callable[[Dossier], Path]:
    """The open round as a file of its own, where its own file is gone."""

    def work(dossier: Dossier) -> Path:
        from samen_desktop.store.care.copying import rescue

        return rescue(dossier, target, between(dossier, do_waiting))

    return work


def putting_back(do_waiting: DoWaiting | None = None) -> Callable[[Dossier], Path | None]:
    """Put a copy of this laptop back in its own place; None where the round is no such copy."""

    def work(dossier: Dossier) -> Path | None:
        from samen_desktop.store.care.borrowing import put_back

        if do_waiting is None:
            found = put_back(dossier)
        else:
            found = put_back(dossier, between(dossier, do_waiting), do_waiting)
        return None if found is None else found.home

    return work


def home_of(path: Path) -> Callable[[Dossier], Path | None]:
    """Where the file is from that this copy was taken of; None for any other file."""

    def work(_: Dossier) -> Path | None:
        from samen_desktop.store.care.borrowing import of_copy

        found = of_copy(path)
        return None if found is None else found.home

    return work


def putting_back_at_the_end(dossier: Dossier) -> None:
    """The same before the round is closed; what does not succeed is said at the next opening."""
    import contextlib

    from samen_desktop.store.care.borrowing import is_back

    if dossier.writable and not is_back(dossier):
        with contextlib.suppress(KnownError):
            putting_back()(dossier)


# --- what is kept -------------------------------------------------------------------


def listing(path: Path, *, writable: bool) -> Callable[[Dossier], Listing]:
    """The backups of the open round, the newest first, and what it holds now."""

    def work(dossier: Dossier) -> Listing:
        from samen_desktop.store.care import comparing, rotation
        from samen_desktop.store.care.copying import round_id
        from samen_desktop.store.reading.kept import backups

        target = path if writable else rotation.file_of(round_id(dossier.conn))
        return Listing(backups(dossier.conn), comparing.present(dossier.conn), target)

    return work


def looking_inside(found: Listing, pulse: Pulse) -> Callable[[], Listing]:
    """What each backup holds beside what the round holds now. Needs no round."""

    def work() -> Listing:
        from samen_desktop.store.care.comparing import inside

        for at, each in enumerate(found.backups):
            pulse.beat(at, len(found.backups))
            found.insides[each.path] = inside(each.path, found.now) if each.whole else None
        return found

    return work


# --- checking -----------------------------------------------------------------------


def newest_to_check(dossier: Dossier) -> Path | None:
    """The newest backup, where a week went by since one was checked through and through."""
    from samen_desktop.store.care import rotation
    from samen_desktop.store.care.copying import is_kept, round_id
    from samen_desktop.store.profile import backup_folder

    if not dossier.writable or not is_kept(dossier.conn):
        return None
    told = dossier.local(_CHECKED_AT)
    try:
        last = datetime.fromisoformat(str(told))
    except ValueError:
        last = datetime.min.replace(tzinfo=UTC)
    if timedelta() <= datetime.now(UTC) - last < _WEEK:
        return None
    ident = round_id(dossier.conn)
    newest = rotation.newest(backup_folder(ident), ident)
    return None if newest is None else newest.path


def inspecting(path: Path, pulse: Pulse) -> Callable[[], Sequence[Words] | None]:
    """Check a copy whole, with the hash of every row: it shows the damage of the original.

    None where it was stopped.
    """
    halted = False

    def stopped() -> bool:
        nonlocal halted
        try:
            pulse.beat(0)
        except KnownError:
            halted = True
        return halted

    def work() -> Sequence[Words] | None:
        from samen_desktop.store.care.checking import damage
        from samen_desktop.store.dossier import Dossier
        from samen_desktop.store.profile import read

        with Dossier.open(path, read().writer(), read_only=True, check=False) as copy:
            found = damage(copy, stopped)
        return None if halted else found

    return work


def note_checked(dossier: Dossier) -> None:
    """Keep that the round was checked whole just now."""
    dossier.write_local(_CHECKED_AT, datetime.now(UTC).isoformat(timespec="seconds"))
