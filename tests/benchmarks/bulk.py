"""50,000 parsed rows read in as one step, and that step undone.

Against `executemany` of the same rows into the same table with its SQL indexes, same pragmas.
`python tests/benchmarks/bulk.py`
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from samen_desktop.core.fields import Scalar
from samen_desktop.store import schema
from samen_desktop.store.dossier import Dossier
from tests.benchmarks.yardstick import WRITER, Samples, bare, machine, notes, say

Rows = tuple[object, ...]
ROWS = 50_000
TIMES = 3


def parsed_rows() -> list[dict[str, Scalar]]:
    """What a reader of a table of inputs hands over: text, dates and codes of lists."""
    return [
        {
            "words": words,
            "summary": words[:40],
            "date": f"2022-06-{at % 28 + 1:02}",
            "kind": "WENS",
            "status": "RUW",
            "privacy": "COLLEG",
            "source_key": f"{at:016x}",
        }
        for at, words in enumerate(notes(ROWS))
    ]


def read_in(dossier: Dossier, rows: list[dict[str, Scalar]]) -> None:
    with dossier.edit("import", str(len(rows))) as edit:
        source = edit.create("import", {"file": "reacties.csv", "kind": "input"}).hex()
        for row in rows:
            edit.create("input", {**row, "source": source})


def insert(conn: Connection, rows: list[Rows]) -> None:
    conn.execute("BEGIN")
    marks = ",".join("?" * len(rows[0]))
    conn.executemany(f"INSERT INTO inputs VALUES ({marks})", rows)
    conn.execute("COMMIT")


def main() -> None:
    print(machine())
    rows = parsed_rows()
    ours, undo, plain = Samples(), Samples(), Samples()
    for _ in range(TIMES):
        with tempfile.TemporaryDirectory() as folder:
            with Dossier.create(Path(folder) / "a.samen", WRITER) as dossier:
                ours.time(partial(read_in, dossier, rows))
                derived = dossier.conn.execute("SELECT * FROM inputs ORDER BY key").fetchall()
                undo.time(dossier.undo)
            conn = bare(Path(folder) / "bare.db")
            conn.executescript(schema.script())
            conn.execute("PRAGMA foreign_keys = OFF")  # the read-in file is not in this one

            plain.time(partial(insert, conn, derived))
            conn.close()
    say(
        f"import of {ROWS:,} rows",
        ours.median() / plain.median(),
        "≤ 8, stretch 5",
        f"import {ours.median():.2f} s (cpu {ours.cpu_median():.2f} s)",
        f"executemany {plain.median():.2f} s (cpu {plain.cpu_median():.2f} s)",
        f"by cpu {ours.cpu_median() / plain.cpu_median():.2f} ×",
    )
    say(
        "undo of that import, against the import",
        undo.median() / ours.median(),
        "≤ 1",
        f"undo {undo.median():.2f} s (cpu {undo.cpu_median():.2f} s)",
    )


if __name__ == "__main__":
    main()
