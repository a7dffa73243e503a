"""Where one organisation or group was heard; and each figure is what the list it leads to shows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from samen_desktop import resources
from samen_desktop.core.heard import HEARD_KINDS, Heard
from samen_desktop.core.lists import Query
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import listing
from samen_desktop.store.reading.heard import heard_of
from samen_desktop.store.seed import write_round
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_writer, an_input

TODAY = date(2022, 6, 20)


def heard(dossier: Dossier, record: bytes, kind: str = "stakeholder") -> Heard:
    return heard_of(dossier.conn, kind, record, TODAY)


def test_who_was_never_heard_is_told_with_the_session_that_is_planned(tmp_path: Path) -> None:
    with a_round(tmp_path / "round.samen") as dossier:
        with dossier.edit("new") as edit:
            school = a_stakeholder(edit)
            a_session(edit, status="GEPL", date="2022-07-05", **there(school, invited=1))
            a_session(edit, status="AFGEL", date="2022-05-05", **there(school, invited=1))
            a_session(edit, status="GEHOUD", date="2022-06-01", **there(school, present=0))
        found = heard(dossier, school)
    assert found.never
    assert [(each.day, each.held) for each in found.meetings] == [("2022-07-05", False)]


def test_sessions_inputs_and_follow_ups_are_counted_per_phase(tmp_path: Path) -> None:
    with a_round(tmp_path / "round.samen") as dossier:
        with dossier.edit("new") as edit:
            phase = edit.create("phase", {"number": "1", "name": "Ophalen", "place": "a"})
            edit.create("phase", {"number": "2", "name": "Later", "place": "b"})
            school = a_stakeholder(edit)
            home = a_session(edit, phase=phase.hex(), date="2022-06-01", **there(school, present=3))
            by = {**said_by(school), "session": home.hex()}
            asked = an_input(edit, **by)
            an_input(edit, **by, **{"answer/status": "OVG"})
            an_input(edit, **said_by(school))
            edit.create(
                "follow_up",
                {"description": "Bel terug", "status": "OPEN", "due": "2022-06-17"}
                | {"origin": asked.hex()},
            )
        found = heard(dossier, school)
    first, second, outside = found.phases
    assert (first.name, first.sessions, first.inputs, first.undecided) == ("1 Ophalen", 1, 2, 1)
    assert (second.sessions, second.inputs) == (0, 0)
    assert (outside.phase, outside.inputs) == ("", 1)
    assert [(each.text, each.late) for each in found.duties] == [("Bel terug", 3)]


def test_a_group_is_heard_through_its_organisations(tmp_path: Path) -> None:
    with a_round(tmp_path / "round.samen") as dossier:
        with dossier.edit("new") as edit:
            group = a_group(edit)
            member: dict[str, Any] = {f"group/{group.hex()}": 1}
            school = a_stakeholder(edit, **member)
            a_session(edit, date="2022-06-01", **there(school))
            an_input(edit, **said_by(school))
        found = heard(dossier, group, "group")
    assert [(each.sessions, each.inputs) for each in found.phases] == [(1, 1)]


def test_what_was_said_by_two_records_of_one_organisation_is_told_of_the_one_that_stays(
    tmp_path: Path,
) -> None:
    with a_round(tmp_path / "round.samen") as dossier:
        with dossier.edit("new") as edit:
            stays, other = a_stakeholder(edit, "School A"), a_stakeholder(edit, "School a")
            a_session(edit, date="2022-06-01", **there(other))
            an_input(edit, **said_by(other))
        with dossier.edit("join") as edit:
            edit.join(other, stays)
        found = heard(dossier, stays)
    assert [(each.sessions, each.inputs) for each in found.phases] == [(1, 1)]


def test_each_figure_of_the_demo_is_what_its_list_shows(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "demo.samen", a_writer()) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        told = 0
        for kind, by in HEARD_KINDS.items():
            table = {"stakeholder": "stakeholders", "group": "groups"}[kind]
            for (ident,) in dossier.conn.execute(f"SELECT id FROM {table}").fetchall():
                who = frozenset({ident.hex()})
                for phase in heard(dossier, ident, kind).phases:
                    here = {"phase": frozenset({phase.phase})}
                    held = Query(
                        "session",
                        filters={**here, "party": who, "status": frozenset({"GEHOUD"})},
                    )
                    said = Query("input", filters={**here, by: who})
                    assert listing.count(dossier.conn, held).shown == phase.sessions
                    assert listing.count(dossier.conn, said).shown == phase.inputs
                    told += phase.sessions + phase.inputs
        assert told > 100


def said_by(party: bytes) -> dict[str, Any]:
    return {f"submitter/{party.hex()}": 1}


def there(party: bytes, **parts: int) -> dict[str, Any]:
    """Attendance of one party at a session."""
    parts = parts or {"present": 2}
    return {f"attendance/{party.hex()}/{part}": value for part, value in parts.items()}
