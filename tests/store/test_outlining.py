"""An outline changed by hand: chapters come, go and move, each wish one step back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from samen_desktop.core import outlines
from samen_desktop.core.errors import KnownError
from samen_desktop.core.outlines import Became, Heading
from samen_desktop.store import answering, looking_again, outlining, plans
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from samen_desktop.store.outlining import Way, Where
from samen_desktop.store.reading import pointing
from tests.builders import a_round, an_input, changed

FIRST = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Kiezen", "Kiezen kan altijd."),
    Heading(2, "6.2", "Recht", "Er is een klachtenregeling."),
    Heading(1, "7", "Geld", "Er is geld."),
]


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "a.samen") as found:
        plans.take_in(found, {"number": "0.9"}, FIRST)
        yield found


def version(dossier: Dossier) -> plans.Version:
    return plans.versions(dossier.conn)[0]


def told(dossier: Dossier) -> list[tuple[int, str, str]]:
    found = plans.outline(dossier.conn, version(dossier).key)
    return [(each.level, each.number, each.title) for each in found]


def chapter(dossier: Dossier, title: str) -> bytes:
    found = plans.outline(dossier.conn, version(dossier).key)
    return next(each.id for each in found if each.title == title)


def one_step(dossier: Dossier, does: Callable[[], object]) -> None:
    """Do it, see that it is one step, and that it can be taken back and done again."""
    before = dump(dossier.log)
    does()
    after = told(dossier)
    dossier.undo()
    assert dump(dossier.log) == before
    dossier.redo()
    assert told(dossier) == after


@pytest.mark.parametrize(
    ("where", "row", "number"),
    [(Where.BEFORE, 1, ""), (Where.AFTER, 2, ""), (Where.UNDER, 2, "6.1.1")],
)
def test_a_chapter_comes_before_after_or_under_another(
    dossier: Dossier, where: Where, row: int, number: str
) -> None:
    at = chapter(dossier, "Kiezen")
    new = [Heading(1, "", "Wijken")]
    one_step(dossier, lambda: outlining.add(dossier, version(dossier).id, new, at, where))
    level = 3 if where is Where.UNDER else 2
    assert told(dossier)[row] == (level, number, "Wijken")


def test_the_next_number_is_given_where_it_is_free(dossier: Dossier) -> None:
    outlining.add(dossier, version(dossier).id, [Heading(1, "", "Slot")])
    outlining.add(
        dossier, version(dossier).id, [Heading(1, "", "Klachten")], chapter(dossier, "Recht")
    )
    assert (1, "8", "Slot") in told(dossier)
    assert (2, "6.3", "Klachten") in told(dossier)


def test_pasted_lines_come_in_as_the_tree_they_are(dossier: Dossier) -> None:
    lines = outlines.typed("8 Slot\n\t8.1 Evalueren\n\t8.2 Meten\n9 Bijlagen")
    one_step(dossier, lambda: outlining.add(dossier, version(dossier).id, lines))
    assert told(dossier)[-4:] == [
        (1, "8", "Slot"),
        (2, "8.1", "Evalueren"),
        (2, "8.2", "Meten"),
        (1, "9", "Bijlagen"),
    ]


def test_a_first_version_is_made_by_hand(tmp_path: Path) -> None:
    with a_round(tmp_path / "b.samen") as empty:
        made = outlining.make_version(empty, {"number": "0.1"})
        first = outlining.add(empty, made, [Heading(1, "", "Inleiding")])[0]
        second = outlining.add(empty, made, [Heading(1, "", "Doel")], first)[0]
        outlining.add(empty, made, [Heading(1, "", "Waarom")], second, Where.UNDER)
        assert told(empty) == [(1, "1", "Inleiding"), (1, "2", "Doel"), (2, "2.1", "Waarom")]
        with pytest.raises(KnownError):
            outlining.make_version(empty, {"number": "0.1"})
        with pytest.raises(KnownError):
            outlining.make_version(empty, {"number": " "})


def test_chapters_move_with_all_under_them(dossier: Dossier) -> None:
    one_step(dossier, lambda: outlining.move(dossier, chapter(dossier, "Geld"), Way.UP))
    assert [title for _, _, title in told(dossier)] == ["Geld", "Keuzevrijheid", "Kiezen", "Recht"]
    one_step(dossier, lambda: outlining.move(dossier, chapter(dossier, "Keuzevrijheid"), Way.IN))
    assert [level for level, _, _ in told(dossier)] == [1, 2, 3, 3]
    one_step(dossier, lambda: outlining.move(dossier, chapter(dossier, "Recht"), Way.OUT))
    assert told(dossier)[-1] == (2, "6.2", "Recht")
    one_step(dossier, lambda: outlining.move(dossier, chapter(dossier, "Recht"), Way.UP))
    assert told(dossier)[1] == (2, "6.2", "Recht")


def test_what_cannot_go_that_way_stays(dossier: Dossier) -> None:
    before = dump(dossier.log)
    first, last = chapter(dossier, "Keuzevrijheid"), chapter(dossier, "Geld")
    assert not outlining.move(dossier, first, Way.UP)
    assert not outlining.move(dossier, first, Way.IN)
    assert not outlining.move(dossier, first, Way.OUT)
    assert not outlining.move(dossier, last, Way.DOWN)
    assert dump(dossier.log) == before


def test_two_laptops_that_gave_one_place_twice_leave_room(dossier: Dossier) -> None:
    place = dossier.state(chapter(dossier, "Kiezen")).shown("place")
    changed(dossier, chapter(dossier, "Recht"), "place", place)
    outlining.add(
        dossier, version(dossier).id, [Heading(1, "", "Tussen")], chapter(dossier, "Kiezen")
    )
    assert [title for _, _, title in told(dossier)][1:4] == ["Kiezen", "Tussen", "Recht"]


def test_what_is_taken_out_takes_along_what_stands_under_it(dossier: Dossier) -> None:
    one_step(dossier, lambda: outlining.take_out(dossier, chapter(dossier, "Keuzevrijheid")))
    assert told(dossier) == [(1, "7", "Geld")]


def test_an_answer_at_a_chapter_that_is_taken_out_is_looked_at_again(dossier: Dossier) -> None:
    geld = chapter(dossier, "Geld")
    with dossier.edit("add_input") as edit:
        made = an_input(edit, "Meer geld")
    answering.answer(dossier, [made], {"answer/status": "OVG", "answer/place": geld.hex()})
    outlining.take_out(dossier, geld)
    (reference,) = looking_again.to_look_at(dossier.conn)
    assert (reference.id, reference.became, reference.now) == (made, Became.VANISHED, None)
    looking_again.place_again(dossier, [reference], chapter(dossier, "Recht"))
    assert looking_again.to_look_at(dossier.conn) == []
    assert dossier.state(made).shown("answer/place") == chapter(dossier, "Recht").hex()


def test_a_version_goes_with_its_chapters_and_comes_back(dossier: Dossier) -> None:
    plans.take_in(dossier, {"number": "1.0"}, FIRST[:1])
    before = told(dossier)
    assert outlining.delete_version(dossier, version(dossier).id) == 1
    assert version(dossier).number == "0.9"
    dossier.undo()
    assert told(dossier) == before


def test_what_points_at_a_chapter_is_told_with_what_it_changes(dossier: Dossier) -> None:
    geld = chapter(dossier, "Geld")
    with dossier.edit("add_input") as edit:
        one, two = an_input(edit, "Meer geld"), an_input(edit, "Minder geld")
    together = answering.bundle(dossier, [one, two], title="Geld")
    changed(dossier, one, f"chapter/{geld.hex()}", 1)
    fields = {"answer/status": "OVG", "answer/place": geld.hex(), "answer/change": "Er is meer."}
    answering.answer(dossier, [together], fields)
    key = next(
        each.key
        for each in plans.outline(dossier.conn, version(dossier).key)
        if each.title == "Geld"
    )
    found = pointing.pointing_at(dossier.conn, key)
    assert [(each.kind, each.code, each.status, each.change) for each in found] == [
        ("bundle", "B-01", "OVG", "Er is meer."),
        ("input", "I-0001", "OVG", ""),
    ]
    assert pointing.counts(dossier.conn, version(dossier).key) == {key: pointing.Counts(1, 1)}
