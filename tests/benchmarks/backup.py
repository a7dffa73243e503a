"""A verified backup in steps, against a file copy with fsync; and a commit made between its steps.

`python tests/benchmarks/backup.py`
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from samen_desktop.store.care import copies
from tests.benchmarks.yardstick import Samples, a_round, machine, ms, notes, percentile, say

INPUTS = 50_000
TIMES = 5


def main() -> None:
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dossier = a_round(folder / "a.samen", INPUTS)
        words = iter(list(notes(5_000, seed=4)))

        def note() -> None:
            with dossier.edit("add_input") as edit:
                edit.create("input", {"words": next(words), "status": "RUW"})

        copies.copy_in_steps(dossier.conn, folder / "first.samen")
        ours, plain, alone = Samples(), Samples(), Samples()
        for at in range(TIMES):
            ours.time(partial(copies.copy_in_steps, dossier.conn, folder / f"b{at}.samen"))
            plain.time(partial(_copied, folder / "first.samen", folder / "plain"))
        for _ in range(200):
            alone.time(note)
        waits = _waits(dossier.conn, folder / "between.samen", note)
        size = (folder / "first.samen").stat().st_size
        dossier.close()
    say(
        f"verified backup in steps, {size / 2**20:.0f} MB",
        ours.median() / plain.median(),
        "≤ 2.5",
        f"backup {ms(ours.median())} (cpu {ms(ours.cpu_median())})",
        f"copy and fsync {ms(plain.median())} (cpu {ms(plain.cpu_median())})",
    )
    say(
        "a note while the backup runs, p95 of waits",
        percentile(waits, 0.95) / alone.p95(),
        "≤ 5",
        f"one step and the commit p95 {ms(percentile(waits, 0.95))}, of {len(waits)}",
        f"the commit alone p95 {ms(alone.p95())}",
    )


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    copies.sync(target)


def _waits(conn: Connection, target: Path, note: Callable[[], None]) -> list[float]:
    """Seconds from the worst moment to want a commit, when a step begins, until it is made."""
    waits: list[float] = []
    since = time.perf_counter()

    def between(_remaining: int, _total: int) -> None:
        nonlocal since
        note()
        waits.append(time.perf_counter() - since)
        since = time.perf_counter()

    copies.copy_in_steps(conn, target, between)
    return waits


if __name__ == "__main__":
    main()
