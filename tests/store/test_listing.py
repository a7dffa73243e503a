"""Lists: what is shown, in which order, under which filters, and that counts say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop import resources
from samen_desktop.core.lists import DELETED, LISTS, LONGEST, Query
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import listing
from samen_desktop.store.seed import write_round
from tests.builders import (
    a_group,
    a_round,
    a_session,
    a_stakeholder,
    a_theme,
    an_input,
    deleted,
    noted,
)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "round.samen") as made:
        yield made


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    path = tmp_path_factory.mktemp("demo") / "demo.samen"
    with a_round(path) as made:
        with made.edit("demo") as edit:
            write_round(edit, resources.demo())
        yield made


def codes(dossier: Dossier, query: Query) -> list[str]:
    keys = listing.keys(dossier.conn, query)
    return [row.cells[0] for row in listing.rows(dossier.conn, query.kind, keys)]


@pytest.mark.parametrize("kind", LISTS)
def test_every_column_can_be_sorted_both_ways(demo: Dossier, kind: str) -> None:
    everything = sorted(listing.keys(demo.conn, Query(kind)))
    for column in LISTS[kind].columns:
        for descending in (False, True):
            query = Query(kind, sort=column.field, descending=descending)
            assert sorted(listing.keys(demo.conn, query)) == everything
            page = listing.keys(demo.conn, query, 5)
            assert page == listing.keys(demo.conn, query)[:5]


@pytest.mark.parametrize(
    ("kind", "field"), [(spec.kind, each.field) for spec in LISTS.values() for each in spec.filters]
)
def test_a_filter_shows_as_many_rows_as_it_promised(demo: Dossier, kind: str, field: str) -> None:
    offered = listing.facets(demo.conn, field, Query(kind))
    assert offered or kind == DELETED
    for facet in offered:
        query = Query(kind, filters={field: frozenset({facet.value})})
        assert listing.count(demo.conn, query).shown == facet.count
        assert len(listing.keys(demo.conn, query)) == facet.count
        assert listing.label_of(demo.conn, kind, field, facet.value) == facet.label


def test_two_values_of_a_filter_add_up_and_two_filters_narrow(demo: Dossier) -> None:
    offered = listing.facets(demo.conn, "theme", Query("input"))
    one, two = offered[0], offered[1]
    both = frozenset({one.value, two.value})
    assert listing.count(demo.conn, Query("input", filters={"theme": both})).shown == (
        one.count + two.count
    )
    narrowed = Query("input", filters={"theme": both, "answer/status": frozenset({"OPN"})})
    left = listing.count(demo.conn, narrowed)
    assert left.shown < one.count + two.count
    assert left.all == listing.count(demo.conn, Query("input")).all


def test_words_show_the_newest_first_and_never_what_is_gone(dossier: Dossier) -> None:
    first, second = noted(dossier, "Taxi rijdt niet"), noted(dossier, "De taxi is er nooit")
    assert codes(dossier, Query("input", words="tax")) == ["I-0002", "I-0001"]
    deleted(dossier, second)
    assert codes(dossier, Query("input", words="tax")) == ["I-0001"]
    assert listing.count(dossier.conn, Query("input")) == (1, 1)
    deleted(dossier, first)
    assert listing.count(dossier.conn, Query("input", words="taxi")) == (0, 0)


@pytest.mark.parametrize("words", ['"', "(", "a AND", "NEAR(", "*", "'; DROP TABLE inputs", "€"])
def test_what_is_typed_is_never_a_query(dossier: Dossier, words: str) -> None:
    noted(dossier, "Gewone woorden")
    assert listing.count(dossier.conn, Query("input", words=words)).all == 1


def test_a_joined_record_is_shown_once_and_found_as_the_one_that_stays(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        stays, goes = a_stakeholder(edit, "School A"), a_stakeholder(edit, "Basisschool Abel")
        an_input(edit, "Van de een", **{f"submitter/{stays.hex()}": 1})
        an_input(edit, "Van de ander", **{f"submitter/{goes.hex()}": 1})
        edit.join(goes, stays)
    assert codes(dossier, Query("stakeholder")) == ["S-001"]
    assert codes(dossier, Query("stakeholder", words="abel")) == ["S-001"]
    assert listing.count(dossier.conn, Query("stakeholder")) == (1, 1)
    chosen = {"submitter": frozenset({goes.hex()})}
    assert listing.count(dossier.conn, Query("input", filters=chosen)).shown == 2
    assert listing.place_of(dossier.conn, "stakeholder", goes) == listing.place_of(
        dossier.conn, "stakeholder", stays
    )


def test_groups_of_an_input_are_its_own_and_else_those_of_who_said_it(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        parents, unions = a_group(edit, "Ouders"), a_group(edit, "Bonden")
        school = a_stakeholder(edit, "School A", **{f"group/{parents.hex()}": 1})
        an_input(edit, "Via wie het zei", **{f"submitter/{school.hex()}": 1})
        an_input(
            edit,
            "Zelf ingevuld",
            **{f"submitter/{school.hex()}": 1, f"group/{unions.hex()}": 1},
        )
    for group, code in ((parents, "I-0001"), (unions, "I-0002")):
        assert codes(dossier, Query("input", filters={"group": frozenset({group.hex()})})) == [code]


def test_a_cell_is_one_short_line_unless_the_whole_is_asked(dossier: Dossier) -> None:
    noted(dossier, "regel een\n" + "heel lang " * 200)
    key = listing.keys(dossier.conn, Query("input"))
    at = LISTS["input"].at("summary")
    shown = listing.rows(dossier.conn, "input", key)[0].cells[at]
    assert len(shown) == LONGEST
    assert "\n" not in shown
    whole = listing.rows(dossier.conn, "input", key, whole=True)[0].cells[at]
    assert whole.startswith("regel een\nheel lang")
    assert len(whole) > 1900


def test_a_late_follow_up_says_so_and_is_filtered(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        edit.create("follow_up", {"description": "Bellen", "due": "2022-06-01", "status": "OPEN"})
        edit.create("follow_up", {"description": "Klaar", "due": "2022-06-01", "status": "GEREED"})
        edit.create("follow_up", {"description": "Later", "due": "2199-01-01"})
    at = LISTS["follow_up"].at("due")
    rows = listing.rows(dossier.conn, "follow_up", listing.keys(dossier.conn, Query("follow_up")))
    assert [row.signs[at] for row in rows] == ["LATE", "", ""]
    assert rows[0].cells[at].endswith("dagen te laat")
    late = {"late": frozenset({"1"})}
    assert codes(dossier, Query("follow_up", filters=late)) == ["A-001"]


def test_deleted_records_of_all_kinds_stand_in_one_list(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        gone = [a_theme(edit), a_session(edit), a_stakeholder(edit)]
    for record in gone:
        deleted(dossier, record)
    rows = listing.rows(dossier.conn, DELETED, listing.keys(dossier.conn, Query(DELETED)))
    assert {row.kind for row in rows} == {"theme", "session", "stakeholder"}
    assert {row.id for row in rows} == set(gone)


def test_the_count_of_a_whole_list_agrees_with_the_table(demo: Dossier) -> None:
    for kind in LISTS:
        if kind != DELETED:
            assert listing.count(demo.conn, Query(kind)).all == len(
                listing.keys(demo.conn, Query(kind))
            )


def test_inputs_of_a_group_are_found_from_its_few_organisations_on(tmp_path: Path) -> None:
    """Through all that was ever submitted it took a second in a round of 100,000 inputs."""
    with a_round(tmp_path / "round.samen") as dossier:
        with dossier.edit("new") as edit:
            group = a_group(edit)
        query = Query("input", filters={"group": frozenset({group.hex()})})
        asked: list[str] = []
        dossier.conn.set_trace_callback(asked.append)
        listing.count(dossier.conn, query)
        dossier.conn.set_trace_callback(None)
        counting = next(sql for sql in asked if "UNION ALL" in sql)
        plan = [row[3] for row in dossier.conn.execute(f"EXPLAIN QUERY PLAN {counting}")]
    submitted = [line for line in plan if line.startswith("SEARCH m ")]
    assert submitted
    assert all("member=?" in line for line in submitted), plan
