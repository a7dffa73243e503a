"""What all benchmarks share: the machine, samples of wall and cpu time, ratios, and invented notes.

A figure is a ratio against a yardstick measured in the same run, turn by turn, so that a busy disk
or processor troubles both alike.
"""

from __future__ import annotations

import os
import platform
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from samen_desktop.store import database
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.steps.editing import Writer

WRITER = Writer("HR coördinator", b"\x01" * 8)


@dataclass
class Samples:
    """Seconds that one kind of work took, each time it was done."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def time(self, work: Callable[[], object]) -> None:
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        self.cpu.append(time.process_time() - cpu)
        self.wall.append(time.perf_counter() - wall)

    def median(self) -> float:
        return statistics.median(self.wall)

    def p95(self) -> float:
        return percentile(self.wall, 0.95)

    def cpu_median(self) -> float:
        return statistics.median(self.cpu)


def percentile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def machine() -> str:
    """One line that says what the figures were measured on."""
    model = platform.processor() or platform.machine()
    about = Path("/proc/cpuinfo")
    if about.exists():
        lines = about.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = names[0] if names else model
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{platform.system()} {platform.release()}, {os.cpu_count()} × {model}{load},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )


def say(name: str, ratio: float, demand: str, *details: str) -> None:
    """Print one figure: what, how many times the yardstick, what is asked."""
    print(f"{name:<44} {ratio:>8.3f} ×   (asked {demand})")
    for detail in details:
        print(f"    {detail}")


def ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def notes(count: int, seed: int = 1) -> Iterable[str]:
    """Invented notes of 8 to 40 words: common words common, rare words rare, as in any language."""
    rnd = random.Random(seed)
    letters = ["aa", "e", "o", "ij", "u", "ee", "oe", "i", "ie"]
    starts = [*"bdghklmnprstvwz", "sch", "st"]
    vocabulary = sorted(
        {
            "".join(rnd.choice(starts) + rnd.choice(letters) for _ in range(rnd.randint(1, 4)))
            + rnd.choice(["", "n", "t", "r", "k"])
            for _ in range(30_000)
        }
    )
    rnd.shuffle(vocabulary)
    weights = [1 / (at + 3) for at in range(len(vocabulary))]
    words: Iterator[str] = iter(())
    for _ in range(count):
        taken = rnd.randint(8, 40)
        chosen = [word for _, word in zip(range(taken), words, strict=False)]
        if len(chosen) < taken:
            words = iter(rnd.choices(vocabulary, weights, k=200_000))
            chosen += [word for _, word in zip(range(taken - len(chosen)), words, strict=False)]
        yield " ".join(chosen).capitalize() + "."


def a_round(path: Path, inputs: int = 0) -> Dossier:
    """A round with a session and so many inputs, open."""
    dossier = Dossier.create(path, WRITER)
    with dossier.edit("new") as edit:
        edit.create("round", {"name": "Meting"})
        session = edit.create("session", {"title": "Avond"}).hex()
        for words in notes(inputs):
            edit.create("input", {"words": words, "session": session, "status": "RUW"})
    return dossier


def bare(path: Path) -> sqlite3.Connection:
    """An empty database with the same pragmas as a round's file, and nothing of ours in it."""
    conn = database._connect(path, "rwc")
    database._take(conn)
    return conn
