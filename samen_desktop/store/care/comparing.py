"""What a backup holds, beside what the round holds now: records by notion, and steps.

Each backup is read for itself and may be damaged or of another layout: then there is nothing to
compare, and nothing else is held up by it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from samen_desktop.store import failures

from . import checking


@dataclass(frozen=True, slots=True)
class Present:
    """The round as it stands: its steps by id, and how many records of each kind."""

    steps: frozenset[bytes]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Inside:
    """A backup: records by the kind's plural, steps made here since, steps that are only in it."""

    counts: Mapping[str, int]
    since: int
    only: int


def present(conn: sqlite3.Connection) -> Present:
    """The round that is open."""
    return Present(_steps(conn), checking.counts(conn))


def inside(path: Path, now: Present) -> Inside | None:
    """One backup; None where it cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            steps = _steps(conn)
            counts = checking.counts(conn)
    except failures.READING:
        return None
    return Inside(counts, len(now.steps - steps), len(steps - now.steps))


def _steps(conn: sqlite3.Connection) -> frozenset[bytes]:
    return frozenset(ident for (ident,) in conn.execute("SELECT id FROM edit"))
