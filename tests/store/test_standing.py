"""Where a round stands, read from real files and held against the rows of the overview itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samen_desktop import resources
from samen_desktop.core.reports.reach import State
from samen_desktop.core.standing import Why
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import standing
from samen_desktop.store.reading.overview import RoundOverview
from samen_desktop.store.seed import write_round
from samen_desktop.store.steps.editing import Edit
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_writer, an_input, deleted

TODAY = date(2022, 6, 20)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    path = tmp_path_factory.mktemp("standing") / "demo.samen"
    with Dossier.create(path, a_writer()) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        yield dossier


def a_follow_up(edit: Edit, words: str, due: str, status: str) -> bytes:
    return edit.create("follow_up", {"description": words, "due": due, "status": status})


def a_phase(edit: Edit, number: str, start: str, end: str | None = None) -> bytes:
    dates = {"start_planned": start, "end_planned": end}
    return edit.create("phase", {"number": number, "name": f"Fase {number}", **dates})


def member(field: str, record: bytes) -> str:
    return f"{field}/{record.hex()}"


def submitted_by(*records: bytes, field: str = "submitter") -> dict[str, Any]:
    return {member(field, record): 1 for record in records}


def heard_by_rows(dossier: Dossier) -> dict[tuple[str, str], int]:
    """Inputs by group and phase, counted in the rows that the workbook gets."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in RoundOverview(dossier.conn).inputs():
        counts.update((group, row.phase) for group in row.groups)
    return dict(counts)


def heard_by_sql(dossier: Dossier) -> dict[tuple[str, str], int]:
    return {(row.groups[0], row.phase): row.inputs for row in standing._said(dossier.conn)}


def test_groups_are_heard_as_the_workbook_counts_them(demo: Dossier) -> None:
    assert heard_by_sql(demo) == heard_by_rows(demo) != {}


def test_inputs_without_groups_count_in_those_of_their_submitters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        with dossier.edit("add_input") as edit:
            parents, schools, gone = (a_group(edit, name) for name in ("Ouders", "Scholen", "Weg"))
            school = a_stakeholder(edit, "School", **{member("group", schools): 1})
            person = edit.create("participant", {"code": "Ouder 1", "group": parents.hex()})
            an_input(edit, **submitted_by(school, person))
            an_input(edit, **submitted_by(school), **submitted_by(gone, field="group"))
        deleted(dossier, gone)
        assert heard_by_sql(dossier) == heard_by_rows(dossier) != {}
        broken = standing._SAID.replace("'submitter'", "'nobody'")
        monkeypatch.setattr(standing, "_SAID", broken)
        assert heard_by_sql(dossier) != heard_by_rows(dossier)


def test_fates_add_up(demo: Dossier) -> None:
    fates = standing.read_fates(demo.conn)
    rows = Counter(row.status for row in RoundOverview(demo.conn).inputs())
    assert fates.statuses == rows
    assert fates.inputs == sum(rows.values())
    assert fates.undecided == rows["OPN"]


def test_the_demo_of_2022_has_a_current_phase_then_and_none_now(demo: Dossier) -> None:
    then = standing.read_course(demo.conn, TODAY)
    assert then.current is not None
    now = standing.read_course(demo.conn, date(2026, 1, 1))
    assert now.current is None
    assert now.coming == ()
    assert len(now.late) > len(then.late) > 0
    assert [each.days for each in now.late] == sorted(
        (each.days for each in now.late), reverse=True
    )


def test_what_is_late_and_why(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        with dossier.edit("add_session") as edit:
            a_session(edit, "Niet gehouden", date="2022-06-01", status="GEPL")
            a_session(edit, "Verzet", date="2022-06-15", status="VERZET")
            a_session(edit, "Verslag ligt er nog", date="2022-05-02", report_status="CONCEPT")
            a_session(edit, "Verslag mag nog", date="2022-06-02", report_status="TERINZ")
            a_session(edit, "Geen verslag", date="2022-01-02", report_status="GEEN")
            a_session(edit, "Afgelast", date="2022-01-02", status="AFGEL")
            a_session(edit, "Deze maand", date="2022-06", status="GEPL")
            edit.create(
                "follow_up", {"description": "Bellen", "due": "2022-06-19", "status": "OPEN"}
            )
            edit.create(
                "follow_up", {"description": "Klaar", "due": "2022-06-01", "status": "GEREED"}
            )
        course = standing.read_course(dossier.conn, TODAY)
    assert [(each.text, each.why, each.days) for each in course.late] == [
        ("Verslag ligt er nog", Why.REPORT, 21),
        ("Niet gehouden", Why.NOT_HELD, 19),
        ("Verzet", Why.NOT_HELD, 5),
        ("Bellen", Why.DUE, 1),
    ]
    assert [dot.title for dot in course.sessions if dot.status == "AFGEL"] == []


def test_the_next_two_weeks(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        with dossier.edit("add_session") as edit:
            a_session(edit, "Avond", date="2022-06-21", begin="19:30", status="GEPL")
            a_session(edit, "Ochtend", date="2022-06-21", begin="09:30", status="UITGEN")
            a_session(edit, "Juli", date="2022-07", status="GEPL")
            a_session(edit, "Te ver", date="2022-07-05", status="GEPL")
            edit.create(
                "follow_up", {"description": "Bellen", "due": "2022-06-20", "status": "OPEN"}
            )
        course = standing.read_course(dossier.conn, TODAY)
    assert [each.text for each in course.coming] == ["Bellen", "Ochtend", "Avond"]


def test_who_is_still_to_hear(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        with dossier.edit("add_session") as edit:
            first = a_phase(edit, "0", "2022-01", "2022-03")
            a_phase(edit, "1", "2022-04", "2022-09")
            later = a_phase(edit, "2", "2022-10")
            before, never, coming = (
                a_group(edit, each) for each in ("Ouders", "Bonden", "Scholen")
            )
            school = a_stakeholder(edit, "School", **submitted_by(coming, field="group"))
            session = a_session(edit, phase=first.hex(), date="2022-02-01")
            spoken = submitted_by(before, field="group")
            an_input(edit, session=session.hex(), **spoken)
            invited: dict[str, Any] = {f"{member('attendance', school)}/invited": 3}
            a_session(edit, phase=later.hex(), date="2022-10-02", status="GEPL", **invited)
        found = standing.read_unheard(dossier.conn, TODAY)
        assert [(each.name, each.never, each.phase, each.state) for each in found] == [
            ("Bonden", True, "1", State.UNPLANNED),
            ("Ouders", False, "1", State.UNPLANNED),
            ("Scholen", True, "1", State.UNPLANNED),
        ]
        after = standing.read_unheard(dossier.conn, date(2022, 9, 30))
        assert len(after) == 3
        deleted(dossier, never)
        assert "Bonden" not in {each.name for each in standing.read_unheard(dossier.conn, TODAY)}


def test_an_empty_round_says_nothing(tmp_path: Path) -> None:
    with a_round(tmp_path / "r.samen") as dossier:
        course = standing.read_course(dossier.conn, TODAY)
        assert (course.phases, course.sessions, course.late, course.coming) == ((), (), (), ())
        assert standing.read_fates(dossier.conn).inputs == 0
        assert standing.read_unheard(dossier.conn, TODAY) == ()
