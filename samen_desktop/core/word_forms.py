"""What a text is made of, for finding and comparing: its words, their stems, parts of compounds.

Light rules for Dutch, few enough to know by heart: they bring *aanbieders* and *aanbieder*,
*scholen* and *school* together. What a text means is left to people.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

LEAST_PART = 4
"""Letters of the shortest part of a compound: shorter pieces stand in too many words."""

LEAST_STEM = 3
"""Letters of the shortest stem: a shorter word is no word to look for."""
_WORD = re.compile(r"[^\W_]+")
_VOWELS = frozenset("aeiouy")
_LONG_VOWELS = frozenset({"aa", "ee", "oo", "uu"})
_HARD = {"v": "f", "z": "s"}
_ENDINGS = (
    ("heden", "heid"),
    ("ingen", ""),
    ("ing", ""),
    ("etjes", ""),
    ("etje", ""),
    ("tjes", ""),
    ("tje", ""),
    ("jes", ""),
    ("je", ""),
    ("ende", ""),
    ("end", ""),
    ("en", ""),
    ("es", ""),
    ("s", ""),
    ("e", ""),
)
_IRREGULAR = {"kinderen": "kind", "leden": "lid", "steden": "stad"}
_KEEPS_S = ("ss", "is", "us", "as", "os", "ijs", "ens")

_STOP = """
    aan achter af al alle alleen alles als altijd ander andere anderen anders ben bent beter bij
    bijna binnen blijft blijven boven buiten daar daardoor daarna daarom dan dat de den der deze
    die dit doe doen doet door drie dus echt een eens eerst eerste eigen elk elkaar elke en
    enkele er erg even ga gaan gaat gaf geef geeft geen gehad geven geweest gewoon goed goede
    graag groot grote had hadden heb hebben hebt heeft heel hele hem het hier hij hoe hoort hun
    ieder iedere iedereen iemand iets ik in is ja jaar je jij jou jouw jullie kan keer klein
    kleine kom komen komt kon krijg krijgen krijgt kunnen kunt laat laten liever loopt maak
    maakt maar mag maken me mee meer meest men mensen met mij mijn misschien moest moet moeten
    mogelijk mogen na naar nee nergens net niemand niet niets nieuw nieuwe nodig nog nooit nou
    nu of om omdat onder ons onze ook op over paar per samen snel soms staan staat steeds straks
    te tegen ten ter terug tijdens toch toe toen tot tussen twee u uit uw vaak van vanaf veel
    vier vijf vind vinden vindt voor vooral vraagt waar waarin waarom wanneer was wat we weer
    weet weg weinig wel welk welke werd weten wie wij wil willen word worden wordt ze zeer
    zeggen zegt zei zelf zich zie zien ziet zij zijn zo zoals zonder zou zouden zullen
    a about also an and any are as at be been but by can could did do does for from had has have
    he her him his how i if in into is it its just me more most my no not of on or our out she
    so some than that the their them then there these they this those to too up us was we were
    what when where which who will with would you your
"""
STOP_WORDS = frozenset(_STOP.split())
"""Words that say nothing about what a text is about."""


def words_in(text: str) -> Iterator[str]:
    """The words of a text as the search index knows them: small letters, no diacritics."""
    text = text.lower()
    if not text.isascii():
        plain = unicodedata.normalize("NFD", text)
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return (found[0] for found in _WORD.finditer(text))


def telling(text: str) -> dict[str, str]:
    """The stems of what a text is about, each with the word it first stood in."""
    found: dict[str, str] = {}
    for word in words_in(text):
        if len(word) >= LEAST_STEM and word not in STOP_WORDS and not word.isdigit():
            found.setdefault(stem(word), word)
    return found


@lru_cache(maxsize=1 << 15)
def stem(word: str) -> str:
    """The stem of a word as `words_in` gives it; equal for its singular, plural and the like."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= LEAST_STEM:
            if ending == "s" and word.endswith(_KEEPS_S):
                continue
            left = word[: len(word) - len(ending)] + instead
            if not _VOWELS.isdisjoint(left):
                return _closed(left)
    return _closed(word)


def _closed(word: str) -> str:
    """A stem with its last syllable in one spelling: *schol* for school and for schol(en)."""
    last = word[-1]
    if last in _VOWELS or len(word) <= LEAST_STEM:
        return word
    if word[-2] == last:
        word = word[:-1]
    if len(word) > LEAST_STEM and word[-3:-1] in _LONG_VOWELS:
        word = word[:-2] + last
    return word[:-1] + _HARD.get(last, last)


def splits(word: str) -> Iterator[tuple[str, str]]:
    """The ways a stem could be two words put together, the linking s left out."""
    for at in range(LEAST_PART, len(word) - LEAST_PART + 1):
        head, tail = word[:at], word[at:]
        yield _closed(head), tail
        if head.endswith("s") and at > LEAST_PART:
            yield _closed(head[:-1]), tail


def parts(word: str, known: Collection[str]) -> tuple[str, str] | None:
    """The two known stems that a compound is made of, the longest tail first; None for no such."""
    for head, tail in splits(word):
        if head in known and tail in known:
            return head, tail
    return None
