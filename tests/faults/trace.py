"""What the store really tells SQLite: every statement of a piece of work, with its values.

Played again on a disk of our own (`disk.py`) it writes what the store writes, without the store.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

ACKNOWLEDGED = "-- acknowledged "
"""Begins a line of a trace that is no statement: from here on this code may not be lost."""

Statements = list[str]


def recorded(
    path: Path, work: Callable[[Statements], None], monkeypatch: pytest.MonkeyPatch
) -> Statements:
    """The statements that `work` had carried out in the file at `path`, in order.

    `work` opens the file itself, and adds a line with `ACKNOWLEDGED` where it would say *saved*.
    """
    found: Statements = []
    connect = sqlite3.connect

    def listening(place: str, **named: Any) -> sqlite3.Connection:  # noqa: ANN401
        conn: sqlite3.Connection = connect(place, **named)
        if path.name in str(place):
            conn.set_trace_callback(found.append)
        return conn

    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", listening)
        work(found)
    # What begins with a comment is SQLite's own work for a search index: it comes by itself.
    return [line for line in found if not line.startswith("--") or line.startswith(ACKNOWLEDGED)]
