"""What one status change adds to the file, its edit row and all indexes included."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tests.builders import a_round, an_input

INPUTS, CHANGES = 10_000, 2_000
MOST_BYTES = 300


@dataclass(frozen=True)
class Bytes:
    """Bytes per change: what the log with its indexes grew by, and the whole file, in pages."""

    log: float
    file: float


def bytes_of_status_changes(folder: Path) -> Bytes:
    """Averaged over changes of inputs chosen at random in a round of a common size."""
    with a_round(folder / "a.samen") as dossier:
        dossier.conn.execute("PRAGMA synchronous = OFF")
        with dossier.edit("import") as edit:
            records = [
                an_input(edit, f"woorden {at}", **{"answer/status": "OPN"}) for at in range(INPUTS)
            ]
        log, file = _log_bytes(dossier.conn), _file_bytes(dossier.conn)
        for record in random.Random(1).choices(records, k=CHANGES):
            with dossier.edit("change_input") as edit:
                status = edit.state(record).shown("answer/status")
                edit.set(record, "answer/status", "DEE" if status == "OVG" else "OVG")
        return Bytes(
            (_log_bytes(dossier.conn) - log) / CHANGES,
            (_file_bytes(dossier.conn) - file) / CHANGES,
        )


def _log_bytes(conn: sqlite3.Connection) -> int:
    """Whole pages of `edit`, `change` and their indexes."""
    found: int = conn.execute(
        "SELECT sum(pgsize) FROM dbstat WHERE name IN"
        " (SELECT name FROM sqlite_schema WHERE tbl_name IN ('edit', 'change'))"
    ).fetchone()[0]
    return found


def _file_bytes(conn: sqlite3.Connection) -> int:
    pages, free, size = (
        conn.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def test_a_status_change_stays_small(tmp_path: Path) -> None:
    found = bytes_of_status_changes(tmp_path)
    assert found.log <= MOST_BYTES
    assert found.file <= MOST_BYTES
