"""The export of the demo round as a whole process, against one with bare openpyxl.

The yardstick is a process that writes the same cells, read from a file beside it, with nothing but
openpyxl: no styles, no tables, no round to open. Run: `python -m tests.benchmarks.export_process`.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 7
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import json, sys
import openpyxl
book = openpyxl.Workbook(write_only=True)
for title, rows in json.load(open(sys.argv[1], encoding="utf-8")).items():
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
book.save(sys.argv[2])
"""

CELLS = """
import json, sys
import openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
cells = {
    sheet.title: [
        [cell if isinstance(cell, int | float | str | None) else str(cell) for cell in row]
        for row in sheet.iter_rows(values_only=True)
    ]
    for sheet in book
}
json.dump(cells, open(sys.argv[2], "w", encoding="utf-8"))
"""


def main() -> None:
    """Print the ratio of both processes, wall and cpu, as medians of pairs."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = os.environ | {
            "SAMEN_PROFILE": str(place / "profile"),
            "PYTHONPATH": str(ROOT),
            "OPENPYXL_LXML": "False",
        }
        demo, out, cells = place / "demo.samen", place / "out.xlsx", place / "cells.json"
        export = [sys.executable, str(ROOT / "main.py"), "export", str(demo), str(out)]
        bare = [sys.executable, "-c", BARE, str(cells), str(place / "bare.xlsx")]
        _run([sys.executable, str(ROOT / "main.py"), "demo", str(demo)], environment)
        _run(export, environment)
        _run([sys.executable, "-c", CELLS, str(out), str(cells)], environment)
        _run(bare, environment)
        pairs = [(_run(export, environment), _run(bare, environment)) for _ in range(ROUNDS)]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for at, name in ((0, "wall"), (1, "cpu")):
        ours = statistics.median(pair[0][at] for pair in pairs)
        yardstick = statistics.median(pair[1][at] for pair in pairs)
        ratio = statistics.median(pair[0][at] / pair[1][at] for pair in pairs)
        print(f"export of the demo, {name}: {ours:.3f} : {yardstick:.3f} s = {ratio:.2f} x (<= 3)")


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds of wall clock and of processor that a process took."""
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return time.perf_counter() - start, used


if __name__ == "__main__":
    main()
