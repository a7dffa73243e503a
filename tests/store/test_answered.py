"""The rows of the reports about answers, from a real file: joined, gone and half-filled ones."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from samen_desktop.core.fields import Scalar
from samen_desktop.store import answering
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.answered import RoundAnswers
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_theme, an_input, deleted


def codes(source: RoundAnswers) -> list[tuple[str, str]]:
    return [(row.input.code, row.subject.bundle) for row in source.answered()]


def test_an_empty_file_gives_no_rows(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        source = RoundAnswers(dossier.conn)
        assert list(source.answered()) == []
        assert source.themes_answered() == ()
        assert list(source.processed()) == []
        assert list(source.feedback()) == []
        assert list(source.own_changes()) == []


def test_bundles_come_with_their_inputs_and_the_rest_alone(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            theme = a_theme(edit, "Wonen", number="TH1")
            one, two = (an_input(edit, f"{at}", theme=theme.hex()) for at in range(2))
            alone = an_input(edit, "alleen", theme=theme.hex())
            an_input(edit, "zonder thema")
            an_input(edit, "van ons", kind="AMBTS", theme=theme.hex())
        bundle = answering.bundle(dossier, [one, two], title="Samen")
        source = RoundAnswers(dossier.conn)
        key, none = source.themes_answered()
        assert [
            (subject.bundle, [row.input.words for row in rows])
            for subject, rows in source.subjects(key)
        ] == [("B-01", ["0", "1"]), ("", ["alleen"])]
        assert [rows[0].input.words for _, rows in source.subjects(none)] == ["zonder thema"]
        assert [row.input.words for row in source.own_changes()] == ["van ons"]
        deleted(dossier, bundle)  # what was in it stands by itself again
        deleted(dossier, alone)
        source = RoundAnswers(dossier.conn)
        assert [rows[0].input.words for _, rows in source.subjects(key)] == ["0", "1"]


def test_joined_bundles_sessions_and_themes_are_read_as_the_one_that_stays(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            session, other = a_session(edit, "Avond"), a_session(edit, "Avond (dubbel)")
            theme, same = a_theme(edit, "Wonen"), a_theme(edit, "wonen")
            one = an_input(edit, "een", session=session.hex(), theme=theme.hex())
            two = an_input(edit, "twee", session=other.hex(), theme=same.hex())
        first = answering.bundle(dossier, [one], title="A")
        second = answering.bundle(dossier, [two], title="B")
        with dossier.edit("join_session") as edit:
            edit.join(other, session)
            edit.join(same, theme)
            edit.join(second, first)
        source = RoundAnswers(dossier.conn)
        assert codes(source) == [("I-0001", "B-01"), ("I-0002", "B-01")]
        assert [row.input.words for row in source.of_session("SE-01")] == ["een", "twee"]
        (key,) = source.themes_answered()
        ((subject, rows),) = source.subjects(key)
        assert (subject.title, len(rows)) == ("A", 2)


def test_an_input_stands_under_each_chapter_it_is_about_and_once_in_each(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            version = edit.create("plan_version", {"number": "1.0"}).hex()
            top = edit.create("chapter", {"version": version, "number": "6", "title": "Rechten"})
            below = edit.create(
                "chapter",
                {"version": version, "number": "6.2", "title": "Klacht", "parent": top.hex()},
            )
            gone = edit.create("chapter", {"version": version, "number": "9", "title": "Weg"})
            one = an_input(edit, "een", **{f"chapter/{top.hex()}": 1})
            two = an_input(edit, "twee", **{"answer/place": gone.hex()})
        placed = {"answer/status": "OVG", "answer/place": below.hex()}
        answering.answer(dossier, [one], placed)
        deleted(dossier, gone)
        found = [
            (chapter.name, chapter.top, chapter.version, row.input.words)
            for chapter, row in RoundAnswers(dossier.conn).processed()
        ]
        assert found == [
            ("6 Rechten", "6 Rechten", "1.0", "een"),
            ("6.2 Klacht", "6 Rechten", "1.0", "een"),
            ("", "", "", "twee"),
        ]
        assert two


def test_what_was_published_elsewhere_is_found_there_when_asked(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            version = edit.create("plan_version", {"number": "1.0"}).hex()
            old, new = (
                edit.create("chapter", {"version": version, "title": title})
                for title in ("Oud", "Nieuw")
            )
            one = an_input(edit, "een")
        placed = {"answer/status": "OVG", "answer/text": "Ja.", "answer/place": old.hex()}
        answering.answer(dossier, [one], placed)
        answering.approve(dossier, [one], by="directeur", on="2022-06-01")
        answering.publish(dossier, [one], on="2022-06-10")
        answering.answer(dossier, [one], {"answer/place": new.hex()})
        source = RoundAnswers(dossier.conn)
        assert [chapter.title for chapter, _ in source.processed()] == ["Nieuw"]
        assert {chapter.title for chapter, _ in source.processed(before=True)} == {"Oud", "Nieuw"}
        ((_, row), *_) = source.processed()
        assert row.subject.last is not None
        assert row.subject.last.place.title == "Oud"


def _spoken(dossier: Dossier) -> None:
    with dossier.edit("import") as edit:
        parents = a_group(edit, "ouders")
        school = a_stakeholder(edit, "School A", **{f"group/{parents.hex()}": 1})
        held = a_session(edit, "Avond", date="2022-05-18")
        later = a_session(edit, "Later", date="2022-06-18", status="GEPL")
        who = edit.create(
            "participant", {"code": "Ouder 1", "session": held.hex(), "group": parents.hex()}
        )
        for session, party in ((held, who), (held, who), (held, school), (later, school)):
            an_input(edit, "x", session=session.hex(), **{f"submitter/{party.hex()}": 1})
        edit.create("feedback", {"to": who.hex(), "session": held.hex(), "channel": "BRIEF",
                                 "due": "2022-06-01"})  # fmt: skip
        edit.create("feedback", {"to": parents.hex(), "session": held.hex(), "channel": "WEBSIT"})


def test_each_party_of_each_session_is_told_once(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        _spoken(dossier)
        rows = list(RoundAnswers(dossier.conn).feedback())
        told = [
            (row.session, row.person or row.stakeholder or "groep", len(row.inputs), row.due)
            for row in rows
        ]
    assert told == [
        ("SE-01", "Ouder 1", 2, "2022-06-01"),  # as was agreed
        ("SE-01", "S-001", 1, "2022-06-15"),  # four weeks after
        ("SE-01", "groep", 2, "2022-06-15"),
        ("SE-02", "S-001", 1, ""),  # not held yet
    ]
    assert [row.channel for row in rows] == ["BRIEF", "", "WEBSIT", ""]
    assert rows[0].crowd == (rows[2].group, 1)


def test_the_people_of_a_group_are_counted_or_at_least_those_with_a_code(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            parents = a_group(edit, "ouders")
            for number, present in (("een", 26), ("twee", None), ("drie", 1)):
                party = f"attendance/{parents.hex()}/present"
                session = a_session(edit, number, **({party: present} if present else {}))
                for at in range(2):
                    fields = {"code": f"Ouder {at}", "session": session.hex()}
                    who = edit.create("participant", {**fields, "group": parents.hex()})
                said: dict[str, Scalar] = {f"submitter/{who.hex()}": 1, "session": session.hex()}
                edit.create("input", {"words": "Waar?", **said})
        rows = RoundAnswers(dossier.conn).answered()
        assert [row.input.crowds[0][1] for row in rows] == [26, 2, 2]


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        _spoken(dossier)
    conn = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    source = RoundAnswers(conn)
    assert len(list(source.answered())) == 4
    assert conn.total_changes == 0
    conn.close()
