"""What the overview's sheets say, per edition and language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.reports.editions import COLLEAGUE, INTERN, PUBLIC, Edition, edition
from samen_desktop.core.reports.marks import Mark, Marked
from samen_desktop.core.reports.sheet import Cell, Sheet

from .made_round import CANARY, INPUT, MadeRound, dutch, english, overview

Rows = dict[str, list[Sequence[Cell]]]


def written(made: MadeRound, which: Edition = INTERN) -> tuple[Rows, dict[str, Sheet]]:
    """All rows by sheet, asked for as a writer does: late sheets last, the first one at the end."""
    sheets = overview(made, edition=which, language="nl", label=dutch).workbook.sheets
    rows = {sheet.title: list(sheet.rows()) for sheet in sheets if not sheet.late}
    rows |= {sheet.title: list(sheet.rows()) for sheet in reversed(sheets) if sheet.late}
    return rows, {sheet.title: sheet for sheet in sheets}


def column(made: MadeRound, sheet: str, title: str, which: Edition = INTERN) -> list[Cell]:
    rows, sheets = written(made, which)
    at = [each.title for each in sheets[sheet].columns].index(title)
    return [row[at] for row in rows[sheet]]


def everything(made: MadeRound, which: Edition) -> str:
    rows, _ = written(made, which)
    return "\n".join(str(cell) for sheet in rows.values() for row in sheet for cell in row)


def test_nine_sheets_in_reading_order() -> None:
    book = overview(MadeRound(), edition=INTERN, language="nl", label=dutch).workbook
    assert [sheet.title for sheet in book.sheets] == [
        "Leeswijzer",
        "Sessies",
        "Deelname",
        "Stakeholders",
        "Bereik",
        "Inbreng",
        "Acties",
        "Thema's",
        "Cijfers",
    ]
    assert len({sheet.table.lower() for sheet in book.sheets}) == 9


def test_every_row_has_a_cell_for_every_column_and_titles_are_unlike() -> None:
    for which in (INTERN, COLLEAGUE):
        rows, sheets = written(MadeRound(), which)
        for title, sheet in sheets.items():
            assert {len(row) for row in rows[title]} <= {len(sheet.columns)}
            titles = [each.title.lower() for each in sheet.columns]
            assert len(set(titles)) == len(titles)


def test_the_edition_for_colleagues_holds_no_canary_and_the_internal_one_does() -> None:
    assert CANARY not in everything(MadeRound(), COLLEAGUE)
    assert CANARY in everything(MadeRound(), INTERN)


def test_an_unknown_privacy_class_is_in_no_edition() -> None:
    strange = MadeRound(input_rows=(replace(INPUT, privacy="VREEMD"),))
    assert not written(strange)[0]["Inbreng"]


def test_a_hidden_stakeholder_is_called_by_its_code_elsewhere() -> None:
    row = replace(INPUT, stakeholders=("S-001", "S-003"), participants=())
    made = MadeRound(input_rows=(row,))
    assert column(made, "Inbreng", "Indiener", COLLEAGUE) == ["Aanbieder A (fictief); S-003"]


def test_held_back_rows_are_counted_by_sheet_and_told() -> None:
    made = overview(MadeRound(100), edition=COLLEAGUE, language="nl", label=dutch)
    for sheet in (*made.workbook.sheets[1:], made.workbook.sheets[0]):
        list(sheet.rows())
    assert made.held_back["Inbreng"] == 2
    assert "Inbreng 2" in everything(MadeRound(100), COLLEAGUE)
    assert "98 van 100 rijen" in everything(MadeRound(100), COLLEAGUE)


def test_an_empty_summary_takes_the_first_line_of_words() -> None:
    texts = ["kort\nen meer", "woord " * 100, "x" * 500]
    rows = tuple(replace(INPUT, words=text) for text in texts)
    first, second, third = column(MadeRound(input_rows=rows), "Inbreng", "Kern")
    assert first == "kort"
    assert str(second).endswith("woord …")
    assert len(str(second)) <= 162
    assert third == "x" * 160 + " …"


def test_counts_agree_between_sheets() -> None:
    made = MadeRound(150)
    rows, _ = written(made, COLLEAGUE)
    shown = len(rows["Inbreng"])
    for part in ("Verwerking", "Hoofdthema", "Sessie"):
        assert sum(int(str(row[2])) for row in rows["Cijfers"] if row[0] == part) == shown
    assert rows["Bereik"][-1][-2] == shown
    themes = column(made, "Thema's", "Inbreng (hoofdthema)", COLLEAGUE)
    assert sum(int(str(count)) for count in themes) == shown


def test_not_adopted_is_never_counted_without_saying_where_the_reasons_are() -> None:
    rows, _ = written(MadeRound())
    notes = {row[1]: row[3] for row in rows["Cijfers"] if row[0] == "Verwerking"}
    assert "reden" in str(notes["niet overgenomen"])


def test_charts_cover_exactly_their_rows() -> None:
    rows, sheets = written(MadeRound())
    charts = sheets["Cijfers"].charts()
    assert sum(chart.count for chart in charts) == len(rows["Cijfers"])
    for chart in charts:
        part = rows["Cijfers"][chart.first : chart.first + chart.count]
        assert len({row[0] for row in part}) == 1


def test_many_sessions_leave_the_chart_readable_and_the_sum_right() -> None:
    many = tuple(replace(INPUT, session=f"SE-{at:03d}") for at in range(80) for _ in range(2))
    rows, _ = written(MadeRound(input_rows=many))
    counts = [int(str(row[2])) for row in rows["Cijfers"] if row[0] == "Sessie"]
    assert len(counts) == 25
    assert sum(counts) == 160


def test_reach_says_what_is_to_hear_and_marks_what_asks_attention() -> None:
    rows, _ = written(MadeRound())
    by_group = {row[0]: row for row in rows["Bereik"]}
    experts = by_group["ervaringsdeskundigen"]
    assert experts[2] == Marked("niet gehoord", Mark.ABSENT)
    assert experts[3] == Marked("nog te horen: SE-04 op 28-06-2022", Mark.OPEN)
    assert experts[-1] == Marked("nog nooit", Mark.LATE)
    assert str(by_group["adviesorganen"][2]) == "1 brief"


def test_late_follow_ups_are_marked_and_counted_in_days() -> None:
    rows, _ = written(MadeRound())
    found = {row[0]: (row[5], row[6]) for row in rows["Acties"]}
    assert found["A-001"] == (10, Marked("openstaand", Mark.LATE))
    assert found["A-002"] == (None, Marked("afgerond", Mark.DONE))
    assert found["A-003"] == (None, Marked("in uitvoering", Mark.LATE))
    assert found["A-004"] == (None, Marked("wacht op derde", Mark.PARTLY))


def test_the_legend_shows_every_status_with_its_own_mark() -> None:
    rows, _ = written(MadeRound())
    legend = [row[0] for row in rows["Leeswijzer"] if isinstance(row[0], Marked)]
    assert len(legend) == 8
    assert len({cell.mark for cell in legend}) == 8


def test_demo_data_is_called_so_on_the_guide_and_on_every_page() -> None:
    words = "Demogegevens – deels fictief"
    book = overview(MadeRound(), edition=INTERN, language="nl", label=dutch).workbook
    assert words in book.head_centre
    assert words in everything(MadeRound(), INTERN)
    assert words not in everything(MadeRound(demo=False), INTERN)


def test_english_titles_and_labels() -> None:
    book = overview(MadeRound(), edition=INTERN, language="en", label=english).workbook
    assert [sheet.title for sheet in book.sheets][:2] == ["Reading guide", "Sessions"]
    inputs = next(sheet for sheet in book.sheets if sheet.title == "Inputs")
    assert any(Marked("adopted", Mark.ADOPTED) in row for row in inputs.rows())


def test_an_empty_round_gives_all_sheets() -> None:
    rows, _ = written(MadeRound.empty())
    assert not rows["Inbreng"]
    assert len(rows["Bereik"]) == 1


def test_another_edition_is_refused_by_name() -> None:
    with pytest.raises(KnownError) as refused:
        edition("geheim")
    assert refused.value.code == "edition_unknown"
    assert "geheim" in refused.value.say("nl")
    assert edition("collega") is COLLEAGUE
    assert edition("openbaar") is PUBLIC
