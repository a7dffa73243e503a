"""Working on a copy on this laptop of a file that lies in an unsafe place, and putting it back.

Put back only where the file at home is as it was when the copy was taken, or holds nothing that is
not here; else it is said, and merging brings both together first. The copy is the same round with
the same mark: nothing is given away, the file only moves for a while.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words
from samen_desktop.store import database, failures, lock, profile
from samen_desktop.store.dossier import Dossier

from . import copies, rotation

CHANGED, AWAY, WAITING = "home_changed", "home_away", "borrowed"
"""The file at home was changed meanwhile; its place is not there; a copy waits to be put back."""

_FOLDER, _RECORD = "borrowed", "home.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A copy on this laptop: where it lies, where its home is, and how that stood then."""

    path: Path
    home: Path
    sha256: str
    ends: str
    """How the log ended that was last taken or put back: what came after waits here."""


def borrow(home: Path) -> Borrowed:
    """Take a verified copy to work on; the one that was taken before, where it is still there.

    Raises KnownError where the file is no round, is open elsewhere, or cannot be fetched.
    """
    known = of_home(home)
    if known is not None:
        return known
    lock.refuse_if_held(home)
    database.check_kind(home)
    folder = _folder(home)
    local = folder / home.name
    with failures.told(home):
        try:
            shutil.rmtree(folder, ignore_errors=True)
            sha256 = _sha256(home)
            _copy(home, local)
            ends = _ends_of(local)
        except OSError as error:
            raise _away(home) from error
    found = Borrowed(local, home.absolute(), sha256, ends)
    _write(found)
    return found


def of_home(home: Path) -> Borrowed | None:
    """The copy of a file that is on this laptop, if there is one."""
    return _read(_folder(home))


def of_copy(path: Path) -> Borrowed | None:
    """What is known of a file that may be such a copy; None for any other file."""
    return _read(path.parent) if path.parent.parent == profile.folder() / _FOLDER else None


def waits(borrowed: Borrowed) -> bool:
    """Whether the copy holds work that was not put back."""
    return _ends_of(borrowed.path) != borrowed.ends


def refuse_waiting(home: Path) -> None:
    """Raise KnownError where work on this file waits in a copy; one without any is let go."""
    known = of_home(home)
    if known is None:
        return
    if not waits(known):
        forget(known)
        return
    raise KnownError(
        WAITING,
        Words(
            "Van {name} staat op deze laptop een kopie met werk dat nog niet is teruggezet.",
            "On this laptop there is a copy of {name} with work that was not put back yet.",
        ).fill(name=home.name),
    )


def is_back(dossier: Dossier) -> bool:
    """Whether all steps of an open copy were put back, as far as this laptop knows."""
    known = of_copy(dossier.path)
    return known is None or known.ends == _said(rotation.ends(dossier.conn))


def put_back(
    dossier: Dossier,
    between: copies.Between | None = None,
    meanwhile: copies.Meanwhile | None = None,
) -> Borrowed | None:
    """Put the open copy back in its place, whole or not at all. None where it is no such copy.

    Raises KnownError where the place is not there, or the file in it has what is not here.
    """
    known = of_copy(dossier.path)
    if known is None:
        return None
    home = known.home
    if not home.parent.is_dir():
        raise _away(home)
    lock.refuse_if_held(home)
    ends = _said(rotation.ends(dossier.conn))
    new = home.with_name(f".{home.name}.{os.getpid()}.terug")
    try:
        copies.copy_in_steps(dossier.conn, new, between, meanwhile=meanwhile)
        sha256 = _sha256(new)
        # As late as can be: what others wrote while the copy was made is seen as well.
        if home.exists() and _sha256(home) != known.sha256 and _has_news(home, dossier.conn):
            raise _changed(home)
        new.replace(home)
        copies.sync_folder(home.parent)
    except PermissionError as error:  # Windows, where somebody has it open or a client holds it
        raise failures.in_use(home) from error
    except OSError as error:
        raise _away(home) from error
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
    found = Borrowed(known.path, home, sha256, ends)
    _write(found)
    return found


def forget(borrowed: Borrowed) -> None:
    """Remove the copy: all of it was put back, or its owner wants it gone."""
    shutil.rmtree(borrowed.path.parent, ignore_errors=True)


def _copy(home: Path, local: Path) -> None:
    """By SQLite where it lets us read; in a place that allows no journal by the bytes of both."""
    try:
        db = database.open_file(home, read_only=True, check=False)
    except KnownError as error:
        if error.code not in ("read_only", "no_entry", "unreadable"):
            raise
        local.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(home, local)
        journal = home.with_name(f"{home.name}-journal")
        if journal.exists():
            shutil.copyfile(journal, local.with_name(f"{local.name}-journal"))
        with closing(sqlite3.connect(local)) as conn:
            conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        copies.verify(local)
        return
    with closing(db.conn):
        copies.copy_in_steps(db.conn, local)


def _has_news(home: Path, conn: sqlite3.Connection) -> bool:
    """Whether the file at home holds a step that is not here; what cannot be read may well."""
    known = {ident for (ident,) in conn.execute("SELECT id FROM edit")}
    try:
        db = database.open_file(home, read_only=True)
    except KnownError:
        return True
    with closing(db.conn):
        return any(ident not in known for (ident,) in db.conn.execute("SELECT id FROM edit"))


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def _ends_of(path: Path) -> str:
    ends = rotation.log_ends(path)
    return "" if ends is None else _said(ends)


def _said(ends: rotation.Ends) -> str:
    return f"{ends[0]}-{ends[1]}-{ends[2].hex()}"


def _folder(home: Path) -> Path:
    name = hashlib.sha256(str(home.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return profile.folder() / _FOLDER / name


def _read(folder: Path) -> Borrowed | None:
    try:
        kept = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        home = Path(kept["home"])
        found = Borrowed(folder / home.name, home, str(kept["sha256"]), str(kept["ends"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if found.path.exists() else None


def _write(borrowed: Borrowed) -> None:
    kept = {"home": str(borrowed.home), "sha256": borrowed.sha256, "ends": borrowed.ends}
    path = borrowed.path.with_name(_RECORD)
    beside = path.with_name(f".{_RECORD}.tmp")
    beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    copies.sync(beside)
    beside.replace(path)


def _away(home: Path) -> KnownError:
    return KnownError(
        AWAY,
        Words(
            "De plek van {name} is nu niet bereikbaar. Uw werk staat veilig op deze laptop; zet het"
            " terug zodra de plek er weer is.",
            "The place of {name} cannot be reached now. Your work is safe on this laptop; put it"
            " back once the place is there again.",
        ).fill(name=home.name),
    )


def _changed(home: Path) -> KnownError:
    return KnownError(
        CHANGED,
        Words(
            "{name} is op zijn eigen plek intussen door iemand anders gewijzigd. Er is niets"
            " overschreven; voeg die wijzigingen eerst samen met uw kopie.",
            "{name} was changed in its own place by somebody else meanwhile. Nothing was"
            " overwritten; merge those changes with your copy first.",
        ).fill(name=home.name),
    )
