"""Feedback planned for all who spoke, marked as sent, and inputs that are fed back by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.lists import Query
from samen_desktop.store import feeding_back
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.feeding_back import Sent
from samen_desktop.store.log.dump import dump
from samen_desktop.store.reading import listing
from tests.builders import a_group, a_round, a_session, a_stakeholder, an_input, changed


@dataclass
class Evening:
    """A held session where a school, a parent and a child spoke."""

    dossier: Dossier
    session: bytes
    school: bytes
    parent: bytes
    child: bytes
    group: bytes
    alone: bytes
    together: bytes


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_session") as edit:
            session = a_session(edit, date="2022-05-18")
            school, group = a_stakeholder(edit), a_group(edit)
            edit.create("contact", {"of": school.hex(), "preference": "BRIEF"})
            parent = edit.create(
                "participant",
                {"code": "Ouder 1", "session": session.hex(), "group": group.hex()},
            )
            child = edit.create(
                "participant", {"code": "Kind 1", "session": session.hex(), "age": "J0T11"}
            )
            at = {"session": session.hex(), "status": "GECTR"}
            alone = an_input(edit, "Eén", **at, **{f"submitter/{school.hex()}": 1})
            both = {f"submitter/{each.hex()}": 1 for each in (school, parent)}
            together = an_input(edit, "Twee", **at, **both)
            an_input(edit, "Drie", **at, **{f"submitter/{child.hex()}": 1})
        yield Evening(dossier, session, school, parent, child, group, alone, together)


def rows(dossier: Dossier) -> list[tuple[str, ...]]:
    keys = listing.keys(dossier.conn, Query("feedback"))
    return [row.cells[:8] for row in listing.rows(dossier.conn, "feedback", keys)]


def of(dossier: Dossier, party: bytes) -> bytes:
    (found,) = dossier.conn.execute(
        'SELECT f.id FROM feedbacks AS f JOIN change AS c ON c.seq = f."to"'
        " WHERE c.id = ? AND f.deleted = 0",
        (party,),
    ).fetchone()
    return bytes(found)


def test_everybody_who_spoke_is_to_be_told_four_weeks_later(evening: Evening) -> None:
    dossier = evening.dossier
    before = dump(dossier.log)
    assert feeding_back.plan(dossier, [evening.session]) == 3
    told = {row[0]: row[1:6] for row in rows(dossier)}
    assert told["School A"][0:4] == ("SE-01", "2", "2", "brief")
    assert told["Kind 1"][3] == "kindvriendelijke samenvatting"
    assert told["Ouder 1"][1] == "1"
    dues = dossier.conn.execute("SELECT DISTINCT due FROM feedbacks").fetchall()
    assert dues == [("2022-06-15",)]
    assert feeding_back.plan(dossier) == 0
    dossier.undo()
    assert dump(dossier.log) == before


def test_nothing_is_planned_for_a_session_that_was_not_held(evening: Evening) -> None:
    changed(evening.dossier, evening.session, "status", "GEPL")
    before = dump(evening.dossier.log)
    with pytest.raises(KnownError) as told:
        feeding_back.plan(evening.dossier, [evening.session])
    assert "SE-01" in told.value.words.nl
    assert feeding_back.plan(evening.dossier) == 0
    assert dump(evening.dossier.log) == before


def test_an_input_is_fed_back_once_all_who_said_it_have_heard(evening: Evening) -> None:
    dossier = evening.dossier
    feeding_back.plan(dossier)
    school, parent = of(dossier, evening.school), of(dossier, evening.parent)
    assert feeding_back.told_by(dossier.conn, [school]) == [evening.alone]
    assert feeding_back.told_by(dossier.conn, [school, parent]) == [
        evening.alone,
        evening.together,
    ]
    before = dump(dossier.log)
    assert feeding_back.mark_sent(dossier, [school], "2022-06-01", inputs=True) == Sent(1, 1)
    assert dossier.state(evening.alone).shown("status") == "TERUG"
    assert dossier.state(evening.together).shown("status") == "GECTR"
    assert feeding_back.mark_sent(dossier, [school, parent], "2022-06-02", inputs=True) == Sent(
        1, 1
    )
    assert dossier.state(school).shown("sent") == "2022-06-01"
    dossier.undo()
    dossier.undo()
    assert dump(dossier.log) == before


def test_inputs_stay_as_they_are_unless_a_person_says_so(evening: Evening) -> None:
    feeding_back.plan(evening.dossier)
    school = of(evening.dossier, evening.school)
    assert feeding_back.mark_sent(evening.dossier, [school], "2022-06-01", inputs=False).inputs == 0
    assert evening.dossier.state(evening.alone).shown("status") == "GECTR"


def test_a_group_that_was_told_as_a_whole_counts_for_its_members(evening: Evening) -> None:
    dossier = evening.dossier
    with dossier.edit("add_feedback") as edit:
        group = edit.create("feedback", {"to": evening.group.hex()})
        school = edit.create("feedback", {"to": evening.school.hex()})
    assert feeding_back.told_by(dossier.conn, [group, school]) == [evening.alone, evening.together]


def test_what_was_not_checked_is_not_fed_back(evening: Evening) -> None:
    changed(evening.dossier, evening.alone, "status", "GECOD")
    feeding_back.plan(evening.dossier)
    assert feeding_back.told_by(evening.dossier.conn, [of(evening.dossier, evening.school)]) == []


def test_late_is_what_was_due_before_today_and_not_sent(evening: Evening) -> None:
    dossier = evening.dossier
    feeding_back.plan(dossier)
    assert feeding_back.late_count(dossier.conn, "2022-06-15") == 0
    assert feeding_back.late_count(dossier.conn, "2022-06-16") == 3
    feeding_back.mark_sent(dossier, [of(dossier, evening.school)], "2022-06-16", inputs=False)
    assert feeding_back.late_count(dossier.conn, "2022-06-16") == 2
    late = Query("feedback", filters={"late": frozenset({"1"})})
    assert listing.count(dossier.conn, late) == (2, 3)
