"""Finding: by code, by words anywhere, and never a complaint about what was typed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.store.reading.finding import find
from samen_desktop.store.reading.widening import as_query
from tests.builders import (
    a_group,
    a_round,
    a_session,
    a_stakeholder,
    an_input,
    changed,
    deleted,
    noted,
)

ODD = ['"', "'", "AND", "a AND b", "OR", "NOT x", "NEAR(a b)", "*", "-", "a*b", "col:x", "😀", ""]
ODD += [
    "x\x00y",
    "(",
    ")",
    "^a",
    "{a b}",
    "\ud800",
    "woord " * 500,
    "I-",
    "I-99999999999",
    "%",
    "  ",
]


def test_all_words_must_match_and_a_short_one_but_the_last_as_a_whole(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "De wachttijd bij jeugdhulp is lang", summary="Wachttijd")
        noted(dossier, "Jeugdhulp dichtbij school")

        def codes(words: str) -> list[str]:
            return [hit.code for hit in find(dossier.conn, words)]

        assert codes("jeugdh") == ["I-0002", "I-0001"]
        assert codes("wachttijd jeugd") == ["I-0001"]
        assert codes("wacht jeugdhulp") == ["I-0001"]
        assert codes("wac jeugdhulp") == []
        assert codes("jeugdhulp wac") == ["I-0001"]
        (hit,) = find(dossier.conn, "lang")
        assert (hit.kind, hit.title) == ("input", "Wachttijd")
        assert "is lang" in hit.snippet


def test_diacritics_fold_and_the_snippet_shows_the_place(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "Inleiding. " * 30 + "Het café van de coöperatie\nsluit om zes uur.")
        (hit,) = find(dossier.conn, "cooperatie")
        assert "café van de coöperatie sluit" in hit.snippet
        assert hit.snippet.startswith("…")
        assert hit.title.endswith(" …")


@pytest.mark.parametrize("typed", ["I-0002", "i-0002", "i-2", " I-0002 "])
def test_a_code_finds_its_record_first(tmp_path: Path, typed: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        for at in range(4):
            noted(dossier, f"Zie ook I-0002 ({at})")
        assert find(dossier.conn, typed)[0].code == "I-0002"


def test_participants_are_found_with_their_session_or_without(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for title in ("Eerste avond", "Tweede avond"):
                session = a_session(edit, title)
                edit.create("participant", {"code": "Ouder 4", "session": session.hex()})
        (hit,) = find(dossier.conn, "se-02 ouder 4")
        assert (hit.kind, hit.code) == ("participant", "SE-02 Ouder 4")
        found = [hit.code for hit in find(dossier.conn, "ouder 4")]
        assert found == ["SE-02 Ouder 4", "SE-01 Ouder 4"]


def test_kinds_limit_gone_and_joined(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            one = a_stakeholder(edit, "Zwaluw")
            two = a_stakeholder(edit, "Zwaluwnest")
            gone = an_input(edit, "zwaluw weg")
            an_input(edit, "zwaluw blijft")
        deleted(dossier, gone)
        hits = find(dossier.conn, "zwaluw")
        assert [hit.code for hit in hits] == ["I-0002", "S-002", "S-001"]
        assert [hit.code for hit in find(dossier.conn, "zwaluw", ["input"])] == ["I-0002"]
        assert [hit.code for hit in find(dossier.conn, "I-0002", ["stakeholder"])] == []
        assert [hit.code for hit in find(dossier.conn, "I-0001")] == []
        assert len(find(dossier.conn, "zwaluw", limit=2)) == 2
        with dossier.edit("join") as edit:
            edit.join(two, one)
        assert [hit.code for hit in find(dossier.conn, "zwaluwnest")] == ["S-001"]


@pytest.mark.parametrize("typed", ODD)
def test_odd_input_is_never_an_error(tmp_path: Path, typed: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "a and b or x y")
        find(dossier.conn, typed)


@given(st.text(max_size=40))
def test_any_text_is_a_query_that_the_index_takes(typed: str) -> None:
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE one USING fts5(words)")
    query = as_query(typed.replace("\x00", "").encode("utf-8", "ignore").decode())
    if query:
        conn.execute("SELECT rowid FROM one WHERE one MATCH ?", (query,)).fetchall()
    conn.close()


def test_the_index_does_complain_about_what_is_not_quoted(tmp_path: Path) -> None:
    """The broken variant: what was typed handed to the index as it is."""
    with a_round(tmp_path / "a.samen") as dossier:
        complaints = 0
        for typed in ODD:
            try:
                dossier.conn.execute(
                    "SELECT rowid FROM inputs_search WHERE inputs_search MATCH ?", (typed,)
                ).fetchall()
            except (sqlite3.Error, UnicodeError):
                complaints += 1
        assert complaints > 5


def test_what_was_remarked_about_reach_is_found_and_forgotten_with_it(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("add_session") as edit:
            remark = f"attendance/{a_group(edit).hex()}/remark"
            session = a_session(edit, "Avond", **{remark: "vooral grootouders"})
        assert [hit.title for hit in find(dossier.conn, "grootoud")] == ["Avond"]
        changed(dossier, session, remark, "vooral buren")
        assert find(dossier.conn, "grootoud") == []
        assert len(find(dossier.conn, "buren")) == 1
        dossier.undo()
        assert len(find(dossier.conn, "grootoud")) == 1
