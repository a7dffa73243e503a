"""Likely personal data in what people wrote: what is seen, and what is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core import privacy
from samen_desktop.core.privacy import Likely, Register, findings, is_citizen_number

REGISTER = Register(["Fatima el Amrani", "Wil van der Zandstra", "José Peña"])


def seen(text: str, year: int = 2022) -> list[tuple[str, str]]:
    return [
        (each.likely.value, text[each.start : each.end]) for each in findings(text, REGISTER, year)
    ]


@pytest.mark.parametrize(
    ("text", "likely", "piece"),
    [
        (
            "Mail naar j.de-vries+wij@post.example.nl, graag.",
            "email",
            "j.de-vries+wij@post.example.nl",
        ),
        ("Bel 06-12345678 na vijven", "phone", "06-12345678"),
        ("Bel 06 12 34 56 78.", "phone", "06 12 34 56 78"),
        ("Bel +31 6 12345678.", "phone", "+31 6 12345678"),
        ("Bel (050) 123 45 67.", "phone", "(050) 123 45 67"),
        ("Bel 0031612345678!", "phone", "0031612345678"),
        ("Zijn nummer is 123456782.", "citizen_number", "123456782"),
        ("Zijn nummer is 123.456.782", "citizen_number", "123.456.782"),
        ("Zijn nummer is 1234.56.782", "citizen_number", "1234.56.782"),
        ("Op NL91 ABNA 0417 1643 00 graag", "iban", "NL91 ABNA 0417 1643 00"),
        ("Zij is geboren op 3 mei 2011 in Assen", "birth", "3 mei 2011"),
        ("geb. 03-05-21", "birth", "03-05-21"),
        ("Hij (12/03/2009) wacht al lang", "birth", "12/03/2009"),
        ("Wij wonen op 9711 AB 12-3", "address", "9711 AB 12-3"),
        ("Korenstraat 12a is te ver", "address", "Korenstraat 12a"),
        ("Mijn zoon Daan kreeg geen hulp", "name", "Daan"),
        ("Volgens mevrouw van der Berg kan het", "name", "van der Berg"),
        ("Ik vroeg het Fatima nog", "name", "Fatima"),
        ("AMRANI? Nee: Amrani zei het", "name", "AMRANI"),
        ("Pena zei het", "name", "Pena"),
    ],
)
def test_what_looks_like_a_person_is_seen(text: str, likely: str, piece: str) -> None:
    assert (likely, piece) in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "Leg vast vóór 06-09-2022 wie wat doet.",
        "Collegebrief 121389-2022 noemt 2.500 gezinnen en € 17 miljoen.",
        "Het plan van 28 september 2022, hoofdstuk 7.1 en paragraaf 12.2.",
        "Wil zelf kunnen kiezen. Wil dat echt.",
        "Zijn nummer is 123456789.",
        "I-0127 en SE-03 gaan over S-014.",
        "Er zijn 140 aanbieders in 11 producten; 0512345 is een bestelnummer.",
        "School A (fictief) vraagt een vast gezicht per school.",
        "Van der is geen naam, en De ook niet.",
        "Tussen 19:30 en 21:00 uur, 14 mensen.",
    ],
)
def test_ordinary_words_and_numbers_are_left_alone(text: str) -> None:
    assert seen(text) == []


def test_health_warns_and_does_not_hold_back() -> None:
    (found,) = findings("Kinderen met autisme wachten langer.")
    assert found.likely is Likely.HEALTH
    assert not found.likely.holds_back
    assert all(each.holds_back for each in Likely if each is not Likely.HEALTH)


def test_each_piece_is_told_once_and_the_surer_kind_counts() -> None:
    text = "Mail fatima.amrani@post.example.nl of 06-12345678."
    assert [kind for kind, _ in seen(text)] == ["email", "phone"]
    assert privacy.kinds(findings(text)) == (Likely.EMAIL, Likely.PHONE)


@pytest.mark.parametrize("number", ["123456782", "111222333", "10000008"])
def test_the_eleven_test_knows_a_citizen_number(number: str) -> None:
    assert is_citizen_number(number)


@given(st.integers(10_000_000, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_fails_the_eleven_test(number: int, place: int, more: int) -> None:
    right = str(number).zfill(9)
    wrong = right[:place] + str((int(right[place]) + more) % 10) + right[place + 1 :]
    assert not (is_citizen_number(right) and is_citizen_number(wrong))


@given(st.text(max_size=400))
def test_any_text_is_read_and_findings_do_not_overlap(text: str) -> None:
    found = findings(text, REGISTER, 2022)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) for each in found)


def test_a_long_text_of_digits_is_read_at_once() -> None:
    text = "0612345678 9711 AB 12 " * 1500
    assert len(findings(text)) >= 1500
