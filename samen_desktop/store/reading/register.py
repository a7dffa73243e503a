"""The names of people that a round knows, and its year: what free text is looked through for.

Names stand in Contact alone; here they are made ready to be compared, and go into no export.
"""

from __future__ import annotations

import sqlite3

from samen_desktop.core.privacy import Register


def read_register(conn: sqlite3.Connection) -> tuple[Register, int]:
    """The names of all contacts, deleted ones too: a contact that is gone is still a person.

    With them the year in which the round begins, or 0 where that is not known.
    """
    names = conn.execute("SELECT DISTINCT name FROM contacts WHERE name IS NOT NULL")
    found = conn.execute(
        "SELECT min(substr(start, 1, 4)) FROM rounds WHERE deleted = 0 AND start IS NOT NULL"
    ).fetchone()
    year = found[0] or ""
    return Register(name for (name,) in names), int(year) if year.isdigit() else 0
