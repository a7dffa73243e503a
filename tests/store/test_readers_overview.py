"""The overview's rows, read from a real file: order, what is joined or gone, what falls back."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

from samen_desktop.core.fields import Scalar
from samen_desktop.core.reports.rows import OverviewSource
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.overview import RoundOverview
from tests.builders import (
    a_group,
    a_round,
    a_session,
    a_stakeholder,
    a_theme,
    an_input,
    changed,
    deleted,
)


def _source(dossier: Dossier) -> OverviewSource:
    return RoundOverview(dossier.conn)


def test_an_empty_file_gives_no_rows(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen", municipality="Groningen", demo=1) as dossier:
        source = _source(dossier)
        cover = source.cover()
        assert (cover.round, cover.municipality, cover.demo) == (
            "Jeugd in beeld",
            "Groningen",
            True,
        )
        assert cover.inputs == 0
        assert not [*source.phases(), *source.groups(), *source.themes(), *source.stakeholders()]
        assert not [*source.sessions(), *source.attendance(), *source.inputs()]
        assert not [*source.follow_ups()]


def test_inputs_stand_by_code_without_a_mark_first(tmp_path: Path) -> None:
    codes = ["I-HR-0002", "eigen nummer", "I-0010", "I-0002", "I-AB-0003"]
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for code in codes:
                an_input(edit, code=code)
        rows = [row.code for row in _source(dossier).inputs()]
    assert rows == ["I-0002", "I-0010", "I-AB-0003", "I-HR-0002", "eigen nummer"]


def test_an_input_takes_from_its_session_and_submitters_what_it_does_not_say(
    tmp_path: Path,
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            phase = edit.create("phase", {"number": "1", "name": "Ophalen"})
            parents, youth = a_group(edit, "Ouders", place="b"), a_group(edit, "Jeugd", place="a")
            here = a_session(edit, date="2022-05-18", phase=phase.hex())
            there = a_session(edit, "Jongerenavond")
            school = a_stakeholder(edit, "School A", **{f"group/{youth.hex()}": 1})
            person = {"code": "Ouder 4", "group": parents.hex()}
            parent = edit.create("participant", {**person, "session": here.hex()})
            guest = edit.create("participant", {**person, "session": there.hex()})
            submitters = {f"submitter/{record.hex()}": 1 for record in (guest, parent, school)}
            an_input(edit, "Meer groen", session=here.hex(), **submitters)
            own: dict[str, Scalar] = {
                f"group/{parents.hex()}": 1,
                "date": "2022-06",
                "answer/status": "TKN",
            }
            an_input(edit, "Meer rust", session=here.hex(), **submitters, **own)
        source = _source(dossier)
        keys = {row.name: row.key for row in source.groups()}
        first, second = source.inputs()
        assert [row.name for row in source.groups()] == ["Jeugd", "Ouders"]
    assert (first.session, first.date, first.status, first.privacy) == (
        "SE-01",
        "2022-05-18",
        "OPN",
        "COLLEG",
    )
    assert first.stakeholders == ("S-001",)
    assert set(first.participants) == {"Ouder 4", "SE-02 Ouder 4"}
    assert first.groups == (keys["Jeugd"], keys["Ouders"])
    assert (second.groups, second.date, second.status) == ((keys["Ouders"],), "2022-06", "TKN")
    assert first.phase != ""


def test_joined_records_are_read_as_the_one_that_stays(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            one, two = a_stakeholder(edit, "School A"), a_stakeholder(edit, "De school A")
            theme, same = a_theme(edit, "Wonen"), a_theme(edit, "Huisvesting")
            group, twin = a_group(edit, "Ouders"), a_group(edit, "Ouder")
            evening, copy = a_session(edit, "Avond"), a_session(edit, "Avond")
            an_input(
                edit,
                "Meer groen",
                session=copy.hex(),
                theme=same.hex(),
                **{f"submitter/{two.hex()}": 1, f"group/{twin.hex()}": 1},
            )
            double = an_input(edit)
            for party in (one, two):
                edit.set(evening, f"attendance/{party.hex()}/present", 3)
            edit.set(evening, f"attendance/{two.hex()}/invited", 5)
            kept = an_input(edit)
            edit.create("follow_up", {"description": "Bellen", "origin": double.hex()})
            pairs = ((two, one), (same, theme), (twin, group), (copy, evening), (double, kept))
            for goes, stays in pairs:
                edit.join(goes, stays)
        source = _source(dossier)
        rows = list(source.inputs())
        assert [row.code for row in rows] == ["I-0001", "I-0003"]
        assert source.cover().inputs == 2
        said = rows[0]
        assert (said.session, said.stakeholders) == ("SE-01", ("S-001",))
        assert [row.key for row in source.themes()] == [said.theme]
        assert tuple(row.key for row in source.groups()) == said.groups
        assert [row.code for row in source.stakeholders()] == ["S-001"]
        assert [row.origin for row in source.follow_ups()] == ["I-0003"]
        # Two records of one organisation that both say three people are not six people.
        assert [(row.stakeholder, row.invited, row.present) for row in source.attendance()] == [
            ("S-001", 5, 3)
        ]
        assert [(row.code, row.invited, row.present) for row in source.sessions()] == [
            ("SE-01", 5, 3)
        ]


def test_gone_records_are_left_out_and_not_pointed_at(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            session, theme, group = a_session(edit), a_theme(edit), a_group(edit)
            school = a_stakeholder(edit)
            edit.set(session, f"attendance/{school.hex()}/present", 3)
            an_input(
                edit,
                "Meer groen",
                session=session.hex(),
                theme=theme.hex(),
                **{f"submitter/{school.hex()}": 1, f"group/{group.hex()}": 1},
            )
            gone = an_input(edit)
        for record in (session, theme, group, school, gone):
            deleted(dossier, record)
        source = _source(dossier)
        (row,) = source.inputs()
        assert (row.session, row.theme, row.stakeholders, row.groups) == ("", "", (), ())
        assert not [*source.sessions(), *source.attendance(), *source.stakeholders()]


def test_themes_stand_in_the_order_of_the_tree_and_a_ring_is_cut(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            wide = a_theme(edit, "Wonen", number="10")
            first = a_theme(edit, "School", number="2")
            a_theme(edit, "Huur", number="10.2", parent=wide.hex())
            deep = a_theme(edit, "Kamers", number="10.1", parent=wide.hex())
        themes = list(_source(dossier).themes())
        assert [row.number for row in themes] == ["2", "10", "10.1", "10.2"]
        assert themes[2].parent == themes[1].key
        changed(dossier, wide, "parent", deep.hex())
        cut = list(_source(dossier).themes())
        assert {row.number for row in cut} == {"2", "10", "10.1", "10.2"}
        assert sum(row.parent == "" for row in cut) == 2
        with dossier.edit("join") as edit:
            edit.set(wide, "parent", first.hex())
            edit.join(first, wide)
        assert sorted(row.number for row in _source(dossier).themes()) == ["10", "10.1", "10.2"]


def test_sessions_stand_by_date_and_undated_ones_last(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for date in (None, "2022-06-01", "2022-05", "2021"):
                a_session(edit, date=date)
        rows = [row.date for row in _source(dossier).sessions()]
    assert rows == ["2021", "2022-05", "2022-06-01", ""]


def test_many_inputs_are_streamed_and_not_held(tmp_path: Path) -> None:
    words = "Waar kan ik heen als het niet gaat? " * 20
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for at in range(3000):
                who = edit.create("participant", {"code": f"Indiener {at + 1}"})
                an_input(edit, words, **{f"submitter/{who.hex()}": 1})

        def peak(*, hold: bool) -> int:
            tracemalloc.start()
            rows = _source(dossier).inputs()
            kept = list(rows) if hold else [row for row in rows if not row.code]
            found = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
            assert hold == bool(kept)
            return found

        # The broken variant: a reader that gathers its rows first.
        assert peak(hold=False) * 2 < peak(hold=True)
