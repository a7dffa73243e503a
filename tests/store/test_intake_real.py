"""Real files of strangers read in whole, held against the csv module: counts, twice, undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from samen_desktop.core.intake.targets import TARGETS
from samen_desktop.core.kinds import KINDS
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.exchange.source import open_source
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.dump import dump
from tests.builders import a_round
from tests.conftest import REPOSITORY

from .tables_in import Mapping, column, plain_rows, read_in

DATA = REPOSITORY.parent / "shared" / "data"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the strangers' files are not here")


@dataclass(frozen=True)
class Real:
    """A file, what it is read in as, and which of its columns is the one that must be filled.

    `also` fills it where it is empty; `who` names submitters, of whom `people` come.
    """

    path: str
    target: str
    text: str
    mapping: Mapping = None
    also: str = ""
    who: str = ""

    @property
    def plural(self) -> str:
        return KINDS[TARGETS[self.target].kind].plural

    @property
    def size(self) -> int:
        path = DATA / self.path
        return path.stat().st_size if path.exists() else 0


LARGE = 200_000
"""Bytes; larger files are read in, but not also deleted from, undone and redone."""


FILES = (
    Real("real/decide_madrid_2019_comments.csv", "inputs", "text", who="userId"),
    Real("real/decide_madrid_2019_proposals.csv", "inputs", "text", also="summary", who="userId"),
    Real(
        "real/decide_madrid_2019_proposals.csv",
        "inputs",
        "title",
        {"columns": {"key": "id", "words": ["title", "summary", "text"], "date": "date"}},
    ),
    Real("real/polis_austria_klimarat_comments.csv", "inputs", "comment-body", who="author-id"),
    Real("real/polis_nz_affordable_housing_comments.csv", "inputs", "comment-body"),
    Real("real/polis_vtaiwan_uberx_comments.csv", "inputs", "comment-body", who="author-id"),
    Real("real/amsterdam_buurtbudgetten_deel1.csv", "inputs", "naam"),
    Real(
        "real/amsterdam_buurtbudgetten_deel1.csv",
        "inputs",
        "naam",
        {
            "columns": {"words": "NAAM", "theme": "categorie", "date": "jaar"},
            "fixed": {"kind": "WENS", "group": "Inwoners"},
        },
    ),
    Real("real/eindhoven_moties.csv", "inputs", "titel", who="indieners"),
    Real("real/scholen_provincie_groningen_2024.csv", "stakeholders", "naam"),
    Real(
        "real/scholen_provincie_groningen_2024.csv",
        "stakeholders",
        "naam",
        {
            "columns": {
                "key": "vestigingscode",
                "name": "naam",
                "website": "internetadres",
                "address": ["straat", "huisnummer", "postcode", "plaats"],
            },
            "fixed": {"kind": "ONDERW", "group": "Onderwijs"},
        },
    ),
    Real("real/bewindspersonen_ministeries_rutte4.csv", "stakeholders", "ministry"),
    Real(
        "real/bewindspersonen_ministeries_rutte4.csv",
        "stakeholders",
        "person",
        {"columns": {"name": "person", "note": ["role", "ministry"]}},
    ),
    Real("real/rijksoverheid_agendas_rutte3.csv", "sessions", "activiteitnaam"),
    Real("real/barcelona_pam_action_plans.csv", "follow-ups", "Títol"),
    Real(
        "real/barcelona_pam_action_plans.csv",
        "follow-ups",
        "Títol",
        {"columns": {"key": "ID", "description": ["Títol", "Descripció"], "evidence": "URL"}},
    ),
    Real("tools/decidim_import_proposals.csv", "inputs", "body/en"),
    Real("tools/qualcoder_survey456.csv", "inputs", "freetext"),
    Real("tools/iai_responses_scr_format.csv", "stakeholders", "Organisation name"),
)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "ronde.samen") as found:
        yield found


def _name(real: Real) -> str:
    return f"{Path(real.path).stem[:24]}-{'mapped' if real.mapping else 'told'}"


@pytest.mark.parametrize("real", FILES, ids=_name)
def test_a_strangers_file_is_read_in_whole(real: Real, dossier: Dossier) -> None:
    path = DATA / real.path
    header, rows = plain_rows(path)
    cells = [dict(zip(header, row, strict=False)) for row in rows]
    needed = [name for name in (real.text, real.also) if name]
    full = [row for row in cells if any(row[name].strip() for name in needed)]
    announced = read_in(dossier, real.target, path, real.mapping, dry=True)
    assert column(dossier, "SELECT count(*) FROM edit") == [1]
    done = read_in(dossier, real.target, path, real.mapping)
    assert announced == done
    assert (done.rows, done.added, done.known) == (len(rows), len(full), 0)
    assert done.skipped == len(rows) - len(full)
    missing = [problem for problem in done.problems if "niet ingelezen" in problem.words.nl]
    assert len(missing) == done.skipped
    if real.who:
        people = {row[real.who].strip() for row in full} - {""}
        assert done.made["participant"] == len(people)

    plural = real.plural
    assert column(dossier, f"SELECT count(*) FROM {plural} WHERE deleted = 0") == [len(full)]
    assert column(dossier, f"SELECT count(DISTINCT source_key) FROM {plural}") == [len(full)]
    again = read_in(dossier, real.target, path, real.mapping)
    assert (again.added, again.known, again.before) == (0, len(full), True)
    assert column(dossier, "SELECT count(*) FROM edit WHERE name = 'import'") == [1]


@pytest.mark.parametrize("real", [real for real in FILES if real.size < LARGE], ids=_name)
def test_what_was_read_in_comes_and_goes_whole(real: Real, dossier: Dossier) -> None:
    path = DATA / real.path
    plural = real.plural
    before = dump(dossier.log)
    done = read_in(dossier, real.target, path, real.mapping)
    after = dump(dossier.log)
    gone = [bytes(ident) for (ident,) in dossier.conn.execute(f"SELECT id FROM {plural}")][::7]
    with dossier.edit("delete_input") as edit:
        for ident in gone:
            edit.delete(ident)
    back = read_in(dossier, real.target, path, real.mapping)
    assert (back.added, back.known) == (len(gone), done.added - len(gone))
    assert "participant" not in back.made

    for _ in range(3):
        dossier.undo()
    assert dump(dossier.log) == before
    dossier.redo()
    assert dump(dossier.log) == after


def test_words_arrive_as_they_were_written(dossier: Dossier) -> None:
    path = DATA / "real" / "polis_vtaiwan_uberx_comments.csv"
    header, rows = plain_rows(path)
    at = header.index("comment-body")
    read_in(dossier, "inputs", path)
    words = column(dossier, "SELECT words FROM inputs ORDER BY key")
    assert words == [row[at].strip() for row in rows]


def test_the_same_rows_in_a_workbook_give_the_same_round(dossier: Dossier, tmp_path: Path) -> None:
    path = DATA / "real" / "amsterdam_buurtbudgetten_deel1.csv"
    header, rows = plain_rows(path)
    book = openpyxl_module().Workbook()
    for row in [header, *rows]:
        book.active.append(row)
    book.save(tmp_path / "budget.xlsx")
    first = read_in(dossier, "inputs", path)
    words = column(dossier, "SELECT words FROM inputs ORDER BY key")
    second = read_in(dossier, "inputs", tmp_path / "budget.xlsx")
    assert (second.added, second.known) == (first.added, 0)
    assert column(dossier, "SELECT words FROM inputs ORDER BY key") == words * 2
    assert "theme" not in second.made


def test_a_table_inside_a_file_of_three_is_read_alone(dossier: Dossier) -> None:
    path = DATA / "real" / "Netherlands_Amsterdam_179.pb.csv"
    lines = path.read_text("utf-8").splitlines()
    start = lines.index("PROJECTS")
    end = lines.index("VOTES")
    source = open_source(path, header_row=start + 2)
    done = read_in(dossier, "inputs", source)
    assert done.added == end - start - 2


def test_diaries_become_sessions_that_were_held(dossier: Dossier) -> None:
    path = DATA / "real" / "rijksoverheid_agendas_rutte3.csv"
    header, rows = plain_rows(path)
    read_in(dossier, "sessions", path)
    kinds = {row[header.index("type")] for row in rows} - {"NA"}
    assert column(dossier, "SELECT DISTINCT status FROM sessions") == ["GEHOUD"]
    assert column(dossier, "SELECT count(*) FROM sessions WHERE kind IS NULL") == [
        sum(row[header.index("type")] == "NA" for row in rows)
    ]
    assert column(dossier, "SELECT count(DISTINCT kind) FROM sessions") == [len(kinds)]
    assert column(dossier, "SELECT date FROM sessions ORDER BY key") == [
        row[header.index("datum")] for row in rows
    ]
