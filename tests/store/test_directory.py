"""Texts of strangers name records by code or exact name: what stands, joined, gone, twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.directory import Directory, Names, Terms, pieces_of
from tests.builders import a_group, a_round, a_stakeholder, a_theme, deleted


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "ronde.samen") as found:
        yield found


def names(*texts: str) -> Names:
    return Names((text, text.encode()) for text in texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een", [b"een"]),
        ("een; TWEE", [b"een", b"twee"]),
        ("een, twee, een", [b"een", b"twee"]),
        ("een | twee\neen", [b"een", b"twee"]),
        ("drie, vier", [b"drie, vier"]),
        ("een, onbekend", None),
        ("onbekend", None),
        ("", None),
        (";;", None),
    ],
)
def test_a_list_is_known_whole_or_not(text: str, expected: list[bytes] | None) -> None:
    assert names("een", "twee", "drie, vier").find_all(text) == expected


def test_a_list_is_cut_at_commas_only_where_a_piece_is_known() -> None:
    known = names("een", "drie, vier")
    assert known.pieces("een, nieuw") == ["een", "nieuw"]
    assert known.pieces("oud, nieuw") == ["oud, nieuw"]
    assert known.pieces("drie, vier") == ["drie, vier"]
    assert known.pieces("een; drie, vier; a, b") == ["een", "drie, vier", "a, b"]
    assert pieces_of(" a ;; b\n c | ") == [" a", "b", "c"]


def test_the_first_that_carries_a_text_keeps_it() -> None:
    found = Names([("Een", b"1"), ("een ", b"2"), ("één", b"1"), ("twee", b"3"), ("twee", b"3")])
    assert found.find("EEN") == b"1"
    assert found.is_twice("een")
    assert not found.is_twice("twee")


def test_gone_records_are_not_found_and_joined_ones_as_the_one_that_stays(
    dossier: Dossier,
) -> None:
    with dossier.edit("add_stakeholder") as edit:
        stays, joins, goes = (a_stakeholder(edit, name) for name in ("Blijft", "Gaat op", "Weg"))
    with dossier.edit("join") as edit:
        edit.join(joins, stays)
    deleted(dossier, goes)
    found = Directory(dossier.conn)
    assert found.stakeholders.find("gaat op") == stays
    assert found.stakeholders.find("S-002") == stays
    assert found.parties.find("Weg") is None
    assert not found.stakeholders.is_twice("gaat op")


def test_every_way_to_name_a_theme_phase_or_person(dossier: Dossier) -> None:
    with dossier.edit("add_theme") as edit:
        theme = a_theme(edit, "Wonen", number="3")
        group = a_group(edit, "Ouders")
        phase = edit.create("phase", {"number": "2", "name": "Ophalen"})
        session = edit.create("session", {"title": "Avond"})
        inside = edit.create("participant", {"code": "Ouder 4", "session": session.hex()})
        outside = edit.create("participant", {"code": "Ouder 4"})
    found = Directory(dossier.conn)
    assert {found.themes.find(text) for text in ("3", "wonen", "3 Wonen")} == {theme}
    assert {found.phases.find(text) for text in ("2", "Ophalen", "Fase 2", "2 ophalen")} == {phase}
    assert found.groups.find("OUDERS") == group
    assert found.parties.find("se-01 ouder 4") == inside
    assert found.parties.find("Ouder 4") == outside


def test_terms_by_code_and_by_label_of_the_round_and_of_the_program(dossier: Dossier) -> None:
    with dossier.edit("change_term") as edit:
        edit.create(
            "term", {"vocabulary": "stance", "code": "KRITI", "nl": "Scherp", "en": "Sharp"}
        )
        gone = edit.create("term", {"vocabulary": "stance", "code": "X07", "nl": "Boos"})
    deleted(dossier, gone)
    terms = Terms(dossier.conn)
    assert {terms.find("stance", text) for text in ("kriti", "scherp", "Sharp", "kritisch")} == {
        "KRITI"
    }
    assert terms.find("stance", "boos") is None
    assert terms.next_own("stance") == 8
    terms.add("stance", "XHR12", "Blij")
    assert terms.next_own("stance") == 13
    assert terms.next_own("priority") == 1
