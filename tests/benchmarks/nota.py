"""The nota van beantwoording of a large round: Excel against bare openpyxl, and the Word text.

    python tests/benchmarks/nota.py [inputs] [rounds]

Makes a round in a real file (20,000 inputs, 4,000 bundles, 120 chapters), then prints medians of
processor time, each measurement in a process of its own; reading rows is counted apart and taken
off. After that the Word nota of 1,000 answers: time, peak memory, how often it told how far it was,
and what stopping halfway left. Says nothing about right or wrong; the tests do.
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
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from samen_desktop.core.reports import catalogue  # noqa: E402
from samen_desktop.core.reports.editions import edition  # noqa: E402
from samen_desktop.core.reports.marks import Marked  # noqa: E402
from samen_desktop.core.reports.sheet import Cell, Workbook  # noqa: E402
from samen_desktop.core.reports.view import View  # noqa: E402
from samen_desktop.errands.handing_out import Order, write  # noqa: E402
from samen_desktop.exchange import safe_cells, writer  # noqa: E402
from samen_desktop.exchange.excel import openpyxl_module  # noqa: E402
from samen_desktop.exchange.writer import CancelledError  # noqa: E402
from samen_desktop.store.dossier import Dossier  # noqa: E402
from samen_desktop.store.reading.answered import RoundAnswers  # noqa: E402
from samen_desktop.store.terms import Labels  # noqa: E402
from tests.builders import a_round, a_writer  # noqa: E402
from tests.peak import UNKNOWN, peak_megabytes  # noqa: E402

_SAID = (
    "Aanmelden gaat nu via drie loketten en elk loket stelt dezelfde vragen.",
    "Mijn zoon kreeg in een jaar vier verschillende hulpverleners.",
    "Wij willen graag vooraf weten wie onze contactpersoon wordt.",
    "De wachttijd was langer dan ons was verteld en niemand belde terug.",
    "School en hulpverlening zouden elkaar elke maand moeten spreken.",
)
_STATUSES = ("OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG")
_CHAPTERS, _THEMES, _SESSIONS = 120, 13, 20


def make_round(path: Path, inputs: int, bundles: int) -> None:
    """Inputs that are public and checked; each bundle answered and published."""
    with a_round(path) as dossier, dossier.edit("import") as edit:
        version = edit.create("plan_version", {"number": "0.9"}).hex()
        chapters = [
            edit.create("chapter", {"version": version, "number": f"{at}", "title": f"Deel {at}"})
            for at in range(_CHAPTERS)
        ]
        themes = [
            edit.create("theme", {"number": f"TH{at}", "name": f"Thema {at}"})
            for at in range(_THEMES)
        ]
        group = edit.create("group", {"name": "ouders"})
        sessions = [
            edit.create(
                "session",
                {"title": f"Avond {at}", "status": "GEHOUD", "privacy": "OPENB",
                 f"attendance/{group.hex()}/present": 30},
            )
            for at in range(_SESSIONS)
        ]  # fmt: skip
        who = [
            edit.create(
                "participant",
                {"code": f"Ouder {at}", "session": sessions[at % _SESSIONS].hex(),
                 "group": group.hex()},
            )
            for at in range(200)
        ]  # fmt: skip
        owners = [
            edit.create(
                "bundle",
                {"title": f"Onderwerp {at}", "summary": _SAID[at % 5],
                 "theme": themes[at % _THEMES].hex(), **_answer(at, chapters)},
            ).hex()
            for at in range(bundles)
        ]  # fmt: skip
        for at in range(inputs):
            said = " ".join(_SAID[(at + more) % 5] for more in range(1 + at % 5))
            edit.create(
                "input",
                {"words": f"{said} ({at})", "summary": f"Kern {at}: {said[:40]}",
                 "session": sessions[at % _SESSIONS].hex(), "theme": themes[at % _THEMES].hex(),
                 "status": "GECTR", "privacy": "OPENB", "bundle": owners[at % bundles],
                 f"submitter/{who[at % 200].hex()}": 1},
            )  # fmt: skip


def _answer(at: int, chapters: Sequence[bytes]) -> dict[str, str]:
    status = _STATUSES[at % len(_STATUSES)]
    return {
        "answer/status": status,
        "answer/text": " ".join(_SAID[(at + more) % 5] for more in range(2 + at % 4)),
        "answer/reason": _SAID[at % 5] if status in ("DEE", "NOV") else "",
        "answer/change": f"Alinea {at} toegevoegd.",
        "answer/place": chapters[at % _CHAPTERS].hex(),
        "answer/state": "PUBL",
    }


def the_book(dossier: Dossier) -> Workbook:
    source = RoundAnswers(dossier.conn)
    view = View(source, edition("collega"), "nl", Labels(dossier.conn, "nl").of)
    return catalogue.workbook([catalogue.REPORTS["nota"]], source, view)


def read_only(book: Workbook, _: Path) -> None:
    for sheet in reversed(book.sheets):
        for _row in sheet.rows():
            pass


def ours(book: Workbook, path: Path) -> None:
    writer.write_workbook(book, path, language="nl")


def ours_without_heights(book: Workbook, path: Path) -> None:
    """The same with all rows of one height, so that no line is counted."""
    safe_cells.lines_of = lambda text, room: 1
    ours(book, path)


def bare(book: Workbook, path: Path) -> None:
    """openpyxl's own fast way: write-only, the same values, no styles."""
    made = openpyxl_module().Workbook(write_only=True)
    for sheet in book.sheets:
        worksheet = made.create_sheet(sheet.title)
        worksheet.append([column.title for column in sheet.columns])
        for row in sheet.rows():
            worksheet.append(list(map(_value, row)))
    made.save(path)


def _value(cell: Cell) -> Cell:
    return cell.text if isinstance(cell, Marked) else cell


WAYS: dict[str, Callable[[Workbook, Path], None]] = {
    "read_only": read_only,
    "bare": bare,
    "ours": ours,
    "ours_without_heights": ours_without_heights,
}


def measure(way: str, path: Path) -> dict[str, float]:
    """Processor seconds and peak memory (MB) of one way, in this process."""
    out = path.with_suffix(".xlsx")
    openpyxl_module("openpyxl.chart")
    with Dossier.open(path, a_writer()) as dossier:
        begun = time.process_time()
        WAYS[way](the_book(dossier), out)
        spent = time.process_time() - begun
    return {"cpu": spent, "peak": _peak()}


def measure_word(path: Path) -> dict[str, float]:
    """The Word nota: seconds, peak memory, calls of progress; then the same, stopped halfway."""
    out = path.with_suffix(".docx")
    calls: list[int] = []
    with Dossier.open(path, a_writer()) as dossier:
        order = Order(out, "collega", "nl", ("nota",))
        before, begun, cpu = _peak(), time.perf_counter(), time.process_time()
        write(dossier.conn, order, calls.append)
        wall, used = time.perf_counter() - begun, time.process_time() - cpu
        size, most = out.stat().st_size, _peak()
        out.unlink()
        left = _stopped(dossier, order, calls[-1] // 2)
    return {
        "wall": wall, "cpu": used, "before": before, "peak": most, "calls": len(calls),
        "size": size / 1e6, "left": left,
    }  # fmt: skip


def _stopped(dossier: Dossier, order: Order, at: int) -> int:
    def stop(rows: int) -> None:
        if rows >= at:
            raise CancelledError

    try:
        write(dossier.conn, order, stop)
    except CancelledError:
        return len([*order.out.parent.glob(".samen-*"), *order.out.parent.glob("*.docx")])
    return -1


def _peak() -> float:
    return 0.0 if UNKNOWN else float(peak_megabytes())


def apart(*arguments: str) -> dict[str, float]:
    """The same in a fresh process."""
    command = [sys.executable, __file__, "--one", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def report(inputs: int, rounds: int) -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "groot.samen"
        make_round(path, inputs, max(1, inputs // 5))
        print(
            f"nota of {inputs} inputs, {inputs // 5} bundles, {_CHAPTERS} chapters, {rounds} runs"
        )
        runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
        for _ in range(rounds):
            for way, found in runs.items():
                found.append(apart(way, str(path)))
        for way, found in runs.items():
            cpu = statistics.median(run["cpu"] for run in found)
            print(f"  {way:22} {cpu:7.2f} s processor  {found[0]['peak']:6.0f} MB at most")
        for way, words in (("ours", "<= 1.45"), ("ours_without_heights", "<= 1.3")):
            ratio = statistics.median(
                (mine["cpu"] - read["cpu"]) / (other["cpu"] - read["cpu"])
                for mine, other, read in zip(
                    runs[way], runs["bare"], runs["read_only"], strict=True
                )
            )
            print(f"  {way:22} {ratio:7.2f} x bare ({words}), reading taken off both")
        path = Path(folder) / "word.samen"
        make_round(path, 3000, 1000)
        word = apart("word", str(path))
        print(
            f"Word nota of 1000 answers, 3000 inputs: {word['wall']:.2f} s ({word['cpu']:.2f} s"
            f" processor), peak {word['peak']:.0f} MB (of which {word['before']:.0f} MB before),"
            f" file {word['size']:.2f} MB, told how far it was {word['calls']:.0f} times,"
            f" stopped halfway left {word['left']:.0f} files"
        )


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] == ["--one"]:
        way, path = arguments[1], Path(arguments[2])
        print(json.dumps(measure_word(path) if way == "word" else measure(way, path)))
    else:
        numbers = [int(each) for each in arguments]
        report(*(numbers + [20_000, 3][len(numbers) :]))


if __name__ == "__main__":
    main(sys.argv[1:])
