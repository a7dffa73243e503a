"""Names, addresses and numbers of persons that a table brings stand in Contact and nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.core.kinds import KINDS
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.referring import References
from samen_desktop.store.schema import SEARCHED
from tests.builders import a_round, a_stakeholder

from .tables_in import Mapping, a_table, column, read_in

PERSONS = ("Zwaantje", "zwaantje@voorbeeld.nl", "0612345678", "Zwaanstraat", "Zwaanbeheerder")


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "ronde.samen") as found:
        yield found


def places_of(conn: sqlite3.Connection, text: str) -> set[str]:
    """Tables and kinds of records of the log that hold a text."""
    found: set[str] = set()
    kinds = {bytes(r): str(f) for r, f in conn.execute("SELECT id, field FROM change")}
    for record, value in conn.execute("SELECT record, value FROM change WHERE value IS NOT NULL"):
        if text.lower() in str(value).lower():
            found.add(f"log of {kinds[bytes(record)].removeprefix('+')}")
    tables = [*(kind.plural for kind in KINDS.values()), "edit", "member", "attendance"]
    rows = {table: f"SELECT * FROM {table}" for table in tables}
    # Words that wait there are part of the search index.
    rows["local"] = "SELECT * FROM local WHERE key <> 'words'"
    for table, statement in rows.items():
        for row in conn.execute(statement):
            if any(text.lower() in str(cell).lower() for cell in row):
                found.add(table)
    for table in SEARCHED:
        word = text.partition("@")[0]
        if conn.execute(
            f"SELECT 1 FROM {table}_search WHERE {table}_search MATCH ?", (f'"{word}"*',)
        ).fetchone():
            found.add(table)
    return found


def test_an_unknown_submitter_is_named_in_contact_alone(dossier: Dossier) -> None:
    table = a_table(
        "Inbreng|Naam|E-mail",
        ("Waar kan ik heen?", "Zwaantje", ""),
        ("En dan?", "zwaantje@voorbeeld.nl", ""),
        ("Daarom", "School A; Zwaantje de Wit", ""),
    )
    with dossier.edit("add_stakeholder") as edit:
        a_stakeholder(edit)
    mapping = {
        "columns": {"words": "Inbreng", "submitter": "Naam"},
        "values": {"submitter": {"Zwaantje": "Zwaantje de Boer"}},
    }
    for done in (read_in(dossier, "inputs", table), read_in(dossier, "inputs", table, mapping)):
        assert done.problems == []
    for text in PERSONS[:2]:
        assert places_of(dossier.conn, text) == {"contacts", "log of contact"}


def test_a_fixed_submitter_stays_out_of_the_import_record(dossier: Dossier) -> None:
    mapping: Mapping = {"columns": {"words": "Inbreng"}, "fixed": {"submitter": "Zwaantje de Wit"}}
    read_in(dossier, "inputs", a_table("Inbreng", ("een",)), mapping)
    assert places_of(dossier.conn, "Zwaantje") == {"contacts", "log of contact"}


CONTACT_LISTS = (
    "Organisatie|Contactpersoon|Functie|E-mail|Telefoon|Adres|Voorkeur terugkoppeling",
    "Organisatie|Naam|Functie|E-mailadres|Mobiel|Postadres|Voorkeur",
    "Naam|Contact|Functie|Mail|Tel.|Adres|Voorkeur",
)


@pytest.mark.parametrize("header", CONTACT_LISTS)
def test_a_contact_of_a_stakeholder_stands_in_contact_alone(dossier: Dossier, header: str) -> None:
    row = ("School A", "Zwaantje", "Zwaanbeheerder", PERSONS[1], PERSONS[2], "Zwaanstraat 1")
    done = read_in(dossier, "stakeholders", a_table(header, (*row, "bel Zwaantje thuis")))
    assert (done.added, done.made, done.problems) == (1, {"contact": 1}, [])
    assert column(dossier, "SELECT name FROM stakeholders") == ["School A"]
    for text in PERSONS:
        assert places_of(dossier.conn, text) == {"contacts", "log of contact"}
    (note,) = column(dossier, "SELECT note FROM contacts")
    assert note == "Voorkeur terugkoppeling: bel Zwaantje thuis"


def test_first_and_last_name_are_one_contact(dossier: Dossier) -> None:
    header = "Organisatie|Voornaam|Tussenvoegsel|Achternaam"
    read_in(dossier, "stakeholders", a_table(header, ("School A", "Zwaantje", "de", "Wit")))
    assert column(dossier, "SELECT name FROM contacts") == ["Zwaantje de Wit"]


def test_an_intake_that_shows_submitters_is_caught(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The broken variant: the participant carries the name as its code."""

    def named(self: References, text: str) -> bytes:
        return self._edit.create("participant", {"code": text, "source": self._source()})

    monkeypatch.setattr(References, "_submitter", named)
    read_in(dossier, "inputs", a_table("Inbreng|Naam", ("een", "Zwaantje")))
    assert "participants" in places_of(dossier.conn, "Zwaantje")
