"""The laws of the shipped terms: codes are for ever, so a mistake here is one in every file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import pytest

from samen_desktop.core.vocabularies.terms import Term, Vocabulary, closed_list, open_list
from samen_desktop.core.vocabulary import OWN_PREFIX, VOCABULARIES, shipped, vocabulary
from samen_desktop.core.words import Words

CODE = re.compile(r"[A-Z0-9]{3,7}|JA")

# The statuses and the class that rules read, and the edition that is held against the class.
CLOSED = {
    "round_status",
    "session_status",
    "report_status",
    "input_status",
    "processing_status",
    "answer_state",
    "follow_up_status",
    "settlement_status",
    "privacy",
    "edition",
}

# Codes the field itself gave; every other code is the beginning of its Dutch label.
GIVEN = {
    "round_status": "VOORB LOOPT AFRON GESL OVERG",
    "session_status": "GEPL UITGEN GEHOUD VERZET AFGEL",
    "report_status": "GEEN CONCEPT TERINZ VASTG PUBL",
    "input_status": "RUW GECOD GECTR TERUG",
    "processing_status": "OVG DEE NOV TKN BRK BUI VRG OPN",
    "follow_up_status": "OPEN LOOPT WACHT GEREED VERV",
    "privacy": "INTERN COLLEG OPENB",
}
# A word keeps its code in another list; of labels that begin alike, the word that differs.
NAMED = {"answer_state": {"PUBL"}, "child_rights_element": {"GEZOND", "ONDERW"}}


def letters(label: str) -> str:
    plain = unicodedata.normalize("NFKD", label)
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum()).upper()


def faults(entries: Iterable[Vocabulary]) -> list[str]:
    """Every breach of the laws, as `list.code: law`."""
    found: list[str] = []
    for entry in entries:
        codes = [term.code for term in entry.terms]
        if len(set(codes)) != len(codes):
            found.append(f"{entry.name}: code twice")
        if not entry.words.nl.strip() or not entry.words.en.strip():
            found.append(f"{entry.name}: language missing")
        for term in entry.terms:
            found += [f"{entry.name}.{term.code}: {law}" for law in _term_faults(term)]
    return found


def _term_faults(term: Term) -> list[str]:
    found = []
    if not CODE.fullmatch(term.code):
        found.append("form")
    if term.code.startswith(OWN_PREFIX):
        found.append("own prefix")
    if not term.words.nl.strip() or not term.words.en.strip():
        found.append("language missing")
    return found


def test_shipped_terms_keep_the_laws() -> None:
    assert faults(VOCABULARIES.values()) == []


@pytest.mark.parametrize(
    ("rows", "law"),
    [
        ([("ZORG", "zorg", "concern"), ("ZORG", "zorgen", "concerns")], "code twice"),
        ([("Zorg", "zorg", "concern")], "form"),
        ([("BEÏNV", "beïnvloeder", "influencer")], "form"),
        ([("XZORG", "zorg", "concern")], "own prefix"),
        ([("ZORG", "zorg", " ")], "language missing"),
    ],
)
def test_a_broken_list_is_caught(rows: list[tuple[str, str, str]], law: str) -> None:
    assert any(law in fault for fault in faults([open_list("broken", "stuk", "broken", *rows)]))


def test_closed_lists_are_those_that_rules_read() -> None:
    assert {name for name, entry in VOCABULARIES.items() if entry.closed} == CLOSED


@pytest.mark.parametrize("name", GIVEN)
def test_codes_of_the_field_stand_in_their_order(name: str) -> None:
    assert [term.code for term in vocabulary(name).terms] == GIVEN[name].split()


def test_other_codes_begin_their_dutch_label() -> None:
    by_hand = {"age_band", "child_rights_article", *GIVEN}
    for entry in VOCABULARIES.values():
        if entry.name in by_hand:
            continue
        for term in entry.terms:
            if term.code not in NAMED.get(entry.name, set()):
                assert letters(term.words.nl).startswith(term.code), (entry.name, term)


def test_labels_are_unique_in_their_list() -> None:
    """Reading in matches labels as well as codes, so one label may not mean two terms."""
    for entry in VOCABULARIES.values():
        for language in ("nl", "en"):
            labels = [term.words.say(language).casefold() for term in entry.terms]
            assert len(set(labels)) == len(labels), (entry.name, language)


def test_class_and_edition_have_the_same_terms() -> None:
    assert vocabulary("privacy").terms == vocabulary("edition").terms


def test_shipped_words() -> None:
    assert shipped("processing_status", "OPN") == Words("nog te beoordelen", "not weighed yet")
    assert shipped("processing_status", "XEIGEN") is None
    with pytest.raises(KeyError):
        vocabulary("no_such_list")


def test_the_two_ways_to_write_a_list_differ_in_closedness_only() -> None:
    row = ("ZORG", "zorg", "concern")
    assert open_list("a", "b", "c", row).closed is False
    assert closed_list("a", "b", "c", row).closed is True
    assert open_list("a", "b", "c", row).terms == closed_list("a", "b", "c", row).terms
