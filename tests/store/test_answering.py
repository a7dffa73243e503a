"""From input to answer: bundles, duties, approval, publication, and what keeps a round open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.core import answers
from samen_desktop.core.errors import KnownError
from samen_desktop.store import answering, records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from samen_desktop.store.reading.standing import read_fates
from tests.builders import a_round, an_input, deleted, noted

FULL = {
    "answer/status": "NOV",
    "answer/text": "Dat doen wij niet.",
    "answer/reason": "Het geld is er niet.",
}


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "a.samen") as found:
        yield found


def refused(told: pytest.ExceptionInfo[KnownError]) -> str:
    return told.value.words.nl


@pytest.fixture
def three(dossier: Dossier) -> list[bytes]:
    with dossier.edit("import") as edit:
        return [an_input(edit, f"Waar kan ik heen? {at}") for at in range(3)]


@pytest.fixture
def chapter(dossier: Dossier) -> bytes:
    with dossier.edit("read_plan") as edit:
        version = edit.create("plan_version", {"number": "0.9"})
        return edit.create("chapter", {"version": version.hex(), "number": "6.2", "title": "Recht"})


def shown(dossier: Dossier, record: bytes, name: str) -> object:
    return dossier.state(record).shown(name)


def statuses(dossier: Dossier) -> dict[str, int]:
    return {code: count for code, count in read_fates(dossier.conn).statuses.items() if count}


def test_inputs_in_a_bundle_have_its_answer_and_keep_their_own_row(
    dossier: Dossier, three: list[bytes]
) -> None:
    made = answering.bundle(dossier, three[:2], title="Niet eens, en dan?")
    answering.answer(dossier, [three[0]], FULL)
    assert statuses(dossier) == {"NOV": 2, "OPN": 1}
    assert shown(dossier, three[0], "answer/status") is None
    assert shown(dossier, made, "answer/text") == "Dat doen wij niet."
    assert [shown(dossier, each, "code") for each in three] == ["I-0001", "I-0002", "I-0003"]
    assert shown(dossier, made, "code") == "B-01"


def test_what_was_bundled_stands_alone_when_the_bundle_goes_and_comes_back_with_it(
    dossier: Dossier, three: list[bytes]
) -> None:
    answering.answer(dossier, [three[2]], {"answer/status": "TKN"})
    made = answering.bundle(dossier, three)
    answering.answer(dossier, [made], FULL)
    assert statuses(dossier) == {"NOV": 3}
    deleted(dossier, made)
    assert statuses(dossier) == {"OPN": 2, "TKN": 1}
    dossier.undo()
    assert statuses(dossier) == {"NOV": 3}
    assert answering.take_out(dossier, [three[2]]) == 1
    assert statuses(dossier) == {"NOV": 2, "TKN": 1}


def test_a_bundle_read_as_another_brings_its_inputs_there(
    dossier: Dossier, three: list[bytes]
) -> None:
    one = answering.bundle(dossier, three[:1])
    other = answering.bundle(dossier, three[1:])
    answering.answer(dossier, [other], FULL)
    records.join_all(dossier, [one], other)
    assert statuses(dossier) == {"NOV": 3}
    assert answering.owners(dossier.conn, three) == [other]
    deleted(dossier, other)
    assert answering.owners(dossier.conn, three) == [one, three[1], three[2]]


def test_the_only_answer_among_inputs_becomes_that_of_their_bundle(
    dossier: Dossier, three: list[bytes]
) -> None:
    answering.answer(dossier, [three[1]], FULL | {"handler": "jurist"})
    made = answering.bundle(dossier, three)
    assert shown(dossier, made, "answer/reason") == "Het geld is er niet."
    assert shown(dossier, made, "handler") == "jurist"


def test_bundling_and_answering_are_undone_whole(dossier: Dossier, three: list[bytes]) -> None:
    before = dump(dossier.log)
    answering.bundle(dossier, three)
    answering.answer(dossier, three, FULL)
    answering.approve(dossier, three, by="wethouder", on="2022-06-20")
    answering.publish(dossier, three, on="2022-06-21")
    after = dump(dossier.log)
    for _ in range(4):
        dossier.undo()
    assert dump(dossier.log) == before
    for _ in range(4):
        dossier.redo()
    assert dump(dossier.log) == after


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({}, "answer/status"),
        ({"answer/status": "OPN", "answer/text": "x"}, "answer/status"),
        (FULL | {"answer/text": "  \n "}, "answer/text"),
        (FULL | {"answer/reason": "   "}, "answer/reason"),
        ({"answer/status": "DEE", "answer/text": "x", "answer/place": "c"}, "answer/reason"),
        ({"answer/status": "OVG", "answer/text": "x"}, "answer/place"),
        (FULL | {"answer/status": "DEE"}, "answer/place"),
        ({"answer/status": "BRK", "answer/text": "x"}, "answer/place"),
    ],
)
def test_a_duty_that_is_not_met_is_named(changes: dict[str, str], lacking: str) -> None:
    assert next(iter(answers.missing(changes))) == lacking


def test_nothing_is_lacking_where_every_duty_is_met() -> None:
    assert answers.missing(FULL) == {}
    assert answers.missing({"answer/status": "VRG", "answer/text": "x"}) == {}
    assert answers.missing({"answer/status": "OVG", "answer/text": "x", "answer/place": "c"}) == {}


def test_one_incomplete_answer_keeps_all_from_being_approved(
    dossier: Dossier, three: list[bytes]
) -> None:
    answering.answer(dossier, three[:2], FULL)
    answering.answer(dossier, [three[1]], {"answer/reason": " "})
    before = dump(dossier.log)
    with pytest.raises(KnownError) as told:
        answering.approve(dossier, three[:2], by="wethouder", on="2022-06-20")
    assert "I-0002" in refused(told)
    assert dump(dossier.log) == before


def test_only_what_was_approved_is_published(dossier: Dossier, three: list[bytes]) -> None:
    answering.answer(dossier, [three[0]], FULL)
    with pytest.raises(KnownError) as told:
        answering.publish(dossier, [three[0]], on="2022-06-21")
    assert "I-0001" in refused(told)
    assert answering.submit(dossier, [three[0]]) == 1
    assert shown(dossier, three[0], "answer/state") == answers.SUBMITTED
    assert answering.approve(dossier, [three[0]], by="wethouder", on="2022-06-20") == 1
    assert answering.publish(dossier, [three[0]], on="2022-06-21") == 1
    assert answering.publish(dossier, [three[0]], on="2022-06-22") == 0


def test_an_approved_answer_that_is_changed_has_to_be_approved_again(
    dossier: Dossier, three: list[bytes]
) -> None:
    answering.answer(dossier, [three[0]], FULL)
    answering.approve(dossier, [three[0]], by="wethouder", on="2022-06-20")
    answering.answer(dossier, [three[0]], {"handler": "jurist"})
    assert shown(dossier, three[0], "answer/state") == answers.APPROVED
    answering.answer(dossier, [three[0]], {"answer/text": "Toch wel."})
    assert shown(dossier, three[0], "answer/state") == answers.DRAFT
    assert shown(dossier, three[0], "answer/approved_by") is None


def test_a_published_answer_that_is_changed_stays_readable_as_it_was(
    dossier: Dossier, three: list[bytes], chapter: bytes
) -> None:
    answering.answer(
        dossier, [three[0]], FULL | {"answer/status": "DEE", "answer/place": chapter.hex()}
    )
    answering.approve(dossier, [three[0]], by="wethouder", on="2022-06-20")
    answering.publish(dossier, [three[0]], on="2022-06-21")
    answering.answer(dossier, [three[0]], {"answer/text": "Toch wel."})
    assert shown(dossier, three[0], "answer/state") == answers.DRAFT
    assert shown(dossier, three[0], "answer/version") == 2
    kept = dossier.conn.execute(
        "SELECT one.version, date, one.status, one.text, reason, approved_by, chapters.number"
        " FROM answer_versions AS one JOIN chapters ON chapters.key = one.place"
    ).fetchall()
    words = ("Dat doen wij niet.", "Het geld is er niet.")
    assert kept == [(1, "2022-06-21", "DEE", *words, "wethouder", "6.2")]
    answering.approve(dossier, [three[0]], by="wethouder", on="2022-07-01")
    answering.publish(dossier, [three[0]], on="2022-07-02")
    texts = dossier.conn.execute("SELECT version, text FROM answer_versions ORDER BY version")
    assert texts.fetchall() == [(1, "Dat doen wij niet."), (2, "Toch wel.")]


def test_a_round_with_open_inputs_cannot_be_closed(dossier: Dossier, three: list[bytes]) -> None:
    (round_id,) = dossier.conn.execute("SELECT id FROM rounds").fetchone()
    answering.answer(dossier, three[:2], FULL)
    with pytest.raises(KnownError) as told:
        records.save(dossier, "round", round_id, {"status": "GESL"})
    assert "(1)" in refused(told)
    assert shown(dossier, round_id, "status") == "LOOPT"
    answering.bundle(dossier, three[1:])
    records.save(dossier, "round", round_id, {"status": "GESL"})
    assert shown(dossier, round_id, "status") == "GESL"


def test_the_words_of_an_answer_are_found_and_no_longer_when_it_changes(
    dossier: Dossier, three: list[bytes]
) -> None:
    made = answering.bundle(dossier, three[:1], title="Geld")
    answering.answer(dossier, [made, three[1]], FULL)

    def hits(table: str, word: str) -> int:
        sql = f"SELECT count(*) FROM {table}_search WHERE {table}_search MATCH ?"
        found: int = dossier.conn.execute(sql, (word,)).fetchone()[0]
        return found

    assert (hits("bundles", "geld"), hits("inputs", "geld")) == (1, 1)
    answering.answer(dossier, [three[1]], {"answer/reason": "Er is geen ruimte."})
    assert (hits("inputs", "geld"), hits("inputs", "ruimte")) == (0, 1)


def test_rebuilding_gives_the_same_tables(dossier: Dossier, three: list[bytes]) -> None:
    one = answering.bundle(dossier, three[:1])
    other = answering.bundle(dossier, three[1:])
    answering.answer(dossier, [other], FULL)
    records.join_all(dossier, [one], other)
    noted(dossier)

    def tables() -> list[object]:
        return [
            dossier.conn.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in ("inputs", "bundles", "answers", "joined")
        ]

    before = tables()
    dossier.rebuild()
    assert tables() == before
