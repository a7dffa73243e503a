"""Likeness by words: rare words weigh more, and what counted is told."""

from __future__ import annotations

from samen_desktop.core.likeness import Evidence, alike, leaning, rarity, settled

WEIGHTS = {"wachttijd": 4.0, "tolk": 3.0, "school": 1.0}


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert rarity(2, 1000) > rarity(200, 1000) > 0


def test_who_shares_most_comes_first_and_its_words_are_told() -> None:
    found = {"wachttijd": [1, 2], "tolk": [2], "school": [1, 3]}
    likes = alike(found, WEIGHTS, 2)
    assert [like.key for like in likes] == [2, 1]
    assert likes[0].shared == ("wachttijd", "tolk")
    assert likes[1].shared == ("wachttijd", "school")


def test_a_long_text_that_says_much_else_is_less_alike() -> None:
    (like,) = alike({"wachttijd": [1]}, WEIGHTS, 1)
    short = settled(like, WEIGHTS, [4.0])
    long = settled(like, WEIGHTS, [4.0, *[2.0] * 40])
    assert short.weight > long.weight


def test_a_text_leans_to_the_theme_its_words_stand_under() -> None:
    evidence = {
        "wachttijd": Evidence({1: 12, 2: 1}),
        "aanmeld": Evidence({1: 6, 3: 1}),
        "school": Evidence({1: 20, 2: 20, 3: 20}),
    }
    found = leaning(evidence, {1: 50, 2: 50, 3: 50})
    assert found is not None
    assert found.theme == 1
    assert found.because[:2] == ("wachttijd", "aanmeld")


def test_it_leans_to_none_where_words_speak_for_several_or_were_hardly_seen() -> None:
    themes = {1: 50, 2: 50}
    assert leaning({"wachttijd": Evidence({1: 10, 2: 10})}, themes) is None
    assert leaning({"wachttijd": Evidence({1: 1})}, themes) is None
    assert leaning({}, themes) is None
    assert leaning({"wachttijd": Evidence({1: 10})}, {}) is None


def test_a_theme_is_known_by_its_own_name_too() -> None:
    found = leaning(
        {"wachttijd": Evidence({}, frozenset({7}))}, dict.fromkeys(range(1, 9), 20) | {7: 0}
    )
    assert found is not None
    assert found.theme == 7
