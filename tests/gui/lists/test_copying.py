"""Rows on the clipboard: a table that a spreadsheet takes as text, whatever stands in it."""

from __future__ import annotations

import pytest

from samen_desktop.gui.lists.copying import markup, plain

pytestmark = pytest.mark.gui

EVIL = ["=1+1", "+31 50 123", "-5", "@SUM(A1)", "\t=1", "<b>vet</b>", 'zeg "ja"', "regel\nregel"]


@pytest.mark.parametrize("cell", EVIL[:5])
def test_no_cell_begins_as_a_formula(cell: str) -> None:
    line = plain(["Kop"], [[cell]]).splitlines()[1].lstrip('"')
    assert line.startswith("'")


def test_cells_with_tabs_lines_and_quotes_stay_one_cell() -> None:
    assert plain(["A", "B"], [["een\ttwee", 'zeg "ja"']]) == 'A\tB\n"een\ttwee"\t"zeg ""ja"""\n'


def test_markup_is_typed_as_text_and_shows_signs_as_they_are() -> None:
    table = markup(["Kop"], [[cell] for cell in EVIL])
    assert table.count("mso-number-format:'\\@'") == len(EVIL)
    assert "<b>" not in table
    assert "&lt;b&gt;vet&lt;/b&gt;" in table
