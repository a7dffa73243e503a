"""A note committed with search index and change log, against a bare single-row commit.

And what one status change adds to the file. `python tests/benchmarks/commit.py`
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.benchmarks.yardstick import Samples, a_round, bare, machine, ms, notes, say
from tests.store.test_size import bytes_of_status_changes

COMMITS = 400
INPUTS = 2_000


def note_against_bare_row(folder: Path) -> None:
    """Turn by turn, in two files with the same pragmas."""
    dossier = a_round(folder / "a.samen", INPUTS)
    session = dossier.conn.execute("SELECT id FROM sessions").fetchone()[0].hex()
    conn = bare(folder / "bare.db")
    conn.execute("CREATE TABLE note (key INTEGER PRIMARY KEY, words TEXT) STRICT")
    ours, plain, change = Samples(), Samples(), Samples()
    for words in notes(COMMITS, seed=2):

        def note(words: str = words) -> None:
            with dossier.edit("add_input") as edit:
                edit.create("input", {"words": words, "session": session, "status": "RUW"})

        def row(words: str = words) -> None:
            conn.execute("INSERT INTO note (words) VALUES (?)", (words,))

        ours.time(note)
        plain.time(row)
    records = [row[0] for row in dossier.conn.execute("SELECT id FROM inputs")]
    for record in random.Random(3).sample(records, COMMITS):

        def status(record: bytes = record) -> None:
            with dossier.edit("change_input") as edit:
                edit.set(record, "answer/status", "OVG")

        change.time(status)
    conn.close()
    dossier.close()
    say(
        "a note committed, p50",
        ours.median() / plain.median(),
        "≤ 2.5, stretch 2",
        f"note {ms(ours.median())} (cpu {ms(ours.cpu_median())}), p95 {ms(ours.p95())}",
        f"bare row {ms(plain.median())} (cpu {ms(plain.cpu_median())}), p95 {ms(plain.p95())}",
        f"status change {ms(change.median())} (cpu {ms(change.cpu_median())})",
    )


def main() -> None:
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        note_against_bare_row(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        found = bytes_of_status_changes(Path(folder))
        say("bytes of a status change", found.log, "≤ 300", f"whole file {found.file:.0f}")


if __name__ == "__main__":
    main()
