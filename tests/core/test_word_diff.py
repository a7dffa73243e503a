"""What changed between two texts, word by word, and that no letter of either is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samen_desktop.core.word_diff import Piece, compared


def marked(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.changed]


def test_only_the_words_that_changed_are_marked() -> None:
    was, now = compared("Kiezen kan altijd.", "Kiezen kan één keer per jaar.")
    assert marked(was) == ["altijd"]
    assert marked(now) == ["één keer per jaar"]


def test_a_paragraph_more_marks_only_that() -> None:
    was, now = compared("Eén.\nTwee.", "Eén.\nDrie.\nTwee.")
    assert marked(was) == []
    assert marked(now) == ["Drie.\n"]


def test_a_text_of_forty_thousand_letters_that_is_all_new_is_marked_whole() -> None:
    was, now = compared("oud " * 10_000, "nieuw " * 8_000)
    assert marked(was) == ["oud " * 10_000]
    assert marked(now) == ["nieuw " * 8_000]


@given(st.text(alphabet="ab .\n", max_size=40), st.text(alphabet="ab .\n", max_size=40))
def test_joined_again_the_pieces_are_the_texts(was: str, now: str) -> None:
    before, after = compared(was, now)
    assert "".join(piece.text for piece in before) == was
    assert "".join(piece.text for piece in after) == now
    kept = ["".join(p.text for p in pieces if not p.changed) for pieces in (before, after)]
    assert kept[0] == kept[1]
