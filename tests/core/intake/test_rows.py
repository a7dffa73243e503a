"""Rows of a matched table: values, keys, what is filled in, and what did not fit."""

from __future__ import annotations

import json
from collections.abc import Sequence

from samen_desktop.core.intake.mapping import Rules, match, parse_rules
from samen_desktop.core.intake.rows import ReadRow, read_rows
from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.exchange.source_cells import CellFault, SourceRow


def read(
    target: str, header: str, *rows: Sequence[object], mapping: dict[str, object] | None = None
) -> list[ReadRow]:
    rules = parse_rules(json.dumps(mapping), TARGETS[target], "k.json") if mapping else Rules()
    found = match(TARGETS[target], header.split("|"), rules, "a.csv")
    given = [SourceRow(n, tuple(row)) for n, row in enumerate(rows, start=2)]  # type: ignore[arg-type]
    return list(read_rows(found, given, "Blad1"))


def test_several_headers_of_a_text_are_joined_by_an_empty_line() -> None:
    mapping: dict[str, object] = {"columns": {"words": ["a", "b"], "summary": ["b", "a"]}}
    one, two = read("inputs", "a|b", ("een", "twee"), (" ", "twee"), mapping=mapping)
    assert one.values == {"words": "een\n\ntwee", "summary": "twee een"}
    assert two.values == {"words": "twee", "summary": "twee"}


def test_values_are_changed_and_empty_cells_filled() -> None:
    mapping: dict[str, object] = {
        "columns": {"words": "a", "kind": "b"},
        "fixed": {"kind": "ZORG", "priority": "HOOG"},
        "values": {"kind": {"Klacht": "BEZW", "7": "STEUN", "leeg": ""}},
    }
    rows = read(
        "inputs", "a|b", ("w", "KLACHT"), ("w", 7), ("w", None), ("w", "Leeg"), mapping=mapping
    )
    assert [row.values["kind"] for row in rows] == ["BEZW", "STEUN", "ZORG", "ZORG"]
    assert {row.values["priority"] for row in rows} == {"HOOG"}


def test_a_title_is_made_of_a_report_and_kept_short() -> None:
    (row,) = read("sessions", "Titel|Verslag", ("", "Goede avond. " * 40 + "\nEn toen naar huis."))
    assert len(str(row.values["title"])) <= 160
    assert str(row.values["title"]).endswith("…")
    assert str(row.values["impression"]).endswith("naar huis.")


def test_keys_tell_rows_apart() -> None:
    rows = [("a", "x"), ("a", "y"), ("a#2", "z"), ("", "z"), (" ", "z "), (None, "q")]
    keys = [row.key for row in read("inputs", "id|Inbreng", *rows)]
    assert keys[:3] == ["a", "a#2", "a#2#2"]
    assert keys[4] == f"{keys[3]}#2"
    assert len(set(keys)) == len(keys)
    again = [row.key for row in read("inputs", "id|Inbreng", *rows)]
    assert again == keys


def test_a_key_of_two_empty_cells_is_no_key() -> None:
    mapping: dict[str, object] = {"columns": {"words": "a", "key": ["b", "c"]}}
    keys = [
        row.key for row in read("inputs", "a|b|c", ("w", "", ""), ("w", "1", ""), mapping=mapping)
    ]
    assert len(keys[0]) == 16
    assert keys[1] == "1/"


def test_what_stands_in_a_column_without_a_header_is_told() -> None:
    one, two = read("inputs", "Inbreng|", ("w", "verdwaald"), ("w", None))
    assert [(problem.row, problem.column) for problem in one.problems] == [(2, "")]
    assert two.problems == ()


def test_a_reason_is_one_sentence() -> None:
    (row,) = read("inputs", "Inbreng|Datum|Aard", ("w", "31-02-2022", CellFault("#N/A")))
    assert [problem.words.nl.count(".") for problem in row.problems] == [1, 1]


def test_faults_and_cells_beyond_are_told_with_their_place() -> None:
    found = match(TARGETS["inputs"], ("Inbreng", "Datum"), Rules(), "a.xlsx")
    row = SourceRow(9, ("w", CellFault("#N/A")), ("verdwaald",))
    (done,) = read_rows(found, [row], "Blad1")
    assert done.fits
    assert [(p.sheet, p.row, p.column) for p in done.problems] == [
        ("Blad1", 9, "Datum"),
        ("Blad1", 9, ""),
    ]
