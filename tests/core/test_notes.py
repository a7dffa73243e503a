"""What the names in a line mean, what stays, and the way back to a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.agenda import AgendaItem, read_agenda
from samen_desktop.core.notes import (
    Choice,
    Choices,
    Note,
    Sticky,
    Target,
    candidates,
    compose,
    lines_of,
    meaning_of,
    stays,
)
from samen_desktop.core.shorthand import parse

THEMES = [
    Choice(b"1", "TH4", "Continuïteit en overgang", "tussen wal en schip", 3),
    Choice(b"2", "TH1", "Afbakening", "overlap met de basis"),
    Choice(b"3", "TH12", "Geld en overhead"),
    Choice(b"4", "", "Wonen"),
]
SPEAKERS = [Choice(b"5", "Ouder 4", "", "ouders"), Choice(b"6", "Ouder 12", ""), *(
    [Choice(b"7", "", "School A", "S-014")]
)]  # fmt: skip
CHOICES = Choices(THEMES, SPEAKERS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ov", ["TH4", "TH12", "TH1"]),
        ("th1", ["TH1", "TH12"]),
        ("CONTINUITEIT", ["TH4"]),
        ("x", []),
        ("", ["TH4", "TH1", "TH12", "Wonen"]),
    ],
)
def test_candidates_by_code_name_and_further_words(typed: str, found: list[str]) -> None:
    assert [each.choice.short for each in candidates(typed, THEMES)] == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TH4", Target(b"1", "TH4")),
        ("wonen", Target(b"4", "Wonen")),
        ("cont", Target(b"1", "TH4")),
        ("overgang", Target(b"1", "TH4")),
        ("ov", Target(None, "ov")),  # two themes have such a word
        ("vervoer", Target(None, "vervoer")),
    ],
)
def test_a_theme_is_that_very_one_the_only_one_or_new(typed: str, meant: Target) -> None:
    assert CHOICES.theme(typed) == meant


def test_a_new_speaker_needs_a_number_and_the_next_one_is_known() -> None:
    assert CHOICES.speaker("ouder 4") == Target(b"5", "Ouder 4")
    assert CHOICES.speaker("Ouder 13") == Target(None, "Ouder 13")
    assert CHOICES.speaker("Anneke") is None
    assert CHOICES.next_speaker("ouder") == "Ouder 13"
    assert CHOICES.next_speaker("kind") == "Kind 1"
    assert Choices(THEMES, SPEAKERS, "HR").next_speaker("ouder") == "Ouder HR-1"


def test_what_a_line_names_stays_and_an_action_changes_nothing() -> None:
    line = parse("@Ouder 4 iets #TH4")
    meaning = meaning_of(line, CHOICES, Sticky(table="2"))
    sticky = stays(meaning, line, Sticky(table="2"))
    assert sticky == Sticky(Target(b"1", "TH4"), (Target(b"5", "Ouder 4"),), "2")
    action = parse("!bellen @Anneke")
    assert stays(meaning_of(action, CHOICES, sticky), action, sticky) == sticky
    again = meaning_of(parse("nog iets"), CHOICES, sticky).note
    assert again.themes == (Target(b"1", "TH4"),)
    assert (again.speakers, again.table) == (sticky.speakers, "2")


def test_who_nobody_knows_stays_in_the_words() -> None:
    meaning = meaning_of(parse("@Anneke zegt iets"), CHOICES, Sticky())
    assert meaning.note.words == "@Anneke zegt iets"
    assert meaning.unknown == ("Anneke",)


WORD = st.text("abcdeéïz'", min_size=1, max_size=8)


@given(
    st.lists(WORD, min_size=1, max_size=6),
    st.sampled_from(["", "ZORG", "WENS"]),
    st.sampled_from(["", "POSIT", "KRITI", "GEMEN"]),
    st.lists(st.sampled_from(THEMES[:3]), max_size=2, unique=True),
    st.lists(st.sampled_from(SPEAKERS[:2]), max_size=2, unique=True),
)
def test_an_item_written_as_a_line_says_the_same(
    words: list[str], kind: str, stance: str, themes: list[Choice], speakers: list[Choice]
) -> None:
    note = Note(
        action=False,
        words=" ".join(words),
        kind=kind,
        stance=stance,
        themes=tuple(Target(each.id, each.short) for each in themes),
        speakers=tuple(Target(each.id, each.short) for each in speakers),
    )
    written = {each.short: f"#{each.short}" for each in themes}
    written |= {each.short: f"@{each.short}" for each in speakers}
    text = compose(note, written, kind.lower(), "", "vóór")
    assert meaning_of(parse(text), CHOICES, Sticky()).note == note


def test_pasted_lines_lose_the_marks_of_a_list() -> None:
    pasted = "- een\n\n  • twee   woorden\r\n3. drie\n(4) vier\n5 bussen\n"
    assert lines_of(pasted) == ["een", "twee woorden", "drie", "vier", "5 bussen"]


def test_an_agenda_has_its_minutes_first() -> None:
    agenda = read_agenda("10 Welkom en doel\n\n20 min. Uitleg\nRondvraag\n5: Slot")
    assert agenda == (
        AgendaItem(10, "Welkom en doel"),
        AgendaItem(20, "Uitleg"),
        AgendaItem(0, "Rondvraag"),
        AgendaItem(5, "Slot"),
    )
    assert read_agenda(None) == ()


@given(st.text(max_size=80))
def test_an_agenda_never_raises(text: str) -> None:
    assert all(item.title for item in read_agenda(text))
