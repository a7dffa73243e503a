"""Awkward text out to a workbook and back in: what was said comes back letter by letter.

Text enters the round by one rule (`core.text.clean`); after that nothing may change it. 400 texts
in the ordinary run; `SAMEN_TEXTS=2000 python -m pytest tests/faults/test_text_through_excel.py -s`.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samen_desktop.core.text import clean
from samen_desktop.errands.handing_out import Order, write
from samen_desktop.exchange import safe_cells
from samen_desktop.exchange.source import open_source
from tests.builders import a_round, an_input
from tests.exchange.test_writer import NASTY, formulas
from tests.figures import caught, count, tell
from tests.store.tables_in import Table, read_in

pytestmark = pytest.mark.slow
TEXTS = count("SAMEN_TEXTS", 400)
PER_BOOK = 40

NASTIER = (
    "vt\x0bvan Word", "form\x0cfeed", "nul\x00in het midden", "\x1b[31mrood", "los \ud800 halfje",
    "\ufffe omgekeerd", "cr\rlf\r\n", "\u2028regel\u2029alinea", "=", "''", "'=1+1", "_x000D_\n",
    "x" * 32_000, "DDE(\"cmd\";\"/c calc\")", "%0A=1+1", "\u0001=1+1",
)  # fmt: skip
"""Beside the texts that the writer of workbooks is tried with."""


def _stored(texts: Sequence[str]) -> list[str]:
    """As the round keeps them; what is empty then is no input."""
    return [kept for text in texts if (kept := clean(text))]


def _exported(folder: Path, texts: Sequence[str]) -> Path:
    """An overview of a round in which these texts were said."""
    path = folder / "uit.samen"
    path.unlink(missing_ok=True)
    with a_round(path) as dossier:
        with dossier.edit("import") as edit:
            for text in texts:
                an_input(edit, text, privacy="COLLEG", status="GECTR")
        order = Order(folder / "overzicht.xlsx", "intern", "nl")
        write(dossier.conn, order)
    return order.out


def _back(workbook: Path) -> list[str]:
    """The words as the workbook gives them to whoever reads it in."""
    source = open_source(workbook, sheet="Inbreng")
    at = source.header.index("Woorden")
    return [str(row.cells[at]) for row in source.rows() if row.cells[at] is not None]


def _read_in_again(folder: Path, words: Sequence[str]) -> list[str]:
    """The same words after reading them in to another round."""
    path = folder / "in.samen"
    path.unlink(missing_ok=True)
    with a_round(path) as dossier:
        read_in(dossier, "inputs", Table(("Inbreng",), tuple((each,) for each in words)))
        rows = dossier.conn.execute("SELECT words FROM inputs ORDER BY key").fetchall()
    return [text for (text,) in rows]


class _Tally:
    def __init__(self) -> None:
        self.texts = self.same = self.formulas = 0

    def take(self, folder: Path, texts: Sequence[str]) -> None:
        stored = _stored(texts)
        if not stored:
            return
        workbook = _exported(folder, stored)
        back = _read_in_again(folder, _back(workbook))
        self.texts += len(stored)
        self.same += sum(one == other for one, other in zip(stored, back, strict=True))
        self.formulas += formulas(workbook)


def test_nasty_and_any_texts_come_back_as_they_were_said(tmp_path: Path) -> None:
    tally = _Tally()
    tally.take(tmp_path, (*NASTY, *NASTIER))

    @settings(max_examples=max(1, TEXTS // PER_BOOK), suppress_health_check=list(HealthCheck))
    @given(st.lists(st.text(min_size=1, max_size=60), min_size=PER_BOOK, max_size=PER_BOOK))
    def any_texts(texts: list[str]) -> None:
        tally.take(tmp_path, texts)

    any_texts()
    tell("texts there and back", texts=tally.texts, identical=tally.same, formulas=tally.formulas)
    assert (tally.same, tally.formulas) == (tally.texts, 0)


def test_a_writer_that_escapes_nothing_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_cells, "_escaped", lambda text: text.replace("&", "&amp;"))
    texts = _stored([text for text in NASTY if "<" not in text and "]]>" not in text])
    back = _back(_exported(tmp_path, texts))
    changed = len(set(texts) - set(back))
    caught("a writer that leaves escapes as they are", texts=len(texts), changed=changed)
    assert changed > 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_another_program_saves_it_and_makes_no_formula_of_it(tmp_path: Path) -> None:
    """The one text that is known to change: `_x000D_` written out is a line end to LibreOffice."""
    texts = [text for text in _stored(NASTY) if "_x" not in text]
    workbook = _exported(tmp_path, texts)
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", "opnieuw", workbook.name],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    again = tmp_path / "opnieuw" / workbook.name
    same = sum(one == other for one, other in zip(texts, _back(again), strict=True))
    tell("saved by LibreOffice", texts=len(texts), identical=same, formulas=formulas(again))
    assert (same, formulas(again)) == (len(texts), 0)
