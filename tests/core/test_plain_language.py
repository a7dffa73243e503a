"""The rule for plain language: what it likes, and what it advises otherwise."""

from __future__ import annotations

import pytest

from samen_desktop.core.plain_language import judge

PLAIN = (
    "Wie het niet eens is met de voorgestelde hulp, kan een tweede gesprek vragen met een andere"
    " medewerker. Daarnaast is er een vertrouwenspersoon. In het plan staat nu wie u kunt bellen."
)


def advice(text: str) -> str:
    found = judge(text).advice
    return "" if found is None else found.nl


def test_short_sentences_of_ordinary_words_are_plain() -> None:
    assert judge(PLAIN).words == 32
    assert advice(PLAIN) == ""


@pytest.mark.parametrize("text", ["", "   ", "…", "12-05-2022"])
def test_no_words_ask_for_no_advice(text: str) -> None:
    assert judge(text) == judge("")


def test_a_word_of_the_office_is_named() -> None:
    assert advice("Wij handelen conform het plan.") == "vervang ‘conform’"
    assert advice("De bovengenoemde route blijft.") == "vervang ‘bovengenoemde’"


def test_a_sentence_of_too_many_words_is_to_be_cut() -> None:
    assert advice("Wij doen dat " + "en dat " * 12 + "ook.") == "knip de zin van 28 woorden"


def test_sentences_that_are_long_on_average_are_to_be_shorter() -> None:
    assert advice(("een twee drie vier " * 5 + ". ") * 3) == "maak de zinnen korter"


def test_many_long_words_are_advised_against() -> None:
    text = "De jeugdhulpaanbieders en samenwerkingspartners praten."
    assert advice(text) == "gebruik kortere woorden"
