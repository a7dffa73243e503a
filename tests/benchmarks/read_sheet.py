"""Reading a sheet of 50,000 × 12: ours, gate and hash included, against openpyxl read-only, bare.

Run: python -m tests.benchmarks.read_sheet [ROWS]. Prints medians of five turns of each, in turn, in
one process, and their ratio. The demand is at most 1.3 ×. Then what it takes that strangers' tables
are read by a process apart: seconds that pass for the whole sheet and for a table of two rows.
"""

from __future__ import annotations

import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.gate import check_workbook
from samen_desktop.exchange.source import open_source
from samen_desktop.exchange.table import open_here

TURNS = 5


def make(path: Path, rows: int) -> None:
    """A sheet as a colleague would send it: codes, names, notes, dates, counts, gaps."""
    book = openpyxl_module().Workbook(write_only=True)
    sheet = book.create_sheet("Inbreng")
    sheet.append([f"kop {number}" for number in range(12)])
    for n in range(rows):
        day = date(2022, 1, 1) + timedelta(days=n % 365)
        note = f"Waar kan ik heen als ik het niet meer weet, vraagt {n}? " * 3
        sheet.append(
            [
                f"I-{n:05}",
                f"School {n % 90}",
                note,
                "TH2",
                day,
                n,
                n / 4,
                "OPN",
                None,
                "jeugd",
                day,
                1,
            ]
        )
    book.save(path)


def bare(path: Path) -> int:
    book = openpyxl_module().load_workbook(path, read_only=True, data_only=True)
    count = sum(1 for _ in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return count - 1


def ours(path: Path) -> int:
    return sum(1 for _ in open_here(path).rows())


def apart(path: Path) -> int:
    return sum(1 for _ in open_source(path).rows())


def gate_alone(path: Path) -> int:
    with path.open("rb") as file, check_workbook(file, path.name) as archive:
        return len(archive.namelist())


def seconds(read: Callable[[Path], int], path: Path, wanted: int | None) -> float:
    began = time.process_time()
    count = read(path)
    spent = time.process_time() - began
    if wanted is not None and count != wanted:
        raise SystemExit(f"{read.__name__} read {count} rows of {wanted}")
    return spent


def passing(read: Callable[[Path], int], path: Path) -> float:
    """The median of the seconds that pass while a file is read."""
    spent = []
    for _ in range(TURNS):
        began = time.perf_counter()
        read(path)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blad.xlsx"
        make(path, rows)
        spent: dict[str, list[float]] = {"openpyxl": [], "ours": [], "gate": []}
        for _ in range(TURNS):
            spent["openpyxl"].append(seconds(bare, path, rows))
            spent["ours"].append(seconds(ours, path, rows))
            spent["gate"].append(seconds(gate_alone, path, None))
        small = Path(folder) / "klein.csv"
        small.write_text("naam;woorden\nSchool A;Te duur\n", encoding="utf-8")
        passed = {
            f"{what}, {where}": passing(read, each)
            for what, each in (("the sheet", path), ("two rows", small))
            for where, read in (("in this process", ours), ("by a process apart", apart))
        }
    median = {name: statistics.median(times) for name, times in spent.items()}
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")
    print(f"{rows} rows x 12, cpu seconds, median of {TURNS}")
    for name, value in median.items():
        print(f"{name:9} {value:6.2f}  {value / median['openpyxl']:5.2f} x")
    for name, value in passed.items():
        print(f"{name:30} {value:6.3f} s")


if __name__ == "__main__":
    main()
