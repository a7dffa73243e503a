"""Whether an answer is written so that most people read it at once: a small rule, and why not.

The rule looks at what makes Dutch and English administrative text hard, and at nothing else: long
sentences, long words, and words of the office. It helps a writer; it judges no content, and an
answer it does not like can be approved all the same.

    plain = every sentence at most 25 words, 17 on average,
            at most one word in eight of 15 letters or more,
            no word of the office (`conform`, `middels`, `inzake` …)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .words import Words

LONGEST_SENTENCE, AVERAGE = 25, 17
LONG_WORD, LONG_SHARE = 15, 8

_SENTENCE = re.compile(r"(?<=[.!?…:])[\s\"”’)]+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OFFICE = re.compile(
    r"conform|middels|inzake|derhalve|teneinde|(?:voor|boven)genoemde?|onderhavige?|ingevolge"
    r"|krachtens|nopens|aangaande|hieromtrent|dienaangaande|vigerende?|mitsdien|alsmede"
    r"|desalniettemin|dientengevolge|geschieden|abusievelijk|hereby|herewith|heretofore"
    r"|notwithstanding|pursuant|aforementioned|therein|thereof",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plain:
    """What the rule found: how many words, and what to do where it is not plain (None: it is)."""

    words: int
    advice: Words | None


def judge(text: str) -> Plain:
    """Look at a text. An empty one has no words and no advice."""
    words = _WORD.findall(text)
    return Plain(len(words), _advice(text, words) if words else None)


def _advice(text: str, words: list[str]) -> Words | None:
    office = next((word for word in words if _OFFICE.fullmatch(word)), None)
    if office is not None:
        return Words("vervang ‘{word}’", "replace ‘{word}’").fill(word=office)
    sentences = [count for part in _SENTENCE.split(text) if (count := len(_WORD.findall(part)))]
    longest = max(sentences)
    if longest > LONGEST_SENTENCE:
        return Words("knip de zin van {count} woorden", "cut the sentence of {count} words").fill(
            count=longest
        )
    if sum(sentences) > AVERAGE * len(sentences):
        return Words("maak de zinnen korter", "make the sentences shorter")
    if sum(len(word) >= LONG_WORD for word in words) * LONG_SHARE > len(words):
        return Words("gebruik kortere woorden", "use shorter words")
    return None
