"""Words, stems and parts of compounds: what belongs together comes together, and no more."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.word_forms import STOP_WORDS, parts, stem, telling, words_in

LATIN = st.text(
    # Without the micro sign and the long s, which the index reads as mu and s; nobody writes them.
    alphabet=st.characters(
        max_codepoint=0x17F, exclude_categories=("Cc", "Cs"), exclude_characters="µſ"
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    "words",
    [
        "aanbieder aanbieders",
        "school scholen schooltje",
        "wachttijd wachttijden",
        "brief brieven",
        "huis huizen",
        "mogelijkheid mogelijkheden",
        "gesprek gesprekken",
        "aanmelden aanmelding aanmeldingen",
        "vraag vragen",
        "kind kinderen",
        "wijk wijken",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "pair", ["jeugd jeuk", "wijk werk", "ouder onder", "tolk tol", "crisis as"]
)
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_what_a_text_is_about_leaves_out_words_that_say_nothing() -> None:
    assert telling("Wij hebben de wachtlijst in 2022 heel lang gevonden") == {
        "wachtlijst": "wachtlijst",
        "lang": "lang",
        "gevond": "gevonden",
    }
    assert telling("de het een en van") == {}
    assert all(word == word.lower() for word in STOP_WORDS)


def test_a_compound_is_taken_apart_into_words_that_are_known() -> None:
    known = {"jeugd", "hulp", "aanbieder", "hulpaanbieder", "jeugdhulp"}
    assert parts("jeugdhulpaanbieder", known) == ("jeugd", "hulpaanbieder")
    assert parts("gemeenteraad", known) is None
    assert parts("aanmeldingsformulier", {"aanmelding", "formulier"}) == (
        "aanmelding",
        "formulier",
    )


def test_diacritics_and_signs_are_no_part_of_a_word() -> None:
    assert list(words_in("Coöperatie 'café', Ĳssel-boot_twee!")) == [
        *("cooperatie", "cafe"),
        *list(words_in("Ĳssel")),
        *("boot", "twee"),
    ]


@given(LATIN)
def test_words_are_those_of_the_search_index(text: str) -> None:
    """What is found by its parts has to be found whole: both take a text apart alike."""
    conn = sqlite3.connect(":memory:")
    conn.execute(
        "CREATE VIRTUAL TABLE one USING fts5(text, tokenize='unicode61 remove_diacritics 2')"
    )
    conn.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(one, row)")
    conn.execute("INSERT INTO one VALUES (?)", (text,))
    known = {term for (term,) in conn.execute("SELECT term FROM terms")}
    conn.close()
    assert set(words_in(text)) == known


@given(LATIN)
def test_any_word_has_a_stem(text: str) -> None:
    for word in words_in(text):
        assert stem(word)
