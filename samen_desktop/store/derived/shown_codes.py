"""Codes that files copied by hand gave twice: the least id keeps it, the next show `-2`, `-3`.

The logged code never changes by this; `shown` is what lists, paper and search answer to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from itertools import groupby

from samen_desktop.core.codes import take_apart

_ONE_BY_ONE = 50


def settle_codes(conn: sqlite3.Connection, table: str, codes: Collection[str]) -> None:
    """Write `shown` for all records that carry one of these codes."""
    person = table == "participants"
    scope = "session" if person else "''"
    given = set(codes)
    if len(codes) > _ONE_BY_ONE:
        conn.execute(f"UPDATE {table} SET shown = code WHERE shown IS NOT code")
        twice = conn.execute(
            f"SELECT code FROM {table} WHERE code_number IS NOT NULL"
            f" GROUP BY code_mark, code_number, {scope}, code HAVING count(*) > 1"
        )
        given = {row[0] for row in twice}
    for code in given:
        apart = take_apart(code, person=person)
        rows = conn.execute(
            f"SELECT {scope}, key, shown FROM {table}"
            f" WHERE code_mark = ? AND code_number IS ? AND code = ? ORDER BY {scope}, id",
            (apart.mark, apart.number, code),
        ).fetchall()
        if wrong := _numbered(code, rows):
            conn.executemany(f"UPDATE {table} SET shown = ? WHERE key = ?", wrong)


def given_twice(conn: sqlite3.Connection, table: str) -> list[str]:
    """Codes shown with a number behind them since more than one record carries them."""
    found = conn.execute(f"SELECT shown FROM {table} WHERE shown != code ORDER BY shown")
    return [row[0] for row in found]


def _numbered(code: str, rows: list[tuple[object, int, str]]) -> list[tuple[str, int]]:
    """What to show for the rows that show something else so far."""
    numbered: list[tuple[str, int]] = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        for at, (_, key, stands) in enumerate(group, start=1):
            shown = code if at == 1 else f"{code}-{at}"
            if shown != stands:
                numbered.append((shown, key))
    return numbered
