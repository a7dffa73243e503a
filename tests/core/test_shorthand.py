"""One line of notes taken apart: every rule of the signs, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.shorthand import (
    CRITICAL,
    MIXED,
    POSITIVE,
    QUESTION,
    Known,
    Line,
    Part,
    Sign,
    name_in_line,
    parse,
    part_at,
)

EVENING = date(2022, 5, 18)
KNOWN = Known(["Jeugd en wonen", "TH9"], ["School A", "Ouder 4"])


def read(text: str) -> Line:
    return parse(text, EVENING, KNOWN)


def test_a_line_with_all_its_signs() -> None:
    line = read('@Ouder 12 eerst laten zien, dan pas verhuizen "we zijn geen dozen" - #TH9')
    assert line.words == 'eerst laten zien, dan pas verhuizen "we zijn geen dozen"'
    assert (line.speakers, line.themes) == (("Ouder 12",), ("TH9",))
    assert (line.stance, line.quotes, line.action) == (CRITICAL, ("we zijn geen dozen",), False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nr#5 en a@b.nl", "nr#5 en a@b.nl"),
        ('een 5" buis', 'een 5" buis'),
        ("goed-of-niet a+b", "goed-of-niet a+b"),
        ("wat? ja! nee?", "wat? ja! nee?"),
        ("dit ?wens is tekst", "dit ?wens is tekst"),
        ("dit !ook", "dit !ook"),
        ('"niet dicht', '"niet dicht'),
        ("# @ los", "# @ los"),
    ],
)
def test_what_is_no_sign_stays_text(text: str, words: str) -> None:
    line = read(text)
    assert line.words == words
    assert not (line.kind)
    assert not (line.stance)
    assert not (line.action)
    assert not (line.quotes)


def test_a_sign_in_the_sentence_leaves_one_space_and_no_gap_before_a_full_stop() -> None:
    assert read("dit gaat #TH9 over vervoer").words == "dit gaat over vervoer"
    assert read("dit gaat over #TH9.").words == "dit gaat over."


@pytest.mark.parametrize(
    ("text", "stance"),
    [("goed +", POSITIVE), ("- slecht", CRITICAL), ("zo +- zo", MIXED), ("+ en -", MIXED)],
)
def test_a_stance_stands_alone(text: str, stance: str) -> None:
    assert read(text).stance == stance


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("?wie mag dit zien", QUESTION, "wie mag dit zien"),
        ("? hoe dan", QUESTION, "hoe dan"),
        ("?wens een bankje", "WENS", "een bankje"),
        ("?z te druk", "ZORG", "te druk"),
        ("?erv elf maanden gewacht", "ERVAR", "elf maanden gewacht"),
        ("?concern too far", "ZORG", "too far"),
        ("?we willen meer", QUESTION, "we willen meer"),
        ("?er is geen bus", QUESTION, "er is geen bus"),
        ("  ?zorg met ruimte ervoor", "ZORG", "met ruimte ervoor"),
    ],
)
def test_a_kind_by_its_first_letters(text: str, kind: str, words: str) -> None:
    line = read(text)
    assert (line.kind, line.words) == (kind, words)


@pytest.mark.parametrize(
    ("text", "words", "owner", "due"),
    [
        ("!verslag sturen Anna vóór 12-06", "verslag sturen", "Anna", "2022-06-12"),
        ("!verslag sturen Anna voor 12-05", "verslag sturen", "Anna", "2023-05-12"),
        ("!send the report Anna before 12-06", "send the report", "Anna", "2022-06-12"),
        ("!jurist bellen @coördinator vóór 1 juni", "jurist bellen", "coördinator", "2022-06-01"),
        ("!zoek het uit met jurist, vóór 01-06", "zoek het uit met jurist", "", "2022-06-01"),
        ("!zoek het uit met jurist vóór 01-06", "zoek het uit met jurist", "", "2022-06-01"),
        ("!koffie voor ouders voor 1-6-2022.", "koffie voor ouders.", "", "2022-06-01"),
        ("!koffie voor ouders", "koffie voor ouders", "", ""),
        ("!@Anna belt vóór 18 mei", "belt", "Anna", "2023-05-18"),
        ("!bellen vóór 31-02", "bellen vóór 31-02", "", ""),
    ],
)
def test_an_action(text: str, words: str, owner: str, due: str) -> None:
    line = read(text)
    assert line.action
    assert (line.words, line.owner, line.due) == (words, owner, due)


def test_a_date_is_read_in_actions_only() -> None:
    assert read("graag vóór 12-06 klaar").due == ""


@pytest.mark.parametrize(
    ("text", "speakers", "words"),
    [
        ("@School A vindt dit goed", ("School A",), "vindt dit goed"),
        ("@school a vindt dit goed", ("school a",), "vindt dit goed"),
        ("@School Anders vindt iets", ("School",), "Anders vindt iets"),
        ("@Ouder HR-4 zegt iets", ("Ouder HR-4",), "zegt iets"),
        ("@Ouder zegt iets", ("Ouder",), "zegt iets"),
        ('@"Bond, afdeling 3" zegt', ("Bond, afdeling 3",), "zegt"),
        ("@Ouder 4 @Ouder 5 samen", ("Ouder 4", "Ouder 5"), "samen"),
    ],
)
def test_a_name_of_several_words(text: str, speakers: tuple[str, ...], words: str) -> None:
    line = read(text)
    assert (line.speakers, line.words) == (speakers, words)


def test_the_name_at_the_cursor_is_found_while_it_is_typed() -> None:
    line = read("zo #ov is het")
    assert part_at(line, 3) is None
    assert part_at(line, 4) == part_at(line, 6) == Part(Sign.THEME, 3, 6, "ov")
    assert part_at(line, 7) is None


LINES = st.text(
    st.one_of(st.sampled_from(' #@!?"+-“”„\t\u00a0vóor12-./'), st.characters()), max_size=60
)


def faults(text: str, reader: Callable[[str], Line]) -> list[str]:
    """What is wrong with the way a line is read; empty when it is sound."""
    line = reader(text)
    said = []
    at = 0
    for part in line.parts:
        if part.start != at or part.end <= part.start:
            said.append(f"gap or overlap at {at}")
        at = part.end
    if at != len(text):
        said.append("the end is not covered")
    if any(p.sign is Sign.TEXT and p.value != text[p.start : p.end] for p in line.parts):
        said.append("text was changed")
    kept = "".join(line.words.split())
    plain = [p for p in line.parts if p.sign in (Sign.TEXT, Sign.QUOTE)]
    if len(plain) == len(line.parts) and len(kept) > len(text):
        said.append("words were made up")
    return said


@given(LINES)
def test_the_parts_cover_the_line_and_nothing_is_raised(text: str) -> None:
    assert faults(text, read) == []


@given(LINES)
def test_a_line_without_signs_keeps_every_letter(text: str) -> None:
    line = read(text)
    if all(part.sign is Sign.TEXT for part in line.parts):
        from samen_desktop.core.text import clean

        assert line.words.split() == clean(text, one_line=True).split()


@given(st.text(st.characters(exclude_characters='"“”'), min_size=1, max_size=30))
def test_a_name_written_behind_its_sign_is_read_back_whole(name: str) -> None:
    from samen_desktop.core.text import clean_name

    plain = clean_name(name)
    if plain:
        for sign in (Sign.THEME, Sign.SPEAKER):
            line = read(f"{name_in_line(sign, plain, KNOWN)} en dan woorden")
            assert plain in (line.themes if sign is Sign.THEME else line.speakers)


def _skips_a_letter(text: str) -> Line:
    line = read(text)
    return Line(**{**{n: getattr(line, n) for n in Line.__slots__}, "parts": line.parts[1:]})


def test_a_reader_that_drops_a_part_is_caught() -> None:
    assert faults("@Ouder 4 zegt iets", _skips_a_letter)
