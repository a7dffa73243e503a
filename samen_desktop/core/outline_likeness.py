"""Which chapters of two outlines are one another rewritten, found without comparing all with all.

Two texts that share most of their words share one of the rarer ones. Only those that do are
compared word by word, which takes the square of the time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

ALIKE = 0.6
"""Share of a text that has to stand in another for one to be the other, rewritten."""
_COMPARED = 2_000
"""Words of a text that are compared."""
_LEAST_SHARED = ALIKE / (2 - ALIKE)
"""Share of the words of one text that another has to have, however short that is."""

Texts = tuple[str, str]
"""Title and text of a chapter, folded."""
_Token = tuple[str, int]
"""A word, and the how manieth of its kind: so that a set of them counts each time."""


def pairs(old: Mapping[int, Texts], new: Mapping[int, Texts]) -> Iterator[tuple[float, int, int]]:
    """Share, place in the new and in the old outline, of those that are alike enough."""
    for part in (1, 0):
        for at, before in _candidates(
            {key: texts[part] for key, texts in old.items() if texts[part]},
            {key: texts[part] for key, texts in new.items() if texts[part]},
        ):
            if part == 0 and old[before][1] and new[at][1]:
                continue  # both have texts, and those are what counts
            share = likeness(old[before], new[at])
            if share >= ALIKE:
                yield share, at, before


def likeness(one: Texts, other: Texts) -> float:
    """Share of words that two chapters have in common: of their texts, else of their titles."""
    part = 1 if one[1] and other[1] else 0
    first, second = one[part].split()[:_COMPARED], other[part].split()[:_COMPARED]
    if not first or not second or _most(Counter(first), Counter(second)) < ALIKE:
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _candidates(old: Mapping[int, str], new: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Pairs of new and old that share a rarer word, and that may share enough of all of them."""
    before = {key: _tokens(text) for key, text in old.items()}
    after = {key: _tokens(text) for key, text in new.items()}
    often = Counter(token for tokens in (*before.values(), *after.values()) for token in tokens)
    having: dict[_Token, list[int]] = {}
    for key, tokens in before.items():
        for token in _rarer(tokens, often):
            having.setdefault(token, []).append(key)
    sets = {key: frozenset(tokens) for key, tokens in before.items()}
    for at, tokens in after.items():
        own = frozenset(tokens)
        found = {key for token in _rarer(tokens, often) for key in having.get(token, ())}
        for key in sorted(found):
            enough = ALIKE * (len(own) + len(sets[key])) / 2
            if min(len(own), len(sets[key])) >= enough and len(own & sets[key]) >= enough:
                yield at, key


def _rarer(tokens: Sequence[_Token], often: Mapping[_Token, int]) -> list[_Token]:
    """So many of the rarest that whoever shares none of them cannot share enough."""
    count = len(tokens) - int(_LEAST_SHARED * len(tokens)) + 1
    return sorted(tokens, key=lambda token: (often[token], token))[:count]


def _tokens(text: str) -> list[_Token]:
    seen: Counter[str] = Counter()
    told = []
    for word in text.split()[:_COMPARED]:
        told.append((word, seen[word]))
        seen[word] += 1
    return told


def _most(one: Counter[str], other: Counter[str]) -> float:
    """The most that two texts with these words can have in common."""
    return 2 * (one & other).total() / (one.total() + other.total())
