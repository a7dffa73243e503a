"""Two laptops with a round of 20,000 inputs each changed 2,000 of them; one merges the other's.

Time against reading both logs whole, row by row, and against reading them and telling what each
record means. Memory is the peak of a process that opens the round and merges, beside that of one
that opens the round and reads both logs.
`python -m tests.benchmarks.merge [INPUTS] [CHANGES]`
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from samen_desktop.store.care import copying
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.changelog import Log
from samen_desktop.store.log.heads import fold
from samen_desktop.store.steps.editing import Writer
from tests.benchmarks.yardstick import WRITER, Samples, a_round, machine, say
from tests.peak import UNKNOWN, peak_megabytes

INPUTS, CHANGES = 20_000, 2_000
TIMES = 3
OTHER = Writer("JV notulist", b"\x02" * 8)


def taken_apart(folder: Path, inputs: int, changes: int) -> tuple[Path, Path]:
    """A round and a copy of it, each with so many changes; a quarter of them in the same inputs."""
    here, there = folder / "hier.samen", folder / "daar.samen"
    with a_round(here, inputs) as dossier:
        copying.give_copy(dossier, there, "JV")
    for path, writer, start in ((here, WRITER, 0), (there, OTHER, changes * 3 // 4)):
        with Dossier.open(path, writer) as dossier:
            rows = dossier.conn.execute(
                "SELECT id FROM inputs ORDER BY key LIMIT ? OFFSET ?", (changes, start)
            ).fetchall()
            for at in range(0, changes, 100):
                with dossier.edit("change_input") as edit:
                    for (ident,) in rows[at : at + 100]:
                        edit.set(ident, "summary", f"{writer.author} {at} kort gezegd")
    return here, there


def merge(here: Path, there: Path) -> None:
    with (
        Dossier.open(here, WRITER, check=False) as dossier,
        closing(sqlite3.connect(f"{there.as_uri()}?mode=ro", uri=True)) as conn,
    ):
        assert dossier.merge(conn, there.name) is not None


def read_rows(*paths: Path) -> None:
    for path in paths:
        with closing(sqlite3.connect(path)) as conn:
            for _ in conn.execute("SELECT * FROM change"):
                pass


def read_records(*paths: Path) -> None:
    for path in paths:
        with closing(sqlite3.connect(path)) as conn:
            for rows in Log(conn).every_record():
                fold(rows)


def peak_of(work: str, here: Path, there: Path) -> int:
    """Megabytes that a process of its own needs at most for one kind of work."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.merge", work, str(here), str(there)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def main() -> None:
    inputs, changes = (
        (int(sys.argv[1]), int(sys.argv[2]))
        if sys.argv[2:]
        else (
            INPUTS,
            CHANGES,
        )
    )
    print(machine())
    spent = {name: Samples() for name in ("rows", "records", "merge")}
    with tempfile.TemporaryDirectory() as place:
        here, there = taken_apart(Path(place), inputs, changes)
        trial = Path(place) / "proef.samen"
        for _ in range(TIMES):
            shutil.copyfile(here, trial)
            spent["rows"].time(lambda: read_rows(here, there))
            spent["records"].time(lambda: read_records(here, there))
            spent["merge"].time(lambda: merge(trial, there))
        with Dossier.open(trial, WRITER) as dossier:
            sql = "SELECT count(*) FROM inputs WHERE conflicts > 0"
            conflicts = dossier.conn.execute(sql).fetchone()[0]
        peaks = []
        if not UNKNOWN:
            shutil.copyfile(here, trial)
            peaks = [peak_of(work, trial, there) for work in ("read", "merge")]
    took = spent["merge"].median()
    what = f"merge of {changes:,} changes into {inputs:,} inputs"
    say(
        f"{what}, to reading rows",
        took / spent["rows"].median(),
        "told",
        f"{took:.2f} s (cpu {spent['merge'].cpu_median():.2f} s), {conflicts} to choose",
    )
    say(f"{what}, to reading records", took / spent["records"].median(), "told")
    if peaks:
        say("memory of merging, to reading both", peaks[1] / peaks[0], "told", f"{peaks} MB")


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in {"read", "merge"}:
        paths = Path(sys.argv[2]), Path(sys.argv[3])
        merge(*paths) if sys.argv[1] == "merge" else read_records(*paths)
        print(peak_megabytes())
    else:
        main()
