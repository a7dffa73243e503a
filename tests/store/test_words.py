"""The words of the round: a word is found by any part of it, in step with the search index."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from samen_desktop.core.lists import Query
from samen_desktop.core.word_forms import LEAST_STEM
from samen_desktop.store.care.checking import check
from samen_desktop.store.care.erasing import erase
from samen_desktop.store.derived import search
from samen_desktop.store.derived.search import waiting_words
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import listing
from samen_desktop.store.reading.finding import find
from samen_desktop.store.schema import SEARCHED
from tests.builders import a_round, an_input, changed, noted


def codes(dossier: Dossier, words: str) -> list[str]:
    return [hit.code for hit in find(dossier.conn, words)]


def words(dossier: Dossier) -> set[str]:
    return waiting_words(dossier.conn) | indexed(dossier)


def indexed(dossier: Dossier) -> set[str]:
    return {word for (word,) in dossier.conn.execute("SELECT word FROM word")}


def in_indexes(dossier: Dossier) -> set[str]:
    return {
        term
        for table in SEARCHED
        for (term,) in dossier.conn.execute(f"SELECT term FROM {table}_terms")
        if len(term) >= LEAST_STEM and not term.isdigit()
    }


def test_a_part_of_a_compound_finds_it_anywhere(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "Alle jeugdhulpaanbieders kwamen")
        noted(dossier, "De hulpaanbieder bleef weg")
        noted(dossier, "Aanbieden kan altijd")
        assert codes(dossier, "hulpaanbieder") == ["I-0002", "I-0001"]
        assert codes(dossier, "AANBIEDER alle") == ["I-0001"]
        assert codes(dossier, "aanbie") == ["I-0003", "I-0002", "I-0001"]
        (hit,) = find(dossier.conn, "jeugdhulp")
        assert "jeugdhulpaanbieders" in hit.snippet


def test_the_count_of_a_list_is_that_of_its_rows(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            for at in range(250):
                an_input(edit, f"Nummer {at} over jeugdhulpaanbieders")
            an_input(edit, "niets")
        for query in (Query("input", "aanbieder"), Query("input", "aanbieder", sort="code")):
            assert len(listing.keys(dossier.conn, query)) == 250
            assert listing.count(dossier.conn, query) == (250, 251)


@pytest.mark.parametrize("typed", ["aan", "bie", "der"])
def test_short_pieces_are_beginnings_only(tmp_path: Path, typed: str) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "jeugdhulpaanbieders")
        assert codes(dossier, typed) == []


def test_diacritics_fold_inside_a_word_too(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "De wooncoöperatieve vereniging")
        assert codes(dossier, "cooperatie") == codes(dossier, "coöperatie") == ["I-0001"]


def in_one_go(dossier: Dossier) -> None:
    with dossier.edit("import") as edit:
        for at in range(600):
            an_input(edit, f"Samengesteldwoord{at} en buurthuiskamer")


def one_by_one(dossier: Dossier) -> None:
    for at in range(3):
        noted(dossier, f"Samengesteldwoord{at} en buurthuiskamer")


@pytest.mark.parametrize("write", [in_one_go, one_by_one])
def test_the_words_are_those_of_the_indexes(
    tmp_path: Path, write: Callable[[Dossier], None]
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        write(dossier)
        assert words(dossier) == in_indexes(dossier)
        assert codes(dossier, "huiskamer")
        kept = words(dossier)
        dossier.rebuild()
        assert words(dossier) == kept == in_indexes(dossier)
        assert codes(dossier, "huiskamer")


def test_words_wait_for_each_other_and_are_found_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST_WAITING", 5)
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "Een buurthuiskamer erbij")
        assert "buurthuiskamer" in waiting_words(dossier.conn)
        assert codes(dossier, "huiskamer") == ["I-0001"]
        noted(dossier, "De schoolmaatschappelijkwerkers komen elke week")
        assert waiting_words(dossier.conn) == set()
        assert {"buurthuiskamer", "schoolmaatschappelijkwerkers"} <= indexed(dossier)
        assert codes(dossier, "huiskamer") == ["I-0001"]
        assert codes(dossier, "maatschappelijk") == ["I-0002"]
        assert not check(dossier).problems


def test_numbers_and_codes_are_no_words_to_look_for_parts_of(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        noted(dossier, "Bel 0501234567 of ik")
        assert {"bel", "0501234567", "of", "ik"} & words(dossier) == {"bel"}


def test_a_changed_word_is_found_at_once_and_the_old_one_no_more(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        record = noted(dossier, "buurthuiskamer")
        changed(dossier, record, "words", "wijkgebouw")
        assert codes(dossier, "gebouw") == ["I-0001"]
        assert codes(dossier, "huiskamer") == []
        dossier.undo()
        assert codes(dossier, "huiskamer") == ["I-0001"]


def test_a_step_that_fails_leaves_no_word_behind(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        before = words(dossier)

        def half_done() -> None:
            with dossier.edit("import") as edit:
                for at in range(600):
                    an_input(edit, f"halverwegewoord{at}")
                raise LookupError("halfway")

        with pytest.raises(LookupError, match="halfway"):
            half_done()
        assert words(dossier) == before


def test_an_erased_word_is_gone_from_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path) as dossier:
        noted(dossier, "kanariepietenkooi")
        noted(dossier, "blijft staan")
        assert codes(dossier, "pieten") == ["I-0001"]
        erase(dossier, "I-0001")
        assert "kanariepietenkooi" not in words(dossier)
        assert words(dossier) == in_indexes(dossier)
    assert b"pieten" not in path.read_bytes()
