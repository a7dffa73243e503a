"""Versions of the plan: what is taken in, what points where, and what has to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.outlines import Became, Heading
from samen_desktop.store import answering, looking_again, plans
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import a_round, an_input, changed

FIRST = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Kiezen", "Kiezen kan altijd."),
    Heading(2, "6.2", "Recht", "Er is een klachtenregeling."),
    Heading(1, "7", "Geld", "Er is geld."),
]
SECOND = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Recht", "Er is een klachtenregeling."),
    Heading(2, "6.2", "Kiezen", "Kiezen kan één keer per jaar."),
]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "a.samen") as found:
        plans.take_in(found, {"number": "0.9", "date": "2022-07-15"}, FIRST)
        yield found


def chapter(dossier: Dossier, title: str) -> plans.Chapter:
    standing = plans.versions(dossier.conn)[0]
    return next(each for each in plans.outline(dossier.conn, standing.key) if each.title == title)


def answered(dossier: Dossier, title: str) -> bytes:
    with dossier.edit("add_input") as edit:
        made = an_input(edit, f"Over {title}")
    place = chapter(dossier, title).id.hex()
    answering.answer(dossier, [made], {"answer/status": "OVG", "answer/place": place})
    return made


def test_an_outline_is_kept_as_the_tree_it_was(dossier: Dossier) -> None:
    (version,) = plans.versions(dossier.conn)
    assert (version.number, version.chapters) == ("0.9", 4)
    told = [each.heading for each in plans.outline(dossier.conn, version.key)]
    assert told == FIRST


def test_a_next_version_says_which_answers_have_to_be_looked_at(dossier: Dossier) -> None:
    titles = ("Keuzevrijheid", "Kiezen", "Recht", "Geld")
    made = {title: answered(dossier, title) for title in titles}
    assert looking_again.to_look_at(dossier.conn) == []
    changed(dossier, made["Geld"], f"chapter/{chapter(dossier, 'Recht').id.hex()}", 1)
    plans.take_in(dossier, {"number": "1.0"}, SECOND)
    told = {
        (each.code, each.was.title): each.became for each in looking_again.to_look_at(dossier.conn)
    }
    assert looking_again.waiting_count(dossier.conn) == sum(
        each.needs_look for each in told.values()
    )
    assert told == {
        ("I-0001", "Keuzevrijheid"): Became.SAME,
        ("I-0002", "Kiezen"): Became.CHANGED,
        ("I-0003", "Recht"): Became.MOVED,
        ("I-0004", "Recht"): Became.MOVED,
        ("I-0004", "Geld"): Became.VANISHED,
    }


def test_what_was_looked_at_points_into_the_version_that_stands(dossier: Dossier) -> None:
    made = answered(dossier, "Recht")
    gone = answered(dossier, "Geld")
    plans.take_in(dossier, {"number": "1.0"}, SECOND)
    before = dump(dossier.log)
    assert looking_again.lead_on(dossier, looking_again.to_look_at(dossier.conn)) == 1
    now = chapter(dossier, "Recht")
    assert (now.number, now.refers) == ("6.1", 1)
    assert dossier.state(made).shown("answer/place") == now.id.hex()
    (left,) = looking_again.to_look_at(dossier.conn)
    assert (left.id, left.now) == (gone, None)
    dossier.undo()
    assert dump(dossier.log) == before


def test_a_chapter_is_followed_over_versions_between(dossier: Dossier) -> None:
    answered(dossier, "Recht")
    plans.take_in(dossier, {"number": "1.0"}, FIRST)
    plans.take_in(dossier, {"number": "1.1"}, SECOND)
    (reference,) = looking_again.to_look_at(dossier.conn)
    assert reference.now == chapter(dossier, "Recht")
    assert reference.became is Became.MOVED


def test_owner_and_status_go_along_to_the_chapter_that_follows(dossier: Dossier) -> None:
    changed(dossier, chapter(dossier, "Recht").id, "owner", "jurist")
    changed(dossier, chapter(dossier, "Recht").id, "status", "INBEW")
    plans.take_in(dossier, {"number": "1.0"}, SECOND)
    now = chapter(dossier, "Recht")
    assert (now.number, now.owner, now.status) == ("6.1", "jurist", "INBEW")


def test_a_number_that_is_there_already_is_refused_and_nothing_changes(dossier: Dossier) -> None:
    before = dump(dossier.log)
    with pytest.raises(KnownError) as told:
        plans.take_in(dossier, {"number": " 0.9 "}, SECOND)
    assert "0.9" in told.value.words.nl
    assert dump(dossier.log) == before


def test_taking_in_is_one_step_back(dossier: Dossier) -> None:
    before = dump(dossier.log)
    plans.take_in(dossier, {"number": "1.0"}, SECOND)
    dossier.undo()
    assert dump(dossier.log) == before


def test_a_ring_of_parents_loses_no_chapter(dossier: Dossier) -> None:
    top, below = chapter(dossier, "Keuzevrijheid"), chapter(dossier, "Kiezen")
    changed(dossier, top.id, "parent", below.id.hex())
    standing = plans.versions(dossier.conn)[0]
    titles = {each.title for each in plans.outline(dossier.conn, standing.key)}
    assert titles == {each.title for each in FIRST}
