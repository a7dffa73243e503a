"""Similar inputs and a suggested theme for one input, in a round of 20,000.

The yardstick, in the same run: reading the words of all inputs and comparing sets of words, which
is what a suggestion without an index would have to do. `python -m tests.benchmarks.suggestions`
"""

from __future__ import annotations

import random
import tempfile
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from samen_desktop.core.word_forms import words_in
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.similar import similar, suggest_theme
from tests.benchmarks.yardstick import WRITER, Samples, machine, ms, notes, say

INPUTS = 20_000
THEMES = 24
ASKED = 60
NAIVE = 8


def a_themed_round(path: Path) -> Dossier:
    """A round in which nine of ten inputs have a theme, that goes with words of its own."""
    chance = random.Random(3)
    dossier = Dossier.create(path, WRITER)
    with dossier.edit("new") as edit:
        edit.create("round", {"name": "Meting"})
        session = edit.create("session", {"title": "Avond"}).hex()
        themes = [
            edit.create("theme", {"name": f"Thema {at}", "number": f"TH{at}"}).hex()
            for at in range(THEMES)
        ]
        own = [list(dict.fromkeys(line.split())) for line in notes(THEMES, seed=8)]
        for words in notes(INPUTS):
            theme = chance.randrange(THEMES)
            said = f"{words} {' '.join(chance.choices(own[theme], k=3))}"
            values = {"words": said, "session": session, "status": "RUW"}
            if chance.random() < 0.9:
                values["theme"] = themes[theme]
            edit.create("input", values)
    return dossier


def _naive(conn: Connection, record: bytes) -> list[tuple[int, int]]:
    text = conn.execute("SELECT words FROM inputs WHERE id = ?", (record,)).fetchone()[0]
    mine = set(words_in(text))
    others = conn.execute("SELECT key, words FROM inputs WHERE deleted = 0")
    return sorted(((len(mine & set(words_in(words))), key) for key, words in others), reverse=True)


def main() -> None:
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        dossier = a_themed_round(Path(folder) / "a.samen")
        conn = dossier.conn
        raw = [
            ident
            for (ident,) in conn.execute("SELECT id FROM inputs WHERE theme IS NULL ORDER BY id")
        ][:ASKED]
        alike, theme, naive = Samples(), Samples(), Samples()
        for at, record in enumerate(raw):
            alike.time(partial(similar, dossier, record))
            theme.time(partial(suggest_theme, dossier, record))
            if at < NAIVE:
                naive.time(partial(_naive, conn, record))
        told = sum(suggest_theme(dossier, record) is not None for record in raw)
        dossier.close()
    for name, samples in (("similar inputs", alike), ("a theme", theme)):
        say(
            f"{name} for one of {INPUTS:,}, p95",
            samples.p95() / naive.median(),
            "≤ 50 ms",
            f"p50 {ms(samples.median())}, p95 {ms(samples.p95())}, cpu {ms(samples.cpu_median())}",
            f"comparing with all {ms(naive.median())}",
        )
    print(f"a theme was suggested for {told} of {len(raw)}")


if __name__ == "__main__":
    main()
