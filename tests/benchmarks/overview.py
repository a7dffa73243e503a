"""How much work the overview of a large round is, against openpyxl writing the same cells bare.

    python tests/benchmarks/overview.py [inputs] [rounds]

Prints medians of processor time over rounds in one run, each measurement in a process of its own:
reading the rows and finding their labels is counted apart and taken off; then peak memory at a
tenth of the inputs and at all of them. Says nothing about right or wrong; the tests do.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from samen_desktop.core.reports.editions import INTERN  # noqa: E402
from samen_desktop.core.reports.marks import Marked  # noqa: E402
from samen_desktop.core.reports.rows import InputRow  # noqa: E402
from samen_desktop.core.reports.sheet import Cell, Workbook  # noqa: E402
from samen_desktop.exchange import safe_cells, writer  # noqa: E402
from samen_desktop.exchange.excel import openpyxl_module  # noqa: E402
from tests.core.reports.made_round import MadeRound, dutch, inputs, overview  # noqa: E402

_SENTENCES = (
    "Aanmelden gaat nu via drie loketten en elk loket stelt dezelfde vragen.",
    "Mijn zoon kreeg in een jaar vier verschillende hulpverleners.",
    "Wij willen graag vooraf weten wie onze contactpersoon wordt.",
    "De wachttijd was langer dan ons was verteld en niemand belde terug.",
    "School en hulpverlening zouden elkaar elke maand moeten spreken.",
    "Laat lopende trajecten doorlopen tot het kind er klaar voor is.",
    "Waar kan ik heen als ik het niet eens ben met wat er is besloten?",
)


class LargeRound(MadeRound):
    """Inputs of one to six sentences, each text its own."""

    def inputs(self) -> Iterator[InputRow]:
        for number, row in enumerate(inputs(self.count)):
            first = number % 7
            said = " ".join(
                _SENTENCES[(first + at * (1 + number % 5)) % 7] for at in range(1 + number % 6)
            )
            yield replace(row, words=f"{said} ({number})", summary=f"Kern {number}: {said[:40]}")


def the_book(count: int) -> Workbook:
    made = LargeRound(count)
    return overview(made, edition=INTERN, language="nl", label=dutch).workbook


def read_only(count: int, _: Path) -> None:
    """The rows and labels, and nothing done with them."""
    for sheet in reversed(the_book(count).sheets):
        for _row in sheet.rows():
            pass


def ours(count: int, path: Path) -> None:
    writer.write_workbook(the_book(count), path, language="nl")


def ours_without_heights(count: int, path: Path) -> None:
    """The same with all rows of one height, so that no line is counted."""
    safe_cells.lines_of = lambda text, room: 1
    ours(count, path)


def bare(count: int, path: Path) -> None:
    """openpyxl's own fast way: write-only, the same values, no styles."""
    book = openpyxl_module().Workbook(write_only=True)
    for sheet in the_book(count).sheets:
        worksheet = book.create_sheet(sheet.title)
        worksheet.append([column.title for column in sheet.columns])
        for row in sheet.rows():
            worksheet.append(list(map(_value, row)))
    book.save(path)


def _value(cell: Cell) -> Cell:
    return cell.text if isinstance(cell, Marked) else cell


WAYS: dict[str, Callable[[int, Path], None]] = {
    "read_only": read_only,
    "bare": bare,
    "ours": ours,
    "ours_without_heights": ours_without_heights,
}


def measure(way: str, count: int) -> dict[str, float]:
    """Processor seconds and peak memory (MB) of one way, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "overzicht.xlsx"
        openpyxl_module("openpyxl.chart")
        begun = time.process_time()
        WAYS[way](count, path)
        spent = time.process_time() - begun
        size = path.stat().st_size if path.exists() else 0
    return {"cpu": spent, "peak": peak_memory(), "file": size / 1e6}


def peak_memory() -> float:
    peak = 0.0
    if sys.platform != "win32":  # it has no such module
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return peak


def apart(way: str, count: int) -> dict[str, float]:
    """The same in a fresh process."""
    command = [sys.executable, __file__, "--one", way, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def report(count: int, rounds: int) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"overview of {count} inputs, {rounds} rounds, medians of processor seconds")
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way, found in runs.items():
            found.append(apart(way, count))
    cpu = {way: [run["cpu"] for run in found] for way, found in runs.items()}
    for way, found in runs.items():
        middle = statistics.median(cpu[way])
        print(f"  {way:22} {middle:7.2f} s  {found[0]['peak']:6.0f} MB  {found[0]['file']:6.1f} MB")
    for way, words in (("ours", "with row heights"), ("ours_without_heights", "without heights")):
        print(f"  {words:22} {ratio(cpu, way):7.2f} x bare, reading taken off both")
    small = apart("ours", count // 10)["peak"]
    large = statistics.median(run["peak"] for run in runs["ours"])
    print(f"  peak memory            {small:.0f} MB -> {large:.0f} MB: {large / small:.2f} x")


def ratio(cpu: dict[str, list[float]], way: str) -> float:
    """Median over rounds of ours to bare, without what reading took in that round."""
    return statistics.median(
        (ours_s - read) / (bare_s - read)
        for ours_s, bare_s, read in zip(cpu[way], cpu["bare"], cpu["read_only"], strict=True)
    )


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] == ["--one"]:
        print(json.dumps(measure(arguments[1], int(arguments[2]))))
    else:
        numbers = [int(each) for each in arguments]
        report(*(numbers + [100_000, 3][len(numbers) :]))


if __name__ == "__main__":
    main(sys.argv[1:])
