"""The first page of a search by parts of words in 100,000 inputs, against LIKE over the same rows.

Ours gives the 200 newest rows that fit; LIKE has to look at all rows, as it does in a naive list
that counts what fits. And what it costs that a word is found by any part of it, against the same
index asked for beginnings only. `python -m tests.benchmarks.search`
"""

from __future__ import annotations

import random
import tempfile
from functools import partial
from pathlib import Path
from sqlite3 import Connection

from samen_desktop.store.reading.finding import find
from samen_desktop.store.reading.widening import as_query, widened
from tests.benchmarks.yardstick import Samples, a_round, machine, ms, notes, say

INPUTS = 100_000
QUERIES = 120
PAGE = 200

_SEARCH = (
    "SELECT inputs.key, inputs.shown, inputs.words, inputs.summary FROM inputs_search"
    " JOIN inputs ON inputs.key = inputs_search.rowid WHERE inputs_search MATCH ?"
    " ORDER BY inputs_search.rowid DESC LIMIT ?"
)
_LIKE = "SELECT key FROM inputs WHERE deleted = 0 AND words LIKE ? ORDER BY key DESC"


def typed(count: int) -> list[str]:
    """What a person types on the way to a word: its first two to six letters."""
    rnd = random.Random(5)
    words = [word.lower().strip(".") for text in notes(400, seed=9) for word in text.split()]
    return [rnd.choice(words)[: rnd.randint(2, 6)] for _ in range(count)]


def _rows(conn: Connection, sql: str, *values: object) -> list[object]:
    return conn.execute(sql, values).fetchall()


def _parts(conn: Connection, text: str) -> list[object]:
    return _rows(conn, _SEARCH, widened(conn, text), PAGE)


def main() -> None:
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        dossier = a_round(Path(folder) / "a.samen", INPUTS)
        fast, plain, slow, page = Samples(), Samples(), Samples(), Samples()
        for text in typed(QUERIES):
            fast.time(partial(_parts, dossier.conn, text))
            plain.time(partial(_rows, dossier.conn, _SEARCH, as_query(text), PAGE))
            slow.time(partial(_rows, dossier.conn, _LIKE, f"%{text}%"))
            page.time(partial(find, dossier.conn, text, ("input",), PAGE))
        dossier.close()
    say(
        f"search by parts p95, {INPUTS:,} inputs",
        fast.p95() / slow.p95(),
        "≤ 0.02",
        f"search p50 {ms(fast.median())}, p95 {ms(fast.p95())}",
        f"LIKE   p50 {ms(slow.median())}, p95 {ms(slow.p95())}",
        f"a page with titles and snippets p50 {ms(page.median())}, p95 {ms(page.p95())}",
    )
    say(
        "parts of words : beginnings only, p50",
        fast.median() / plain.median(),
        "≤ 1.3 at the list",
        f"beginnings only p50 {ms(plain.median())}, p95 {ms(plain.p95())}",
    )


if __name__ == "__main__":
    main()
