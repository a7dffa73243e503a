"""Copies that a sync client puts beside a file when two laptops changed it: found by name and id.

A name only makes a file suspect; it counts when it is the same round, carries the same mark (a copy
that was given carries its own) and holds steps that are not here. Merging them is done elsewhere.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.store import database, failures

from .copying import round_id
from .restoring import REPLACED

_WORDS = (
    r"conflict\w*",  # conflicted copy, conflictkopie, conflicterend exemplaar, sync-conflict
    r"sfconflict",
    r"kopie",
    r"copy",
)
_NAMED = re.compile(rf"[ ._(\-]({'|'.join(_WORDS)})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^ ?\(?\d{1,2}\)?$")
_HOST = re.compile(r"^-[\w-]{2,40}( ?\(?\d{1,2}\)?)?$")


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A copy beside the round, and how many steps it holds that are not here."""

    path: Path
    steps: int


def is_suspect(name: str, of: str) -> bool:
    """Whether a file's name may be a sync client's copy of another; both without suffix."""
    if name == of or not name.casefold().startswith(of.casefold()):
        return False
    rest = name[len(of) :]
    if rest.startswith(f" {REPLACED} "):
        return False  # our own: what restoring in place kept
    return any(rule.search(rest) for rule in (_NAMED, _NUMBERED, _HOST))


def suspects(path: Path, names: Iterable[str]) -> list[str]:
    """The names among those of a folder that may be copies of this file."""
    return sorted(
        each
        for each in names
        if each.endswith(path.suffix) and is_suspect(each[: -len(path.suffix)], path.stem)
    )


def beside(path: Path, conn: sqlite3.Connection) -> list[ConflictCopy]:
    """The conflict copies beside an open round that hold something new. Never fails."""
    try:
        names = [each.name for each in path.parent.iterdir()]
    except OSError:
        return []
    ident, mark = round_id(conn), _mark(conn)
    found = []
    for name in suspects(path, names):
        steps = _new_steps(path.with_name(name), conn, ident, mark)
        if steps:
            found.append(ConflictCopy(path.with_name(name), steps))
    return found


def _new_steps(other: Path, conn: sqlite3.Connection, ident: str, mark: str) -> int:
    """How many; none in a file that is no round, is a stranger's work, or is open elsewhere."""
    try:
        its = database.open_file(other, read_only=True, check=False).conn
        with closing(its), failures.told(other):
            if round_id(its) != ident or _mark(its) != mark:
                return 0
            known = conn.execute("SELECT id FROM edit")
            return len(set(its.execute("SELECT id FROM edit")) - set(known))
    except KnownError:
        return 0


def _mark(conn: sqlite3.Connection) -> str:
    found = conn.execute("SELECT value FROM local WHERE key = 'mark'").fetchone()
    return "" if found is None else str(found[0])
