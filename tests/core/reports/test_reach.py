"""The rule of who was heard, on small rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samen_desktop.core.reports.reach import NO_PHASE, Period, Place, Said, State, Visit, reach

TODAY = "2022-06-20"
PERIODS = (Period("past", "2022-03-31"), Period("now", "2022-09-28"))
HELD = Visit("SE-01", "OUDER", "GEHOUD", "now", "2022-05-18", ("a",), 26)


def cell(group: str, phase: str, *visits: Visit, said: tuple[Said, ...] = ()) -> Place:
    return reach(["a", "b"], PERIODS, visits, said, TODAY).cells[group, phase]


def test_people_at_a_held_session_are_heard() -> None:
    place = cell("a", "now", HELD)
    assert (place.state, place.people, place.sessions) == (State.HEARD, 26, {"SE-01"})
    assert place.last == "2022-05-18"


def test_a_held_session_where_nobody_came_is_not_hearing() -> None:
    assert cell("a", "now", replace(HELD, present=0)).state is State.UNPLANNED


def test_input_is_hearing_without_any_session() -> None:
    place = cell("b", "past", said=(Said(("b",), "past", 3, "2022-02"),))
    assert (place.state, place.inputs, place.last) == (State.HEARD, 3, "2022-02")


def test_a_letter_is_hearing_without_anybody_present() -> None:
    place = cell("a", "now", replace(HELD, kind="SCHRIF", present=0))
    assert (place.state, place.letters, place.sessions) == (State.HEARD, {"SE-01"}, set())


@pytest.mark.parametrize("status", ["GEPL", "UITGEN"])
def test_only_planned_is_still_to_hear_with_code_and_date(status: str) -> None:
    place = cell("a", "now", replace(HELD, status=status, date="2022-06-28", present=0))
    assert (place.state, place.planned) == (State.PLANNED, ("2022-06-28", "SE-01"))


def test_the_first_planned_session_is_named_and_one_without_a_day_comes_last() -> None:
    plan = replace(HELD, status="GEPL", present=0)
    place = cell(
        "a",
        "now",
        replace(plan, session="SE-03", date=""),
        replace(plan, session="SE-04", date="2022-08-01"),
        replace(plan, session="SE-05", date="2022-07-01"),
    )
    assert place.planned == ("2022-07-01", "SE-05")


def test_a_planned_session_whose_day_passed_is_overdue() -> None:
    late = replace(HELD, status="GEPL", date="2022-06-19", present=0)
    assert cell("a", "now", late).state is State.OVERDUE
    assert cell("a", "now", replace(late, date=TODAY)).state is State.PLANNED
    assert cell("a", "now", replace(late, date="2022-06")).state is State.PLANNED


def test_a_moved_session_counts_as_planned_only_with_a_day_to_come() -> None:
    moved = replace(HELD, status="VERZET", present=0)
    assert cell("a", "now", replace(moved, date="2022-07-01")).state is State.PLANNED
    assert cell("a", "now", moved).state is State.UNPLANNED
    assert cell("a", "now", replace(moved, date="")).state is State.UNPLANNED


def test_a_cancelled_session_is_nothing() -> None:
    assert cell("a", "now", replace(HELD, status="AFGEL")).state is State.UNPLANNED


def test_a_past_phase_without_is_not_heard() -> None:
    assert cell("a", "past").state is State.NOT_HEARD


@pytest.mark.parametrize(
    ("end", "state"), [("2022", State.UNPLANNED), ("2022-05", State.NOT_HEARD)]
)
def test_a_partial_end_is_past_when_all_it_may_mean_is(end: str, state: State) -> None:
    assert reach(["a"], [Period("p", end)], [], [], TODAY).cells["a", "p"].state is state


def test_a_phase_without_an_end_is_never_past() -> None:
    assert reach(["a"], [Period("p", "")], [], [], TODAY).cells["a", "p"].state is State.UNPLANNED


def test_an_organisation_counts_in_each_of_its_groups_and_once_in_the_total() -> None:
    visit = replace(HELD, groups=("a", "b"))
    said = (Said(("a", "b"), "now", 4, "2022-06-01"),)
    found = reach(["a", "b"], PERIODS, [visit], said, TODAY)
    for group in ("a", "b"):
        assert (found.groups[group].people, found.groups[group].inputs) == (26, 4)
    for total in (found.phases["now"], found.whole):
        assert (total.people, total.inputs, total.sessions) == (26, 4, {"SE-01"})


def test_people_add_up_over_sessions_and_parties() -> None:
    again = replace(HELD, session="SE-02", present=4)
    place = cell("a", "now", HELD, again, replace(HELD, present=1))
    assert (place.people, len(place.sessions)) == (31, 2)


def test_what_has_no_group_counts_in_the_total_alone() -> None:
    found = reach(["a"], PERIODS, [], [Said((), "now", 2, "")], TODAY)
    assert (found.whole.inputs, found.groups["a"].inputs) == (2, 0)


def test_what_belongs_to_no_known_phase_stands_outside_the_phases() -> None:
    found = reach(["a"], PERIODS, [replace(HELD, phase="gone")], [], TODAY)
    assert found.cells["a", NO_PHASE].state is State.HEARD
    assert found.phases[NO_PHASE].people == 26
    assert reach(["a"], PERIODS, [], [], TODAY).cells["a", NO_PHASE].state is State.NONE
