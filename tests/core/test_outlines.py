"""Headings of a plan: their numbers, their tree, and what became of them in a next version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.outlines import (
    Became,
    Heading,
    compare,
    levelled,
    numbered,
    parents,
    split_number,
)


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("7.1 Onderwijs", "7.1", "Onderwijs"),
        ("7.1. Onderwijs", "7.1", "Onderwijs"),
        ("3\tAfbakening", "3", "Afbakening"),
        ("Hoofdstuk 3 – Afbakening", "3", "Afbakening"),
        ("Bijlage A Kinderrechtentoets", "Bijlage A", "Kinderrechtentoets"),
        ("Bijlage B: Nota", "Bijlage B", "Nota"),
        ("Aanleiding en opdracht", "", "Aanleiding en opdracht"),
        ("2022", "", "2022"),
        ("A. Inleiding", "A", "Inleiding"),
        ("In de wijk", "", "In de wijk"),
    ],
)
def test_a_heading_is_a_number_and_a_title(line: str, number: str, title: str) -> None:
    assert split_number(line) == (number, title)


def test_headings_numbered_by_the_word_processor_are_counted() -> None:
    told = numbered(
        [Heading(1, "", "A"), Heading(2, "", "B"), Heading(2, "", "C"), Heading(1, "", "D")]
    )
    assert [each.number for each in told] == ["1", "1.1", "1.2", "2"]
    mixed = [Heading(1, "1", "A"), Heading(1, "", "Voorwoord")]
    assert numbered(mixed) == mixed


def test_levels_that_skip_become_a_tree() -> None:
    told = levelled([Heading(level, "", str(at)) for at, level in enumerate((2, 4, 4, 3, 2, 1))])
    assert [each.level for each in told] == [1, 2, 2, 2, 1, 1]
    assert parents([each.level for each in told]) == [None, 0, 0, 0, None, None]


OLD = [
    Heading(1, "6", "Keuzevrijheid", "U kiest zelf."),
    Heading(2, "6.1", "Kiezen", "Kiezen en wisselen kan altijd, zonder reden."),
    Heading(2, "6.2", "Rechtspositie", "Er is een klachtenregeling voor iedereen."),
    Heading(1, "7", "Samenwerking", "Wij werken samen met scholen en huisartsen."),
    Heading(1, "8", "Geld", "Er is geld."),
]
NEW = [
    Heading(1, "6", "Keuzevrijheid", "U kiest  zelf."),
    Heading(2, "6.1", "Rechtspositie", "Er is een klachtenregeling voor iedereen."),
    Heading(2, "6.2", "Kiezen", "Kiezen kan altijd."),
    Heading(1, "7", "Samen werken", "Wij werken samen met scholen en met huisartsen."),
    Heading(1, "9", "Toezicht", "De raad ziet toe."),
]


def test_what_became_of_each_chapter_is_told() -> None:
    told = [
        (
            OLD[step.old].title if step.old is not None else "",
            NEW[step.new].title if step.new is not None else "",
            step.became,
        )
        for step in compare(OLD, NEW)
    ]
    assert told == [
        ("Keuzevrijheid", "Keuzevrijheid", Became.SAME),
        ("Rechtspositie", "Rechtspositie", Became.MOVED),
        ("Kiezen", "Kiezen", Became.CHANGED),
        ("Samenwerking", "Samen werken", Became.CHANGED),
        ("", "Toezicht", Became.NEW),
        ("Geld", "", Became.VANISHED),
    ]
    assert [became.needs_look for became in Became] == [False, True, True, False, True]


_headings = st.lists(
    st.builds(
        Heading,
        st.integers(1, 4),
        st.sampled_from(("", "1", "2", "2.1")),
        st.sampled_from(("Geld", "Recht", "Toezicht")),
        st.sampled_from(("", "een twee drie", "een twee vier", "vijf zes")),
    ),
    max_size=8,
)


@given(_headings, _headings)
def test_every_chapter_is_told_once(old: list[Heading], new: list[Heading]) -> None:
    steps = compare(old, new)
    assert [step.new for step in steps if step.new is not None] == list(range(len(new)))
    assert sorted(step.old for step in steps if step.old is not None) == list(range(len(old)))


@given(_headings)
def test_a_version_read_twice_changed_nothing(headings: list[Heading]) -> None:
    assert {step.became for step in compare(headings, headings)} <= {Became.SAME}
