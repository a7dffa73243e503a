"""A file of 50,000 rows read in, the whole way: file, meaning of the rows, writing.

Against `executemany` of the same inputs, with their submitters and groups, into the same tables
with their SQL indexes, same pragmas.
Writing includes keys of known rows, submitters looked up or made, log, search index and commit.
`python -m tests.benchmarks.read_in [ROWS]`
"""

from __future__ import annotations

import csv
import gc
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from samen_desktop.core.intake.mapping import Matched, Rules, match
from samen_desktop.core.intake.rows import ReadRow, read_rows
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.exchange.source import Source, open_source
from samen_desktop.store import schema
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.intake import Intake, SourceFile
from tests.benchmarks.bulk import Rows, insert
from tests.benchmarks.yardstick import WRITER, Samples, bare, machine, notes, say

ROWS = 50_000
TIMES = 3
SUBMITTERS = 900
THEMES = 12


def write_file(path: Path, rows: int) -> None:
    """A list of reactions as a municipality keeps them."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Datum", "Indiener", "Groep", "Thema", "Aard", "Kern", "Inbreng"])
        for at, words in enumerate(notes(rows)):
            day, theme = f"{at % 28 + 1:02}-06-2022", f"Thema {at % THEMES}"
            who = f"bewoner {at % SUBMITTERS}"
            writer.writerow([day, who, "Ouders", theme, "wens/voorstel", words[:40], words])


def read(matched: Matched, source: Source, into: list[ReadRow]) -> None:
    into.extend(read_rows(matched, source.rows(), source.sheet))


def write(dossier: Dossier, matched: Matched, source: Source, rows: list[ReadRow]) -> None:
    file = SourceFile(source.name, source.sha256, source.sheet)
    with dossier.edit("import") as edit:
        Intake(dossier.conn, edit, matched, file, date(2022, 7, 1)).read(iter(rows))


def insert_all(conn: Connection, inputs: list[Rows], members: list[Rows]) -> None:
    insert(conn, inputs)
    conn.execute("BEGIN")
    conn.executemany("INSERT INTO member VALUES (?,?,?,?)", members)
    conn.execute("COMMIT")


def turn(path: Path, folder: Path, spent: dict[str, Samples]) -> None:
    """All stages once, and the yardstick beside them."""
    source = open_source(path)
    matched = match(TARGETS["inputs"], source.header, Rules(), source.name)
    spent["file"].time(lambda: sum(1 for _ in open_source(path).rows()))
    rows: list[ReadRow] = []
    spent["file and meaning"].time(partial(read, matched, source, rows))
    with Dossier.create(folder / "stages.samen", WRITER) as dossier:
        spent["writing"].time(partial(write, dossier, matched, source, rows))
        derived = dossier.conn.execute("SELECT * FROM inputs ORDER BY key").fetchall()
        members = dossier.conn.execute("SELECT * FROM member").fetchall()
    del rows
    gc.collect()
    conn = bare(folder / "bare.db")
    conn.executescript(schema.script())
    conn.execute("PRAGMA foreign_keys = OFF")  # what the rows refer to is not in this file
    spent["executemany"].time(partial(insert_all, conn, derived, members))
    conn.close()


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    print(machine())
    spent = {name: Samples() for name in ("file", "file and meaning", "writing", "executemany")}
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "reacties.csv"
        write_file(path, count)
        for at in range(TIMES):
            folder = Path(place) / str(at)
            folder.mkdir()
            turn(path, folder, spent)
    middle = {name: samples.median() for name, samples in spent.items()}
    for name, seconds in middle.items():
        cpu = spent[name].cpu_median()
        print(
            f"  {name:18} {seconds:6.2f} s (cpu {cpu:.2f} s)  {seconds / count * 1e6:6.1f} µs a row"
        )
    whole = middle["file and meaning"] + middle["writing"]
    for name, seconds in (("writing", middle["writing"]), ("the whole", whole)):
        say(f"{name} of {count:,} rows read in", seconds / middle["executemany"], "≤ 8")


if __name__ == "__main__":
    main()
