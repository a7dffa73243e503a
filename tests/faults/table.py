"""The catalogue of faults: which tests try each of them, how often at length, and the page.

`make faults` runs all rows at length, prints their figures and writes them into `docs/faults.md`;
`python -m tests.faults.table 3 19` runs some rows and leaves the page alone. A new fault is one
line in `ROWS`; its tests say what they found with `tests.figures.tell`, and `caught` of a variant
that is broken on purpose.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.figures import KEPT_AT

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "faults.md"
COMMAND = "make faults"


class Row(NamedTuple):
    """One fault: its number in the catalogue, what happens, the tests, and how long they try.

    `tests` are words for pytest: files, names, or `-k` with an expression. Rows run two at a time,
    in the order of their `turn`; those of turn `ALONE` one by one in the end.
    """

    number: str
    fault: str
    tests: tuple[str, ...]
    at_length: Mapping[str, str] = {}
    turn: int = 1


ALONE = 9
"""The turn of rows that mind how busy the machine is."""


class Figure(NamedTuple):
    """What one test told. `broken`: of a variant that is broken on purpose."""

    name: str
    found: str
    broken: bool


class Outcome(NamedTuple):
    """A row that was run: what its tests told, and whether all of them passed."""

    row: Row
    figures: tuple[Figure, ...]
    passed: bool


ROWS = (
    Row(
        "1",
        "The program is killed while it writes",
        ("tests/store/test_kills.py",),
        {"SAMEN_KILLS": "200"},
    ),
    Row(
        "2",
        "The program is killed while somebody types",
        ("tests/gui/notes/test_safety.py", "-k", "killed or careless"),
        {"SAMEN_TYPING_KILLS": "25"},
        turn=ALONE,
    ),
    Row("3", "The power is cut", ("tests/faults/test_power_cuts.py",), {"SAMEN_CUTS": "500"}),
    Row(
        "4",
        "The disk refuses the n-th write",
        ("tests/faults/test_failing_disk.py", "tests/gui/notes/test_failing_disk.py"),
        {"SAMEN_IO_STRIDE": "1"},
    ),
    Row("5", "The disk is full", ("tests/faults/test_full_disk.py",), {"SAMEN_ROOMS": "40"}),
    Row("6", "The file may not be written, or is gone", ("tests/faults/test_places.py",)),
    Row(
        "7",
        "A second window, another laptop, a note left behind",
        ("tests/faults/test_second_window.py",),
    ),
    Row(
        "8",
        "The file is damaged",
        ("tests/faults/test_damaged_files.py",),
        {"SAMEN_DAMAGES": "300"},
    ),
    Row("9", "A journal of another file lies beside it", ("tests/store/test_side_files.py",)),
    Row(
        "10",
        "The file is of an older or newer program",
        (
            "tests/faults/test_killed_anywhere.py",
            "tests/store/test_opening.py",
            "-k",
            "migration or newer",
        ),
        {"SAMEN_KILL_STRIDE": "1"},
    ),
    Row(
        "11",
        "A backup is put back",
        ("tests/gui/care/test_backups_page.py", "tests/store/test_thinning.py"),
    ),
    Row(
        "12",
        "An import or a merge is killed",
        (
            "tests/faults/test_killed_anywhere.py",
            "tests/store/test_intake_killed.py",
            "-k",
            "not migration",
        ),
        {"SAMEN_KILL_STRIDE": "1", "SAMEN_IMPORT_KILLS": "30"},
    ),
    Row(
        "13",
        "Awkward text goes through Excel",
        ("tests/faults/test_text_through_excel.py",),
        {"SAMEN_TEXTS": "2000"},
    ),
    Row(
        "14",
        "A workbook is made to hurt",
        ("tests/exchange/test_gate.py", "tests/exchange/test_apart.py"),
    ),
    Row(
        "15",
        "A table of others is damaged at random",
        ("tests/faults/test_strange_tables.py",),
        {"SAMEN_TABLES": "5000"},
    ),
    Row(
        "16",
        "A round of others is made to hurt",
        ("tests/store/test_strangers.py", "tests/errands/test_hostile_rows.py"),
        {"SAMEN_HOSTILE": "500"},
    ),
    Row(
        "17",
        "Texts name files and hold HTML",
        ("tests/gui/test_every_screen.py", "-k", "opens or careless or opened"),
    ),
    Row("18", "Clocks jump", ("tests/faults/test_clock_jumps.py",), {"SAMEN_JUMPS": "400"}),
    Row(
        "19",
        "Laptops with wrong clocks are merged in any order",
        ("tests/store/test_histories.py", "tests/gui/merging/test_three_laptops.py"),
        {"SAMEN_HISTORIES": "1500"},
        turn=0,  # the longest one
    ),
    Row(
        "20",
        "Something closed could stand in a public file",
        ("tests/errands/test_handing_out.py",),
    ),
    Row(
        "21",
        "A name could get into a log, a temporary file or a title",
        ("tests/gui/test_canary.py",),
    ),
    Row(
        "22",
        "The program is used for a whole day",
        ("tests/faults/test_growth.py",),
        {"SAMEN_NOTES": "1500"},
    ),
    Row(
        "23",
        "The program itself has a fault anywhere",
        ("tests/gui/frame/test_faults_anywhere.py",),
        {"SAMEN_TOURS": "3"},
    ),
    Row(
        "·",
        "A person is erased",
        ("tests/store/test_erasing.py", "tests/gui/lists/test_erasing.py"),
    ),
)


def run(row: Row) -> Outcome:
    """Run the tests of a row at length; what they print goes to the screen when they fail."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "figures.jsonl"
        kept.touch()
        # A test may give up its rights for a while, and still tells what it found.
        Path(folder).chmod(0o711)
        kept.chmod(0o666)
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *row.tests],
            cwd=ROOT,
            env={**os.environ, **row.at_length, KEPT_AT: str(kept), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        lines = kept.read_text(encoding="utf-8").splitlines()
    if done.returncode:
        sys.stdout.write(done.stdout[-4000:])
    figures = tuple(Figure(**json.loads(line)) for line in lines)
    return Outcome(row, figures, passed=done.returncode == 0)


def page(outcomes: Sequence[Outcome]) -> str:
    """The page about all rows, as it stands in `docs`."""
    lines = [
        *_HEAD,
        "| # | fault | figures | broken on purpose, and noticed |",
        "|---|---|---|---|",
    ]
    for row, figures, passed in outcomes:
        found = "<br>".join(_cell(each) for each in figures if not each.broken)
        broken = "<br>".join(_cell(each) for each in figures if each.broken)
        failed = "" if passed else "**failed** "
        lines.append(f"| {row.number} | {row.fault} | {failed}{found} | {broken} |")
    lines += ["", "## Each row by itself", ""]
    for row, _, _ in outcomes:
        setting = "".join(f"{name}={value} " for name, value in row.at_length.items())
        words = " ".join(f"'{word}'" if " " in word else word for word in row.tests)
        lines.append(f"- {row.number}: `{setting}python -m pytest -s {words}`")
    return "\n".join(lines) + "\n"


def _cell(figure: Figure) -> str:
    return f"{figure.name}: {figure.found}".replace("|", "/")


_HEAD = (
    "# Faults that were tried",
    "",
    f"Written by `{COMMAND}`, which runs every row at length; the ordinary test run tries each of",
    "them a few times. The last column tells how a variant that is broken on purpose was noticed:",
    "a test that cannot fail proves nothing.",
    "",
)


def main(numbers: Sequence[str]) -> int:
    """Run the rows of these numbers, or all and write the page. Returns the exit status."""
    wanted = [row for row in ROWS if not numbers or row.number in numbers]
    together = sorted((row for row in wanted if row.turn < ALONE), key=lambda row: row.turn)
    with ThreadPoolExecutor(2) as two:
        done = list(two.map(_run_and_say, together))
    done += [_run_and_say(row) for row in wanted if row.turn == ALONE]
    outcomes = sorted(done, key=lambda outcome: wanted.index(outcome.row))
    if not numbers:
        PAGE.write_text(page(outcomes), encoding="utf-8")
    return 0 if all(each.passed for each in outcomes) else 1


def _run_and_say(row: Row) -> Outcome:
    began = time.monotonic()
    outcome = run(row)
    state = "" if outcome.passed else "  FAILED"
    lines = [f"{row.number:>3} {row.fault}  ({time.monotonic() - began:.0f} s){state}"]
    lines += [f"      {'broken: ' if each.broken else ''}{_cell(each)}" for each in outcome.figures]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
