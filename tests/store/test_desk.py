"""The desk as the file tells it: the pile, its filters, who said it counted, outdated places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from samen_desktop.core.desk import AGAIN, CHANGED, GONE, NOT_APPROVED, WAITING, By, DeskQuery
from samen_desktop.core.fields import Scalar
from samen_desktop.store import answering, records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import desk, desk_item, voices
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

FULL: Mapping[str, Scalar] = {
    "answer/status": "NOV",
    "answer/text": "Dat doen wij niet.",
    "answer/reason": "Het geld is er niet.",
}


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "a.samen") as found:
        yield found


@pytest.fixture
def said(dossier: Dossier) -> list[bytes]:
    """Four inputs of two themes; the first two in a bundle."""
    with dossier.edit("import") as edit:
        one = a_theme(edit, "Recht", number="TH9").hex()
        other = a_theme(edit, "Geld", number="TH12").hex()
        made = [
            an_input(edit, f"Waar kan ik heen {at}?", theme=one if at < 3 else other)
            for at in range(4)
        ]
    answering.bundle(dossier, made[:2], title="Niet eens, en dan?")
    return made


def codes(dossier: Dossier, query: DeskQuery) -> list[list[str]]:
    """Codes of the items by group, as they lie."""
    return [
        [item.code for item in desk.items(dossier.conn, query, group.value)]
        for group in desk.pile(dossier.conn, query).groups
    ]


def filtered(**filters: str) -> DeskQuery:
    names = {"status": "answer/status"}
    return DeskQuery(filters={names.get(n, n): frozenset({v}) for n, v in filters.items()})


def test_a_bundle_and_each_input_without_one_lie_once_on_the_pile(
    dossier: Dossier, said: list[bytes]
) -> None:
    assert codes(dossier, DeskQuery()) == [["B-01", "I-0003"], ["I-0004"]]
    pile = desk.pile(dossier.conn, DeskQuery())
    assert [(group.code, group.count) for group in pile.groups] == [("TH9", 2), ("TH12", 1)]
    assert (pile.shown, pile.all) == (3, 3)
    assert desk.items(dossier.conn, DeskQuery(), pile.groups[0].value)[0].inputs == 2
    deleted(dossier, desk.items(dossier.conn, DeskQuery(), pile.groups[0].value)[0].id)
    assert codes(dossier, DeskQuery()) == [["I-0001", "I-0002", "I-0003"], ["I-0004"]]


def test_joined_bundles_lie_as_one_and_what_is_gone_does_not_lie_there(
    dossier: Dossier, said: list[bytes]
) -> None:
    other = answering.bundle(dossier, said[2:3])
    first = desk.items(
        dossier.conn, DeskQuery(), desk.pile(dossier.conn, DeskQuery()).groups[0].value
    )
    answering.bundle_items(dossier, [first[0].id, other])
    assert codes(dossier, DeskQuery()) == [["B-01"], ["I-0004"]]
    deleted(dossier, said[3])
    assert codes(dossier, DeskQuery()) == [["B-01"]]


def test_what_nobody_agreed_to_comes_first_and_is_what_the_desk_waits_for(
    dossier: Dossier, said: list[bytes]
) -> None:
    answering.answer(dossier, said[:1], FULL)
    answering.approve(dossier, said[:1], by="wethouder", on="2022-06-20")
    assert codes(dossier, DeskQuery()) == [["I-0003", "B-01"], ["I-0004"]]
    assert codes(dossier, DeskQuery(filters=WAITING)) == [["I-0003"], ["I-0004"]]
    assert desk.unapproved(dossier.conn) == 2
    assert codes(dossier, filtered(approval="AKKOO")) == [["B-01"]]
    assert codes(dossier, filtered(status="NOV")) == [["B-01"]]
    assert codes(dossier, filtered(status="OPN")) == [["I-0003"], ["I-0004"]]


def test_the_pile_lies_by_handler_and_by_chapter_too(dossier: Dossier, said: list[bytes]) -> None:
    answering.answer(dossier, [said[2], said[3]], {"handler": "jurist"})
    by_handler = DeskQuery(By.HANDLER)
    assert codes(dossier, by_handler) == [["I-0003", "I-0004"], ["B-01"]]
    with dossier.edit("read_plan") as edit:
        version = edit.create("plan_version", {"number": "1"}).hex()
        chapter = edit.create("chapter", {"version": version, "number": "2", "title": "Toegang"})
    changed(dossier, said[3], f"chapter/{chapter.hex()}", 1)
    answering.answer(dossier, said[:1], {"answer/place": chapter.hex()})
    pile = desk.pile(dossier.conn, DeskQuery(By.CHAPTER))
    assert [(group.code, group.count) for group in pile.groups] == [("2", 2), ("", 1)]


def test_filters_by_phase_group_and_words_look_at_the_inputs_of_a_bundle(
    dossier: Dossier, said: list[bytes]
) -> None:
    with dossier.edit("import") as edit:
        phase = edit.create("phase", {"number": "1", "name": "Ophalen"})
        session = a_session(edit, phase=phase.hex())
        group = a_group(edit)
    changed(dossier, said[0], "session", session.hex())
    changed(dossier, said[1], f"group/{group.hex()}", 1)
    changed(dossier, said[1], "words", "De klachtenregeling is onbekend.")
    assert codes(dossier, filtered(phase=phase.hex())) == [["B-01"]]
    assert codes(dossier, filtered(group=group.hex())) == [["B-01"]]
    assert codes(dossier, DeskQuery(words="klachten")) == [["B-01"]]
    assert codes(dossier, DeskQuery(words="regeling")) == [["B-01"]]  # any part of a word
    assert codes(dossier, DeskQuery(words="niet eens")) == [["B-01"]]  # the title counts too
    assert codes(dossier, DeskQuery(words="…")) == []


def test_a_filter_offers_what_there_is_with_counts_under_the_other_filters(
    dossier: Dossier, said: list[bytes]
) -> None:
    answering.answer(dossier, said[:1], FULL)
    offered = desk.facets(dossier.conn, "answer/status", DeskQuery(filters=WAITING), "nl")
    assert {facet.value: facet.count for facet in offered} == {"OPN": 2, "NOV": 1}
    approvals = desk.facets(dossier.conn, "approval", filtered(status="NOV"), "nl")
    assert {facet.value: facet.count for facet in approvals if facet.count} == {NOT_APPROVED: 1}
    themes = desk.facets(dossier.conn, "theme", DeskQuery(), "nl")
    assert [(facet.label, facet.count) for facet in themes] == [("TH9 Recht", 2), ("TH12 Geld", 1)]
    assert desk.label_of(dossier.conn, "theme", themes[0].value, "nl") == "TH9 Recht"
    assert desk.label_of(dossier.conn, "approval", NOT_APPROVED, "en") == "not yet"


def test_ten_remarks_of_one_party_are_one_party(dossier: Dossier) -> None:
    with dossier.edit("import") as edit:
        theme = a_theme(edit)
        parents, schools = a_group(edit, "ouders"), a_group(edit, "onderwijs")
        school = a_stakeholder(edit, "School A", **{f"group/{schools.hex()}": 1})
        evening, other = a_session(edit), a_session(edit, "Brief")
        home = {"session": evening.hex(), "group": parents.hex()}
        people = [
            edit.create("participant", {"code": edit.next_person("Ouder", evening), **home})
            for _ in range(2)
        ]
        made = [
            an_input(
                edit,
                f"{at}",
                theme=theme.hex(),
                session=evening.hex(),
                **{f"submitter/{school.hex()}": 1},
            )
            for at in range(10)
        ]
        for person in people:
            by = {f"submitter/{person.hex()}": 1}
            made.append(an_input(edit, "x", theme=theme.hex(), session=other.hex(), **by))
    bundle = answering.bundle(dossier, made)
    key = desk.place_of(dossier.conn, bundle)
    assert key is not None
    found = voices.of_item(dossier.conn, "bundle", key)
    assert (found.inputs, found.sessions, found.people) == (12, 2, 2)
    assert found.parties == ("School A", "ouders")
    item = desk_item.item(dossier, key)
    assert item is not None
    assert item.voices == found
    (theme_key,) = dossier.conn.execute("SELECT key FROM themes").fetchone()
    assert voices.of_theme(dossier.conn, theme_key) == found
    records.join_all(dossier, [people[1]], people[0])
    assert voices.of_item(dossier.conn, "bundle", key).people == 1


def test_an_answer_is_looked_at_again_when_its_place_changed_or_went(
    dossier: Dossier, said: list[bytes]
) -> None:
    with dossier.edit("read_plan") as edit:
        old = edit.create("plan_version", {"number": "1", "place": "a"}).hex()
        chapters = [
            edit.create("chapter", {"version": old, "number": f"{at}", "title": f"Deel {at}"}).hex()
            for at in range(3)
        ]
    for record, chapter in zip((said[0], said[2], said[3]), chapters, strict=True):
        answering.answer(dossier, [record], {"answer/place": chapter})
    assert codes(dossier, filtered(approval=AGAIN)) == []
    with dossier.edit("read_plan") as edit:
        new = edit.create("plan_version", {"number": "2", "place": "b"}).hex()
        for at, text in ((0, ""), (1, "Andere tekst")):
            edit.create(
                "chapter",
                {
                    "version": new,
                    "number": f"{at}",
                    "title": f"Deel {at}",
                    "text": text,
                    "follows": chapters[at],
                },
            )
    assert codes(dossier, filtered(approval=AGAIN)) == [["I-0003"], ["I-0004"]]
    why = []
    for record in (said[0], said[2], said[3]):
        key = desk.place_of(dossier.conn, record)
        assert key is not None
        item = desk_item.item(dossier, key)
        assert item is not None
        why.append(item.again)
    assert why == [None, CHANGED, GONE]


def test_the_place_offers_the_plan_that_counts_with_what_the_theme_chose_before(
    dossier: Dossier, said: list[bytes]
) -> None:
    with dossier.edit("read_plan") as edit:
        version = edit.create("plan_version", {"number": "1"}).hex()
        top = edit.create(
            "chapter", {"version": version, "number": "6", "title": "Hulp", "place": "b"}
        )
        below = edit.create(
            "chapter",
            {
                "version": version,
                "number": "6.1",
                "title": "Recht",
                "parent": top.hex(),
                "place": "c",
            },
        )
        edit.create("chapter", {"version": version, "number": "5", "title": "Wie", "place": "a"})
    answering.answer(dossier, said[:1], {"answer/place": below.hex()})
    theme = dossier.state(said[2]).shown("theme")
    offered = desk_item.chapters(dossier.conn, theme)
    assert [(each.number, each.before) for each in offered] == [
        ("5", ""),
        ("6", ""),
        ("6.1", "TH9"),
    ]


def test_contradictions_are_told_at_both_and_taken_away_by_saying_it_again(
    dossier: Dossier, said: list[bytes]
) -> None:
    assert answering.oppose(dossier, said[2], said[3]) is True
    for one, other in ((said[2], "I-0004"), (said[3], "I-0003")):
        key = desk.place_of(dossier.conn, one)
        assert key is not None
        item = desk_item.item(dossier, key)
        assert item is not None
        assert [code for _, code in item.inputs[0].contradicts] == [other]
    assert answering.oppose(dossier, said[3], said[2]) is False
    assert dossier.conn.execute("SELECT count(*) FROM member").fetchone() == (0,)
