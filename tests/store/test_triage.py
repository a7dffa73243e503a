"""Cleaning up inputs: each wish one named step, its status follows a person's act, undone whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core import triage as rules
from samen_desktop.core.triage import cut
from samen_desktop.store import records, triage
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import history
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_theme, an_input


def status(dossier: Dossier, record: bytes) -> str:
    return triage.status_of(dossier.state(record))


def shown(dossier: Dossier, record: bytes, name: str) -> object:
    return dossier.state(record).shown(name)


def steps(dossier: Dossier) -> list[str]:
    return [step.name.nl for step in history.history(dossier.conn)]


def test_theme_and_kind_make_many_classified_in_one_step(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            theme = a_theme(edit, "Wachttijd").hex()
            inputs = [an_input(edit, f"Woorden {at}") for at in range(3)]
        done = triage.classify(dossier, inputs, {"theme": theme})
        assert (done.changed, done.waiting) == (3, 3)
        assert {status(dossier, each) for each in inputs} == {"RUW"}
        done = triage.classify(dossier, inputs, {"kind": "ZORG"})
        assert (done.changed, done.waiting) == (3, 0)
        assert {status(dossier, each) for each in inputs} == {"GECOD"}
        assert steps(dossier)[0] == "duiden"
        dossier.undo()
        assert {status(dossier, each) for each in inputs} == {"RUW"}
        assert shown(dossier, inputs[0], "kind") is None
        assert shown(dossier, inputs[0], "theme") == theme


def test_the_same_again_writes_nothing_but_settles_what_was_read_in(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            theme = a_theme(edit).hex()
            one = an_input(edit, theme=theme, kind="ZORG")
        assert status(dossier, one) == "RUW"  # reading in is no act of a person on this input
        assert triage.classify(dossier, [one], {}).changed == 1
        assert status(dossier, one) == "GECOD"
        assert triage.classify(dossier, [one], {"theme": theme}).changed == 0


def test_a_main_theme_is_no_side_theme_too(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            one, other = a_theme(edit, "Een").hex(), a_theme(edit, "Twee").hex()
            record = an_input(edit, theme=one)
        triage.classify(dossier, [record], {f"side_theme/{one}": 1})
        assert shown(dossier, record, f"side_theme/{one}") is None
        triage.classify(dossier, [record], {f"side_theme/{other}": 1})
        assert shown(dossier, record, f"side_theme/{other}") == 1
        triage.classify(dossier, [record], {"theme": other})
        assert shown(dossier, record, f"side_theme/{other}") is None
        assert shown(dossier, record, "theme") == other


def test_form_and_strip_classify_as_well(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            theme = a_theme(edit).hex()
            one, two = an_input(edit, kind="ZORG"), an_input(edit, kind="ZORG")
        records.set_many(dossier, [one], "theme", theme)
        records.save(dossier, "input", two, {"theme": theme})
        new = records.save(dossier, "input", None, {"words": "a", "theme": theme, "kind": "ZORG"})
        raw = records.save(dossier, "input", None, {"words": "b"})
        assert [status(dossier, each) for each in (one, two, new)] == ["GECOD"] * 3
        assert shown(dossier, raw, "status") == "RUW"
        records.save(dossier, "input", one, {"status": "RUW"})
        assert status(dossier, one) == "RUW"


def test_only_classified_inputs_are_checked_and_only_checked_ones_fed_back(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            raw, ready = an_input(edit), an_input(edit, status="GECOD")
        assert triage.mark(dossier, [raw, ready], rules.CHECKED) == triage.Done(1, 1)
        assert (status(dossier, raw), status(dossier, ready)) == ("RUW", "GECTR")
        assert steps(dossier)[0] == "als gecontroleerd markeren"
        assert triage.mark(dossier, [raw, ready], rules.FED_BACK) == triage.Done(1, 1)
        assert status(dossier, ready) == "TERUG"
        dossier.undo()
        dossier.undo()
        assert status(dossier, ready) == "GECOD"


@pytest.fixture
def said(tmp_path: Path) -> Path:
    return tmp_path / "a.samen"


def test_a_split_keeps_who_said_it_when_and_where_it_came_from(said: Path) -> None:
    with a_round(said) as dossier:
        with dossier.edit("import") as edit:
            session, group = a_session(edit).hex(), a_group(edit).hex()
            one, two = a_stakeholder(edit, "School A").hex(), a_stakeholder(edit, "School B").hex()
            whole = an_input(
                edit,
                "Te lang wachten. En geen tolk.",
                session=session,
                date="2022-05-18",
                quote="GEREG",
                privacy="OPENB",
                theme=a_theme(edit).hex(),
                kind="ZORG",
                status="GECOD",
                internal_note="alleen hier",
                **{f"submitter/{one}": 1, f"submitter/{two}": 1, f"group/{group}": 1},
            )
        before = dict(dossier.state(whole).heads)
        words = str(shown(dossier, whole, "words"))
        made, code = triage.split(dossier, whole, cut(words, 17, 17))
        assert code == "I-0002"
        assert shown(dossier, whole, "words") == "Te lang wachten."
        part = dossier.state(made)
        for name in ("session", "date", "quote", "privacy", f"submitter/{one}", f"group/{group}"):
            assert part.shown(name) == before[name][0].value, name
        assert part.shown(f"submitter/{two}") == 1
        assert (part.shown("words"), part.shown("status")) == ("En geen tolk.", "RUW")
        assert part.shown("split_from") == whole.hex()
        assert [part.shown(name) for name in ("theme", "kind", "internal_note")] == [None] * 3
        assert triage.parts_of(dossier.conn, whole) == [(made, "I-0002")]
        dossier.undo()
        assert shown(dossier, whole, "words") == words
        assert dossier.state(made).gone
        assert triage.parts_of(dossier.conn, whole) == []


def test_the_next_that_waits_is_looked_for_in_the_order_given(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            theme = a_theme(edit).hex()
            done = an_input(edit, theme=theme, kind="ZORG", status="GECOD")
            raw = an_input(edit, theme=theme)
            bare = an_input(edit, status="GECTR")
        keys = [dossier.state(each).seq for each in (done, bare, raw)]
        assert triage.first_waiting(dossier.conn, keys) == keys[1]
        assert triage.first_waiting(dossier.conn, [keys[0]]) is None
        assert triage.count_waiting(dossier.conn) == 2


def test_the_nine_themes_used_most_stand_in_the_order_of_the_round(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            themes = [
                a_theme(edit, f"Thema {at}", number=f"TH{at}", place=f"a{at:02}")
                for at in range(12)
            ]
            for theme in themes[2:11]:
                an_input(edit, theme=theme.hex())
        offered = triage.offered_themes(dossier.conn)
        assert [each.id for each in offered] == themes[2:11]
        assert (offered[0].short, offered[0].title) == ("TH2", "TH2 Thema 2")
