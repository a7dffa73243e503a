"""What looks like what, by words alone: similar inputs, and the theme that its words speak for.

Plain counting that a person can follow: rare words weigh more than common ones, and the words that
counted are told with the outcome. Where the counts come from is left to the store; nothing here is
ever applied by itself.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_SHARED = 0.13
"""How much of what a text is about has to return in another before that is called similar."""

_LEAST_SUPPORT = 2
_LEAST_LIFT, _LIFT_PER_THEME = 0.3, 0.7
"""What the words have to say for a theme: more where there are many themes to choose from."""
_LEAST_LEAD = 0.35
_DOUBT = 3.0
_NAMED = 3.0
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Like:
    """A text that looks like the one asked about: its key, how much, and the stems they share."""

    key: int
    weight: float
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """The theme that a text leans to: its key, and the stems that speak for it, strongest first."""

    theme: int
    weight: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen of one stem: how many texts have it, and how many of those per theme.

    `named`: themes that carry it in their own name.
    """

    themes: Mapping[int, int]
    named: frozenset[int] = frozenset()


def rarity(having: int, everything: int) -> float:
    """How much a stem tells, given how many of all texts have it."""
    return math.log(1 + (everything - having + 0.5) / (having + 0.5))


def alike(
    found: Mapping[str, Sequence[int]], weights: Mapping[str, float], limit: int
) -> list[Like]:
    """The texts that share most with one, the most alike first; equal ones the newest first.

    `found` gives for each of its stems the texts that have it too.
    """
    scores: dict[int, float] = {}
    for stem, keys in found.items():
        weight = weights[stem]
        for key in keys:
            scores[key] = scores.get(key, 0.0) + weight
    best = heapq.nlargest(limit, ((score, key) for key, score in scores.items()))
    having = {stem: frozenset(keys) for stem, keys in found.items()}
    stems = sorted(found, key=lambda stem: -weights[stem])
    total = sum(weights.values()) or 1.0
    return [
        Like(key, score / total, tuple(stem for stem in stems if key in having[stem]))
        for score, key in best
    ]


def settled(like: Like, weights: Mapping[str, float], own: Sequence[float]) -> Like:
    """The same, with what the other text says beside it taken into account (`own`: its weights)."""
    mine = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    its = math.sqrt(sum(weight * weight for weight in own)) or 1.0
    both = sum(weights[stem] ** 2 for stem in like.shared)
    return Like(like.key, both / (mine * its), like.shared)


def leaning(evidence: Mapping[str, Evidence], themes: Mapping[int, int]) -> Leaning | None:
    """The theme that the stems of a text speak for; None where they speak for none or for several.

    `themes` counts the texts under each theme. A stem speaks for a theme as far as it stands there
    more often than a theme of that size would have by chance.
    """
    everything = sum(themes.values())
    if not everything:
        return None
    scores: dict[int, dict[str, float]] = {}
    for stem, seen in evidence.items():
        for theme, lift in _lifts(seen, themes, everything).items():
            scores.setdefault(theme, {})[stem] = lift
    ordered = sorted(scores, key=lambda theme: (-sum(scores[theme].values()), theme))
    if not ordered:
        return None
    first, best = ordered[0], sum(scores[ordered[0]].values())
    second = sum(scores[ordered[1]].values()) if len(ordered) > 1 else 0.0
    least = max(_LEAST_LIFT, _LIFT_PER_THEME * math.log(len(themes)))
    if best < least or best - second < _LEAST_LEAD * math.sqrt(best):
        return None
    for_it = {stem: lift for stem, lift in scores[first].items() if lift > 0}
    told = sorted(for_it, key=lambda stem: (-for_it[stem], stem))[:_TOLD]
    return Leaning(first, best, tuple(told))


def _lifts(seen: Evidence, themes: Mapping[int, int], everything: int) -> dict[int, float]:
    """What one stem says for each theme; for none where it was seen too seldom to say anything."""
    counts = {theme: count + 0.0 for theme, count in seen.themes.items()}
    for theme in seen.named:
        counts[theme] = counts.get(theme, 0.0) + _NAMED
    having = sum(counts.values())
    if having < _LEAST_SUPPORT:
        return {}
    lifts: dict[int, float] = {}
    for theme, count in counts.items():
        by_chance = (themes.get(theme, 0) + 1) / (everything + len(themes))
        share = (count + _DOUBT * by_chance) / (having + _DOUBT)
        lifts[theme] = math.log(share / by_chance)
    return lifts
