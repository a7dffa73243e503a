"""Checking: a sound round has no problems, and each thing that is wrong is named."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from samen_desktop.core.kinds import KINDS
from samen_desktop.store.care.checking import MOST, CheckResult, check
from samen_desktop.store.derived import search
from samen_desktop.store.dossier import Dossier
from tests.builders import (
    DAY_MS,
    SetClock,
    a_group,
    a_round,
    a_session,
    a_stakeholder,
    a_theme,
    a_writer,
    an_input,
    changed,
    deleted,
    noted,
)


def _told(result: CheckResult) -> list[str]:
    return [problem.words.nl for problem in result.problems]


def _second_laptop(dossier: Dossier, path: Path, clock: SetClock | None = None) -> Dossier:
    shutil.copyfile(dossier.path, path)
    return Dossier.open(path, a_writer("JV beleid", b"\x02" * 8), wall=clock or SetClock())


def test_a_sound_round_has_no_problems_and_is_counted(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            school, twin = a_stakeholder(edit), a_stakeholder(edit)
            edit.join(twin, school)
            session = a_session(edit, status="GEHOUD")
            an_input(
                edit,
                "Meer groen",
                session=session.hex(),
                kind="ZORG",
                **{f"submitter/{school.hex()}": 1},
            )
            gone = an_input(edit)
        deleted(dossier, gone)
        result = check(dossier, deep=True)
    assert result.problems == []
    assert set(result.counts) == {kind.plural for kind in KINDS.values()}
    assert {name: count for name, count in result.counts.items() if count} == {
        "rounds": 1,
        "stakeholders": 1,
        "sessions": 1,
        "inputs": 1,
    }


def test_what_two_laptops_did_apart_is_named(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        asked, kept = noted(dossier), noted(dossier)
        with dossier.edit("import") as edit:
            one, two = a_theme(edit, "Wonen"), a_theme(edit, "Werk")
        with _second_laptop(dossier, tmp_path / "b.samen") as other:
            changed(dossier, asked, "summary", "Hier")
            changed(other, asked, "summary", "Daar")
            deleted(dossier, kept)
            changed(other, kept, "summary", "Toch")
            noted(dossier)
            noted(other)
            changed(dossier, one, "parent", two.hex())
            changed(other, two, "parent", one.hex())
            dossier.merge(other.conn, "b.samen")
        told = _told(check(dossier, deep=True))
    assert "I-0001: ‘Kern’ heeft meer dan één waarde. Kies er een." in told
    assert any(text.startswith("I-0002 is op de ene laptop verwijderd") for text in told)
    assert any(text.startswith("I-0003-2: deze code is op twee laptops") for text in told)
    assert any(text.startswith("thema W") and "bovenaan" in text for text in told)
    assert len(told) == 4


def test_rows_from_the_future_are_named(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        fast = SetClock()
        fast.ms += 400 * DAY_MS
        with _second_laptop(dossier, tmp_path / "b.samen", fast) as other:
            noted(other)
            dossier.merge(other.conn, "b.samen")
        (told,) = _told(check(dossier))
    assert "meer dan een dag vooruit gedateerd zijn (2)" in told


def test_values_that_fit_no_list_and_empty_fields_are_named(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            an_input(edit, status="MOOI", kind="XEIGEN", **{"answer/status": "KWIJT"})
            an_input(edit, words="", session=a_group(edit).hex())
            own = {"vocabulary": "input_kind", "code": "XGOED", "nl": "goed"}
            edit.create("term", own)
            an_input(edit, kind="XGOED")
        told = _told(check(dossier))
    assert sorted(told) == [
        "I-0001: de waarde “KWIJT” past niet bij ‘Verwerking’.",
        "I-0001: de waarde “MOOI” past niet bij ‘Status invoer’.",
        "I-0001: de waarde “XEIGEN” past niet bij ‘Aard’.",
        "I-0002: de waarde past niet bij ‘Sessie’.",
        "I-0002: ‘Woorden’ is leeg.",
    ]


def test_a_value_that_was_put_right_is_no_problem(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier, priority="XHEEL", status="MOOI")
        assert len(_told(check(dossier))) == 2
        changed(dossier, record, "status", "RUW")
        changed(dossier, record, "priority", None)
        assert _told(check(dossier)) == []


def test_references_to_gone_records_are_named(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            session, school = a_session(edit), a_stakeholder(edit)
            an_input(edit, "Meer groen", session=session.hex(), **{f"submitter/{school.hex()}": 1})
            edit.create("contact", {"of": school.hex(), "name": "Jo de Vries"})
        deleted(dossier, session)
        deleted(dossier, school)
        told = _told(check(dossier))
    assert "I-0001: ‘Sessie’ wijst naar SE-01, en dat is verwijderd." in told
    assert "I-0001: ‘Indiener’ wijst naar S-001, en dat is verwijderd." in told
    assert "contact S-001: ‘Van’ wijst naar S-001, en dat is verwijderd." in told
    assert "Jo de Vries" not in repr(told)


def test_many_problems_of_one_sort_are_counted(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for _ in range(MOST + 7):
                an_input(edit, words="")
        told = _told(check(dossier))
    assert len(told) == MOST + 1
    assert told[-1] == "… en nog 7 van dezelfde soort."


def _spoil_a_hash(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE change SET value = replace(value, 'Waar', 'Daar') WHERE field = '+input'")
    conn.execute("UPDATE inputs SET words = replace(words, 'Waar', 'Daar')")
    conn.execute("INSERT INTO inputs_search (inputs_search) VALUES ('rebuild')")


def _spoil_a_row(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE inputs SET stance = 'KRITI'")


def _spoil_an_answer(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE answers SET status = 'NOV'")


def _spoil_a_step(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE edit SET author = 'iemand' WHERE seq = 2")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_spoil_a_hash, "I-0001: een regel van het logboek is beschadigd."),
        (_spoil_a_row, "I-0001 wijkt af van het logboek."),
        (_spoil_an_answer, "De tabel answers wijkt af van het logboek."),
        (_spoil_a_step, "In het logboek zijn stappen beschadigd (1)."),
    ],
)
def test_the_deep_check_finds_what_the_file_itself_does_not(
    tmp_path: Path, spoil: Callable[[sqlite3.Connection], None], sentence: str
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, **{"answer/status": "TKN"})
        before = dossier.path.read_bytes()
        assert check(dossier, deep=True).problems == []
        assert dossier.path.read_bytes() == before
        with dossier.writing():
            spoil(dossier.conn)
        # The broken variant: SQLite's own checks alone are silent about all of these.
        assert check(dossier).problems == []
        (told,) = _told(check(dossier, deep=True))
    assert told.startswith(sentence)


def test_a_search_index_that_lies_is_named(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        with dossier.writing():
            dossier.conn.execute("UPDATE inputs SET words = 'heel iets anders'")
        (told,) = _told(check(dossier))
    assert told.startswith("De zoekindex van inbreng klopt niet.")
    with Dossier.open(tmp_path / "a.samen", a_writer(), read_only=True) as dossier:
        assert _told(check(dossier)) == [told]


def test_a_list_of_words_that_lies_is_named_and_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_WAITING", 0)
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
        with dossier.writing():
            dossier.conn.execute("UPDATE word SET word = word || 'krabbel'")
        (told,) = _told(check(dossier))
        assert told.startswith("De lijst van woorden waarmee gezocht wordt klopt niet.")
        dossier.rebuild()
        assert check(dossier).problems == []


def test_a_file_opened_for_reading_can_be_checked(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier)
    with Dossier.open(tmp_path / "a.samen", a_writer(), read_only=True) as dossier:
        assert check(dossier, deep=True).problems == []
