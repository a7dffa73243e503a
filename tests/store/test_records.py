"""Edits of single records and of many: one step each, and undo brings back what stood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import Query
from samen_desktop.store import records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import history, listing
from samen_desktop.store.records import Beside
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_theme, an_input, noted


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "round.samen") as made:
        yield made


def steps(dossier: Dossier) -> int:
    return len(list(history.history(dossier.conn)))


def test_a_form_saves_only_what_changed_as_one_step(dossier: Dossier) -> None:
    record = noted(dossier, "Eerst zo", date="2022-06-01")
    before = steps(dossier)
    records.save(dossier, "input", record, {"words": "Nu zo", "date": "2022-06-01"})
    assert steps(dossier) == before + 1
    assert len(history.changes_of(dossier.conn, record, "nl")) == 5
    assert dossier.undo() is not None
    assert records.read(dossier, record).values["words"] == "Eerst zo"


def test_a_record_and_what_belongs_to_it_are_one_step(dossier: Dossier) -> None:
    before = steps(dossier)
    contact = Beside("contact", "of", None, {"function": "beleidsmedewerker"})
    record = records.save(dossier, "stakeholder", None, {"name": "School B"}, [contact])
    found = records.beside(dossier, "contact", "of", record)
    assert [each.values["function"] for each in found] == ["beleidsmedewerker"]
    assert steps(dossier) == before + 1
    records.save(dossier, "stakeholder", record, {}, [Beside("contact", "of", found[0].id, None)])
    assert records.beside(dossier, "contact", "of", record) == []


def test_setting_a_field_for_many_is_one_step_and_touches_no_other(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        theme = a_theme(edit)
        three = [an_input(edit, f"Inbreng {at}") for at in range(3)]
        other = an_input(edit, "Blijft")
    before = steps(dossier)
    assert records.set_many(dossier, three, "theme", theme.hex()) == 3
    assert records.set_many(dossier, three[:1], "theme", theme.hex()) == 0
    assert steps(dossier) == before + 1
    assert "theme" not in records.read(dossier, other).values
    dossier.undo()
    assert all("theme" not in records.read(dossier, each).values for each in three)


def test_a_group_is_added_to_many(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        group = a_group(edit)
        two = [an_input(edit, f"Inbreng {at}") for at in range(2)]
    assert records.set_many(dossier, two, f"group/{group.hex()}", 1) == 2
    assert all(records.read(dossier, each).members("group") == [group.hex()] for each in two)


@pytest.mark.parametrize("moving", [True, False])
def test_deleting_a_session_moves_its_inputs_or_takes_them_along(
    dossier: Dossier, moving: bool
) -> None:
    with dossier.edit("new") as edit:
        goes, stays = a_session(edit, "Gaat weg"), a_session(edit, "Blijft")
        inputs = [an_input(edit, f"Inbreng {at}", session=goes.hex()) for at in range(2)]
    assert [ident for ident, _, _ in records.inputs_of(dossier.conn, [goes])] == inputs
    records.delete_many(dossier, [goes], others=inputs, move=stays if moving else None)
    for each in inputs:
        record = records.read(dossier, each)
        assert record.deleted is not moving
        assert (record.values["session"] == stays.hex()) is moving
    dossier.undo()
    assert not records.read(dossier, goes).deleted
    assert all(records.read(dossier, each).values["session"] == goes.hex() for each in inputs)


def test_joining_tells_before_and_can_be_undone(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        stays, goes = a_stakeholder(edit, "School A"), a_stakeholder(edit, "School Aa")
        an_input(edit, "Van school Aa", **{f"submitter/{goes.hex()}": 1})
        edit.create("contact", {"of": goes.hex(), "function": "directeur"})
    assert records.belongs(dossier.conn, goes) == {"input": 1, "contact": 1}
    assert records.join_all(dossier, [stays, goes], stays) == 1
    assert len(listing.keys(dossier.conn, Query("stakeholder"))) == 1
    assert len(records.beside(dossier, "contact", "of", stays)) == 1
    dossier.undo()
    assert len(listing.keys(dossier.conn, Query("stakeholder"))) == 2


def test_restoring_brings_back_the_record_as_it_was(dossier: Dossier) -> None:
    record = noted(dossier, "Terug graag", summary="Terug")
    records.delete_many(dossier, [record])
    assert records.read(dossier, record).deleted
    assert records.restore_many(dossier, [record]) == 1
    found = records.read(dossier, record)
    assert not found.deleted
    assert found.values["summary"] == "Terug"


def test_a_new_person_gets_a_number_and_a_new_phase_comes_last(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        session = a_session(edit)
    for _ in range(2):
        person = records.save(
            dossier, "participant", None, {"code": "Ouder", "session": session.hex()}
        )
    assert records.read(dossier, person).values["code"] == "Ouder 2"
    first = records.save(dossier, "phase", None, {"number": "1", "name": "Ophalen"})
    second = records.save(dossier, "phase", None, {"number": "2", "name": "Uitwerken"})
    places = [str(records.read(dossier, each).values["place"]) for each in (first, second)]
    assert places == sorted(places)
    assert places[0] != places[1]


def test_choices_are_the_terms_in_use_and_the_records_that_stand(dossier: Dossier) -> None:
    with dossier.edit("new") as edit:
        a_theme(edit, "Wonen", number="TH1")
        edit.delete(a_theme(edit, "Weg", number="TH2"))
    theme = KINDS["input"].field("theme")
    assert [label for _, label in records.choices(dossier.conn, theme, "nl")] == ["TH1 Wonen"]
    status = records.choices(dossier.conn, KINDS["input"].field("status"), "nl")
    assert [code for code, _ in status] == ["RUW", "GECOD", "GECTR", "TERUG"]
