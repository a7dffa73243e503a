"""The table of faults and its page: every row there, tests that exist, figures in words."""

from __future__ import annotations

from pathlib import Path

from .table import COMMAND, PAGE, ROWS, Figure, Outcome, page


def test_the_tests_of_every_row_are_there(repository: Path) -> None:
    named = [word for row in ROWS for word in row.tests if word.endswith(".py")]
    assert [word for word in named if not (repository / word).is_file()] == []
    assert len({row.number for row in ROWS}) == len(ROWS)


def test_the_page_holds_every_row_and_says_how_it_is_made() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert COMMAND in written
    assert [row.number for row in ROWS if f"| {row.number} | {row.fault} |" not in written] == []
    assert "**failed**" not in written


def test_the_page_tells_figures_broken_variants_and_failures() -> None:
    figures = (Figure("kills", "3 kills, 0 lost", False), Figure("early", "1 lost", True))
    written = page([Outcome(ROWS[0], figures, passed=False)])
    assert "**failed** kills: 3 kills, 0 lost | early: 1 lost |" in written
